"""Tells names, titles and nicknames in quotation marks from words that somebody said; knows no speakers."""

from __future__ import annotations

import re

from kgexport.annotate.speech.context import Context
from kgexport.annotate.speech.cues import cue_table
from kgexport.annotate.speech.frames import frame_before
from kgexport.annotate.speech.marks import Quoted
from kgexport.model import BlockKind


def is_title(context: Context, quoted: Quoted) -> bool:
    """Whether the words are the name of a work or thing: called one, or Written Like This."""
    if is_named(context, quoted):
        return True
    if context.block_at(quoted.begin).kind is BlockKind.HEADLINE:
        return False
    words = re.findall(r"[^\W\d_]+(?:[’'][^\W\d_]+)?", quoted.text(context.annotations.article))
    big = [word for word in words if word[0].isupper()]
    return len(big) > 1 and len(big) >= 0.6 * len(words) and all(w[0].isupper() for w in words if len(w) > 3)


def is_named(context: Context, quoted: Quoted) -> bool:
    """Whether the word before says that a name follows: 'the film "…"', 'nicknamed "…"'."""
    table = cue_table()
    block = context.block_at(quoted.begin)
    for place in context.before(quoted.begin, max(block.span.begin, quoted.begin - 40)):
        token = place.token
        if token.pos == "DET":
            continue
        lemma = token.lemma.lower()
        titled = token.pos != "VERB" and table.helps("title", lemma)
        return titled or (table.helps("naming", lemma) and not _labels(lemma, token.tag))
    return False


def is_called(context: Context, quoted: Quoted) -> bool:
    """Whether a name is quoted in the middle of the reporter's sentence: 'his work in "Revolutionary Road," said'."""
    if is_named(context, quoted):
        return True
    frame = frame_before(context, quoted)
    return bool(frame) and frame[-1].token.pos in ("ADP", "DET", "NOUN", "ADJ") and is_title(context, quoted)


def _labels(lemma: str, tag: str) -> bool:
    """ "calling it": an active label verb is no mere naming."""
    return lemma == "call" and tag != "VBN"

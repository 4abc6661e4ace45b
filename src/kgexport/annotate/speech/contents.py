"""The span of what is said indirectly, trimmed, its quoted stretches whole; knows no cues and no entities."""

from __future__ import annotations

import re
from itertools import pairwise

from kgexport.annotate.speech.clauses import trimmed
from kgexport.annotate.speech.context import Context
from kgexport.annotate.speech.marks import Quoted
from kgexport.model import Sentence, Span, Token

_MOSTLY = 0.8
"""From this share on, a content that begins inside quotation marks is direct speech."""
_OPENING = frozenset('“„«`"')
_FRAMED = frozenset(",?!")
"""What ends a quotation that a frame follows: direct speech."""
_COMMENT = re.compile(
    r"\s?(?:[–—,]|--?)\san?\s(?:\w+\s)?(?:claim|charge|allegation|accusation|assertion|suggestion)\s"
    r"(?:that|which)?\s?(?:\w+\s){1,4}(?:den|disput|reject)\w*"
)
"""What the reporter says of the statement: "… – a claim that diplomats dispute"."""
_LOOSE = ' \n\t,;:“”"„«»`‘'


def content_span(context: Context, sentence: Sentence, first: int, last: int, aside: Span | None = None) -> Span | None:
    """The span of what is said: trimmed, quoted stretches whole; None where it is direct speech or hardly anything."""
    kept = trimmed(sentence, _behind_dateline(context, sentence, first), last)
    if kept is None or _leads_into_quote(context, sentence, *kept):
        return None
    tokens = [t for t in sentence.tokens[kept[0] : kept[1] + 1] if t.pos != "PUNCT" and not _inside(t, aside)]
    if not tokens or _is_direct(context, tokens):
        return None
    begin, end = sentence.tokens[kept[0]].span.begin, sentence.tokens[kept[1]].span.end
    comment = _COMMENT.search(context.text, begin, end)
    if comment and context.quoted_at(comment.start()) is None:
        end = comment.start()
    opened, closed = context.quoted_at(begin), context.quoted_at(end - 1)
    if opened and opened.end < end and _is_whole(context.text, opened):
        return None
    return _without_loose_marks(
        context.text, opened.begin if opened else begin, closed.end if closed else end, opened, closed
    )


def _is_whole(text: str, quoted: Quoted) -> bool:
    """Whether a quotation ends as direct speech does: before a frame, or before another sentence."""
    last = text[quoted.parts[-1].end - 1]
    return last in _FRAMED or (last == "." and text[quoted.end : quoted.end + 2].strip()[:1].isupper())


def _behind_dateline(context: Context, sentence: Sentence, first: int) -> int:
    dateline = context.annotations.article.dateline
    if dateline is None or sentence.tokens[first].span.begin >= dateline.span.end:
        return first
    return next((t.i for t in sentence.tokens[first:] if t.span.begin >= dateline.span.end), first)


def _inside(token: Token, aside: Span | None) -> bool:
    return aside is not None and aside.begin <= token.span.begin < aside.end


def _is_direct(context: Context, tokens: list[Token]) -> bool:
    """Whether nearly all is quoted, and not only the end of what begins in the reporter's words."""
    quoted = [token for token in tokens if context.is_quoted(token)]
    if len(quoted) < _MOSTLY * len(tokens):
        return False
    return context.is_quoted(tokens[0]) or not quoted[0].text[0].islower()


def _leads_into_quote(context: Context, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a colon inside introduces direct speech: then the words before it are the reporter's own."""
    tokens = sentence.tokens[first : last + 1]
    return any(a.text == ":" and context.is_quoted(b) for a, b in pairwise(tokens))


def _without_loose_marks(text: str, begin: int, end: int, opened: Quoted | None, closed: Quoted | None) -> Span | None:
    """Marks at the edges that belong to no pair are left out; None where one opens: direct speech, badly closed."""
    while not opened and begin < end and text[begin] in _LOOSE:
        if text[begin] in _OPENING:
            return None
        begin += 1
    while not closed and begin < end and text[end - 1] in _LOOSE:
        end -= 1
    return Span(begin, end) if begin < end else None

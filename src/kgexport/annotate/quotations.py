"""Finds direct quotations and their speakers: the annotator, which knows the modules of `speech/` and no syntax."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kgexport.annotate.speech.context import Context
from kgexport.annotate.speech.frames import (
    Attribution,
    attribute_after,
    frame_after,
    frame_before,
)
from kgexport.annotate.speech.governed import attribute_governed
from kgexport.annotate.speech.leading import attribute_before
from kgexport.annotate.speech.marks import Quoted
from kgexport.annotate.speech.speakers import Speaker, resolve
from kgexport.annotate.speech.statements import Reports, find_reports
from kgexport.annotate.speech.titles import is_called, is_title
from kgexport.annotate.speech.turns import Found, Turns
from kgexport.annotate.speech.voices import LastVoice
from kgexport.model import Annotations, BlockKind, Mention, MentionKind, Quotation

_SCARE = 2
"""With up to so many words it is a scare quote, a title or a nickname, unless a cue says otherwise."""
_FRAMES = (("frame-after", attribute_after), ("frame-before", attribute_before))
_SURELY_SAID = 6
"""So many words, even of a half sentence, are no scare quote."""
_SENTENCE_END = re.compile(r"[.,!?…—–-]$")


class QuotationAnnotator:
    """Adds the quotations."""

    def annotate(self, so_far: Annotations) -> Annotations:
        """Read quotation marks in all prose; needs sentences, and entities for the speakers."""
        context = Context(so_far)
        found = list(_attributed(context))
        return so_far.adding(quotations=[_quotation(i, group) for i, group in enumerate(_joined(context, found), 1)])


def _quotation(number: int, group: list[Found]) -> Quotation:
    first = group[0]
    confidence = 0.6 if first.speaker.key is None else round(first.speaker.confidence, 2)
    return Quotation(
        key=f"quotation-{number}",
        mentions=tuple(
            Mention(part, MentionKind.QUOTE, f"quotations/{first.rule}", confidence)
            for found in group
            for part in found.quoted.parts
        ),
        speaker=first.speaker.key,
        cue=first.attribution.cue if first.attribution else None,
        voice=first.attribution.speaker.span if first.attribution and first.attribution.speaker else None,
    )


def _joined(context: Context, found: list[Found]) -> Iterator[list[Found]]:
    """Interrupted quotations in one: "…," he said, "…"."""
    group: list[Found] = []
    for item in found:
        if group and item.rule == "interrupted":
            group.append(item)
            continue
        if group:
            yield group
        group = [item]
    if group:
        yield group


def _attributed(context: Context) -> Iterator[Found]:
    reports = Reports(find_reports(context))
    turns = Turns(context, reports)
    for quoted in context.quoted:
        found = _attribute(context, quoted, reports, turns)
        if found is not None:
            yield found
            turns.add(found)


def _attribute(context: Context, quoted: Quoted, reports: Reports, turns: Turns) -> Found | None:
    words = len(quoted.text(context.annotations.article).split())
    last = turns.last
    if last is not None and _interrupted(context, quoted, last):
        return Found(quoted, last.attribution, last.speaker, "interrupted")
    fragment = _governed_fragment(context, quoted, turns)
    if fragment is not None:
        return fragment
    for rule, attribute in _FRAMES if quoted.closed else _FRAMES[1:]:
        attribution = None if words <= _SCARE and _is_woven_in(context, quoted, rule) else attribute(context, quoted)
        if attribution is not None and not is_called(context, quoted):
            return _resolved(context, quoted, attribution, rule, turns)
    if not quoted.closed:
        return None
    return _inside_clause(context, quoted, reports, turns, words) or _without_cue(context, quoted, turns, words)


def _is_woven_in(context: Context, quoted: Quoted, rule: str) -> bool:
    """Whether a word or two stand in the middle of what somebody else tells: "will go ‘very soon’, X says"."""
    text = quoted.text(context.annotations.article)
    if _SENTENCE_END.search(text):
        return False
    if rule == "frame-after":
        return text[0].islower() and bool(frame_before(context, quoted))
    behind = frame_after(context, quoted)
    return bool(behind) and behind[0].token.pos not in ("PUNCT", "CCONJ", "ADP", "SCONJ")


def _governed_fragment(context: Context, quoted: Quoted, turns: Turns) -> Found | None:
    """Half a sentence that a verb before it makes somebody's own: "X urged them to “stop”, Y said"."""
    if not quoted.closed or not quoted.text(context.annotations.article)[0].islower() or is_title(context, quoted):
        return None
    governed = attribute_governed(context, quoted)
    if governed is None or not frame_before(context, quoted):
        return None
    found = _resolved(context, quoted, governed, "governed", turns)
    several = len(quoted.text(context.annotations.article).split()) > _SCARE
    return found if governed.commits or (found.speaker.key and several) else None


def _inside_clause(context: Context, quoted: Quoted, reports: Reports, turns: Turns, words: int) -> Found | None:
    """A fragment: the innermost of what governs it and of the indirect statement around it says whose it is."""
    if is_title(context, quoted):
        return None
    report = reports.around(quoted)
    governed = attribute_governed(context, quoted)
    if governed is not None and (report is None or report.content.covers(governed.cue)):
        found = _resolved(context, quoted, governed, "governed", turns)
        if found.speaker.key and (governed.commits or words > _SCARE):
            return found
        if report is None and words > _SCARE:
            return found
    if report is None or words <= _SCARE:
        return None
    around = Attribution(report.cue_span, report.sentence, report.speaker, 0.85, quoted.begin)
    return _resolved(context, quoted, around, "mixed", turns)


def _resolved(context: Context, quoted: Quoted, attribution: Attribution, rule: str, turns: Turns) -> Found:
    speaker = None
    if attribution.speaker is not None:
        speaker = resolve(context, attribution.sentence, attribution.speaker, attribution.cue)
        if turns.last is not None and (speaker is None or speaker.key is None):
            voice = LastVoice()
            voice.heard(context, turns.last.speaker)
            speaker = voice.same(attribution.sentence, attribution.speaker) or speaker
    speaker = speaker or Speaker(None, 0.5)
    return Found(quoted, attribution, replace(speaker, confidence=speaker.confidence * attribution.confidence), rule)


def _interrupted(context: Context, quoted: Quoted, last: Found) -> bool:
    """Whether a quotation goes on behind a frame that ends with a comma."""
    if last.rule not in ("frame-after", "interrupted") or last.attribution is None:
        return False
    between = context.text[last.attribution.end : quoted.begin]
    frame = context.text[last.quoted.end : quoted.begin].rstrip()
    unfinished = context.text[last.quoted.parts[-1].end - 1] not in ".!?"
    return (
        not between.strip(" ,;—–-\n") and ";" not in frame[:-1] and frame.endswith((",", ";", "—", "–")) and unfinished
    )


def _without_cue(context: Context, quoted: Quoted, turns: Turns, words: int) -> Found | None:
    """A quotation that stands alone: whose it is, the sentence or the quotation before tells."""
    text = quoted.text(context.annotations.article)
    whole = text[0].isupper() and _SENTENCE_END.search(text)
    if not (whole or (words >= _SURELY_SAID and _goes_on(context, quoted, text))) or is_title(context, quoted):
        return None
    speaker, rule = Speaker(None, 0.5), "alone"
    if _stands_alone(context, quoted):
        speaker, rule = turns.next(quoted)
    in_turn = rule == "continued" or (rule == "dialogue" and speaker.key is not None)
    return Found(quoted, None, speaker, rule) if words > _SCARE or in_turn else None


def _goes_on(context: Context, quoted: Quoted, text: str) -> bool:
    """Whether a half sentence is woven into the reporter's own; headlines that are cited are not."""
    if context.block_at(quoted.begin).kind is BlockKind.HEADLINE:
        return False
    behind = frame_after(context, quoted)
    return text[0].islower() or bool(behind and behind[0].token.pos != "PUNCT")


def _stands_alone(context: Context, quoted: Quoted) -> bool:
    """Whether no words share the sentence with the quotation."""
    return not frame_before(context, quoted)

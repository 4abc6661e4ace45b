"""Finds direct quotations and their speakers: the annotator, which knows the modules of `speech/` and no syntax."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

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
from kgexport.annotate.speech.reports import Report
from kgexport.annotate.speech.speakers import Speaker, is_person, people_in, resolve
from kgexport.annotate.speech.statements import find_reports
from kgexport.annotate.speech.titles import is_called, is_title
from kgexport.annotate.speech.voices import LastVoice
from kgexport.model import Annotations, BlockKind, Mention, MentionKind, Quotation, Span

_SCARE = 2
"""With up to so many words it is a scare quote, a title or a nickname, unless a cue says otherwise."""
_FARTHEST = 200
"""Tokens before a quotation among which its speaker is looked for."""
_FRAMES = (("frame-after", attribute_after), ("frame-before", attribute_before))
_ANSWERS = frozenset({"answer", "reply", "respond", "retort"})
_SURELY_SAID = 6
"""So many words, even of a half sentence, are no scare quote."""
_SENTENCE_END = re.compile(r"[.,!?…—–-]$")


@dataclass(frozen=True, slots=True)
class _Found:
    quoted: Quoted
    attribution: Attribution | None
    speaker: Speaker
    rule: str


class QuotationAnnotator:
    """Adds the quotations."""

    def annotate(self, so_far: Annotations) -> Annotations:
        """Read quotation marks in all prose; needs sentences, and entities for the speakers."""
        context = Context(so_far)
        found = list(_attributed(context))
        return so_far.adding(quotations=[_quotation(i, group) for i, group in enumerate(_joined(context, found), 1)])


def _quotation(number: int, group: list[_Found]) -> Quotation:
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
    )


def _joined(context: Context, found: list[_Found]) -> Iterator[list[_Found]]:
    """Interrupted quotations in one: "…," he said, "…"."""
    group: list[_Found] = []
    for item in found:
        if group and item.rule == "interrupted":
            group.append(item)
            continue
        if group:
            yield group
        group = [item]
    if group:
        yield group


def _attributed(context: Context) -> Iterator[_Found]:
    reports = _Reports(find_reports(context))
    last: _Found | None = None
    for quoted in context.quoted:
        found = _attribute(context, quoted, reports, last)
        if found is not None:
            yield found
            last = found


class _Reports:
    """Looks up the innermost report whose content holds a quoted stretch."""

    def __init__(self, reports: list[Report]) -> None:
        self._reports = reports
        self._begins = [report.content.begin for report in reports]

    def around(self, quoted: Quoted) -> Report | None:
        for i in range(bisect_right(self._begins, quoted.begin) - 1, -1, -1):
            content = self._reports[i].content
            if content.covers(Span(quoted.begin, quoted.end)):
                return self._reports[i]
            if quoted.begin - content.begin > 2000:
                return None
        return None

    def last_in(self, span: Span) -> Report | None:
        """The report of the last sentence of a span; None where that sentence reports nothing."""
        i = bisect_right(self._begins, span.end) - 1
        report = self._reports[i] if i >= 0 and self._begins[i] >= span.begin else None
        return report if report is not None and report.sentence.span.end >= span.end - 1 else None


def _attribute(context: Context, quoted: Quoted, reports: _Reports, last: _Found | None) -> _Found | None:
    words = len(quoted.text(context.annotations.article).split())
    if last is not None and _interrupted(context, quoted, last):
        return _Found(quoted, last.attribution, last.speaker, "interrupted")
    for rule, attribute in _FRAMES if quoted.closed else _FRAMES[1:]:
        attribution = attribute(context, quoted)
        if attribution is not None and not is_called(context, quoted):
            return _resolved(context, quoted, attribution, rule, last)
    if not quoted.closed:
        return None
    return _inside_clause(context, quoted, reports, last, words) or _without_cue(context, quoted, reports, last, words)


def _inside_clause(
    context: Context, quoted: Quoted, reports: _Reports, last: _Found | None, words: int
) -> _Found | None:
    """A fragment: the innermost of what governs it and of the indirect statement around it says whose it is."""
    if is_title(context, quoted):
        return None
    report = reports.around(quoted)
    governed = attribute_governed(context, quoted)
    if governed is not None and (report is None or report.content.covers(governed.cue)):
        found = _resolved(context, quoted, governed, "governed", last)
        if found.speaker.key and (governed.commits or words > _SCARE):
            return found
        if report is None and words > _SCARE:
            return found
    if report is None or words <= _SCARE:
        return None
    around = Attribution(report.cue_span, report.sentence, report.speaker, 0.85, quoted.begin)
    return _resolved(context, quoted, around, "mixed", last)


def _resolved(context: Context, quoted: Quoted, attribution: Attribution, rule: str, last: _Found | None) -> _Found:
    speaker = None
    if attribution.speaker is not None:
        speaker = resolve(context, attribution.sentence, attribution.speaker, attribution.cue)
        if last is not None and (speaker is None or speaker.key is None):
            voice = LastVoice()
            voice.heard(context, last.speaker)
            speaker = voice.same(attribution.sentence, attribution.speaker) or speaker
    speaker = speaker or Speaker(None, 0.5)
    return _Found(quoted, attribution, replace(speaker, confidence=speaker.confidence * attribution.confidence), rule)


def _interrupted(context: Context, quoted: Quoted, last: _Found) -> bool:
    """Whether a quotation goes on behind a frame that ends with a comma."""
    if last.rule not in ("frame-after", "interrupted") or last.attribution is None:
        return False
    between = context.text[last.attribution.end : quoted.begin]
    frame = context.text[last.quoted.end : quoted.begin].rstrip()
    unfinished = context.text[last.quoted.parts[-1].end - 1] not in ".!?"
    return (
        not between.strip(" ,;—–-\n") and ";" not in frame[:-1] and frame.endswith((",", ";", "—", "–")) and unfinished
    )


def _without_cue(context: Context, quoted: Quoted, reports: _Reports, last: _Found | None, words: int) -> _Found | None:
    """A quotation that stands alone: whose it is, the sentence or the quotation before tells."""
    text = quoted.text(context.annotations.article)
    whole = text[0].isupper() and _SENTENCE_END.search(text)
    if not (whole or (words >= _SURELY_SAID and _goes_on(context, quoted, text))) or is_title(context, quoted):
        return None
    speaker, rule = Speaker(None, 0.5), "alone"
    if _stands_alone(context, quoted):
        speaker, rule = _from_before(context, quoted, last)
        speaker = speaker if speaker.key else _from_paragraph_before(context, quoted, reports)
    return _Found(quoted, None, speaker, rule) if words > _SCARE or rule == "continued" else None


def _goes_on(context: Context, quoted: Quoted, text: str) -> bool:
    """Whether a half sentence is woven into the reporter's own; headlines that are cited are not."""
    if context.block_at(quoted.begin).kind is BlockKind.HEADLINE:
        return False
    behind = frame_after(context, quoted)
    return text[0].islower() or bool(behind and behind[0].token.pos != "PUNCT")


def _stands_alone(context: Context, quoted: Quoted) -> bool:
    """Whether no words share the sentence with the quotation."""
    return not frame_before(context, quoted)


def _from_before(context: Context, quoted: Quoted, last: _Found | None) -> tuple[Speaker, str]:
    block = context.block_at(quoted.begin)
    low = block.span.begin
    if last is not None and last.quoted.end > low:
        low = max(last.quoted.end, last.attribution.end if last.attribution else 0)
    near = islice(context.before(quoted.begin, low), _FARTHEST)
    between = [place for place in near if place.token.pos != "PUNCT"]
    if not between:
        return _continued(context, quoted, last)
    sentence = between[0].sentence
    keys = [key for token in sentence.children(sentence.root, "nsubj") for key in people_in(context, sentence, token)]
    if len(keys) == 1 and not any(context.is_quoted(place.token) for place in between):
        return Speaker(keys[0], 0.6), "sentence-before"
    return Speaker(None, 0.5), "alone"


def _from_paragraph_before(context: Context, quoted: Quoted, reports: _Reports) -> Speaker:
    """The person whose statement ends the paragraph before, for a quotation that is a paragraph of its own."""
    block = context.block_at(quoted.begin)
    before = context.block_before(block)
    alone = quoted.begin == block.span.begin and not frame_after(context, quoted)
    report = reports.last_in(before.span) if before is not None and alone else None
    if report is None or report.speaker is None or context.quoted_in(report.sentence.span):
        return Speaker(None, 0.5)
    speaker = resolve(context, report.sentence, report.speaker, report.cue_span)
    person = speaker is not None and speaker.key and is_person(context.annotations.entity(speaker.key))
    return Speaker(speaker.key, 0.55) if speaker is not None and person else Speaker(None, 0.5)


def _continued(context: Context, quoted: Quoted, last: _Found | None) -> tuple[Speaker, str]:
    """The speaker of the quotation right before, in this paragraph or at the end of the last."""
    if last is None:
        return Speaker(None, 0.5), "alone"
    end = max(last.quoted.end, last.attribution.end if last.attribution else 0)
    if last.quoted.end <= context.block_at(quoted.begin).span.begin and frame_after(context, quoted):
        return Speaker(None, 0.5), "alone"
    if context.text[end : quoted.begin].strip(" \n\t.,;:!?\u00a0"):
        return Speaker(None, 0.5), "alone"
    if _is_next_question(context, quoted, last):
        return Speaker(None, 0.5), "alone"
    return Speaker(last.speaker.key, round(last.speaker.confidence * 0.85, 2)), "continued"


def _is_next_question(context: Context, quoted: Quoted, last: _Found) -> bool:
    """Whether a question follows an answer: then the other one speaks."""
    if last.attribution is None or not quoted.text(context.annotations.article).endswith("?"):
        return False
    sentence, cue = last.attribution.sentence, last.attribution.cue
    return any(token.span.begin == cue.begin and token.lemma.lower() in _ANSWERS for token in sentence.tokens)

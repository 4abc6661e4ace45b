"""Finds indirect statements and who makes them: the annotator; the syntax is in `speech/`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from kgexport.annotate.speech.context import Context
from kgexport.annotate.speech.reports import Report
from kgexport.annotate.speech.speakers import Speaker, resolve
from kgexport.annotate.speech.statements import find_reports
from kgexport.annotate.speech.voices import LastVoice
from kgexport.model import Annotations, Claim, Mention, MentionKind, Quotation

_CONFIDENCE = {
    "clause": 0.9,
    "clause-first": 0.85,
    "trailing": 0.7,
    "parenthetical": 0.8,
    "phrase": 0.85,
    "as-clause": 0.75,
    "noun": 0.75,
    "headline": 0.8,
    "prep": 0.75,
    "object": 0.65,
}


_KERNEL = 3
"""So many words more make no statement of its own."""


class ClaimAnnotator:
    """Adds the claims, and tells quotations inside a claim that they are its fragments."""

    def annotate(self, so_far: Annotations) -> Annotations:
        """Read reporting words in all sentences; needs entities for the speakers, and comes after the quotations."""
        claims = list(_claims(Context(so_far)))
        return so_far.adding(claims=claims).replacing(quotations=_fragments(so_far.quotations, claims))


def _claims(context: Context) -> Iterator[Claim]:
    number = 0
    voice = LastVoice()
    last: tuple[Report, Speaker] | None = None
    for report in find_reports(context):
        speaker = _speaker(context, report, voice)
        if speaker is None or (last is not None and _says_again(context, report, speaker, *last)):
            continue
        last = (report, speaker)
        voice.heard(context, speaker)
        number += 1
        confidence = round(_CONFIDENCE[report.rule] * (speaker.confidence if speaker.key else 0.8), 2)
        yield Claim(
            key=f"claim-{number}",
            mention=Mention(report.content, MentionKind.STATEMENT, f"claims/{report.rule}", confidence),
            speaker=speaker.key,
            reporting_verb=report.cue.lemma,
            cue=report.cue_span,
            polarity=report.cue.polarity,
            aside=report.aside,
            voice=report.speaker.span if report.speaker is not None else None,
        )


def _speaker(context: Context, report: Report, voice: LastVoice) -> Speaker | None:
    """Who makes the statement. None: nobody that could be asked."""
    if report.speaker is None:
        return None
    speaker = resolve(context, report.sentence, report.speaker, report.cue_span)
    if speaker is not None and speaker.key is None:
        return voice.same(report.sentence, report.speaker) or speaker
    return speaker


def _says_again(context: Context, report: Report, speaker: Speaker, outer: Report, who: Speaker) -> bool:
    """Whether a statement is only the kernel of the one around it: "X said he believes that …"."""
    if report.speaker is None or not outer.content.covers(report.content):
        return False
    same = speaker.key == who.key if speaker.key else report.speaker.pos == "PRON"
    before = context.text[outer.content.begin : report.content.begin].split()
    return same and len(before) <= _KERNEL and outer.content.end - report.content.end <= _KERNEL


def _fragments(quotations: tuple[Quotation, ...], claims: list[Claim]) -> Iterator[Quotation]:
    """Each quotation with the key of the innermost claim around it."""
    around: dict[str, str] = {}
    begins = [quotation.mentions[0].span.begin for quotation in quotations]
    for claim in sorted(claims, key=lambda c: -len(c.mention.span)):
        span = claim.mention.span
        for quotation in quotations[bisect_left(begins, span.begin) : bisect_left(begins, span.end)]:
            if all(span.covers(mention.span) for mention in quotation.mentions):
                around[quotation.key] = claim.key
    for quotation in quotations:
        yield replace(quotation, claim=around.get(quotation.key))

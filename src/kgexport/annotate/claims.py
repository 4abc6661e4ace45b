"""Finds indirect statements and who makes them: the annotator; the syntax is in `speech/`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from kgexport.annotate.speech.context import Context
from kgexport.annotate.speech.reports import Report
from kgexport.annotate.speech.speakers import Speaker, is_person, resolve
from kgexport.annotate.speech.statements import find_reports
from kgexport.model import Annotations, Claim, Mention, MentionKind, Quotation

_CONFIDENCE = {
    "clause": 0.9,
    "clause-first": 0.85,
    "parenthetical": 0.8,
    "phrase": 0.85,
    "as-clause": 0.75,
    "noun": 0.75,
    "headline": 0.8,
    "prep": 0.75,
    "object": 0.65,
}


class ClaimAnnotator:
    """Adds the claims, and tells quotations inside a claim that they are its fragments."""

    def annotate(self, so_far: Annotations) -> Annotations:
        """Read reporting words in all sentences; needs entities for the speakers, and comes after the quotations."""
        claims = list(_claims(Context(so_far)))
        return so_far.adding(claims=claims).replacing(quotations=_fragments(so_far.quotations, claims))


def _claims(context: Context) -> Iterator[Claim]:
    number = 0
    body: Speaker | None = None
    for report in find_reports(context):
        speaker = _speaker(context, report, body)
        if speaker is None:
            continue
        if speaker.key is not None:
            body = None if is_person(context.annotations.entity(speaker.key)) else speaker
        number += 1
        confidence = round(_CONFIDENCE[report.rule] * (speaker.confidence if speaker.key else 0.8), 2)
        yield Claim(
            key=f"claim-{number}",
            mention=Mention(report.content, MentionKind.STATEMENT, f"claims/{report.rule}", confidence),
            speaker=speaker.key,
            reporting_verb=report.cue.lemma,
            cue=report.cue_span,
            polarity=report.cue.polarity,
        )


def _speaker(context: Context, report: Report, body: Speaker | None) -> Speaker | None:
    """Who makes the statement; "it" is the body that spoke last. None: nobody that could be asked."""
    if report.speaker is None:
        return None
    speaker = resolve(context, report.sentence, report.speaker)
    if speaker is not None and speaker.key is None and report.speaker.text.lower() == "it" and body is not None:
        return Speaker(body.key, 0.6)
    return speaker


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

"""All indirect statements of an article, by verbs and by other constructions; knows no entities but for headlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kgexport.annotate.speech.constructions import constructions
from kgexport.annotate.speech.context import Context
from kgexport.annotate.speech.reports import Report, verbal_reports
from kgexport.model import Span

_IN_FRONT = frozenset({"clause-first", "trailing", "phrase"})


def find_reports(context: Context) -> list[Report]:
    """All reports outside of direct speech, in the order of their content, one a content."""
    found: dict[Span, Report] = {}
    for sentence in context.annotations.sentences:
        for report in _without_frames([*verbal_reports(context, sentence), *constructions(context, sentence)]):
            found.setdefault(report.content, report)
    return sorted(found.values(), key=lambda r: (r.content, r.cue_span))


def _without_frames(reports: list[Report]) -> Iterator[Report]:
    """The reports of a sentence, none reaching into the frame behind another: "they think …, a source said"."""
    ends = [report.content for report in reports if report.rule in _IN_FRONT and report.aside is None]
    for report in reports:
        content = report.content
        for outer in ends:
            if outer.begin <= content.begin < outer.end < content.end:
                content = Span(content.begin, outer.end)
        yield report if content == report.content else replace(report, content=content)

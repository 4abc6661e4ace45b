"""All indirect statements of an article, by verbs and by other constructions; knows no entities but for headlines."""

from __future__ import annotations

from kgexport.annotate.speech.constructions import constructions
from kgexport.annotate.speech.context import Context
from kgexport.annotate.speech.reports import Report, verbal_reports
from kgexport.model import Span


def find_reports(context: Context) -> list[Report]:
    """All reports outside of direct speech, in the order of their content, one a content."""
    found: dict[Span, Report] = {}
    for sentence in context.annotations.sentences:
        for report in (*verbal_reports(context, sentence), *constructions(context, sentence)):
            found.setdefault(report.content, report)
    return sorted(found.values(), key=lambda r: (r.content, r.cue_span))

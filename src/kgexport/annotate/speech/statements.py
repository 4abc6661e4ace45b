"""All indirect statements of an article, by verbs and by other constructions; knows no entities but for headlines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from kgexport.annotate.speech.constructions import constructions, phrase_at
from kgexport.annotate.speech.context import Context
from kgexport.annotate.speech.marks import Quoted
from kgexport.annotate.speech.reports import Report, verbal_reports
from kgexport.model import Sentence, Span

_FARTHEST = 2000
"""Characters between the beginnings of a report and of a quoted stretch inside it."""
_IN_FRONT = frozenset({"clause-first", "trailing", "phrase"})


def find_reports(context: Context) -> list[Report]:
    """All reports outside of direct speech, in the order of their content, one a content."""
    found: dict[Span, Report] = {}
    for sentence in context.annotations.sentences:
        reports = [*verbal_reports(context, sentence), *constructions(context, sentence)]
        for report in _without_frames(_without_sources(context, sentence, reports)):
            found.setdefault(report.content, report)
    return sorted(found.values(), key=lambda r: (r.content, r.cue_span))


class Reports:
    """Looks up the innermost report whose content holds a quoted stretch."""

    def __init__(self, reports: list[Report]) -> None:
        self._reports = reports
        self._begins = [report.content.begin for report in reports]

    def around(self, quoted: Quoted) -> Report | None:
        """The innermost report around a quoted stretch."""
        for i in range(bisect_right(self._begins, quoted.begin) - 1, -1, -1):
            content = self._reports[i].content
            if content.covers(Span(quoted.begin, quoted.end)):
                return self._reports[i]
            if quoted.begin - content.begin > _FARTHEST:
                return None
        return None

    def last_in(self, span: Span) -> Report | None:
        """The report of the last sentence of a span; None where that sentence reports nothing."""
        i = bisect_right(self._begins, span.end) - 1
        report = self._reports[i] if i >= 0 and self._begins[i] >= span.begin else None
        return report if report is not None and report.sentence.span.end >= span.end - 1 else None


def _without_sources(context: Context, sentence: Sentence, reports: list[Report]) -> list[Report]:
    """The reports without a source at the end of the sentence: "X said “it is over,” per the BBC"."""
    for token in sentence.tokens[1:] if reports else ():
        found = phrase_at(sentence, token)
        behind = found and sentence.subtree(found[2])[-1].i + 1
        if not behind or context.is_quoted(token) or any(t.pos != "PUNCT" for t in sentence.tokens[behind:]):
            continue
        end = sentence.tokens[token.i - 1].span.end
        end -= sentence.tokens[token.i - 1].text == ","
        cut = [r.content.begin < end < token.span.begin < r.content.end and r.aside is None for r in reports]
        both = zip(reports, cut, strict=True)
        return [replace(r, content=Span(r.content.begin, end)) if short else r for r, short in both]
    return reports


def _without_frames(reports: list[Report]) -> Iterator[Report]:
    """The reports of a sentence, none reaching into the frame behind another: "they think …, a source said"."""
    ends = [report.content for report in reports if report.rule in _IN_FRONT and report.aside is None]
    for report in reports:
        content = report.content
        for outer in ends:
            if outer.begin <= content.begin < outer.end < content.end:
                content = Span(content.begin, outer.end)
        yield report if content == report.content else replace(report, content=content)

"""Finds the words that name a time in an article's prose and resolves them by its date; must not know any event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgexport.annotate.values import anaphora, direction, timejoin, timerules
from kgexport.annotate.values.blocks import prose
from kgexport.annotate.values.calendar import Anchor, Interval
from kgexport.annotate.values.plausible import Judge
from kgexport.annotate.values.timeforms import Reading, names_an_occasion, readings
from kgexport.annotate.values.timejoin import Found
from kgexport.annotate.values.timeparts import Situation, month_and_day
from kgexport.model import Annotations, Article, BlockKind, Mention, MentionKind, Span, TimeExpression


class TimeAnnotator:
    """Adds the layer `times`."""

    def annotate(self, so_far: Annotations) -> Annotations:
        """Find the times in the blocks of prose and of date; give back the annotations with them.

        Relative times are resolved by the article's date of publication, never more precisely than that is known; an
        article that only says when it was changed last speaks of that day.
        """
        article = so_far.article
        anchor = Anchor.of(article.metadata.published or article.metadata.modified)
        judge = Judge(article.text)
        blocks = [_Block(article, span, judge, anchor) for span in prose(article, BlockKind.DATE)]
        years = _stated_years(reading for block in blocks for reading in block.readings)
        found = [item for block in blocks for item in block.times(years)]
        more = _stated_years(item.reading for item in found)  # also from "Oct. 7 last year"
        if more != years:
            found = [item for block in blocks for item in block.times(more)]
        return so_far.adding(times=map(_expression, found))


Years = dict[tuple[int, int], set[str]]


def _stated_years(found: Iterable[Reading]) -> Years:
    """Month and day -> the years that the article states with it somewhere."""
    years: Years = {}
    for reading in found:
        date = month_and_day(reading)
        year = reading.parts.get("year") or reading.parts.get("year2")
        if date and year:
            years.setdefault(date, set()).add(year)
    return years


class _Block:
    """One block of an article, to be searched for times."""

    def __init__(self, article: Article, span: Span, judge: Judge, anchor: Anchor) -> None:
        self._text, self._span, self._anchor = article.text, span, anchor
        self._headline = any(block.kind is BlockKind.HEADLINE and block.span == span for block in article.blocks[:3])
        self.readings = tuple(self._chosen(judge))
        """Those that hold, none overlapping another."""

    def times(self, years: Years) -> list[Found]:
        """The times of the block, in order, neighbours joined; a date without year takes the one stated elsewhere."""
        joined: list[Found] = []
        for reading in self.readings:
            item = Found(reading, *self._resolve(self._dated(reading, years)))
            merged = self._join(joined[-1], item) if joined else None
            if merged:
                joined[-1] = merged
            else:
                joined.append(item)
        return anaphora.counted(joined, self._text)

    def _join(self, first: Found, second: Found) -> Found | None:
        return timejoin.join(first, second, self._text, self._span.begin, self._anchor.day, self._resolve)

    def _chosen(self, judge: Judge) -> Iterator[Reading]:
        reached = -1
        for reading in readings(self._text, self._span):
            if reading.begin < reached or not judge.accepts(reading, self._span):
                continue
            reached = reading.end
            if reading.rule not in timerules.IGNORED:
                yield reading

    def _dated(self, reading: Reading, years: Years) -> Reading:
        date = month_and_day(reading)
        if date is None or "year" in reading.parts or "year2" in reading.parts:
            return reading
        stated = sorted(years.get(date, ()))
        if len(stated) == 1:
            return reading.having(year=stated[0])
        return reading.having(named="yes") if names_an_occasion(self._text, reading.end, self._span.end) else reading

    def _resolve(self, reading: Reading) -> Interval:
        return timerules.resolve(reading.rule, reading.parts, Situation(self._anchor, lambda: self._future(reading)))

    def _future(self, reading: Reading) -> bool | None:
        span = self._span
        return direction.future(self._text, reading.begin, reading.end, span.begin, span.end, self._headline)


def _expression(found: Found) -> TimeExpression:
    where = Span(*found.span())
    mention = Mention(where, MentionKind.TIME, f"times/{found.reading.rule}", found.reading.confidence)
    within = found.end_value is not None and timerules.is_stretch(found.reading.rule, joined=found.begin >= 0)
    return TimeExpression(f"time:{where.begin}-{where.end}", mention, found.value, found.end_value, within)

"""Joins neighbouring times: the ends of an interval, a date and its hour, a day and its year, steps from a day."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from kgexport.annotate.values import calendar, durations
from kgexport.annotate.values.calendar import Interval
from kgexport.annotate.values.timeforms import Reading
from kgexport.annotate.values.timeparts import steps as steps_of
from kgexport.model import TimePrecision, TimeValue

_JOINT = re.compile(r"\s?(?:(?P<dash>[-–—~])|(?P<word>to|through|thru|until|till|and))\s?(?:the\s)?", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between)\s(?:the\s)?\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?\Z", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:mov|postpon|delay|chang|push|reschedul|shift|brought|bring|ris|rose|fell|fall|grew|grow|increas|declin|up|down)"
    r"\w{0,4}\b",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"\s?[,–—-]?\s?(?:of\s)?", re.IGNORECASE)
_AT = re.compile(
    r"\s?,?\s?(?:\(|on\s|at\s|around\s|about\s|shortly\safter\s|just\safter\s|just\sbefore\s)?", re.IGNORECASE
)
_STEPS_TO = re.compile(r"\s(?P<side>before|after|from|later than)\s(?:the\s)?", re.IGNORECASE)
_YEARLESS = {"md", "dm", "month"}
_POINTS = {
    TimePrecision.YEAR,
    TimePrecision.MONTH,
    TimePrecision.DAY,
    TimePrecision.MONTH_DAY,
    TimePrecision.MONTH_OF_YEAR,
}


@dataclass(frozen=True, slots=True)
class Found:
    """A reading with what it resolves to."""

    reading: Reading
    value: TimeValue | None
    end_value: TimeValue | None = None
    begin: int = -1
    end: int = -1

    def span(self) -> tuple[int, int]:
        """Where it stands: its reading, or more where others were joined to it."""
        return (self.reading.begin if self.begin < 0 else self.begin, self.reading.end if self.end < 0 else self.end)


Again = Callable[[Reading], Interval]
"""Resolves a reading anew, after it has got more parts."""


def join(first: Found, second: Found, text: str, low: int, today: dt.date | None, again: Again) -> Found | None:
    """The two as one time; None where they stay two. `low` is where their block begins, `today` the publication."""
    begin, middle = first.span()
    start = second.span()[0]
    between = text[middle:start]
    if len(between) > 20:
        return None
    return (
        _of_year(first, second, between, again)
        or _same_moment(first, second, between, text)
        or _hours(first, second, between, text[max(low, begin - 60) : begin])
        or _with_clock(first, second, between)
        or _interval(*_in_order(first, second, today), between, text[max(low, begin - 60) : begin], again)
        or _steps(first, second, between)
    )


def _over(first: Found, second: Found, value: TimeValue | None, end_value: TimeValue | None = None) -> Found:
    reading = second.reading if second.reading.rule != "clock" else first.reading
    confident = min(first.reading.confidence, second.reading.confidence)
    merged = Reading(reading.begin, reading.end, reading.rule, confident, reading.parts)
    return Found(merged, value, end_value, first.span()[0], second.span()[1])


def _of_year(first: Found, second: Found, between: str, again: Again) -> Found | None:
    """ "March 11 this year", "in May of last year"."""
    period = second.reading.rule == "period" and second.reading.parts.get("unit", "").lower() == "year"
    if not period or first.reading.rule not in _YEARLESS or "year" in first.reading.parts or second.value is None:
        return None
    if not _OF_YEAR.fullmatch(between):
        return None
    reading = first.reading.having(year=second.value.lexical)
    return Found(reading, *again(reading), begin=first.span()[0], end=second.span()[1])


def _same_moment(first: Found, second: Found, between: str, text: str) -> Found | None:
    """ "8:45 pm CET (1945 GMT)": one hour, told twice; not with a day of its own in the brackets."""
    end = second.span()[1]
    told_twice = _are_clocks(first, second) and between == " (" and ")" in text[end - 1 : end + 1]
    return dataclasses.replace(first, begin=first.span()[0], end=second.span()[1]) if told_twice else None


def _hours(first: Found, second: Found, between: str, before: str) -> Found | None:
    """ "From 9am to 5pm", "between 10:00 and 12:00 GMT"."""
    joint = _JOINT.fullmatch(between)
    if not joint or not _are_clocks(first, second) or first.value is None or second.value is None:
        return None
    if (joint["word"] or "").lower() == "and" and not _BETWEEN.search(before):
        return None
    zone = second.value.lexical[8:]
    start = first.value if first.value.lexical[8:] else TimeValue(first.value.lexical + zone, TimePrecision.TIME)
    return _over(first, second, start, second.value) if start.lexical < second.value.lexical else None


def _are_clocks(*found: Found) -> bool:
    return all(f.value and f.value.precision is TimePrecision.TIME and not f.end_value for f in found)


def _with_clock(first: Found, second: Found, between: str) -> Found | None:
    """ "At 10:30 GMT on Tuesday", "Tuesday at 10:30": a moment, where the day is known."""
    kinds = [found.value.precision if found.value and not found.end_value else None for found in (first, second)]
    if sorted(map(str, kinds)) != sorted((str(TimePrecision.DAY), str(TimePrecision.TIME))) or not _AT.fullmatch(
        between
    ):
        return None
    day, clock = (second, first) if kinds[0] is TimePrecision.TIME else (first, second)
    if day.value is None or clock.value is None:
        return None
    if clock.reading.parts.get("word", "").lower() == "midnight":  # the one before that day, or the one behind it
        return _over(first, second, day.value)
    return _over(first, second, TimeValue(f"{day.value.lexical}T{clock.value.lexical}", TimePrecision.INSTANT))


def _interval(first: Found, second: Found, between: str, before: str, again: Again) -> Found | None:
    """ "From 2015 to 2017", "between Jan 22 and today", "Nov 18-Dec 19, 2015"."""
    joint = _JOINT.fullmatch(between)
    if not joint or second.value is None or second.value.precision not in _POINTS:
        return None
    if first.end_value and first.reading.rule not in ("quarter", "decade"):
        return None
    word = (joint["word"] or "").lower()
    if word == "and" and not _BETWEEN.search(before):
        return None
    if word == "to" and _MOVED.search(before.rsplit(". ", 1)[-1]):
        return None
    if joint["dash"] is None and word in ("until", "till") and not _FROM.search(before):
        return None
    start = _start(first, second.value, again)
    last = second.end_value or second.value
    if start is None or start.precision not in _POINTS or start.lexical >= last.lexical:
        return None
    return _over(first, second, start, last)


def _in_order(first: Found, second: Found, today: dt.date | None) -> tuple[Found, Found]:
    """Two days of the week, each resolved alone, as ends of one stretch: both ahead or both behind."""
    days = [found.value.date if found.value and found.reading.rule == "weekday" else None for found in (first, second)]
    if today is None or days[0] is None or days[1] is None or days[0] < days[1]:
        return first, second
    if days[0] > today:
        return first, dataclasses.replace(second, value=calendar.day_value(calendar.shift_days(days[1], 7)))
    return dataclasses.replace(first, value=calendar.day_value(calendar.shift_days(days[0], -7))), second


def _start(first: Found, last: TimeValue, again: Again) -> TimeValue | None:
    """The first end, in the year of the second or the one before where it has none of its own."""
    if first.reading.rule in _YEARLESS and "year" not in first.reading.parts and last.lexical[:1] != "-":
        year = int(last.lexical[:4])
        for candidate in (year, year - 1):
            value, _ = again(first.reading.having(year=f"{candidate:04d}"))
            if value is not None and value.lexical < last.lexical:
                return value
        return None
    return first.value


def _steps(first: Found, second: Found, between: str) -> Found | None:
    """ "Two weeks before Christmas Day", "three days after January 12": counted from a day that is known."""
    match = _STEPS_TO.fullmatch(between)
    if not match or first.reading.rule != "duration" or second.value is None or second.end_value is not None:
        return None
    day, sign = second.value.date, -1 if match["side"].lower() == "before" else 1
    if second.value.precision is not TimePrecision.DAY or day is None:
        return None
    found = durations.exactly(day, steps_of(first.reading.parts), sign)
    return _over(first, second, calendar.day_value(found)) if found else None

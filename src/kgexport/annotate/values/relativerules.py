"""Resolves times that are told from the date of publication, lengths of time and hours of the day."""

from __future__ import annotations

import datetime as dt
import re

from kgexport.annotate.values import calendar, durations
from kgexport.annotate.values.calendar import UNRESOLVED, Interval
from kgexport.annotate.values.numbers import parse
from kgexport.annotate.values.timeforms import words
from kgexport.annotate.values.timeparts import RELATIVE, Parts, Rule, Situation, day_number, shift_of, steps
from kgexport.model import TimePrecision, TimeValue

_DEICTIC = {
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "tonight": 0,
    "this": 0,
    "last night": -1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}


def _weekday(parts: Parts, at: Situation) -> Interval:
    """The news convention: the latest such day up to publication, the coming one where the sentence looks ahead."""
    today = at.anchor.day
    if today is None:
        return UNRESOLVED
    number = int(words("weekday")[parts["weekday"].lower()])
    week = parts.get("wdweek", "").lower().removeprefix("the ")
    said = parts.get("wdrel", "").lower()
    if week:
        which = {"last": "last week", "previous": "last week", "this": "this"}.get(week, "next")
    elif said:
        which = {"last": "last", "previous": "last", "past": "last", "this past": "last", "this": "this"}.get(
            said, "coming"
        )
        which = "next" if said in ("next", "following") else which
    else:
        which = "future" if at.future() else "past"
    return calendar.day_value(calendar.weekday(number, today, which)), None


def _deictic(parts: Parts, at: Situation) -> Interval:
    shift = _DEICTIC[re.sub(r"\s", " ", parts["word"].lower())]
    return calendar.day_value(calendar.shift_days(at.anchor.day, shift) if at.anchor.day else None), None


def _period(parts: Parts, at: Situation) -> Interval:
    """ "Last week", "this year", "next month"; a week or weekend is the interval of its days."""
    unit, anchor = parts["unit"].lower(), at.anchor
    shift = RELATIVE[parts.get("rel", "this").lower()]
    if unit == "year" and anchor.year is not None:
        return calendar.year_value(anchor.year + shift), None
    if unit == "decade" and anchor.year is not None and shift >= 0:
        first = anchor.year // 10 * 10 + 10 * shift
        return calendar.years(first, first + 9)
    if unit in ("month", "quarter") and anchor.year is not None and anchor.month is not None:
        if unit == "month":
            return calendar.month_value(*calendar.shift_month(anchor.year, anchor.month, shift)), None
        return calendar.months(*calendar.shift_month(anchor.year, (anchor.month - 1) // 3 * 3 + 1, 3 * shift), 3)
    if anchor.day is None:
        return UNRESOLVED
    if unit == "weekend":
        if "rel" not in parts:
            shift = 0 if at.future() or anchor.day.weekday() >= 5 else -1
        saturday = calendar.shift_days(anchor.day, 5 - anchor.day.weekday() + 7 * shift)
        return calendar.days(saturday, calendar.shift_days(saturday, 1) if saturday else None)
    return _week(anchor.day, shift, parts.get("edge", "").lower()) if unit in ("week", "workweek") else UNRESOLVED


def _week(today: dt.date, shift: int, edge: str) -> Interval:
    """A week; "earlier this week" ends today, "later this week" begins today."""
    monday, sunday = calendar.week(today, shift)
    if shift == 0 and edge == "earlier":
        return monday, calendar.day_value(today)
    return (calendar.day_value(today), sunday) if shift == 0 and edge == "later" else (monday, sunday)


def _season(parts: Parts, at: Situation) -> Interval:
    """Only "this summer" tells the year for certain; a winter lies in two."""
    if parts["rel"].lower() != "this" or parts["season"].lower() == "winter" or at.anchor.year is None:
        return UNRESOLVED
    return calendar.year_value(at.anchor.year), None


def _rolling(parts: Parts, at: Situation) -> Interval:
    sign = -1 if parts["rel"].lower() in ("past", "last", "previous") else 1
    return durations.window(at.anchor, steps(parts)[0], sign)


def _quarters(parts: Parts, at: Situation) -> Interval:
    """ "The last two quarters": whole quarters before (or after) that of publication."""
    count = parse(parts["n"].lower())
    if at.anchor.year is None or at.anchor.month is None or not count or count > 400:
        return UNRESOLVED
    back = parts["rel"].lower() in ("past", "last", "previous")
    start = (at.anchor.month - 1) // 3 * 3 + 1
    year, month = calendar.shift_month(at.anchor.year, start, -3 * int(count) if back else 3)
    return calendar.months(year, month, 3 * int(count))


def _ago(parts: Parts, at: Situation) -> Interval:
    return durations.from_now(at.anchor, steps(parts), -1)


def _ahead(parts: Parts, at: Situation) -> Interval:
    return durations.from_now(at.anchor, steps(parts), 1)


def _in_units(parts: Parts, at: Situation) -> Interval:
    """ "In three days" is a time only where the sentence looks ahead, else how long something took."""
    return _ahead(parts, at) if at.future() else _duration(parts, at)


def _from_day(parts: Parts, at: Situation) -> Interval:
    base = calendar.shift_days(at.anchor.day, _DEICTIC[parts["base"].lower()]) if at.anchor.day else None
    sign = -1 if parts["side"].lower() == "before" else 1
    return calendar.day_value(durations.exactly(base, steps(parts), sign) if base else None), None


def _duration(parts: Parts, at: Situation) -> Interval:
    return durations.duration(steps(parts)), None


def _clock(parts: Parts, at: Situation) -> Interval:
    hour, half = int(parts["hour"]), parts.get("half", "").lower()
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    zone = words("zone").get(parts.get("zone", "").upper(), "")
    return TimeValue(f"{hour:02d}:{parts.get('minute', '00')}:{parts.get('sec', '00')}{zone}", TimePrecision.TIME), None


def _noon(parts: Parts, at: Situation) -> Interval:
    zone = words("zone").get(parts.get("zone", "").upper(), "")
    hour = "00" if parts["word"].lower() == "midnight" else "12"
    return TimeValue(f"{hour}:00:00{zone}", TimePrecision.TIME), None


def _monthday(parts: Parts, at: Situation) -> Interval:
    """ "The 10th": of the month that is meant, or the nearest such day."""
    anchor, day = at.anchor, day_number(parts)
    if anchor.year is None or anchor.month is None:
        return UNRESOLVED
    if "rel" in parts:
        shift = shift_of(parts["rel"])
    elif anchor.day is None:
        return UNRESOLVED
    else:
        ahead = at.future()
        shift = (1 if day < anchor.day.day else 0) if ahead else (-1 if day > anchor.day.day else 0)
    year, month = calendar.shift_month(anchor.year, anchor.month, shift)
    return calendar.day_value(calendar.safe_date(year, month, day)), None


RULES: dict[str, Rule] = {
    "weekday": _weekday,
    "deictic": _deictic,
    "period": _period,
    "season": _season,
    "rolling": _rolling,
    "quarters": _quarters,
    "ago": _ago,
    "from_now": _ahead,
    "in_time": _ahead,
    "in_units": _in_units,
    "from_day": _from_day,
    "duration": _duration,
    "clock": _clock,
    "noon": _noon,
    "monthday": _monthday,
}
"""Rule -> how it is resolved."""

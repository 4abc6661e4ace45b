"""Resolves times that are told from the date of publication, lengths of time and hours of the day."""

from __future__ import annotations

import datetime as dt
import re

from kgexport.annotate.values import calendar, daterules, durations
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


def _part_of(parts: Parts, at: Situation) -> Interval:
    """ "The first six months of 2024", "the last ten days of May", "the final weeks of this year" with a number."""
    whole = _whole(parts, at)
    step = steps(parts)[0]
    if whole is None or step.count % 1 or not 0 < step.count < 367 or step.unit not in ("m", "D"):
        return UNRESOLVED
    first, last = whole
    sign = 1 if parts["side"].lower() == "first" else -1
    edge = durations.exactly(first if sign > 0 else calendar.shift_days(last, 1) or last, [step], sign)
    if edge is None or not first <= edge <= last:
        return UNRESOLVED
    return calendar.days(first, calendar.shift_days(edge, -1)) if sign > 0 else calendar.days(edge, last)


def _whole(parts: Parts, at: Situation) -> tuple[dt.date, dt.date] | None:
    """First and last day of the month or year that something is a part of."""
    if "month" in parts:
        value = daterules.month_of(parts, at)
    elif "year" in parts:
        value = calendar.year_value(int(parts["year"]))
    else:
        value, _ = _period({"unit": parts["whole"], "rel": parts["rel"]}, at)
    if value is None or len(value.lexical) not in (4, 7) or value.lexical[0] == "-":
        return None
    year, month = int(value.lexical[:4]), int(value.lexical[5:] or 1)
    if year > 9998:
        return None
    after = dt.date(*calendar.shift_month(year, month, 1 if len(value.lexical) == 7 else 12), 1)
    return dt.date(year, month, 1), after - dt.timedelta(1)


_WEEKS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def _week_in_month(parts: Parts, at: Situation) -> Interval:
    """ "The first week of March": its first seven days; the last week its last seven."""
    whole = _whole(parts, at)
    if whole is None:
        return UNRESOLVED
    first, last = whole
    nth = _WEEKS.get(parts["nth"].lower())
    begin = first + dt.timedelta(7 * nth - 7) if nth else last - dt.timedelta(6)
    return calendar.days(begin, begin + dt.timedelta(6))


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


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9}
"""Month in which a season begins in the north; a winter lies in two years."""


def _season(parts: Parts, at: Situation) -> Interval:
    """The year of a season, where the word and the month of publication leave one year only."""
    year, month, said = at.anchor.year, at.anchor.month, parts["rel"].lower()
    begin = _SEASONS.get(parts["season"].lower())
    if year is None or begin is None:
        return UNRESOLVED
    if said == "this":
        return calendar.year_value(year), None
    if month is None or begin - 1 <= month < begin + 3:
        return UNRESOLVED
    ahead = RELATIVE[said.split()[-1]] > 0
    if not ahead and begin + 3 <= month < begin + 6 and said == "last":
        return UNRESOLVED  # in October "last summer" is the one that has just passed, or the one before
    return calendar.year_value(year + (month >= begin if ahead else -(month < begin))), None


def _rolling(parts: Parts, at: Situation) -> Interval:
    sign = -1 if parts["rel"].lower() in ("past", "last", "previous") else 1
    return durations.window(at.anchor, steps(parts)[0], sign)


def _window(parts: Parts, at: Situation) -> Interval:
    """ "Over the past year": the stretch of that length that ends with publication."""
    return durations.window(at.anchor, steps({"n": "one", "unit": parts["unit"]})[0], -1)


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
    if "exact" in parts:
        day = durations.exactly(at.anchor.day, steps(parts), -1) if at.anchor.day else None
        return calendar.day_value(day), None
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
    "part_of": _part_of,
    "week_in_month": _week_in_month,
    "season": _season,
    "rolling": _rolling,
    "quarters": _quarters,
    "window": _window,
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

"""Resolves dates that name themselves: days, months, years, quarters, holidays; the year may come from publication."""

from __future__ import annotations

import datetime as dt
import re

from kgexport.annotate.values import calendar, durations
from kgexport.annotate.values.calendar import UNRESOLVED, Anchor, Interval
from kgexport.annotate.values.tables import rows
from kgexport.annotate.values.timeforms import words
from kgexport.annotate.values.timeparts import NTH, Parts, Rule, Situation, day_number, month_number, shift_of, steps
from kgexport.model import TimePrecision, TimeValue


def _date(parts: Parts, at: Situation, day: str = "day", month: str = "month") -> Interval:
    """A day of a month, with its year or nearest to publication."""
    year = parts.get("year") or parts.get("year2")
    if year:
        return calendar.day_value(
            calendar.safe_date(int(year), month_number(parts, month), day_number(parts, day))
        ), None
    anchor = Anchor() if "named" in parts else at.anchor
    return calendar.nearest_day(month_number(parts, month), day_number(parts, day), anchor, at.future()), None


def _iso(parts: Parts, at: Situation) -> Interval:
    day = calendar.safe_date(int(parts["year"]), int(parts["mon"]), int(parts["day"]))
    clock, zone = parts.get("clock"), parts.get("offset", "")
    if day is None or not clock or clock > "23:59:59":
        return calendar.day_value(day), None
    moment = f"{day.isoformat()}T{clock if len(clock) > 5 else clock + ':00'}"
    try:
        return TimeValue(moment + zone.upper(), TimePrecision.INSTANT), None
    except ValueError:  # a zone that no place has: the day is still said
        return calendar.day_value(day), None


def _slash(parts: Parts, at: Situation) -> Interval:
    """Numbers only: read where the order of day and month cannot be mistaken."""
    first, second, year = int(parts["a"]), int(parts["b"]), int(parts["year"])
    if first > 12 or first == second:
        return calendar.day_value(calendar.safe_date(year, second, first)), None
    return (calendar.day_value(calendar.safe_date(year, first, second)), None) if second > 12 else UNRESOLVED


def _days_of_month(parts: Parts, at: Situation) -> Interval:
    """ "May 3-5", "from 3 to 5 May 2024"; a later day below the first one is of the next month."""
    end, _ = _date(parts, at, "day2")
    if end is None or day_number(parts) >= day_number(parts, "day2"):
        return UNRESOLVED
    if end.precision is TimePrecision.MONTH_DAY:
        return TimeValue(f"{end.lexical[:5]}{day_number(parts):02d}", end.precision), end
    return TimeValue(f"{end.lexical[:8]}{day_number(parts):02d}", end.precision), end


def _month_year(parts: Parts, at: Situation) -> Interval:
    return calendar.month_value(int(parts["year"]), month_number(parts)), None


def month_of(parts: Parts, at: Situation) -> TimeValue | None:
    """The month that is named, with its year or nearest to publication."""
    return _bare_month(parts, at)[0]


def _bare_month(parts: Parts, at: Situation) -> Interval:
    if "year" in parts:
        return _month_year(parts, at)
    said = parts.get("prep", "").lower()
    ahead = {"last": False, "since": False, "this past": False, "next": True, "this coming": True}.get(said)
    if said == "this" and at.anchor.year is not None:
        return calendar.month_value(at.anchor.year, month_number(parts)), None
    if said in ("next", "last") and at.anchor.month == month_number(parts) and at.anchor.year is not None:
        return calendar.month_value(at.anchor.year + shift_of(said), month_number(parts)), None
    return calendar.nearest_month(month_number(parts), at.anchor, at.future() if ahead is None else ahead), None


def _months_to(parts: Parts, at: Situation) -> Interval:
    """ "The three months to June 30", "the year ended in March": the stretch that ends with that day or month."""
    end = _date(parts, at)[0] if "day" in parts else month_of(parts, at)
    if end is None or end.precision not in (TimePrecision.DAY, TimePrecision.MONTH):
        return UNRESOLVED
    begin = dt.date.fromisoformat((end.lexical + "-01")[:10])
    after = calendar.shift_months(begin, 1) if end.precision is TimePrecision.MONTH else calendar.shift_days(begin, 1)
    step = steps({"n": "one", **parts})[0]
    first = durations.exactly(after, [step], -1) if after and step.unit in "YmD" else None
    return calendar.days(first, calendar.shift_days(after, -1)) if first and after else UNRESOLVED


def _months(parts: Parts, at: Situation) -> Interval:
    """ "January to March 2024", "Nov-Feb 2017" (of which the first is of the year before)."""
    first, last = month_number(parts), month_number(parts, "month2")
    if "year" in parts:
        end = calendar.month_value(int(parts["year"]), last)
    else:
        end = calendar.nearest_month(last, at.anchor, at.future())
    if end is None or end.precision is not TimePrecision.MONTH:
        return (TimeValue(f"--{first:02d}", TimePrecision.MONTH_OF_YEAR), end) if end else UNRESOLVED
    return calendar.month_value(int(end.lexical[:4]) - (first > last), first), end


def _year(parts: Parts, at: Situation) -> Interval:
    return calendar.year_value(int(parts["year"])), None


def _year_span(parts: Parts, at: Situation) -> Interval:
    first, last = parts["year"], parts.get("year2") or parts["year3"]
    second = int(last) if len(last) == 4 else int(first[:2] + last)
    return calendar.years(int(first), second if second > int(first) else second + 100)


def _decade(parts: Parts, at: Situation) -> Interval:
    """The decade's first and last year; "the 90s" are those of the twentieth century."""
    tens = {
        "thirties": 30,
        "forties": 40,
        "fifties": 50,
        "sixties": 60,
        "seventies": 70,
        "eighties": 80,
        "nineties": 90,
    }
    if "decade" in parts:
        first = int(parts["decade"])
    else:
        first = 1900 + (int(parts["tens"]) if "tens" in parts else tens[parts["tensword"].lower()])
    return calendar.years(first, first + 9)


def _century(parts: Parts, at: Situation) -> Interval:
    """Its first and last year: the 20th is 1901 to 2000; none before the common era."""
    if "before" in parts or "many" in parts:
        return UNRESOLVED
    said = parts["nth"].lower()
    nth = int(re.sub(r"\D", "", said)) if said[0].isdigit() else int(words("ordinal")[re.sub(r"\s", "-", said)])
    return calendar.years(100 * nth - 99, 100 * nth) if 0 < nth <= 21 else UNRESOLVED


def _quarter(parts: Parts, at: Situation) -> Interval:
    """A quarter or half of a calendar year; those of a fiscal year differ from country to country."""
    if "fiscal" in parts:
        return UNRESOLVED
    length = 3 if parts["kind"].lower() in ("quarter", "q") else 6
    said = parts["nth"].lower()
    nth = int(said[0]) if said[0].isdigit() else min(NTH[said], 12 // length)
    year = _year_of_part(parts, at, (nth - 1) * length + 1, length)
    return UNRESOLVED if year is None or nth * length > 12 else calendar.months(year, (nth - 1) * length + 1, length)


def _year_of_part(parts: Parts, at: Situation, month: int, length: int) -> int | None:
    """The year of a quarter or half; of a bare "third quarter" the last that has ended, or the coming one."""
    if "year" in parts:
        return int(parts["year"])
    year, now = at.anchor.year, at.anchor.month
    if year is None or "relyear" in parts:
        return year + shift_of(parts["relyear"]) if year is not None else None
    if now is None:
        return None
    ahead = at.future()
    if ahead:
        return year + (month + length - 1 < now)
    if month <= now < month + length:
        return year - 1 if ahead is False and now == month else None  # in the running quarter it may be either
    return year - (month > now)


def _week_number(parts: Parts, at: Situation) -> Interval:
    year, said = int(parts["year"]), parts["nth"].lower()
    if said == "last":
        return calendar.iso_week(year, dt.date(year, 12, 28).isocalendar().week)
    return calendar.iso_week(year, int(said[0]) if said[0].isdigit() else NTH[said])


def _week_of(parts: Parts, at: Situation) -> Interval:
    start, _ = _date(parts, at)
    return calendar.week(start.date) if start and start.date else UNRESOLVED


def _holiday(parts: Parts, at: Situation) -> Interval:
    name = re.sub(r"\s", " ", parts["holiday"].lower().replace("’", "'"))
    date = next(row["date"] for row in rows("holidays.tsv") if row["name"] == name)

    def of(year: int) -> dt.date | None:
        if not dt.MINYEAR <= year <= dt.MAXYEAR:
            return None
        if date.startswith("easter"):
            return calendar.shift_days(calendar.easter(year), int(date[6:]))
        return calendar.safe_date(year, int(date[:2]), int(date[3:]))

    if "year" in parts:
        return calendar.day_value(of(int(parts["year"]))), None
    today = at.anchor.day
    if today is None:
        return UNRESOLVED
    near = [day for year in range(today.year - 1, today.year + 2) if (day := of(year))]
    said = parts.get("rel", "").lower()
    if said == "this":
        return calendar.day_value(of(today.year)), None
    ahead = {"next": True, "following": True, "last": False, "previous": False}.get(said, at.future())
    near = [day for day in near if abs(day - today).days <= 150 or ahead is not None]
    near = [day for day in near if ahead is None or (day > today if ahead else day <= today)]
    return calendar.day_value(min(near, key=lambda day: abs(day - today), default=None)), None


RULES: dict[str, Rule] = {
    "iso": _iso,
    "slash": _slash,
    "days_md": _days_of_month,
    "days_dm": _days_of_month,
    "md": _date,
    "dm": _date,
    "ymd": _date,
    "months": _months,
    "months_to": _months_to,
    "month_year": _month_year,
    "month": _bare_month,
    "week_of": _week_of,
    "year_span": _year_span,
    "year": _year,
    "decade": _decade,
    "decade_short": _decade,
    "decade_word": _decade,
    "century": _century,
    "quarter": _quarter,
    "week_number": _week_number,
    "holiday": _holiday,
}
"""Rule -> how it is resolved."""

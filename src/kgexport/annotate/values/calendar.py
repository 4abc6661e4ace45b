"""Date arithmetic from a date of publication: months, weeks, quarters, Easter; must not know any text."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass

from kgexport.model import TimePrecision, TimeValue

Interval = tuple[TimeValue | None, TimeValue | None]
"""A time: its value (or start) and, for an interval, its inclusive end."""
UNRESOLVED: Interval = (None, None)

_FAR = 320
"""Days: a month and day that lie further back are read as the coming ones, where nothing speaks for either."""
_CLOSE = 35
"""Days: a month and day that are so close are meant, whatever the words around."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date of publication, as precise as it is known."""

    year: int | None = None
    month: int | None = None
    day: dt.date | None = None
    moment: dt.datetime | None = None

    @classmethod
    def of(cls, published: TimeValue | None) -> Anchor:
        """The anchor that a date of publication makes; an empty one for None."""
        if published is None or published.precision not in _ANCHORING:
            return cls()
        text = published.lexical
        day = published.date
        moment = dt.datetime.fromisoformat(text) if published.precision is TimePrecision.INSTANT else None
        return cls(int(text[:4]), int(text[5:7]) if len(text) >= 7 else None, day, moment)

    @property
    def latest(self) -> dt.date | None:
        """The day of publication, or the last one that it can be; None where not even the month is known."""
        if self.day:
            return self.day
        if self.year is None or self.month is None:
            return None
        return dt.date(self.year, self.month, monthrange(self.year, self.month)[1])


_ANCHORING = {TimePrecision.YEAR, TimePrecision.MONTH, TimePrecision.DAY, TimePrecision.INSTANT}


def shift_month(year: int, month: int, months: int) -> tuple[int, int]:
    """The year and month that many months later (or earlier)."""
    at = year * 12 + month - 1 + months
    return at // 12, at % 12 + 1


def shift_months(day: dt.date, months: int) -> dt.date | None:
    """The same day of the month that many months later, or the month's last day; None outside of years 1 to 9999."""
    year, month = shift_month(day.year, day.month, months)
    if not 1 <= year <= 9998:
        return None
    last = dt.date(*shift_month(year, month, 1), 1) - dt.timedelta(1)
    return last.replace(day=min(day.day, last.day))


def shift_days(day: dt.date, days: int) -> dt.date | None:
    """The day that many days later; None outside of the calendar."""
    try:
        return day + dt.timedelta(days)
    except OverflowError:
        return None


def safe_date(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has no such day (February 30)."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def day_value(day: dt.date | None) -> TimeValue | None:
    """The day as xsd:date."""
    return TimeValue.day(day) if day else None


def month_value(year: int, month: int) -> TimeValue | None:
    """The month as xsd:gYearMonth; None outside of years 1 to 9999."""
    return TimeValue.month(year, month) if 1 <= year <= 9999 else None


def year_value(year: int) -> TimeValue | None:
    """The year as xsd:gYear; None outside of years 1 to 9999."""
    return TimeValue.year(year) if 1 <= year <= 9999 else None


def days(first: dt.date | None, last: dt.date | None) -> Interval:
    """An interval of days."""
    return day_value(first), day_value(last)


def years(first: int, last: int) -> Interval:
    """An interval of years."""
    return year_value(first), year_value(last)


def week(day: dt.date, weeks: int = 0) -> Interval:
    """The week (Monday to Sunday, ISO 8601) that many weeks after the one of the day."""
    monday = shift_days(day, 7 * weeks - day.weekday())
    return days(monday, shift_days(monday, 6) if monday else None)


def iso_week(year: int, number: int) -> Interval:
    """The numbered week of a year (ISO 8601)."""
    try:
        return week(dt.date.fromisocalendar(year, number, 1))
    except ValueError:
        return UNRESOLVED


def months(year: int, month: int, count: int) -> Interval:
    """An interval of whole months (a quarter, a half-year), as its first and last day: exact, never a single date."""
    if not 1 <= year <= 9998:
        return UNRESOLVED
    return days(dt.date(year, month, 1), dt.date(*shift_month(year, month, count), 1) - dt.timedelta(1))


def nearest_day(month: int, day: int, anchor: Anchor, future: bool | None) -> TimeValue | None:
    """A day without year, seen from the date of publication; xsd:gMonthDay where that is not known to the month.

    `future` True gives the next one, False the last one; None the last one unless that was almost a year ago.
    """
    if safe_date(2000, month, day) is None:
        return None
    today = anchor.latest
    if today is None:
        return TimeValue(f"--{month:02d}-{day:02d}", TimePrecision.MONTH_DAY)
    around = [
        d for year in range(today.year - 8, today.year + 9) if 0 < year < 9999 if (d := safe_date(year, month, day))
    ]
    past = max((d for d in around if d <= today), default=None)
    ahead = min((d for d in around if d >= today), default=None)
    if past is None or ahead is None:
        return day_value(past or ahead)
    back, forth = (today - past).days, (ahead - today).days
    use_ahead = back > _FAR if future is None else future
    if min(back, forth) <= _CLOSE and max(back, forth) > _FAR:  # nobody leaves out the year of a day so far away
        use_ahead = forth < back
    return TimeValue.day(ahead if use_ahead else past)


def nearest_month(month: int, anchor: Anchor, future: bool | None) -> TimeValue | None:
    """A month without year, seen from the date of publication; xsd:gMonth where that is not known to the month."""
    if anchor.year is None or anchor.month is None:
        return TimeValue(f"--{month:02d}", TimePrecision.MONTH_OF_YEAR)
    back = (anchor.month - month) % 12
    use_ahead = future if future is not None else back * 30 > _FAR - 21
    return month_value(*shift_month(anchor.year, anchor.month, (12 - back) % 12 if use_ahead else -back))


def weekday(number: int, today: dt.date, which: str) -> dt.date | None:
    """A day of the week (1 Monday to 7 Sunday), seen from today.

    `past` and `future` may be today, `last` and `coming` may not; `this`, `next` and `last week` name the week.
    """
    ahead = (number - 1 - today.weekday()) % 7
    offsets = {
        "past": ahead - 7 if ahead else 0,
        "future": ahead,
        "last": ahead - 7,
        "coming": ahead or 7,
        "this": number - 1 - today.weekday(),
        "next": number + 6 - today.weekday(),
        "last week": number - 8 - today.weekday(),
    }
    return shift_days(today, offsets[which])


def easter(year: int) -> dt.date:
    """Easter Sunday (anonymous Gregorian algorithm; Meeus, Astronomical Algorithms, chapter 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap_centuries, remainder = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - correction + 15) % 30
    leap_years, odd = divmod(rest, 4)
    letter = (32 + 2 * remainder + 2 * leap_years - epact - odd) % 7
    shift = (golden + 11 * epact + 22 * letter) // 451
    month, day = divmod(epact + letter - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)

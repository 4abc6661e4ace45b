"""Lengths of time as xsd:duration, and steps of them along the calendar; must not know any text around them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from kgexport.annotate.values import calendar
from kgexport.annotate.values.calendar import UNRESOLVED, Anchor, Interval
from kgexport.model import TimePrecision, TimeValue

_MINOR = {"Y": ("m", 12), "m": ("D", 0), "D": ("H", 24), "H": ("M", 60), "M": ("S", 60)}
"""A fraction of a unit is a whole number of the next smaller one; of a month it is none."""


@dataclass(frozen=True, slots=True)
class Step:
    """A number of units: years Y, months m, days D, hours H, minutes M, seconds S."""

    count: Decimal
    unit: str
    weeks: bool = False
    """Whether the text counts in weeks."""
    decades: bool = False

    @classmethod
    def of(cls, count: Decimal, unit: str) -> Step:
        """From the value that the table of words gives a unit: `7D` is a week."""
        size, letter = re.fullmatch(r"(\d+)(\w)", unit).groups()  # type: ignore[union-attr]
        return cls(count * int(size), letter, letter == "D" and int(size) % 7 == 0, unit == "10Y")

    def parts(self) -> dict[str, int] | None:
        """Whole numbers of units, or None where a fraction cannot be said so."""
        whole, rest = int(self.count), self.count % 1
        found = {self.unit: whole} if whole else {}
        if rest:
            minor, size = _MINOR.get(self.unit, ("", 0))
            if not size or (rest * size) % 1:
                return None
            found[minor] = int(rest * size)
        return found


def duration(steps: list[Step]) -> TimeValue | None:
    """The steps together as xsd:duration; weeks become days, since XML Schema has no weeks. None if it is not exact."""
    total = dict.fromkeys("YmDHMS", 0)
    for step in steps:
        parts = step.parts()
        if not parts:
            return None
        for unit, count in parts.items():
            total[unit] += count
    if max(total.values()) > 10**9:
        return None
    date = "".join(f"{total[u]}{u.upper()}" for u in "YmD" if total[u])
    time = "".join(f"{total[u]}{u}" for u in "HMS" if total[u])
    return TimeValue("P" + date + ("T" + time if time else ""), TimePrecision.DURATION)


def exactly(day: dt.date, steps: list[Step], sign: int) -> dt.date | None:
    """The day that many steps after (or before) a day that is known; None for less than days."""
    found: dt.date | None = day
    for step in steps:
        if found is None or step.count % 1 or step.unit in "HMS":
            return None
        count = int(step.count) * sign
        if step.unit == "D":
            found = calendar.shift_days(found, count)
        else:
            found = calendar.shift_months(found, count * (12 if step.unit == "Y" else 1))
    return found


def from_now(anchor: Anchor, steps: list[Step], sign: int) -> Interval:
    """The time that many steps from publication, only as precise as the last unit: "two months ago" is a month.

    Only who counts days names a day: "a week ago" is a whole week. Hours need the moment of publication.
    """
    last = steps[-1]
    if last.count % 1 or last.count > 10_000:
        return UNRESOLVED
    if last.unit in "HMS":
        return _clock_steps(anchor, steps, sign)
    if last.unit == "Y":
        if anchor.year is None or len(steps) > 1:
            return UNRESOLVED
        return calendar.year_value(anchor.year + sign * int(last.count)), None
    if last.unit == "m":
        if anchor.year is None or anchor.month is None:
            return UNRESOLVED
        count = int(last.count) + sum(12 * int(step.count) for step in steps[:-1] if step.unit == "Y")
        return calendar.month_value(*calendar.shift_month(anchor.year, anchor.month, sign * count)), None
    day = exactly(anchor.day, steps, sign) if anchor.day else None
    if day and last.weeks:
        return calendar.week(day)
    return calendar.day_value(day), None


def _clock_steps(anchor: Anchor, steps: list[Step], sign: int) -> Interval:
    seconds = {"H": 3600, "M": 60, "S": 1}
    total = sum(int(step.count) * seconds.get(step.unit, 0) for step in steps)
    if any(step.unit not in seconds for step in steps):
        return UNRESOLVED
    if anchor.moment is not None:
        return calendar.day_value((anchor.moment + sign * dt.timedelta(seconds=total)).date()), None
    if anchor.day is not None and total % 86_400 == 0:
        return calendar.day_value(calendar.shift_days(anchor.day, sign * total // 86_400)), None
    return UNRESOLVED


def window(anchor: Anchor, step: Step, sign: int) -> Interval:
    """The stretch that ends or begins with publication: "the past two weeks"; whole years if only they are known."""
    if step.count % 1 or step.count > 10_000 or step.unit in "HMS":
        return UNRESOLVED
    if anchor.day is not None:
        other = exactly(anchor.day, [step], sign)
        if other is None:
            return UNRESOLVED
        return (
            calendar.days(other, anchor.day) if sign < 0 else calendar.days(calendar.shift_days(anchor.day, 1), other)
        )
    if step.unit == "Y" and anchor.year is not None:
        return calendar.years(*sorted((anchor.year, anchor.year + sign * int(step.count))))
    return UNRESOLVED

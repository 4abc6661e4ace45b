"""Says what an event may tell of a time expression, and which of two times is the finer; knows no event."""

from __future__ import annotations

from kgexport.model import TimeExpression, TimePrecision, TimeValue


def told_of(time: TimeExpression) -> tuple[TimeValue | None, TimeValue | None]:
    """What an event may say of a time: of "last week" the month, or the year where the week has days of two.

    A week of two years, or a decade, tells of no day and no year: None.
    """
    first, last = time.value, time.end
    if not time.within or first is None or last is None:
        return first, last
    for length, precision in ((7, TimePrecision.MONTH), (4, TimePrecision.YEAR)):
        if len(first.lexical) > length and first.lexical[:length] == last.lexical[:length]:
            return TimeValue(first.lexical[:length], precision), None
    return None, None


def is_finer(new: TimeValue, old: TimeValue) -> bool:
    """Whether a time lies within another, and is told more closely: a day of a month."""
    return len(new.lexical) > len(old.lexical) and new.lexical.startswith(old.lexical)

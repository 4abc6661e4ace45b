"""Dates as precise as the text gives them, and no more precise."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum


class TimePrecision(StrEnum):
    """The XML Schema datatype (local name) that carries the precision (XSD 1.1 part 2, section 3.3)."""

    YEAR = "gYear"
    MONTH = "gYearMonth"
    DAY = "date"
    INSTANT = "dateTime"
    MONTH_DAY = "gMonthDay"
    MONTH_OF_YEAR = "gMonth"
    TIME = "time"
    DURATION = "duration"


_YEAR = r"(?!0000)[0-9]{4}"
_DAY = rf"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}"
_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
_ZONE = r"(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
_LEXICAL = {
    precision: re.compile(pattern)
    for precision, pattern in (
        (TimePrecision.YEAR, _YEAR),
        (TimePrecision.MONTH, rf"{_YEAR}-(0[1-9]|1[0-2])"),
        (TimePrecision.DAY, _DAY),
        (TimePrecision.INSTANT, rf"{_DAY}T{_CLOCK}(\.[0-9]{{1,9}})?{_ZONE}"),
        (TimePrecision.MONTH_DAY, r"--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"),
        (TimePrecision.MONTH_OF_YEAR, r"--(0[1-9]|1[0-2])"),
        (TimePrecision.TIME, rf"{_CLOCK}{_ZONE}"),
        (TimePrecision.DURATION, r"P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+S)?)?"),
    )
}


@dataclass(frozen=True, slots=True, order=True)
class TimeValue:
    """A point or stretch of time in its XSD lexical form, e.g. `TimeValue("2022", TimePrecision.YEAR)`."""

    lexical: str
    precision: TimePrecision

    def __post_init__(self) -> None:
        if not _LEXICAL[self.precision].fullmatch(self.lexical):
            raise ValueError(f"not an xsd:{self.precision}: {self.lexical!r}")
        if self.precision in (TimePrecision.DAY, TimePrecision.INSTANT):
            dt.date.fromisoformat(self.lexical[:10])

    @classmethod
    def year(cls, year: int) -> TimeValue:
        """A year of the common era, e.g. 2022."""
        return cls(f"{year:04d}", TimePrecision.YEAR)

    @classmethod
    def month(cls, year: int, month: int) -> TimeValue:
        """A month of a year."""
        return cls(f"{year:04d}-{month:02d}", TimePrecision.MONTH)

    @classmethod
    def day(cls, day: dt.date) -> TimeValue:
        """A calendar day."""
        return cls(f"{day:%Y-%m-%d}" if day.year > 999 else day.isoformat(), TimePrecision.DAY)

    @classmethod
    def parse(cls, text: str) -> TimeValue:
        """Read `2022`, `2022-10`, `2022-10-05` or an ISO 8601 date and time (seconds are filled in as :00).

        Raises ValueError for anything else.
        """
        text = text.strip().replace(" ", "T", 1)
        if "T" in text:
            moment = dt.datetime.fromisoformat(text)
            return cls(moment.isoformat(timespec="seconds").replace("+00:00", "Z"), TimePrecision.INSTANT)
        by_length = {4: TimePrecision.YEAR, 7: TimePrecision.MONTH, 10: TimePrecision.DAY}
        if len(text) not in by_length:
            raise ValueError(f"not a year, month, day or moment: {text!r}")
        return cls(text, by_length[len(text)])

    @property
    def date(self) -> dt.date | None:
        """The calendar day of a day or moment; None where the value is less precise."""
        if self.precision in (TimePrecision.DAY, TimePrecision.INSTANT):
            return dt.date.fromisoformat(self.lexical[:10])
        return None

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


_LEXICAL = {
    TimePrecision.YEAR: re.compile(r"\d{4}"),
    TimePrecision.MONTH: re.compile(r"\d{4}-(0[1-9]|1[0-2])"),
    TimePrecision.MONTH_DAY: re.compile(r"--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"),
    TimePrecision.MONTH_OF_YEAR: re.compile(r"--(0[1-9]|1[0-2])"),
    TimePrecision.TIME: re.compile(r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]\d\d:\d\d)?"),
    TimePrecision.DURATION: re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?"),
}


@dataclass(frozen=True, slots=True, order=True)
class TimeValue:
    """A point or stretch of time in its XSD lexical form, e.g. `TimeValue("2022", TimePrecision.YEAR)`."""

    lexical: str
    precision: TimePrecision

    def __post_init__(self) -> None:
        if self.precision is TimePrecision.DAY:
            if len(self.lexical) != 10:
                raise ValueError(f"not an xsd:date: {self.lexical!r}")
            dt.date.fromisoformat(self.lexical)
        elif self.precision is TimePrecision.INSTANT:
            if len(self.lexical) < 19:
                raise ValueError(f"not an xsd:dateTime: {self.lexical!r}")
            dt.datetime.fromisoformat(self.lexical)
        elif not _LEXICAL[self.precision].fullmatch(self.lexical):
            raise ValueError(f"not an xsd:{self.precision}: {self.lexical!r}")

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

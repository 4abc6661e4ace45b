"""Reads full dates as people and machines write them; guesses nothing and knows no clock.

A date counts when it is full and can be read in one way only: `03/04/2024` stays unread, `13/04/2024` does not.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from kgexport.model import TimeValue
from kgexport.read.rules import alternatives, rules

_LONGEST = 160
"""Characters that a line of dates may have."""


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a line of dates states."""

    published: TimeValue | None = None
    modified: TimeValue | None = None


_SPACED = re.compile(r"(?<=\d)\s?([:/])\s(?=\d)")
_LABEL_BETWEEN = re.compile(r"^(\d[^:]{6,20}\d{4}) (last updated) at (\d.{3,20})$", re.IGNORECASE)


def date_line(line: str) -> DateLine | None:
    """The dates of a line that holds nothing else: `Saturday, September 12, 2015`, `Published: 10 Oct 2024 14:05 GMT`.

    None for any other line, and for one with a date that can be read in two ways.
    """
    if len(line) > _LONGEST or not any(c.isdigit() for c in line):
        return None
    line = _as_printed(line)
    found: dict[str, TimeValue] = {}
    position, pattern = 0, _pattern()
    while position < len(line):
        match = pattern.match(line, position)
        value = _value(match) if match else None
        if match is None or value is None:
            return None
        kind = rules().date_labels[" ".join(match["label"].lower().split())] if match["label"] else "published"
        if kind in found and not match["label"]:
            return None  # a period from one day to another
        found.setdefault(kind, value)
        position = match.end()
    return DateLine(found.get("published"), found.get("modified"))


def _as_printed(line: str) -> str:
    """A line of tokenised text as it was printed ("06: 37"); a label that stands between day and hour comes first."""
    line = _SPACED.sub(r"\1", line).replace("a. m.", "a.m.").replace("p. m.", "p.m.")
    return _LABEL_BETWEEN.sub(r"\2: \1 \3", line)


def leading_date(paragraph: str) -> int | None:
    """The length of a full date with its weekday that runs into the text: `Thursday, May 7, 2015 On Tuesday, the …`."""
    match = _leading().match(paragraph)
    return match.end("all") if match and match["weekday"] and _value(match) else None


def stated_date(text: str) -> TimeValue | None:
    """The value of a machine-readable or plain date, e.g. of a meta element; None where it is not one clear date."""
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        return None
    try:
        value = TimeValue.parse(text)
    except ValueError:
        value = None
    if value is not None and value.lexical[:4] != "0000":
        return value
    line = date_line(text)
    if line is not None:
        return line.published or line.modified
    return _mail_date(text)


def _mail_date(text: str) -> TimeValue | None:
    """`Thu, 10 Oct 2024 14:05:00 GMT` (RFC 5322)."""
    if text[-3:] not in ("GMT", "UTC") and not re.search(r"[+-]\d{4}$", text):
        return None
    from email.utils import parsedate_to_datetime

    try:
        return TimeValue.parse(parsedate_to_datetime(text).isoformat())
    except ValueError:
        return None


_DATE = r"""
    (?:(?P<weekday>{weekdays})\.?(?:\s*,\s*|\s+))?
    (?:
        (?P<month_a>{months})\.?[\s-]+(?P<day_a>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+|-)(?P<year_a>\d{{4}})
      | (?P<day_b>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<month_b>{months})\.?(?:\s*,\s*|\s+|-)(?P<year_b>\d{{4}})
      | (?P<year_c>\d{{4}})(?P<mark>[-/.])(?P<month_c>\d{{1,2}})(?P=mark)(?P<day_c>\d{{1,2}})
      | (?P<first>\d{{1,2}})(?P<sign>[/.])(?P<second>\d{{1,2}})(?P=sign)(?P<year_d>\d{{4}})
    )(?!\d)
"""
_TIME = r"""
    (?P<hour{n}>\d{{1,2}})(?:[:.]\s?(?P<minute{n}>\d\d)(?::(?P<seconds{n}>\d\d)(?:\.\d{{1,9}})?)?)?(?!\d)
    \s?(?P<half{n}>[ap]\.?m\b\.?)?
    \s?(?P<zone{n}>(?:GMT|UTC)?[+-]\d{{1,2}}:?\d\d|(?-i:[A-Z]{{1,5}})\b(?:[+-]\d{{1,2}}(?::?\d\d)?)?|\((?-i:[A-Z]{{2,5}})\))?
"""
_BETWEEN = r"(?:\s*[,;|·•–—-]\s*|\s+at\s+|\s+|T)"


@cache
def _date_source() -> str:
    return _DATE.format(weekdays=alternatives(rules().weekdays), months=alternatives(rules().months))


@cache
def _pattern() -> re.Pattern[str]:
    labels = alternatives(rules().date_labels)
    before, after = _TIME.format(n="_a"), _TIME.format(n="_b")
    return re.compile(
        rf"""[\s(\[]* (?:(?P<label>{labels})\b(?:\s+(?:on|at))?\s*:?\s*)?
        (?:{before}\s*,?\s*(?:on\s+)?)?? {_date_source()} (?:{_BETWEEN}{{1,2}}?(?:at\s+)?{after})?
        \s*[.)\]]*\s*(?:$|[|·•,;/–—-]|(?=\s(?:{labels})\b)|(?<=[)\]])|(?=[(\[]))\s*""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"(?P<all>{_date_source()})\s+(?=[“‘\"']?(?-i:[A-Z]))", re.IGNORECASE | re.VERBOSE)


def _value(match: re.Match[str]) -> TimeValue | None:
    groups = match.groupdict()
    day = _day(groups)
    if day is None:
        return None
    for n in ("_a", "_b"):
        if groups.get("hour" + n):
            return _moment(day, groups, n)
    return TimeValue.day(day)


def _day(groups: dict[str, str | None]) -> dt.date | None:
    """The calendar day; None where day and month could be the other way round, and for 31 February."""
    months = rules().months
    year = int(groups["year_a"] or groups["year_b"] or groups["year_c"] or groups["year_d"] or 0)
    day = int(groups["day_a"] or groups["day_b"] or groups["day_c"] or 0)
    name = groups["month_a"] or groups["month_b"]
    month = months[name.lower()] if name else int(groups["month_c"] or 0)
    if groups["year_d"]:
        month, day = sorted((int(groups["first"] or 0), int(groups["second"] or 0)))
        if day <= 12 and day != month:
            return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _moment(day: dt.date, groups: dict[str, str | None], n: str) -> TimeValue | None:
    """Day and time of day; the day alone where the time says no clear moment."""
    hour, minute = int(groups["hour" + n] or 0), groups["minute" + n]
    half = (groups["half" + n] or "").lower()[:1]
    if (minute is None and not half) or hour > (12 if half else 23) or (half and hour == 0):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = (groups["zone" + n] or "").strip("()")
    minutes = _zone(zone)
    if zone and minutes is None:
        return TimeValue.day(day)
    try:
        clock = dt.time(hour, int(minute or 0), int(groups["seconds" + n] or 0))
    except ValueError:
        return None
    offset = None if minutes is None else dt.timezone(dt.timedelta(minutes=minutes))
    return TimeValue.parse(dt.datetime.combine(day, clock, offset).isoformat())


def _zone(zone: str) -> int | None:
    """Minutes east of UTC of `GMT`, `+02:00`, `UTC+2`; None where the abbreviation means more than one zone."""
    match = re.fullmatch(r"([a-z]*)(?:([+-])(\d{1,2}):?(\d\d)?)?", zone.lower())
    if not zone or match is None:
        return None
    name, sign, hours, minutes = match.groups()
    if sign is None:
        return rules().zones.get(name)
    if name not in ("", "gmt", "utc") or int(hours) > 14:
        return None
    return (int(hours) * 60 + int(minutes or 0)) * (-1 if sign == "-" else 1)

"""How schema.org's data types are written (https://schema.org/DataType): a test and an example each; knows no graph."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

_DATE = re.compile(r"(\d{4}|[+-]\d{4,6})(?:-?(\d\d)-?(\d\d)|-(\d\d))?", re.ASCII)
_OTHER_DATE = re.compile(r"\d{4}-?W(?:0[1-9]|[1-4]\d|5[0-3])(?:-?[1-7])?|\d{4}-(?!000)[0-3]\d\d|--\d\d-?\d\d", re.ASCII)
_ZONE = r"(?:Z|[+-]\d\d(?::?\d\d)?)?"
_TIME = re.compile(rf"T?(?:[01]\d|2[0-4])(?::?[0-5]\d(?::?[0-5]\d(?:[.,]\d{{1,12}})?|:60)?)?{_ZONE}", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN", re.ASCII)
_INTEGER = re.compile(r"[+-]?\d+", re.ASCII)
_BOOLEAN = re.compile(r"(?:https?://schema\.org/)?(?:true|false|True|False)|[01]")
_URL = re.compile(r"(?!https?:(?!//[^/]))[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_DURATION = re.compile(
    r"-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:[.,]\d+)?S)?)?", re.ASCII
)


def is_date(text: str) -> bool:
    """A date in ISO 8601 with as much precision as is known (2024, 2024-05, 2024-05-31), or a date with a time."""
    day, _, time = text.partition("T")
    if not time and "T" not in text:
        day = re.sub(r"(?<=\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)$", "", day)  # xsd:date may have a time zone
    elif not _TIME.fullmatch(time):
        return False
    if _OTHER_DATE.fullmatch(day):
        return True
    match = _DATE.fullmatch(day)
    if not match:
        return False
    month, number = int(match[2] or match[4] or 1), int(match[3] or 1)
    try:
        date(2000 + int(match[1]) % 400, month, number)  # the calendar repeats itself every 400 years
    except ValueError:
        return False
    return True


def _written(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: pattern.fullmatch(text) is not None


DATA_TYPES: dict[str, tuple[Callable[[str], bool], str]] = {
    "Date": (is_date, "a date in ISO 8601, such as 2024-05-31"),
    "DateTime": (is_date, "a date and time in ISO 8601, such as 2024-05-31T14:30:00Z"),
    "Time": (_written(_TIME), "a time of day, such as 14:30:00Z"),
    "Number": (_written(_NUMBER), "a number with digits and a full stop, such as 1250.5"),
    "Float": (_written(_NUMBER), "a number with digits and a full stop, such as 1250.5"),
    "Integer": (_written(_INTEGER), "a whole number, such as 1250"),
    "Boolean": (_written(_BOOLEAN), "true or false"),
    "URL": (_written(_URL), "a whole IRI, such as https://example.org/a"),
    "Duration": (_written(_DURATION), "a duration in ISO 8601, such as PT1H30M"),
}
"""Every data type with a form of its own: whether a text has it, and what to write. `Duration` is a type to
schema.org, whose values are nevertheless written as text."""
FREE = frozenset(
    {"Text", "CssSelectorType", "PronounceableText", "XPathType", "Quantity", "Distance", "Energy", "Mass"}
)
"""What is written as any text at all."""
LITERAL = FREE | frozenset(DATA_TYPES)
"""What is written as a literal; all else in a range are types of things."""


def is_written_as(text: str, data_type: str) -> bool:
    """True where a literal's text is a value of the data type, whatever datatype of RDF it carries.

    schema.org's values are plain text in most pages: the text alone decides.
    """
    return data_type in FREE or (data_type in DATA_TYPES and DATA_TYPES[data_type][0](text.strip()))

"""Dates, numbers and hostile characters in the words of a page; knows no graph."""

from __future__ import annotations

import calendar
import re
from decimal import Decimal, InvalidOperation

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2})(?:T([0-9:]{5})(?::[0-9.]+)?(.*))?)?")
_BIDI = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
"""Characters that turn the direction of writing (Unicode Standard Annex 9, section 2)."""
_UNSHOWN = {
    **{code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n"},  # as control pictures
    **dict.fromkeys((0x7F, *range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"),
}
"""What HTML cannot carry ("control-character-in-input-stream", "surrogate-in-input-stream") and what stands for it."""


def moment(lexical: str) -> str:
    """A date as people write it: `10 October 2024`, `October 2024`; what is no date stays as it is.

    >>> moment("2024-10-10T12:00:00+02:00"), moment("2022")
    ('10 October 2024, 12:00 +02:00', '2022')
    """
    match = _DAY.fullmatch(lexical)
    if not match or not 1 <= int(match[2]) <= 12:
        return lexical
    month = f"{calendar.month_name[int(match[2])]} {match[1]}"
    day = f"{int(match[3])} {month}" if match[3] else month
    zone = {"Z": " UTC", None: "", "": ""}.get(match[5], f" {match[5]}")
    return f"{day}, {match[4]}{zone}" if match[4] else day


def stretch(start: str, end: str) -> str:
    """Two dates as people write a stretch of time: what both share is said once.

    >>> stretch("2013-06-07", "2013-06-08"), stretch("2013-05-31", "2013-06-06"), stretch("2022", "2024")
    ('7 to 8 June 2013', '31 May to 6 June 2013', '2022 to 2024')
    """
    said, last = moment(start).split(" "), moment(end).split(" ")
    while 1 < len(said) == len(last) <= 3 and said[-1] == last[-1]:  # longer ones have a time of day
        said, last = said[:-1], last[:-1]
    return f"{' '.join(said)} to {moment(end)}"


def number(lexical: str) -> str:
    """A number with its thousands set apart; what is none stays as it is.

    >>> number("30000000"), number("0.50")
    ('30,000,000', '0.50')
    """
    try:
        return f"{Decimal(lexical):,f}"
    except (InvalidOperation, ValueError):
        return lexical


def printable(text: str) -> str:
    """The text with signs in the place of what a page cannot carry: controls, half characters."""
    return text.translate(_UNSHOWN)


def plain(text: str) -> str:
    """One line without signs that turn the direction of writing: for attributes and titles, where nothing isolates."""
    return " ".join(printable(text).translate(_BIDI).split())


def shortened(text: str, limit: int) -> str:
    """The text in at most `limit` characters, cut at a word where one is near; the cut is shown.

    >>> shortened("one two three", 9)
    'one two…'
    """
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    word = cut.rpartition(" ")[0]
    return (word if len(word) > limit // 2 else cut).rstrip(" ,;:") + "…"

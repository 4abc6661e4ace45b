"""Tells numbers that belong to a name or a turn of phrase: titles of works, "50 Cent"; must not know any amount."""

from __future__ import annotations

import re
from functools import cache

from kgexport.annotate.values.tables import any_of, rows
from kgexport.model import Span

_REACH = 70
"""Characters around a number in which the marks of a title or the words of an idiom stand."""
_OPENS = re.compile('[“"‘«](?=\\S)')
_CLOSES = re.compile('[”"’»]')
_LONG_WORD = re.compile(r"[A-Za-z][A-Za-z’']{3,}")
_ONE_OF_A_NAME = re.compile(r"[\s-](?:Cent|Dollar|Pound|Penny|Pence|Euro|Mark|Crown|Real|Rand|Won)\Z")
_CAPITALISED = re.compile(r"\s[A-Z][a-z]")


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile(any_of(row["words"] for row in rows("money-idioms.tsv")), re.IGNORECASE)


def in_title(text: str, begin: int, end: int, span: Span) -> bool:
    """Whether `begin:end` stands with other words between quotation marks, Written Like This."""
    before = text[max(span.begin, begin - _REACH) : begin]
    opening = list(_OPENS.finditer(before + text[begin:end]))[-1:]
    closing = _CLOSES.search(text, end, min(span.end, end + _REACH))
    if not opening or opening[0].start() > len(before) or not closing:
        return False
    start = max(span.begin, begin - _REACH) + opening[0].end()
    if _CLOSES.search(text, start, begin):
        return False
    words = _LONG_WORD.findall(text, start, closing.start()) if start <= begin else []
    said = text[start:begin] + text[end : closing.start()]
    return bool(re.search(r"[A-Za-z]", said)) and bool(words) and all(word[0].isupper() for word in words)


def in_idiom(text: str, begin: int, end: int) -> bool:
    """Whether `begin:end` is part of a turn of phrase that names no amount."""
    found = _idioms().finditer(text, max(0, begin - 30), min(len(text), end + 20))
    return any(match.start() < end and begin < match.end() for match in found)


def is_name(text: str, begin: int, end: int, plural: bool) -> bool:
    """Whether a unit in the singular with a capital letter belongs to a name: "50 Cent", "Two Dollar Tree shops"."""
    unit = _ONE_OF_A_NAME.search(text, begin, end)
    if unit is None or unit[0][1:] == "Euro":
        return bool(unit) and bool(_CAPITALISED.match(text, end))
    return plural

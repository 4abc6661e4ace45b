"""Reads the words beside a number that make it a bound or an estimate; must not know what is counted."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TypedDict

from kgexport.annotate.values.tables import any_of, rows


class Bound(StrEnum):
    """How a number is meant."""

    EXACT = "exact"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    APPROXIMATE = "approximate"


class Limits(TypedDict, total=False):
    """What an amount or a quantity states."""

    value: Decimal
    minimum: Decimal
    maximum: Decimal


_REACH = 32
"""Characters before a number in which its bound stands."""


@cache
def _tables(side: str) -> tuple[re.Pattern[str], dict[str, Bound]]:
    kinds = {row["words"].lower(): Bound(row["kind"]) for row in rows("bounds.tsv") if row["side"] == side}
    words = any_of(kinds)
    pattern = rf"(?<![\w-])(?P<words>{words})\s?\Z" if side == "before" else rf"\s?(?P<words>{words})(?![\w])"
    return re.compile(pattern, re.IGNORECASE), kinds


def bound(text: str, begin: int, end: int, limit: int) -> Bound:
    """How the number at `begin:end` is meant, by the words before it and, up to `limit`, after it."""
    pattern, kinds = _tables("before")
    match = pattern.search(text, max(0, begin - _REACH), begin)
    if match is None:
        pattern, kinds = _tables("after")
        match = pattern.match(text, end, limit)
    return kinds[re.sub(r"\s", " ", match["words"]).lower()] if match else Bound.EXACT


def limits(kind: Bound, value: Decimal) -> Limits:
    """The fields of an amount or quantity: a bound, or the value."""
    if kind is Bound.MINIMUM:
        return {"minimum": value}
    if kind is Bound.MAXIMUM:
        return {"maximum": value}
    return {"value": value}


_CHANGE = re.compile(
    r"\b(?:ros|rise|risen|fell|fall|drop|grew|grow|jump|increas|decreas|declin|rais|lower|reduc|cut|climb|slip|slid|doubl|"
    r"up|down|went|gone?|move|chang|surg|plung|soar|shr[aiu]nk|slump|sank|slow|expand|narrow|widen)\w{0,5}\b",
    re.IGNORECASE,
)


def is_range(text: str, first_end: int, second_begin: int, first_begin: int) -> bool:
    """Whether two values are ends of one range: joined by a dash or "to", or between … and …; not "rose from … to"."""
    joint = text[first_end:second_begin].strip().lower()
    before = text[max(0, first_begin - 40) : first_begin].lower()
    if joint == "and":
        return bool(re.search(r"\bbetween\s(?:about\s|around\s|an estimated\s)?$", before))
    if joint in ("-", "–", "—"):
        return True
    if joint not in ("to", "up to"):
        return False
    return not re.search(r"\b(?:from|by)\s$", before) and not _CHANGE.search(before)

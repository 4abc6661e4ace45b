"""Counts "two days later", "the following day" from the day told right before; must not know when it was published."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from kgexport.annotate.values import calendar
from kgexport.annotate.values.timejoin import Found
from kgexport.annotate.values.timeparts import steps
from kgexport.model import TimePrecision, TimeValue

_FARTHEST = 300
"""Characters between the day and what is counted from it."""
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sgt|Gov|Sen|Rep|No|[A-Z][a-z]{2,3})\.\s+\Z")
_TOLD = re.compile(
    r"(?i)\b(?:said|says|told|reported|announced|confirmed|added|statement|according\sto\s[\w\s]{1,40})\s(?:late\s|early\s)?"
    r"(?:on\s)?\Z"
)
"""A day on which something was only told is not the day of what was told."""
_PART = r"(?:day|night|morning|evening|afternoon)"
_DAY = re.compile(
    rf"(?i)the\s(?:(?P<after>following|next)|(?P<before>previous|preceding))\s{_PART}"
    rf"|(?:late\s|early\s)?the\s{_PART}\s(?P<eve>before)|(?P<same>the\ssame|that(?:\ssame)?)\s{_PART}"
)
_LOWERED = 0.8


def counted(found: Sequence[Found], text: str) -> list[Found]:
    """The times of a block, in order; those that are counted in days from another now with their day.

    The other one is the only time in the sentence before (or in the same one, before it), and it is a day.
    """
    resolved: list[Found] = []
    for item in found:
        value = _counted(resolved, item, text)
        confidence = round(item.reading.confidence * _LOWERED, 2)
        reading = dataclasses.replace(item.reading, confidence=confidence) if value else item.reading
        resolved.append(dataclasses.replace(item, reading=reading, value=value) if value else item)
    return resolved


def _counted(before: list[Found], item: Found, text: str) -> TimeValue | None:
    """The day that is counted from the one told before; "the same day" of a month that was told lies in that month."""
    days = _days(item, text)
    base = _base(before, item, text) if days is not None else None
    if base is None or days is None:
        return None
    if base.precision is TimePrecision.DAY and base.date is not None:
        return calendar.day_value(calendar.shift_days(base.date, days))
    return base if days == 0 else None


def _days(item: Found, text: str) -> int | None:
    """How many days later it is; None where it counts no days."""
    said = text[item.reading.begin : item.reading.end]
    if item.reading.rule == "anaphoric" and (named := _DAY.fullmatch(said)):
        return 1 if named["after"] else 0 if named["same"] else -1
    if item.reading.rule != "later" or "n2" in item.reading.parts:
        return None
    step = steps(item.reading.parts)[0]
    if step.unit != "D" or step.weeks or step.count % 1:
        return None
    return int(step.count) * (-1 if re.search(r"(?i)(?:earlier|beforehand)\Z", said) else 1)


def _base(before: list[Found], item: Found, text: str) -> TimeValue | None:
    """The day, or the month, that is counted from."""
    if not before:
        return None
    last, begin = before[-1], item.span()[0]
    if begin - last.span()[1] > _FARTHEST or last.end_value is not None or last.value is None:
        return None
    ends = _sentence_ends(text, last.span()[1], begin)
    if (
        last.value.precision not in (TimePrecision.DAY, TimePrecision.MONTH)
        or len(ends) > 1
        or _TOLD.search(text, max(0, last.span()[0] - 70), last.span()[0])
    ):
        return None
    same = before[-2:-1] and not _sentence_ends(text, before[-2].span()[1], last.span()[0])
    return None if same else last.value


def _sentence_ends(text: str, begin: int, end: int) -> list[int]:
    return [m.end() for m in _SENTENCE_END.finditer(text, begin, end) if not _ABBREVIATED.search(text, begin, m.end())]

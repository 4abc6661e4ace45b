"""The parts of a reading as numbers and steps; must not know the date of publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from kgexport.annotate.values.calendar import Anchor, Interval
from kgexport.annotate.values.durations import Step
from kgexport.annotate.values.numbers import parse
from kgexport.annotate.values.timeforms import Reading, words


@dataclass(frozen=True, slots=True)
class Situation:
    """What a reading is resolved by."""

    anchor: Anchor
    future: Callable[[], bool | None]
    """Whether the time lies ahead (True) or behind (False), by the words around it."""


Parts = dict[str, str]
"""The named groups of a form: `month`, `day`, `year`, `n`, `unit` …"""
Rule = Callable[[Parts, Situation], Interval]

RELATIVE = {"this": 0, "current": 0, "last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1, "the": 0}
"""How many weeks, months, years … a word shifts by."""
NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
"""Which quarter or week a word names."""


def month_number(parts: Parts, name: str = "month") -> int:
    """The month, 1 to 12."""
    return int(words("month")[parts[name].lower()])


def day_number(parts: Parts, name: str = "day") -> int:
    """The day of the month: "10", "10th" or "tenth"."""
    said = parts[name].lower()
    said = re.sub(r"\s?(?:st|nd|rd|th)$", "", said) if said[0].isdigit() else said
    return int(said) if said.isdigit() else int(words("ordinal")[re.sub(r"\s", "-", said)])


def steps(parts: Parts) -> list[Step]:
    """The steps that the parts `n unit` and `n2 unit2` count."""
    found = []
    for number, unit in (("n", "unit"), ("n2", "unit2")):
        if number not in parts:
            continue
        said = parts[number].lower()
        count = parse(said)
        if count is None:
            count = Decimal("0.5") if said.startswith("half") else Decimal(1)
        name = parts[unit].lower()
        found.append(Step.of(count, words("unit")["century" if name == "centurie" else name]))
    return found


def month_and_day(reading: Reading) -> tuple[int, int] | None:
    """The month and day of a single date; None for other readings."""
    if reading.rule not in ("md", "dm"):
        return None
    return month_number(reading.parts), day_number(reading.parts)


def shift_of(said: str) -> int:
    """How many weeks, months or years the last word shifts by."""
    return RELATIVE[said.lower().split()[-1]]

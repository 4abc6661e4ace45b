"""When and where it happened, measured on invented sentences: days, places with and without a name.

One half was used to make the rules, the other held back. An event that is not found has missed its day and places.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kgexport.model import Annotations, Event, RoleName
from tests.quality.test_event_quality import read
from tests.support.scores import Score

pytestmark = pytest.mark.slow

GOLD = tomllib.loads(Path(__file__).with_name("settings.toml").read_text(encoding="utf-8"))["item"]
PUBLISHED = "2024-05-15"
FLOORS = {("made", "at"): 0.95, ("made", "on"): 0.95, ("held", "at"): 0.8, ("held", "on"): 0.8}
LEAST_PRECISION = {("made", "at"): 0.97, ("made", "on"): 0.97, ("held", "at"): 0.95, ("held", "on"): 0.95}


@dataclass
class Board:
    """Scores by half and measure, and what went wrong, for reading."""

    scores: dict[tuple[str, str], Score] = field(default_factory=lambda: {which: Score() for which in FLOORS})
    wrong: list[tuple[str, str]] = field(default_factory=list)


def words(name: str) -> set[str]:
    return set(re.findall(r"[\w'’-]+", name.lower())) - {"the", "a", "an"}


def same(gold: str, name: str) -> bool:
    """The same name, or a longer one that holds it: "Kabul market" for "market"."""
    return words(gold) <= words(name)


def told(annotations: Annotations, event: Event | None, side: str) -> list[str]:
    """The places of an event, or its first day; none of an event that is not there."""
    if event is None:
        return []
    if side == "on":
        return [event.start.lexical] if event.start else []
    by_key = {entity.key: entity.name for entity in annotations.entities}
    found = [by_key[r.filler] for r in event.roles if r.name is RoleName.LOCATION and r.filler in by_key]
    return list(dict.fromkeys(found))


def score(item: dict[str, object], board: Board) -> None:
    text, half, events = str(item["text"]), str(item["half"]), item["events"]
    assert isinstance(events, list)
    annotations = read(text, PUBLISHED)
    left = list(annotations.events)
    for line in events:
        trigger, *parts = (part.strip() for part in line.split(";"))
        event = next((e for e in left if any(trigger.lower() in m.span.of(text).lower() for m in e.mentions)), None)
        if event is not None:
            left.remove(event)
        due = dict(part.split("=") for part in parts)
        for side in ("at", "on"):
            count(board, (half, side), due.get(side, ""), told(annotations, event, side), f"{text!r}: {trigger}")


def count(board: Board, which: tuple[str, str], due: str, given: list[str], what: str) -> None:
    wanted = [value.strip() for value in due.split(" + ")] if due else []
    hits = sum(any(same(want, name) for name in given) for want in wanted)
    total = board.scores[which]
    total.right, total.found, total.gold = total.right + hits, total.found + len(given), total.gold + len(wanted)
    if hits < max(len(given), len(wanted)):
        board.wrong.append((which[0], f"{what} {which[1]} {given}, not {wanted}"))


@pytest.fixture(scope="module")
def board() -> Board:
    """Everything read and counted."""
    found = Board()
    for item in GOLD:
        score(item, found)
    return found


@pytest.mark.parametrize("which", sorted(FLOORS), ids="-".join)
def test_days_and_places_do_not_fall_below_their_floor(which: tuple[str, str], board: Board) -> None:
    assert board.scores[which].f1 >= FLOORS[which], [line for half, line in board.wrong if half == which[0] == "made"]


@pytest.mark.parametrize("which", sorted(LEAST_PRECISION), ids="-".join)
def test_few_days_and_places_are_wrong(which: tuple[str, str], board: Board) -> None:
    found = board.scores[which]
    assert found.right / found.found >= LEAST_PRECISION[which]

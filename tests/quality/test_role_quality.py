"""Who did what to whom, measured on invented sentences: names, people and bodies without one, things.

One half was used to make the rules, the other held back. An event that is not found counts as all of its roles missed.
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

GOLD = tomllib.loads(Path(__file__).with_name("roles.toml").read_text(encoding="utf-8"))["item"]
FLOORS = {"made": 0.95, "held": 0.92}
LEAST_PRECISION = {"made": 0.97, "held": 0.97}

_ROLES = {
    "agent": (RoleName.AGENT,),
    "other": (RoleName.OBJECT, RoleName.RECIPIENT, RoleName.PARTICIPANT),
    "with": (RoleName.INSTRUMENT,),
}


@dataclass
class Board:
    """Scores by half, and what went wrong, for reading."""

    scores: dict[str, Score] = field(default_factory=lambda: {"made": Score(), "held": Score()})
    wrong: list[tuple[str, str]] = field(default_factory=list)


def words(text: str) -> set[str]:
    return set(re.findall(r"[\w'’-]+", text.lower())) - {"the", "a", "an"}


def same(gold: str, name: str) -> bool:
    """The same words; or the last of them, where the node has another name for what the text says in full."""
    return words(gold) == words(name) or words(name) == words(gold.split(" of ")[0])


def fillers(annotations: Annotations, event: Event, side: str) -> list[str]:
    by_key = {entity.key: entity.name for entity in annotations.entities}
    found = [by_key[r.filler] for r in event.roles if r.name in _ROLES[side] and r.filler in by_key]
    return list(dict.fromkeys(found))


def gold_roles(parts: list[str]) -> dict[str, list[str] | None]:
    """Side -> the fillers that are due; None where nothing is judged."""
    roles: dict[str, list[str] | None] = {side: [] for side in _ROLES}
    for part in parts:
        name, _, values = part.strip().partition("=")
        if name.startswith("-"):
            roles[name[1:]] = None
        else:
            roles[name] = [value.strip() for value in values.split(" + ")]
    return roles


def score(item: dict[str, object], board: Board) -> None:
    text, half = str(item["text"]), str(item["half"])
    annotations = read(text)
    left = list(annotations.events)
    events = item["events"]
    assert isinstance(events, list)
    for line in events:
        trigger, *parts = (part.strip() for part in line.split(";"))
        event = next((e for e in left if any(trigger.lower() in m.span.of(text).lower() for m in e.mentions)), None)
        if event is not None:
            left.remove(event)
        for side, wanted in gold_roles(parts).items():
            if wanted is None:
                continue
            given = fillers(annotations, event, side) if event else []
            hits = sum(any(same(want, name) for name in given) for want in wanted)
            total = board.scores[half]
            total.right, total.found, total.gold = (
                total.right + hits,
                total.found + len(given),
                total.gold + len(wanted),
            )
            if hits < max(len(given), len(wanted)):
                board.wrong.append((half, f"{text!r}: {trigger} {side} {given}, not {wanted}"))


@pytest.fixture(scope="module")
def board() -> Board:
    """Everything read and counted."""
    found = Board()
    for item in GOLD:
        score(item, found)
    return found


@pytest.mark.parametrize("half", sorted(FLOORS))
def test_roles_do_not_fall_below_their_floor(half: str, board: Board) -> None:
    assert board.scores[half].f1 >= FLOORS[half], [line for where, line in board.wrong if where == half == "made"]


@pytest.mark.parametrize("half", sorted(LEAST_PRECISION))
def test_few_roles_are_wrong(half: str, board: Board) -> None:
    found = board.scores[half]
    assert found.right / found.found >= LEAST_PRECISION[half]

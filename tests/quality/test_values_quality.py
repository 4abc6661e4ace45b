"""When, how much and how many, measured on invented news sentences: floors a little below what was measured."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kgexport.annotate import annotate
from kgexport.model import Amount, Annotations, Quantity, Source, TimeValue
from kgexport.read import read_source
from tests.support.scores import Score

pytestmark = pytest.mark.slow

GOLD = Path(__file__).with_name("values.toml")
FLOORS = {"times": 0.97, "money": 0.97, "quantities": 0.97, "counts": 0.9}


def read(text: str, published: str) -> Annotations:
    article = read_source(Source(f"News in brief\n\n{text}\n".encode(), "text/plain", "item.txt"))
    return annotate(article.with_metadata(published=TimeValue.parse(published)) if published else article)


def value(item: Amount | Quantity) -> str:
    if item.value is not None:
        return plain(item.value)
    return f"{plain(item.minimum)}..{plain(item.maximum)}"


def plain(number: Decimal | None) -> str:
    return "" if number is None else f"{number:f}"


def found(notes: Annotations) -> dict[str, list[tuple[str, ...]]]:
    text = notes.article.text
    quantities = {quantity.key: quantity for quantity in notes.quantities}
    times: list[tuple[str, ...]] = [
        (
            time.mention.span.of(text),
            "..".join(end.lexical for end in (time.value, time.end) if end is not None),
        )
        for time in notes.times
    ]
    return {
        "times": times,
        "money": [(a.mention.span.of(text), f"{a.currency} {value(a)}") for a in notes.amounts],
        "quantities": [(q.mention.span.of(text), value(q), q.unit_text, q.unit_code or "") for q in notes.quantities],
        "counts": [
            (event.mentions[0].span.of(text).split()[-1], value(quantities[key]))
            for event in notes.events
            for key in event.amounts
            if key in quantities
        ],
    }


def compared(kind: str, gold: list[tuple[str, ...]], ours: list[tuple[str, ...]]) -> Iterator[bool]:
    """For each gold item whether it was found; counts by the last word of the trigger."""
    left = list(ours)
    for item in gold:
        yield item in left
        if item in left:
            left.remove(item)


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    table = {kind: Score() for kind in FLOORS}
    items: list[dict[str, Any]] = tomllib.loads(GOLD.read_text(encoding="utf-8"))["item"]
    for item in items:
        ours = found(read(item["text"], item.get("published", "2024-10-10")))
        for kind, score in table.items():
            if kind == "counts" and "counts" not in item:
                continue
            gold = [tuple(row) for row in item.get(kind, ())]
            score.right += sum(compared(kind, gold, ours[kind]))
            score.found += len(ours[kind])
            score.gold += len(gold)
    return table


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_quality_does_not_fall_below_its_floor(kind: str, scores: dict[str, Score]) -> None:
    assert scores[kind].f1 >= FLOORS[kind], scores[kind]

"""Who said what, measured on invented news sentences and passages: floors a little below what was measured.

One half was used to make the rules, the other held back; three later parts have the style of the press.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from kgexport.annotate import annotate
from kgexport.model import Article, Block, BlockKind, Claim, Quotation, Span
from kgexport.read.datelines import dateline
from tests.support.scores import Score

pytestmark = pytest.mark.slow

GOLD = Path(__file__).with_name("quotations.toml")
FLOORS = {
    ("made", "quotes", "content"): 0.98,
    ("made", "quotes", "speaker"): 0.95,
    ("made", "claims", "content"): 0.95,
    ("made", "claims", "speaker"): 0.93,
    ("held", "quotes", "content"): 0.98,
    ("held", "quotes", "speaker"): 0.95,
    ("held", "claims", "content"): 0.94,
    ("held", "claims", "speaker"): 0.92,
    ("press", "quotes", "content"): 0.96,
    ("press", "quotes", "speaker"): 0.86,
    ("press", "claims", "content"): 0.95,
    ("press", "claims", "speaker"): 0.82,
    ("later", "quotes", "content"): 0.95,
    ("later", "quotes", "speaker"): 0.84,
    ("later", "claims", "content"): 0.95,
    ("later", "claims", "speaker"): 0.86,
    ("varied", "quotes", "content"): 0.97,
    ("varied", "quotes", "speaker"): 0.94,
    ("varied", "claims", "content"): 0.95,
    ("varied", "claims", "speaker"): 0.92,
}

Said = tuple[str, str]
"""What is said, and the name of who says it ("" for nobody)."""


def article(text: str) -> Article:
    """Two lines of which the first is no sentence: headline and body; else paragraphs."""
    spans = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
    headline = len(spans) == 2 and text[spans[0].end - 1].isalpha()
    kinds = [BlockKind.HEADLINE if headline and i == 0 else BlockKind.PARAGRAPH for i in range(len(spans))]
    return Article(text, tuple(map(Block, spans, kinds)), dateline=dateline(spans[0].of(text)))


def read(text: str) -> dict[str, list[Said]]:
    notes = annotate(article(text))
    names = {entity.key: entity.name for entity in notes.entities}
    layers: dict[str, tuple[Quotation | Claim, ...]] = {"quotes": notes.quotations, "claims": notes.claims}
    return {
        kind: [(" ".join(m.span.of(text) for m in item.mentions), names.get(item.speaker or "", "")) for item in said]
        for kind, said in layers.items()
    }


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def same_content(one: str, other: str) -> bool:
    """Four words of five, in order."""
    a, b = words(one), words(other)
    shared = sum(m.size for m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return shared >= 0.8 * max(len(a), len(b))


def same_name(one: str, other: str) -> bool:
    a, b = set(words(one)), set(words(other))
    return a == b or bool(a and b and (a <= b or b <= a))


def matches(gold: Iterable[Said], found: Iterable[Said], with_speaker: bool) -> int:
    left = list(found)
    right = 0
    for content, who in gold:
        for item in left:
            if same_content(item[0], content) and (not with_speaker or same_name(item[1], who)):
                left.remove(item)
                right += 1
                break
    return right


@pytest.fixture(scope="session")
def scores() -> dict[tuple[str, str, str], Score]:
    """Half, kind and measure -> score."""
    table: dict[tuple[str, str, str], Score] = {}
    items: list[dict[str, Any]] = tomllib.loads(GOLD.read_text(encoding="utf-8"))["item"]
    for item in items:
        ours = read(item["text"])
        for kind, found in ours.items():
            gold = [(content, who) for content, who in item.get(kind, ())]
            for measure in ("content", "speaker"):
                score = table.setdefault((item["half"], kind, measure), Score())
                score.right += matches(gold, found, measure == "speaker")
                score.found += len(found)
                score.gold += len(gold)
    return table


@pytest.mark.parametrize("which", sorted(FLOORS), ids="-".join)
def test_quality_does_not_fall_below_its_floor(
    which: tuple[str, str, str], scores: dict[tuple[str, str, str], Score]
) -> None:
    assert scores[which].f1 >= FLOORS[which]

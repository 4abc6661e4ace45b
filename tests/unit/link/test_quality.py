from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kgexport.link import link
from kgexport.model import Annotations, Article, Block, BlockKind, Entity, Mention, MentionKind, Span

DATA = Path(__file__).resolve().parents[3].parent / "shared" / "eval" / "gum-dev.jsonl"
CLASSES = {"place": "Place", "person": "Person", "organization": "Organization"}

LEAST_PRECISION, LEAST_RECALL = 0.97, 0.85
"""1.00 and 0.92 when they were measured, over gold spans whose Wikidata identifier is known."""


def entities(row: dict[str, Any]) -> tuple[Entity, ...]:
    """Entities as a perfect annotator would find them, one a form and class."""
    forms: dict[tuple[str, str], list[Mention]] = {}
    for item in row["entities"]:
        if item["label"] in CLASSES:
            name = re.sub(r"^(the|The) |['’]s?$", "", item["text"])
            mention = Mention(Span(item["start"], item["end"]), MentionKind.NAME, "gold")
            forms.setdefault((CLASSES[item["label"]], name), []).append(mention)
    return tuple(Entity(f"e{i}", (main,), name, tuple(found)) for i, ((main, name), found) in enumerate(forms.items()))


def outcomes() -> Iterator[tuple[str | None, str | None]]:
    """Identifier found and identifier of the gold, mention by mention; neither where the gold's is not known."""
    for line in DATA.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = {(m["start"], m["end"]): m for m in row["mentions"]}
        block = Block(Span(0, len(row["text"])), BlockKind.PARAGRAPH)
        for entity in link(Annotations(Article(row["text"], (block,)), entities=entities(row))).entities:
            for mention in entity.mentions:
                known = gold.get((mention.span.begin, mention.span.end))
                if known is None or "qid" in known:
                    yield (entity.identity.id if entity.identity else None, known["qid"] if known else None)


@pytest.mark.skipif(not DATA.is_file(), reason="the development data is not beside the checkout")
def test_links_are_right_and_many() -> None:
    pairs = list(outcomes())
    given = [pair for pair in pairs if pair[0]]
    wanted = [pair for pair in pairs if pair[1]]
    right = sum(found == gold for found, gold in given)
    assert right / len(given) >= LEAST_PRECISION, [pair for pair in given if pair[0] != pair[1]]
    assert right / len(wanted) >= LEAST_RECALL

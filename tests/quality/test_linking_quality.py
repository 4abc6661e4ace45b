"""Which identities invented news gets, measured: wrong links are worse than none; a part of the texts is held back."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kgexport.model import MentionKind, Span
from kgexport.pipeline import annotate_article
from kgexport.settings import Settings
from tests.support.articles import article_of_lines

pytestmark = pytest.mark.slow

BARE = Settings(articles=False)
"""The texts mark names without their articles."""

GOLD = Path(__file__).with_name("linking.toml")
_MARKED = re.compile(r"\[([^|\]]+)\|([^|\]]+)\]")
NONE = "-"
LEAST_PRECISION = {"made": 0.97, "held": 0.95}
LEAST_RECALL = {"made": 0.93, "held": 0.92}


@dataclass
class Half:
    """What was measured on one half of the texts, mention by mention of names."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    """Marked words that have an identity and got none."""

    @property
    def precision(self) -> float:
        """How many of the links that were given are right."""
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """How many of the marked words that have an identity got theirs."""
        return self.right / (self.right + len(self.missed))


def read_gold(marked: str) -> tuple[str, dict[Span, frozenset[str]]]:
    """The plain text, and the identifiers that are right for the words marked in it."""
    text, meant, last = "", {}, 0
    for match in _MARKED.finditer(marked):
        text += marked[last : match.start()]
        meant[Span(len(text), len(text) + len(match[1]))] = frozenset(match[2].split("/"))
        text += match[1]
        last = match.end()
    return text + marked[last:], meant


def links(text: str, headline: bool) -> Iterator[tuple[Span, str]]:
    """The names that were linked, with the identifier."""
    for entity in annotate_article(article_of_lines(text, headline), BARE).entities:
        for mention in entity.mentions:
            if entity.identity is not None and mention.kind is MentionKind.NAME:
                yield mention.span, entity.identity.id


def measure(item: dict[str, Any], half: Half) -> None:
    """Read one text and count."""
    text, meant = read_gold(item["text"])
    headline = item.get("headline", False)
    open_names = {span: ids for span, ids in meant.items() if NONE not in ids}
    for span, found in links(text, headline):
        words = next((other for other in meant if other.overlaps(span)), None)
        if words is not None and found in meant[words]:
            half.right += 1
            open_names.pop(words, None)
        elif not (headline and span.begin < text.index("\n")):  # words of the headline are not marked
            half.wrong.append(f"{item['about']}: {span.of(text)} is not {found}")
    half.missed += [f"{item['about']}: {span.of(text)}" for span in open_names]


@cache
def measured() -> dict[str, Half]:
    """Both halves."""
    halves = {"made": Half(), "held": Half()}
    for item in tomllib.loads(GOLD.read_text(encoding="utf-8"))["item"]:
        measure(item, halves[item["half"]])
    return halves


@pytest.mark.parametrize("half", sorted(LEAST_PRECISION))
def test_links_are_right(half: str) -> None:
    assert measured()[half].precision >= LEAST_PRECISION[half], measured()[half].wrong if half == "made" else ""


@pytest.mark.parametrize("half", sorted(LEAST_RECALL))
def test_what_is_known_is_linked(half: str) -> None:
    assert measured()[half].recall >= LEAST_RECALL[half], measured()[half].missed if half == "made" else ""

"""What pronouns, common nouns and short names stand for in invented news: floors a little below what was measured.

One half was used to make the rules, the other held back.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kgexport.model import Entity, Mention, MentionKind, Span
from kgexport.pipeline import annotate_article
from kgexport.settings import Settings
from tests.support.articles import article_of_lines

pytestmark = pytest.mark.slow

BARE = Settings(articles=False)
"""The texts mark names without their articles."""

GOLD = Path(__file__).with_name("coreference.toml")
_MARKED = re.compile(r"\[([^|\[\]{}]+)\|([^\]]+)\]|\{([^|\[\]{}]+)\|([^}]+)\}")
_NOBODY = "-"
PRONOUNS = frozenset("he she him her his hers himself herself it its itself they them their theirs themselves".split())
FLOORS = {
    ("made", "pronoun"): (0.97, 0.82),
    ("made", "nominal"): (0.95, 0.84),
    ("held", "pronoun"): (0.9, 0.76),
    ("held", "nominal"): (0.95, 0.6),
    ("late", "pronoun"): (0.9, 0.55),
    ("pairs", "pronoun"): (0.94, 0.94),
    ("pairs", "described"): (0.94, 0.76),
    ("late", "nominal"): (0.9, 0.48),
    ("late2", "pronoun"): (0.6, 0.3),
    ("late2", "nominal"): (0.9, 0.38),
}
"""Precision and recall of links."""
LEAST_ALIASES = {"pairs": 0.94, "made": 0.94, "held": 0.95, "late": 0.9, "late2": 0.65}
"""The share of later names that became one entity with the first name of their thing."""


class Marked(NamedTuple):
    """Words of the gold: a name, a pronoun or a common noun, and what they stand for."""

    span: Span
    kind: str
    things: frozenset[str]


@dataclass
class Links:
    """Counts of links of one kind."""

    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is to find that was found; 1 where there is nothing."""
        return self.right / self.gold if self.gold else 1.0


@dataclass
class Half:
    """What was measured on one half of the texts."""

    links: dict[str, Links] = field(default_factory=lambda: {k: Links() for k in ("pronoun", "nominal", "described")})
    aliases: Links = field(default_factory=Links)
    merged: list[str] = field(default_factory=list)
    """Two things that became one entity."""
    log: list[str] = field(default_factory=list)
    """What is wrong or missing, for reading."""


def read_gold(marked: str) -> tuple[str, list[Marked]]:
    """The plain text, and what is marked in it."""
    text, found, last = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[last : match.start()]
        words, things = (match[1], match[2]) if match[1] else (match[3], match[4])
        kind = "name" if match[1] else "pronoun" if words.lower() in PRONOUNS else "nominal"
        kind = "other" if match[3] and words.lower() in ("i", "we", "me", "my") else kind
        found.append(Marked(Span(len(text), len(text) + len(words)), kind, frozenset(things.split("+"))))
        text += words
        last = match.end()
    return text + marked[last:], found


def measure(item: dict[str, Any], half: Half) -> None:
    """Read one text and count."""
    text, gold = read_gold(item["text"])
    annotations = annotate_article(article_of_lines(text, item.get("headline", False)), BARE)
    entities = annotations.entities
    if item["half"] == "pairs":
        _count_described(dict(annotations.antecedents), gold, half, text)
    meant = {entity.key: things_of(entity, gold) for entity in entities}
    _count_names(entities, gold, half, text)
    for kind in ("pronoun", "nominal"):
        wanted = [m for m in gold if m.kind == kind and m.things != {_NOBODY} and not _described(m)]
        found = [(m, e.key) for e in entities if _is_named(e) for m in e.mentions if _is_reference(m, kind)]
        links = half.links[kind]
        links.gold += len(wanted)
        links.found += len({m.span for m, _ in found})
        for span in sorted({m.span for m, _ in found}):
            things = {meant[key] for m, key in found if m.span == span}
            marked = next((m for m in gold if m.kind == kind and m.span.overlaps(span)), None)
            if marked is not None and things <= marked.things - {_NOBODY}:
                links.right += 1
            else:
                around = text[max(0, span.begin - 30) : span.end + 20]
                half.log.append(f"{item['topic']}: wrong {span.of(text)!r} at {around!r}: {sorted(things)}")
        for marked in wanted:
            if not any(m.span.overlaps(marked.span) for m, _ in found):
                around = text[max(0, marked.span.begin - 30) : marked.span.end + 20]
                half.log.append(f"{item['topic']}: missed {around!r}: {sorted(marked.things)}")


def _described(marked: Marked) -> str:
    """The noun of what has no name, for which a pronoun stands; empty for others."""
    return next((thing[1:] for thing in marked.things if thing.startswith("~")), "")


def _count_described(antecedents: dict[int, int], gold: list[Marked], half: Half, text: str) -> None:
    """Whether pronouns go back to the right nouns."""
    links = half.links["described"]
    for marked in (m for m in gold if m.kind == "pronoun"):
        noun, begin = _described(marked), antecedents.get(marked.span.begin)
        links.gold += bool(noun)
        links.found += begin is not None
        right = begin is not None and bool(noun) and re.match(rf"{noun}\b", text[begin:]) is not None
        links.right += right
        if not right and (noun or begin is not None):
            half.log.append(
                f"described: {marked.span.of(text)!r} at {text[marked.span.begin - 30 : marked.span.end]!r}"
            )


def things_of(entity: Entity, gold: list[Marked]) -> str:
    """What an entity is by most of its names; empty where none of them is marked."""
    counted = Counter(
        thing
        for mention in entity.mentions
        if mention.kind is MentionKind.NAME
        for marked in gold
        if marked.kind == "name" and marked.span.overlaps(mention.span)
        for thing in sorted(marked.things)
    )
    return min(counted, key=lambda thing: (-counted[thing], thing)) if counted else ""


def _is_named(entity: Entity) -> bool:
    """Whether it has a name: "the books" that an event needs are no reference."""
    return any(m.kind is MentionKind.NAME for m in entity.mentions)


def _is_reference(mention: Mention, kind: str) -> bool:
    wanted = MentionKind.PRONOUN if kind == "pronoun" else MentionKind.NOMINAL
    return mention.kind is wanted


def _count_names(entities: tuple[Entity, ...], gold: list[Marked], half: Half, text: str) -> None:
    """Whether the names of one thing became one entity, and none of another's with them."""
    first: dict[str, str | None] = {}
    holds: dict[str, set[str]] = {}
    for marked in (m for m in gold if m.kind == "name"):
        entity = next(
            (
                e.key
                for e in entities
                for m in e.mentions
                if m.kind is MentionKind.NAME and m.span.overlaps(marked.span)
            ),
            None,
        )
        (thing,) = marked.things
        if entity is not None:
            holds.setdefault(entity, set()).add(f"?{marked.span.begin}" if thing == _NOBODY else thing)
        if thing == _NOBODY:
            continue
        if thing not in first or first[thing] is None:
            first[thing] = entity
            continue
        half.aliases.gold += 1
        half.aliases.right += entity == first[thing]
        if entity != first[thing]:
            half.log.append(f"name not merged: {marked.span.of(text)!r} {thing}: {entity}")
    half.merged += [f"{' and '.join(sorted(things))}" for things in holds.values() if len(things) > 1]


@cache
def measured() -> dict[str, Half]:
    """All parts."""
    halves = {half: Half() for half in LEAST_ALIASES}
    for item in tomllib.loads(GOLD.read_text(encoding="utf-8"))["item"]:
        measure(item, halves[item["half"]])
    return halves


@pytest.mark.parametrize(("half", "kind"), sorted(FLOORS))
def test_what_refers_back_stands_for_the_right_thing(half: str, kind: str) -> None:
    links, (precision, recall) = measured()[half].links[kind], FLOORS[half, kind]
    shown = measured()[half].log if half == "made" else "held back: not shown"
    assert links.precision >= precision, shown
    assert links.recall >= recall, shown


@pytest.mark.parametrize("half", sorted(LEAST_ALIASES))
def test_names_of_one_thing_are_one_entity(half: str) -> None:
    assert measured()[half].aliases.recall >= LEAST_ALIASES[half]


@pytest.mark.parametrize("half", sorted(LEAST_ALIASES))
def test_two_things_are_never_merged(half: str) -> None:
    assert measured()[half].merged == []


def test_every_pronoun_of_the_gold_is_marked() -> None:
    for item in tomllib.loads(GOLD.read_text(encoding="utf-8"))["item"]:
        text, gold = read_gold(item["text"])
        for match in re.finditer(r"[A-Za-z]+", text):
            if match[0].lower() in PRONOUNS:
                assert any(m.span == Span(*match.span()) for m in gold), (
                    f"{match[0]} at {text[match.start() - 40 : match.end() + 10]}"
                )

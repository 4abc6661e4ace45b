"""What only looks like a date, an amount, a quantity, a quotation or a statement must not be in the graph.

Each text of traps.toml goes through the whole program. The graph with its evidence is then read as lines, a kind and
words: every typed date literal apart from those of the article itself ("date 2024-10-08"; a length of time "date P2D"),
the words of every mention of a time, and the words or the name of every thing of some types.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kgexport.graph import ArticleGraph
from kgexport.model import Source, TimeValue
from kgexport.pipeline import annotate_article, map_article
from kgexport.read import read_source

pytestmark = pytest.mark.slow

TRAPS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("traps.toml").read_text(encoding="utf-8"))["trap"]
KINDS = {
    "MonetaryAmount": "money",
    "QuantitativeValue": "quantity",
    "PropertyValue": "quantity",
    "Quotation": "quotation",
    "Claim": "claim",
    "Person": "person",
}
SPEAKING = ("spokenByCharacter", "author")
DATES = ("gYear", "gYearMonth", "date", "dateTime", "gMonthDay", "gMonth", "time", "duration")


@cache
def graph_of(text: str, published: str) -> ArticleGraph:
    source = Source(f"News in brief\n\n{text}\n".encode(), "text/plain", "trap.txt")
    article = read_source(source)
    if published:
        article = article.with_metadata(published=TimeValue.parse(published))
    return map_article(annotate_article(article))


def local(node: object) -> str:
    return node.value.rpartition("#")[2].rpartition("/")[2] if isinstance(node, NamedNode) else str(node)


def lines(graph: ArticleGraph) -> Iterator[str]:
    triples = (*graph.knowledge, *graph.evidence)
    facts: dict[NamedNode, list[Triple]] = {}
    for triple in triples:
        assert isinstance(triple.subject, NamedNode)
        facts.setdefault(triple.subject, []).append(triple)
    for subject, about in facts.items():
        told = {local(triple.predicate): triple.object for triple in about}
        if subject != graph.article:
            yield from dates(about)
        if told.get("mentionKind") == Literal("time"):
            yield f"time {words(told['anchorOf'])}"
        for kind in sorted({local(t.object) for t in about if local(t.predicate) == "type"} & KINDS.keys()):
            yield from (f"{KINDS[kind]} {said}" for said in naming(kind, told, about, facts))
        if told.keys() & {"text"}:
            yield from (f"speaker {local(told[term])}" for term in SPEAKING if term in told)


def dates(about: list[Triple]) -> Iterator[str]:
    for triple in about:
        if isinstance(triple.object, Literal) and local(triple.object.datatype) in DATES:
            yield f"date {triple.object.value}"


def naming(kind: str, told: dict[str, Any], about: list[Triple], facts: dict[NamedNode, list[Triple]]) -> Iterator[str]:
    if kind in ("Quotation", "Claim", "Person"):
        yield words(told["name" if kind == "Person" else "text"])
        return
    for triple in about:
        if local(triple.predicate) == "wasDerivedFrom" and isinstance(triple.object, NamedNode):
            yield from (words(t.object) for t in facts[triple.object] if local(t.predicate) == "anchorOf")


def words(node: object) -> str:
    assert isinstance(node, Literal)
    return node.value


def found(trap: dict[str, Any]) -> list[str]:
    return sorted(lines(graph_of(trap["text"], trap.get("published", "2024-10-10"))))


@pytest.mark.parametrize("trap", TRAPS, ids=[trap["name"] for trap in TRAPS])
def test_a_trap_gives_nothing_false(trap: dict[str, Any]) -> None:
    said = found(trap)
    assert [line for line in said for pattern in trap["never"] if fnmatchcase(line, pattern)] == []


@pytest.mark.parametrize("trap", TRAPS, ids=[trap["name"] for trap in TRAPS])
def test_what_is_true_beside_a_trap_is_still_found(trap: dict[str, Any]) -> None:
    said = found(trap)
    assert [wanted for wanted in trap["still"] if not any(fnmatchcase(line, wanted) for line in said)] == []


def test_there_are_enough_traps() -> None:
    assert len(TRAPS) >= 45

"""Runs the tables of rules over an article's annotations; knows no single property.

A rule gives, for one thing, the values of one property, each with the mentions that carry it. Values with mentions
become an `rdf:Statement` in the evidence; what the rules say is the knowledge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from kgexport.graph import ArticleGraph
from kgexport.iri import DEFAULT_BASE
from kgexport.mapping.context import Context
from kgexport.mapping.evidence import evidence_triples
from kgexport.mapping.rule import Rule, T, ThingTable, Value
from kgexport.mapping.tables import THING_TABLES
from kgexport.model import Annotations, Mention
from kgexport.vocabulary import KGX, RDF, SCHEMA


@dataclass(frozen=True)
class Fact:
    """A triple with the words that carry it."""

    triple: Triple
    mentions: tuple[Mention, ...] = ()


def facts_of(rules: Iterable[Rule[T]], subject: NamedNode, thing: T, context: Context) -> Iterator[Fact]:
    """Everything that the rules say about one thing."""
    for rule in rules:
        predicate = rule.namespace[rule.term]
        for value in rule.values(thing, context):
            if isinstance(value, Value):
                yield Fact(Triple(subject, predicate, value.node), value.mentions)
            elif value is not None:
                yield Fact(Triple(subject, predicate, value))


def _class(name: str) -> NamedNode:
    """A class of schema.org, or one of the project's own."""
    return KGX[name] if name in KGX else SCHEMA[name]


def _things(table: ThingTable[T], context: Context) -> Iterator[tuple[NamedNode, list[Fact], tuple[Mention, ...]]]:
    for thing in table.layer(context):
        subject = table.subject(thing, context)
        types = [Fact(Triple(subject, RDF["type"], _class(name))) for name in table.types(thing, context)]
        yield subject, [*types, *facts_of(table.rules, subject, thing, context)], tuple(table.mentions(thing, context))


def map_article(annotations: Annotations, base: str = DEFAULT_BASE, body: bool = True) -> ArticleGraph:
    """The graph of an annotated article.

    `base` is what entity IRIs begin with; without `body` the article's text is left out of the knowledge (the evidence
    still carries the canonical text). Raises InputError for a base that is no absolute http(s) IRI.
    """
    context = Context(annotations, base, body)
    facts: list[Fact] = []
    derived: list[tuple[NamedNode, tuple[Mention, ...]]] = []
    for table in THING_TABLES:
        for subject, said, mentions in _things(table, context):
            facts += said
            derived.append((subject, mentions))
    evidence = evidence_triples(context, derived, [(fact.triple, fact.mentions) for fact in facts if fact.mentions])
    return ArticleGraph.of(
        context.minter.document,
        context.minter.evidence,
        (fact.triple for fact in facts),
        evidence,
        base=context.minter.base,
    )

"""One change of a graph, and ways to make such changes; knows no rule of the profile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Triple

from kgexport.validate.facts import Facts, Subject, Term
from kgexport.vocabulary import NAMESPACES, RDF

Find = Callable[[Facts, Random], Iterator["Edit"]]

_SPACES = {space.prefix: space for space in NAMESPACES}


class Said(NamedTuple):
    """A triple, of which no part is a triple."""

    subject: Subject
    predicate: NamedNode
    object: Term

    def __str__(self) -> str:
        return f"{self.subject} {self.predicate} {self.object}"


@dataclass(frozen=True, slots=True)
class Edit:
    """Triples that are taken out and triples that are put in."""

    why: str
    drop: tuple[Said, ...] = ()
    add: tuple[Said, ...] = ()

    @property
    def what(self) -> str:
        """The change in words."""
        gone, new = (" ; ".join(map(str, said)) or "nothing" for said in (self.drop, self.add))
        return f"{self.why}: {gone} -> {new}"

    def changes(self, had: frozenset[Said]) -> bool:
        """Whether the graph of these triples is another one afterwards."""
        return bool((had & {*self.drop}) - {*self.add} or {*self.add} - had)

    def apply(self, triples: Mapping[Said, Triple]) -> tuple[Triple, ...]:
        """The graph of these triples with this change."""
        gone = {*self.drop}
        kept = (triple for said, triple in triples.items() if said not in gone)
        return (*kept, *(Triple(*said) for said in self.add))


def term(name: str) -> NamedNode:
    """`schema:name` as an IRI."""
    prefix, _, local = name.partition(":")
    return _SPACES[prefix][local]


def rows(facts: Facts, *names: str) -> Iterator[tuple[str, Said]]:
    """Every triple with one of these properties, with the property as it was named."""
    for name in names:
        for subject, value in facts.pairs(term(name)):
            yield name, Said(subject, term(name), value)


def of_type(facts: Facts, *names: str) -> Iterator[Subject]:
    """Everything of these types."""
    wanted = {term(name) for name in names}
    return (subject for subject, kind in facts.pairs(RDF["type"]) if kind in wanted)


def replaced(triple: Said, value: Term, why: str) -> Edit:
    """A triple with another value."""
    new = Said(triple.subject, triple.predicate, value)
    return Edit(why, (triple,), (new,))


def added(subject: Subject, name: str, value: Term, why: str) -> Edit:
    """One more triple."""
    new = Said(subject, term(name), value)
    return Edit(why, (), (new,))


def typed(text: str, name: str) -> Literal:
    """`typed("2024", "xsd:gYear")`."""
    return Literal(text, datatype=term(name))


def document(facts: Facts) -> str:
    """`D#`, what the names of all things of the article begin with."""
    article = next(of_type(facts, "schema:NewsArticle"))
    assert isinstance(article, NamedNode)
    return article.value.partition("#")[0] + "#"

"""The triples of a graph, by predicate and by subject, and what its things are called; judges nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kgexport.errors import InputError
from kgexport.vocabulary import NIF, PREFIXES, RDF, SCHEMA

Subject = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal
Row = tuple[Subject, NamedNode, Term]

HTTPS_SCHEMA = "https://schema.org/"
"""The other spelling of schema.org's namespace: other IRIs to RDF, the same words to schema.org."""
_NAMES = (SCHEMA["name"], SCHEMA["headline"], SCHEMA["text"], NIF["anchorOf"])
_LONGEST_NAME = 60
_BY_LENGTH = sorted(PREFIXES.items(), key=lambda item: (-len(item[1]), item[0]))


def short(iri: str) -> str:
    """`schema:agent` for an IRI of a known namespace, `#rama` for a hash IRI, else the IRI itself; keeps a `^`."""
    if iri.startswith("^"):
        return "^" + short(iri[1:])
    for prefix, namespace in _BY_LENGTH:
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    _, hash_sign, fragment = iri.partition("#")
    return hash_sign + fragment if fragment else iri


def focus_iri(subject: object) -> str:
    """The IRI of a focus node, `_:` for a blank node, whose label means nothing outside of its file."""
    return subject.value if isinstance(subject, NamedNode) else "_:"


def _row(triple: Triple) -> Row:
    subject, value = triple.subject, triple.object
    if isinstance(subject, Triple) or isinstance(value, Triple):
        raise InputError(f"a graph of the profile has no quoted triples; leave this one out: {triple}")
    return subject, triple.predicate, value


class Facts:
    """An index over the triples of one graph; of several graphs of a data set, over all of them together.

    Raises InputError for a quoted triple (RDF 1.2): the profile has none, and SHACL 1.0 does not know them.
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples = tuple(triples)
        self.rows = [_row(triple) for triple in self.triples]
        self._by_predicate: dict[NamedNode, list[tuple[Subject, Term]]] = {}
        for subject, predicate, value in self.rows:
            self._by_predicate.setdefault(predicate, []).append((subject, value))

    def predicates(self) -> Iterator[NamedNode]:
        """Every predicate, once."""
        return iter(self._by_predicate)

    def pairs(self, predicate: NamedNode) -> list[tuple[Subject, Term]]:
        """Subject and object of every triple with that predicate."""
        return self._by_predicate.get(predicate, [])

    @cached_property
    def _by_subject(self) -> dict[Subject, list[tuple[NamedNode, Term]]]:
        found: dict[Subject, list[tuple[NamedNode, Term]]] = {}
        for subject, predicate, value in self.rows:
            found.setdefault(subject, []).append((predicate, value))
        return found

    def subjects(self) -> Iterator[Subject]:
        """Every subject, once."""
        return iter(self._by_subject)

    @cached_property
    def typed(self) -> frozenset[Subject]:
        """Everything with an rdf:type."""
        return frozenset(subject for subject, _ in self.pairs(RDF["type"]))

    def values(self, subject: object, predicate: NamedNode) -> list[Term]:
        """The objects of one subject and predicate."""
        if not isinstance(subject, NamedNode | BlankNode):
            return []
        return [value for key, value in self._by_subject.get(subject, ()) if key == predicate]

    def literals(self, subject: object, predicate: NamedNode) -> list[str]:
        """The lexical forms of the literals among them, in order."""
        return sorted(value.value for value in self.values(subject, predicate) if isinstance(value, Literal))

    def name(self, subject: object) -> str:
        """What readers call a thing: its name, headline, text or words, cut to one short line; else its short IRI."""
        for predicate in _NAMES:
            for text in self.literals(subject, predicate):
                line = " ".join(text.split())
                if line:
                    return line if len(line) <= _LONGEST_NAME else line[: _LONGEST_NAME - 1].rstrip() + "…"
        return short(subject.value) if isinstance(subject, NamedNode) else "(a thing without an IRI)"

"""The triples of a graph, by predicate and by subject, and what its things are called; judges nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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


def _quoted(triples: Iterable[Triple]) -> InputError:
    triple = next(
        triple for triple in triples if isinstance(triple.subject, Triple) or isinstance(triple.object, Triple)
    )
    return InputError(f"a graph of the profile has no quoted triples; leave this one out: {triple}")


class Facts:
    """An index over the triples of one graph; of several graphs of a data set, over all of them together.

    It is made when it is first asked for, which raises InputError for a quoted triple (RDF 1.2): the profile has none,
    and SHACL 1.0 does not know them.
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples = tuple(triples)
        self._by_subject: dict[NamedNode, dict[Subject, list[Term]]] = {}

    @cached_property
    def rows(self) -> list[Row]:
        """Subject, predicate and object of every triple."""
        rows = [(triple.subject, triple.predicate, triple.object) for triple in self.triples]
        if Triple in {type(value) for _, _, value in rows} | {type(subject) for subject, _, _ in rows}:
            raise _quoted(self.triples)
        return rows  # type: ignore[return-value]

    @cached_property
    def has_blank_nodes(self) -> bool:
        """Whether any subject or object is a blank node."""
        return BlankNode in {type(value) for row in self.rows for value in row}

    @cached_property
    def _by_predicate(self) -> dict[NamedNode, list[tuple[Subject, Term]]]:
        found: defaultdict[NamedNode, list[tuple[Subject, Term]]] = defaultdict(list)
        for subject, predicate, value in self.rows:
            found[predicate].append((subject, value))
        return dict(found)

    def predicates(self) -> Iterator[NamedNode]:
        """Every predicate, once."""
        return iter(self._by_predicate)

    def pairs(self, predicate: NamedNode) -> list[tuple[Subject, Term]]:
        """Subject and object of every triple with that predicate."""
        return self._by_predicate.get(predicate, [])

    def by_subject(self, predicate: NamedNode) -> Mapping[Subject, list[Term]]:
        """Subject -> its objects, of every triple with that predicate."""
        found = self._by_subject.get(predicate)
        if found is None:
            found = self._by_subject[predicate] = {}
            for subject, value in self.pairs(predicate):
                found.setdefault(subject, []).append(value)
        return found

    def subjects(self) -> Iterator[Subject]:
        """Every subject, once."""
        return iter(dict.fromkeys(subject for subject, _, _ in self.rows))

    @cached_property
    def typed(self) -> frozenset[Subject]:
        """Everything with an rdf:type."""
        return frozenset(subject for subject, kind in self.pairs(RDF["type"]) if not isinstance(kind, Literal))

    def values(self, subject: object, predicate: NamedNode) -> list[Term]:
        """The objects of one subject and predicate."""
        if not isinstance(subject, NamedNode | BlankNode):
            return []
        return [*self.by_subject(predicate).get(subject, ())]

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

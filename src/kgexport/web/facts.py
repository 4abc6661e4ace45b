"""The triples of a graph, to be asked for by thing and property; decides nothing.

Everything in this package is in http://schema.org/, as the official context has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kgexport.graph import Node
from kgexport.vocabulary import RDF, SCHEMA

CONTEXT = "https://schema.org"
"""The official context, which search engines know and nobody fetches."""

ADDRESSES = frozenset({"image", "logo", "mainEntityOfPage", "sameAs", "url"})
"""Properties that lead out of the page; the official context reads their texts as IRIs."""

REFERENCES = frozenset({"isBasedOn", "isPartOf", "speakable"})
"""Other properties whose texts the official context reads as IRIs: they lead to things of the page."""

DATES = frozenset({"dateModified", "datePublished", "endDate", "startDate"})
"""Properties whose texts the official context reads as `schema:Date`."""


def local(node: object) -> str | None:
    """The local name of a term of schema.org; None for all else."""
    if not isinstance(node, NamedNode) or not node.value.startswith(SCHEMA.iri):
        return None
    name = node.value[len(SCHEMA.iri) :]
    return name if name in SCHEMA else None


class Facts:
    """Some triples, by subject and property."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples = tuple(triples)
        self._values: dict[NamedNode, dict[NamedNode, list[Node]]] = {}
        for subject, predicate, value in self.triples:
            if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
                self._values.setdefault(subject, {}).setdefault(predicate, []).append(value)

    def __contains__(self, node: object) -> bool:
        return node in self._values

    def __iter__(self) -> Iterator[NamedNode]:
        return iter(self._values)

    def values(self, subject: NamedNode, predicate: NamedNode) -> list[Node]:
        """All values of a property."""
        return self._values.get(subject, {}).get(predicate, [])

    def nodes(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        """The values of a property that are IRIs."""
        return [value for value in self.values(subject, predicate) if isinstance(value, NamedNode)]

    def texts(self, subject: NamedNode, name: str) -> list[str]:
        """The values of a property of schema.org that are literals, without those that say nothing."""
        values = self.values(subject, SCHEMA[name])
        return [value.value for value in values if isinstance(value, Literal) and value.value.strip()]

    def types(self, subject: NamedNode) -> set[str]:
        """The local names of its classes of schema.org."""
        return {name for value in self.values(subject, RDF["type"]) if (name := local(value))}

    def has(self, subject: NamedNode, name: str) -> bool:
        """Whether the thing has a property of schema.org that says something."""
        return any(
            not isinstance(value, Literal) or value.value.strip() for value in self.values(subject, SCHEMA[name])
        )

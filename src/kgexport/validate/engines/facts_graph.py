"""Facts as a graph that pySHACL reads: a term is made, and a predicate indexed, when a shape first asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pyoxigraph as ox
import rdflib

from kgexport.validate.engines.terms import quiet_literals, to_rdflib
from kgexport.validate.facts import Facts, Term

Index = dict[Any, list[Any]]
"""Node -> the nodes that a predicate leads to from there, each once."""


class FactsGraph(rdflib.Graph):
    """A graph that is only read. Equal terms are the same object, so that looking them up is quick.

    `known` are terms that exist already, those of the shapes.
    """

    def __init__(self, facts: Facts, known: Mapping[Term, Any] | None = None) -> None:
        super().__init__(bind_namespaces="none")
        self._facts = facts
        self._known: dict[Term, Any] = dict(known or {})
        self._indexes: dict[tuple[Any, bool], Index] = {}
        self.results: dict[tuple[Any, Any], Any] = {}
        """Shape and node -> what a shape said of a node, for shapes that are asked for it again."""

    def term(self, term: Term) -> Any:
        """The rdflib term for a term of the facts; the same one each time."""
        found = self._known.get(term)
        if found is None:
            found = self._known[term] = to_rdflib(term)
        return found

    def index(self, predicate: Any, back: bool = False) -> Index:
        """Where a predicate leads, or with `back` where it comes from."""
        found = self._indexes.get((predicate, back))
        if found is None:
            found = self._indexes[predicate, back] = self._make_index(predicate, back)
        return found

    def _make_index(self, predicate: Any, back: bool) -> Index:
        pairs = dict.fromkeys(self._facts.pairs(ox.NamedNode(str(predicate))))
        index: Index = {}
        with quiet_literals():
            for subject, value in pairs:
                start, end = self.term(subject), self.term(value)
                if back:
                    start, end = end, start
                index.setdefault(start, []).append(end)
        return index

    def objects(self, subject: Any = None, predicate: Any = None, unique: bool = False) -> Any:
        """As `rdflib.Graph.objects`."""
        if isinstance(predicate, rdflib.URIRef) and isinstance(subject, rdflib.term.Identifier):
            return iter(self.index(predicate).get(subject, ()))
        return super().objects(subject, predicate, unique)

    def subjects(self, predicate: Any = None, object: Any = None, unique: bool = False) -> Any:  # noqa: A002
        """As `rdflib.Graph.subjects`."""
        if isinstance(predicate, rdflib.URIRef) and isinstance(object, rdflib.term.Identifier):
            return iter(self.index(predicate, back=True).get(object, ()))
        return super().subjects(predicate, object, unique)

    def triples(self, triple: Any) -> Any:
        """As `rdflib.Graph.triples`, for everything that the two methods above do not answer."""
        subject, predicate, value = triple
        predicates = map(self.term, self._facts.predicates()) if predicate is None else (predicate,)
        for step in predicates:
            index = self.index(step)
            starts = list(index) if subject is None else [subject]
            for start in starts:
                for end in index.get(start, ()):
                    if value is None or value == end:
                        yield start, step, end

    def __contains__(self, triple: Any) -> bool:
        return any(True for _ in self.triples(triple))

    def __len__(self) -> int:
        return len(set(self._facts.rows()))

    def __bool__(self) -> bool:
        return True  # else pySHACL counts the triples whenever it writes a result

    def along(self, steps: Iterable[tuple[Any, bool]], focus: Iterable[Any]) -> Index:
        """The values of each node over any of the steps (predicate, backwards); nodes without any are left out."""
        indexes = [index for predicate, back in steps if (index := self.index(predicate, back))]
        if not indexes:
            return {}
        if len(indexes) == 1:
            only = indexes[0]
            return {node: only[node] for node in focus if node in only}
        found: Index = {}
        for node in focus:
            values = dict.fromkeys(value for index in indexes for value in index.get(node, ()))
            if values:
                found[node] = list(values)
        return found

"""The shapes of a verdict, kept in a form that pySHACL looks up quickly; knows no data.

pySHACL asks the shapes graph anew for every value that it checks, and makes its evaluators anew. The classes here keep
them; what conforms is for pySHACL's own evaluators to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any

import pyoxigraph as ox
import rdflib
from pyshacl import Shape, ShapesGraph
from pyshacl.constraints import ALL_CONSTRAINT_PARAMETERS

from kgexport.validate.engines.base import KEPT, ShapeSource
from kgexport.validate.engines.kept_shape import KeptShape
from kgexport.validate.engines.terms import add_triples
from kgexport.validate.facts import Term
from kgexport.validate.report import Verdict
from kgexport.validate.shapes import SH_IRI

SH = rdflib.Namespace(SH_IRI)

Pairs = list[tuple[Any, Any]]

_NESTED = [SH[name] for name in ("property", "node", "not", "qualifiedValueShape")]
_NESTED_LISTS = [SH[name] for name in ("and", "or", "xone")]


class _CachedGraph(rdflib.Graph):
    """A graph that is only read once it is filled; its answers are kept."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        super().__init__(bind_namespaces="none")
        self.terms = add_triples(self, triples)
        self._objects: dict[object, list[Any]] = {}
        self._items: dict[object, list[Any]] = {}

    def objects(self, subject: Any = None, predicate: Any = None, unique: bool = False) -> Any:
        """As `rdflib.Graph.objects`."""
        key = (subject, predicate, unique)
        if key not in self._objects:
            self._objects[key] = list(super().objects(subject, predicate, unique))
        return iter(self._objects[key])

    def items(self, list: Any) -> Any:  # noqa: A002
        """As `rdflib.Graph.items`, which names its parameter so."""
        if list not in self._items:
            self._items[list] = [*super().items(list)]
        return iter(self._items[list])


class CachedShapes(ShapesGraph):
    """Shapes whose constraints are looked up once; every shape is a KeptShape."""

    def __init__(self, graph: rdflib.Graph, **options: Any) -> None:
        self._constraints: dict[object, Pairs] = {}
        super().__init__(graph, **options)
        kept = {shape.node: KeptShape.of(shape) for shape in self.shapes}
        self._node_shape_cache.update(kept)

    @property
    def terms(self) -> dict[Term, Any]:
        """The terms of the shapes, by what pyoxigraph calls them."""
        graph: Any = self.graph
        terms: dict[Term, Any] = graph.terms
        return terms

    def predicate_objects(self, s: Any) -> Iterator[tuple[Any, Any]]:
        """The constraints of a shape: pySHACL looks for no other predicates here."""
        if s not in self._constraints:
            known = set(ALL_CONSTRAINT_PARAMETERS)
            self._constraints[s] = [pair for pair in self.graph.predicate_objects(s) if pair[0] in known]
        return iter(self._constraints[s])

    def part(self, node: Any) -> KeptShape:
        """The shape of that node."""
        shape: Any = self.lookup_shape_from_node(node)
        kept: KeptShape = shape
        return kept

    def parts(self, node: Any) -> list[KeptShape]:
        """What to evaluate for a shape that chose focus nodes: itself, and its property shapes apart from it."""
        shape = self.part(node)
        if shape.deactivated:
            return []
        own = [] if shape.is_property_shape else self.graph.objects(node, SH.property)
        return [shape, *map(self.part, own)]

    def steps(self, path: Any) -> list[tuple[Any, bool]] | None:
        """The steps (predicate, backwards) any of which a path takes; None where a path is more than one step long."""
        if isinstance(path, rdflib.URIRef):
            return [(path, False)]
        inverse = self.graph.value(path, SH.inversePath)
        if inverse is not None:
            steps = self.steps(inverse)
            return [(iri, not back) for iri, back in steps] if steps else None
        members = self.graph.value(path, SH.alternativePath)
        found: list[tuple[Any, bool]] = []
        for member in self.graph.items(members) if members is not None else ():
            steps = self.steps(member)
            if steps is None:
                return None
            found.extend(steps)
        return found or None

    @cached_property
    def recursive(self) -> frozenset[Any]:
        """The shapes that can be reached from themselves: what they say depends on where the question came from."""
        uses = {shape.node: self._uses(shape) for shape in self.shapes}
        return frozenset(node for node in uses if node in _reached(uses[node], uses))

    def _uses(self, shape: Shape) -> list[Any]:
        direct = [node for predicate in _NESTED for node in self.graph.objects(shape.node, predicate)]
        lists = [head for predicate in _NESTED_LISTS for head in self.graph.objects(shape.node, predicate)]
        return [*direct, *(node for head in lists for node in self.graph.items(head))]


def _reached(start: list[Any], uses: dict[Any, list[Any]]) -> set[Any]:
    seen: set[Any] = set()
    todo = list(start)
    while todo:
        node = todo.pop()
        if node not in seen:
            seen.add(node)
            todo.extend(uses.get(node, ()))
    return seen


@lru_cache(KEPT)
def cached_shapes(shapes: ShapeSource, verdict: Verdict) -> CachedShapes:
    """All shapes of one verdict."""
    return CachedShapes(_CachedGraph(shapes(verdict)))

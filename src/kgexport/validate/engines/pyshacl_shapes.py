"""The shapes of a verdict, kept in a form that pySHACL looks up quickly; knows no data.

pySHACL asks the shapes graph anew for every value it checks. The two classes here answer from dictionaries, which
saves a good third of the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import Any

import pyoxigraph as ox
import rdflib
from pyshacl import Shape, ShapesGraph
from pyshacl.constraints import ALL_CONSTRAINT_PARAMETERS

from kgexport.validate.engines.terms import add_triples
from kgexport.validate.report import Verdict
from kgexport.validate.shapes import SH_IRI, shape_triples

SH = rdflib.Namespace(SH_IRI)

Pairs = list[tuple[Any, Any]]


class _CachedGraph(rdflib.Graph):
    """A graph that is only read once it is filled; its answers are kept."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        super().__init__(bind_namespaces="none")
        add_triples(self, triples)
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
    """Shapes whose constraints are looked up once."""

    def __init__(self, graph: rdflib.Graph, **options: Any) -> None:
        self._constraints: dict[object, Pairs] = {}
        super().__init__(graph, **options)

    def predicate_objects(self, s: Any) -> Iterator[tuple[Any, Any]]:
        """The constraints of a shape: pySHACL looks for no other predicates here."""
        if s not in self._constraints:
            known = set(ALL_CONSTRAINT_PARAMETERS)
            self._constraints[s] = [pair for pair in self.graph.predicate_objects(s) if pair[0] in known]
        return iter(self._constraints[s])

    @cached_property
    def targeting(self) -> list[Shape]:
        """The shapes that choose their own focus nodes, in a fixed order; the others are used by these."""
        found = [shape for shape in self.shapes if any(map(any, shape.target()))]
        return sorted(found, key=lambda shape: str(shape.node))

    def parts(self, shape: Shape) -> list[Shape]:
        """What to evaluate for a shape: its property shapes, and itself where it has other constraints too."""
        own = any(parameter != SH.property for parameter, _ in self.predicate_objects(shape.node))
        parts = map(self.lookup_shape_from_node, self.graph.objects(shape.node, SH.property))
        return [*([shape] if own else []), *parts]

    def path(self, path: Any) -> list[str]:
        """The properties of a path, any of which may lead to a value: IRIs, `^` before one that is followed back."""
        if isinstance(path, rdflib.URIRef):
            return [str(path)]
        inverse = self.graph.value(path, SH.inversePath)
        if inverse is not None:
            return ["^" + iri for iri in self.path(inverse)]
        steps = self.graph.items(self.graph.value(path, SH.alternativePath))
        return [iri for step in steps for iri in self.path(step)]


@cache
def cached_shapes(verdict: Verdict) -> CachedShapes:
    """All shapes of one verdict."""
    return CachedShapes(_CachedGraph(shape_triples(verdict)))

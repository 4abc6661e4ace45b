"""The focus nodes of each shape, found once for all engines (SHACL, section 2.1.3); knows no engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kgexport.validate.engines.base import KEPT, ShapeSource
from kgexport.validate.facts import Column, Facts, Subject, Term
from kgexport.validate.report import Verdict
from kgexport.validate.shapes import SH_IRI
from kgexport.vocabulary import RDF

_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_CLASS, _SUBCLASS_OF = NamedNode(_RDFS + "Class"), NamedNode(_RDFS + "subClassOf")
_KINDS = {
    NamedNode(SH_IRI + name): name for name in ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")
}
_DEACTIVATED = NamedNode(SH_IRI + "deactivated")
_IMPLICIT = "targetClass"

Focus = dict[Subject, frozenset[Term] | frozenset[Subject]]
"""Shape -> its focus nodes."""
_NOBODY: frozenset[Subject] = frozenset()


class Targets:
    """Which shapes choose their own focus nodes, and how; deactivated shapes choose none."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        rows = [(triple.subject, triple.predicate, triple.object) for triple in triples]
        classes = {_CLASS} | {
            subject for subject, predicate, value in rows if (predicate, value) == (_SUBCLASS_OF, _CLASS)
        }
        off = {subject for subject, predicate, value in rows if predicate == _DEACTIVATED and _is_true(value)}
        self._chosen: list[tuple[Subject, str, Term]] = []
        for subject, predicate, value in rows:
            if isinstance(subject, Triple) or isinstance(value, Triple) or subject in off:
                continue
            if predicate in _KINDS:
                self._chosen.append((subject, _KINDS[predicate], value))
            elif predicate == RDF["type"] and value in classes:
                self._chosen.append((subject, _IMPLICIT, subject))

    @property
    def shapes(self) -> frozenset[Subject]:
        """The shapes that choose focus nodes."""
        return frozenset(shape for shape, _, _ in self._chosen)

    def focus(self, facts: Facts) -> Focus:
        """The focus nodes of each shape that has any in these facts."""
        members = instances(facts)
        found: Focus = {}
        for shape, kind, value in self._chosen:
            nodes = _nodes(facts, members, kind, value)
            if nodes:
                found[shape] = found[shape] | nodes if shape in found else nodes
        return found


def _is_true(value: object) -> bool:
    return isinstance(value, Literal) and value.value in {"true", "1"}


def _nodes(
    facts: Facts, members: Mapping[Term, frozenset[Subject]], kind: str, value: Term
) -> frozenset[Term] | frozenset[Subject]:
    if kind == "targetClass":
        return members.get(value, _NOBODY)
    if kind == "targetNode":
        return frozenset((value,))
    column = facts.column(value) if isinstance(value, NamedNode) else Column()
    return column.starts if kind == "targetSubjectsOf" else column.ends


def instances(facts: Facts) -> Mapping[Term, frozenset[Subject]]:
    """Class -> its instances; those of a subclass that the data declares are instances of the class too."""
    below: dict[Term, list[Subject]] = {}
    for subject, above in facts.pairs(_SUBCLASS_OF):
        below.setdefault(above, []).append(subject)
    if not below:
        return facts.instances
    direct = facts.instances
    inherited = {
        above: _NOBODY.union(*(direct.get(kind, _NOBODY) for kind in _closure(above, below))) for above in below
    }
    return {**direct, **inherited}


def _closure(start: Term, below: dict[Term, list[Subject]]) -> Iterator[Term]:
    """A class and all classes below it, each once."""
    seen, todo = {start}, [start]
    while todo:
        kind = todo.pop()
        yield kind
        new = [lower for lower in below.get(kind, ()) if lower not in seen]
        seen.update(new)
        todo.extend(new)


@lru_cache(KEPT)
def targets(shapes: ShapeSource, verdict: Verdict) -> Targets:
    """The targets of all shapes of a verdict."""
    return Targets(shapes(verdict))


def labels(focus: Focus) -> frozenset[str]:
    """The nodes that any shape looks at, by IRI, label or text."""
    nodes: frozenset[Term] = frozenset().union(*focus.values())
    return frozenset(map(_label, nodes))


def _label(node: Term) -> str:
    return str(node) if isinstance(node, BlankNode) else node.value

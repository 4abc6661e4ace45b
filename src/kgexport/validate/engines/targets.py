"""The focus nodes of each shape, found once for all engines (SHACL, section 2.1.3); knows no engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kgexport.validate.engines.base import KEPT, ShapeSource
from kgexport.validate.facts import Facts, Subject, Term
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

Focus = dict[Subject, dict[Term, None]]
"""Shape -> its focus nodes, in a fixed order."""


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
        members = _members(facts)
        found: Focus = {}
        for shape, kind, value in self._chosen:
            nodes = _nodes(facts, members, kind, value)
            if nodes:
                found.setdefault(shape, {}).update(dict.fromkeys(nodes))
        return found


def _is_true(value: object) -> bool:
    return isinstance(value, Literal) and value.value in {"true", "1"}


def _nodes(facts: Facts, members: dict[Term, list[Subject]], kind: str, value: Term) -> list[Term]:
    if kind == "targetClass":
        return [*members.get(value, ())]
    if kind == "targetNode":
        return [value]
    pairs = facts.pairs(value) if isinstance(value, NamedNode) else []
    return [subject for subject, _ in pairs] if kind == "targetSubjectsOf" else [target for _, target in pairs]


def _members(facts: Facts) -> dict[Term, list[Subject]]:
    """Class -> its instances; those of a subclass that the data declares are instances of the class too."""
    direct: dict[Term, list[Subject]] = {}
    for subject, kind in facts.pairs(RDF["type"]):
        direct.setdefault(kind, []).append(subject)
    below: dict[Term, list[Subject]] = {}
    for subject, above in facts.pairs(_SUBCLASS_OF):
        below.setdefault(above, []).append(subject)
    for above in below:
        direct[above] = [node for kind in _closure(above, below) for node in direct.get(kind, ())]
    return direct


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
    return frozenset(map(_label, set().union(*focus.values())))


def _label(node: Term) -> str:
    return str(node) if isinstance(node, BlankNode) else node.value

"""The rules that are shapes, read from the triples of `shapes/`; knows no engine and no data.

A shape has sh:name, sh:description (why it exists), sh:message, sh:severity, rdfs:seeAlso (its source), and a good and
a bad example, kgs:good and kgs:bad.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import pyoxigraph as ox

from kgexport.validate.facts import short
from kgexport.validate.report import Severity, Verdict
from kgexport.validate.rule import Rule, snippet
from kgexport.validate.shapes import SH_IRI, SHAPES_IRI, shape_triples
from kgexport.vocabulary import RDF

SEE_ALSO_IRI = "http://www.w3.org/2000/01/rdf-schema#seeAlso"
_KINDS = frozenset({SH_IRI + "NodeShape", SH_IRI + "PropertyShape"})
_NESTED = tuple(SH_IRI + name for name in ("property", "node", "not", "qualifiedValueShape"))
_NESTED_LISTS = tuple(SH_IRI + name for name in ("and", "or", "xone"))
_TARGETS = (
    ("targetClass", ""),
    ("targetNode", ""),
    ("targetSubjectsOf", "subjects of "),
    ("targetObjectsOf", "objects of "),
)


@cache
def shape_rules(verdict: Verdict) -> tuple[Rule, ...]:
    """A rule for every shape of the verdict that has an IRI, sorted by name; InputError for a broken file."""
    return _Shapes(shape_triples(verdict)).rules(verdict)


class _Shapes:
    """The triples of some shapes, by subject and predicate."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self._said: dict[object, dict[str, list[object]]] = {}
        for triple in triples:
            about = self._said.setdefault(triple.subject, {})
            about.setdefault(triple.predicate.value, []).append(triple.object)
        self._shapes = [
            node for node, about in self._said.items() if _KINDS & {*map(_text, about.get(RDF["type"].value, ()))}
        ]
        self._users: dict[object, set[object]] = {}
        for shape in self._shapes:
            for part in self._parts(shape):
                self._users.setdefault(part, set()).add(shape)

    def rules(self, verdict: Verdict) -> tuple[Rule, ...]:
        found = [self._rule(shape, verdict) for shape in self._shapes if isinstance(shape, ox.NamedNode)]
        return tuple(sorted(found, key=lambda rule: rule.name))

    def _rule(self, shape: ox.NamedNode, verdict: Verdict) -> Rule:
        users = self._users.get(shape, set())
        severity = self._one(shape, SH_IRI + "severity").removeprefix(SH_IRI).lower()
        return Rule(
            name=_name(shape),
            verdict=verdict,
            severity=Severity(severity or Severity.VIOLATION),
            title=self._one(shape, SH_IRI + "name"),
            message=self._one(shape, SH_IRI + "message"),
            why=self._one(shape, SH_IRI + "description"),
            source=self._one(shape, SEE_ALSO_IRI),
            targets=self._all_targets(shape),
            path="|".join(step for path in self._all(shape, SH_IRI + "path") for step in self._steps(path)),
            used_by=tuple(sorted(_name(user) for user in users if isinstance(user, ox.NamedNode))),
            good=snippet(self._one(shape, SHAPES_IRI + "good")),
            bad=snippet(self._one(shape, SHAPES_IRI + "bad")),
        )

    def _all_targets(self, shape: ox.NamedNode) -> tuple[str, ...]:
        """Its own targets and its owners', what the owners are called after first, then the shorter, general names."""
        owners = [shape, *self._owners(shape)]
        found = {target for owner in owners for target in self._targets(owner)}
        first = {"schema:" + _name(owner) for owner in owners if isinstance(owner, ox.NamedNode)}
        return tuple(sorted(found, key=lambda target: (target not in first, len(target), target)))

    def _owners(self, shape: object) -> Iterator[object]:
        """The shapes that look at their focus nodes through this one: they have it as sh:property."""
        for user in self._users.get(shape, ()):
            if shape in self._all(user, SH_IRI + "property"):
                yield user

    def _all(self, node: object, predicate: str) -> list[object]:
        return self._said.get(node, {}).get(predicate, [])

    def _one(self, node: object, predicate: str) -> str:
        return next(iter(sorted(map(_text, self._all(node, predicate)))), "")

    def _parts(self, shape: object) -> Iterator[object]:
        for predicate in _NESTED:
            yield from self._all(shape, predicate)
        for predicate in _NESTED_LISTS:
            for head in self._all(shape, predicate):
                yield from self._items(head)

    def _items(self, head: object) -> Iterator[object]:
        while rest := self._all(head, RDF["rest"].value):
            yield from self._all(head, RDF["first"].value)
            head = rest[0]

    def _targets(self, node: object) -> Iterator[str]:
        for name, before in _TARGETS:
            yield from (before + short(_text(value)) for value in self._all(node, SH_IRI + name))

    def _steps(self, path: object) -> Iterator[str]:
        """The properties of a path: one, `^` one that is followed back, or the members of a list of alternatives."""
        if isinstance(path, ox.NamedNode):
            yield short(path.value)
        for back in self._all(path, SH_IRI + "inversePath"):
            yield from ("^" + step for step in self._steps(back))
        for head in self._all(path, SH_IRI + "alternativePath"):
            for item in self._items(head):
                yield from self._steps(item)


def _name(shape: ox.NamedNode) -> str:
    return shape.value.removeprefix(SHAPES_IRI)


def _text(node: object) -> str:
    return node.value if isinstance(node, ox.NamedNode | ox.Literal) else ""

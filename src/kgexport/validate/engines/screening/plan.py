"""The shapes of a verdict, made ready for a screen once a process; knows no data."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kgexport.validate.engines.base import KEPT, ShapeSource
from kgexport.validate.engines.patterns import whole_text_only
from kgexport.validate.engines.screening import components as made
from kgexport.validate.engines.screening.view import Nodes, Path, Steps, Unsure, ValueTest, View
from kgexport.validate.facts import Column, Subject, Term
from kgexport.validate.report import Verdict
from kgexport.validate.shapes import SH_IRI
from kgexport.vocabulary import RDF

_KINDS: dict[str, frozenset[type]] = {
    "IRI": frozenset({NamedNode}),
    "BlankNode": frozenset({BlankNode}),
    "Literal": frozenset({Literal}),
    "BlankNodeOrIRI": frozenset({BlankNode, NamedNode}),
    "BlankNodeOrLiteral": frozenset({BlankNode, Literal}),
    "IRIOrLiteral": frozenset({NamedNode, Literal}),
}
_NO_CONSTRAINT = frozenset(
    "path name description message severity order group defaultValue deactivated flags property "
    "targetClass targetNode targetSubjectsOf targetObjectsOf".split()
)
"""Terms that ask nothing by themselves, or that are asked apart."""
_NONE: frozenset[Term] = frozenset()
_CUSTOM = NamedNode(SH_IRI + "ConstraintComponent")


@dataclass(eq=False)
class ScreenShape:
    """A shape with its tests; a node shape has no path."""

    path: Path | None = None
    values: list[ValueTest] = field(default_factory=list)
    focus: list[made.FocusTest] = field(default_factory=list)
    properties: list[ScreenShape] = field(default_factory=list)
    """The property shapes that a node shape asks for; those of a property shape are among its tests of values."""

    @cached_property
    def misses_values(self) -> bool:
        """Whether it may find fault with a node that has no value."""
        return self.path is None or any(test.misses_values for test in self.focus)

    def failing(self, view: View, nodes: Nodes) -> Nodes:
        """Those of the nodes that do not conform; raises Unsure."""
        found = self.failing_itself(view, nodes)
        return found.union(*(shape.failing(view, nodes) for shape in self.properties)) if self.properties else found

    def failing_itself(self, view: View, nodes: Nodes) -> frozenset[Term]:
        """The same without the property shapes that it asks for."""
        if self.path is None:
            same: list[Any] = list(nodes) if self.focus else []
            column = Column(same, same)
            parts = [test.failing(view, nodes) for test in self.values]
        else:
            column = view.column(self.path)
            if not column.starts and not self.misses_values:
                return _NONE
            parts = [_by_value(view, column, test, nodes) for test in self.values] if column.starts else []
        parts += [test.failing(view, column, nodes) for test in self.focus]
        return _NONE.union(*parts) if any(parts) else _NONE


def _by_value(view: View, column: Column, test: ValueTest, nodes: Nodes) -> Nodes:
    """The nodes one of whose values fails: all values of the path are tested first, mostly none of them fails."""
    try:
        failing = view.all_failing(column, test)
    except Unsure:
        failing = test.failing(view, {value for node, value in column.pairs if node in nodes})
    return nodes & column.leading_to(failing) if failing else failing


class Plan:
    """All shapes of a graph of shapes, each made when it is first asked for."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._said: dict[object, dict[str, list[Term]]] = {}
        self._custom = False
        for triple in triples:
            name = triple.predicate.value.removeprefix(SH_IRI)
            self._said.setdefault(triple.subject, {}).setdefault(name, []).append(triple.object)  # type: ignore[arg-type]
            self._custom = self._custom or triple.object == _CUSTOM
        self._shapes: dict[object, ScreenShape | None] = {}
        self._paths: dict[Steps, Path] = {}
        self._tests: dict[ValueTest, ValueTest] = {}
        self._parts: dict[Subject, list[tuple[Subject, ScreenShape]]] = {}

    def parts(self, node: Subject) -> list[tuple[Subject, ScreenShape]]:
        """What to evaluate for a shape that chose focus nodes: itself, and its property shapes apart from it."""
        if node not in self._parts:
            said = self._said.get(node, {})
            own = [] if "path" in said else said.get("property", [])
            self._parts[node] = [(part, self.shape(part)) for part in (node, *own) if not isinstance(part, Literal)]
        return self._parts[node]

    def shape(self, node: object) -> ScreenShape:
        """The shape of that node; one that can be reached from itself is left to the reference."""
        if node not in self._shapes:
            self._shapes[node] = None
            self._shapes[node] = self._make(node)
        return self._shapes[node] or ScreenShape(values=[made.Unscreened()], focus=[made.Unscreened()])

    def _make(self, node: object) -> ScreenShape:
        said = self._said.get(node, {})
        if any(isinstance(value, Literal) and value.value in {"true", "1"} for value in said.get("deactivated", [])):
            return ScreenShape()
        shape = ScreenShape(path=self._path(said["path"][0]) if "path" in said else None)
        if self._custom or (shape.path and not shape.path.steps):
            shape.focus.append(made.Unscreened())
            return shape
        parts = [self.shape(part) for part in said.get("property", [])]
        if shape.path is None:
            shape.properties.extend(parts)
        elif parts:
            shape.values.append(made.Logical("and", tuple(parts)))
        shape.values.extend(self._tests.setdefault(test, test) for test in self._value_tests(said))
        shape.focus.extend(self._focus_tests(said))
        shape.focus.extend(made.Unscreened() for name in said if self._is_unknown(name))
        return shape

    @staticmethod
    def _is_unknown(name: str) -> bool:
        return ":" not in name and name not in _NO_CONSTRAINT | _VALUE_TESTS | _FOCUS_TESTS

    def _value_tests(self, said: dict[str, list[Term]]) -> Iterator[ValueTest]:
        yield from (made.OfClass(value) for value in said.get("class", []))
        yield from (made.OfDatatype(value) for value in said.get("datatype", []) if isinstance(value, NamedNode))
        for value in said.get("nodeKind", []):
            yield made.OfKind(_KINDS[_text(value).removeprefix(SH_IRI)])
        yield from (made.OneOf(frozenset(self._members(head))) for head in said.get("in", []))
        yield from self._patterns(said)
        for name in made.ORDER:
            yield from (made.Within(name, limit) for limit in said.get(name, []))
        if "minLength" in said or "maxLength" in said:
            yield made.OfLength(*_limits(said, "minLength", "maxLength"))
        for name in ("and", "or"):
            for head in said.get(name, []):
                yield made.Logical(name, tuple(map(self.shape, self._members(head))))
        yield from (made.Logical("and", (self.shape(value),)) for value in said.get("node", []))
        yield from (made.Logical("not", (self.shape(value),)) for value in said.get("not", []))

    @staticmethod
    def _patterns(said: dict[str, list[Term]]) -> Iterator[ValueTest]:
        flags = "".join(map(_text, said.get("flags", [])))
        for pattern in said.get("pattern", []):
            if flags in ("", "i"):
                yield made.Matching(whole_text_only(re.compile(_text(pattern), re.IGNORECASE if flags else 0)))
            else:
                yield made.Unscreened()

    def _focus_tests(self, said: dict[str, list[Term]]) -> Iterator[made.FocusTest]:
        if "minCount" in said or "maxCount" in said:
            yield made.Counted(*_limits(said, "minCount", "maxCount"))
        yield from (made.HasValue(value) for value in said.get("hasValue", []))
        for name in _COMPARISONS:
            yield from (made.Compared(name, other) for other in said.get(name, []) if isinstance(other, NamedNode))
        shapes = said.get("qualifiedValueShape", [])
        if len(shapes) == 1:
            yield made.Qualified(self.shape(shapes[0]), *_limits(said, "qualifiedMinCount", "qualifiedMaxCount"))
        elif shapes:
            yield made.Unscreened()

    def _path(self, path: Term) -> Path:
        steps = self._steps(path)
        return self._paths.setdefault(steps, Path(steps))

    def _steps(self, path: Term) -> Steps:
        """The alternatives of a path; none for one that is longer than a step."""
        if isinstance(path, NamedNode):
            return ((path, False),)
        said = self._said.get(path, {})
        if "inversePath" in said:
            return tuple((step, not back) for step, back in self._steps(said["inversePath"][0]))
        if "alternativePath" in said:
            found = [self._steps(member) for member in self._members(said["alternativePath"][0])]
            return tuple(step for steps in found for step in steps) if all(found) else ()
        return ()

    def _members(self, head: Term) -> Iterator[Term]:
        while head != RDF["nil"] and head in self._said:
            said = self._said[head]
            yield said[RDF["first"].value][0]
            head = said[RDF["rest"].value][0]


_COMPARISONS = ("equals", "disjoint", "lessThan", "lessThanOrEquals")
_VALUE_TESTS = frozenset(
    {*"class datatype nodeKind in pattern minLength maxLength and or node not".split(), *made.ORDER}
)
_FOCUS_TESTS = frozenset(
    {*_COMPARISONS, *"minCount maxCount hasValue qualifiedValueShape qualifiedMinCount qualifiedMaxCount".split()}
)


def _text(term: Term) -> str:
    return term.value


def _limits(said: dict[str, list[Term]], least: str, most: str) -> tuple[int, float]:
    low = max((int(_text(value)) for value in said.get(least, [])), default=0)
    return low, min((int(_text(value)) for value in said.get(most, [])), default=math.inf)


@lru_cache(KEPT)
def plan(shapes: ShapeSource, verdict: Verdict) -> Plan:
    """The plan for all shapes of a verdict."""
    return Plan(shapes(verdict))

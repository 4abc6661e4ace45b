"""The constraint components of SHACL core over sets of nodes: which of them fail; knows no graph of shapes.

Each says exactly which nodes fail, or raises Unsure. Components are equal where they ask the same, so that an answer
about all values of a property is kept for every shape that asks it. Source: W3C SHACL, section 4.
"""

from __future__ import annotations

import math
import operator
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from pyoxigraph import BlankNode, Literal, NamedNode

from kgexport.validate.engines.screening.lexical_forms import SURE, is_less, number, numbers
from kgexport.validate.engines.screening.view import Nodes, Unsure, View
from kgexport.validate.facts import Column, Term

if TYPE_CHECKING:
    from kgexport.validate.engines.screening.plan import ScreenShape

_NONE: frozenset[Term] = frozenset()
_NO_VALUE: tuple[Term, ...] = ()
Values = Mapping[Any, Sequence[Term]]
ORDER: dict[str, Callable[[Any, Any], bool]] = {
    "minInclusive": operator.ge,
    "minExclusive": operator.gt,
    "maxInclusive": operator.le,
    "maxExclusive": operator.lt,
}
"""Limits -> what a value is to its limit."""


class FocusTest(Protocol):
    """A component that looks at all values of a focus node together."""

    @property
    def misses_values(self) -> bool:
        """Whether it may find fault with a node that has no value."""

    def failing(self, view: View, column: Column, nodes: Nodes) -> Nodes:
        """Those of the nodes whose values, by the column, fail."""


@dataclass(frozen=True)
class OfClass:
    """`sh:class`."""

    kind: Term

    def failing(self, view: View, values: Nodes) -> Nodes:
        """As `ValueTest.failing`."""
        return values - view.instances.get(self.kind, _NONE)


@dataclass(frozen=True)
class OfDatatype:
    """`sh:datatype`."""

    datatype: NamedNode

    def failing(self, view: View, values: Nodes) -> Nodes:
        """As `ValueTest.failing`."""
        iri = self.datatype.value
        is_sure = SURE.get(iri)
        failing = set()
        for value in values:
            if not isinstance(value, Literal) or value.datatype.value != iri:
                failing.add(value)
            elif is_sure is None or not is_sure(value.value):
                raise Unsure
        return failing


@dataclass(frozen=True)
class OfKind:
    """`sh:nodeKind`."""

    kinds: frozenset[type]

    def failing(self, view: View, values: Nodes) -> Nodes:
        """As `ValueTest.failing`."""
        return {value for value in values if type(value) not in self.kinds}


@dataclass(frozen=True)
class OneOf:
    """`sh:in`."""

    members: frozenset[Term]

    def failing(self, view: View, values: Nodes) -> Nodes:
        """As `ValueTest.failing`."""
        return values - self.members


@dataclass(frozen=True)
class Matching:
    """`sh:pattern`."""

    pattern: re.Pattern[str]

    def failing(self, view: View, values: Nodes) -> Nodes:
        """As `ValueTest.failing`."""
        search = self.pattern.search
        return {value for value in values if isinstance(value, BlankNode) or search(value.value) is None}


@dataclass(frozen=True)
class OfLength:
    """`sh:minLength`, `sh:maxLength`: in code points."""

    least: int
    most: float

    def failing(self, view: View, values: Nodes) -> Nodes:
        """As `ValueTest.failing`."""
        return {
            value for value in values if isinstance(value, BlankNode) or not self.least <= len(value.value) <= self.most
        }


@dataclass(frozen=True)
class Within:
    """One of the four limits, for numbers."""

    name: str
    limit: Term

    def failing(self, view: View, values: Nodes) -> Nodes:
        """As `ValueTest.failing`."""
        limit, fits = number(self.limit), ORDER[self.name]
        known = list(values)
        return {value for value, size in zip(known, numbers(known), strict=True) if not fits(size, limit)}


@dataclass(frozen=True, eq=False)
class Logical:
    """`sh:and` (also `sh:node`), `sh:or`, `sh:not`."""

    name: str
    shapes: tuple[ScreenShape, ...]

    def failing(self, view: View, values: Nodes) -> Nodes:
        """As `ValueTest.failing`."""
        if self.name == "not":
            return values - self.shapes[0].failing(view, values)
        if self.name == "or":
            left = values
            for shape in self.shapes:
                if left:
                    left = shape.failing(view, left)
            return left
        return _NONE.union(*(shape.failing(view, values) for shape in self.shapes))


@dataclass(frozen=True)
class Counted:
    """`sh:minCount`, `sh:maxCount`."""

    least: int
    most: float

    @property
    def misses_values(self) -> bool:
        """As `FocusTest.misses_values`."""
        return self.least > 0

    def failing(self, view: View, column: Column, nodes: Nodes) -> Nodes:
        """As `FocusTest.failing`."""
        missing = nodes - column.starts if self.least else _NONE
        if self.least <= 1 and (not column.starts or self.most == math.inf or (self.most >= 1 and column.is_single)):
            return missing
        counts = column.counts
        return missing | {node for node in nodes & column.starts if not self.least <= counts[node] <= self.most}


@dataclass(frozen=True)
class HasValue:
    """`sh:hasValue`."""

    value: Term

    @property
    def misses_values(self) -> bool:
        """As `FocusTest.misses_values`."""
        return True

    def failing(self, view: View, column: Column, nodes: Nodes) -> Nodes:
        """As `FocusTest.failing`."""
        return nodes - column.by_object.get(self.value, _NONE)


def _are_less(values: Sequence[Term], others: Sequence[Term]) -> bool:
    return all(is_less(value, other) for value in values for other in others)


def _are_not_more(values: Sequence[Term], others: Sequence[Term]) -> bool:
    return not any(is_less(other, value) for value in values for other in others)


_FITS: dict[str, Callable[[Sequence[Term], Sequence[Term]], bool]] = {
    "equals": lambda values, others: set(values) == set(others),
    "disjoint": lambda values, others: set(values).isdisjoint(others),
    "lessThan": _are_less,
    "lessThanOrEquals": _are_not_more,
}
_IN_ORDER = {"lessThan": operator.lt, "lessThanOrEquals": operator.le}


@dataclass(frozen=True)
class Compared:
    """`sh:equals`, `sh:disjoint`, `sh:lessThan`, `sh:lessThanOrEquals`."""

    name: str
    other: NamedNode

    @property
    def misses_values(self) -> bool:
        """As `FocusTest.misses_values`."""
        return self.name == "equals"

    def failing(self, view: View, column: Column, nodes: Nodes) -> Nodes:
        """As `FocusTest.failing`."""
        other = view.facts.column(self.other)
        if self.name in _IN_ORDER and column.is_single and other.is_single:
            with suppress(Unsure):
                return self._out_of_order(column, other) & nodes
        others: Values = other.by_subject
        values: Values = column.by_subject
        fits = _FITS[self.name]
        return {node for node in nodes if not fits(values.get(node, _NO_VALUE), others.get(node, _NO_VALUE))}

    def _out_of_order(self, column: Column, other: Column) -> frozenset[Term]:
        """The nodes whose one number is not before their other one; raises Unsure for anything but numbers."""
        fits = _IN_ORDER[self.name]
        last = dict(zip(other.subjects, numbers(other.objects), strict=True))
        pairs = zip(column.subjects, numbers(column.objects), strict=True)
        return frozenset(node for node, size in pairs if node in last and not fits(size, last[node]))


@dataclass(frozen=True, eq=False)
class Qualified:
    """`sh:qualifiedValueShape` with `sh:qualifiedMinCount` and `sh:qualifiedMaxCount`."""

    shape: ScreenShape
    least: int
    most: float

    @property
    def misses_values(self) -> bool:
        """As `FocusTest.misses_values`."""
        return self.least > 0

    def failing(self, view: View, column: Column, nodes: Nodes) -> Nodes:
        """As `FocusTest.failing`."""
        if not column.starts:
            return nodes if self.least else _NONE
        fitting = column.ends - view.all_failing(column, self.shape)
        reached = nodes & column.leading_to(fitting)
        missing = nodes - reached if self.least else _NONE
        if self.least <= 1 and self.most >= len(fitting):
            return missing
        counts: Counter[Term] = Counter(node for node, value in set(column.pairs) if value in fitting)
        return missing | {node for node in reached if not self.least <= counts[node] <= self.most}


class Unscreened:
    """A component that no screen looks at: it always sends the question on."""

    @property
    def misses_values(self) -> bool:
        """As `FocusTest.misses_values`."""
        return True

    def failing(self, view: View, *_: object) -> Nodes:
        """Raises Unsure."""
        raise Unsure

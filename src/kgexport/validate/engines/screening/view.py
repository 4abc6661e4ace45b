"""One graph as the tests of a screen see it: what paths lead to, forwards, backwards and together; judges nothing."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from pyoxigraph import NamedNode

from kgexport.validate.engines.targets import instances
from kgexport.validate.facts import Column, Facts, Subject, Term

Nodes = AbstractSet[Term]
Steps = tuple[tuple[NamedNode, bool], ...]
"""The alternatives of a path, one property each, and whether it is followed backwards."""


@dataclass(frozen=True, eq=False)
class Path:
    """A path of a shapes graph; equal paths are one object, so that columns are looked up quickly."""

    steps: Steps


class Unsure(Exception):  # noqa: N818 - no error: it sends a question on to the reference
    """A screen cannot say whether something conforms."""


class ValueTest(Protocol):
    """A component that looks at one value after the other."""

    def failing(self, view: View, values: Nodes) -> Nodes:
        """Those of the values that fail."""


class View:
    """The facts, and what has been asked of them."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._failing: dict[tuple[int, int], Nodes] = {}
        self._columns: dict[Path, Column] = {}

    @cached_property
    def instances(self) -> Mapping[Term, frozenset[Subject]]:
        """Class -> its instances."""
        return instances(self.facts)

    def all_failing(self, column: Column, test: ValueTest) -> Nodes:
        """Those of all values of a path that fail; a test is asked once, for every shape that has it."""
        key = (id(column), id(test))
        found = self._failing.get(key)
        if found is None:
            found = self._failing[key] = test.failing(self, column.ends)
        return found

    def column(self, path: Path) -> Column:
        """What a path leads to, once for each pair of nodes: values are a set (SHACL, section 2.3.1)."""
        found = self._columns.get(path)
        if found is None:
            found = self._columns[path] = self._column(path.steps)
        return found

    def _column(self, steps: Steps) -> Column:
        if len(steps) == 1 and not steps[0][1]:
            return self.facts.column(steps[0][0])
        pairs: dict[tuple[Term, Term], None] = {}
        for predicate, back in steps:
            column = self.facts.column(predicate)
            starts, ends = (column.objects, column.subjects) if back else (column.subjects, column.objects)
            pairs.update(dict.fromkeys(zip(starts, ends, strict=True)))
        return Column([start for start, _ in pairs], [end for _, end in pairs])  # type: ignore[misc]

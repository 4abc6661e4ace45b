"""What every SHACL engine can do: check facts against the shapes of a verdict; knows no engine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from pyoxigraph import Triple

from kgexport.validate.facts import Facts
from kgexport.validate.report import Finding, Verdict

ShapeSource = Callable[[Verdict], tuple[Triple, ...]]
"""Where an engine gets the triples of the shapes of a verdict from."""

Checked = tuple[list[Finding], frozenset[str]]
"""Findings, and the nodes (IRIs, labels) that some shape looked at."""

KEPT = 16
"""How many sets of shapes are kept compiled: one for each verdict, and those of tests."""


class Engine(Protocol):
    """A SHACL engine behind one call; all engines give the same findings for the same graph."""

    name: str

    def check(self, facts: Facts, verdict: Verdict) -> Checked:
        """Findings of all shapes of a verdict over the facts, and the nodes (IRIs, labels) that they looked at."""

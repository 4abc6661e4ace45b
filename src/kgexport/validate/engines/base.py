"""What every SHACL engine can do: check facts against the shapes of a verdict; knows no engine."""

from __future__ import annotations

from typing import Protocol

from kgexport.validate.facts import Facts
from kgexport.validate.report import Finding, Verdict


class Engine(Protocol):
    """A SHACL engine behind one call; all engines give the same findings for the same graph."""

    name: str

    def check(self, facts: Facts, verdict: Verdict) -> tuple[list[Finding], frozenset[str]]:
        """Findings of all shapes of a verdict over the facts, and the nodes (IRIs, labels) that they looked at."""

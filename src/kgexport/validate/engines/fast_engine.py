"""The only place that runs the package `shacl`: a compiled engine for many graphs. Import it late."""

from __future__ import annotations

from kgexport.validate.facts import Facts
from kgexport.validate.report import Finding, Verdict


class FastEngine:
    """The package `shacl` (Rust), checked against pySHACL by the tests and by `--compare`."""

    name = "fast"

    def check(self, facts: Facts, verdict: Verdict) -> tuple[list[Finding], frozenset[str]]:
        """Findings of all shapes of a verdict over the facts, and the nodes that they looked at."""
        raise NotImplementedError

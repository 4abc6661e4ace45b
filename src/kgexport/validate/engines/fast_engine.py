"""The engine for many graphs: a screen says where shapes may find fault, pySHACL judges what the screen leaves open.

Its findings are pySHACL's own. Most graphs leave nothing open; pySHACL and rdflib are not even imported for them.
"""

from __future__ import annotations

from kgexport.validate.engines.base import Checked, ShapeSource
from kgexport.validate.engines.screening import open_parts
from kgexport.validate.engines.screening.plan import plan
from kgexport.validate.engines.targets import labels, targets
from kgexport.validate.facts import Facts
from kgexport.validate.report import Verdict
from kgexport.validate.shapes import shape_triples


class FastEngine:
    """A screen before pySHACL."""

    name = "fast"

    def __init__(self, shapes: ShapeSource = shape_triples) -> None:
        self._shapes = shapes

    def check(self, facts: Facts, verdict: Verdict) -> Checked:
        """Findings of all shapes of a verdict over the facts, and the nodes that they looked at."""
        focus = targets(self._shapes, verdict).focus(facts)
        left = open_parts(plan(self._shapes, verdict), facts, focus)
        if not left:
            return [], labels(focus)
        from kgexport.validate.engines.pyshacl_engine import PyshaclEngine

        return PyshaclEngine(self._shapes).check_nodes(facts, verdict, left), labels(focus)

"""Runs a plan over facts: which shapes are open, over which nodes; finds nothing itself."""

from __future__ import annotations

from kgexport.validate.engines.screening.plan import Plan, ScreenShape
from kgexport.validate.engines.screening.view import Nodes, Unsure, View
from kgexport.validate.engines.targets import Focus
from kgexport.validate.facts import Facts, Subject, Term

Open = dict[Subject, Nodes]
"""Shape -> the nodes over which it may have results: those of a node shape without its property shapes."""


def open_parts(plan: Plan, facts: Facts, focus: Focus) -> Open:
    """What is left for the reference; empty where the facts conform beyond doubt."""
    view = View(facts)
    shapes: dict[Subject, ScreenShape] = {}
    asked: dict[Subject, frozenset[Term]] = {}
    for node, chosen in focus.items():
        for part, shape in plan.parts(node):
            shapes[part] = shape
            asked[part] = asked[part] | chosen if part in asked else frozenset(chosen)
    found = {part: _open(view, shape, asked[part]) for part, shape in shapes.items()}
    return {part: nodes for part, nodes in found.items() if nodes}


def _open(view: View, shape: ScreenShape, nodes: frozenset[Term]) -> Nodes:
    try:
        return shape.failing_itself(view, nodes)
    except Unsure:
        return nodes

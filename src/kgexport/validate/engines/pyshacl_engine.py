"""The only place that runs pySHACL: shapes over facts give findings. Import it late, it loads rdflib.

pySHACL's `validate` function is passed by: it switches `rdflib.NORMALIZE_LITERALS` on for the whole process, may return
an exception in the place of a graph, re-reads the shapes at each call, and evaluates a property shape node by node.
Here a property shape is evaluated once, over all nodes that it is meant for: the results are the same (SHACL, section
4.7.2), as the tests prove against pySHACL's own `Shape.validate`, in a fraction of the time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from kgexport.validate.engines.base import Checked, ShapeSource
from kgexport.validate.engines.facts_graph import FactsGraph
from kgexport.validate.engines.kept_shape import KeptShape
from kgexport.validate.engines.pyshacl_shapes import SH, CachedShapes, cached_shapes
from kgexport.validate.engines.results import Result, finding
from kgexport.validate.engines.shape_index import ShapeIndex, shape_index
from kgexport.validate.engines.targets import Focus, labels, targets
from kgexport.validate.engines.terms import from_rdflib, to_rdflib
from kgexport.validate.facts import Facts, Subject, Term
from kgexport.validate.report import Finding, Severity, Verdict
from kgexport.validate.shapes import shape_triples

Parts = dict[KeptShape, dict[Any, None]]
"""Shapes, and the nodes that each is asked about."""
_SEVERITIES = {SH.Violation: Severity.VIOLATION, SH.Warning: Severity.WARNING, SH.Info: Severity.INFO}


class PyshaclEngine:
    """The reference: pySHACL."""

    name = "pyshacl"

    def __init__(self, shapes: ShapeSource = shape_triples) -> None:
        self._shapes = shapes

    def check(self, facts: Facts, verdict: Verdict) -> Checked:
        """Findings of all shapes of a verdict over the facts, and the nodes that they looked at."""
        focus = targets(self._shapes, verdict).focus(facts)
        return self._findings(facts, verdict, focus, None), labels(focus)

    def check_parts(self, facts: Facts, verdict: Verdict, only: Collection[object]) -> list[Finding]:
        """Findings of some shapes: of node shapes all that they ask for, and property shapes."""
        return self._findings(facts, verdict, targets(self._shapes, verdict).focus(facts), only)

    def check_nodes(self, facts: Facts, verdict: Verdict, asked: Mapping[Subject, Iterable[Term]]) -> list[Finding]:
        """Findings of each shape over some nodes; of a node shape, those of its property shapes are left out."""
        shapes = cached_shapes(self._shapes, verdict)
        graph = FactsGraph(facts, shapes.terms)
        parts = {shapes.part(to_rdflib(node)): dict.fromkeys(map(graph.term, nodes)) for node, nodes in asked.items()}
        return self._found(facts, verdict, graph, parts)

    def _findings(self, facts: Facts, verdict: Verdict, focus: Focus, only: Collection[object] | None) -> list[Finding]:
        shapes = cached_shapes(self._shapes, verdict)
        graph = FactsGraph(facts, shapes.terms)
        return self._found(facts, verdict, graph, _parts(shapes, graph, focus, only))

    def _found(self, facts: Facts, verdict: Verdict, graph: FactsGraph, parts: Parts) -> list[Finding]:
        index = shape_index(self._shapes, verdict)
        findings: list[Finding] = []
        for part, nodes in parts.items():
            for _, node, said in part.results(graph, nodes):
                findings.append(finding(facts, verdict, _result(index, _about(node, said))))
        return findings


def _parts(shapes: CachedShapes, graph: FactsGraph, focus: Focus, only: Collection[object] | None) -> Parts:
    """What to evaluate over which nodes: node shapes, and their property shapes apart from them."""
    parts: Parts = {}
    for shape, chosen in focus.items():
        nodes = dict.fromkeys(map(graph.term, chosen))
        wanted = [
            part
            for part in shapes.parts(to_rdflib(shape))
            if only is None or shape in only or from_rdflib(part.node) in only
        ]
        for part in wanted:
            parts.setdefault(part, {}).update(nodes)
    return parts


def _about(node: Any, said: list[tuple[Any, Any, Any]]) -> dict[Any, list[Any]]:
    """What is said of one result; pySHACL adds what is said of nested results, and a graph to nodes of that graph."""
    found: dict[Any, list[Any]] = {}
    for subject, predicate, value in said:
        if subject == node:
            found.setdefault(predicate, []).append(value[1] if isinstance(value, tuple) else value)
    return found


def _result(index: ShapeIndex, result: dict[Any, list[Any]]) -> Result:
    path, shape = from_rdflib(result.get(SH.resultPath, [None])[0]), from_rdflib(result[SH.sourceShape][0])
    component = str(result[SH.sourceConstraintComponent][0])
    from_query = component.endswith("SPARQLConstraintComponent")  # the query has the message, not the shape
    return Result(
        focus=from_rdflib(result[SH.focusNode][0]),
        path=index.alternatives(path) if path is not None else [],
        value=from_rdflib(result.get(SH.value, [None])[0]),
        severity=_SEVERITIES[result[SH.resultSeverity][0]],
        message=str(min(result[SH.resultMessage])) if from_query else index.message(shape, component),
        shape=index.name(shape),
    )

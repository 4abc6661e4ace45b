"""The only place that runs pySHACL: shapes over triples give findings. Import it late, it loads rdflib.

pySHACL's `validate` function is passed by: it switches `rdflib.NORMALIZE_LITERALS` on for the whole process, may return
an exception in the place of a graph, re-reads the shapes at each call, and evaluates a property shape node by node.
Here a property shape is evaluated once, over all nodes that it is meant for: the results are the same (SHACL, section
4.7.2), in less than half of the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox
import rdflib
from pyshacl import Shape
from pyshacl.graph_abstraction import DataGraph
from pyshacl.pytypes import SHACLExecutor

from kgexport.validate.engines.pyshacl_shapes import SH, CachedShapes, cached_shapes
from kgexport.validate.engines.terms import add_triples, from_rdflib
from kgexport.validate.facts import Facts, focus_iri, short
from kgexport.validate.report import Finding, Severity, Verdict
from kgexport.validate.shapes import SHAPES_IRI

_SEVERITIES = {SH.Violation: Severity.VIOLATION, SH.Warning: Severity.WARNING, SH.Info: Severity.INFO}


class PyshaclEngine:
    """The reference: pySHACL."""

    name = "pyshacl"

    def check(self, facts: Facts, verdict: Verdict) -> tuple[list[Finding], frozenset[str]]:
        """Findings of all shapes of a verdict over the facts, and the nodes that they looked at."""
        graph = rdflib.Graph(bind_namespaces="none")
        add_triples(graph, facts.triples)
        data, shapes, executor = DataGraph.from_rdflib(graph), cached_shapes(verdict), SHACLExecutor()
        focus = {shape: shape.focus_nodes(data) for shape in shapes.targeting}  # type: ignore[no-untyped-call]
        findings: list[Finding] = []
        for part, nodes in _parts(shapes, focus).items():
            for _, result, said in part.validate(executor, data, focus=list(nodes))[1]:
                findings.append(_finding(facts, shapes, dict(_about(result, said)), verdict))
        return findings, frozenset(str(node) for nodes in focus.values() for node in nodes)


def _parts(shapes: CachedShapes, focus: dict[Shape, set[Any]]) -> dict[Shape, set[Any]]:
    """What to evaluate over which nodes: property shapes, and node shapes that have constraints of their own."""
    parts: dict[Shape, set[Any]] = {}
    for shape, nodes in focus.items():
        for part in shapes.parts(shape) if nodes else ():
            parts.setdefault(part, set()).update(nodes)
    return parts


def _about(result: Any, said: list[tuple[Any, Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """Predicate and object of one result; pySHACL adds those of nested results, and a graph to nodes of that graph."""
    for subject, predicate, value in said:
        if subject == result:
            yield predicate, value[1] if isinstance(value, tuple) else value


def _finding(facts: Facts, shapes: CachedShapes, result: dict[Any, Any], verdict: Verdict) -> Finding:
    focus, value = from_rdflib(result[SH.focusNode]), from_rdflib(result.get(SH.value))
    path = result.get(SH.resultPath)
    steps = _taken(facts, focus, shapes.path(path) if path is not None else [], value)
    return Finding(
        severity=_SEVERITIES[result[SH.resultSeverity]],
        thing=facts.name(focus),
        focus=focus_iri(focus),
        property="|".join(map(short, steps)) or None,
        value=value if steps and isinstance(value, ox.NamedNode | ox.Literal) else None,
        message=str(result[SH.resultMessage]),
        shape=str(result[SH.sourceShape]).removeprefix(SHAPES_IRI),
        verdict=verdict,
    )


def _taken(facts: Facts, focus: object, steps: list[str], value: object) -> list[str]:
    """Of the properties that may lead to a value, those that did; all of them where that cannot be said."""
    if value is None or len(steps) == 1:
        return steps
    taken = [step for step in steps if step[0] != "^" and value in facts.values(focus, ox.NamedNode(step))]
    return taken or steps

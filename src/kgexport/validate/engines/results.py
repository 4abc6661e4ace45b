"""One result of an engine as a finding, the same way for all engines; knows no engine."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from kgexport.validate.engines.shape_index import plain, readable
from kgexport.validate.facts import Facts, focus_iri
from kgexport.validate.report import Finding, Severity, Verdict


@dataclass(frozen=True, slots=True)
class Result:
    """What the report of an engine says of one result, in terms of pyoxigraph."""

    focus: object
    path: list[str]
    """The alternatives of the path, as `ShapeIndex` writes them; none for a node shape."""
    value: object
    severity: Severity
    message: str
    shape: str
    """The name of the shape."""


def finding(facts: Facts, verdict: Verdict, result: Result) -> Finding:
    """The finding about one result."""
    steps = _taken(facts, result)
    return Finding(
        severity=result.severity,
        thing=facts.name(result.focus),
        focus=focus_iri(result.focus),
        property=readable(steps),
        value=result.value if steps and isinstance(result.value, ox.NamedNode | ox.Literal) else None,
        message=result.message,
        shape=result.shape,
        verdict=verdict,
    )


def _taken(facts: Facts, result: Result) -> list[str]:
    """Of the properties that may lead to a value, those that did; all of them where that cannot be said."""
    if result.value is None or len(result.path) == 1:
        return result.path
    properties = {step: plain(step) for step in result.path}
    taken = [
        step
        for step, iri in properties.items()
        if iri and result.value in facts.values(result.focus, ox.NamedNode(iri))
    ]
    return taken or result.path

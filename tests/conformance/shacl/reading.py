"""Reads a case of `cases/`: shapes, data and the results that are expected, all in one Turtle file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Triple, parse

from kgexport.validate.engines.results import Result, finding
from kgexport.validate.engines.shape_index import ShapeIndex
from kgexport.validate.facts import Facts
from kgexport.validate.report import Finding, Severity, Verdict
from kgexport.validate.shapes import SH_IRI
from kgexport.vocabulary import RDF

CASES = sorted((Path(__file__).parent / "cases").glob("*.ttl"))

_SHAPES = "http://shapes.example/"
_SEVERITIES = {SH_IRI + severity.name.capitalize(): severity for severity in Severity}


def _sh(name: str) -> NamedNode:
    return NamedNode(SH_IRI + name)


@dataclass(frozen=True)
class Case:
    """Shapes, data, and what is found."""

    shapes: tuple[Triple, ...]
    data: Facts
    expected: frozenset[Finding]
    """Without messages."""


def read(path: Path) -> Case:
    """The case of a file: what a report says is expected, what hangs on `s:` is shapes, everything else is data."""
    triples = [quad.triple for quad in parse(path=path)]
    (report,) = (triple.subject for triple in triples if triple.object == _sh("ValidationReport"))
    follow = {_sh("result"), _sh("resultPath"), _sh("inversePath"), RDF["first"], RDF["rest"]}
    follow |= {_sh(name) for name in ("alternativePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath")}
    said = _hanging_on({report}, [triple for triple in triples if triple.predicate in follow])
    named: set[object] = {
        triple.subject
        for triple in triples
        if isinstance(triple.subject, NamedNode) and triple.subject.value.startswith(_SHAPES)
    }
    shapes = _hanging_on(named, triples)
    expected = [triple for triple in triples if triple.subject in said]
    data = Facts(triple for triple in triples if triple.subject not in said | shapes)
    return Case(
        tuple(triple for triple in triples if triple.subject in shapes), data, frozenset(_findings(expected, data))
    )


def without_message(found: Finding) -> Finding:
    """The finding without its message."""
    return replace(found, message="")


def _hanging_on(start: set[object], triples: list[Triple]) -> set[object]:
    """These nodes, and the blank nodes that can be reached from them over blank nodes."""
    seen, todo = set(start), list(start)
    while todo:
        node = todo.pop()
        new = {triple.object for triple in triples if triple.subject == node and isinstance(triple.object, BlankNode)}
        todo.extend(new - seen)
        seen |= new
    return seen


def _findings(report: list[Triple], data: Facts) -> list[Finding]:
    results = [triple.object for triple in report if triple.predicate == _sh("result")]
    index = ShapeIndex(report)
    found: list[Finding] = []
    for node in results:
        said = {triple.predicate: triple.object for triple in report if triple.subject == node}
        path, severity, shape = (said.get(_sh(name)) for name in ("resultPath", "resultSeverity", "sourceShape"))
        assert isinstance(severity, NamedNode)
        result = Result(
            focus=said[_sh("focusNode")],
            path=[] if path is None else index.alternatives(path),
            value=said.get(_sh("value")),
            severity=_SEVERITIES[severity.value],
            message="",
            shape=index.name(shape),
        )
        found.append(finding(data, Verdict.PROFILE, result))
    return found

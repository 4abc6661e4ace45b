"""A report for RDF tools: a `sh:ValidationReport` a source (SHACL, section 3.6), with IRIs that are always the same.

`sh:conforms` is SHACL's: true where there is no result at all, a warning included.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from urllib.parse import quote

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from kgexport.validate.outputs.components import component
from kgexport.validate.outputs.outcome import Look, Outcome, Run
from kgexport.validate.outputs.words import number, printable, shown_focus
from kgexport.validate.report import Finding
from kgexport.validate.shapes import SH_IRI, SHAPES_IRI
from kgexport.vocabulary import PREFIXES, RDF, RDFS, XSD

_REPORT = "urn:kgexport:report:"
_SOURCE = "urn:kgexport:source:"


def write(run: Run, look: Look) -> str:
    """The reports in one Turtle file, each with its source as label; what could not be read is a comment."""
    triples = [triple for place, outcome in enumerate(run.outcomes, 1) for triple in _report(place, outcome)]
    written = serialize(triples, format=RdfFormat.TURTLE, prefixes={"sh": SH_IRI, "kgs": SHAPES_IRI, **PREFIXES}) or b""
    head = list(takewhile(lambda line: line.startswith("@prefix "), written.decode().splitlines()))
    body = written.decode().split("\n", len(head))[-1]
    used = (line for line in sorted(head) if line.split()[1] in body)
    return "".join(f"{line}\n" for line in (*_comments(run), *used)) + body


def _comments(run: Run) -> Iterator[str]:
    for outcome in run.outcomes:
        yield "# " + printable(outcome.source if outcome.report else f"{outcome.source}: not checked: {outcome.error}")
    if run.hidden:
        yield f"# {number(run.hidden, 'more finding')} not shown"


def _report(place: int, outcome: Outcome) -> Iterator[Triple]:
    if outcome.report is None:
        return
    whole = NamedNode(f"{_REPORT}{place}")
    conforms = bool(outcome.report.focus_count) and not outcome.report.findings
    yield Triple(whole, RDF["type"], _sh("ValidationReport"))
    yield Triple(whole, RDFS["label"], Literal(printable(outcome.source)))
    yield Triple(whole, _sh("conforms"), Literal(str(conforms).lower(), datatype=XSD["boolean"]))
    results = [NamedNode(f"{whole.value}:{count}") for count in range(1, len(outcome.shown) + 1)]
    yield from (Triple(whole, _sh("result"), result) for result in results)
    for result, finding in zip(results, outcome.shown, strict=True):
        yield from _result(result, finding, outcome.source)


def _result(result: NamedNode, finding: Finding, source: str) -> Iterator[Triple]:
    yield Triple(result, RDF["type"], _sh("ValidationResult"))
    yield Triple(result, _sh("focusNode"), _focus(result, finding, source))
    yield Triple(result, _sh("resultSeverity"), _sh(finding.severity.capitalize()))
    yield Triple(result, _sh("sourceShape"), NamedNode(SHAPES_IRI + quote(finding.shape, safe="")))
    yield Triple(result, _sh("sourceConstraintComponent"), NamedNode(component(finding)))
    yield Triple(result, _sh("resultMessage"), Literal(f"{finding.thing}: {finding.message}"))
    path = _path(finding.property)
    if path is not None:
        yield Triple(result, _sh("resultPath"), path)
    if finding.value is not None:
        yield Triple(result, _sh("value"), finding.value)


def _focus(result: NamedNode, finding: Finding, source: str) -> NamedNode | BlankNode:
    """The thing; some node where it has no IRI; the source where the graph as a whole is meant."""
    iri = shown_focus(finding)
    if iri:
        return NamedNode(iri)
    if finding.focus:
        return BlankNode("n" + result.value.removeprefix(_REPORT).replace(":", "-"))
    return NamedNode(_SOURCE + quote(source, safe="/"))


def _path(name: str | None) -> NamedNode | None:
    """The property, where it is one and its short form says which."""
    if not name or "|" in name or name[0] in "^#":
        return None
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local if prefix in PREFIXES else name)


def _sh(name: str) -> NamedNode:
    return NamedNode(SH_IRI + name)

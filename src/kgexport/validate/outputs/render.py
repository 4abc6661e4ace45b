"""Writes a report for people (text), programs (JSON), RDF tools (Turtle) and code review (SARIF); checks nothing."""

from __future__ import annotations

import json
from collections.abc import Callable

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize
from pyoxigraph import Triple as Statement

from kgexport.errors import UnknownNameError
from kgexport.validate.facts import short
from kgexport.validate.report import Finding, Report, Severity
from kgexport.vocabulary import PREFIXES, RDF, XSD

_SH = "http://www.w3.org/ns/shacl#"
_SHAPES = "https://w3id.org/kgexport/shapes#"
_LONGEST_VALUE = 80


def render(report: Report, format_name: str = "text", source: str = "graph") -> str:
    """The report as text that ends with a line feed; `source` is what the checked file or graph is called.

    Raises UnknownNameError for a format that is not in `FORMATS`.
    """
    if format_name not in FORMATS:
        raise UnknownNameError("report format", format_name, FORMATS)
    return FORMATS[format_name](report, source)


def _shown(finding: Finding) -> str | None:
    if finding.value is None:
        return None
    text = (
        short(finding.value.value)
        if isinstance(finding.value, NamedNode)
        else json.dumps(finding.value.value, ensure_ascii=False)
    )
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"


def _line(finding: Finding) -> str:
    """`error  Edi Rama: schema:worksFor Tirana: what is wrong [Person-worksFor] <IRI>`."""
    word = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}[finding.severity]
    said = None if finding.property and "^" in finding.property else finding.property
    where = " ".join(part for part in (said, _shown(finding)) if part)
    parts = [finding.thing, where, finding.message] if where else [finding.thing, finding.message]
    focus = f" <{finding.focus}>" if finding.focus and finding.focus != "_:" else ""
    return f"{word:8}{': '.join(parts)} [{finding.shape}]{focus}"


def _text(report: Report, source: str) -> str:
    errors, warnings = report.count(Severity.VIOLATION), report.count(Severity.WARNING)
    verdict = "conforms" if report.conforms else "does not conform"
    counts = (
        f"{_number(report.focus_count, 'node')} checked, {_number(errors, 'error')}, {_number(warnings, 'warning')}"
    )
    return "\n".join([*map(_line, report.findings), f"{source} {verdict}: {counts}"]) + "\n"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")


def _value_json(finding: Finding) -> object:
    match finding.value:
        case NamedNode():
            return {"iri": finding.value.value}
        case Literal(language=None):
            return {"text": finding.value.value, "datatype": short(finding.value.datatype.value)}
        case Literal():
            return {"text": finding.value.value, "language": finding.value.language}
    return None


def _json(report: Report, source: str) -> str:
    findings = [
        {
            "severity": finding.severity,
            "thing": finding.thing,
            "focus": finding.focus,
            "property": finding.property,
            "value": _value_json(finding),
            "message": finding.message,
            "shape": finding.shape,
        }
        for finding in report.findings
    ]
    whole = {"source": source, "conforms": report.conforms, "focusCount": report.focus_count, "findings": findings}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _full(name: str) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local if prefix in PREFIXES else name)


def _turtle(report: Report, source: str) -> str:
    """A `sh:ValidationReport` (SHACL, section 3.6), its results named urn:kgexport:… so that there is no blank node."""

    def sh(name: str) -> NamedNode:
        return NamedNode(_SH + name)

    whole = NamedNode("urn:kgexport:report")
    truth = Literal("true" if report.conforms else "false", datatype=XSD["boolean"])
    quads = [Quad(whole, RDF["type"], sh("ValidationReport")), Quad(whole, sh("conforms"), truth)]
    for number, finding in enumerate(report.findings, 1):
        result = NamedNode(f"urn:kgexport:report:{number}")
        quads.append(Quad(whole, sh("result"), result))
        facts: list[tuple[NamedNode, NamedNode | Literal]] = [
            (RDF["type"], sh("ValidationResult")),
            (sh("resultSeverity"), sh(finding.severity.capitalize())),
            (sh("sourceShape"), NamedNode(_SHAPES + finding.shape)),
            (sh("resultMessage"), Literal(f"{finding.thing}: {finding.message}")),
        ]
        if finding.focus and finding.focus != "_:":
            facts.append((sh("focusNode"), NamedNode(finding.focus)))
        if finding.property and "|" not in finding.property and "^" not in finding.property:
            facts.append((sh("resultPath"), _full(finding.property)))
        if finding.value is not None:
            facts.append((sh("value"), finding.value))
        quads.extend(Quad(result, predicate, value) for predicate, value in facts)
    prefixes = {"sh": _SH, "kgs": _SHAPES, **PREFIXES}
    triples = [Statement(quad.subject, quad.predicate, quad.object) for quad in quads]
    written = serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes)
    return f"# {source}\n" + (written or b"").decode()


def _sarif(report: Report, source: str) -> str:
    """SARIF 2.1.0 (OASIS): a rule a shape, a result a finding; the whole file is the place, a graph has no lines."""
    levels = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    results = [
        {
            "ruleId": finding.shape,
            "level": levels[finding.severity],
            "message": {"text": _line(finding).split(None, 1)[1]},
            "locations": [
                {
                    "physicalLocation": {"artifactLocation": {"uri": source}},
                    "logicalLocations": [{"name": finding.thing, "fullyQualifiedName": finding.focus or source}],
                }
            ],
        }
        for finding in report.findings
    ]
    rules = [{"id": shape} for shape in sorted({finding.shape for finding in report.findings})]
    run = {"tool": {"driver": {"name": "kgexport", "rules": rules}}, "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Report, str], str]] = {"text": _text, "json": _json, "turtle": _turtle, "sarif": _sarif}
"""Every way to write a report, by name."""

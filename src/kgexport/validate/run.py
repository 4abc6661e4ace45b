"""Checks one graph, from wherever it comes: shapes and built-in checks together make the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse

from kgexport.errors import InputError
from kgexport.graph import ArticleGraph
from kgexport.validate.checks import CHECKS, HTTPS_SCHEMA, NOTHING_TO_CHECK
from kgexport.validate.facts import Facts
from kgexport.validate.report import Report
from kgexport.vocabulary import SCHEMA

_FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".jsonld": RdfFormat.JSON_LD,
    ".json": RdfFormat.JSON_LD,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
}


def validate_graph(graph: ArticleGraph, evidence: bool = True) -> Report:
    """Check an article's graph, with its evidence or without; one in https://schema.org/ on purpose is no mistake."""
    triples: Iterable[Triple] = (*graph.knowledge, *(graph.evidence if evidence else ()))
    if graph.schema_iri == HTTPS_SCHEMA:
        triples = map(_in_http, triples)
    return validate_triples(triples)


def validate_file(path: Path) -> Report:
    """Check a Turtle, JSON-LD, N-Triples, N-Quads or TriG file, known by its extension, all of its graphs together.

    Raises InputError where the file cannot be read or parsed, with line and column.
    """
    quads = list(_read(path))
    try:
        return validate_triples(quads)
    except InputError as error:
        raise InputError(f"{path}: {error}") from error


def validate_triples(triples: Iterable[Triple | Quad]) -> Report:
    """Check triples (quads of any graphs count as triples)."""
    from kgexport.validate.shacl import check_shapes

    facts = Facts(item.triple if isinstance(item, Quad) else item for item in triples)
    findings, focus_count = check_shapes(facts)
    for name, check in CHECKS.items():
        findings.extend(replace(finding, shape=name) for finding in check(facts))
    if not focus_count and not findings:
        findings.append(NOTHING_TO_CHECK)
    return Report.of(findings, focus_count)


def _read(path: Path) -> Iterator[Quad]:
    rdf_format = _FORMATS.get(path.suffix.lower())
    if rdf_format is None:
        known = ", ".join(sorted(_FORMATS))
        raise InputError(f"{path}: cannot tell the format by the extension {path.suffix!r}; known: {known}")
    try:
        yield from parse(path=path, format=rdf_format, base_iri=path.resolve().as_uri())
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except SyntaxError as error:
        if "LoadDocumentCallback" in str(error.msg):
            raise InputError(
                f"{path}: its JSON-LD context is elsewhere and is not fetched; check the file that "
                "--format jsonld writes, whose context is inline"
            ) from error
        where = f"{path}:{error.lineno}:{error.offset}" if error.lineno else str(path)
        raise InputError(f"{where}: not {rdf_format.name}: {error.msg}") from error


def _in_http(triple: Triple) -> Triple:
    def changed(node: object) -> object:
        if isinstance(node, NamedNode) and node.value.startswith(HTTPS_SCHEMA):
            return NamedNode(SCHEMA.iri + node.value[len(HTTPS_SCHEMA) :])
        return node

    return Triple(triple.subject, changed(triple.predicate), changed(triple.object))  # type: ignore[arg-type]

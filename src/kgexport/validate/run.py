"""Checks one graph, from wherever it comes, by the rules that were asked for; knows no rule itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from pyoxigraph import Quad, Triple

from kgexport.errors import InputError
from kgexport.graph import ArticleGraph
from kgexport.inputs import read_file
from kgexport.validate.facts import HTTPS_SCHEMA, Facts
from kgexport.validate.namespaces import in_http, in_http_facts
from kgexport.validate.report import Finding, Report, Severity, Verdict

NOTHING_TO_CHECK = Finding(
    Severity.VIOLATION,
    "the graph",
    None,
    None,
    None,
    "Nothing in the graph could be checked: it is empty, or has nothing that these rules are about.",
    "nothing-to-check",
)
"""The finding about a graph in which no shape or rule found anything to look at."""


def validate_graph(graph: ArticleGraph, evidence: bool = True, engine: str = "pyshacl") -> Report:
    """Check an article's graph, with its evidence or without; one in https://schema.org/ on purpose is no mistake."""
    triples: Iterable[Triple] = (*graph.knowledge, *(graph.evidence if evidence else ()))
    if graph.schema_iri == HTTPS_SCHEMA:
        triples = map(in_http, triples)
    return validate_triples(triples, engine=engine)


def validate_file(
    path: Path,
    verdicts: Sequence[Verdict] = (Verdict.PROFILE,),
    engine: str = "pyshacl",
    vocabulary: Path | None = None,
) -> Report:
    """Check a file of RDF, known by its extension, all of its graphs together.

    Raises InputError where the file cannot be read or parsed, with line and column.
    """
    quads = list(read_file(path))
    try:
        return validate_triples(quads, verdicts, engine, vocabulary)
    except InputError as error:
        raise InputError(f"{path}: {error}") from error


def validate_triples(
    triples: Iterable[Triple | Quad],
    verdicts: Sequence[Verdict] = (Verdict.PROFILE,),
    engine: str = "pyshacl",
    vocabulary: Path | None = None,
) -> Report:
    """Check triples (quads of any graphs count as triples) by the rules of each verdict.

    `vocabulary` is a file of schema.org's own release for the verdict `spec`; None is the one that pySHACL carries.
    """
    facts = Facts(item.triple if isinstance(item, Quad) else item for item in triples)
    findings: list[Finding] = []
    seen: set[str] = set()
    for verdict in sorted(set(verdicts)):
        found, focus = _check(verdict, facts, engine, vocabulary)
        findings.extend(found)
        seen |= focus
        if not focus and not found:
            findings.append(replace(NOTHING_TO_CHECK, verdict=verdict))
    return Report.of(findings, len(seen), tuple(sorted(set(verdicts))))


def _check(
    verdict: Verdict, facts: Facts, engine: str, vocabulary: Path | None
) -> tuple[list[Finding], frozenset[str]]:
    """Findings of one verdict and the nodes that it looked at; the packages of the others are not imported."""
    if verdict is Verdict.SPEC:
        from kgexport.validate.spec import check_spec

        return check_spec(facts, vocabulary)
    from kgexport.validate.engines import make_engine

    if verdict is Verdict.WEB:
        from kgexport.validate.web import check_web

        return check_web(in_http_facts(facts), make_engine(engine))
    from kgexport.validate.profile import check_profile

    return check_profile(facts, make_engine(engine))

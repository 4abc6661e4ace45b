"""Small cases of syntax in the manner of the W3C test suites, written for kgexport: a graph, and how it must be spelt.

Each file of `syntax/` is a case: `rule` says what is at stake, `graph` is the knowledge in N-Triples, `turtle` the
whole Turtle file, and `jsonld` the whole JSON-LD file (compared as JSON, keys in order). The document is
`http://a.example/d`, the base `http://b.example/`.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple

from kgexport.export.formats import FORMATS, by_name, export_graph
from kgexport.graph import ArticleGraph
from tests.fixtures.export.readers import by_pyld, by_pyoxigraph, by_rdflib, expected

CASES = sorted((Path(__file__).parent / "syntax").glob("*.toml"))

every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)


def read(case: Path) -> tuple[ArticleGraph, dict[str, str]]:
    """The graph of a case, and its texts."""
    texts = tomllib.loads(case.read_text(encoding="utf-8"))
    quads = pyoxigraph.parse(texts["graph"], RdfFormat.N_TRIPLES)
    triples = [Triple(quad.subject, quad.predicate, quad.object) for quad in quads]
    document = NamedNode("http://a.example/d")
    evidence = NamedNode("http://a.example/d#evidence")
    return ArticleGraph.of(document, evidence, triples, [], base="http://b.example/"), texts


def test_there_are_cases() -> None:
    assert len(CASES) >= 20


@every_case
def test_turtle_is_spelt_as_the_case_says(case: Path) -> None:
    graph, texts = read(case)
    assert export_graph(graph, "turtle").decode() == texts["turtle"]


@every_case
def test_jsonld_is_spelt_as_the_case_says(case: Path) -> None:
    graph, texts = read(case)
    ours, wanted = json.loads(export_graph(graph, "jsonld")), json.loads(texts["jsonld"])
    assert json.dumps(ours) == json.dumps(wanted)


@every_case
def test_every_reader_finds_the_graph_in_the_spelling_of_the_case(case: Path) -> None:
    graph, texts = read(case)
    for name in ("turtle", "jsonld"):
        want = expected(graph, by_name(name), evidence=False)
        data = texts[name].encode()
        assert by_pyoxigraph(data, by_name(name)) == want
        assert by_rdflib(data, by_name(name)) == want
    assert by_pyld(texts["jsonld"].encode()) == want


@every_case
def test_every_format_reads_back(case: Path) -> None:
    graph, _ = read(case)
    for item in FORMATS:
        data = export_graph(graph, item)
        assert by_pyoxigraph(data, item) == by_rdflib(data, item) == expected(graph, item, item.evidence)

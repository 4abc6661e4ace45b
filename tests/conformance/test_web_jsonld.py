"""The markup of pages means the same to PyLD, to jsonld.js and to rdflib, by the official context of schema.org.

Where that context is not beside the checkout, the part of it that kgexport needs stands for it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, DefaultGraph, Quad, RdfFormat, Triple

from kgexport.export import by_name, export_graph
from kgexport.graph import ArticleGraph
from kgexport.vocabulary import RDF, SCHEMA
from kgexport.web import PageSettings, web_profile, with_page
from tests.fixtures.export.graphs import rich_graph, small_graph
from tests.fixtures.export.readers import by_rdflib
from tests.golden.cases import HERE, sources
from tests.support.node import jsonld_js
from tests.support.page_graphs import crowded_graph, festival_graph
from tests.support.web import ADDRESS, official_context, small_context, triples_by_pyld, with_xsd_dates

FULL = PageSettings(
    publisher="The Example Wire",
    publisher_url="https://news.example/",
    publisher_logo="https://news.example/logo.png",
    images=("https://news.example/a.jpg",),
    author_urls=(("Ola Vik", "https://news.example/staff/vik"),),
    speakable=("h1", ".lead"),
)


def _kept(stem: str) -> ArticleGraph:
    """The graph of a golden article, as it is kept."""
    quads = list(pyoxigraph.parse(path=HERE / "expected" / f"{stem}.trig", format=RdfFormat.TRIG))
    evidence = next(quad.graph_name for quad in quads if quad.graph_name.value.endswith("#evidence"))
    document = pyoxigraph.NamedNode(evidence.value.removesuffix("#evidence"))
    sides = [[quad.triple for quad in quads if quad.graph_name == name] for name in (document, evidence)]
    return ArticleGraph.of(document, evidence, *sides)


GRAPHS = {
    **{path.stem: _kept(path.stem) for path in sources()},
    "small": small_graph(),
    "rich": rich_graph(),
    "festival": festival_graph(),
    "crowded": crowded_graph(),
}
PAGES = {"nothing": PageSettings(), "everything": FULL, "short": PageSettings(max_bytes=3000)}

every_graph = pytest.mark.parametrize("name", GRAPHS)
every_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)


@every_graph
@every_page
def test_pyld_reads_a_part_of_the_turtle(name: str, page: PageSettings) -> None:
    made = web_profile(GRAPHS[name], page)
    read = with_xsd_dates(triples_by_pyld(json.loads(made.text)))
    turtle = pyoxigraph.parse(export_graph(with_page(GRAPHS[name], page), "turtle"), RdfFormat.TURTLE)
    assert read == set(made.triples)
    assert read <= {quad.triple for quad in turtle}


@pytest.mark.parametrize("name", [path.stem for path in sources()])
def test_a_page_that_says_nothing_adds_nothing_to_the_turtle_that_is_kept(name: str) -> None:
    assert set(web_profile(GRAPHS[name]).triples) <= set(GRAPHS[name].knowledge)


@every_graph
def test_rdflib_reads_the_same(name: str) -> None:
    made = web_profile(GRAPHS[name], FULL)
    context = official_context() or small_context()
    document = json.dumps({**made.data, **context}).encode()
    assert {quad.triple for quad in by_rdflib(document, by_name("jsonld"))} == triples_by_pyld(made.data)


def test_jsonld_js_reads_what_pyld_reads() -> None:
    made = [web_profile(graph, page) for graph in GRAPHS.values() for page in PAGES.values()]
    context = official_context() or small_context()
    documents = [json.loads(each.text) for each in made]
    answers = jsonld_js("toRDF", documents, {ADDRESS: context}, format="application/n-quads")
    for each, document, answer in zip(made, documents, answers, strict=True):
        by_js = {quad.triple for quad in pyoxigraph.parse(answer, RdfFormat.N_QUADS)}
        assert _canonical(by_js) == _canonical(triples_by_pyld(document))
        assert with_xsd_dates(by_js) == set(each.triples)


def _canonical(triples: set[Triple]) -> list[str]:
    """By RDFC-1.0, so that the names of blank nodes would not count if there were any."""
    dataset = Dataset(Quad(item.subject, item.predicate, item.object, DefaultGraph()) for item in triples)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(map(str, dataset))


def test_the_official_context_says_of_our_terms_what_the_small_one_says() -> None:
    official = official_context()
    if official is None:
        pytest.skip("the official context of schema.org is not beside the checkout")
    ours = small_context()["@context"]
    for term in SCHEMA:
        name = term.value.removeprefix(SCHEMA.iri)
        assert _meaning(name, official["@context"]) == _meaning(name, ours), name
    for prefix in ("schema", "xsd"):
        assert official["@context"][prefix] == ours[prefix]


def _meaning(name: str, context: dict[str, Any]) -> tuple[str, str | None]:
    """The IRI of a term and how its texts are read; `@vocab` gives what is not listed."""
    term = context.get(name, {"@id": f"schema:{name}"})
    kind = term.get("@type")
    return term["@id"], f"schema:{kind}" if kind == "Date" else kind


def test_the_types_are_read_as_classes() -> None:
    read = triples_by_pyld(web_profile(festival_graph()).data)
    classes = {item.object for item in read if item.predicate == RDF["type"]}
    assert {SCHEMA["NewsArticle"], SCHEMA["Event"], SCHEMA["Person"], SCHEMA["PostalAddress"]} <= classes


def test_the_sample_is_here() -> None:
    assert Path(sources()[0]).stem in GRAPHS

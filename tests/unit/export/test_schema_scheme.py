from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kgexport.errors import UnknownNameError
from kgexport.export.schema_scheme import with_schema_iri
from kgexport.graph import Node
from kgexport.vocabulary import RDF, SCHEMA
from tests.fixtures.export.graphs import doc, graph_of, rich_graph, said, small_graph


def test_every_place_of_a_term_is_rewritten() -> None:
    term = NamedNode("https://schema.org/name")
    graph = with_schema_iri(
        graph_of(
            said(SCHEMA["name"], (SCHEMA["name"], Literal("x", datatype=SCHEMA["name"]))),
            said(doc("s"), (RDF["predicate"], SCHEMA["name"])),
        ),
        "https",
    )
    assert graph.schema_iri == "https://schema.org/"
    assert graph.knowledge == (Triple(term, term, Literal("x", datatype=term)),)
    assert graph.evidence == (Triple(doc("s"), RDF["predicate"], term),)


def test_pages_of_schema_org_and_texts_about_it_stay() -> None:
    pages = [NamedNode("http://schema.org/"), NamedNode("http://schema.org/docs/about.html")]
    nodes: list[Node] = [*pages, Literal("see http://schema.org/name")]
    kept = graph_of(said(doc("s"), *((RDF["object"], node) for node in nodes)))
    assert with_schema_iri(kept, "https").knowledge == kept.knowledge


def test_there_and_back_is_the_same_graph() -> None:
    graph = small_graph()
    there = with_schema_iri(graph, "https")
    assert not any("<http://schema.org/" in str(triple) for triple in (*there.knowledge, *there.evidence))
    assert with_schema_iri(there, "http") == graph
    assert there.base == graph.base


def test_triples_are_sorted_again() -> None:
    graph = with_schema_iri(rich_graph(), "https")
    assert list(graph.knowledge) == sorted(graph.knowledge, key=str)


def test_the_scheme_it_has_changes_nothing() -> None:
    graph = small_graph()
    assert with_schema_iri(graph, "http") is graph


def test_other_schemes_are_refused() -> None:
    with pytest.raises(UnknownNameError, match="known: http, https"):
        with_schema_iri(small_graph(), "ftp")

"""Arbitrary IRIs and literals come back from every format as they went in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from kgexport.export.formats import FORMATS, Format, by_name, export_graph
from kgexport.graph import ArticleGraph, Node
from kgexport.vocabulary import KGX, NIF, PREFIXES, PROV, RDF, SCHEMA, SKOS, XSD
from tests.fixtures.export.graphs import BASE, DOCUMENT, graph_of
from tests.fixtures.export.readers import by_pyld, by_pyoxigraph, by_rdflib, expected

NAMESPACES = (f"{DOCUMENT}#", f"{BASE}entity/", *PREFIXES.values())
LOCAL = st.text(st.sampled_from("abcXYZ019_-.,=~%:/;()'!$&*+@?éßλж日😀 "), max_size=8)
SCHEMES = st.sampled_from(["http://example.org/", "urn:a:", "geo:", "name:", "schema:", "doc:", "e:", "x:", "about:"])


def _iri(text: str) -> NamedNode | None:
    try:
        return NamedNode(text)
    except ValueError:
        return None


def _some(iri: NamedNode | None) -> bool:
    return iri is not None


IRIS: st.SearchStrategy[NamedNode] = (
    st.one_of(
        st.builds(str.__add__, st.sampled_from(NAMESPACES), LOCAL),
        st.builds(str.__add__, SCHEMES, LOCAL),
        st.sampled_from([*SCHEMA]).map(lambda term: term.value),
    )
    .map(_iri)
    .filter(_some)  # type: ignore[assignment]
)
PREDICATES = st.one_of(st.sampled_from([*SCHEMA, *KGX, *NIF, *PROV, *SKOS, RDF["subject"]]), IRIS)

AWKWARD = st.sampled_from(['"', '""', '"""', "\\", "\n", "\r", "\t", "\\u0041", "'", " ", "x" * 60, "@", ":", "{", "<"])
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.lists(AWKWARD, max_size=8).map("".join),
    st.lists(st.one_of(AWKWARD, st.text(st.characters(exclude_categories=["Cs"]), max_size=5)), max_size=8).map(
        "".join
    ),
)
NUMBERS = st.one_of(
    st.integers().map(str),
    st.decimals(allow_nan=False, allow_infinity=False).map(lambda number: format(number, "f")[:40]),
    st.from_regex(r"[+-]?[0-9]{0,20}\.?[0-9]{0,9}", fullmatch=True),
    st.sampled_from(["true", "false", "1", "0", "1E5"]),
)
LITERALS = st.one_of(
    TEXTS.map(Literal),
    st.builds(lambda text, tag: Literal(text, language=tag), TEXTS, st.sampled_from(["en", "en-gb", "sq", "zh-hant"])),
    st.builds(lambda text, datatype: Literal(text, datatype=datatype), NUMBERS, st.sampled_from([*XSD])),
    st.builds(lambda text, datatype: Literal(text, datatype=datatype), TEXTS, st.sampled_from([*XSD])),
)
NODES: st.SearchStrategy[Node] = st.one_of(IRIS, LITERALS)
TRIPLES = st.one_of(
    st.builds(Triple, IRIS, PREDICATES, NODES),
    st.builds(Triple, IRIS, st.just(RDF["type"]), IRIS),
)
GRAPHS = st.builds(graph_of, st.lists(TRIPLES, max_size=12), st.lists(TRIPLES, max_size=4))


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
@given(graph=GRAPHS, evidence=st.booleans())
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_any_graph_reads_back(format_: Format, graph: ArticleGraph, evidence: bool) -> None:
    data = export_graph(graph, format_, evidence)
    want = expected(graph, format_, evidence)
    assert by_pyoxigraph(data, format_) == want
    assert by_rdflib(data, format_) == want
    if format_.name == "jsonld":
        assert by_pyld(data) == want


@given(text=TEXTS)
@settings(max_examples=300, deadline=None, derandomize=True, database=None)
def test_any_text_reads_back_from_turtle(text: str) -> None:
    graph = graph_of([Triple(NamedNode(DOCUMENT), SCHEMA["text"], Literal(text))])
    data = export_graph(graph, "turtle")
    turtle = by_name("turtle")
    assert by_pyoxigraph(data, turtle) == by_rdflib(data, turtle) == expected(graph, turtle, evidence=False)

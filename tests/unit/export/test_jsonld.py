from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from kgexport.export.formats import export_graph
from kgexport.export.json_text import json_text
from kgexport.export.jsonld import DEPTH
from kgexport.export.schema_scheme import with_schema_iri
from kgexport.graph import ArticleGraph, Node
from kgexport.vocabulary import KGX, NIF, RDF, SCHEMA, WIKIDATA_ENTITY_IRI
from tests.fixtures.export.graphs import doc, entity, graph_of, said, small_graph, typed


def written(graph: ArticleGraph, evidence: bool = False) -> Any:
    return json.loads(export_graph(graph, "jsonld", evidence))


def values(*nodes: Node) -> tuple[Any, Any]:
    """How the values of one property are written, and what the context says of it."""
    document = written(graph_of(said(doc("article"), *((SCHEMA["value"], node) for node in nodes))))
    return document["value"], document["@context"]["value"]


def test_the_article_is_the_root_and_holds_the_others() -> None:
    document = written(small_graph())
    assert document["@id"] == "doc:article"
    assert document["@type"] == "NewsArticle"
    assert document["about"]["agent"]["name"] == "Maria Ozols"
    assert document["mentions"][:2] == ["e:Q9", "e:Q10"]
    assert "@graph" not in document


def test_each_node_is_written_once() -> None:
    text = export_graph(small_graph(), "jsonld", evidence=True).decode()
    assert text.count('"@id": "e:Q9"') == 1
    assert text.count('"@id": "doc:event-visit"') == 1


def test_what_the_article_does_not_lead_to_stands_beside_it() -> None:
    document = written(small_graph(), evidence=True)
    assert [node["@id"] for node in document["@graph"]] == ["doc:article", "doc:statement-1", "doc:text"]
    assert document["@graph"][2]["@type"] == "nif:Context"


def test_nesting_ends_somewhere() -> None:
    chain = [doc("article"), *(doc(f"a{i}") for i in range(DEPTH * 300))]
    links = [Triple(a, SCHEMA["about"], b) for a, b in pairwise(chain)]
    nodes = written(graph_of(links))["@graph"]
    assert len(nodes) == len(links) / DEPTH


def test_references_and_typed_values_are_coerced() -> None:
    assert values(entity("Q9")) == ("e:Q9", {"@id": "schema:value", "@type": "@id"})
    dates = [typed("2022-05-05", "date"), typed("2022-05-06", "date")]
    assert values(*dates) == (["2022-05-05", "2022-05-06"], {"@id": "schema:value", "@type": "xsd:date"})
    assert values(typed("0.90", "decimal")) == ("0.90", {"@id": "schema:value", "@type": "xsd:decimal"})
    assert values(typed("007", "integer")) == ("007", {"@id": "schema:value", "@type": "xsd:integer"})


def test_integers_and_booleans_are_native_where_every_processor_gives_them_back() -> None:
    assert values(typed("50", "integer")) == (50, "schema:value")
    assert values(typed("true", "boolean")) == (True, "schema:value")
    assert values(typed("9007199254740993", "integer"))[0] == "9007199254740993"
    assert values(typed("1", "boolean"))[0] == "1"


def test_values_of_several_kinds_are_expanded() -> None:
    assert values(Literal("x"), typed("2022", "gYear"), entity("Q9"), typed("5", "integer")) == (
        [{"@type": "xsd:gYear", "@value": "2022"}, 5, "x", {"@id": "e:Q9"}],
        "schema:value",
    )
    assert values(Literal("x", language="de"))[0] == {"@language": "de", "@value": "x"}


def test_links_to_other_data_are_written_in_full() -> None:
    iri = WIKIDATA_ENTITY_IRI + "Q9"
    assert values(NamedNode(iri))[0] == iri


def test_a_word_that_is_a_scheme_is_not_defined() -> None:
    node = NamedNode("geo:41.33,19.82")
    document = written(graph_of(said(doc("article"), (SCHEMA["geo"], node), (SCHEMA["name"], "x"))))
    assert document["schema:geo"] == "geo:41.33,19.82"
    assert "geo" not in document["@context"]


def test_properties_of_other_vocabularies_are_compact_or_full() -> None:
    other = NamedNode("http://example.org/p")
    document = written(graph_of(said(doc("article"), (KGX["amount"], entity("Q9")), (other, entity("Q9")))))
    assert document["kgx:amount"] == "e:Q9"
    assert document["@context"]["kgx:amount"] == {"@type": "@id"}
    assert document["http://example.org/p"] == {"@id": "e:Q9"}


def test_classes_of_other_vocabularies_are_compact() -> None:
    assert written(graph_of(said(doc("article"), (RDF["type"], NIF["String"]))))["@type"] == "nif:String"


def test_the_https_scheme_is_in_the_context() -> None:
    document = written(with_schema_iri(small_graph(), "https"))
    assert document["@context"]["schema"] == "https://schema.org/"
    assert document["@context"]["headline"] == "schema:headline"


def test_json_is_laid_out_to_be_read() -> None:
    assert json_text({}) == "{}"
    assert json_text([]) == "[]"
    assert json_text({"a": 1, "b": [True, "é\u2028\n"]}) == '{\n  "a": 1,\n  "b": [true, "é\u2028\\n"]\n}'
    assert json_text(["x" * 60, "y" * 60]) == f'[\n  "{"x" * 60}",\n  "{"y" * 60}"\n]'

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kgexport.export.formats import export_graph
from kgexport.export.names import Names
from kgexport.export.turtle_terms import Terms, quoted
from kgexport.vocabulary import SCHEMA, XSD
from tests.fixtures.export.graphs import BASE, DOCUMENT, doc, entity, graph_of, said


@pytest.fixture
def terms() -> Terms:
    return Terms(Names(graph_of([]), document_prefix=""))


@pytest.mark.parametrize(
    ("iri", "spelt"),
    [
        (f"{DOCUMENT}#event-visit", ":event-visit"),
        (f"{DOCUMENT}#char=12,18", r":char\=12\,18"),
        (f"{BASE}entity/Q222", "e:Q222"),
        (f"{BASE}entity/geonames-3183875", "e:geonames-3183875"),
        ("http://www.wikidata.org/entity/Q222", "wd:Q222"),
        ("http://schema.org/name", "schema:name"),
        ("https://w3id.org/kgexport/event-types/visit", "type:visit"),
        (DOCUMENT, f"<{DOCUMENT}>"),
        (f"{DOCUMENT}#", f"<{DOCUMENT}#>"),
        (f"{DOCUMENT}#ends.", f"<{DOCUMENT}#ends.>"),
        (f"{DOCUMENT}#a/b", f"<{DOCUMENT}#a/b>"),
        (f"{DOCUMENT}#tiranë", f"<{DOCUMENT}#tiranë>"),
        ("https://schema.org/name", "<https://schema.org/name>"),
        ("http://example.org/(x)", "<http://example.org/(x)>"),
    ],
)
def test_iris_are_shortened_where_no_rare_escape_is_needed(terms: Terms, iri: str, spelt: str) -> None:
    assert terms.iri(iri) == spelt


@pytest.mark.parametrize(
    ("value", "datatype", "spelt"),
    [
        ("50", "integer", "50"),
        ("-3", "integer", "-3"),
        ("0", "integer", "0"),
        ("007", "integer", '"007"^^xsd:integer'),
        ("+5", "integer", '"+5"^^xsd:integer'),
        ("-0", "integer", '"-0"^^xsd:integer'),
        ("0.90", "decimal", "0.90"),
        ("-12.5", "decimal", "-12.5"),
        ("5", "decimal", '"5"^^xsd:decimal'),
        (".5", "decimal", '".5"^^xsd:decimal'),
        ("5.", "decimal", '"5."^^xsd:decimal'),
        ("0.0000001", "decimal", '"0.0000001"^^xsd:decimal'),
        ("true", "boolean", "true"),
        ("1", "boolean", '"1"^^xsd:boolean'),
        ("2022", "gYear", '"2022"^^xsd:gYear'),
        ("50\n", "integer", '"""50\n"""^^xsd:integer'),
        ("٥", "integer", '"٥"^^xsd:integer'),
    ],
)
def test_numbers_stand_bare_only_in_their_canonical_form(terms: Terms, value: str, datatype: str, spelt: str) -> None:
    assert terms.literal(Literal(value, datatype=XSD[datatype])) == spelt


def test_a_language_follows_its_string(terms: Terms) -> None:
    assert terms.literal(Literal("a\nb", language="EN-gb")) == '"""a\nb"""@en-gb'


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("", '""'),
        ('say "no"', r'"say \"no\""'),
        ("tab\t, return\r, back\\", r'"tab\t, return\r, back\\"'),
        ("a\nb", '"""a\nb"""'),
        ('a\n"b"', '"""a\n"b\\""""'),
        ('"a\nb', '""""a\nb"""'),
        ('a\n""" b', '"""a\n\\""" b"""'),
        ('a\n""""', '"""a\n\\"\\""\\""""'),
        ("a\nb\\", '"""a\nb\\\\"""'),
        ("a\r\nb", '"""a\\r\nb"""'),
        ("\x00\x1b\x7f\x85\u2028\ufeff", r'"\u0000\u001B\u007F\u0085\u2028\uFEFF"'),
        ("x" * 120, f'"{"x" * 120}"'),
        ("x" * 121, f'"""{"x" * 121}"""'),
        ('"' + "x" * 120, f'""""{"x" * 120}"""'),
        ("😀 é", '"😀 é"'),
    ],
)
def test_strings(text: str, spelt: str) -> None:
    assert quoted(text) == spelt


def test_the_article_comes_first_and_evidence_last() -> None:
    text = export_graph(graph_of(_all_sorts()), "turtle").decode()
    subjects = [block.split(" ", 1)[0] for block in text.split("\n\n")[1:]]
    expected = [":article", ":z-event", ":person", "e:Q2", "e:Q10", ":claim", ":amount", ":height", ":untold"]
    assert sorted(subjects) == sorted(expected)
    assert [subject for subject in subjects if subject != ":untold"] == expected[:-1]


def _all_sorts() -> list[Triple]:
    classes = {
        doc("amount"): "MonetaryAmount",
        doc("article"): "NewsArticle",
        doc("claim"): "Claim",
        doc("height"): "QuantitativeValue",
        doc("person"): "Person",
        doc("z-event"): "Event",
        entity("Q10"): "Country",
        entity("Q2"): "Mosque",
    }
    rdf_type = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    return [
        *(Triple(thing, rdf_type, SCHEMA[name]) for thing, name in classes.items()),
        *said(doc("untold"), (SCHEMA["name"], "x")),
    ]


def test_classes_and_properties_are_in_reading_order() -> None:
    rdf_type = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    triples = said(
        doc("event"),
        (SCHEMA["sameAs"], NamedNode("http://example.org/")),
        (SCHEMA["agent"], entity("Q10")),
        (SCHEMA["agent"], entity("Q9")),
        (SCHEMA["startDate"], Literal("2022", datatype=XSD["gYear"])),
        (SCHEMA["name"], "A visit"),
        (NamedNode("http://example.org/other"), "x"),
        (rdf_type, SCHEMA["ArriveAction"]),
        (rdf_type, SCHEMA["Event"]),
    )
    body = export_graph(graph_of(triples), "turtle").decode().split("\n\n")[1]
    assert body.splitlines() == [
        ":event a schema:Event, schema:ArriveAction ;",
        '    schema:name "A visit" ;',
        '    schema:startDate "2022"^^xsd:gYear ;',
        "    schema:agent e:Q9, e:Q10 ;",
        '    <http://example.org/other> "x" ;',
        "    schema:sameAs <http://example.org/> ;",
        ".",
    ]


def test_a_subject_without_a_class_begins_with_its_first_property() -> None:
    text = export_graph(graph_of(said(doc("a"), (SCHEMA["name"], "x"))), "turtle").decode()
    assert text.endswith('\n\n:a schema:name "x" ;\n.\n')


def test_a_long_list_of_objects_has_a_line_for_each() -> None:
    triples = said(doc("a"), *((SCHEMA["mentions"], entity(f"Q{i}")) for i in range(40)))
    lines = export_graph(graph_of(triples), "turtle").decode().splitlines()
    assert lines[lines.index(":a schema:mentions") + 1] == "        e:Q0,"
    assert lines[-2:] == ["        e:Q39 ;", "."]


def test_schema_is_the_scheme_of_the_graph() -> None:
    from kgexport.export.schema_scheme import with_schema_iri

    graph = with_schema_iri(graph_of(said(doc("a"), (SCHEMA["name"], "x"))), "https")
    assert "@prefix schema: <https://schema.org/> .\n" in export_graph(graph, "turtle").decode()

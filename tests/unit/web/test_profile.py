"""What is in the markup of a page, and how it is laid out."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kgexport.export import with_schema_iri
from kgexport.graph import Node
from kgexport.validate import validate_triples
from kgexport.validate.report import Verdict
from kgexport.validate.spec import load_vocabulary
from kgexport.vocabulary import KGX, RDF, SCHEMA
from kgexport.web import PageSettings, web_object, web_profile
from kgexport.web.selection import ASKS_FOR, EVENTS, NOT_IN_PAGES
from tests.fixtures.export.graphs import graph_of, said, typed
from tests.support.page_graphs import (
    FESTIVAL,
    HALL,
    LUNDE,
    URL,
    changed,
    festival_graph,
    festival_triples,
    here,
    page_graph,
    year,
)
from tests.support.web import faults, things, triples_by_pyld


def _made(*more: Triple) -> dict[str, Any]:
    return web_object(page_graph([*festival_triples(), *more]))


def _about(data: dict[str, Any], name: str) -> dict[str, Any] | None:
    return next((thing for thing in things(data) if thing.get("name") == name), None)


def _mentioned(local: str, *pairs: tuple[NamedNode, Node | str]) -> list[Triple]:
    return [Triple(here("article"), SCHEMA["mentions"], here(local)), *said(here(local), *pairs)]


def test_the_whole_object_of_a_small_article() -> None:
    assert json.loads(web_profile(festival_graph()).text) == {
        "@context": "https://schema.org",
        "@id": f"{URL}#article",
        "@type": "NewsArticle",
        "headline": "Lunde Jazz Festival opens next week",
        "datePublished": "2027-07-14T08:00:00+02:00",
        "author": {"@id": f"{URL}#author-ola-vik", "@type": "Person", "name": "Ola Vik"},
        "inLanguage": "en",
        "about": [
            {
                "@id": LUNDE.value,
                "@type": "City",
                "name": "Lunde",
                "containedInPlace": {"@id": "https://kgexport.example/entity/Q20"},
                "sameAs": "http://www.wikidata.org/entity/Q11",
            },
            {
                "@id": FESTIVAL.value,
                "@type": "Event",
                "name": "Lunde Jazz Festival",
                "description": "The Lunde Jazz Festival will open in Lunde Hall on 21 July.",
                "startDate": "2027-07-21",
                "location": {"@id": HALL.value},
            },
        ],
        "mentions": [
            {"@id": "https://kgexport.example/entity/Q20", "@type": "Country", "name": "Norway"},
            {
                "@id": HALL.value,
                "@type": "StadiumOrArena",
                "name": "Lunde Hall",
                "containedInPlace": {"@id": LUNDE.value},
                "address": {
                    "@id": f"{HALL.value}-address",
                    "@type": "PostalAddress",
                    "addressCountry": "Norway",
                    "addressLocality": "Lunde",
                },
            },
        ],
        "mainEntityOfPage": URL,
        "url": URL,
        "articleBody": "The Lunde Jazz Festival will open in Lunde Hall on 21 July.",
    }


def test_the_event_passes_the_rules_of_search_engines() -> None:
    report = validate_triples(triples_by_pyld(web_object(festival_graph())), (Verdict.SPEC, Verdict.WEB))
    assert report.conforms, report.to_text()
    assert "Event" in str(web_object(festival_graph()))


def test_an_event_that_nobody_can_go_to_leaves_nothing_behind() -> None:
    data = web_object(page_graph(changed(FESTIVAL, KGX["polarity"], "negative")))
    assert "Event" not in str(data)
    assert "event-festival" not in str(data)
    assert not faults(data)


@pytest.mark.parametrize("name", [*NOT_IN_PAGES, *ASKS_FOR, "Event", "SportsEvent", "Festival", "GiveAction"])
def test_a_class_that_search_engines_would_fault_is_not_written(name: str) -> None:
    data = _made(*_mentioned("entity-x", (RDF["type"], SCHEMA[name]), (SCHEMA["name"], "The X Thing")))
    assert _about(data, "The X Thing") is None
    assert not faults(data)


def test_the_table_has_every_class_of_the_vocabulary_that_a_search_feature_is_about() -> None:
    vocabulary = load_vocabulary()
    features = {"LocalBusiness", "Product", "SoftwareApplication"}
    ours = {name for name in SCHEMA.terms if name[0].isupper()}
    found = {name for name in ours if features & {name, *(vocabulary.above(name) or ())}}
    assert found | {"Drug"} == set(ASKS_FOR)  # a product since a later release than that which pySHACL carries
    assert {name for name in ours if "Event" in {name, *(vocabulary.above(name) or ())}} == set(EVENTS)


def test_another_class_of_the_same_thing_stays() -> None:
    pairs = ((RDF["type"], SCHEMA["Hospital"]), (RDF["type"], SCHEMA["Organization"]), (SCHEMA["name"], "St Olav"))
    found = _about(_made(*_mentioned("entity-x", *pairs)), "St Olav")
    assert found is not None
    assert found["@type"] == "Organization"


def test_groups_of_people_are_no_organizations_of_the_page() -> None:
    pairs = ((RDF["type"], SCHEMA["Organization"]), (RDF["type"], KGX["Group"]), (SCHEMA["name"], "Two Officers"))
    assert _about(_made(*_mentioned("entity-x", *pairs)), "Two Officers") is None


def test_what_is_described_and_not_named_is_no_topic() -> None:
    kind = (RDF["type"], SCHEMA["GovernmentOrganization"])
    assert (
        _about(_made(*_mentioned("entity-x", kind, (SCHEMA["name"], "interior ministry"))), "interior ministry") is None
    )
    assert _about(_made(*_mentioned("entity-x", kind, (SCHEMA["name"], "日本銀行"))), "日本銀行")
    assert _about(_made(*_mentioned("entity-x", kind, (SCHEMA["name"], "Interior Ministry"))), "Interior Ministry")


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (SCHEMA["name"], ""),
        (SCHEMA["name"], " \n"),
        (SCHEMA["sameAs"], NamedNode("urn:isbn:0451450523")),
        (SCHEMA["sameAs"], "https://example.org/"),
        (SCHEMA["memberOf"], here("entity-nowhere")),
        (SCHEMA["memberOf"], NamedNode("geo:41,19")),
        (SCHEMA["additionalType"], NamedNode("https://w3id.org/kgexport/event-types/visit")),
        (KGX["polarity"], "positive"),
        (NamedNode("http://example.org/p"), "v"),
        (NamedNode("http://schema.org/noSuchTerm"), "v"),
        (SCHEMA["description"], Literal("x", datatype=NamedNode("http://example.org/type"))),
        (SCHEMA["value"], typed("many", "integer")),
        (SCHEMA["startDate"], year("2022")),
    ],
)
def test_values_that_do_not_belong_on_a_page_are_left_out(predicate: NamedNode, value: Node | str) -> None:
    pairs = ((RDF["type"], SCHEMA["Person"]), (SCHEMA["name"], "Kari Holm"), (predicate, value))
    data = _made(*_mentioned("entity-x", *pairs))
    assert _about(data, "Kari Holm") == {"@id": f"{URL}#entity-x", "@type": "Person", "name": "Kari Holm"}
    assert not faults(data)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (typed("2027-07-14", "date"), "2027-07-14"),
        (typed("2027-07-14T08:00:00Z", "dateTime"), "2027-07-14T08:00:00Z"),
        (typed("2027-07-14T08:00:00.5-03:30", "dateTime"), "2027-07-14T08:00:00.5-03:30"),
        (typed("2027-07-14T08:00:00", "dateTime"), "2027-07-14T08:00:00"),
        (typed("2027-07", "gYearMonth"), None),
        (year("2027"), None),
        (typed("2027-02-31T25:00:00Z", "dateTime"), None),
        (Literal("14 July"), None),
        (NamedNode("http://example.org/"), None),
    ],
)
def test_dates_are_plain_texts_of_a_day_or_a_time(value: Node, written: str | None) -> None:
    data = web_object(page_graph(changed(here("article"), SCHEMA["datePublished"], value)))
    assert data.get("datePublished") == written


def test_a_change_before_the_publication_is_not_said() -> None:
    def changed_on(day: str) -> dict[str, Any]:
        return _made(Triple(here("article"), SCHEMA["dateModified"], typed(day, "date")))

    assert "dateModified" not in changed_on("2027-07-13")
    assert changed_on("2027-07-14")["dateModified"] == "2027-07-14"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (typed("50", "integer"), 50),
        (typed("-3", "integer"), -3),
        (typed("007", "integer"), {"@type": "xsd:integer", "@value": "007"}),
        (typed("9" * 20, "integer"), {"@type": "xsd:integer", "@value": "9" * 20}),
        (typed("0.50", "decimal"), {"@type": "xsd:decimal", "@value": "0.50"}),
        (Literal("fünfzig", language="de"), {"@language": "de", "@value": "fünfzig"}),
        (Literal("@id"), "@id"),
        (Literal("https://example.org/"), "https://example.org/"),
    ],
)
def test_values_are_as_plain_as_they_can_be(value: Literal, written: object) -> None:
    pairs = ((RDF["type"], SCHEMA["Person"]), (SCHEMA["name"], "Kari Holm"), (SCHEMA["description"], value))
    found = _about(_made(*_mentioned("entity-x", *pairs)), "Kari Holm")
    assert found is not None
    assert found["description"] == written


def test_the_page_that_was_asked_for_is_the_only_one() -> None:
    mapped = page_graph([*festival_triples(), Triple(here("article"), SCHEMA["mainEntityOfPage"], NamedNode(URL))])
    made = web_object(mapped, PageSettings(url="https://other.example/copy"))
    assert made["mainEntityOfPage"] == "https://other.example/copy"
    assert made["@id"] == f"{URL}#article"


def test_the_terms_are_those_of_the_context_whatever_the_graph_has() -> None:
    assert web_object(with_schema_iri(festival_graph(), "https")) == web_object(festival_graph())


def test_a_graph_without_an_article_has_no_markup() -> None:
    assert web_object(graph_of([])) == {"@context": "https://schema.org"}


def test_the_user_is_told_that_no_address_is_known() -> None:
    unknown = page_graph(changed(here("article"), SCHEMA["url"]))
    assert "give --url" in web_profile(unknown).notes(unknown)[0]
    assert web_profile(festival_graph()).notes(festival_graph()) == []

"""Graphs of made articles for the markup of pages: an announced festival, and everything around it."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Triple

from kgexport.graph import ArticleGraph, Node
from kgexport.vocabulary import EVENT_TYPES_IRI, KGX, PROV, RDF, SCHEMA, WIKIDATA_ENTITY_IRI, XSD
from tests.fixtures.export.graphs import said, typed

URL = "https://news.example/culture/lunde-jazz"
BASE = "https://kgexport.example/"


def here(local: str) -> NamedNode:
    """A node of the article."""
    return NamedNode(f"{URL}#{local}")


def linked(local: str) -> NamedNode:
    """A linked entity."""
    return NamedNode(f"{BASE}entity/{local}")


FESTIVAL, HALL, LUNDE, NORWAY, VIK = (
    here("event-festival"),
    here("entity-hall"),
    linked("Q11"),
    linked("Q20"),
    here("author-ola-vik"),
)


def festival_triples() -> list[Triple]:
    """An article that announces a festival, in which everything is as it has to be for an event."""
    return [
        *said(
            here("article"),
            (RDF["type"], SCHEMA["NewsArticle"]),
            (SCHEMA["headline"], "Lunde Jazz Festival opens next week"),
            (SCHEMA["articleBody"], "The Lunde Jazz Festival will open in Lunde Hall on 21 July."),
            (SCHEMA["datePublished"], typed("2027-07-14T08:00:00+02:00", "dateTime")),
            (SCHEMA["inLanguage"], "en"),
            (SCHEMA["url"], NamedNode(URL)),
            (SCHEMA["author"], VIK),
            (SCHEMA["about"], FESTIVAL),
            (SCHEMA["about"], LUNDE),
            *((SCHEMA["mentions"], node) for node in (FESTIVAL, LUNDE, NORWAY, HALL)),
        ),
        *said(VIK, (RDF["type"], SCHEMA["Person"]), (SCHEMA["name"], "Ola Vik")),
        *said(
            FESTIVAL,
            (RDF["type"], SCHEMA["Event"]),
            (RDF["type"], SCHEMA["PerformAction"]),
            (SCHEMA["name"], "Lunde Jazz Festival"),
            (SCHEMA["description"], "The Lunde Jazz Festival will open in Lunde Hall on 21 July."),
            (SCHEMA["additionalType"], NamedNode(EVENT_TYPES_IRI + "festival")),
            (SCHEMA["startDate"], typed("2027-07-21", "date")),
            (SCHEMA["actionStatus"], SCHEMA["PotentialActionStatus"]),
            (SCHEMA["location"], HALL),
            (SCHEMA["agent"], VIK),
            (KGX["polarity"], "positive"),
            (KGX["modality"], "planned"),
        ),
        *said(
            HALL,
            (RDF["type"], SCHEMA["StadiumOrArena"]),
            (SCHEMA["name"], "Lunde Hall"),
            (SCHEMA["containedInPlace"], LUNDE),
        ),
        *said(
            LUNDE,
            (RDF["type"], SCHEMA["City"]),
            (SCHEMA["name"], "Lunde"),
            (SCHEMA["containedInPlace"], NORWAY),
            (SCHEMA["sameAs"], NamedNode(WIKIDATA_ENTITY_IRI + "Q11")),
        ),
        *said(NORWAY, (RDF["type"], SCHEMA["Country"]), (SCHEMA["name"], "Norway")),
    ]


def page_graph(knowledge: Iterable[Triple], evidence: Iterable[Triple] = ()) -> ArticleGraph:
    """A graph of that article."""
    return ArticleGraph.of(NamedNode(URL), here("evidence"), knowledge, evidence, base=BASE)


def festival_graph() -> ArticleGraph:
    """The graph of the article that announces a festival."""
    return page_graph(festival_triples())


def changed(subject: NamedNode, predicate: NamedNode, *values: Node | str) -> list[Triple]:
    """The triples of the festival with other values of one property, or none."""
    kept = [item for item in festival_triples() if (item.subject, item.predicate) != (subject, predicate)]
    return kept + said(subject, *((predicate, value) for value in values))


def crowded_graph(people: int = 12) -> ArticleGraph:
    """The festival with many people, named once, twice … in the text, of whom every third has an identity."""
    knowledge, evidence = festival_triples(), []
    for number in range(people):
        person = here(f"entity-person-{number}")
        knowledge += said(
            person,
            (RDF["type"], SCHEMA["Person"]),
            (SCHEMA["name"], f"Person {number}"),
            (SCHEMA["alternateName"], f"P{number}"),
            (SCHEMA["knows"], here(f"entity-person-{(number + 1) % people}")),
        )
        knowledge += said(here("article"), (SCHEMA["mentions"], person))
        if number % 3 == 0:
            knowledge += said(person, (SCHEMA["sameAs"], NamedNode(f"{WIKIDATA_ENTITY_IRI}Q{number + 100}")))
        evidence += said(person, *((PROV["wasDerivedFrom"], here(f"char={number},{i + 99}")) for i in range(number)))
    quote = here("quote-music")
    knowledge += said(
        quote,
        (RDF["type"], SCHEMA["Quotation"]),
        (SCHEMA["text"], "Music is for everyone here"),
        (SCHEMA["creator"], here("entity-person-1")),
        (SCHEMA["isPartOf"], here("article")),
    )
    knowledge += said(here("article"), (SCHEMA["hasPart"], quote), (SCHEMA["wordCount"], typed("12", "integer")))
    return page_graph(knowledge, evidence)


def year(text: str) -> Literal:
    """A year alone."""
    return Literal(text, datatype=XSD["gYear"])

"""What a page says is added to the graph, once, and never about somebody else."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Triple

from kgexport.export import with_schema_iri
from kgexport.vocabulary import RDF, SCHEMA
from kgexport.web import PageSettings, with_page
from tests.fixtures.export.graphs import graph_of, said
from tests.support.page_graphs import URL, VIK, changed, festival_graph, festival_triples, here, page_graph

LOGO = "https://news.example/logo.png"
FULL = PageSettings(
    url="https://news.example/print/lunde-jazz",
    publisher="The Example Wire",
    publisher_url="https://news.example/",
    publisher_logo=LOGO,
    images=("https://news.example/a.jpg", "https://news.example/b.jpg"),
    author_urls=(("ola  vik", "https://news.example/staff/vik"), ("Kari Holm", "https://news.example/staff/holm")),
    speakable=("h1", ".lead"),
)


def _added(page: PageSettings, triples: list[Triple] | None = None) -> set[Triple]:
    graph = page_graph(triples if triples is not None else changed(here("article"), SCHEMA["about"]))
    return set(with_page(graph, page).knowledge) - set(graph.knowledge)


def test_an_article_with_an_address_is_the_main_thing_of_that_page() -> None:
    expected = {Triple(here("article"), SCHEMA["mainEntityOfPage"], NamedNode(URL))}
    assert _added(PageSettings()) == expected


def test_everything_the_page_says_is_added() -> None:
    wire, spoken = here("publisher-the-example-wire"), here("speakable")
    expected = {
        *said(
            here("article"),
            (SCHEMA["mainEntityOfPage"], NamedNode("https://news.example/print/lunde-jazz")),
            (SCHEMA["publisher"], wire),
            (SCHEMA["image"], NamedNode("https://news.example/a.jpg")),
            (SCHEMA["image"], NamedNode("https://news.example/b.jpg")),
            (SCHEMA["speakable"], spoken),
        ),
        *said(wire, (RDF["type"], SCHEMA["Organization"]), (SCHEMA["name"], "The Example Wire")),
        *said(wire, (SCHEMA["url"], NamedNode("https://news.example/")), (SCHEMA["logo"], NamedNode(LOGO))),
        *said(spoken, (RDF["type"], SCHEMA["SpeakableSpecification"])),
        *said(spoken, (SCHEMA["cssSelector"], "h1"), (SCHEMA["cssSelector"], ".lead")),
        *said(VIK, (SCHEMA["url"], NamedNode("https://news.example/staff/vik"))),
    }
    assert _added(FULL) == expected


def test_doing_it_twice_changes_nothing() -> None:
    once = with_page(festival_graph(), FULL)
    assert with_page(once, FULL) == once
    assert with_page(once, PageSettings(url=FULL.url)) == once


def _published_by(*names: str) -> list[Triple]:
    nodes = [here(f"publisher-{number}") for number in range(len(names))]
    stated = [Triple(here("article"), SCHEMA["publisher"], node) for node in nodes]
    return [*changed(here("article"), SCHEMA["about"]), *stated] + [
        Triple(node, SCHEMA["name"], Literal(name)) for node, name in zip(nodes, names, strict=True)
    ]


def test_a_logo_belongs_to_the_publisher_the_article_names() -> None:
    wanted = Triple(here("publisher-0"), SCHEMA["logo"], NamedNode(LOGO))
    assert wanted in _added(PageSettings(publisher_logo=LOGO), _published_by("The Example Wire"))
    assert wanted in _added(
        PageSettings(publisher="the example  wire", publisher_logo=LOGO), _published_by("The Example Wire")
    )


def test_a_logo_is_never_given_to_another_publisher_nor_to_one_of_two() -> None:
    for triples in (_published_by("Somebody Else"), _published_by("The Example Wire", "Somebody Else")):
        added = _added(PageSettings(publisher="The Example Wire", publisher_logo=LOGO), triples)
        assert SCHEMA["logo"] not in {item.predicate for item in added}
        assert SCHEMA["publisher"] not in {item.predicate for item in added}


def test_what_the_article_itself_gives_stays_alone() -> None:
    own = [
        Triple(here("publisher-0"), SCHEMA["logo"], NamedNode("https://own.example/logo.png")),
        Triple(VIK, SCHEMA["url"], NamedNode("https://own.example/vik")),
    ]
    page = PageSettings(publisher_logo=LOGO, author_urls=FULL.author_urls)
    added = _added(page, [*_published_by("The Example Wire"), *own])
    assert not {SCHEMA["logo"], SCHEMA["url"]} & {item.predicate for item in added}


def test_a_logo_without_any_publisher_is_nobodys() -> None:
    assert SCHEMA["logo"] not in {item.predicate for item in _added(PageSettings(publisher_logo=LOGO))}


def test_a_graph_without_an_article_stays_as_it_is() -> None:
    empty = graph_of([])
    assert with_page(empty, FULL) is empty


def test_a_graph_in_the_other_namespace_stays_in_it() -> None:
    other = with_schema_iri(festival_graph(), "https")
    made = with_page(other, FULL)
    assert made == with_schema_iri(with_page(festival_graph(), FULL), "https")
    assert not [item for item in made.knowledge if item.predicate.value.startswith(SCHEMA.iri)]


def test_the_evidence_is_not_touched() -> None:
    graph = page_graph(festival_triples(), said(here("char=0,3"), (RDF["type"], NamedNode("http://example.org/x"))))
    assert with_page(graph, FULL).evidence == graph.evidence

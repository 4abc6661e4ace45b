"""Who is meant by a name: whole names before parts of names, several spellings, IRIs as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from kgexport.query import load_graphs
from kgexport.query.binding import Value
from kgexport.query.naming import resolved
from kgexport.query.recipes import recipe
from kgexport.query.sources import StoreSource

BASE = "https://news.example/a#"
NAMES = """
@prefix : <https://news.example/a#> . @prefix schema: <http://schema.org/> .
:albania a schema:Country ; schema:name "Albania" ; schema:alternateName "Republic of Albania" .
:bank a schema:Organization ; schema:name "Bank of Albania" .
:nato a schema:Organization ; schema:name "NATO" .
:berg a schema:Person ; schema:name "Ada Berg" .
:other a schema:Person ; schema:name "Ada Berg"@en .
"""
PLANS = """
@prefix : <https://news.example/{name}#> . @prefix schema: <http://schema.org/> .
@prefix kgx: <https://w3id.org/kgexport/ns#> .
@prefix e: <https://kgexport.example/entity/> . @prefix type: <https://w3id.org/kgexport/event-types/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:article a schema:NewsArticle ; schema:datePublished "{published}"^^xsd:date ; schema:headline "{name}" .
e:Q1 a schema:Country ; schema:name "Norway" .
:event a schema:Event, schema:TravelAction ;
    schema:name "{name}" ; schema:agent e:Q1 ; schema:additionalType type:visit ;
    kgx:polarity "positive" ; kgx:modality "{modality}" ; schema:actionStatus schema:{status} {date} .
"""


@pytest.fixture
def source(tmp_path: Path) -> StoreSource:
    """Five things, two of which have one name."""
    path = tmp_path / "names.ttl"
    path.write_text(NAMES, encoding="utf-8")
    return StoreSource(load_graphs([path]))


def _meant(source: StoreSource, name: str) -> tuple[set[str], bool]:
    _, (meaning,) = resolved(source, {"who": Literal(name)}, frozenset({"who"}))
    return {thing.value.removeprefix(BASE) for thing in meaning.things}, meaning.whole


@pytest.mark.parametrize(
    ("name", "things", "whole"),
    [
        ("Albania", {"albania"}, True),
        ("Republic of Albania", {"albania"}, True),
        ("albania", {"albania"}, True),
        (" nato ", {"nato"}, True),
        ("ada berg", {"berg"}, True),
        ("of alb", {"albania", "bank"}, False),
        ("Atlantis", set(), False),
        ('" } UNION { ?x ?y ?z', set(), False),
    ],
)
def test_a_name_means_what_is_called_so(source: StoreSource, name: str, things: set[str], whole: bool) -> None:
    assert _meant(source, name) == (things, whole)


def test_an_iri_and_other_parameters_stay_as_they_are(source: StoreSource) -> None:
    given: dict[str, Value] = {"who": NamedNode(BASE + "nato"), "below": Literal("0.5")}
    assert resolved(source, given, frozenset({"who"})) == (given, [])


def test_entities_take_the_place_of_the_name(source: StoreSource) -> None:
    values, _ = resolved(source, {"who": Literal("NATO")}, frozenset({"who"}))
    assert values == {"who": (NamedNode(BASE + "nato"),)}


@pytest.mark.parametrize(
    ("done_on", "left"),
    [("2024-04-01", 1), ("2024-05-02", 0), ("2024-06-01", 0), ("", 0)],
    ids=["before the plan", "on its day", "after it", "not dated"],
)
def test_a_deed_of_before_the_article_does_not_fulfil_its_plan(tmp_path: Path, done_on: str, left: int) -> None:
    date = f'; schema:startDate "{done_on}"^^xsd:date' if done_on else ""
    articles = {
        "plan": {"published": "2024-05-02", "modality": "planned", "status": "PotentialActionStatus", "date": ""},
        "deed": {"published": "2024-07-01", "modality": "asserted", "status": "CompletedActionStatus", "date": date},
    }
    for name, said in articles.items():
        (tmp_path / f"{name}.ttl").write_text(PLANS.format(name=name, **said), encoding="utf-8")
    graphs = StoreSource(load_graphs(sorted(tmp_path.glob("*.ttl"))))
    answer = graphs.ask(recipe("planned-events").query({}), {})
    assert len(list(answer)) == left  # type: ignore[arg-type]

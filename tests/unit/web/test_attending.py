"""An event is in the markup of a page only where people could still go to it."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kgexport.vocabulary import EVENT_TYPES_IRI, KGX, RDF, SCHEMA
from kgexport.web.attending import PUBLIC_TYPES, address_triples, attendable
from kgexport.web.facts import Facts
from tests.fixtures.export.graphs import said, typed
from tests.support.page_graphs import FESTIVAL, HALL, LUNDE, NORWAY, changed, festival_triples, here


def _event(triples: list[Triple]) -> NamedNode | None:
    return attendable(here("article"), Facts(triples))


def test_an_announced_festival_in_a_hall_of_a_town_is_one() -> None:
    assert _event(festival_triples()) == FESTIVAL


@pytest.mark.parametrize(
    "triples",
    [
        pytest.param(changed(FESTIVAL, KGX["polarity"], "negative"), id="it will not take place"),
        pytest.param(changed(FESTIVAL, KGX["modality"], "asserted"), id="it took place"),
        pytest.param(changed(FESTIVAL, KGX["modality"], "possible"), id="it may take place"),
        pytest.param(changed(FESTIVAL, KGX["modality"]), id="nobody says how sure it is"),
        pytest.param(changed(FESTIVAL, KGX["modality"], "planned", "desired"), id="it is said in two ways"),
        pytest.param(changed(FESTIVAL, SCHEMA["actionStatus"], SCHEMA["CompletedActionStatus"]), id="it is over"),
        pytest.param(changed(FESTIVAL, SCHEMA["startDate"], typed("2027-07-13", "date")), id="it was the day before"),
        pytest.param(changed(FESTIVAL, SCHEMA["startDate"], typed("2027-07", "gYearMonth")), id="some day of a month"),
        pytest.param(changed(FESTIVAL, SCHEMA["startDate"], "21 July"), id="a date in words"),
        pytest.param(changed(FESTIVAL, SCHEMA["startDate"]), id="no date"),
        pytest.param(changed(here("article"), SCHEMA["datePublished"]), id="nobody knows whether it is over"),
        pytest.param(changed(here("article"), SCHEMA["about"], LUNDE), id="it is only mentioned"),
        pytest.param(changed(FESTIVAL, SCHEMA["location"]), id="no place"),
        pytest.param(changed(FESTIVAL, SCHEMA["location"], NORWAY), id="a whole country"),
        pytest.param(changed(FESTIVAL, SCHEMA["location"], HALL, LUNDE), id="two places"),
        pytest.param(changed(HALL, SCHEMA["containedInPlace"], NORWAY), id="a hall in no town"),
        pytest.param(changed(HALL, SCHEMA["name"]), id="a hall without a name"),
        pytest.param(changed(HALL, SCHEMA["name"], "Lunde Jazz Festival"), id="a hall with the festival's name"),
        pytest.param(changed(FESTIVAL, SCHEMA["name"], "Festival by Ola Vik in Lunde"), id="a name nobody printed"),
        pytest.param(changed(FESTIVAL, SCHEMA["name"], "Hall"), id="a name of one word"),
        pytest.param(changed(FESTIVAL, SCHEMA["name"], " "), id="an empty name"),
        pytest.param(changed(FESTIVAL, KGX["statedIn"], here("claim-x")), id="only somebody says so"),
    ],
)
def test_what_lacks_anything_is_none(triples: list[Triple]) -> None:
    assert _event(triples) is None


@pytest.mark.parametrize("kind", ["visit", "meeting", "trial", "funeral", "protest", "arms-transfer", "airstrike"])
def test_other_kinds_of_happenings_are_none(kind: str) -> None:
    assert kind not in PUBLIC_TYPES
    assert _event(changed(FESTIVAL, SCHEMA["additionalType"], NamedNode(EVENT_TYPES_IRI + kind))) is None


def test_the_kinds_are_types_of_the_scheme() -> None:
    from kgexport.scheme import load_scheme

    assert set(load_scheme().types) >= PUBLIC_TYPES


@pytest.mark.parametrize("lacking", [None, SCHEMA["location"]])
def test_of_two_events_none_is_taken(lacking: NamedNode | None) -> None:
    other = here("event-other")
    said_of = [item for item in festival_triples() if item.subject == FESTIVAL and item.predicate != lacking]
    copied = [Triple(other, item.predicate, item.object) for item in said_of]
    assert _event([*festival_triples(), *copied, Triple(here("article"), SCHEMA["about"], other)]) is None


def test_on_the_day_itself_people_can_still_go() -> None:
    moment = typed("2027-07-14T20:00:00+02:00", "dateTime")
    assert _event(changed(FESTIVAL, SCHEMA["startDate"], moment)) == FESTIVAL


def _address(triples: list[Triple]) -> list[Triple]:
    return sorted(address_triples(here("article"), Facts(triples)), key=str)


def test_the_address_is_what_the_article_says() -> None:
    node = here("entity-hall-address")
    parts = ((SCHEMA["addressCountry"], "Norway"), (SCHEMA["addressLocality"], "Lunde"))
    expected = said(node, (RDF["type"], SCHEMA["PostalAddress"]), *parts)
    assert _address(festival_triples()) == sorted([Triple(HALL, SCHEMA["address"], node), *expected], key=str)


def test_a_town_is_its_own_address() -> None:
    values = [item.object for item in _address(changed(FESTIVAL, SCHEMA["location"], LUNDE))]
    assert Literal("Lunde") in values
    assert NamedNode(LUNDE.value + "#address") in values


def test_a_given_address_stays_alone() -> None:
    assert _address([*festival_triples(), *said(HALL, (SCHEMA["address"], "4 Harbour Street, Lunde"))]) == []


def test_places_that_lie_in_each_other_do_not_go_on_for_ever() -> None:
    assert _event([*changed(HALL, RDF["type"], SCHEMA["Place"]), *said(NORWAY, (SCHEMA["containedInPlace"], HALL))])

"""Days counted from another, places in compounds and goals, what was done instead and what goes on."""

from __future__ import annotations

import pytest

from kgexport.model import Modality, Polarity, RoleName, Status
from tests.unit.annotate.test_event_circumstances import read, the, when, where

DAYS = [
    ("Jan Holm flew to Cairo on Monday. In Amman the day before, he met Ann Berg.", "met", ("2024-05-12", None)),
    ("Rebels attacked Goma on Tuesday. The same day, troops shelled Bukavu.", "shelled", ("2024-05-14", None)),
    ("Jan Holm was arrested in Oslo on Monday. He died that night.", "died", ("2024-05-13", None)),
    (
        "Jan Holm was jailed in May 2021 on the same day that police raided a shop in Oslo.",
        "raided",
        ("2021-05", None),
    ),
    # "the day before" something is another day
    ("On Monday Jan Holm met Ann Berg. The evening before he died, Ann Berg was arrested.", "arrested", (None, None)),
    # the last moment of what has to be done is its end
    ("Jan Holm must surrender by Oct. 30, officials said.", "surrender", (None, "2024-10-30")),
    # a day in front is no part of the subject
    ("On Tuesday rebels attacked the town of Goma.", "attacked", ("2024-05-14", None)),
    ("On Monday night police arrested Jan Holm.", "arrested", ("2024-05-13", None)),
    # at the same moment
    ("Ann Berg resigned on Friday as rebels captured Goma.", "captured", ("2024-05-10", None)),
    ("Speaking in Rome on Tuesday, Ann Berg accused Jan Holm of fraud.", "accused", ("2024-05-14", None)),
    # which of several it is
    ("Ann Berg made her ninth trip to Israel since October 2023.", "trip", (None, None)),
    # since when it was not so, or how often
    ("Jan Holm has not visited Oslo since March.", "visited", (None, None)),
    ("Jan Holm has visited Oslo twice since 2019.", "visited", (None, None)),
    # what did not take place has no day to come
    ("Jan Holm was to meet Ann Berg on Monday but was taken to hospital instead.", "meet", (None, None)),
]


@pytest.mark.parametrize(("text", "words", "days"), DAYS, ids=[f"{w}: {t[:50]}" for t, w, _ in DAYS])
def test_a_day_is_counted_from_the_one_told_before(text: str, words: str, days: tuple[str | None, str | None]) -> None:
    assert when(text, words) == days


PLACES = [
    # the town before the noun of a happening
    ("The Kabul bombing killed twelve people on Monday.", "bombing", {"Kabul"}),
    ("The Berlin conference began on Friday.", "conference", {"Berlin"}),
    ("Ana Ruiz attended the Boston Marathon on Monday.", "Marathon", {"Boston"}),
    # what a journey was made for took place at its goal, unless it leads on
    ("Ann Berg travelled to Florida to meet Jan Holm.", "meet", {"Florida"}),
    ("Detectives went to Leeds to arrest Jan Holm.", "arrest", {"Leeds"}),
    ("Ann Berg moved to Spain to escape the war.", "escape", set()),
    # where something was shown or said
    ("The video was removed from YouTube on Monday.", "removed", {"YouTube"}),
    ("Ann Berg criticised the church on French television.", "criticised", {"French television"}),
    # what a building suffers, it suffers where it stands
    ("A bridge in Baltimore collapsed early on Tuesday.", "collapsed", {"Baltimore"}),
    ("A man was stabbed at a bus stop in Leeds city centre on Sunday.", "stabbed", {"bus stop", "Leeds"}),
    ("Workers at a plant in Leipzig voted to strike.", "strike", {"plant", "Leipzig"}),
    ("Speaking in Rome on Tuesday, Ann Berg accused Jan Holm of fraud.", "accused", {"Rome"}),
    ("Jan Holm scored as Norway beat Peru at Windsor Park.", "beat", {"Windsor Park"}),
    # a home is no scene
    ("Mary Cole, 45, of Leeds, died at the scene.", "died", set()),
    ("The ferry sank at the confluence of two rivers on Monday.", "sank", {"confluence of two rivers"}),
]


@pytest.mark.parametrize(("text", "words", "places"), PLACES, ids=[f"{w}: {t[:50]}" for t, w, _ in PLACES])
def test_a_place_in_a_compound_or_a_goal_is_the_place_of_the_event(text: str, words: str, places: set[str]) -> None:
    assert where(text, words) == places


JOURNEYS = [
    ("Antony Blinken began a Middle East tour on Monday.", "tour", {"Antony Blinken"}, {"Middle East"}),
    ("Antony Blinken will continue his tour of Japan.", "tour", {"Antony Blinken"}, {"Japan"}),
    ("Antony Blinken, who is on a tour of Japan, met Jan Holm.", "tour", {"Antony Blinken"}, {"Japan"}),
]


@pytest.mark.parametrize(("text", "words", "who", "goal"), JOURNEYS, ids=[row[0][:50] for row in JOURNEYS])
def test_a_journey_leads_to_the_place_before_or_behind_its_noun(
    text: str, words: str, who: set[str], goal: set[str]
) -> None:
    names = {entity.key: entity.name for entity in read(text).entities}
    roles = the(text, words).roles
    assert {names[r.filler] for r in roles if r.name is RoleName.AGENT} == who
    assert {names[r.filler] for r in roles if r.name is RoleName.OBJECT} == goal


def test_the_place_of_an_attack_is_not_what_is_condemned() -> None:
    roles = the("The Oslo attack was condemned by Ann Berg.", "condemned").roles
    assert {r.filler for r in roles if r.name is RoleName.OBJECT}.isdisjoint({"entity:oslo"})


STANDINGS = [
    ("Instead of signing the bill, the governor vetoed it.", "signing", Status.FAILED, Modality.ASSERTED),
    ("Jan Holm was to meet Ann Berg but flew to Rome instead.", "meet", Status.FAILED, Modality.ASSERTED),
    ("Jan Holm will meet Ann Berg and visit Rome.", "meet", Status.POTENTIAL, Modality.PLANNED),
    ("The strike will continue until Friday.", "strike", Status.ACTIVE, Modality.ASSERTED),
    ("The talks will continue on Friday.", "talks", Status.POTENTIAL, Modality.PLANNED),
    ("Ann Berg, who is on a tour of Japan, met Jan Holm.", "tour", Status.ACTIVE, Modality.ASSERTED),
    ('"I will miss playing Hamlet," Jan Holm said.', "playing", Status.COMPLETED, Modality.ASSERTED),
]


@pytest.mark.parametrize(("text", "words", "status", "modality"), STANDINGS, ids=[row[0][:50] for row in STANDINGS])
def test_what_was_replaced_did_not_happen_and_what_lasts_is_under_way(
    text: str, words: str, status: Status, modality: Modality
) -> None:
    event = the(text, words)
    assert (event.status, event.modality) == (status, modality)
    assert (event.polarity is Polarity.NEGATIVE) is (status is Status.FAILED)


def test_a_duty_of_anybody_who_meets_a_condition_is_no_event() -> None:
    assert not read("Drivers must pay a fine if they park on the grass.").events
    assert read("The firm must pay a fine of $300 by Friday, a court ruled.").events


def test_a_second_participle_shares_the_passive() -> None:
    event = the("Jan Holm was put on trial in Lyon last year and jailed the following month.", "jailed")
    assert [r.name for r in event.roles] == [RoleName.OBJECT]
    assert event.type == "imprisonment"

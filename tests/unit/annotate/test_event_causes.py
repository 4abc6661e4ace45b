"""A happening that brought another about is its instrument; what is said is no cause."""

from __future__ import annotations

import pytest

from kgexport.model import Polarity, RoleName
from tests.support.told import INTRO, at, names, read

CAUSED = [
    ("A powerful earthquake struck Lima on Monday, killing three people.", "killing", "earthquake"),
    ("A tsunami that killed 500 people hit Aceh in 2004.", "killed", "tsunami"),
    ("Two skiers were killed by an avalanche in Zermatt on Tuesday.", "killed", "avalanche"),
    ("An explosion in Durban destroyed two warehouses on Monday.", "destroyed", "explosion"),
    ("A storm caused a wall to collapse in Mecca on Friday.", "collapse", "storm"),
    ("A quake off Chile triggered a tsunami in 2010.", "tsunami", "quake"),
    ("The arrest of Karl Holm sparked protests in Oslo on Monday.", "protests", "arrest"),
    ("Four people died when a bus plunged into a ravine near Cuzco on Sunday.", "died", "plunged"),
    ("Fifty trains were cancelled because of a strike in Leeds on Monday.", "cancelled", "strike"),
]


@pytest.mark.parametrize(("sentence", "effect", "cause"), CAUSED, ids=[effect for _, effect, _ in CAUSED])
def test_the_cause_of_a_happening_is_its_instrument(sentence: str, effect: str, cause: str) -> None:
    text = INTRO + sentence
    event = at(text, effect)

    assert {r.filler for r in event.roles if r.name is RoleName.INSTRUMENT} == {at(text, cause).key}


def test_what_did_not_come_of_it_has_cause_and_place() -> None:
    text = INTRO + "A quake rattled Maluku on Monday but caused no casualties or damage."

    for words in ("casualties", "damage"):
        event = at(text, words)
        assert event.polarity is Polarity.NEGATIVE
        assert names(text, event, RoleName.LOCATION) == {"Maluku"}
        assert {r.filler for r in event.roles if r.name is RoleName.INSTRUMENT} == {at(text, "quake").key}


def test_a_thing_that_caused_a_happening_is_its_instrument() -> None:
    text = INTRO + "Severe flash floods triggered by heavy rainfall hit Guizhou on Monday."

    assert names(text, at(text, "floods"), RoleName.INSTRUMENT) == {"heavy rainfall"}


def test_both_who_are_hit_have_the_cause_that_stands_behind_the_second() -> None:
    text = INTRO + "Two people were killed and five hurt when a gas explosion ripped through a school in Lima."
    cause = at(text, "explosion").key

    for words in ("killed", "hurt"):
        event = at(text, words)
        assert event.super_event == cause
        assert {r.filler for r in event.roles if r.name is RoleName.INSTRUMENT} == {cause}


def test_an_illness_is_what_somebody_died_of() -> None:
    text = INTRO + "Karl Holm died of lung cancer in Oslo on Monday."

    assert names(text, at(text, "died"), RoleName.INSTRUMENT) == {"lung cancer"}


def test_those_whom_riots_hurt_are_not_the_object_of_the_riots() -> None:
    text = INTRO + "The arrest of Dan Roe triggered riots in Leeds on Monday. The riots injured 12 officers."

    assert names(text, at(text, "injured"), RoleName.OBJECT) == {"12 officers"}
    assert names(text, at(text, "riots"), RoleName.OBJECT) == set()


def test_whoever_did_it_leaves_no_room_for_a_cause() -> None:
    text = INTRO + "Leo Hall killed three people in an attack in Lima on Monday."
    event = at(text, "killed")

    assert names(text, event, RoleName.AGENT) == {"Leo Hall"}
    assert names(text, event, RoleName.INSTRUMENT) == set()


def test_what_a_disaster_does_as_it_moves_is_the_disaster() -> None:
    text = INTRO + "A tsunami swept across the coast of Chile on Monday."

    assert at(text, "tsunami").key == at(text, "swept").key


def test_a_meeting_is_no_cause() -> None:
    text = INTRO + "The meeting in Lima on Monday ended a strike in Leeds."

    assert all(r.name is not RoleName.INSTRUMENT for event in read(text).events for r in event.roles)


def test_what_is_announced_at_a_meeting_did_not_take_place_there() -> None:
    text = INTRO + "Omar Diaz announced his resignation at a news conference in Quito on Tuesday."
    occasion = at(text, "news conference")

    assert at(text, "announced").super_event == occasion.key
    assert at(text, "resignation").super_event is None


def test_a_news_conference_that_is_told_something_took_place() -> None:
    text = INTRO + "Ann Lee told a news conference in Oslo that the bridge had collapsed."
    occasion = at(text, "news conference")

    assert at(text, "told").super_event == occasion.key
    assert occasion.status.value == "CompletedActionStatus"
    assert names(text, occasion, RoleName.AGENT) == {"Ann Lee"}


def test_what_is_made_to_do_something_did_not_come_of_it() -> None:
    text = INTRO + "Rain forced the launch of a satellite in Lima to be put off on Monday. A storm caused the strike."

    assert names(text, at(text, "launch"), RoleName.INSTRUMENT) == set()
    assert names(text, at(text, "strike"), RoleName.INSTRUMENT) == {"Storm"}


def test_what_is_only_planned_has_brought_nothing_about() -> None:
    text = INTRO + "The planned strike in Leeds caused protests in Oslo on Monday."

    assert names(text, at(text, "protests"), RoleName.INSTRUMENT) == set()

"""What somebody is told, allowed, forced, accused to do is the object of that, with a finer type or without."""

from __future__ import annotations

import pytest

from kgexport.annotate.events.finding.other_acts import OTHER
from kgexport.model import Annotations, Event, Modality, Polarity, RoleName
from tests.unit.annotate.test_event_things import BEFORE, event_of, played
from tests.unit.annotate.test_events import read


def contents(annotations: Annotations, event_type: str) -> list[Event]:
    """The events that the first event of a type is about."""
    by_key = {event.key: event for event in annotations.events}
    roles = event_of(annotations, event_type).roles
    return [by_key[r.filler] for r in roles if r.name is RoleName.OBJECT and r.filler in by_key]


@pytest.mark.parametrize(
    ("text", "event_type", "name", "modality", "polarity"),
    [
        ("The judge told Ann Lee to untie the rope.", "demand", "Ann Lee unties the rope", "desired", "positive"),
        ("Norway advised Ann Lee not to untie a rope.", "appeal", "Ann Lee unties a rope", "desired", "negative"),
        ("The club let Ann Lee wear a scarf.", "concession", "Ann Lee wears a scarf", "possible", "positive"),
        ("Ann Lee was accused of misusing a badge.", "accusation", "Ann Lee misuses a badge", "alleged", "positive"),
        ("Ann Lee was charged with bending a key.", "charge", "Ann Lee bends a key", "alleged", "positive"),
        (
            "A jury convicted Ann Lee of lying to Norway.",
            "conviction",
            "Ann Lee lies to Norway",
            "asserted",
            "positive",
        ),
        ("Ann Lee was forced to crouch in a hut.", "compulsion", "Ann Lee crouches in a hut", "asserted", "positive"),
        ("Ann Lee denied bending a key.", "denial", "Ann Lee bends a key", "alleged", "negative"),
    ],
)
def test_a_verb_without_a_row_is_what_it_is_about(
    text: str, event_type: str, name: str, modality: str, polarity: str
) -> None:
    [act] = contents(read(BEFORE + text), event_type)

    assert (act.type, act.name) == (OTHER, name)
    assert (act.modality, act.polarity) == (Modality[modality.upper()], Polarity[polarity.upper()])


def test_each_of_several_acts_is_an_object() -> None:
    acts = contents(read(BEFORE + "Norway urged Ann Lee to wear badges and untie the rope."), "appeal")

    assert [act.name for act in acts] == ["Ann Lee wears badges", "Ann Lee unties the rope"]


def test_below_a_verb_of_stopping_the_act_is_the_inner_one() -> None:
    [act] = contents(read(BEFORE + "Norway persuaded Ann Lee to stop wearing badges."), "persuasion")

    assert act.name.startswith("Ann Lee wears badges")
    assert act.polarity is Polarity.NEGATIVE


@pytest.mark.parametrize(
    ("text", "event_type", "act"),
    [
        ("The club warned residents not to approach Ann Lee.", "warning", "movement"),
        ("The club asked fans not to throw coins.", "appeal", "placement"),
        ("Ann Lee advised the parents to send the child to a specialist.", "appeal", "conveyance"),
    ],
)
def test_an_everyday_act_of_people_without_a_name_is_told_where_they_are_asked(
    text: str, event_type: str, act: str
) -> None:
    assert [event.type for event in contents(read(BEFORE + text), event_type)] == [act]


def test_whoever_is_warned_is_to_do_it() -> None:
    annotations = read(BEFORE + "Norway warned Karl Holm not to untie the rope.")

    assert ("agent", "Karl Holm") in played(annotations, event_of(annotations, OTHER))


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee untied the rope on Monday.",
        "Ann Lee plans to untie the rope.",
        "Ann Lee told Karl Holm that the rope frayed.",
        "Karl Holm admitted that it was hard to untie the rope.",
        "Norway urged Karl Holm to be patient.",
        "Karl Holm denied that Norway will untie the rope.",
        "Norway urged Karl Holm to believe Ann Lee.",
        "Norway accused Karl Holm of a lack of care in untying the rope.",
    ],
)
def test_such_an_act_is_never_told_by_itself(text: str) -> None:
    assert OTHER not in [event.type for event in read(BEFORE + text).events]


def test_two_acts_of_other_verbs_are_two() -> None:
    annotations = read(BEFORE + "Norway told Ann Lee to untie the rope. Norway told Ann Lee to bend the rope.")

    assert len([event for event in annotations.events if event.type == OTHER]) == 2


def test_an_act_told_again_is_one() -> None:
    annotations = read(BEFORE + "Norway told Ann Lee to untie the rope. Ann Lee was told to untie the rope in May.")

    assert len([event for event in annotations.events if event.type == OTHER]) == 1


def test_who_is_sent_to_somebody_else_is_sent_again() -> None:
    text = "Norway told Ann Lee to send Karl Holm to a specialist. Peru told Ann Lee to send Karl Holm to a doctor."
    annotations = read(BEFORE + text)

    assert len([event for event in annotations.events if event.type == "conveyance"]) == 2


def test_each_crime_of_a_list_is_one_of_its_own() -> None:
    annotations = read(BEFORE + "Karl Holm pleaded guilty to bribery, extortion and smuggling on Monday.")
    crimes = [event for event in annotations.events if event.type == "crime"]

    assert [played(annotations, event) for event in crimes] == [{("agent", "Karl Holm")}] * 3
    assert contents(annotations, "plea") == crimes


def test_a_later_verb_tells_the_crime_of_its_root() -> None:
    text = "Karl Holm pleaded guilty to bribery and extortion. Karl Holm took bribes from Norway."
    annotations = read(BEFORE + text)
    [taken] = [event for event in annotations.events if ("participant", "Norway") in played(annotations, event)]

    assert [mention.span.of(annotations.article.text) for mention in taken.mentions] == ["bribery", "took bribes"]


def test_bribes_and_payments_come_from_somebody() -> None:
    annotations = read(BEFORE + "Ann Lee accepted payments from Norway on Monday.")

    assert {("recipient", "Ann Lee"), ("agent", "Norway")} <= played(annotations, event_of(annotations, "receipt"))


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Norway arrested Karl Holm on suspicion of bending a rail.", "arrest"),
        ("Karl Holm was cleared of bending a rail.", "acquittal"),
        ("Norway fined Karl Holm for bending a rail.", "fine"),
        ("Karl Holm apologised for bending a rail.", "apology"),
    ],
)
def test_whoever_is_held_or_cleared_of_a_deed_is_its_agent(text: str, event_type: str) -> None:
    assert [event.name for event in contents(read(BEFORE + text), event_type)] == ["Karl Holm bends a rail"]

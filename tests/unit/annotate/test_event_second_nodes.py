"""One sentence is one sentencing, one truce one truce; what goes on is under way, and an older win is another."""

from __future__ import annotations

import pytest

from kgexport.model import Modality, RoleName, Status
from tests.support.told import at, names, read

SENTENCED = (
    "Former senator Leo Hall was sentenced on Tuesday to six years in prison for fraud. Judge Ann Lee announced the "
    "sentence."
)
VERDICT = "A jury announced the verdict on Monday in the trial of Leo Hall."
TRUCE = (
    "Roe, Lind discuss Sudan truce\nFrench minister Ann Roe and his Dutch counterpart Leo Lind discussed a nationwide "
    "truce in Sudan on Tuesday.\nThe army and rebels had agreed on a nationwide ceasefire in the country. "
    "A nationwide ceasefire in Sudan was approved by the United Nations."
)
FINALS = (
    "Rovers beat Albion in Leeds on Friday. Rovers had also beaten Albion in the final of 2020. Coach Leo Hall enjoyed "
    "the victory."
)
STRIKES = (
    "The strike was engineered by two unions. The drivers' strike forces the closing of 40 stations. The mayor "
    "condemned the drivers' strike."
)
TAKEOVER = "Nova Corp. Buying Orbis Inc. for $3 Billion\nNova Corp. said it would buy Orbis Inc. for about $3 billion."


@pytest.mark.parametrize("text", [SENTENCED, VERDICT])
def test_announcing_a_sentence_is_the_sentencing(text: str) -> None:
    assert all(event.type != "announcement" for event in read(text).events)


def test_announcing_something_else_stays_an_announcement() -> None:
    assert at("Lawyers for Leo Hall announced a lawsuit on Friday.", "announced").type == "announcement"


def test_a_truce_without_a_name_is_the_one_of_the_article() -> None:
    truces = [event for event in read(TRUCE).events if event.type == "ceasefire"]
    assert len(truces) == 1
    assert names(TRUCE, truces[0], RoleName.LOCATION) == {"Sudan"}
    assert names(TRUCE, at(TRUCE, "discussed"), RoleName.PARTICIPANT) == set()


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "Norway called for a ceasefire in Mali. Rebels and the army agreed on a ceasefire in Chad.",
            ("ceasefire in Mali", 1),
            ("ceasefire in Chad", 1),
        ),
        (
            "The army and rebels agreed on a ceasefire in Mali. A second ceasefire was agreed on Friday.",
            ("ceasefire in", 1),
            ("ceasefire was", 1),
        ),
        (FINALS, ("beat Albion", 1), ("beaten", 1)),
    ],
)
def test_another_one_stays_another(text: str, one: tuple[str, int], other: tuple[str, int]) -> None:
    assert at(text, *one) is not at(text, *other)


def test_the_victory_is_the_news_and_not_what_went_before() -> None:
    assert at(FINALS, "victory") is at(FINALS, "beat Albion")


def test_a_strike_that_causes_something_is_told_once() -> None:
    assert at(STRIKES, "strike", 2) is at(STRIKES, "strike", 3)
    assert names(STRIKES, at(STRIKES, "closing"), RoleName.INSTRUMENT) == {at(STRIKES, "strike", 2).name}


def test_a_strike_force_is_no_strike() -> None:
    text = "The strike force arrested two men in Lima on Monday."
    assert all(event.type != "strike" for event in read(text).events)


def test_a_headline_participle_is_what_the_body_says_will_be() -> None:
    assert at(TAKEOVER, "Buying") is at(TAKEOVER, "buy")
    assert at(TAKEOVER, "buy").modality is Modality.PLANNED


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("The Oslo Lantern Festival opened on Friday. The festival runs through May 20.", "Festival", Status.ACTIVE),
        ("The strike in Chile began on Monday. The strike runs until May 20.", "strike", Status.ACTIVE),
        ("The strike in Chile began on 2 May. It ran until May 9.", "strike", Status.COMPLETED),
        ("The broadcasts began in April. Norway said that the broadcasts will continue.", "broadcasts", Status.ACTIVE),
        ("Nova Motors cutting 800 jobs\nThe firm is in Leeds.", "cutting", Status.ACTIVE),
    ],
)
def test_what_goes_on_is_under_way(text: str, words: str, status: Status) -> None:
    assert at(text, words).status is status


def test_what_comes_of_a_plan_is_planned() -> None:
    text = "Nova Corp. said it would buy Orbis Inc. for $3 billion, creating the largest carmaker in Peru."
    assert (at(text, "creating").status, at(text, "creating").modality) == (Status.POTENTIAL, Modality.PLANNED)


def test_what_was_first_said_is_no_fact() -> None:
    text = "Officials initially said that 36 people died. Officials said that 30 people died."
    assert at(text, "died").modality is Modality.ALLEGED
    assert at(text, "died", 2).modality is Modality.ASSERTED


@pytest.mark.parametrize(
    ("text", "words", "event_type"),
    [
        ("Two fans were trampled to death at a concert in Lima on Monday.", "trampled", "killing"),
        ("Six fans were trampled at a concert in Lima on Monday.", "trampled", "injury"),
        ("Peru put its forces on a war footing on Monday.", "put", "mobilization"),
        ("The army of Chile was told to prepare for war.", "war", "mobilization"),
        ("Mia Berg must report to prison on Friday.", "report", "imprisonment"),
    ],
)
def test_types_of_turns_of_phrase(text: str, words: str, event_type: str) -> None:
    assert at(text, words).type == event_type


def test_who_is_taken_to_a_building_is_taken_there() -> None:
    text = "Leo Hall was arrested on Monday. Hall was taken to the Harbour Towers by a detective."
    assert names(text, at(text, "taken"), RoleName.LOCATION) == {"Harbour Towers"}

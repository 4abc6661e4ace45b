"""Nobody is told to do what others do, and no figure of speech happens."""

from __future__ import annotations

import pytest

from kgexport.model import RoleName
from tests.unit.annotate.test_event_coverage import read


def told(text: str) -> list[str]:
    """Names of the events of a text."""
    return [event.name for event in read(text).events]


WRONG = [
    ("The verdict was met with objections from prosecutors.", "meeting"),
    ("The plan was immediately met with criticism from the unions.", "meeting"),
    ("Ann Lee joined a string of mayors convicted of bribery.", "participation"),
    ("Ann Lee joins a growing list of athletes banned for doping.", "participation"),
    ("The delegation rejected their demand to construct the gate.", "construction"),
    ("A fund run by Jan Holm bought the bank.", "movement"),
    ("Acme Corp was sued by a rival it tried to buy last year.", "trial"),
]


@pytest.mark.parametrize(("text", "event_type"), WRONG)
def test_is_no_such_event(text: str, event_type: str) -> None:
    assert event_type not in [event.type for event in read(text).events]


def test_a_meeting_with_people_is_one() -> None:
    assert "meeting" in [event.type for event in read("Ann Lee met with Jan Holm in Oslo.").events]


RIGHT = [
    ("Ann Lee was sentenced on Friday. A judge ordered her removed from office.", "Ann Lee is removed from office"),
    (
        "Ann Lee was sentenced on Friday. A judge ordered her removed from office.",
        "A judge orders her removed from office",
    ),
    ("Officials first said that nine people died, but later revised the number.", "Officials revise the number"),
    ("The minister said the plant would close but declined to give details.", "The minister declines to give details"),
    (
        "Men dug in a house razed by a storm as people who lost homes in May protested in Oslo.",
        "People protest",
    ),
    ("Ann Lee disposed of the body, then planned to return home.", "Ann Lee disposes of the body"),
    ("The ceasefire in Chad was brokered by Norway and Peru.", "Norway and Peru broker the ceasefire"),
    ("One member of the Labour Party was hurt in Oslo.", "One member of the Labour Party is hurt"),
    ("The suspect, who police say robbed two banks, was shot by an officer.", "The suspect robs two banks"),
    ("The union accused Acme Corp of refusing to pay and threatened to strike.", "The union threatens to strike"),
    ("The team was without Ann Lee, suspended after being sent off against Ajax.", "Ann Lee is sent off against Ajax"),
    (
        "The minister was criticised for failing to stop the riots that left nine dead.",
        "The riots leave nine people dead",
    ),
    ("The pilot, who officials said ignored a warning, was fired.", "The pilot ignores a warning"),
    ("The firm said its boss would step down and named Ann Lee as successor.", "The firm names Ann Lee"),
    ("Voters rejected a plan by the mayor to sell the port to a firm.", "The mayor sells the port to a firm"),
    ("A court cleared the nurse of stealing money.", "The nurse steals money"),
]


@pytest.mark.parametrize(("text", "name"), RIGHT)
def test_the_right_one_does_it(text: str, name: str) -> None:
    assert name in told(text)


def test_what_went_on_is_no_storm() -> None:
    text = "Ann Lee took payments over a period starting before Katrina struck Oslo and continued during the spring."
    assert not [name for name in told(text) if "continue" in name and "Katrina" in name]


def test_who_courts_a_firm_argues() -> None:
    found = read("Veolia Group pursued the smaller Suez arguing that together they could fight off rivals.")
    assert [event.name for event in found.events if event.type == "statement"] == [
        "Veolia Group argues that together they could fight off rivals"
    ]
    assert [claim.speaker for claim in found.claims] == ["entity:veolia-group"]


def test_what_speakers_did_later_is_not_said() -> None:
    text = "Officials initially said that nine people had died, but later revised the number."
    found = read(text)
    said = [text[claim.mention.span.begin : claim.mention.span.end] for claim in found.claims]
    assert said == ["nine people had died"]


def test_itself_is_nothing_of_another_sentence() -> None:
    text = "Ann Lee said so in a statement. Jan Holm wanted Acme Corp to sell itself to Bolt Energy."
    sold = [event for event in read(text).events if event.type == "sale"]
    objects = [role.filler for event in sold for role in event.roles if role.name is RoleName.OBJECT]
    assert sold
    assert not [filler for filler in objects if "statement" in filler]


def test_two_prepositions_with_a_place_between_are_no_pattern() -> None:
    types = {e.type for e in read("Anna Tsai stood trial in Paris for alleged assaults on a film set.").events}
    assert "trial" in types
    assert "replacement" not in types


@pytest.mark.parametrize(
    "text", ["Weak demand in Europe cost the airline millions.", "Demand for flights fell in May."]
)
def test_what_a_market_asks_for_is_no_demand(text: str) -> None:
    assert "demand" not in {e.type for e in read(text).events}

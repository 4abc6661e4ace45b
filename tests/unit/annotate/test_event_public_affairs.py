"""Searches, rescues, courts, votes, talks and raids of the news: senses, roles, and what did not come about."""

from __future__ import annotations

import pytest

from kgexport.model import Event, Modality, RoleName, Status
from tests.support.told import INTRO, names, read


def told(text: str, words: str) -> list[Event]:
    """The events that are told by some words."""
    begin = text.index(words)
    end = begin + len(words)
    return [e for e in read(text).events if any(m.span.begin < end and begin < m.span.end for m in e.mentions)]


SENSES = [
    ("Rescuers searched a flooded valley on Wednesday for hundreds of people.", "searched", "search"),
    ("Volunteers combed the woods near Hull on Monday for the missing girl.", "combed", "search"),
    ("Police searched the man's home in Derby on Monday.", "searched", "raid"),
    ("Villagers joined rescue teams on Sunday.", "joined", "participation"),
    ("Fishermen plucked 64 survivors from the sea on Sunday.", "plucked", "rescue"),
    ("Firefighters pulled two children from the burning house on Monday.", "pulled", "rescue"),
    ("Divers pulled 31 bodies from the waters off Malta on Sunday.", "pulled", "discovery"),
    ("The trawler went down off Iceland on Friday.", "went down", "crash"),
    ("Karl Holm pleaded guilty for his role in a robbery in Hull.", "pleaded", "plea"),
    ("Karl Holm got eight years in prison for smuggling on Monday.", "got", "sentence"),
    ("Ann Lee took 56.4 percent of the vote on Sunday.", "took", "receipt"),
    ("Rebels in Mali fired four rockets toward southern Algeria on Monday.", "fired", "airstrike"),
    ("Rebels in Mali held three medics as hostages on Monday.", "held", "abduction"),
    ("The ministry identified the dead as Leo Hall and Dan Roe on Monday.", "identified", "identification"),
    ("Ann Lee called her rival Karl Holm to congratulate him.", "called", "phone-call"),
    ("The party gained a majority in parliament on Sunday.", "gained", "receipt"),
]


@pytest.mark.parametrize(("sentence", "words", "kind"), SENSES)
def test_sense(sentence: str, words: str, kind: str) -> None:
    assert {event.type for event in told(INTRO + sentence, words)} == {kind}


ROLES = [
    ("A jury convicted Colin Marsh of murdering Ann Lee.", "murdering", RoleName.AGENT, {"Colin Marsh"}),
    ("A jury convicted a nurse of murdering four patients.", "murdering", RoleName.AGENT, {"nurse"}),
    ("Heavy rains have swollen many rivers in Kenya.", "swollen", RoleName.OBJECT, {"rivers"}),
    ("Rebels in Mali fired rockets toward southern Algeria.", "fired", RoleName.OBJECT, {"Algeria"}),
    ("Turkish Airlines cancelled a flight to Brazil on Monday.", "cancelled", RoleName.OBJECT, {"flight"}),
    ("Turkish troops killed two men in a raid on a camp on Monday.", "raid", RoleName.AGENT, {"Turkey"}),
    ("Teachers planned a major strike for Monday.", "strike", RoleName.AGENT, {"teachers"}),
    ("Ann Lee met them on Monday at a meeting attended by Karl Holm.", "meeting", RoleName.PARTICIPANT, {"Karl Holm"}),
    ("Gunmen killed a guard and wounded several others in Quetta.", "wounded", RoleName.OBJECT, {"several others"}),
    ("Activists demanded the release of opposition leader Dan Roe.", "demanded", RoleName.RECIPIENT, set()),
]


@pytest.mark.parametrize(("sentence", "words", "role", "expected"), ROLES)
def test_roles(sentence: str, words: str, role: RoleName, expected: set[str]) -> None:
    events = told(INTRO + sentence, words)
    assert events
    assert any(names(INTRO + sentence, event, role) == expected for event in events)


def test_nobody_but_the_convict_did_what_the_jury_found() -> None:
    text = INTRO + "A jury convicted a nurse of murdering four patients and trying to kill two others."
    assert all(names(text, event, RoleName.AGENT) == {"nurse"} for event in told(text, "kill"))


def test_headline_finds_nobody_guilty_but_its_subject() -> None:
    text = "Nurse found guilty of poisoning patients\n\nA jury convicted Colin Marsh on Tuesday."
    convicted = [event for event in read(text).events if event.type == "conviction"]
    assert convicted
    assert all("Nurse" not in names(text, event, RoleName.AGENT) for event in convicted)


GOALS = [
    ("Ann Lee led talks aimed at achieving a ceasefire in Sudan on Monday.", "ceasefire"),
    ("Ann Lee called it the last chance for securing a ceasefire in Sudan.", "ceasefire"),
    ("Ann Lee promised to cut taxes and to dissolve parliament.", "dissolve"),
    ("Teaching assistants in Hull voted on Monday to strike.", "strike"),
]


@pytest.mark.parametrize(("sentence", "words"), GOALS)
def test_a_goal_did_not_take_place(sentence: str, words: str) -> None:
    events = told(INTRO + sentence, words)
    assert events
    planned = [event for event in events if event.modality in (Modality.PLANNED, Modality.POSSIBLE)]
    assert planned
    assert all(event.status is Status.POTENTIAL for event in planned)


def test_what_somebody_is_acquitted_of_is_only_alleged() -> None:
    text = INTRO + "A jury acquitted the former mayor of taking bribes from a builder."
    assert {event.modality for event in told(text, "taking bribes")} == {Modality.ALLEGED}


def test_what_talks_are_for_does_not_put_them_off() -> None:
    text = INTRO + "Ann Lee had been engaged in talks with Dan Roe aimed at ending the strike."
    assert {event.modality for event in told(text, "talks")} == {Modality.ASSERTED}


def test_a_call_about_a_blast_does_not_ask_for_one() -> None:
    text = INTRO + "Fire crews received a call about a house explosion in Hull on Wednesday."
    assert {event.modality for event in told(text, "explosion")} == {Modality.ASSERTED}


def test_the_deal_is_not_what_they_failed_to_agree_on() -> None:
    text = (
        INTRO + "Peru and Chile agreed on Monday to reopen a border crossing.\n\n"
        "They failed to agree on fishing rights. Ann Lee welcomed the deal."
    )
    failed = told(text, "failed to agree")
    assert all(not any(m.span.begin >= text.index("the deal") for m in event.mentions) for event in failed)


def test_a_comment_behind_a_comma_is_not_agreed_on() -> None:
    text = INTRO + "Peru and Chile agreed on Monday to reopen a crossing, the first concrete result of the talks."
    agreed = told(text, "agreed")
    assert agreed
    assert all("result" not in name for event in agreed for name in names(text, event, RoleName.OBJECT))


def test_outside_court_nobody_listens() -> None:
    text = INTRO + '"He betrayed them," Detective Inspector Paul Reid said outside court.'
    said = told(text, "said")
    assert said
    assert not any(names(text, event, RoleName.RECIPIENT) for event in said)


def test_what_is_spoken_of_takes_no_part_in_an_agreement() -> None:
    text = INTRO + "Peru and Chile failed to agree on the status of the Lima corridor on Monday."
    failed = told(text, "agree")
    assert failed
    assert not any(names(text, event, RoleName.PARTICIPANT) for event in failed)


def test_talks_that_one_of_them_held_elsewhere_are_others() -> None:
    text = (
        INTRO + "Ann Lee and Karl Holm discussed the latest developments on the phone.\n\n"
        "Karl Holm had returned from Israel, where he had been engaged in talks aimed at facilitating a ceasefire."
    )
    assert {event.key for event in told(text, "discussed")}.isdisjoint(event.key for event in told(text, "talks"))


def test_a_town_before_the_noun_is_where_it_happened() -> None:
    text = INTRO + "Troops from Chile killed two men on Monday. Ann Lee condemned the Geneva raid."
    assert all("Geneva" not in names(text, event, RoleName.AGENT) for event in told(text, "raid"))


def test_turns_of_phrase_are_no_events() -> None:
    text = INTRO + "Chile bombed a weapons workshop in Lima in response. Drivers walked out in a row over night shifts."
    kinds = {event.type for event in read(text).events}
    assert not kinds & {"conference", "reaction", "incident"}

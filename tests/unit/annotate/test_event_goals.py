"""Courts, goals, listeners: where somebody is tried, where people are sent, who hears what is said."""

from __future__ import annotations

import pytest

from kgexport.mapping import map_article
from kgexport.model import RoleName
from kgexport.vocabulary import SCHEMA
from tests.unit.annotate.test_event_circumstances import read, the, when

PLACES = [
    # a court in which something is decided
    ("Karen Holt entered a not guilty plea at Leeds Crown Court.", "plea", {"Leeds Crown Court"}),
    ("Adam Novak was convicted of fraud at Manchester Crown Court.", "convicted", {"Manchester Crown Court"}),
    ("Adam Novak was convicted of fraud at Manchester Crown Court.", "fraud", set()),
    # places that are joined
    ("About 900 people were evacuated from Lima and neighbouring Callao.", "evacuated", {"Lima", "Callao"}),
    ("A storm killed twelve people in Malawi and neighbouring Mozambique.", "killed", {"Malawi", "Mozambique"}),
    # the goal of those who go or are sent
    ("Jan Holm flew to Kabul.", "flew", {"Kabul"}),
    ("Officers of the Peruvian Army were sent to the border.", "sent", {"border"}),
    ("Karen Holt was taken to the emergency department.", "taken", {"emergency department"}),
    ("Karen Holt sent Adam Novak to a doctor.", "sent", {"doctor"}),
    # what somebody flees from is no goal
    ("Jan Holm fled Chile.", "fled", set()),
]


def played(text: str, words: str, name: RoleName) -> set[str]:
    notes = read(text)
    names = {entity.key: entity.name for entity in notes.entities} | {event.key: event.name for event in notes.events}
    return {names[role.filler] for role in the(text, words).roles if role.name is name}


@pytest.mark.parametrize(("text", "words", "found"), PLACES, ids=[f"{w}: {t[:40]}" for t, w, _ in PLACES])
def test_courts_joined_places_and_goals_are_locations(text: str, words: str, found: set[str]) -> None:
    assert played(text, words, RoleName.LOCATION) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Adam Novak was convicted of fraud at Manchester Crown Court.", "Manchester Crown Court"),
        ("Karen Holt sent Adam Novak to a doctor.", "doctor"),
    ],
)
def test_in_the_graph_a_court_or_a_doctor_takes_part(text: str, name: str) -> None:
    triples = map_article(read(text)).knowledge
    nodes = {t.subject for t in triples if t.predicate == SCHEMA["name"] and getattr(t.object, "value", "") == name}
    assert {t.predicate for t in triples if t.object in nodes} >= {SCHEMA["participant"]}
    assert not any(t.predicate == SCHEMA["location"] for t in triples if t.object in nodes)


DAYS = [
    # of what a modifier tells
    ("Acme Corporation declared a dividend payable on June 2 to holders.", "declared", None),
    ("Acme Corporation announced a stock split effective May 6.", "stock split", "2024-05-06"),
    # of what happened the harm has its day
    ("Jan Holm was jailed for the March 11, 2005, incident that left four people dead.", "left", "2005-03-11"),
    # a verb that looks ahead behind one that looks back
    ("Jan Holm arrived in Chile on Monday and was due to meet Ann Lee.", "arrived", "2024-05-13"),
    # midnight may be the end of a day or its beginning
    ("A bomb exploded in Oslo at midnight on Monday.", "exploded", "2024-05-13"),
    ("Jan Holm was sentenced for a deadly 2005 rampage in Oslo.", "rampage", "2005"),
]


@pytest.mark.parametrize(("text", "words", "day"), DAYS, ids=[f"{w}: {t[:40]}" for t, w, _ in DAYS])
def test_a_day_is_told_of_what_its_phrase_tells(text: str, words: str, day: str | None) -> None:
    assert when(text, words)[0] == day


HEARD = [
    ("In a letter to shareholders, Ann Wolf promised to cut costs.", "promised", {"shareholders"}),
    ("Speaking to reporters in Madrid, Ann Wolf said the talks had failed.", "said", {"reporters"}),
    ("Asked by journalists about the plan, Ann Wolf replied that it was dead.", "replied", {"journalists"}),
    ("Ann Wolf told the BBC's breakfast programme that she would resign.", "told", {"BBC"}),
    ("The governors of Ohio and Utah wrote a letter to NATO on Tuesday.", "wrote", {"NATO"}),
    # nobody is spoken to
    ("In a letter from the council, Ann Wolf said the plan was dead.", "said", set()),
]


@pytest.mark.parametrize(("text", "words", "found"), HEARD, ids=[t[:40] for t, _, _ in HEARD])
def test_listeners_are_told_in_the_phrase_of_the_occasion(text: str, words: str, found: set[str]) -> None:
    assert played(text, words, RoleName.RECIPIENT) == found


def test_a_news_conference_that_is_told_something_is_held() -> None:
    text = "Ann Wolf told a news conference in Lima that the bridge would close."
    held = the(text, "news conference")
    assert (held.type, held.status, held.modality) == ("press-conference", "CompletedActionStatus", "asserted")
    assert {held.name} == played(text, "told", RoleName.OBJECT)
    assert played(text, "news conference", RoleName.AGENT) == {"Ann Wolf"}


def test_who_says_it_behind_a_quotation_suffers_nothing() -> None:
    text = '"Karen Holt and Adam Novak were hastily taken to Oslo to lead talks", added Reuters.'
    assert "Reuters" not in played(text, "taken", RoleName.OBJECT)


def test_words_of_telling_between_an_auxiliary_and_its_verb_do_nothing() -> None:
    text = "The central bank will, says economist Ruth Adler, raise rates in June."
    assert played(text, "raise", RoleName.AGENT) == {"central bank"}
    assert the(text, "says").name == 'Ruth Adler says: "The central bank will raise rates in June"'

"""Whom pronouns mean who play a part in an event: by verb, by part of the sentence, two of them, nodes made before."""

from __future__ import annotations

from functools import cache

import pytest

from kgexport.annotate import annotate
from kgexport.model import Annotations, Source
from kgexport.read import read_source

BEFORE = "A warm day\n\nThe sky was blue.\n\n"
"""A headline and a lead that tell of nothing."""


@cache
def read(text: str) -> Annotations:
    return annotate(read_source(Source((BEFORE + text).encode(), "text/plain", "article.txt"), None))


def who(text: str, event_type: str) -> set[tuple[str, str]]:
    """Role and name of each entity that plays a part in the events of a type."""
    names = {entity.key: entity.name for entity in read(text).entities}
    events = [event for event in read(text).events if event.type == event_type]
    assert events, [(event.name, event.type) for event in read(text).events]
    return {(r.name.value, names[r.filler]) for event in events for r in event.roles if r.filler in names}


@pytest.mark.parametrize(
    ("text", "event_type", "role"),
    [
        (
            "Volunteers built shelters for the refugees. Soldiers demolished them a week later.",
            "destruction",
            ("object", "shelters"),
        ),
        ("The senate passed the law on Monday, and the governor signed it.", "legislation", ("object", "law")),
        (
            "The Red Hawks had talks with Paul Regan for ten days, but they declined to sign.",
            "rejection",
            ("agent", "Red Hawks"),
        ),
        ("The bear attacked a hiker. Rangers later shot it.", "shooting", ("object", "bear")),
    ],
)
def test_the_verb_says_what_sort_of_thing_is_meant(text: str, event_type: str, role: tuple[str, str]) -> None:
    assert role in who(text, event_type)


@pytest.mark.parametrize(
    ("text", "event_type", "role"),
    [
        ("A smuggler was caught on Monday. Guards shot him when he fled.", "shooting", ("object", "smuggler")),
        (
            "Villagers caught two smugglers and beat them. Police later jailed them.",
            "imprisonment",
            ("object", "two smugglers"),
        ),
        ("Rebels captured the town in May. The army bombed it daily.", "airstrike", ("object", "town")),
    ],
)
def test_somebody_or_something_without_a_name(text: str, event_type: str, role: tuple[str, str]) -> None:
    assert role in who(text, event_type)


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        (
            "Ben Hart and a colleague stole the files. They sold them to a rival.",
            "sale",
            {("agent", "Ben Hart"), ("agent", "colleague")},
        ),
        (
            "A man and a woman robbed a bank. Police arrested them on Friday.",
            "arrest",
            {("object", "man"), ("object", "woman")},
        ),
        (
            "Paul Regan met Lena Kust at college. They married in 2001.",
            "marriage",
            {("agent", "Paul Regan"), ("agent", "Lena Kust")},
        ),
        (
            "Carl Eng and Bo Eng robbed a bank. Both were arrested on Friday.",
            "arrest",
            {("object", "Carl Eng"), ("object", "Bo Eng")},
        ),
    ],
)
def test_two_of_whom_one_may_have_no_name(text: str, event_type: str, roles: set[tuple[str, str]]) -> None:
    assert roles <= who(text, event_type)


def test_who_promises_is_who_does_it() -> None:
    text = "Tom Devlin told Mark Stow he would pay him in May."
    assert who(text, "payment") == {("agent", "Tom Devlin"), ("recipient", "Mark Stow")}


def test_who_was_charged_denies_it() -> None:
    text = "Prosecutors charged Carl Eng and Bo Eng with fraud. They denied that they had stolen the money."
    assert {("agent", "Carl Eng"), ("agent", "Bo Eng")} <= who(text, "denial")


def test_an_uncle_who_is_a_father_too_is_one_person() -> None:
    text = "Ann Moore's uncle and Jane Pell's father, Karl Moss, retired after he sold his house."
    assert ("agent", "Karl Moss") in who(text, "sale")


def test_inside_a_long_quotation_who_is_named_there_is_meant() -> None:
    text = 'Rod Marsh wrote,\n\n"Daniel Ferro was taken to a cell. A lawyer interrogated him for hours."'
    assert ("object", "Daniel Ferro") in who(text, "investigation")


def test_it_is_no_person() -> None:
    text = "Tessa Lorne wrote the film and Abel Roux directed it."
    assert ("object", "Tessa Lorne") not in who(text, "production")


def test_what_was_denied_is_no_thing() -> None:
    text = "Police accused the firm of theft. The owner denied it."
    assert ("object", "theft") not in who(text, "denial")
    assert ("object", "firm") not in who(text, "denial")


def test_an_open_choice_stays_open() -> None:
    text = "Nurses found shelters for the refugees. Soldiers arrested them a week later."
    assert who(text, "arrest") == {("agent", "soldiers")}

"""Tests who acts where the sentence names it aside, and the names of people, things and works; runs the whole chain."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgexport.model import Annotations, Event
from kgexport.pipeline import annotate_article, read_article


def read(tmp_path: Path, text: str) -> Annotations:
    """What is annotated in a text."""
    file = tmp_path / "text.txt"
    file.write_text(text, encoding="utf-8")
    return annotate_article(read_article(str(file)))


def roles(annotations: Annotations, event_type: str) -> set[tuple[str, str]]:
    """The roles of the last event of a type: name of the role, name of who or what plays it."""
    names = {entity.key: entity.name for entity in annotations.entities}
    names |= {event.key: event.name for event in annotations.events}
    return {(role.name.value, names[role.filler]) for role in last(annotations, event_type).roles}


def last(annotations: Annotations, event_type: str) -> Event:
    """The last event of a type."""
    return [event for event in annotations.events if event.type == event_type][-1]


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        (
            "Banks such as HSBC and Barclays raised their fees.",
            "price-change",
            {("agent", "banks"), ("agent", "HSBC"), ("agent", "Barclays")},
        ),
        (
            "The police arrested protesters from the town including Karl Holm and Peter Ness.",
            "arrest",
            {("object", "Karl Holm"), ("object", "Peter Ness")},
        ),
        ("The shop was robbed by a man named Karl Holm on Monday.", "crime", {("agent", "Karl Holm")}),
        (
            'The emails were leaked by a hacker known as "Kestrel" in March.',
            "information-sharing",
            {("agent", "Kestrel")},
        ),
        ("Two rebels were captured in an army operation near Lima.", "arrest", {("agent", "army")}),
        ("Weapons were seized during a police raid in Leeds.", "seizure", {("agent", "police")}),
        (
            "Soldiers evacuated the elderly and the sick.",
            "evacuation",
            {("object", "the elderly"), ("object", "the sick")},
        ),
        ("The agency arrested the executive assistant to the mayor.", "arrest", {("object", "executive assistant")}),
        ("The members voted on Monday, and 3,200 backed the strike.", "support", {("agent", "3,200 people")}),
        (
            "Deputy Director of the Fire Service in Miami Karl Holm said nobody was hurt.",
            "statement",
            {("agent", "Karl Holm")},
        ),
        (
            "The ministry said in a report on Monday that the dam was unsafe. The report noted that nobody was hurt.",
            "statement",
            {("agent", "ministry")},
        ),
        ("The firm sold its sub-branch on Monday.", "sale", {("object", "sub-branch")}),
        (
            "Parliament approved Danish Prime Minister Ann Lee's motion of confidence.",
            "legislation",
            {("object", "Ann Lee's motion of confidence")},
        ),
        ("Karl Holm directed Mission: Far Shore in 1999.", "production", {("object", "Mission: Far Shore")}),
        (
            "She directed Ann Lee's It's a Long Way Home in 1999.",
            "production",
            {("object", "Ann Lee's It's a Long Way Home")},
        ),
    ],
)
def test_who_and_what_plays_a_role(tmp_path: Path, text: str, event_type: str, expected: set[tuple[str, str]]) -> None:
    assert roles(read(tmp_path, text), event_type) >= expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Retailers like Tesco and Morrisons cut prices on Monday.", "Retailers like Tesco and Morrisons cut prices"),
        ("Two men were treated at a hospital in Lima.", "Two men are treated at a hospital"),
        ("The wounded were taken to a hospital in Kyiv.", "The wounded are taken to a hospital"),
        (
            "Parliament rejected British Prime Minister Ann Lee's welfare bill.",
            "Parliament rejects Ann Lee's welfare bill",
        ),
        (
            "Four officers, including Karl Holm and Peter Ness, were arrested.",
            "Four officers including Karl Holm and Peter Ness are arrested",
        ),
    ],
)
def test_the_name_says_who(tmp_path: Path, text: str, name: str) -> None:
    assert name in {event.name for event in read(tmp_path, text).events}


def test_a_headline_gives_the_deed_to_the_person_behind_land_and_office(tmp_path: Path) -> None:
    text = (
        "Indonesia president Prabowo signs trade deal with Peru\n\nIndonesian President Prabowo Subianto was in Lima.\n"
    )
    assert ("agent", "Prabowo Subianto") in roles(read(tmp_path, text), "agreement-signing")
    text = "Estonian PM Kallas resigns\n\nThe prime minister of Estonia resigned on Monday.\n"
    assert ("agent", "Kallas") in roles(read(tmp_path, text), "resignation")


@pytest.mark.parametrize(
    ("text", "event_type", "unwanted"),
    [
        ("Retailers like Karl Holm cut prices on Monday.", "price-change", ("agent", "Karl Holm")),
        ("A striker named Player of the Year was arrested.", "arrest", ("object", "Player")),
        ("Two rebels were captured in a Lima operation.", "arrest", ("agent", "Lima")),
        (
            "The ministry said in a report that the dam broke. A report noted that nobody was hurt.",
            "statement",
            ("agent", "ministry"),
        ),
    ],
)
def test_who_plays_no_role(tmp_path: Path, text: str, event_type: str, unwanted: tuple[str, str]) -> None:
    found = read(tmp_path, text)
    assert [event for event in found.events if event.type == event_type]
    assert unwanted not in roles(found, event_type)


def test_a_name_that_is_given_is_no_choice(tmp_path: Path) -> None:
    found = read(tmp_path, "The shop was robbed by a man named Karl Holm on Monday.")
    assert {event.type for event in found.events} == {"crime"}


def test_a_colon_without_a_work_makes_no_title(tmp_path: Path) -> None:
    found = read(tmp_path, "The minister praised the film: Ann Lee called it a triumph.")
    assert "Ann Lee" in {entity.name for entity in found.entities}

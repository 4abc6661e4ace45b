"""Speakers that are described and not named, and who they are not."""

from __future__ import annotations

import pytest

from kgexport.annotate import annotate
from kgexport.model import Annotations, Source
from kgexport.read import read_source


def read(text: str) -> Annotations:
    return annotate(read_source(Source(f"A warm day\n\n{text}\n".encode(), "text/plain", "day.txt")))


def speakers(text: str) -> list[str | None]:
    """The names of who speaks, in the order of the statements."""
    notes = read(text)
    names = {entity.key: entity.name for entity in notes.entities}
    said = sorted(
        [*((c.mention.span.begin, c.speaker) for c in notes.claims)]
        + [(q.mentions[0].span.begin, q.speaker) for q in notes.quotations]
    )
    return [names[key] if key else None for _, key in said]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police said the road was closed.", ["police"]),
        ("The road was closed, prosecutors said.", ["prosecutors"]),
        ("The road, according to detectives, was closed.", ["detectives"]),
        ("A spokesman for the coastguard said the ferry was full.", ["spokesman for the coastguard"]),
        ("The couple had argued, according to a police report.", ["police"]),
        ("The airline will cut 400 jobs, it announced.", ["airline"]),
        ("Officials said the road was closed.", ["officials"]),
        ('"It was like a bomb," a neighbour said. "Nobody slept."', ["neighbour", "neighbour"]),
        ("A witness said the stand was full. She added that nobody had seen the fire.", ["witness", "witness"]),
        (
            'Ann Lee said it was over. A senior source said the ship was late. "It is lost," he said.',
            ["Ann Lee", "senior source", "senior source"],
        ),
        ("Ferry Corporation president and CEO Ann Lee said the ship was new.", ["Ann Lee"]),
        ("The festival website says over 4 million visitors attended last year.", ["festival website"]),
        ("Last year over 4 million people came, according to the event website.", ["event website"]),
        ("Some news outlets, including Reuters, reported that the minister resigned.", ["Reuters"]),
        ("Some news outlets, including Reuters and the BBC, reported that the minister resigned.", [None]),
        (
            "Northern Bank denied the allegations. They claimed Ann Lee was a volunteer and claim she has lied.",
            ["Northern Bank", "Northern Bank"],
        ),
    ],
)
def test_a_described_person_or_body_speaks(text: str, found: list[str]) -> None:
    assert speakers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Court documents say that the road was closed.",
        "They said the road was closed.",
    ],
)
def test_nobody_in_particular_speaks(text: str) -> None:
    assert speakers(text) == [None]


def test_a_pronoun_with_two_who_may_be_meant_is_nobody() -> None:
    text = "A witness said a man in a coat had run away. He said it was terrible."

    assert speakers(text) == ["witness", None]


def test_who_is_described_twice_is_one_node() -> None:
    notes = read("Police arrested two men on Monday. Police said the men were armed.")
    (police,) = [entity for entity in notes.entities if entity.name == "police"]

    assert [claim.speaker for claim in notes.claims] == [police.key]
    assert len(police.mentions) == 2


def test_the_name_of_a_saying_leaves_the_words_of_telling_out() -> None:
    notes = read("The driver, prosecutors said, had been awake for two days.")
    (event,) = [event for event in notes.events if event.said]

    assert "prosecutors said" not in event.name
    assert "The driver had been awake" in event.name


def test_a_website_that_says_nothing_is_no_body() -> None:
    notes = read("Hackers attacked the festival website. The website shut down on Monday.")
    assert not [e for e in notes.entities if "website" in e.name and "Organization" in e.types]

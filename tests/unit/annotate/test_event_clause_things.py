"""Things that a clause, a price, a pronoun or a noun beside the verb puts into a role; each text is for one rule."""

from __future__ import annotations

import pytest

from tests.unit.annotate.test_event_things import BEFORE, event_of, played
from tests.unit.annotate.test_events import read


@pytest.mark.parametrize(
    ("text", "event_type", "role"),
    [
        ("Karl Holm refused to give names or dates on Monday.", "rejection", ("object", "dates")),
        ("Karl Holm declined to release sales figures on Monday.", "rejection", ("object", "sales figures")),
        (
            "Ann Lee declined to provide the value of Karl Holm's offer on Monday.",
            "rejection",
            ("object", "value of Karl Holm's offer"),
        ),
        ("Norway approved the contract on Monday.", "approval", ("object", "contract")),
        ("The shares of Microsoft rose on Monday.", "economic-change", ("object", "shares of Microsoft")),
        ("Microsoft's shares rose on Monday.", "economic-change", ("object", "Microsoft's shares")),
        ("Karl Holm wrote a book in 2001. He sold it to Norway in 2003.", "sale", ("object", "book")),
        ("Microsoft announced updates to the Zephyr line.", "product-launch", ("object", "updates to the Zephyr line")),
        ("Norway reached a verdict on the tax on Monday.", "decision", ("object", "tax")),
        ("Ann Lee will do the sequel for the studio.", "production", ("object", "sequel for the studio")),
        ("Karl Holm took on the role of the king in 2004.", "casting", ("object", "role of the king")),
        ("Norway expressed concern about the shortage of water.", "concern", ("object", "shortage of water")),
        ("Norway voted for the Lee-led cabinet on Monday.", "vote", ("object", "Lee-led cabinet")),
        ("Norway deployed 1,200 personnel on Monday.", "mobilization", ("object", "1,200 personnel")),
        ("Norway fined Microsoft $2 million on Monday.", "fine", ("object", "Microsoft")),
        ("Karl Holm lost his absolute majority in June.", "loss", ("object", "Karl Holm's absolute majority")),
        ("The board rejected Norway on Monday.", "rejection", ("agent", "board")),
        ("A panel headed by Ann Lee rushed to Lagos on Monday.", "movement", ("agent", "panel")),
        ("Norway supported Windows 95 users on Monday.", "support", ("object", "Windows 95 users")),
        ("About 250 millimeters of rain battered Norway on Monday.", "storm", ("instrument", "rain")),
    ],
)
def test_what_the_sentence_puts_into_a_role_plays_it(text: str, event_type: str, role: tuple[str, str]) -> None:
    annotations = read(BEFORE + text)

    assert role in played(annotations, event_of(annotations, event_type))


@pytest.mark.parametrize(
    ("text", "event_type", "filler"),
    [
        ("Ann Lee was shot at close range in Graz on Monday.", "armed-attack", "close range"),
        ("Norway voted for the Lee-led cabinet on Monday.", "vote", "Lee"),
        ("The shares of Microsoft rose on Monday.", "economic-change", "Microsoft"),
        ("Karl Holm seized weapons in Graz. He handcuffed them together.", "compulsion", "weapons"),
        ("The flood hit the Canadian province of Nova Scotia on Monday.", "flood", "Canada"),
        ("Norway held referendums in 2009.", "election", "referendums"),
        ("Ann Lee held talks over the phone with Karl Holm on Monday.", "negotiation", "phone"),
    ],
)
def test_what_only_stands_beside_it_plays_no_role(text: str, event_type: str, filler: str) -> None:
    annotations = read(BEFORE + text)
    events = [event for event in annotations.events if event.type == event_type]

    assert filler not in {name for event in events for _, name in played(annotations, event)}


@pytest.mark.parametrize(
    ("text", "event_type", "name"),
    [
        (
            "Karl Holm wrote a book in 2001. He sold it to Norway in 2003.",
            "sale",
            "Karl Holm sells the book to Norway",
        ),
        ("Norway reached a verdict on the tax on Monday.", "decision", "Norway reaches a verdict on the tax"),
        ("Ann Lee will do the sequel for the studio.", "production", "Ann Lee does the sequel"),
        ("Norway rejected their demand on Monday.", "rejection", "Norway rejects their demand"),
    ],
)
def test_a_thing_is_named_once_and_with_its_article(text: str, event_type: str, name: str) -> None:
    assert event_of(read(BEFORE + text), event_type).name == name


def test_a_name_that_nobody_knew_is_what_is_bought() -> None:
    annotations = read(BEFORE + "Microsoft is buying Travelocity from Norway.")
    fillers = {name for event in annotations.events for role, name in played(annotations, event) if role == "object"}

    assert "Travelocity" in fillers


def test_sentences_about_one_price_are_joined_by_the_company() -> None:
    annotations = read(BEFORE + "Microsoft's shares rose on Monday. Shares of Microsoft rose 3 percent that day.")

    assert len([event for event in annotations.events if event.type == "economic-change"]) == 1

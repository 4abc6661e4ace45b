"""Who pays how much for what, by the grammar around an amount, and what is no funding."""

from __future__ import annotations

import pytest

from kgexport.annotate import annotate
from kgexport.model import Source
from kgexport.read import read_source


def funded(text: str) -> list[tuple[str, str, str]]:
    """Who pays, the amount in the words of the text, and what for."""
    notes = annotate(read_source(Source(f"A warm day\n\n{text}\n".encode(), "text/plain", "day.txt")))
    names = {entity.key: entity.name for entity in notes.entities} | {event.key: event.type for event in notes.events}
    words = {amount.key: amount.mention.span.of(notes.article.text) for amount in notes.amounts}
    return [(names.get(f.funder or "", ""), words[f.amount], names[f.funded]) for f in notes.fundings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The council approved a loan of $50m for the airline.", ("council", "$50m", "airline")),
        (
            "A £2m grant from the Wolfson Foundation to Leeds University will pay for labs.",
            ("Wolfson Foundation", "£2m", "Leeds University"),
        ),
        (
            "The Heritage Trust has awarded a £3m grant to Leeds University.",
            ("Heritage Trust", "£3m", "Leeds University"),
        ),
        ("Karl Holm donated $5 million to Save the Children.", ("Karl Holm", "$5 million", "Save the Children")),
        ("$8 million was donated by Karl Holm to the Red Cross.", ("Karl Holm", "$8 million", "Red Cross")),
        (
            "The club received $1.5 million in funding from the Gates Foundation.",
            ("Gates Foundation", "$1.5 million", "club"),
        ),
        ("The World Bank lent Ghana $250 million to repair roads.", ("World Bank", "$250 million", "Ghana")),
    ],
)
def test_a_payment_has_a_funder_an_amount_and_a_thing(text: str, found: tuple[str, str, str]) -> None:
    assert funded(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The city will give $4m to the airline.",
        "Norway denied giving $7 million to the airline.",
        "Parliament did not approve the $90m loan for the airline.",
        "He was awarded £90,000 in damages by the court.",
        "The thieves got $2 million from the bank.",
        "The film made $80 million in its first week.",
        "A jury ordered Acme to pay $3 million to Karen Moss.",
    ],
)
def test_what_is_planned_denied_or_no_gift_funds_nothing(text: str) -> None:
    assert funded(text) == []

"""Who "his wife", "her parents", "the disbarred attorney", "a man" and "the department" are; each text is made up."""

from __future__ import annotations

import pytest

from kgexport.annotate.entities import EntityAnnotator
from kgexport.annotate.entities.references.family import Family
from kgexport.annotate.language import LanguageAnnotator
from kgexport.authority.embedded import load_embedded
from kgexport.model import Annotations, Article, Block, BlockKind, MentionKind, Span


def nominals(text: str) -> dict[str, list[str]]:
    """The common nouns of every entity that has any, in order of the text; the first of two lines is the headline."""
    blocks, at = [], 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        kind = BlockKind.HEADLINE if number == 0 and len(lines) > 1 else BlockKind.PARAGRAPH
        blocks.append(Block(Span(at, at + len(line)), kind))
        at += len(line) + 1
    so_far = LanguageAnnotator().annotate(Annotations(Article(text, tuple(blocks))))
    found = EntityAnnotator(load_embedded()).annotate(so_far)
    return {
        e.name: [m.span.of(text) for m in e.mentions if m.kind is MentionKind.NOMINAL]
        for e in found.entities
        if any(m.kind is MentionKind.NOMINAL for m in e.mentions)
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Peter Barlow was jailed for murdering his wife and daughter. "
            "Barlow's wife, Susan, 41, and daughter Emily, 12, were stabbed in March.",
            {"Susan": ["his wife"], "Emily": ["daughter"]},
        ),
        (
            "Mark Hewitt and his wife, Dana Hewitt, sued the airline. Their daughter, Lily, was hurt. "
            "Her father said the crew did nothing.",
            {"Mark Hewitt": ["Her father"]},
        ),
        ("Ann Cole won. Cole's husband, Tom Cole, said his wife was tired.", {"Ann Cole": ["his wife"]}),
        (
            "Jane Obi's surviving son, Max Obi, sat still as Judge Ida Newman sentenced his mother to ten years.",
            {"Jane Obi": ["his mother"]},
        ),
        (
            "Anna Kowalska, 31, and her husband Jan Kowalski, 35, were charged with neglect of their daughter, Maria. "
            "The parents deny the charge.",
            {"Anna Kowalska": ["The parents"], "Jan Kowalski": ["The parents"]},
        ),
    ],
)
def test_kin_are_who_the_text_names(text: str, wanted: dict[str, list[str]]) -> None:
    assert nominals(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Brad Reed killed his brother, Dan Reed. A neighbour said his brother was kind.",
        "Paul Rand has two sons. His son was arrested. Rand's other son, Emeka, is in Lagos.",
        "Mark Hewitt was arrested. The parents of a pupil complained.",
    ],
)
def test_kin_of_somebody_else_are_nobody(text: str) -> None:
    assert nominals(text) == {}


def test_what_follows_from_a_son() -> None:
    family = Family({"dan": "m", "eve": "f", "kim": ""}.get)  # type: ignore[arg-type]
    family.add("dan", "child", "eve")
    assert (family.known("dan", "daughter"), family.known("dan", "son"), family.known("eve", "father")) == (
        ["eve"],
        [],
        ["dan"],
    )
    assert family.parents("eve") is None
    family.add("dan", "wife", "kim")
    assert family.parents("eve") == family.parents() == ("dan", "kim")
    assert family.known("kim", "husband") == ["dan"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lawyer Ellen Price was fined. The disbarred attorney paid.", {"Ellen Price": ["The disbarred attorney"]}),
        ("Adam Ford was convicted of murdering Lucy Dean. The killer smiled.", {"Adam Ford": ["The killer"]}),
        (
            "Kate Moran has been named in the cast. The 41 - year - old Irish dancer will replace Bob Lunn, "
            "who announced that he was leaving.",
            {"Kate Moran": ["The 41 - year - old Irish dancer"]},
        ),
        ("Singer Ida Holm and dancer Eva Falk met. The murderer was not found.", {}),
    ],
)
def test_callings_and_deeds_tell_who_is_meant(text: str, wanted: dict[str, list[str]]) -> None:
    assert nominals(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Man denies assault\nA man has denied assault in Leeds. Carl Dunn, 31, is accused of hitting a girl.",
            {"Carl Dunn": ["Man", "A man"]},
        ),
        (
            "Woman dies\nA woman has died in a fire. Mary Lane, 71, was killed. Tom Beer, 40, was injured.",
            {"Mary Lane": ["Woman", "A woman"]},
        ),
        ("Crash\nA man has died in a crash. Ian Cole, 29, was charged with dangerous driving.", {}),
    ],
)
def test_who_is_brought_in_by_a_part_has_it_later(text: str, wanted: dict[str, list[str]]) -> None:
    assert nominals(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "A spokeswoman for the Health Protection Agency said the department was looking into it.",
            {"Health Protection Agency": ["the department"]},
        ),
        ("The Nemo database was hacked. The database holds names.", {"Nemo": ["The database"]}),
        (
            "Orion Group has lost money for years. The deal with Zenith Corp will help the company's sales.",
            {"Orion Group": ["the company"]},
        ),
        ("Gary Ross may direct the sequel, Catching Fire.", {"Catching Fire": ["the sequel"]}),
        (
            "Orion Motors will close a plant. The union Stavia met Orion Motors. The company sold ten cars.",
            {"Orion Motors": ["The company"]},
        ),
        ("The union Stavia criticised the decision. The company sold ten cars.", {}),
        ("Tom Beer told Acme Group that the department was wrong.", {}),
    ],
)
def test_bodies_and_works_by_what_they_are_called(text: str, wanted: dict[str, list[str]]) -> None:
    assert nominals(text) == wanted

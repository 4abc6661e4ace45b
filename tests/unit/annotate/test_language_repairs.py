"""Numbers of victims go to their own verb; what a tokeniser tore apart is one word again, at the same offsets."""

from __future__ import annotations

import pytest

from kgexport.annotate.amounts import AmountAnnotator
from kgexport.annotate.language import LanguageAnnotator
from kgexport.annotate.language.loose import is_loose, joined
from kgexport.annotate.quantities import QuantityAnnotator
from kgexport.model import Annotations, Article, Block, BlockKind, RoleName, Span
from tests.unit.annotate.test_event_coverage import BEFORE, read


def suffering(text: str) -> dict[str, list[str]]:
    """Type of each harm -> names of those who suffer it."""
    found = read(BEFORE + text)
    entities = {entity.key: entity.name for entity in found.entities}
    return {
        event.type: [entities[role.filler] for role in event.roles if role.name is RoleName.OBJECT]
        for event in found.events
        if event.type in ("killing", "injury", "arrest", "death")
    }


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("A ferry carrying 80 passengers capsized on the Meghna river on Monday.", "capsized", "ferry"),
        ("A truck loaded with bricks overturned.", "overturned", "truck"),
        ("A ferry carrying 80 passengers seized by pirates.", "ferry", ""),
    ],
)
def test_a_sentence_has_a_finite_verb(text: str, verb: str, subject: str) -> None:
    (sentence,) = LanguageAnnotator().annotate(bare(text)).sentences

    assert sentence.root.text == verb
    assert [t.text for t in sentence.children(sentence.root, "nsubj")] == ([subject] if subject else [])


def bare(text: str) -> Annotations:
    return Annotations(Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At least eight people were killed and about 20 injured, officials said on Monday.",
            {"killing": ["eight people"], "injury": ["20 people"]},
        ),
        (
            "Five people were killed and 20 others injured in Lima.",
            {"killing": ["five people"], "injury": ["20 others"]},
        ),
        ("Two men were shot dead, three wounded.", {"killing": ["two men"], "injury": ["three people"]}),
        (
            "Three soldiers were killed and seven more wounded when a bomb exploded.",
            {"killing": ["three soldiers"], "injury": ["seven people"]},
        ),
        ("Eight of the 14 victims died in hospital.", {"death": ["eight of the 14 victims"]}),
        ("Of the 30 people on board, four died.", {"death": ["four people"]}),
        (
            "Three people were killed and police arrested 20 others.",
            {"killing": ["three people"], "arrest": ["20 others"]},
        ),
        ("Eight people were killed and the 20 injured people left.", {"killing": ["eight people"]}),
    ],
)
def test_each_number_belongs_to_its_own_verb(text: str, expected: dict[str, list[str]]) -> None:
    assert suffering(text) == expected


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("A 6. 4 - magnitude quake hit at 2: 09 a. m. today .", "A 6.4-magnitude quake hit at 2: 09 a. m. today ."),
        ("It killed 4, 051 of 13, 000 people , he said .", "It killed 4,051 of 13,000 people , he said ."),
        ("On March 14, 200 people met ; 30, 000 came .", "On March 14, 200 people met ; 30,000 came ."),
        ("The 11 -inch model and the 8 - year deal", "The 11-inch model and the 8-year deal"),
        ("He won 2. 5 million votes.", "He won 2.5 million votes."),
        ("It was 3.5 percent in 2004. 12 people met in room 12, 300 left.", None),
        ("The star - who was 12 - smiled.", None),
    ],
)
def test_numbers_in_pieces_are_joined(text: str, read_as: str | None) -> None:
    found = joined(text, loose=is_loose(text))

    assert found.text == (read_as or text)
    assert all(text[found.place(i)] == character for i, character in enumerate(found.text))


def test_joined_tokens_keep_the_offsets_of_the_text() -> None:
    text = "It killed 4, 051 of 13, 000 people on Monday ."
    tokens = [token for sentence in LanguageAnnotator().annotate(bare(text)).sentences for token in sentence.tokens]

    assert [(t.text, t.span.of(text)) for t in tokens if t.pos == "NUM"] == [("4,051", "4, 051"), ("13,000", "13, 000")]


def test_values_of_numbers_in_pieces_are_right() -> None:
    found = QuantityAnnotator().annotate(
        AmountAnnotator().annotate(bare("It cost $ 2. 5 million and hurt 230, 000 people."))
    )

    assert [int(amount.value or 0) for amount in found.amounts] == [2_500_000]
    assert [int(quantity.value or 0) for quantity in found.quantities] == [230_000]

"""Who "his wife", "the two countries", "a husband" or "the observer group" is: one reading, or none."""

from __future__ import annotations

import pytest

from kgexport.annotate.entities import EntityAnnotator
from kgexport.annotate.language import LanguageAnnotator
from kgexport.model import Annotations, Article, Block, BlockKind, MentionKind, Span


def nominals(text: str, headline: bool = False) -> dict[str, list[str]]:
    """Name -> the descriptions that stand for it, in order; with a headline, the first line is one."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        kind = BlockKind.HEADLINE if headline and number == 0 else BlockKind.PARAGRAPH
        blocks.append(Block(Span(at, at + len(line)), kind))
        at += len(line) + 1
    found = EntityAnnotator().annotate(LanguageAnnotator().annotate(Annotations(Article(text, tuple(blocks)))))
    said = {e.name: [m.span.of(text) for m in e.mentions if m.kind is MentionKind.NOMINAL] for e in found.entities}
    return {name: words for name, words in said.items() if words}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "John Marsh met his wife, Anna Dale, in May. Marsh thanked his wife on Sunday.",
            {"Anna Dale": ["his wife"]},
        ),
        ("John Marsh hid wife Anna's ring. Marsh said his wife knew.", {"Anna": ["his wife"]}),
        ("John Marsh met his wife, Anna Marsh, in May. Her husband wept.", {"John Marsh": ["Her husband"]}),
        ("John Marsh met his wife, Anna Marsh, in May. His first wife died.", {}),
        ("John Marsh met Anna Dale in May. Marsh thanked his wife on Sunday.", {}),
        ("Karl Busch and his lawyer, Eva Roth, won. Ann Lee said her lawyer lost.", {}),
    ],
)
def test_kin_are_those_whom_the_text_has_named(text: str, expected: dict[str, list[str]]) -> None:
    assert nominals(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("France and Norway signed a pact. The two countries will trade.", "The two countries", {"France", "Norway"}),
        ("France met Norway in Oslo. Both sides want peace.", "Both sides", {"France", "Norway"}),
        ("Ann Lee married Karl Holm in May. The couple left.", "The couple", {"Ann Lee", "Karl Holm"}),
        (
            "President Ann Lee met President Karl Holm. The two presidents ate.",
            "The two presidents",
            {"Ann Lee", "Karl Holm"},
        ),
    ],
)
def test_two_are_both_that_were_spoken_of(text: str, words: str, names: set[str]) -> None:
    assert {name for name, said in nominals(text).items() if words in said} == names


@pytest.mark.parametrize(
    "text",
    [
        "France, Norway and Italy signed a pact. The two countries will trade.",
        "France signed a pact. Both sides want peace.",
        "Ann Lee met Karl Holm and Joe Dale. The pair left.",
        "France and Norway signed a pact. The two countries that left were small.",
    ],
)
def test_two_of_three_are_nobody(text: str) -> None:
    assert nominals(text) == {}


def test_who_is_brought_in_without_a_name() -> None:
    text = "A teacher who hid cash was fined. Karl Busch, 61, a teacher, wept."
    assert nominals(text) == {"Karl Busch": ["A teacher"]}
    text = "A 40-year-old woman was hurt. Maria Lenz, 40, is in hospital."
    assert nominals(text) == {"Maria Lenz": ["A 40-year-old woman"]}


@pytest.mark.parametrize(
    "text",
    [
        "A teacher hid cash. A teacher wept. Karl Busch, 61, a teacher, left.",
        "A 40-year-old man was hurt. Maria Lenz, 40, is in hospital.",
        "A man was hurt. Karl Busch, 61, is in hospital.",
        "A judge wept. Karl Busch, 61, a teacher, left.",
    ],
)
def test_who_may_be_another_is_left_open(text: str) -> None:
    assert nominals(text) == {}


def test_a_body_by_the_words_that_are_said_of_it() -> None:
    text = "Carter Center observers saw the count. The observer group said it was slow."
    assert nominals(text) == {"Carter Center": ["The observer group"]}
    text = "The National Electoral Commission met. The electoral body was slow."
    assert nominals(text) == {"National Electoral Commission": ["The electoral body"]}
    assert nominals("Carter Center observers saw the count. The student group said it was slow.") == {}


def test_another_one_of_a_calling_is_not_the_one_that_is_named() -> None:
    assert nominals("Officer Matthew Wagner was shot. The second officer was not hit.") == {}


def test_an_office_with_a_capital_is_its_holder() -> None:
    text = "President Maria Bell was sworn in. The President gave a speech."
    assert nominals(text) == {"Maria Bell": ["The President"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Father John Doyle was jailed. The priest wept.", {"John Doyle": ["The priest"]}),
        ("Sergeant Maria Gomez was shot. The officer lived.", {"Maria Gomez": ["The officer"]}),
        ("Sergeant Maria Gomez met Sergeant Karl Busch. The officer lived.", {}),
    ],
)
def test_a_title_says_what_its_holder_is_called(text: str, expected: dict[str, list[str]]) -> None:
    assert nominals(text) == expected


def test_the_film_is_the_only_work_that_was_spoken_of() -> None:
    assert nominals("She directed “The Guilty” in 2018. The film won.") == {"The Guilty": ["The film"]}
    assert nominals("She made “The Guilty” and “The Salt Road” in 2018. The film won.") == {}


def test_who_writes_the_article_is_nobody_in_it() -> None:
    assert nominals("Writer Maria Bell won. The prize, which this writer saw, is old.") == {}

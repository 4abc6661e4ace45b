"""Sentences and tokens: offsets hold for any text, blocks stay apart, and no text takes the square of its length."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgexport.annotate.language import LanguageAnnotator, load_model
from kgexport.errors import InputError
from kgexport.model import Annotations, Article, Block, BlockKind, Sentence, Span


def sentences(*blocks: str) -> tuple[Sentence, ...]:
    text = "\n".join(blocks)
    spans: list[Span] = []
    for block in blocks:
        begin = spans[-1].end + 1 if spans else 0
        spans.append(Span(begin, begin + len(block)))
    article = Article(text, tuple(Block(span, BlockKind.PARAGRAPH) for span in spans))
    return LanguageAnnotator().annotate(Annotations(article)).sentences


def words(*blocks: str) -> list[str]:
    text = "\n".join(blocks)
    found = [token for sentence in sentences(*blocks) for token in sentence.tokens]
    assert [token.text for token in found] == [token.span.of(text) for token in found]
    return [token.text for token in found]


def test_blocks_are_parsed_alone() -> None:
    assert [len(sentence.tokens) for sentence in sentences("Storm hits coast", "It rained.")] == [3, 3]


@pytest.mark.parametrize("white", ["\t", "\u2028", "\x85", "\u00a0", " \n "])
def test_white_space_of_any_kind_separates(white: str) -> None:
    assert words(f"It{white}rained.") == ["It", "rained", "."]


@pytest.mark.parametrize("ornament", ["=", "*", "_", "(", "😀", "“", "-="])
def test_a_row_of_signs_is_no_text(ornament: str) -> None:
    assert words(f"It rained. {ornament * 8_000} Nobody died.") == ["It", "rained", ".", "Nobody", "died", "."]


def test_a_short_row_of_signs_stays() -> None:
    assert "***" in "".join(words("It rained. *** Nobody died."))


def test_long_blocks_are_cut_between_sentences() -> None:
    assert words("It rained all day. " * 2_000) == ["It", "rained", "all", "day", "."] * 2_000


@pytest.mark.parametrize("name", ["nothing_here", "os", "spacy", "", "/dev/null"])
def test_what_is_no_model_is_an_input_error(name: str) -> None:
    with pytest.raises(InputError, match="no language model"):
        load_model(name)


def test_a_model_without_parser_is_an_input_error(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(InputError, match="has no tagger, parser, ner"):
        load_model(str(tmp_path / "blank"))


def test_what_has_no_end_is_cut_and_stays_a_forest() -> None:
    found = sentences("Paris/" * 3_000, "He said that " * 600)
    assert max(len(sentence.tokens) for sentence in found) <= 400
    assert "".join(token.text for sentence in found for token in sentence.tokens).count("said") == 600
    for sentence in found:
        assert len(sentence.ancestors(sentence.tokens[-1])) < len(sentence.tokens)
        assert sentence.root

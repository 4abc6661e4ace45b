"""Datelines, signs of lists and dashes do not get into the parse of the words around them."""

from __future__ import annotations

import pytest

from kgexport.annotate.language import LanguageAnnotator
from kgexport.model import Annotations, Article, Block, BlockKind, Sentence, Span


def sentences(text: str) -> tuple[Sentence, ...]:
    article = Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    return LanguageAnnotator().annotate(Annotations(article)).sentences


@pytest.mark.parametrize(
    ("dateline", "rest", "subject"),
    [
        ("DALLAS —", "Marshals have arrested a suspect.", "Marshals"),
        ("LES CAYES, Haiti (Reuters) –", "Haitians voiced anger on Wednesday.", "Haitians"),
        ("BEIJING, Feb. 28 (Xinhua) --", "The minister met his counterpart.", "minister"),
        ("MANCHESTER, United Kingdom, Oct 22 -", "Erling Berg scored twice.", "Berg"),
        ("CAPE TOWN -", "Miners went on strike on Monday.", "Miners"),
        ("(CNN)", "Three people were killed Sunday.", "people"),
        ("Kabul, Oct. 3 (IANS)", "The Taliban killed nine policemen.", "Taliban"),
        ("BAGHDAD:", "Gunmen killed a judge on Sunday.", "Gunmen"),
        ("New Delhi:", "India on Friday summoned the envoy.", "India"),
        ("JAKARTA , Indonesia ( AP ) -", "A quake hit the island .", "quake"),
        ("SEOUL, South Korea (AP) _", "The army fired a missile.", "army"),
    ],
)
def test_a_dateline_is_a_segment_of_its_own(dateline: str, rest: str, subject: str) -> None:
    text = f"{dateline} {rest}"
    *before, last = sentences(text)
    assert "".join(s.span.of(text) for s in before) == dateline
    assert last.span.of(text) == rest
    assert [t.text for t in last.children(last.root, "nsubj", "nsubjpass")] == [subject]


@pytest.mark.parametrize("text", ["REED: We will win.", "Reed: We will win.", "The vote: Nobody won."])
def test_no_place_no_dateline(text: str) -> None:
    assert sentences(text)[0].span.begin == 0
    assert len(sentences(text)[0].tokens) > 2


@pytest.mark.parametrize("sign", ["• ", "- ", "* ", "– "])
def test_the_sign_of_a_list_is_no_word(sign: str) -> None:
    (found,) = sentences(f"{sign}Police arrested five people.")
    assert [t.text for t in found.tokens] == ["Police", "arrested", "five", "people", "."]


def test_a_hyphen_between_spaces_is_a_dash_where_hyphens_are_printed_without() -> None:
    text = "Mayor Ann Lee - speaking at a well-attended rally - condemned the attack."
    (found,) = sentences(text)
    assert [t.text for t in found.children(found.root, "nsubj")] == ["Lee"]
    assert [t.text for t in found.tokens if t.text in "-—"] == ["-", "-", "-"]
    assert not any(t.recased for t in found.tokens)


def test_codes_of_shares_are_no_words() -> None:
    text = "Acme Corp <ACM.N> said on Monday it would buy Bolt."
    (found,) = sentences(text)
    assert "ACM.N" not in [t.text for t in found.tokens]
    assert [t.text for t in found.children(found.root, "nsubj")] == ["Corp"]

"""Headlines have their verb: a present that looks like a plural, and a participle that looks like a past."""

from __future__ import annotations

import pytest

from kgexport.annotate.language import LanguageAnnotator
from kgexport.annotate.language.headlines import headline_verbs
from kgexport.model import Annotations, Article, Block, BlockKind, Sentence, Span


def parsed(text: str, kind: BlockKind = BlockKind.HEADLINE) -> Sentence:
    article = Article(text, (Block(Span(0, len(text)), kind),))
    (sentence,) = LanguageAnnotator().annotate(Annotations(article)).sentences
    assert [token.text for token in sentence.tokens] == [token.span.of(text) for token in sentence.tokens]
    return sentence


@pytest.mark.parametrize(
    ("headline", "subject", "verb", "object_"),
    [
        ("Club sacks manager", "Club", "sack", "manager"),
        ("President fires defence minister", "President", "fire", "minister"),
        ("Strikes halt trains across Belgium", "Strikes", "halt", "trains"),
        ("MPs back deal", "MPs", "back", "deal"),
        ("Protesters storm parliament in Tbilisi", "Protesters", "storm", "parliament"),
        ("Rioters torch cars in Paris", "Rioters", "torch", "cars"),
        ("Blasts rock Mogadishu", "Blasts", "rock", "Mogadishu"),
        ("Police fire tear gas at crowd", "Police", "fire", "gas"),
        ("Mudslide traps miners", "Mudslide", "trap", "miners"),
        ("Judge blocks ban", "Judge", "block", "ban"),
    ],
)
def test_a_present_that_looks_like_a_plural(headline: str, subject: str, verb: str, object_: str) -> None:
    sentence = parsed(headline)
    root = sentence.root
    assert (root.lemma, root.pos) == (verb, "VERB")
    assert root.tag in ("VBZ", "VBP")
    assert [t.text for t in sentence.children(root, "nsubj")] == [subject]
    assert [t.text for t in sentence.children(root, "dobj")] == [object_]


@pytest.mark.parametrize(
    ("headline", "subject"),
    [
        ("Man held over fatal stabbing in Birmingham", "Man"),
        ("Dozens hurt as train derails in India", "Dozens"),
        ("Bank robbed by armed gang", "Bank"),
        ("Ship attacked in Red Sea", "Ship"),
        ("Woman rescued from collapsed building after 30 hours", "Woman"),
        ("Coach fired after defeat", "Coach"),
    ],
)
def test_a_participle_that_looks_like_a_past(headline: str, subject: str) -> None:
    sentence = parsed(headline)
    assert sentence.root.tag == "VBN"
    assert [t.text for t in sentence.children(sentence.root, "nsubjpass")] == [subject]


@pytest.mark.parametrize(
    "headline",
    [
        "Iran nuclear talks",
        "Gaza aid convoy attack",
        "Lottery jackpot winners",
        "Forest fires in Spain",
        "Student protests in Iran",
        "Street protests",
    ],
)
def test_a_headline_without_a_verb_gets_none(headline: str) -> None:
    assert not any(token.pos == "VERB" for token in parsed(headline).tokens)


def test_a_past_with_an_object_stays_a_past() -> None:
    sentence = parsed("Rockets hit base")
    assert sentence.children(sentence.root, "nsubj")


def test_the_body_is_read_as_it_is() -> None:
    assert parsed("Club sacks manager", BlockKind.PARAGRAPH).root.tag != "VBZ"


def test_present_forms_are_made_of_the_base() -> None:
    assert headline_verbs().past["torches"] == headline_verbs().past["torch"] == ("torch", "torched")
    assert headline_verbs().past["denies"] == ("deny", "denied")

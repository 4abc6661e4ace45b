"""Lists, clauses without "that" and owners are read as grammar has them where the parser does not."""

from __future__ import annotations

import pytest

from kgexport.annotate.language import LanguageAnnotator
from kgexport.model import Annotations, Article, Block, BlockKind, Sentence, Span


def parsed(text: str) -> Sentence:
    article = Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    return LanguageAnnotator().annotate(Annotations(article)).sentences[0]


def joined_to(sentence: Sentence, word: str) -> list[str]:
    """A word and all that is joined to it, in their order."""
    queue = [next(token for token in sentence.tokens if token.text == word)]
    for token in queue:
        queue += sentence.children(token, "conj")
    return [token.text for token in sorted(queue, key=lambda token: token.i)]


def above(sentence: Sentence, word: str) -> tuple[str, str]:
    """Dependency of a word and the word that it hangs on."""
    token = next(token for token in sentence.tokens if token.text == word)
    return token.dep, sentence.head(token).text


@pytest.mark.parametrize(
    ("text", "first", "expected"),
    [
        ("The bomb killed Karl Holm, Ann Lee and injured Leo Vance.", "Holm", ["Holm", "Lee"]),
        ("The attack killed a soldier, two guards and wounded a bystander.", "soldier", ["soldier", "guards"]),
        ("Ann Lee, Karl Holm and two others were arrested and charged.", "Lee", ["Lee", "Holm", "others"]),
        ("The union, the employers and the state agreed on wages.", "union", ["union", "employers", "state"]),
        ("He was convicted of killing his wife, Maria, and son, Leo, on their farm.", "wife", ["wife", "son"]),
        ("His brother Karl and sister Ann were arrested on Friday.", "brother", ["brother", "sister"]),
        ("Police arrested Ann Lee, 34, Tom Roe, 28, and Karl Holm, 19, on Friday.", "Lee", ["Lee", "Roe", "Holm"]),
        ("A Ugandan, two Kenyans and a Briton were killed.", "Ugandan", ["Ugandan", "Kenyans", "Briton"]),
        ("The king, the prime minister and the judge attended.", "king", ["king", "minister", "judge"]),
        ("Protesters burned cars, looted shops and attacked police.", "burned", ["burned", "looted", "attacked"]),
        ("North and South Korea exchanged artillery fire on Thursday.", "North", ["North", "Korea"]),
        ("Officials in Bavaria and neighboring Saxony declared an emergency.", "Bavaria", ["Bavaria", "Saxony"]),
        ("She thanked Meghan Roe, Duchess of Sussex, and Tom Vance.", "Roe", ["Roe"]),
        ("The plane carrying 40 passengers and four crew crashed.", "passengers", ["passengers", "crew"]),
        ("A man accused of killing his wife and two sons was freed.", "wife", ["wife", "sons"]),
        ("A man accused of killing his wife and two sons was freed.", "man", ["man"]),
        ("The head of the party and mayor of Lima was arrested.", "party", ["party"]),
        ("Peru, but not Chile, signed the accord.", "Peru", ["Peru"]),
        ("Spain, but not France, has joined the pact.", "Spain", ["Spain"]),
        # an apposition that a comma closes is none of the list
        ("Karl Holm, a lawyer and father of two, was elected mayor.", "Holm", ["Holm"]),
        ("He thanked his wife Ann, his son and his brother.", "wife", ["wife"]),
        ("The Obama and Bush administrations backed the plan.", "administrations", ["administrations"]),
    ],
)
def test_lists(text: str, first: str, expected: list[str]) -> None:
    assert joined_to(parsed(text), first) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The man police arrested on Sunday was released on Tuesday.", "man", ("nsubjpass", "released")),
        ("The bridge rebels destroyed last week was rebuilt by the army.", "rebels", ("nsubj", "destroyed")),
        ("The 20 votes the government lacks have come from the left.", "government", ("nsubj", "lacks")),
        ("The 20 votes the government lacks have come from the left.", "lacks", ("relcl", "votes")),
        (
            "The minister denied the 12 judges the court needs to open the trial have refused to sit.",
            "judges",
            ("nsubj", "refused"),
        ),
        ("He called it one of the worst fires he had seen and praised the crews.", "praised", ("conj", "called")),
        ("The mayor, who had seen the plans and rejected them, resigned.", "rejected", ("conj", "seen")),
        ("She left the town on the day she had sold it and bought a farm.", "bought", ("conj", "sold")),
        ("Ann Lee and the studio are locked in talks over her return to direct the film.", "direct", ("acl", "return")),
        ("He called for parliament to be convened by next Tuesday.", "by", ("prep", "convened")),
        ("He called for parliament to be convened by the king.", "by", ("agent", "convened")),
    ],
)
def test_clauses(text: str, word: str, expected: tuple[str, str]) -> None:
    assert above(parsed(text), word) == expected


@pytest.mark.parametrize("apostrophe", ["'", "’", "‘"])
def test_an_owner_that_a_tokeniser_tore_apart(apostrophe: str) -> None:
    sentence = parsed(f"The studio bought Ann Lee {apostrophe} s script on Friday.")

    owner = next(token for token in sentence.tokens if token.text == "Lee")
    assert (owner.dep, sentence.head(owner).text) == ("poss", "script")
    assert [t.span.of(f"The studio bought Ann Lee {apostrophe} s script on Friday.") for t in sentence.tokens][5] == (
        f"{apostrophe} s"
    )

"""What common nouns and pronouns refer to: one reading, or none."""

from __future__ import annotations

from kgexport.annotate.entities import EntityAnnotator
from kgexport.annotate.language import LanguageAnnotator
from kgexport.authority.base import Candidate
from kgexport.model import Annotations, Article, Block, BlockKind, MentionKind, Span


class NoAuthority:
    """Knows nothing."""

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        return ()

    def demonym(self, word: str) -> Candidate | None:
        return None

    def country(self, iso2: str) -> Candidate | None:
        return None


def references(text: str, kind: MentionKind) -> list[tuple[str, str]]:
    """Entity name and words of every reference of a kind."""
    article = Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    found = EntityAnnotator(NoAuthority()).annotate(LanguageAnnotator().annotate(Annotations(article)))
    return sorted((e.name, m.span.of(text)) for e in found.entities for m in e.mentions if m.kind is kind)


def test_the_only_mosque_is_the_mosque() -> None:
    text = "The Velkara Mosque was opened in May. The mosque cost a lot."
    assert references(text, MentionKind.NOMINAL) == [("Velkara Mosque", "The mosque")]


def test_one_of_two_mosques_is_not_guessed() -> None:
    text = "The Velkara Mosque and the Sorin Mosque were opened in May. The mosque cost a lot."
    assert references(text, MentionKind.NOMINAL) == []


def test_an_office_means_the_one_who_holds_it() -> None:
    text = "Prime Minister Karla Vestergaard spoke on Monday. The prime minister left early."
    assert references(text, MentionKind.NOMINAL) == [("Karla Vestergaard", "The prime minister")]


def test_a_pronoun_means_the_only_person() -> None:
    text = "Prime Minister Karla Vestergaard spoke on Monday. She left early."
    assert references(text, MentionKind.PRONOUN) == [("Karla Vestergaard", "She")]


def test_a_pronoun_agrees_in_gender_with_the_title() -> None:
    text = "Mr. John Tarkin met Mrs. Mary Brekke on Monday. She left early."
    assert references(text, MentionKind.PRONOUN) == [("Mary Brekke", "She")]


def test_a_pronoun_with_two_readings_means_nobody() -> None:
    text = "A letter from John Tarkin to Peter Brekke was found. He was ill."
    assert references(text, MentionKind.PRONOUN) == []

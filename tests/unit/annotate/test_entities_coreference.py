"""What common nouns and pronouns refer to, and which names name one person: one reading, or none."""

from __future__ import annotations

import pytest

from kgexport.annotate.entities import EntityAnnotator
from kgexport.annotate.entities.references.genders import of_name, of_person
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


def pronouns(text: str) -> list[tuple[str, str]]:
    """Entity name and pronoun, in order of the text."""
    return references(text, MentionKind.PRONOUN)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("John Tarkin lost his wallet.", "John Tarkin", "his"),
        ("John Tarkin said he would resign.", "John Tarkin", "he"),
        ("John Tarkin hurt himself.", "John Tarkin", "himself"),
        ("Mary Brekke met John Tarkin. He was late.", "John Tarkin", "He"),
        ("Peter Brekke wrote to John Tarkin and his agent.", "John Tarkin", "his"),
        ("Mary Brekke thanked John Tarkin for his help.", "John Tarkin", "his"),
        ("After calling his mother, John Tarkin left the house.", "John Tarkin", "his"),
        ("Dan Brekke beat John Tarkin, who lost his temper.", "John Tarkin", "his"),
        ("The Orbex Corporation said it would hire 500 workers.", "Orbex Corporation", "it"),
        ("The Orbex Corporation fell. Its chairman resigned.", "Orbex Corporation", "Its"),
        ('John Tarkin met Mary Brekke. "She knows what to do," Tarkin said.', "Mary Brekke", "She"),
    ],
)
def test_a_pronoun_is_linked(text: str, name: str, words: str) -> None:
    assert (name, words) in pronouns(text)


@pytest.mark.parametrize(
    "text",
    [
        "John Tarkin met Peter Brekke. He said the talks were good.",
        "John Tarkin told Peter Brekke he would go to prison.",
        "John Tarkin hired a lawyer. His lawyer said he would appeal.",
        "A guard saw John Tarkin. The guard said he was tired.",
        "The Orbex Corporation fell. It rained all day.",
        "The Orbex Corporation fell. It was clear that nobody cared.",
        "The Orbex Corporation fell. It is time to go home.",
        "The Orbex Corporation fell. It took two years to recover.",
        "The Orbex Corporation praised a new law. It was a long fight.",
        "The Orbex Corporation hurt its workers. Some angry men said they were poor.",
        '"It took my house," said Mary Brekke of Orbex Corporation.',
    ],
)
def test_what_may_be_another_is_left_open(text: str) -> None:
    subjects = {"He", "he", "It", "they"}
    assert [found for found in pronouns(text) if found[1] in subjects] == []


def test_who_speaks_is_not_whom_the_quoted_words_are_about() -> None:
    text = 'John Tarkin met Mary Brekke. "He is a fool," Tarkin said.'
    assert ("John Tarkin", "He") not in pronouns(text)


def test_he_is_not_who_is_named_behind_him() -> None:
    assert pronouns("John Tarkin was ill. He said Tarkin was well.") == []


def test_a_body_that_was_it_is_not_they() -> None:
    text = "The Orbex Corporation said it fined five rivals. It says they cheated."
    assert ("Orbex Corporation", "they") not in pronouns(text)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("The judge, Helen Brekke, adjourned the case. The judge was ill.", "Helen Brekke", "The judge"),
        ("Anna Brekke was elected mayor. The new mayor spoke.", "Anna Brekke", "The new mayor"),
        ("Peter Tarkin, 42, was found. The 42-year-old was cold.", "Peter Tarkin", "The 42-year-old"),
        ("Mary Brekke won the prize. The actress thanked them all.", "Mary Brekke", "The actress"),
        ("Novelist Mary Brekke won the prize. The writer was glad.", "Mary Brekke", "The writer"),
        ("The Orbex Corporation lost money. The company will close.", "Orbex Corporation", "The company"),
        ("The Hartmann Museum was robbed. The museum was closed.", "Hartmann Museum", "The museum"),
        ("John Tarkin, an army spokesman, spoke. The spokesman's cousin died.", "John Tarkin", "The spokesman"),
    ],
)
def test_a_common_noun_is_linked(text: str, name: str, words: str) -> None:
    assert (name, words) in references(text, MentionKind.NOMINAL)


@pytest.mark.parametrize(
    "text",
    [
        "A judge met Judge Helen Brekke. The judge was ill.",
        "Anna Brekke was elected mayor. The former mayor spoke.",
        "Peter Tarkin, 42, was found. The 43-year-old was cold.",
        "John Tarkin won the prize. The actress thanked them all.",
        "John Tarkin was sentenced. The prosecutor was glad.",
        "The Orbex Corporation sued the Velkara Corporation. The president of the club spoke.",
        "The Orbex Corporation and the Velkara Corporation met. The company will close.",
        "A man saw John Tarkin. The man fled.",
        "The Orbex Corporation fell. The company Velkara rose.",
    ],
)
def test_a_common_noun_for_another_is_left_open(text: str) -> None:
    assert references(text, MentionKind.NOMINAL) == []


def names(text: str) -> dict[str, list[str]]:
    """Entity name -> the words of its name mentions."""
    article = Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    found = EntityAnnotator(NoAuthority()).annotate(LanguageAnnotator().annotate(Annotations(article)))
    return {e.name: [m.span.of(text) for m in e.mentions if m.kind is MentionKind.NAME] for e in found.entities}


def test_a_nickname_in_quotation_marks_belongs_to_the_name() -> None:
    text = 'The novelist Beatrix "Trixie" Holloway has died. Trixie wrote books. Holloway was 88.'
    assert names(text) == {'Beatrix "Trixie" Holloway': ['Beatrix "Trixie" Holloway', "Trixie", "Holloway"]}


def test_a_title_of_a_man_goes_to_the_man_of_two_of_one_surname() -> None:
    text = "Peter Lindholm and his wife Greta Lindholm were found. Mr Lindholm ran a shop. Mrs Lindholm taught."
    found = names(text)
    assert found["Peter Lindholm"] == ["Peter Lindholm", "Lindholm"]
    assert found["Greta Lindholm"] == ["Greta Lindholm", "Lindholm"]


def test_a_surname_alone_of_two_persons_is_nobody() -> None:
    text = "Peter Lindholm and his son Karl Lindholm were found. Their dog was alive. Lindholm was rich."
    assert sorted(word for words in names(text).values() for word in words) == ["Karl Lindholm", "Peter Lindholm"]


def test_a_junior_is_found_by_his_surname() -> None:
    text = "Joseph Comeaux Jr. was caught on Monday. Comeaux, 49, had escaped."
    assert names(text)["Joseph Comeaux Jr."] == ["Joseph Comeaux Jr.", "Comeaux"]


@pytest.mark.parametrize(
    ("name", "gender"), [("Mary Brekke", "f"), ("Jean-Claude Juncker", "m"), ("Kim Brekke", ""), ("Brekke", "")]
)
def test_a_given_name_tells_the_gender_or_nothing(name: str, gender: str) -> None:
    assert of_name(name) == gender


def test_title_and_nouns_outweigh_the_given_name() -> None:
    assert of_person("Mary Brekke", "m", ()) == "m"
    assert of_person("Kim Brekke", "", {"actress"}) == "f"
    assert of_person("Kim Brekke", "", {"actress", "husband"}) == ""


def lands(text: str, headline: bool = False) -> dict[str, list[str]]:
    """Every entity by the travelling authority with the words of its mentions but names."""
    end = text.index("\n") if headline else 0
    blocks = [Block(Span(0, end), BlockKind.HEADLINE)] if headline else []
    article = Article(text, (*blocks, Block(Span(end + headline, len(text)), BlockKind.PARAGRAPH)))
    found = EntityAnnotator().annotate(LanguageAnnotator().annotate(Annotations(article)))
    return {e.name: [m.span.of(text) for m in e.mentions if m.kind is not MentionKind.NAME] for e in found.entities}


def test_the_noun_of_a_people_is_a_person_and_no_land() -> None:
    text = "Norwegian striker Oskar Dahl beat Belgian defender Jan Claes. The Belgian fell. Many praised the Norwegian."
    assert lands(text) == {
        "Norway": ["Norwegian"],
        "Oskar Dahl": ["the Norwegian"],
        "Belgium": ["Belgian"],
        "Jan Claes": ["The Belgian"],
    }


def test_a_people_that_fits_nobody_is_nobody() -> None:
    assert lands("Jane Bell left. A Frenchman died. The Frenchman fell, but the Englishman did not.") == {
        "Jane Bell": []
    }
    assert lands("She lives in a German city.") == {"Germany": ["German"]}


def test_they_are_both() -> None:
    text = "Ann Ray and Joan Lee were arrested on Friday. They were freed on Sunday."
    assert references(text, MentionKind.PRONOUN) == [("Ann Ray", "They"), ("Joan Lee", "They")]


def test_an_office_in_a_headline_is_its_holder() -> None:
    text = "Chinese Foreign Minister Meets Envoys in Rome\nChina's Foreign Minister Wang Yi met envoys in Rome."
    assert lands(text, headline=True)["Wang Yi"] == ["Foreign Minister"]
    text = "Chinese Foreign Minister Meets Envoys in Rome\nFrench Foreign Minister Jean Petit met envoys in Rome."
    assert lands(text, headline=True)["Jean Petit"] == []


def test_an_office_that_is_left_is_no_person() -> None:
    text = "Bell Quits as Finance Minister After Row\nFinance Minister Jane Bell quit on Monday."
    assert lands(text, headline=True)["Jane Bell"] == []


TWO_PRESIDENTS = "French President Jean Petit met Russian President Ivan Orlov in Rome. "


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (TWO_PRESIDENTS + "The Russian president rejected the plan.", "Ivan Orlov", "president"),
        (TWO_PRESIDENTS + "The French president urged calm.", "Jean Petit", "president"),
        (
            "China's Guangdong is under water. Rain hit the southern Chinese province.",
            "Guangdong",
            "the southern Chinese province",
        ),
        (
            "Norwegian striker Erik Moe scored. Swedish striker Nils Berg was sent off. The Swedish striker protested.",
            "Nils Berg",
            "The Swedish striker",
        ),
        ("Boca Juniors beat defending champions Sydney FC 2-1.", "Sydney FC", "defending champions"),
    ],
)
def test_a_description_with_a_land_is_the_one_of_that_land(text: str, name: str, words: str) -> None:
    assert words in lands(text)[name]


@pytest.mark.parametrize(
    "text",
    [
        TWO_PRESIDENTS + "The Ukrainian president criticised them.",
        "Chinese Foreign Minister Wang Yi arrived in Tokyo. The Japanese foreign minister greeted him.",
        "Former French President Jean Petit was sentenced. The French president rejected any comment.",
        "French President Jean Petit left. A French president spoke. He became French president.",
        "President Jean Petit flew from France to Russia. The Russian president greeted him.",
        "French President Jean Petit left. Ann Lee wants to be the French president.",
        "China's Guangdong is under water. The northern Indian province was hit, too.",
        "China's Guangdong is under water. China's Yunnan is dry. Rain hit the southern Chinese province.",
        "French Finance Minister Jean Petit met French Interior Minister Luc Roy. The French minister spoke.",
    ],
)
def test_a_description_with_another_land_joins_nobody(text: str) -> None:
    found = {words for all_words in lands(text).values() for words in all_words}
    assert not [w for w in found if w.lower().endswith(("president", "minister", "province"))]


def test_an_unknown_word_before_an_office_may_be_another_land() -> None:
    text = "Pak foreign minister arrives in Rome\nItalian Foreign Minister Ugo Bassi met Ali Khan in Rome on Monday."
    assert lands(text, headline=True)["Ugo Bassi"] == []


def test_a_town_that_only_acts_is_its_team() -> None:
    text = "Sydney FC beat Perth Glory on Sunday. Sydney struck back after a penalty."
    assert "Sydney" not in lands(text)
    assert "Sydney" in lands("Sydney FC beat Perth Glory on Sunday. The fans met in Sydney.")

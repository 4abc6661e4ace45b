"""Names: which things an article names, their types, one entity a thing; each text is made up for one rule."""

from __future__ import annotations

from functools import cache

import pytest

from kgexport.annotate.entities import EntityAnnotator, EntityIndex, merged, nominal_entity
from kgexport.annotate.entities.extents import with_articles
from kgexport.annotate.entities.lexicon import coarse, lexicon
from kgexport.annotate.language import LanguageAnnotator
from kgexport.authority.base import Candidate
from kgexport.model import Annotations, Article, Block, BlockKind, Entity, MentionKind, Span
from kgexport.vocabulary import SCHEMA

_COUNTRIES = {"Norway": "NO", "Brazil": "BR", "Georgia": "GE", "Estonia": "EE"}
_PEOPLES = {"Norwegian": "Norway", "Norwegians": "Norway", "Brazilian": "Brazil", "Estonian": "Estonia"}
_CITIES = {"Oslo": "NO", "Paris": "FR", "Bergen": "NO"}


class SmallAuthority:
    """A handful of names, to test rules without the data files."""

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        plain = name.removeprefix("Kingdom of ")
        if plain in _COUNTRIES:
            return (
                Candidate("Q" + _COUNTRIES[plain], plain, ("Country",), (), country=_COUNTRIES[plain], popularity=1.0),
            )
        if name in _CITIES:
            return (Candidate("Qc" + name, name, ("City",), (), country=_CITIES[name], popularity=0.6),)
        if name == "UNO":
            return (Candidate("Quno", "United Nations", ("Organization",), (), matched="alias"),)
        return ()

    def demonym(self, word: str) -> Candidate | None:
        land = _PEOPLES.get(word)
        return self.candidates(land)[0] if land else None

    def country(self, iso2: str) -> Candidate | None:
        return next((self.candidates(n)[0] for n, code in _COUNTRIES.items() if code == iso2), None)


@cache
def annotated(text: str, headline: bool = False) -> Annotations:
    """The entities of a text; with a headline, its first line is one."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        kind = BlockKind.HEADLINE if headline and number == 0 else BlockKind.PARAGRAPH
        blocks.append(Block(Span(at, at + len(line)), kind))
        at += len(line) + 1
    parsed = LanguageAnnotator().annotate(Annotations(Article(text, tuple(blocks))))
    return EntityAnnotator(SmallAuthority()).annotate(parsed)


def named(found: Annotations) -> dict[str, str]:
    """Name -> main type."""
    return {e.name: e.types[0] for e in found.entities}


def one(found: Annotations, name: str) -> Entity:
    """The only entity of that name."""
    (entity,) = [e for e in found.entities if e.name == name]
    return entity


def texts(found: Annotations, entity: Entity, kind: MentionKind) -> list[str]:
    """What the mentions of a kind cover."""
    return [m.span.of(found.article.text) for m in entity.mentions if m.kind is kind]


def test_a_title_makes_a_person_and_stays_outside_of_the_span() -> None:
    found = annotated("Prime Minister Karla Vestergaard spoke on Monday. Vestergaard left early.")
    person = one(found, "Karla Vestergaard")
    assert person.types == ("Person",)
    assert texts(found, person, MentionKind.NAME) == ["Karla Vestergaard", "Vestergaard"]
    assert set(person.alternate_names) == {"Vestergaard", "Prime Minister Karla Vestergaard"}
    assert person.mentions[0].annotator == "entities/title-name"


def test_two_persons_of_one_surname_stay_two() -> None:
    found = annotated("John Tarkin met Mary Tarkin in Oslo. Tarkin smiled.")
    names = [e.name for e in found.entities if e.types[0] == "Person"]
    assert sorted(names) == ["John Tarkin", "Mary Tarkin"]
    assert all("Tarkin" not in e.alternate_names for e in found.entities)


def test_a_honorific_says_which_of_two_persons_is_meant() -> None:
    found = annotated("Mr. John Tarkin met Mrs. Mary Tarkin in Oslo. Mrs. Tarkin smiled at him.")
    assert "Tarkin" in one(found, "Mary Tarkin").alternate_names
    assert "Tarkin" not in one(found, "John Tarkin").alternate_names


def test_demonyms_are_mentions_of_the_country_and_never_names() -> None:
    found = annotated("The Norwegian ship left. Norwegians cheered.")
    country = one(found, "Norway")
    assert country.types == ("Country",)
    assert country.alternate_names == ()
    assert texts(found, country, MentionKind.ADJECTIVE) == ["Norwegian", "Norwegians"]


def test_a_demonym_comes_off_a_name() -> None:
    found = annotated("Norwegian Foreign Minister Ola Brekke arrived in Paris.")
    assert named(found) == {"Norway": "Country", "Ola Brekke": "Person", "Paris": "City"}


def test_a_demonym_stays_in_the_name_of_a_body() -> None:
    found = annotated("The Norwegian Broadcasting Corporation reported the news.")
    assert list(named(found).values()) == ["NewsMediaOrganization"]


def test_hyphenated_demonyms_are_both_read() -> None:
    found = annotated("Both sides praised Norwegian-Estonian relations.")
    assert named(found) == {"Norway": "Country", "Estonia": "Country"}


@pytest.mark.parametrize(
    ("phrase", "name", "cls"),
    [
        ("They opened the Velkara mosque today.", "Velkara mosque", "Mosque"),
        ("They opened the Velkara Bridge today.", "Velkara Bridge", "Bridge"),
        ("They met at Velkara International Airport.", "Velkara International Airport", "Airport"),
        (
            "He joined the Ministry of Transport and Energy.",
            "Ministry of Transport and Energy",
            "GovernmentOrganization",
        ),
        ("She works for Velkara Holdings Inc. in town.", "Velkara Holdings Inc.", "Corporation"),
        ("The Velkara Democratic Party won.", "Velkara Democratic Party", "PoliticalParty"),
    ],
)
def test_nouns_of_places_and_bodies_decide_the_type(phrase: str, name: str, cls: str) -> None:
    assert named(annotated(phrase)) == {name: cls}


def test_an_article_is_in_the_span_only_if_asked_for() -> None:
    without = annotated("Police searched the Kremlin. A Kremlin gate and the Kremlin gate were closed.")
    with_it = with_articles(without)
    for found, forms in ((without, ["Kremlin"] * 3), (with_it, ["the Kremlin", "Kremlin", "Kremlin"])):
        entity = one(found, "Kremlin")
        assert [m.span.of(found.article.text) for m in entity.mentions if m.kind is MentionKind.NAME] == forms


def test_an_acronym_in_brackets_is_the_same_body() -> None:
    found = annotated("The Velkara Fisheries Agency (VFA) closed the port. The VFA gave no reason.")
    body = one(found, "Velkara Fisheries Agency")
    assert body.alternate_names == ("VFA",)
    assert len(texts(found, body, MentionKind.NAME)) == 3


def test_the_long_form_of_a_country_is_no_second_country() -> None:
    found = annotated("Norway signed. The Kingdom of Norway is bound by it.")
    assert one(found, "Norway").alternate_names == ("Kingdom of Norway",)
    assert len(found.entities) == 1


def test_a_surname_that_is_also_a_city_follows_the_context() -> None:
    found = annotated("Helena Paris, a singer, won the prize. Paris thanked her fans. She lives in Paris now.")
    assert named(found) == {"Helena Paris": "Person", "Paris": "City"}
    assert texts(found, one(found, "Paris"), MentionKind.NAME) == ["Paris"]


def test_a_list_of_examples_gives_the_type() -> None:
    found = annotated("They visited cities such as Quorl, Vestrin and Tabak last year.")
    assert {"Quorl", "Vestrin", "Tabak"} <= set(named(found))


def test_the_headline_is_read_with_what_the_body_taught() -> None:
    body = "Ola Brekke said he would visit the Velkara Bridge. Minister Ola Brekke left."
    text = f"Brekke to Visit Velkara Bridge in Spring\n{body}"
    found = annotated(text, headline=True)
    assert texts(found, one(found, "Ola Brekke"), MentionKind.NAME)[0] == "Brekke"


def test_faiths_days_and_bare_titles_are_no_entities() -> None:
    assert annotated("On Friday the President told Muslims and Republicans to wait.").entities == ()


def test_a_defined_term_is_an_entity_with_its_description() -> None:
    found = annotated("Glide bombs, described as guided munitions, hit the town. More glide bombs fell later.")
    term = one(found, "glide bombs")
    assert term.types == ("Product",)
    assert len(term.mentions) == 2
    assert [(a.predicate, a.value) for a in found.attributes] == [("description", "guided munitions")]


def test_nominal_entities_are_named_cleanly_and_share_a_key() -> None:
    found = annotated("Norway bought a significant number of attack drones. The attack drone failed. A woman watched.")
    made = []
    for sentence in found.sentences:
        for token in sentence.tokens:
            if token.lemma in ("number", "drone", "woman") and token.dep in ("dobj", "nsubj"):
                made.append(nominal_entity(sentence, token, found, EntityIndex(found.entities)))
    drones, again, woman = made
    assert drones is not None
    assert again is not None
    assert (drones.name, drones.types, drones.key) == ("attack drones", ("Product",), again.key)
    assert woman is None
    assert [len(e.mentions) for e in merged((drones, again))] == [2]


@pytest.mark.parametrize(
    ("text", "head", "made"),
    [
        ("They stole a gun.", "gun", True),
        ("They built psychological warfare tools.", "tool", True),
        ("They blew up two bridges.", "bridge", True),
        ("They held peace talks.", "talk", False),
        ("They demanded an immediate ceasefire.", "ceasefire", False),
        ("They praised recent advancements.", "advancement", False),
        ("They met government representatives.", "representative", False),
        ("They attacked protesters.", "protester", False),
        ("They met the crew.", "crew", False),
        ("They moved the loose thing.", "thing", False),
    ],
)
def test_only_phrases_that_name_a_thing_become_entities(text: str, head: str, made: bool) -> None:
    found = annotated(text)
    (sentence,) = found.sentences
    (token,) = [t for t in sentence.tokens if t.lemma == head and t.pos == "NOUN"]
    assert (nominal_entity(sentence, token, found) is not None) is made


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Secretary-General Karla Vestergaard spoke.", {"Karla Vestergaard": "Person"}),
        ("Secretary of State Karla Vestergaard spoke.", {"Karla Vestergaard": "Person"}),
        ("They met Hans van den Brekke there.", {"Hans van den Brekke": "Person"}),
        ("They saw the Norway-Estonia border.", {"Norway": "Country", "Estonia": "Country"}),
        ("The 82nd Airborne Division left.", {"82nd Airborne Division": "GovernmentOrganization"}),
        ("The HMS Velkara left port.", {"HMS Velkara": "Vehicle"}),
        ("The Institute for Velkara Studies opened.", {"Institute for Velkara Studies": "EducationalOrganization"}),
        ("They visited the Museum of Velkara Art.", {"Museum of Velkara Art": "Museum"}),
        ("The film \u201cQuiet Harbor\u201d won.", {"Quiet Harbor": "Movie"}),
    ],
)
def test_names_are_neither_cut_nor_grown(text: str, names: dict[str, str]) -> None:
    assert named(annotated(text)) == names


def test_a_common_noun_at_the_start_of_a_sentence_is_no_part_of_a_name() -> None:
    assert named(annotated("Chipmaker Velkara Holdings Inc. fell.")) == {"Velkara Holdings Inc.": "Corporation"}


def test_the_abbreviation_of_a_rank_is_nobody() -> None:
    found = annotated("The police chief, Maj. Gen. Ola Brekke, spoke.")
    assert [e.name for e in found.entities] == ["Ola Brekke"]


def test_a_road_with_a_number_is_a_place() -> None:
    assert named(annotated("Trucks blocked Interstate 5 on Monday.")) == {"Interstate 5": "Place"}


def test_a_company_and_its_short_name_are_one() -> None:
    found = annotated("Shares of Velkara Robotics Inc. fell. Velkara makes robots.")
    assert one(found, "Velkara Robotics Inc.").alternate_names == ("Velkara",)


def test_mrs_of_a_surname_is_not_he() -> None:
    found = annotated("Leonard Brekke lost his job. Mrs Brekke wept.")
    assert sorted(e.name for e in found.entities) == ["Brekke", "Leonard Brekke"]


def test_a_surname_means_the_only_bearer_named_so_far() -> None:
    found = annotated("Siri Brekke won. Brekke smiled. Her sister, Ola Brekke, cheered. Brekke left.")
    assert len(texts(found, one(found, "Siri Brekke"), MentionKind.NAME)) == 2


def test_joined_places_bear_each_other_out() -> None:
    found = annotated("The storm hit the towns of Quorl and Vestrin.")
    assert {"Quorl", "Vestrin"} <= set(named(found))


def test_a_bare_direction_is_the_country_of_that_name_or_nothing() -> None:
    assert annotated("They moved to the North.").entities == ()


def test_the_same_input_gives_the_same_entities() -> None:
    text = "Prime Minister Karla Vestergaard met Norwegian officials in Oslo."
    again = EntityAnnotator(SmallAuthority()).annotate(annotated(text).replacing(entities=()))
    assert again.entities == annotated(text).entities


def test_an_empty_article_has_none() -> None:
    assert EntityAnnotator(SmallAuthority()).annotate(Annotations(Article("", ()))).entities == ()


def test_the_word_lists_name_only_classes_that_can_be_written() -> None:
    lists = lexicon()
    named = {cls for cls, _ in (*lists.facilities.values(), *lists.organisations.values())}
    named |= {*lists.gazetteer.values(), *lists.heads.values()}
    assert sorted(cls for cls in named if cls != "-" and cls not in SCHEMA) == []
    assert {coarse(cls) for cls, _ in lists.facilities.values()} == {"LOC", "ORG"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Union of Farmers and Fishers won the vote on Monday.", "Union of Farmers and Fishers"),
        ("She lives in the Bouyei and Miao Autonomous Prefecture.", "Bouyei and Miao Autonomous Prefecture"),
        ("Phone users like T - Mobile in Norway.", "T - Mobile"),
    ],
)
def test_a_name_with_and_or_a_loose_hyphen_is_one(text: str, name: str) -> None:
    assert name in named(annotated(text))


def test_a_language_is_no_land() -> None:
    assert named(annotated("She speaks Norwegian and reads Estonian.")) == {}
    assert named(annotated("The book was written in Norwegian.")) == {}
    assert named(annotated("Norwegian and Estonian troops met.")) == {"Norway": "Country", "Estonia": "Country"}


def test_whose_chief_executive_is_told_of_is_a_body() -> None:
    found = annotated("James Daunt is the CEO of Waterbrook, which sells books.")
    assert named(found)["Waterbrook"] == "Organization"

"""Names that hold other words: money, given names like towns, business words, "Al", directed works, lists of places."""

from __future__ import annotations

from functools import cache

import pytest

from kgexport.annotate.entities import EntityAnnotator
from kgexport.annotate.language import LanguageAnnotator
from kgexport.annotate.relations import RelationAnnotator
from kgexport.model import Annotations, Article, Block, BlockKind, Span


@cache
def read(text: str) -> Annotations:
    """The names and relations of a text, with the embedded authority."""
    article = Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    return RelationAnnotator().annotate(EntityAnnotator().annotate(LanguageAnnotator().annotate(Annotations(article))))


def named(text: str) -> dict[str, str]:
    """Name -> main type."""
    return {e.name: e.types[0] for e in read(text).entities}


def forms(text: str) -> list[set[str]]:
    """Of each entity all forms by which it is named."""
    return [{e.name, *e.alternate_names} for e in read(text).entities]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shares of Harvest Dollar rose on Monday.", "Harvest Dollar"),
        ("The takeover of Dollar Harbor was approved on Monday.", "Dollar Harbor"),
        ("The company, its shareholders and analysts liked it. Pound Orchard has 300 stores in Ohio.", "Pound Orchard"),
    ],
)
def test_a_word_for_money_beside_another_is_part_of_the_name(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("The Hong Kong Dollar fell on Monday.", "Hong Kong"),
        ("Traders sold the Canadian Dollar on Monday.", "Canada"),
    ],
)
def test_a_currency_of_a_land_is_no_name(text: str, land: str) -> None:
    assert set(named(text)) == {land}


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("Al Tarrow beat Al Corvel 2-0 in the league match. Tarrow also won the cup game.", "Al Tarrow", "Tarrow"),
        (
            "Harvest Dollar Stores opened a shop. Shares of Harvest Dollar rose.",
            "Harvest Dollar Stores",
            "Harvest Dollar",
        ),
    ],
)
def test_a_name_with_and_without_what_says_nothing_is_one(text: str, name: str, other: str) -> None:
    assert any({name, other} <= shared for shared in forms(text))


def test_letters_of_a_known_body_are_no_park() -> None:
    text = "The mayor left, the AP reported. He walked through Ardmore Park on Sunday. Ardmore Park is old."
    assert named(text).get("Ardmore Park") == "Park"


def test_letters_in_brackets_behind_a_name_are_still_its_own() -> None:
    text = "The Board of Harbour Fishing (BHF) met. The BHF agreed."
    assert any({"Board of Harbour Fishing", "BHF"} <= shared for shared in forms(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Baghdad Tarrow's brace won the league match in the cup.", "Baghdad Tarrow"),
        ("Sydney Corvel's wife watched the game.", "Sydney Corvel"),
    ],
)
def test_a_town_is_a_given_name_before_what_only_persons_have(text: str, name: str) -> None:
    assert named(text).get(name) == "Person"
    assert "City" not in named(text).values()


@pytest.mark.parametrize(
    "text",
    [
        "The coach said Tarrow scored a brace in the league match. The goalkeeper agreed.",
        "The coach said Tarrow scored his goals in the league match. The goalkeeper agreed.",
    ],
)
def test_who_scores_a_brace_is_no_team(text: str) -> None:
    assert named(text).get("Tarrow") == "Person"


def test_a_town_of_that_name_makes_no_place_of_the_company_beside_a_company() -> None:
    text = (
        "Ferrers and Suez announced a merger deal. Suez said its profit rose. Suez climbed 7.8% and investors at Suez "
        "were pleased, Suez said. Shares in Ferrers were up over 9%."
    )
    assert named(text).get("Ferrers") == "Organization"


def test_shares_in_a_name_are_in_no_place() -> None:
    assert named("Shares in Tarrow were up 9%.").get("Tarrow") == "Organization"


def test_a_chief_executive_is_no_part_of_a_name() -> None:
    assert named("The bank said Corvel CEO Anna Holm resigned.").get("Anna Holm") == "Person"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She directed Anna Holm's It's a Long Way Home in 1999.", "Anna Holm's It's a Long Way Home"),
        ("Critics liked Anna Holm's It's a Long Way Home.", "It's a Long Way Home"),
    ],
)
def test_the_author_is_part_of_the_title_where_another_directs(text: str, name: str) -> None:
    assert name in named(text)


def test_a_format_is_no_body() -> None:
    assert "PDF" not in named("The PDF version was shown. The PDF file is old, and PDF readers open it.")


def test_his_excellency_is_nobody_else() -> None:
    text = "Per Dahl spoke on Monday. HE Sheikh Salem bin Hamad al-Karim opened the fair."
    assert all("HE" not in {m.span.of(text) for m in e.mentions} for e in read(text).entities)


def test_a_list_of_places_is_no_containment() -> None:
    text = "The outage hit the North East, Cumbria, the South West and London."
    assert not [r for r in read(text).relations if r.predicate == "containedInPlace"]
    told = read("Floods hit Carlisle, Cumbria, on Monday.").relations
    assert [r for r in told if r.predicate == "containedInPlace"]


def test_the_organization_behind_a_name_is_the_named_one() -> None:
    text = "Police took papers from the Greenpeace organization. The Greenpeace company of actors left."
    [entity] = [e for e in read(text).entities if e.name == "Greenpeace"]
    assert [m.span.of(text) for m in entity.mentions if m.annotator == "entities/kind-noun"] == ["organization"]


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("The ferry left Ormoc City on Monday. Boats searched off Ormoc.", 1),
        ("The fair opened in Davao City on Monday. Rain fell in Davao.", 1),
        ("The fair opened in Mexico City on Monday. Rain fell in Mexico.", 2),
        ("The fair opened in Kansas City on Monday. Rain fell in Kansas.", 2),
    ],
)
def test_a_town_with_and_without_city_is_one(text: str, towns: int) -> None:
    assert len(read(text).entities) == towns


@pytest.mark.parametrize("ship", ["M/B Corvel Star", "M/V Tarrow Bay", "S/S Norland"])
def test_letters_with_a_stroke_begin_the_name_of_a_ship(ship: str) -> None:
    assert named(f"Police said the {ship} sank on Monday.").get(ship) == "Vehicle"


def test_three_lands_with_hyphens_are_three() -> None:
    text = "Officials prepared the Moscow-Ankara-Tehran talks and the Japan-India pact."
    assert {"Moscow", "Ankara", "Tehran", "Japan", "India"} <= set(named(text))


def test_a_merger_is_of_two_companies() -> None:
    text = "The merger of Morrisons and Asda was unlikely. A deal between Corvel and Tarrow was near, Reuters said."
    assert {"Morrisons", "Asda"} <= set(named(text))
    assert not any(" and " in name for name in named(text))


def test_a_who_with_a_capital_ends_a_name() -> None:
    text = "Ann Moor was announced as the new Captain Who, the 12th actor to take up the role. She will travel."
    told = read(text)
    assert next(s.span.of(text) for s in told.sentences).endswith("the role.")
    assert not any(e.name == "Who" for e in told.entities)


def test_what_follows_the_role_tells_of_who_plays_it() -> None:
    text = "Ann Moor was announced as the new Lara Quill, the 12th actor to take up the role. The actor will travel."
    assert {e.name for e in read(text).entities if "The actor" in {m.span.of(text) for m in e.mentions}} <= {"Ann Moor"}


def test_who_without_a_name_before_it_still_asks() -> None:
    text = "He met the man who sold the car. Who was it?"
    assert len(read(text).sentences) == 2
    assert not any("Who" in e.name for e in read(text).entities)


def test_what_a_role_is_called_tells_of_who_plays_it() -> None:
    text = "Anna Capel has been announced as the new Doctor Who, the 12th actor to play it. The actor starts in May."
    found = {e.name: {m.span.of(text) for m in e.mentions} for e in read(text).entities}
    assert all(
        "actor" not in words.lower() for name, all_words in found.items() if "Who" in name for words in all_words
    )

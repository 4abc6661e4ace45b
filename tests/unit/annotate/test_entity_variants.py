"""Names by what goes with them: titles of two words, areas and towns, quoted titles, short forms of one thing."""

from __future__ import annotations

from functools import cache

import pytest

from kgexport.annotate.entities import EntityAnnotator
from kgexport.annotate.language import LanguageAnnotator
from kgexport.model import Annotations, Article, Block, BlockKind, Entity, Span


@cache
def entities(text: str) -> tuple[Entity, ...]:
    """The entities of a text, with the embedded authority."""
    article = Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    return EntityAnnotator().annotate(LanguageAnnotator().annotate(Annotations(article))).entities


def named(text: str) -> dict[str, str]:
    """Name -> main type."""
    return {e.name: e.types[0] for e in entities(text)}


def forms(text: str) -> list[set[str]]:
    """Of each entity all forms by which it is named."""
    return [{e.name, *e.alternate_names} for e in entities(text)]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Festival Director Jonas Brekke thanked everybody.", "Jonas Brekke"),
        ("Chief Electoral Commissioner Maria Tavares spoke on Monday.", "Maria Tavares"),
        ("Head of Communications Karl Lindholm denied it.", "Karl Lindholm"),
        ("The report was read by Det. Supt. Anna Vestergaard on Monday.", "Anna Vestergaard"),
        ("Chief Financial Office Peter Holm said sales rose.", "Peter Holm"),
        ("The coach left out QB Daniel Marsh on Sunday.", "Daniel Marsh"),
    ],
)
def test_an_office_of_several_words_stays_outside_of_the_name(text: str, person: str) -> None:
    assert named(text).get(person) == "Person"


def test_a_magazine_that_begins_like_a_title_is_no_person() -> None:
    assert "Person" not in named("Readers of PC World liked the phone.").values()


def test_shah_is_part_of_a_name() -> None:
    assert named("A commander named Shah Rafiq died on Monday.") == {"Shah Rafiq": "Person"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The war reached the eastern province of Ghazni on Monday.", "Ghazni", "AdministrativeArea"),
        ("The flood hit the town of Velkara on Monday.", "Velkara", "City"),
        ("Troops were seen in Koh-Sarin area of the valley.", "Koh-Sarin", "Place"),
        ("Police searched nearby Sorin Vale on Monday.", "Sorin Vale", "Place"),
        ("He was found in Cedar Creek, B.C., on Monday.", "Cedar Creek", "City"),
    ],
)
def test_the_noun_beside_it_tells_an_area_from_a_town(text: str, name: str, kind: str) -> None:
    assert named(text)[name] == kind


def test_the_province_is_not_its_city() -> None:
    text = "The city of Kandahar was quiet. Soldiers left the province of Kandahar."
    assert sorted(e.types[0] for e in entities(text) if e.name == "Kandahar") == ["AdministrativeArea", "City"]


def test_the_state_that_is_a_country_stays_one() -> None:
    assert "AdministrativeArea" not in named("The state of Kuwait signed the pact.").values()


def test_a_surname_like_a_building_is_one_behind_an_occupation() -> None:
    assert named("Spokesman Peter Hall gave no details.") == {"Peter Hall": "Person"}


def test_the_district_attorney_is_no_district() -> None:
    assert "AdministrativeArea" not in named("Denver district attorney Ann Lee resigned.").values()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The prize went to “The Reports on Ann and Karl” on Monday.", "The Reports on Ann and Karl"),
        ("She directed “The Guilty” in 2018.", "The Guilty"),
        ("The award went to “Zama” by Lucia Montt.", "Zama"),
        ("He wrote the book Blown for Gold on a train.", "Blown for Gold"),
    ],
)
def test_a_title_is_whole(text: str, title: str) -> None:
    assert title in named(text)


@pytest.mark.parametrize(
    "text",
    [
        'The crowd carried a banner reading "Justice For All" on Monday.',
        'The Pacific "Belt of Storms" is active.',
        '"No comment," he said.',
        'He said "It Was Fine" was his answer to James "Big Red" Cole.',
    ],
)
def test_slogans_and_nicknames_are_no_titles(text: str) -> None:
    assert {"CreativeWork", "Movie", "Book"}.isdisjoint(
        {kind for name, kind in named(text).items() if name != "It Was Fine"}
    )


@pytest.mark.parametrize(
    ("text", "one"),
    [
        (
            "Orbitel Worldwide shares rose. Investors of Orbitel cheered; Orbitel said so.",
            {"Orbitel Worldwide", "Orbitel"},
        ),
        ("The Pacific is warm. Parts of the Pacific Ocean cooled.", {"Pacific", "Pacific Ocean"}),
        (
            "Tampa Police arrested him. The Tampa Police Department said so.",
            {"Tampa Police", "Tampa Police Department"},
        ),
        ("Floods hit Velkara province. Many left Velkara.", {"Velkara province", "Velkara"}),
    ],
)
def test_a_word_that_adds_nothing_makes_no_second_thing(text: str, one: set[str]) -> None:
    assert one in forms(text)


def test_two_companies_of_one_first_word_stay_two() -> None:
    text = "Acme Motors sued Acme Airlines. Both firms lost. Acme Motors said so."
    assert len([e for e in entities(text) if e.name.startswith("Acme")]) == 2


def test_a_medium_and_who_speaks_to_it_are_two() -> None:
    found = named("Peter Tarkin won. In a talk with the BBC Tarkin admitted it.")
    assert found["BBC"] == "NewsMediaOrganization"
    assert found["Peter Tarkin"] == "Person"


def test_a_name_that_shouts_is_called_as_another_sentence_writes_it() -> None:
    assert "Peter Tarkin" in named("PETER Tarkin won on Monday. Peter Tarkin was glad.")


def test_an_adjective_of_a_land_before_a_common_noun_is_no_name() -> None:
    assert named("It was shown on Dutch TV on Monday.") == {"Netherlands": "Country"}
    assert named("Ten fighters died in E. Afghan raids.") == {"Afghanistan": "Country"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It was a gutsy film by Muayad Sorin about a town.", "Muayad Sorin", "Person"),
        ("He told local radio station Zodiar that he was fine.", "Zodiar", "NewsMediaOrganization"),
        ("They run the booking site Hotelia.com from Oslo.", "Hotelia.com", "CreativeWork"),
    ],
)
def test_what_made_it_and_what_aired_it(text: str, name: str, kind: str) -> None:
    assert named(text)[name] == kind


def test_a_town_that_is_played_is_its_team() -> None:
    text = "The striker scored a goal in the league match. They play Leipzig on Tuesday."
    assert named(text)["Leipzig"] == "SportsTeam"


def test_a_town_of_which_nobody_plays_stays_one() -> None:
    assert named("The mayor of Leipzig spoke in Berlin.")["Leipzig"] == "City"


def test_what_is_bought_in_an_article_about_deals_is_a_company() -> None:
    text = "Shares rose after the takeover. Investors cheered the acquisition; last month it bought Travelora."
    assert named(text)["Travelora"] == "Organization"

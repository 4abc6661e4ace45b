"""Relations that sentences state, and sentences that state none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kgexport.annotate.entities import EntityAnnotator
from kgexport.annotate.language import LanguageAnnotator
from kgexport.annotate.relations import RelationAnnotator, _once
from kgexport.authority.base import Candidate
from kgexport.model import Annotations, Article, Block, BlockKind, Mention, MentionKind, Quantity, Relation, Span

_COUNTRIES = {"Norway": "NO", "Estonia": "EE", "Brazil": "BR", "France": "FR"}
_PEOPLES = {"Norwegian": "Norway", "Estonian": "Estonia", "Brazilian": "Brazil"}
_AREAS = {"Telemark": "NO"}
_CITIES = {"Oslo": "NO", "Tallinn": "EE", "Paris": "FR"}


class SmallAuthority:
    """A handful of names."""

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        if name in _COUNTRIES:
            return (Candidate("Q" + name, name, ("Country",), (), country=_COUNTRIES[name], popularity=1.0),)
        if name in _AREAS:
            return (Candidate("Q" + name, name, ("AdministrativeArea",), (), country=_AREAS[name], popularity=0.6),)
        if name in _CITIES:
            return (Candidate("Q" + name, name, ("City",), (), country=_CITIES[name], popularity=0.6),)
        if name == "Karla Vestergaard":
            return (Candidate("Qkv", name, ("Person",), (), country="NO"),)
        return ()

    def demonym(self, word: str) -> Candidate | None:
        return self.candidates(_PEOPLES[word])[0] if word in _PEOPLES else None

    def country(self, iso2: str) -> Candidate | None:
        return next((self.candidates(n)[0] for n, code in _COUNTRIES.items() if code == iso2), None)


def read(text: str, *quantities: tuple[str, str, str]) -> Annotations:
    """Annotate a text; quantities are given as words, number and unit code."""
    article = Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    found = EntityAnnotator(SmallAuthority()).annotate(LanguageAnnotator().annotate(Annotations(article)))
    made = []
    for words, number, code in quantities:
        span = Span(text.index(words), text.index(words) + len(words))
        mention = Mention(span, MentionKind.VALUE, "test")
        made.append(Quantity(f"quantity:{words}", mention, "m", code, Decimal(number)))
    return RelationAnnotator(SmallAuthority()).annotate(found.adding(quantities=made))


def facts(found: Annotations) -> set[tuple[str, str, str]]:
    """Relations by names, and attributes."""
    names = {e.key: e.name for e in found.entities}
    related = {(names[r.subject], r.predicate, names[r.object]) for r in found.relations}
    return related | {(names[a.subject], a.predicate, a.value) for a in found.attributes}


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "Norwegian President Ola Brekke spoke.",
            {("Ola Brekke", "worksFor", "Norway"), ("Ola Brekke", "jobTitle", "President")},
        ),
        (
            "Norway's Prime Minister Ola Brekke spoke.",
            {("Ola Brekke", "worksFor", "Norway"), ("Ola Brekke", "jobTitle", "Prime Minister")},
        ),
        (
            "Ola Brekke, general manager of the Velkara Fisheries Agency, resigned on Monday.",
            {("Ola Brekke", "worksFor", "Velkara Fisheries Agency"), ("Ola Brekke", "jobTitle", "general manager")},
        ),
        ("Norway is a NATO member.", {("Norway", "memberOf", "NATO")}),
        (
            "Norway, alongside Estonia, is a NATO member.",
            {("Norway", "memberOf", "NATO"), ("Estonia", "memberOf", "NATO")},
        ),
        ("NATO member Estonia protested.", {("Estonia", "memberOf", "NATO")}),
        ("They met in Oslo, Norway.", {("Oslo", "containedInPlace", "Norway")}),
        ("John Tarkin and his wife Mary Tarkin left.", {("John Tarkin", "spouse", "Mary Tarkin")}),
    ],
)
def test_what_is_stated(text: str, stated: set[tuple[str, str, str]]) -> None:
    assert facts(read(text)) == stated


@pytest.mark.parametrize(
    "text",
    [
        "Norway is not a NATO member.",
        "Norway wants to be a NATO member.",
        "They visited Oslo, Estonia and Brazil.",
        "They met in Paris, Norway.",
        "Norway met NATO officials in Tallinn.",
    ],
)
def test_what_is_not_stated(text: str) -> None:
    assert facts(read(text)) == set()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("His solicitor, Paul Webb, spoke.", ("Paul Webb", "jobTitle", "solicitor")),
        (
            "Ola Brekke, professor of constitutional law at the Velkara University, spoke.",
            ("Ola Brekke", "jobTitle", "professor of constitutional law"),
        ),
        ("Velkara Party leader Ola Brekke spoke.", ("Ola Brekke", "affiliation", "Velkara Party")),
        ("Norway's antiquities minister Ola Brekke spoke.", ("Ola Brekke", "worksFor", "Norway")),
    ],
)
def test_offices_after_and_around_names(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(read(text))


def test_a_place_before_a_possessive_lies_nowhere() -> None:
    found = facts(read("They met in Oslo, Norway's minister Ola Brekke said."))
    assert not {fact for fact in found if fact[1] == "containedInPlace"}


def test_an_employer_that_is_left_is_none() -> None:
    found = facts(read("Ex-Velkara Holdings banker Ola Brekke spoke."))
    assert not {fact for fact in found if fact[1] == "worksFor"}


def test_a_former_office_gives_no_employer() -> None:
    found = facts(read("Former Norwegian President Ola Brekke spoke."))
    assert not {fact for fact in found if fact[1] == "worksFor"}


def test_an_occupation_is_no_office_of_the_country() -> None:
    assert facts(read("Brazilian actor Ola Brekke spoke.")) == {
        ("Ola Brekke", "jobTitle", "actor"),
        ("Ola Brekke", "nationality", "Brazil"),
    }


def test_a_head_of_state_works_for_the_country_that_the_text_names() -> None:
    found = read("Prime Minister Karla Vestergaard spoke in Tallinn. Norway will pay.")
    assert ("Karla Vestergaard", "worksFor", "Norway") in facts(found)
    (relation,) = [r for r in found.relations if r.predicate == "worksFor"]
    assert relation.mentions[0].annotator == "relations/head-of-state"
    assert relation.mentions[0].confidence < 0.7


def test_no_country_is_inferred_that_the_text_does_not_name() -> None:
    found = facts(read("Prime Minister Karla Vestergaard spoke in Tallinn."))
    assert not {fact for fact in found if fact[1] == "worksFor"}


def test_what_is_said_twice_is_one_relation_with_two_mentions() -> None:
    found = read("Norway is a NATO member. NATO member Norway protested.")
    (relation,) = found.relations
    assert len(relation.mentions) == 2


def test_what_is_said_very_often_is_one_relation_still() -> None:
    mentions = (Mention(Span(i, i + 9), MentionKind.RELATION, "relations/x") for i in range(20_000))
    said = [Relation("norway", "memberOf", "nato", (mention,)) for mention in mentions]
    (relation,) = _once(said)
    assert len(relation.mentions) == len(said)


def test_a_part_is_measured_of_the_building_it_belongs_to() -> None:
    found = read(
        "They opened the Velkara Mosque, a project that features 40-meter-high towers.", ("40-meter", "40", "MTR")
    )
    (measure,) = found.measures
    assert measure.subject == next(e.key for e in found.entities if e.name == "Velkara Mosque")
    assert measure.name == "height of towers"


def test_a_predicate_measures_its_subject() -> None:
    found = read("The Velkara Bridge is 300 meters long.", ("300 meters", "300", "MTR"))
    assert [(m.name, m.quantity) for m in found.measures] == [("length", "quantity:300 meters")]


def test_a_quantity_of_nobody_knows_what_is_left_alone() -> None:
    assert read("Norway moved the border by 40 meters.", ("40 meters", "40", "MTR")).measures == ()


def test_every_relation_has_a_mention_in_the_text() -> None:
    found = read("Norwegian President Ola Brekke met Estonian Foreign Minister Jaan Tamm in Oslo, Norway.")
    assert found.relations
    carried = [r.mentions for r in found.relations] + [a.mentions for a in found.attributes]
    assert all(mentions and all(m.kind is MentionKind.RELATION for m in mentions) for mentions in carried)

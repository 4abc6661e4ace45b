"""Turns of phrase, verbs and occupations that state relations, and what looks like them and states none."""

from __future__ import annotations

import pytest

from kgexport.annotate.relating.jobs import tie_of
from kgexport.annotate.relating.kinds import classes_of
from kgexport.annotate.relating.patterns import compile_pattern
from tests.unit.annotate.test_relations import facts, read

Fact = tuple[str, str, str]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Brazilian actor Ola Brekke spoke.", ("Ola Brekke", "nationality", "Brazil")),
        ("Ola Brekke, a Brazilian architect, spoke.", ("Ola Brekke", "nationality", "Brazil")),
        ("Norwegian-born chemist Ola Brekke spoke.", ("Ola Brekke", "birthPlace", "Norway")),
        ("Born in Oslo in 1944, Ola Brekke moved on.", ("Ola Brekke", "birthPlace", "Oslo")),
        ("Ola Brekke, who was born in Oslo, spoke.", ("Ola Brekke", "birthPlace", "Oslo")),
        ("Ola Brekke, 46, of Oslo, was fined.", ("Ola Brekke", "homeLocation", "Oslo")),
        ("Ola Brekke, who lives in Oslo, was fined.", ("Ola Brekke", "homeLocation", "Oslo")),
        ("Oslo resident Mary Tarkin complained.", ("Mary Tarkin", "homeLocation", "Oslo")),
    ],
)
def test_where_persons_are_from(text: str, fact: Fact) -> None:
    assert fact in facts(read(text))


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Peter Tarkin, the son of Mary Tarkin, left.", ("Mary Tarkin", "children", "Peter Tarkin")),
        ("John Webb is married to Mary Tarkin.", ("John Webb", "spouse", "Mary Tarkin")),
        ("John Webb married Mary Tarkin in Oslo.", ("John Webb", "spouse", "Mary Tarkin")),
        ("John Webb's wife, Mary, 52, and son Peter Tarkin, 22, left.", ("John Webb", "children", "Peter Tarkin")),
        ("John Webb's half-brother Peter Tarkin left.", ("John Webb", "sibling", "Peter Tarkin")),
    ],
)
def test_families(text: str, fact: Fact) -> None:
    assert fact in facts(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "John Tarkin and his ex-wife Mary Webb left.",
        "Mary Webb, the former wife of John Tarkin, left.",
        "John Tarkin, whose father was born in Oslo, left.",
        "Mary Webb denied that she had joined NATO.",
        "If Norway joined NATO, Estonia would follow.",
        "Ola Brekke may have founded Velkara Holdings.",
        "Was Velkara Holdings founded by Ola Brekke?",
        "Ola Brekke lived in Oslo as a child.",
        "Ola Brekke was accused of Velkara Holdings fraud.",
        "They flew to Oslo, Norway said.",
    ],
)
def test_what_was_or_is_not_so_states_nothing(text: str) -> None:
    assert facts(read(text)) == set()


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "The head of the Velkara Fisheries Agency, Ola Brekke, resigned.",
            {("Ola Brekke", "jobTitle", "head"), ("Ola Brekke", "worksFor", "Velkara Fisheries Agency")},
        ),
        (
            "The former head of the Velkara Fisheries Agency, Ola Brekke, resigned.",
            {("Ola Brekke", "jobTitle", "former head")},
        ),
        (
            "Ola Brekke, formerly the editor of the Velkara Times, resigned.",
            {("Ola Brekke", "jobTitle", "former editor")},
        ),
        (
            "Ola Brekke, head of fisheries at the Velkara Fisheries Agency, resigned.",
            {("Ola Brekke", "jobTitle", "head of fisheries"), ("Ola Brekke", "worksFor", "Velkara Fisheries Agency")},
        ),
        (
            "Ola Brekke was appointed chief executive of Velkara Holdings on Monday.",
            {("Ola Brekke", "jobTitle", "chief executive"), ("Ola Brekke", "worksFor", "Velkara Holdings")},
        ),
        (
            "Ola Brekke, who heads the Velkara Fisheries Agency, resigned.",
            {("Ola Brekke", "worksFor", "Velkara Fisheries Agency")},
        ),
        (
            "Ola Brekke, the owner of Velkara Holdings, resigned.",
            {("Ola Brekke", "jobTitle", "owner"), ("Ola Brekke", "owns", "Velkara Holdings")},
        ),
        ("Ola Brekke, a critic of Velkara Holdings, spoke.", {("Ola Brekke", "jobTitle", "critic")}),
        (
            "Ola Brekke, founder and chief executive of Velkara Holdings, spoke.",
            {
                ("Ola Brekke", "jobTitle", "founder"),
                ("Ola Brekke", "jobTitle", "chief executive"),
                ("Velkara Holdings", "founder", "Ola Brekke"),
                ("Ola Brekke", "worksFor", "Velkara Holdings"),
            },
        ),
        (
            "Ola Brekke, a writer and the former head of Velkara Holdings, died.",
            {("Ola Brekke", "jobTitle", "writer"), ("Ola Brekke", "jobTitle", "former head")},
        ),
        ("Would-be president Ola Brekke spoke.", set()),
        ("Former Norwegian prime minister Ola Brekke spoke.", {("Ola Brekke", "jobTitle", "Former prime minister")}),
        ("Norway's Maj. Gen. Ola Brekke spoke.", {("Ola Brekke", "jobTitle", "Maj. Gen.")}),
    ],
)
def test_offices(text: str, stated: set[Fact]) -> None:
    assert {fact for fact in facts(read(text)) if fact != ("Ola Brekke", "worksFor", "Norway")} == stated


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Velkara Holdings, founded by Ola Brekke, grew.", ("Velkara Holdings", "founder", "Ola Brekke")),
        ("Ola Brekke founded Velkara Holdings in 1999.", ("Velkara Holdings", "founder", "Ola Brekke")),
        (
            "Brekke Shipping Ltd., owned by Velkara Holdings, grew.",
            ("Brekke Shipping Ltd.", "parentOrganization", "Velkara Holdings"),
        ),
        ("The Oslo-based insurer Velkara Holdings grew.", ("Velkara Holdings", "location", "Oslo")),
        ("Velkara Holdings, which is based in Oslo, grew.", ("Velkara Holdings", "location", "Oslo")),
        ("A judge in Velkara County, Telemark, spoke.", ("Velkara County", "containedInPlace", "Telemark")),
        ("The blast shook the Norwegian city of Oslo.", ("Oslo", "containedInPlace", "Norway")),
        ("The blast shook Norway's capital, Oslo.", ("Oslo", "containedInPlace", "Norway")),
        ("The blast shook Oslo, the Norwegian capital.", ("Oslo", "containedInPlace", "Norway")),
        ("Ola Brekke of the Velkara Union spoke.", ("Ola Brekke", "affiliation", "Velkara Union")),
    ],
)
def test_bodies_and_places(text: str, fact: Fact) -> None:
    assert fact in facts(read(text))


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The film “Quiet Harbor”, directed by Ola Brekke, won.", ("Quiet Harbor", "director", "Ola Brekke")),
        ("Ola Brekke starred in the film “Quiet Harbor”.", ("Quiet Harbor", "actor", "Ola Brekke")),
        ("“Quiet Harbor”, a novel by Ola Brekke, won.", ("Quiet Harbor", "author", "Ola Brekke")),
        ("The song “Quiet Harbor” by Ola Brekke won.", ("Quiet Harbor", "byArtist", "Ola Brekke")),
        ("Ola Brekke, who won the 2003 Nobel Prize, spoke.", ("Ola Brekke", "award", "Nobel Prize")),
        ("Ola Brekke won the Nobel Prize in Physics.", ("Ola Brekke", "award", "Nobel Prize in Physics")),
        ("Nobel Peace Prize laureate Ola Brekke spoke.", ("Ola Brekke", "award", "Nobel Peace Prize")),
    ],
)
def test_works_and_prizes(text: str, fact: Fact) -> None:
    assert fact in facts(read(text))


@pytest.mark.parametrize(
    "text", ["Ola Brekke was nominated for the Nobel Prize.", "Ola Brekke lost the Booker Prize to Mary Webb."]
)
def test_a_prize_that_was_not_won_is_none(text: str) -> None:
    assert not {fact for fact in facts(read(text)) if fact[1] == "award"}


@pytest.mark.parametrize(
    ("text", "cls"),
    [
        ("The film “Quiet Harbor” won.", "Movie"),
        ("“Quiet Harbor”, a novel, won.", "Book"),
        ("“Quiet Harbor” is a film.", "Movie"),
        ("“Quiet Harbor” is not a film. They praised “Quiet Harbor”.", "CreativeWork"),
        ("The film “Quiet Harbor” follows the novel “Quiet Harbor”.", "CreativeWork"),
    ],
)
def test_the_noun_beside_a_work_says_what_kind_it_is(text: str, cls: str) -> None:
    (work,) = [e for e in read(text).entities if e.name == "Quiet Harbor"]
    assert work.types == (cls,)


def test_a_part_of_a_body_is_no_description_of_it() -> None:
    found = facts(read("Brekke Shipping Ltd., a unit of Velkara Holdings, grew."))
    assert found == {("Brekke Shipping Ltd.", "parentOrganization", "Velkara Holdings")}


def test_a_description_ends_with_a_word_of_its_own() -> None:
    found = read("Velkara Holdings, a place for guests to find homes, grew.")
    assert all(not a.value.endswith(" to") for a in found.attributes)


def test_what_hangs_on_a_relation_that_is_not_known_is_employment() -> None:
    assert tie_of("accountant").predicate == "worksFor"
    assert (tie_of("Founder").predicate, tie_of("founder").inverse) == ("founder", True)
    assert tie_of("critic").predicate == ""


@pytest.mark.parametrize("text", ["A:NOBODY knows B:PER", "A:PER @nolist B:PER"])
def test_a_pattern_with_an_unknown_word_is_an_error(text: str) -> None:
    with pytest.raises(KeyError):
        classes_of(compile_pattern("x", "knows", "0.5", text).elements[0].kinds)


@pytest.mark.parametrize(
    "text",
    [
        "Norway is neither a member of NATO nor of OPEC.",
        "Neither Norway nor Estonia is a member of NATO.",
        "Ola Brekke is no longer a member of NATO.",
        "Ola Brekke, a former member of NATO, spoke.",
        "Ola Brekke, a member of NATO's committee, spoke.",
        "Ola Brekke, a board member of Velkara Holdings, spoke.",
    ],
)
def test_who_is_no_member_of_the_body_itself(text: str) -> None:
    assert not {fact for fact in facts(read(text)) if fact[1] == "memberOf"}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Ola Brekke of the center-right Velkara Party spoke.", ("Ola Brekke", "affiliation", "Velkara Party")),
        ("Ola Brekke of Velkara Party spoke.", ("Ola Brekke", "affiliation", "Velkara Party")),
        ("Ola Brekke is currently CEO of Velkara Holdings.", ("Ola Brekke", "worksFor", "Velkara Holdings")),
    ],
)
def test_whose_party_or_office_it_is_between_adjectives(text: str, fact: Fact) -> None:
    assert fact in facts(read(text))

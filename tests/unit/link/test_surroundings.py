from __future__ import annotations

import re

import pytest

from kgexport.link import link
from kgexport.link.surroundings import Seen, Surroundings
from kgexport.model import (
    Annotations,
    Article,
    Attribute,
    Block,
    BlockKind,
    Entity,
    Mention,
    MentionKind,
    Relation,
    Span,
)

_MARKED = re.compile(r"\[([^|\]]+)\|([^|\]]+)\]")


def read(marked: str, jobs: dict[str, str] | None = None, members: dict[str, str] | None = None) -> Annotations:
    """The text without its marks; [words|class] are entities, one a form; `^` before the class: an adjective."""
    text, last = "", 0
    found: dict[tuple[str, str], list[Mention]] = {}
    for match in _MARKED.finditer(marked):
        text += marked[last : match.start()]
        kind = MentionKind.ADJECTIVE if match[2].startswith("^") else MentionKind.NAME
        mention = Mention(Span(len(text), len(text) + len(match[1])), kind, "test")
        found.setdefault((match[1], match[2].strip("^")), []).append(mention)
        text += match[1]
        last = match.end()
    text += marked[last:]
    lands = {"Russian": "Russia", "Indian": "India"}
    entities = [
        Entity(f"e{i}", (main,), lands.get(name, name), tuple(mentions))
        for i, ((name, main), mentions) in enumerate(found.items())
    ]
    keys = {entity.name: entity.key for entity in entities}
    carrier = entities[0].mentions
    return Annotations(
        Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),)),
        entities=tuple(entities),
        attributes=tuple(Attribute(keys[who], "jobTitle", job, carrier) for who, job in (jobs or {}).items()),
        relations=tuple(Relation(keys[who], "affiliation", keys[to], carrier) for who, to in (members or {}).items()),
    )


def seen(marked: str, at: int = 0, **facts: dict[str, str]) -> Seen:
    annotations = read(marked, **facts)
    return Surroundings(annotations).of(annotations.entities[at])


def links(marked: str, **facts: dict[str, str]) -> list[str | None]:
    return [e.identity.id if e.identity else None for e in link(read(marked, **facts)).entities]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("Fires in [Washington|City] state spread.", "AdministrativeArea"),
        ("Fires in the state of [Washington|City] spread.", "AdministrativeArea"),
        ("On [Jordan|Country] state television he denied it.", None),
        ("A mine in [Sindh|City] province closed.", "AdministrativeArea"),
        ("The city of [York|Place] agreed.", "City"),
        ("[WASHINGTON|City] (Reuters) - It rained.", "City"),
        ("[WASHINGTON|City], Oct. 3 - It rained.", "City"),
        ("[WASHINGTON|City] LOSES AGAIN", None),
        ("The [Congress|Organization] party won.", "PoliticalParty"),
        ("The capital of [Guinea|Country] has no fuel.", None),
        ("[Kursk|City] fell. [Kursk|City] region burned. [Kursk|City] was taken. [Kursk|City] burned.", None),
    ],
)
def test_what_the_words_beside_a_name_say_it_is(marked: str, kind: str | None) -> None:
    assert seen(marked).kind == kind


@pytest.mark.parametrize(
    ("marked", "whole", "is_land"),
    [
        ("A fire in [Paris|City], [Texas|AdministrativeArea], killed two.", "Texas", True),
        ("A fire in [Paris|City], [Texas|AdministrativeArea] on Sunday.", "Texas", True),
        ("In [Paris|City], [Germany|Country] agreed to pay.", "Germany", False),
        ("From [Paris|City], [Texas|AdministrativeArea] and [Rome|City] they came.", None, False),
        ("In [Poland|Country], [Ukraine|Country] bought tanks.", None, False),
        ("A leak in [Lebanon|Country], [Pennsylvania|AdministrativeArea], was closed.", "Pennsylvania", True),
        ("Police from [Spokane|City], [Washington|City], helped.", "Washington", False),
        ("He left [Paris|City], and [Texas|AdministrativeArea] cheered.", None, False),
    ],
)
def test_what_a_place_is_said_to_lie_in(marked: str, whole: str | None, is_land: bool) -> None:
    found = seen(marked)
    assert (found.whole, found.whole_is_land) == (whole, is_land)


def test_a_region_knows_what_is_said_to_lie_in_it() -> None:
    assert seen("Police from [Spokane|City], [Washington|City], helped.", at=1).parts == ("Spokane",)


@pytest.mark.parametrize(
    ("marked", "owner"),
    [
        ("[Russia|Country]'s [Ministry of Defence|Organization] said.", "Russia"),
        ("The [Russian|^Country] [Ministry of Defence|Organization] said.", "Russia"),
        ("In [Russia|Country] the [Ministry of Defence|Organization] said.", None),
    ],
)
def test_whose_a_body_is(marked: str, owner: str | None) -> None:
    assert seen(marked, at=1).owner == owner


def test_a_landform_has_an_article() -> None:
    assert seen("A fifth of the [Amazon|Corporation] burns.").has_article
    assert not seen("[Amazon|Corporation] burns money.").has_article


@pytest.mark.parametrize(
    ("marked", "office"),
    [
        ("Senator [John Carter|Person] said no.", True),
        ("Secretary of State [John Carter|Person] said no.", True),
        ("[John Carter|Person], the former prime minister, said no.", True),
        ("[John Carter|Person] (R-Texas) said no.", True),
        ("[John Carter|Person], R-Texas, said no.", True),
        ("The minister told [John Carter|Person] so.", False),
        ("[John Carter|Person], a plumber, wrote to his senator.", False),
        ("[John Carter|Person] met the president.", False),
    ],
)
def test_who_holds_an_office(marked: str, office: bool) -> None:
    assert seen(marked).has_office is office


def test_jobs_and_parties_count_too() -> None:
    text = "[John Carter|Person] of the [Whig Party|PoliticalParty] spoke."
    assert seen(text, members={"John Carter": "Whig Party"}).has_office
    assert seen(text, jobs={"John Carter": "junior minister"}).has_office
    chief = seen(text, jobs={"John Carter": "party chief"})
    assert (chief.has_office, chief.leads, chief.has_other_job) == (False, True, False)
    plumber = seen(text, jobs={"John Carter": "plumber"})
    assert (plumber.has_office, plumber.leads, plumber.has_other_job) == (False, False, True)


@pytest.mark.parametrize(
    ("marked", "plays"),
    [
        ("[Milan|City] lost 2-1 at home on Sunday.", True),
        ("The striker scored as the coach cheered a 2-1 win over [Milan|City].", True),
        ("They won 3-0 against [Milan|City].", True),
        ("Rivals drew 0-0 at [Milan|City].", True),
        ("They won 3-0 in [Milan|City].", False),
        ("[Milan|City] lost its last cinema.", False),
        ("The measure passed 52-48 in [Milan|City].", False),
    ],
)
def test_a_town_that_plays(marked: str, plays: bool) -> None:
    assert seen(marked).plays is plays


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("A fire in [Paris|City], [Texas|AdministrativeArea], killed two.", [None, "Q1439"]),
        ("A fire in [Paris|City], [France|Country], killed two.", ["Q90", "Q142"]),
        ("A leak in [Lebanon|Country], [Pennsylvania|AdministrativeArea], was closed.", [None, "Q1400"]),
        ("Police from [Spokane|City], [Washington|City], helped.", ["Q187805", "Q1223"]),
        ("[Athens|City] is a small city in [Ohio|AdministrativeArea].", [None, "Q1397"]),
        ("[Athens|City] is the capital of [Greece|Country].", ["Q1524", "Q41"]),
        ("A ferry left [Victoria|City], [British Columbia|AdministrativeArea].", ["Q2132", "Q1974"]),
        ("They had a daughter, [Florence|City].", [None]),
        ("[Austin|City] is my brother.", [None]),
        ("[Jackson|City] et al. disagree with [Tennessee|AdministrativeArea].", [None, "Q1509"]),
        ("Fires in [Washington|City] state spread.", ["Q1223"]),
        ("[Georgia|Country] state lawmakers met.", ["Q1428"]),
        ("A fifth of the [Amazon|Corporation] burns.", [None]),
        ("[Amazon|Corporation] will hire.", ["Q3884"]),
        ("[Milan|City] lost 2-1 at home on Sunday.", [None]),
        (
            "[Russia|Country] said; [UK|Country]'s [Ministry of Defence|Organization] did not.",
            ["Q159", "Q145", "Q1143261"],
        ),
        ("[UK|Country] said; [Russia|Country]'s [Ministry of Defence|Organization] did not.", ["Q145", "Q159", None]),
        ("[India|Country]: the [Congress|Organization] party won.", ["Q668", "Q10225"]),
        ("[Kinshasa|City]: rebels in [Congo|Country] fled.", ["Q3838", "Q974"]),
        ("The [Congo|Country] is deep.", [None]),
        ("[John Carter|Person], a farmer in the [United States|Country].", [None, "Q30"]),
        ("Rep. [John Carter|Person] left the [United States|Country].", ["Q369814", "Q30"]),
        ("Rep. [John Carter|Person] left [Fiji|Country].", [None, "Q712"]),
        ("The [U.S. Navy|Organization] sailed.", ["Q11220"]),
        ("The [U. S.|Country] agreed.", ["Q30"]),
    ],
)
def test_what_stands_beside_a_name_decides(marked: str, wanted: list[str | None]) -> None:
    assert links(marked) == wanted


def test_a_place_that_is_no_country_is_not_called_one() -> None:
    annotations = link(read("A leak in [Lebanon|Country], [Pennsylvania|AdministrativeArea], was closed."))
    assert annotations.entities[0].types == ("Place",)

"""What "the outlet", "the former mayor of X", "the vessel" and names beside nouns stand for."""

from __future__ import annotations

import pytest

from kgexport.model import Annotations, Entity, RoleName
from kgexport.pipeline import annotate_article
from tests.support.articles import article_of_lines


def read(text: str) -> Annotations:
    """All layers of a text."""
    return annotate_article(article_of_lines(text, False))


def named(found: Annotations, name: str) -> Entity:
    """The entity of that name."""
    return next(e for e in found.entities if name in (e.name, *e.alternate_names))


def said(found: Annotations, name: str) -> list[str]:
    """The words of all mentions of an entity."""
    return [m.span.of(found.article.text).lower() for m in named(found, name).mentions]


def fillers(found: Annotations, type_: str, role: RoleName) -> set[str]:
    """The keys of what plays a part in the events of a type."""
    return {r.filler for e in found.events if e.type == type_ for r in e.roles if r.name is role}


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "The Associated Press said a bus fell. Lawyers told the outlet that it was old.",
            "Associated Press",
            "outlet",
        ),
        (
            "The Church of Accord opened in Ohio. Members accused the organization of fraud.",
            "Church of Accord",
            "organ",
        ),
        ("Ann Reed hid cash on the ferry Red Kite. Police searched the vessel.", "Red Kite", "vessel"),
        (
            "Tom Vale scored twice as Leeds won. The striker's shot from Al Roe's pass hit the bar.",
            "Tom Vale",
            "striker",
        ),
        ("Ana Ruiz, a former mayor, was jailed. The former mayor of Laredo took bribes.", "Ana Ruiz", "former mayor"),
    ],
)
def test_only_what_fits_is_meant(text: str, name: str, words: str) -> None:
    assert any(words in mention for mention in said(read(text), name))


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("An outlet in Rome had photos. Reuters said they were fake. The outlet lost them.", "Reuters", "outlet"),
        ("Reuters said a bus fell. The Associated Press said it was old. The outlet was right.", "Reuters", "outlet"),
        ("Lantern Films sued Tim Roth. Roth had left the film early.", "Lantern Films", "the film"),
        ("Microsoft bought the studio Larkforge in 2020. The studio made games.", "Microsoft", "studio"),
        ("Ana Ruiz, a former mayor of Ohio, was jailed. The former mayor of Laredo fled.", "Ana Ruiz", "former mayor"),
        (
            "The Red Crescent sent tents. A local charity gave food. The organisation left.",
            "Red Crescent",
            "organisation",
        ),
    ],
)
def test_nothing_is_meant_where_another_may_be(text: str, name: str, words: str) -> None:
    assert not any(words in mention for mention in said(read(text), name))


def test_of_two_former_holders_the_place_decides() -> None:
    found = read(
        "Police arrested Dan Hill, the former mayor of Laredo, on Monday. Ann Poole, the former mayor of Ayr, fled. "
        "The former mayor of Laredo denied the charges."
    )
    assert fillers(found, "denial", RoleName.AGENT) == {named(found, "Dan Hill").key}


def test_things_without_a_name_are_called_by_another_noun() -> None:
    found = read("A cargo ship sank off Crete on Monday. Rescuers found the vessel on Tuesday.")
    assert fillers(found, "discovery", RoleName.OBJECT) == {"nominal:cargo-ship"}


def test_two_things_are_not_told_apart_by_another_noun() -> None:
    found = read("A ship and a ferry collided off Malta. Rescuers found the vessel on Tuesday.")
    assert not fillers(found, "discovery", RoleName.OBJECT) & {"nominal:ship", "nominal:ferry"}


@pytest.mark.parametrize("medium", ["the magazine Der Spiegel", "the newspaper Al-Watan", "Al-Watan television"])
def test_the_noun_beside_a_name_is_no_second_listener(medium: str) -> None:
    found = read(f"The minister told {medium} that he would resign on Friday.")
    heard = {r.filler for e in found.events for r in e.roles if r.name is RoleName.RECIPIENT}
    assert len(heard) == 1
    assert heard.pop().startswith("entity:")


def test_the_name_behind_an_office_and_its_place_holds_it() -> None:
    found = read("The former mayor of Laredo, Dan Hill, resigned in May.")
    assert fillers(found, "resignation", RoleName.AGENT) == {named(found, "Dan Hill").key}


def test_signs_of_registered_names_are_no_part_of_them() -> None:
    found = read("Acme Corp. sells the BlackBerry® Q10 in June. Buyers like the BlackBerry Q10.")
    names = [e.name for e in found.entities]
    assert "BlackBerry Q10" in names
    assert "BlackBerry" not in names


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nokia USA said it would hire staff. Nokia sells phones.", 1),
        ("Nokia USA said it would hire staff. Nokia USA is a unit of Nokia.", 2),
    ],
)
def test_a_company_is_one_with_and_without_its_land(text: str, count: int) -> None:
    assert len([e for e in read(text).entities if e.name.startswith("Nokia")]) == count


def test_the_event_is_the_only_festival() -> None:
    found = read("The Leeds Film Festival opened on Friday. Around 4,000 visitors attended the event.")
    festival = next(e for e in found.events if e.type == "festival")
    assert fillers(found, "participation", RoleName.OBJECT) == {festival.key}


def test_the_event_is_none_of_two() -> None:
    found = read(
        "The Leeds Film Festival opened. A conference in Oslo drew 90 guests. About 4,000 people attended the event."
    )
    occasions = {e.key for e in found.events if e.type in ("festival", "conference")}
    assert len(occasions) == 2
    assert not fillers(found, "participation", RoleName.OBJECT) & occasions


def test_a_site_on_the_web_is_no_place() -> None:
    found = read("The video site ViewTube was fined on Monday. Users left the website.")
    assert named(found, "ViewTube").types[0] == "CreativeWork"
    assert fillers(found, "fine", RoleName.OBJECT) == {named(found, "ViewTube").key}


def test_a_vessel_is_no_person_whatever_its_name() -> None:
    found = read("A blaze swept the ferry Anna Karina off Dover on Friday. Two boats brought the vessel to port.")
    assert named(found, "Anna Karina").types[0] == "Product"
    assert "the vessel" in said(found, "Anna Karina")


def test_a_model_is_one_with_and_without_its_maker() -> None:
    found = read("Vexta Inc. presented the Vexta Lumo 3 in Seoul on Monday. Critics said the Lumo 3 was dull.")
    assert [e.name for e in found.entities if "Lumo" in e.name] == ["Vexta Lumo 3"]


LEAD = "The former governor of Ohio {} on Friday. Ted Strang, 70, {}. The former governor declined to comment."


def test_the_lead_calls_by_an_old_office_who_is_named_next() -> None:
    found = read(LEAD.format("admitted theft", "ruled the state for six years"))
    assert said(found, "Ted Strang").count("the former governor") == 2


def test_a_victim_is_not_who_is_named_next() -> None:
    found = read(LEAD.format("was shot", "was arrested"))
    assert "the former governor" not in said(found, "Ted Strang")


def test_a_headline_calls_by_an_old_office_too() -> None:
    lines = "Ex-governor of Ohio admits theft\n" + LEAD.format("admitted theft", "ruled the state for six years")
    found = annotate_article(article_of_lines(lines, True))
    assert fillers(found, "admission", RoleName.AGENT) == {named(found, "Ted Strang").key}

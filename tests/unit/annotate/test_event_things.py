"""Things without a name as fillers of roles; each text is made up for one rule."""

from __future__ import annotations

import pytest

from kgexport.model import Annotations, Entity, Event, MentionKind, RoleName, Source
from kgexport.pipeline import annotate_article, read_opened
from tests.unit.annotate.test_events import read

BEFORE = "A warm day\nThe sky was blue.\n"
"""A headline and a lead that tell of nothing."""


def event_of(annotations: Annotations, event_type: str) -> Event:
    return next(event for event in annotations.events if event.type == event_type)


def played(annotations: Annotations, event: Event) -> set[tuple[str, str]]:
    names = {entity.key: entity.name for entity in annotations.entities}
    names |= {other.key: other.name for other in annotations.events}
    return {(role.name.value, names[role.filler]) for role in event.roles}


def fillers(annotations: Annotations, name: RoleName) -> list[Entity]:
    known = {entity.key: entity for entity in annotations.entities}
    return [known[r.filler] for e in annotations.events for r in e.roles if r.name is name and r.filler in known]


@pytest.mark.parametrize(
    ("text", "event_type", "role"),
    [
        ("Anna Weiss requested donations on Monday.", "appeal", ("object", "donations")),
        ("Norway denied the allegations on Monday.", "denial", ("object", "allegations")),
        ("Thieves stole a painting in Graz.", "crime", ("object", "painting")),
        ("Anna Weiss attended the event on Monday.", "participation", ("object", "event")),
        ("The parliament rejected the proposed changes on Monday.", "rejection", ("object", "proposed changes")),
        ("Acme Corp. sold two factories on Monday.", "sale", ("object", "two factories")),
        ("Police found traces of blood in a cellar.", "discovery", ("object", "traces of blood")),
        ("Karl Holm lost his fortune in 2009.", "loss", ("object", "Karl Holm's fortune")),
        ("Rescuers recovered six bodies on Monday.", "discovery", ("object", "six bodies")),
        ("Norway planned a number of bridges on Monday.", "planning", ("object", "bridges")),
        (
            "Hackers attacked the Church of Norway website on Monday.",
            "cyberattack",
            ("object", "Church of Norway website"),
        ),
    ],
)
def test_what_is_done_to_is_a_thing_of_the_noun_phrase(text: str, event_type: str, role: tuple[str, str]) -> None:
    annotations = read(BEFORE + text)

    assert role in played(annotations, event_of(annotations, event_type))


@pytest.mark.parametrize(
    ("text", "event_type", "role"),
    [
        ("Many homes collapsed in Lima on Monday.", "collapse", ("object", "homes")),
        ("A crane killed 107 people in Oslo on Monday.", "killing", ("instrument", "crane")),
        ("A meteor exploded over Perm on Monday.", "explosion", ("object", "meteor")),
        ("The 2015 crane collapse in Lima shocked Peru.", "collapse", ("object", "crane")),
    ],
)
def test_what_does_it_without_a_will_is_a_tool_or_what_it_happens_to(
    text: str, event_type: str, role: tuple[str, str]
) -> None:
    annotations = read(BEFORE + text)
    event = event_of(annotations, event_type)

    assert role in played(annotations, event)
    assert all(r.name is not RoleName.AGENT for r in event.roles)


def test_a_paper_that_says_something_is_what_it_is_said_with() -> None:
    source = Source(f"{BEFORE}A letter said that Norway had attacked Sweden.".encode(), "text/plain", "article.txt")
    annotations = annotate_article(read_opened(source, None, None, "text"))

    assert played(annotations, event_of(annotations, "statement")) == {("instrument", "letter")}


@pytest.mark.parametrize(
    "text",
    [
        "Karl Holm rejected no proposals on Monday.",
        "Anna Weiss lost her way in Graz on Monday.",
        "Acme Corp. cut 5 percent on Monday.",
        "Karl Holm left on Monday.",
    ],
)
def test_what_says_nothing_is_no_thing(text: str) -> None:
    found = fillers(read(BEFORE + text), RoleName.OBJECT)

    assert [entity.name for entity in found if entity.key.startswith("nominal:")] == []


def test_a_noun_that_tells_of_an_event_is_that_event_and_no_thing() -> None:
    annotations = read(BEFORE + "Norway condemned the attack on the bridge on Monday.")
    condemned = event_of(annotations, "condemnation")
    keys = [role.filler for role in condemned.roles if role.name is RoleName.OBJECT]

    assert any(key.startswith("event:") for key in keys)
    assert not [entity for entity in annotations.entities if entity.name.startswith("attack")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Karl Holm wrote a novel in 2001. Anna Weiss wrote a novel in 2009.", 2),
        ("Karl Holm wrote a novel in 2001. Anna Weiss published the novel in 2009.", 1),
        ("Karl Holm rejected proposals in 2001. Anna Weiss rejected proposals in 2009.", 1),
        ("Karl Holm sold a red boat in 2001. Anna Weiss sold the boat in 2009.", 1),
        ("Karl Holm sold a red boat and a blue boat in 2001. Anna Weiss sold the boat in 2009.", 3),
    ],
)
def test_one_thing_is_one_node_where_the_text_leaves_no_choice(text: str, number: int) -> None:
    found = fillers(read(BEFORE + text), RoleName.OBJECT)

    assert len({entity.key for entity in found}) == number


def test_a_thing_has_the_fullest_of_its_forms_for_a_name() -> None:
    annotations = read("Boat sold in Graz\nKarl Holm sold a red boat on Monday.")
    names = {entity.name for entity in fillers(annotations, RoleName.OBJECT)}

    assert names == {"red boat"}


@pytest.mark.parametrize(
    ("text", "name", "types"),
    [
        ("Karl Holm rejected the plan on Monday.", "plan", ("Thing",)),
        ("Anna Weiss wrote a novel in Graz.", "novel", ("CreativeWork",)),
        ("Anna Weiss opened a hospital in Graz on Monday.", "hospital", ("Hospital",)),
        ("A drone hit a wing of the plane on Monday.", "wing of the plane", ("Thing",)),
        ("Protesters blocked roads in Lima on Monday.", "roads", ("Thing",)),
    ],
)
def test_a_thing_has_the_class_that_its_noun_says(text: str, name: str, types: tuple[str, ...]) -> None:
    found = [entity for entity in read(BEFORE + text).entities if entity.name == name]

    assert [entity.types for entity in found] == [types]
    assert {m.kind for entity in found for m in entity.mentions} == {MentionKind.NOMINAL}


def test_who_has_a_post_is_not_the_object_of_the_resignation() -> None:
    annotations = read(BEFORE + "Karl Holm resigned as mayor of Graz on Monday.")

    assert played(annotations, event_of(annotations, "resignation")) == {
        ("agent", "Karl Holm"),
        ("participant", "Graz"),
    }


def test_a_thing_that_is_described_makes_no_news_of_a_word() -> None:
    assert read(BEFORE + "Rejecting the plan is easy.").events == ()

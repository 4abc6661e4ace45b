"""Who plays a part that the sentence leaves to be understood: judged people, causers, torn subjects, means, offices."""

from __future__ import annotations

from functools import cache

import pytest

from kgexport.annotate import annotate
from kgexport.annotate.events.clause import subjects
from kgexport.annotate.events.passives import is_passive
from kgexport.model import Annotations, Modality, RoleName, Source, Status
from kgexport.read import read_source
from tests.unit.annotate.test_event_things import BEFORE, event_of, played

AFTER = "\n\nThe story continues here with a short remark."


@cache
def told(text: str) -> Annotations:
    """The text as the third paragraph of an article; with "H|" as its headline."""
    article = text[2:].strip() + AFTER if text.startswith("H|") else BEFORE + text
    return annotate(read_source(Source(article.encode(), "text/plain", "article.txt"), None))


@pytest.mark.parametrize(
    ("text", "event_type", "role"),
    [
        ("The court fined Microsoft 3 million euros for bribing ministers.", "fine", ("object", "Microsoft")),
        ("The court fined Microsoft 3 million euros for bribing ministers.", "crime", ("agent", "Microsoft")),
        ("H| Microsoft fined 500 million euros by EU", "fine", ("object", "Microsoft")),
        ("H| Microsoft fined 500 million euros by EU", "fine", ("agent", "EU")),
        ("H| Disgraced ex-banker Karl Holm sentenced to life in prison", "sentence", ("object", "Karl Holm")),
        (
            "Disgraced ex-banker Karl Holm has been sentenced to life in prison for murdering a nurse.",
            "killing",
            ("agent", "Karl Holm"),
        ),
        ("Karl Holm was jailed for his part in the murder of Ann Lee.", "killing", ("agent", "Karl Holm")),
        ("Karl Holm was convicted of fraud after a six-week trial.", "trial", ("object", "Karl Holm")),
        ("Karl Holm was due in court on a charge that he cheated voters.", "charge", ("object", "Karl Holm")),
        ("Karl Holm was due in court on a charge that he cheated voters.", "trial", ("agent", "Karl Holm")),
        ("Karl Holm pleaded guilty to killing Ann Lee.", "killing", ("agent", "Karl Holm")),
        ("The UN appointed Ann Lee to lead the mission in Mali.", "direction", ("agent", "Ann Lee")),
        ("Norway replaced Karl Holm with Ann Lee.", "replacement", ("participant", "Ann Lee")),
        ("Ann Lee will replace Karl Holm.", "replacement", ("agent", "Ann Lee")),
        ("Ann Lee will replace Karl Holm.", "replacement", ("object", "Karl Holm")),
        ("Karl Holm was replaced by Ann Lee.", "replacement", ("agent", "Ann Lee")),
        ("Karl Holm was replaced by Ann Lee.", "replacement", ("object", "Karl Holm")),
        ("Ann Lee took over in 2010.", "job-change", ("agent", "Ann Lee")),
        ("Ann Lee took over from Karl Holm in 2010.", "job-change", ("agent", "Ann Lee")),
        ("Ann Lee took over from Karl Holm in 2010.", "job-change", ("object", "Karl Holm")),
        (
            "Karl Holm was convicted of overpowering a guard before killing Ann Lee.",
            "conviction",
            ("object", "Karl Holm kills Ann Lee"),
        ),
        ("H| Karl Holm banned two years by FIFA", "prohibition", ("object", "Karl Holm")),
        ("The jury took less than a day to acquit Karl Holm.", "acquittal", ("agent", "jury")),
        ("It took the jury three hours to acquit Karl Holm.", "acquittal", ("agent", "jury")),
    ],
)
def test_who_is_judged_did_it_and_is_tried(text: str, event_type: str, role: tuple[str, str]) -> None:
    annotations = told(text)

    assert role in played(annotations, event_of(annotations, event_type))


@pytest.mark.parametrize(
    ("text", "event_type", "roles"),
    [
        (
            "The company had the building demolished.",
            "destruction",
            {("agent", "company"), ("object", "building")},
        ),
        ("The president had his rival arrested.", "arrest", {("object", "rival")}),
        ("H| Ann Lee elected mayor of Lima", "election-victory", {("object", "Ann Lee"), ("participant", "Lima")}),
        (
            "Severe flash floods triggered by heavy rainfall killed 25 people in Peru, officials said.",
            "killing",
            {("object", "25 people")},
        ),
        ("Karl Holm helped Ajax win the cup.", "sport-victory", {("agent", "Ajax"), ("object", "cup")}),
        ("A drone fired by Iran hit a ship.", "armed-attack", {("agent", "Iran"), ("object", "ship")}),
        (
            "Norway were beaten by Sweden in the final on Sunday.",
            "sport-defeat",
            {("agent", "Sweden"), ("object", "Norway")},
        ),
        (
            "Toyota's recall of 2 million cars angered Japan.",
            "recall",
            {("agent", "Toyota"), ("object", "2 million cars")},
        ),
    ],
)
def test_the_understood_subject_plays_its_part(text: str, event_type: str, roles: set[tuple[str, str]]) -> None:
    annotations = told(text)
    found = played(annotations, event_of(annotations, event_type))

    assert {role for role in found if role[0] not in ("location", "instrument")} == roles


@pytest.mark.parametrize(
    ("text", "event_type", "role"),
    [
        ("The army retaliated by firing into Syria.", "armed-attack", ("object", "Syria")),
        ("Troops fired shots aimed at the convoy near Lima.", "shooting", ("object", "convoy")),
        (
            "Norway fired artillery rounds aimed at a loudspeaker in Sweden.",
            "shooting",
            ("instrument", "artillery rounds"),
        ),
        ("Norway fired artillery rounds aimed at a loudspeaker in Sweden.", "shooting", ("object", "loudspeaker")),
        ("Missiles launched by Iran killed two people in Aden.", "armed-attack", ("instrument", "missiles")),
        ("Karl Holm killed the guard with a kitchen knife.", "killing", ("instrument", "kitchen knife")),
    ],
)
def test_targets_and_means_behind_a_participle(text: str, event_type: str, role: tuple[str, str]) -> None:
    annotations = told(text)

    assert role in played(annotations, event_of(annotations, event_type))


@pytest.mark.parametrize(
    ("text", "event_type", "role"),
    [
        ("The ministry earmarked 30 million euros in relief for farmers.", "payment", ("recipient", "farmers")),
        ("The ministry earmarked 30 million euros in relief for flood victims.", "aid", ("agent", "ministry")),
    ],
)
def test_what_a_sum_is_for(text: str, event_type: str, role: tuple[str, str]) -> None:
    annotations = told(text)

    assert role in played(annotations, event_of(annotations, event_type))


@pytest.mark.parametrize(
    ("text", "event_type", "role", "name"),
    [
        (
            "Karl Holm became the chief executive of Microsoft.",
            "appointment",
            ("participant", "Microsoft"),
            "Karl Holm becomes the chief executive of Microsoft",
        ),
        (
            "Karl Holm was named as the new James Bond.",
            "casting",
            ("participant", "James Bond"),
            "Karl Holm is named as the new James Bond",
        ),
        (
            "Karl Holm has been unveiled as the new coach of Arsenal.",
            "appointment",
            ("participant", "Arsenal"),
            "Karl Holm is unveiled as the new coach of Arsenal",
        ),
    ],
)
def test_whose_office_and_which_part(text: str, event_type: str, role: tuple[str, str], name: str) -> None:
    annotations = told(text)
    event = event_of(annotations, event_type)

    assert role in played(annotations, event)
    assert event.name == name


def test_due_in_court_is_to_come_and_the_time_taken_is_past() -> None:
    due = event_of(told("Karl Holm is due in court on Friday."), "trial")
    took = event_of(told("The jury took three hours to convict Karl Holm."), "conviction")

    assert (due.modality, took.modality) == (Modality.PLANNED, Modality.ASSERTED)
    assert (due.status, took.status) == (Status.POTENTIAL, Status.COMPLETED)


@pytest.mark.parametrize(
    ("text", "verb", "names"),
    [
        ("Two ministers, Ann Lee of the Greens and Karl Holm of the Liberals, quit.", "quit", ["ministers"]),
        ("They praised Acme, a charity, for a tool that helps rural schools.", "helps", ["tool"]),
        ("Ann Lee and the studio are locked in talks over her return to direct the film.", "direct", ["her"]),
    ],
)
def test_the_subject_is_found_where_the_parse_hides_it(text: str, verb: str, names: list[str]) -> None:
    sentence = told(text).sentences[-1]
    token = next(t for t in sentence.tokens if t.form == verb)

    assert [t.form for t in subjects(sentence, token)] == names


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The king had twenty rebels executed.", "executed", True),
        ("The king had the rebels execute the guard.", "execute", False),
        ("The king saw that rebels attacked the town.", "attacked", False),
        ("The king had attacked the town.", "attacked", False),
    ],
)
def test_what_is_had_done_is_a_passive(text: str, verb: str, expected: bool) -> None:
    sentence = told(text).sentences[-1]
    token = next(t for t in sentence.tokens if t.form == verb)

    assert is_passive(sentence, token) is expected


def test_who_answers_is_heard_by_who_asked() -> None:
    found = told('Ann Lee pleaded with Karl Holm to see a doctor, but he replied: "I am not able to do that."')
    names = {entity.key: entity.name for entity in found.entities}
    replies = [event for event in found.events if event.name.startswith("Karl Holm replies")]
    roles = [(role.name, names[role.filler]) for event in replies for role in event.roles if role.filler in names]
    assert roles == [(RoleName.AGENT, "Karl Holm"), (RoleName.RECIPIENT, "Ann Lee")]


def test_a_second_claim_is_not_of_the_one_talked_about() -> None:
    found = told("Delcor claimed Ann Lee was a volunteer and claim she has lied.")
    names = {entity.key: entity.name for entity in found.entities}
    said = [e for e in found.events if e.type == "statement"]
    assert said
    agents = {names[r.filler] for e in said for r in e.roles if r.name is RoleName.AGENT}
    assert "Ann Lee" not in agents

"""Who plays a part where pronouns, old offices, trials, fines and losses tell it; each text is for one rule."""

from __future__ import annotations

import pytest

from kgexport.annotate import annotate
from kgexport.model import Annotations, Source
from kgexport.read import read_source
from tests.unit.annotate.test_event_pronoun_roles import read, who


def whole(text: str) -> Annotations:
    """An article of its own, the first line the headline."""
    return annotate(read_source(Source(text.encode(), "text/plain", "article.txt"), None))


def parts(notes: Annotations, event_type: str) -> set[tuple[str, str]]:
    names = {entity.key: entity.name for entity in notes.entities}
    found = [role for event in notes.events if event.type == event_type for role in event.roles]
    return {(role.name.value, names[role.filler]) for role in found if role.filler in names}


def meant(text: str) -> set[tuple[str, str]]:
    """Name of each entity that a pronoun means, and the pronoun."""
    notes = read(text)
    mentions = ((e.name, m) for e in notes.entities for m in e.mentions if m.annotator.endswith("pronoun"))
    return {(name, notes.article.text[m.span.begin : m.span.end]) for name, m in mentions}


def test_part_of_an_adjective_is_nobody_later() -> None:
    assert ("Oslo", "Its") not in meant("Oslo-based Karl Holm left. Its army attacked.")


def test_the_subject_goes_on_in_the_clause_that_is_joined() -> None:
    text = (
        "Apple is a rival of Microsoft. Apple wants to grow, it said. "
        "Microsoft ignored Apple's envoys, and in May it sued a bank."
    )
    assert ("agent", "Microsoft") in who(text, "lawsuit")


def test_what_two_do_together_is_not_said_of_one() -> None:
    text = "Microsoft courted Apple, saying together they could win the market. Microsoft praised its team."
    assert not {name for name, pronoun in meant(text) if pronoun == "they"}


def test_who_dies_is_whom_the_sentence_before_has_harmed() -> None:
    text = "Anna Hill was on trial with Mary Hill over the death of Julia Stone. She died on Friday in Norway."
    assert ("object", "Julia Stone") in who(text, "death")
    assert ("object", "Anna Hill") not in who(text, "death")


@pytest.mark.parametrize(
    ("text", "event_type", "role"),
    [
        ("Karl Holm is undergoing trial for manslaughter in Norway.", "killing", ("agent", "Karl Holm")),
        ("Karl Holm went on trial for the murder of Ann Lee.", "killing", ("agent", "Karl Holm")),
        ("Karl Holm must pay $3,000 in fines.", "fine", ("object", "Karl Holm")),
        ("The judge stripped Karl Holm of his pension.", "removal", ("object", "Karl Holm's pension")),
        ("The judge stripped Karl Holm of his pension.", "removal", ("participant", "Karl Holm")),
        ("A tree fell onto Karl Holm on Monday.", "movement", ("participant", "Karl Holm")),
        ("A tree fell onto Karl Holm on Monday.", "movement", ("object", "tree")),
    ],
)
def test_each_fills_its_own_role(text: str, event_type: str, role: tuple[str, str]) -> None:
    assert role in who(text, event_type)


@pytest.mark.parametrize("place", ["Norway", "Philippines"])
def test_the_coast_that_a_wreck_is_off_is_where_and_not_what_is_wrecked(place: str) -> None:
    found = parts(whole(f"Helicopter crashes off {place}\n\nA search began.\n"), "crash")
    assert found == {("object", "helicopter"), ("location", place)}


def test_what_is_sealed_off_is_no_place_of_a_wreck() -> None:
    assert ("object", "Paris") in who("Troops sealed off Paris on Monday.", "blockade")


def test_a_ship_that_is_hit_is_not_injured_but_its_sailor_is() -> None:
    assert parts(read("The ship had been hit by large waves."), "injury") == set()
    assert ("object", "sailor") in who("The sailor had been hit by large waves.", "injury")


def test_who_is_on_trial_did_not_bring_the_charges() -> None:
    assert not who("Karl Holm is on trial on charges of fraud.", "charge") - {("object", "Karl Holm")}


def test_a_second_clause_with_its_own_day_is_another_act() -> None:
    text = "Microsoft rebuffed Apple's advances on Monday, and in May it rejected an offer of Apple."
    assert sum(event.type == "rejection" for event in read(text).events) == 2


HOLDER = "of {place} was sentenced on Thursday to nine years in prison.\n\n"


@pytest.mark.parametrize(
    ("headline", "place", "named"),
    [
        ("Former Mayor Karl Holm jailed", "the capital city", "Karl Holm, 48, was found guilty in February."),
        ("Ex-Oslo mayor jailed", "Oslo", "Karl Holm, a 58-year-old lawyer, was found guilty in February."),
    ],
)
def test_the_lead_calls_somebody_by_the_old_office(headline: str, place: str, named: str) -> None:
    notes = whole(f"{headline}\n\nThe former mayor {HOLDER.format(place=place)}{named}\n")
    assert {name for role, name in parts(notes, "sentence") if role == "object"} == {"Karl Holm"}


def test_the_old_office_of_another_town_is_somebody_else() -> None:
    text = f"Former Oslo Mayor Karl Holm speaks\n\nThe former mayor {HOLDER.format(place='Bergen')}He is 61.\n"
    assert ("object", "Karl Holm") not in parts(whole(text), "sentence")


def test_a_surname_goes_on_for_who_has_borne_it_alone() -> None:
    text = (
        "Karl Holm was jailed on Monday. Holm had denied it. His brother, Peter Holm, was cleared. "
        "Karl Holm stayed calm. Holm joined the Liberal Party in 2003."
    )
    begin = read(text).article.text.index("Holm joined")
    bearers = [e.name for e in read(text).entities for m in e.mentions if m.span.begin == begin]
    assert bearers == ["Karl Holm"]


def test_a_surname_of_two_who_are_named_alike_is_nobodys() -> None:
    text = (
        "Karl Holm was jailed on Monday. Holm had denied it. His brother, Peter Holm, was cleared. "
        "Peter Holm stayed calm. Holm joined the Liberal Party in 2003."
    )
    begin = read(text).article.text.index("Holm joined")
    assert not [e.name for e in read(text).entities for m in e.mentions if m.span.begin == begin]


@pytest.mark.parametrize(
    ("before", "named"),
    [
        ("Karl Holm told AFP that he was ill. The AP quoted his doctor.", {"AFP"}),
        ("Karl Holm told AFP that he was ill. His doctor told the AP that he was not.", set()),
    ],
)
def test_the_agency_is_the_only_one_that_was_told(before: str, named: set[str]) -> None:
    text = f"{before} Ann Lee told the agency that he had left."
    begin = read(text).article.text.index("the agency that")
    assert {e.name for e in read(text).entities for m in e.mentions if m.span.begin == begin} & {"AFP", "AP"} == named

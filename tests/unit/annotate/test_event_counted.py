"""Who was killed, hurt or refused something, and what happened beside it: one number, one place, one blast too many."""

from __future__ import annotations

from tests.unit.annotate.test_event_missing_roles import read, who


def test_a_number_that_shares_its_noun_with_one_before_is_who_was_injured() -> None:
    text = "Eight people died and 40 were injured when a bomb exploded in Mombasa on Friday."
    assert who(text, "death") == {("object", "eight people")}
    assert ("object", "40 people") in who(text, "injury")


def test_a_place_where_people_died_did_not_die() -> None:
    text = "Officials arrived on Monday in the town where eight people died."
    assert who(text, "death") == {("object", "eight people")}


def test_no_happening_is_killed() -> None:
    text = "The floods killed 12 people and the harvest festival in Oruro was cancelled."
    assert who(text, "killing") == {("object", "12 people"), ("instrument", "flood")}


def test_who_is_denied_something_is_its_recipient() -> None:
    text = "Anna Keller was denied the premiership by the king on Monday."
    assert {("agent", "king"), ("recipient", "Anna Keller")} <= who(text, "rejection")


def test_a_second_blast_is_another_than_the_one_told_beside_it() -> None:
    text = "A second blast hit Karachi on Friday, hours after a blast in the city killed four people."
    assert [e.name for e in read(text).events if e.type == "explosion"] == [
        "Second blast in Karachi",
        "Blast in Karachi",
    ]


def test_an_ordinal_in_figures_brings_in_another() -> None:
    text = "A blast hit Karachi on Friday. A 2nd blast hit Karachi on Friday."
    assert len([e for e in read(text).events if e.type == "explosion"]) == 2

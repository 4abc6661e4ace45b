"""Who was killed, hurt or refused something, and what happened beside it: one number, one place, one blast too many."""

from __future__ import annotations

from kgexport.annotate import annotate
from kgexport.model import RoleName, Source
from kgexport.read import read_source
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


def test_who_is_found_guilty_and_convicted_convicts_nobody() -> None:
    text = "The mayor was found guilty and convicted of fraud on Monday."
    convicted = [e for e in read(text).events if e.type == "conviction"]
    assert convicted
    assert all(role.name is not RoleName.AGENT for event in convicted for role in event.roles)


def test_no_practice_is_bribed() -> None:
    text = "His deputy was convicted for accessory to bribe taking."
    assert all("bribed" not in event.name for event in read(text).events)


def test_people_of_a_headline_are_not_those_of_another_story() -> None:
    text = "Search resumes for people\n\nOn Wednesday nine people were killed when a small ferry sank off Bali."
    found = annotate(read_source(Source(text.encode(), "text/plain", "a.txt"), None))
    names = {e.key: e.name for e in found.entities}
    searches = [e for e in found.events if e.type == "search"]
    assert searches
    assert "nine people" not in {names.get(role.filler) for event in searches for role in event.roles}


def test_the_price_of_one_share_is_not_what_was_paid() -> None:
    text = "Terex Corp. bought ASV Inc. for $488 million, or $18 a share. Nova Corp. bought Orbis Inc. for $30 a share."
    values = {a.key: str(a.value) for a in read(text).amounts}
    paid = [sorted(values[key] for key in e.amounts) for e in read(text).events if e.type == "company-acquisition"]
    assert paid == [["488000000"], ["30"]]

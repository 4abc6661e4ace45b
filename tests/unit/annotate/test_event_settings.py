"""Days and places of the same moment, and places without a name: what is shared, and what is not."""

from __future__ import annotations

import pytest

from kgexport.annotate import annotate
from kgexport.model import Mention, RoleName, Source
from kgexport.pipeline import read_opened
from tests.unit.annotate.test_event_circumstances import read, the, when, where

DAYS = [
    # verbs that are joined, with the time behind the subject
    ("The government on Friday imposed a curfew and arrested hundreds of activists.", "arrested", "2024-05-10"),
    ("The government on Friday imposed a curfew and arrested hundreds of activists.", "imposed", "2024-05-10"),
    # a clause of the same moment, before or behind
    ("Six people were killed when a bus crashed in Peru on Monday.", "killed", "2024-05-13"),
    ("Jan Holm was hurt on Monday when a wall collapsed in Oslo.", "collapsed", "2024-05-13"),
    # what came before or after is another moment
    ("Jan Holm was arrested on Thursday after shooting two men in Oslo.", "shooting", None),
    # results, also of what was brought about
    ("The storm on Monday caused a crane to fall onto a road, killing nine people.", "killing", "2024-05-13"),
    ("The plan prompted two demonstrations Sunday in Oslo.", "demonstrations", "2024-05-12"),
    # an infinitive that tells how it ended
    ("On Monday, Norway came from two goals down to beat Chile.", "beat", "2024-05-13"),
    # the year of the noun that a clause hangs on
    ("Norway recalled the 1991 rally, in which 40 people were killed.", "killed", "1991"),
    # short occasions
    ("At a news conference in Oslo on Monday, Ann Lee said that she would resign.", "said", "2024-05-13"),
    ("The gunman blew up a mosque in Oslo during Friday prayers.", "blew up", "2024-05-10"),
    ("Police arrested a suspect in the shooting of a guard on Tuesday.", "arrested", None),
    # what is planned for a day
    ("The vote was scheduled for Friday.", "vote", "2024-05-17"),
    # how often it was is no day
    ("Norway announced its third strike in four months.", "strike", None),
    # what goes on for long does not give its first day to what it does
    ("The outbreak in Chile, which began last November, has killed six people.", "killed", None),
]


@pytest.mark.parametrize(("text", "words", "day"), DAYS, ids=[f"{w}: {t[:40]}" for t, w, _ in DAYS])
def test_a_day_is_shared_by_what_happened_at_the_same_moment(text: str, words: str, day: str | None) -> None:
    assert when(text, words)[0] == day


SITES = [
    ("Three people were shot at a hotel in Leeds.", "shot", {"hotel", "Leeds"}),
    ("Jan Holm was arrested outside a courthouse in Oslo.", "arrested", {"courthouse", "Oslo"}),
    ("Eight miners were rescued from a coal mine in Poland.", "rescued", {"coal mine", "Poland"}),
    # the noun leads to a name
    ("Protesters marched through the streets of Lima.", "marched", {"Lima"}),
    ("Ten people were arrested in the Leeds area.", "arrested", {"Leeds"}),
    # no place in particular, and no place
    ("Jan Holm was sentenced to nine years in prison.", "sentenced", set()),
    ("Jan Holm was arrested on a charge of fraud.", "arrested", set()),
    ("Ann Lee made the announcement on a radio station.", "announcement", set()),
    # in front of joined verbs
    ("In Basra, gunmen killed a judge and burned his car.", "burned", {"Basra"}),
    # police act where they are
    ("Police in Marseille seized a boat and arrested four men.", "arrested", {"Marseille"}),
    # words that point to the place that was told
    ("Ann Lee checked into a clinic in Malibu and will remain there for weeks.", "remain", {"Malibu"}),
    ("Jan Holm was taken to an office where a lawyer questioned him.", "questioned", {"office"}),
    ("Ann Lee flew from Oslo to Malibu. Jan Holm was killed there.", "killed", {"Malibu"}),
    ("Ann Lee sang in Oslo and in Lima. Jan Holm was killed there.", "killed", set()),
]


@pytest.mark.parametrize(("text", "words", "places"), SITES, ids=[t[:40] for t, *_ in SITES])
def test_a_place_without_a_name_is_a_place(text: str, words: str, places: set[str]) -> None:
    assert where(text, words) == places


def test_a_ship_is_where_those_aboard_are() -> None:
    text = "Dan Roe was imprisoned aboard the cruise ship, Freewinds. Ann Lee was killed aboard the Estonia on Monday."

    assert len(keys(text, "imprisoned")) == 1
    assert keys(text, "killed") == set()


def test_the_hotel_is_the_one_that_was_told_of() -> None:
    text = "Three people were shot at a hotel in Leeds. Ann Lee was arrested at the hotel on Monday."
    assert keys(text, "shot") & keys(text, "arrested")


def test_a_house_and_a_house_are_two() -> None:
    text = "Three people were shot at a house in Leeds. Ann Lee was arrested at a house on Monday."
    assert not keys(text, "shot") & keys(text, "arrested")


def keys(text: str, words: str) -> set[str]:
    return {role.filler for role in the(text, words).roles if role.name is RoleName.LOCATION}


def test_a_place_without_a_name_has_a_node_of_a_class_of_places() -> None:
    text = "Jan Holm was killed outside a nightclub on Monday."
    entity = next(e for e in read(text).entities if e.key in keys(text, "killed"))
    assert entity.types == ("Place",)
    assert all(isinstance(mention, Mention) for mention in entity.mentions)


def test_the_harm_that_a_happening_did_has_its_place_and_day() -> None:
    text = "A bomb exploded in Kabul on Friday. The blast killed nine people."
    assert where(text, "killed") == {"Kabul"}
    assert when(text, "killed")[0] == "2024-05-10"


def test_here_in_a_report_is_the_place_of_its_dateline() -> None:
    text = "Two countries meet\nOSLO, May 14 (Reuters) - Norway and Chile opened talks here on Tuesday."
    source = Source(text.encode(), "text/plain", "a.txt")
    notes = annotate(read_opened(source, "2024-05-16", None, "text"))
    names = {entity.key: entity.name for entity in notes.entities}
    assert ["OSLO"] in [[names[r.filler] for r in e.roles if r.name is RoleName.LOCATION] for e in notes.events]

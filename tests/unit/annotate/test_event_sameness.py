"""One happening, one event, though no name is shared: sayings, results, prizes; and what stays two."""

from __future__ import annotations

from functools import cache

import pytest

from kgexport.annotate import annotate
from kgexport.annotate.events.sameness.identity import identity
from kgexport.model import Annotations, Event, Modality, Polarity, RoleName, Source
from kgexport.pipeline import read_opened

PUBLISHED = "2024-05-16"


@cache
def read(text: str) -> Annotations:
    """An article published on Thursday, 16 May 2024; its first line is the headline."""
    return annotate(read_opened(Source(text.encode(), "text/plain", "a.txt"), PUBLISHED, None, "text"))


def events_at(text: str, words: str, nth: int = 1) -> list[Event]:
    """The events with a trigger on the nth occurrence of some words."""
    begin = -1
    for _ in range(nth):
        begin = text.index(words, begin + 1)
    return [e for e in read(text).events for m in e.mentions if m.span.begin <= begin < m.span.end]


def the(text: str, words: str, nth: int = 1) -> Event:
    found = events_at(text, words, nth)
    assert found, [event.name for event in read(text).events]
    return found[0]


def fillers(text: str, event: Event, name: RoleName) -> set[str]:
    names = {entity.key: entity.name for entity in read(text).entities}
    return {names.get(role.filler, role.filler) for role in event.roles if role.name is name}


def rules(event: Event) -> set[str]:
    return {fired.rule for fired in event.rules if fired.gave == "merged"}


INTRO = "A man spoke\nBirds sang. "

SAID_IN = [
    (INTRO + '"It is over," Ann Lee said in a statement to the Lima Post on Monday.', "said", "statement"),
    (INTRO + "In a statement, Ann Lee denied the claims.", "denied", "statement"),
    (INTRO + "Ann Lee denied the claims in a statement.", "denied", "statement"),
    (INTRO + 'Ann Lee, in remarks to reporters, said "it is over".', "said", "remarks"),
    (INTRO + "Ann Lee apologised for the delays in a statement.", "apologised", "statement"),
    (INTRO + "Ann Lee told reporters in an interview that she would go.", "told", "interview"),
]


@pytest.mark.parametrize(("text", "verb", "noun"), SAID_IN, ids=[f"{verb}-{noun}" for _, verb, noun in SAID_IN])
def test_the_noun_of_a_saying_is_a_mention_of_it(text: str, verb: str, noun: str) -> None:
    assert the(text, verb).key in {event.key for event in events_at(text, noun)}
    assert not [event for event in read(text).events if event.type in ("announcement", "interview")]


def test_a_saying_has_the_hearer_that_its_noun_tells() -> None:
    text = SAID_IN[0][0]

    assert fillers(text, the(text, "said"), RoleName.RECIPIENT) == {"Lima Post"}


def test_a_statement_of_somebody_else_is_another_event() -> None:
    text = INTRO + "Ann Lee read the paper. The union praised Ann Lee in Karl Holm's statement."

    assert {e.key for e in events_at(text, "statement")}.isdisjoint(e.key for e in events_at(text, "praised"))


ONE = [
    # the same verb and noun
    (
        "Police round up protesters\nPolice rounded up hundreds of protesters in Lima on Monday.\n"
        "Some 300 demonstrators were rounded up and driven away.",
        "rounded up",
        "rounded up and",
    ),
    (
        "Secret file found on train\nA secret file was found on a train in Kent on Monday.\n"
        "The 40-page file was found by a cleaner.",
        "found on a",
        "found by",
    ),
    (
        "Judge rejects plea deal\nA judge rejected a plea deal on Monday.\nJudge Ann Lee rejected the deal.",
        "rejected a",
        "rejected the",
    ),
    # the same words of a saying, from a body and from a person who speaks for it
    (
        "Vote over\nThe commission declared Kofi Adjei the winner on Monday.\n"
        "Chairman Yaw Mensah declared Adjei the winner in Accra.",
        "declared",
        "declared Adjei",
    ),
    # what one is
    (
        "Leaders meet\nAnn Lee had a meeting with Karl Holm in Oslo on Monday. "
        "The meeting was the first summit between the two.",
        "meeting with",
        "summit",
    ),
    ("Firm buys rival\nOrbis said it would buy Nova for $9 million, its third acquisition.", "buy Nova", "acquisition"),
    # the noun of a verb; the ceremony of what is done at it
    (
        "Clash in Lagos\nPolice clashed with protesters in Lagos on Monday.\nThe clashes went on all night.",
        "clashed",
        "clashes",
    ),
    (
        "Lee sworn in\nAnn Lee was sworn in on Monday.\nThe swearing-in ceremony took place in Lima.",
        "sworn in on",
        "ceremony",
    ),
    # nouns with the same nouns before them
    (
        "Oslo Lantern Festival opens\nThe Oslo Lantern Festival opened on Monday.\n"
        "This year's lantern festival has a theme.",
        "Festival opened",
        "festival has",
    ),
    # the result of a match
    (
        "Rovers beat Albion 3-1\nRovers beat Albion 3-1 in Hull on Sunday.\nThe 3-1 victory was a surprise.",
        "beat Albion 3-1 in",
        "victory",
    ),
    # what was denied
    (
        "Man denies arson\nA man has denied arson.\nKarl Holm is accused of setting fire to the shop.",
        "arson",
        "setting fire",
    ),
    # what is told besides of a quake that is known; whose rampage it was
    (
        "Quake hits Oslo\nA quake hit Oslo on Monday.\nThe quake also damaged a bridge.",
        "quake hit",
        "quake also",
    ),
    (
        INTRO + "A rampage shook Hull in 2005. Karl Holm was jailed. Holm's rampage left scars.",
        "rampage shook",
        "rampage left",
    ),
    # a verb that only says that it took place; the day that such a verb tells; a noun in the words of a verb
    (
        "Bomb kills five\nA bomb exploded in Quetta on Monday.\nThe blast was heard far away.",
        "exploded",
        "blast",
    ),
    (
        INTRO + "Three patients died in Oslo. Ann Lee regretted the deaths. The deaths took place in 2019.",
        "died",
        "deaths took",
    ),
    (
        INTRO + "Ann Lee said on Sunday that ministers would go. She made the announcement on a flight.",
        "said",
        "made the announcement",
    ),
    # the same verb in another sense of its row
    (
        "Doctor jailed over deaths\nA doctor was jailed for 12 years on Monday.",
        "jailed over",
        "jailed for",
    ),
    # an incident is what its clause tells
    (
        INTRO + "Karl Holm was jailed over an incident in which he stabbed a guard.",
        "stabbed",
        "incident",
    ),
]


@pytest.mark.parametrize(("text", "one", "other"), ONE, ids=[other for *_, other in ONE])
def test_told_in_other_words_it_is_one_event(text: str, one: str, other: str) -> None:
    assert the(text, one).key == the(text, other).key


TWO = [
    # other numbers, other things, other people of the same sort
    (
        INTRO + "A flood destroyed 30 houses in Lima on Monday.\nIn Cusco the flood destroyed 80 houses.",
        "destroyed 30",
        "destroyed 80",
    ),
    (INTRO + "Ann Lee won the Jury Award. Karl Holm won the Audience Award.", "won the Jury", "won the Audience"),
    # an occasion and what is given at it
    (INTRO + "Ann Lee won the top prize on Monday. She smiled at the award ceremony.", "won", "ceremony"),
    # what other people say
    (
        "Minister says tax will rise\nThe opposition said on Monday that Ann Lee had lied.",
        "says tax",
        "said on Monday",
    ),
    # other words of a saying
    (
        "Firm grows\nOrbis announced a new phone on Monday.\nOrbis announced a loss of $4 million.",
        "announced a new",
        "announced a loss",
    ),
    # other results
    (
        "Rovers beat Albion 3-1\nRovers beat Albion 3-1 in Hull on Sunday.\nRovers beat Albion 2-0 in May.",
        "beat Albion 3-1 in",
        "beat Albion 2-0",
    ),
    # agreements to do other things
    (
        INTRO + "Ann Lee agreed to meet Karl Holm on Monday. Ann Lee also agreed to visit Peru.",
        "agreed to meet",
        "agreed to visit",
    ),
    # a separate incident
    (
        INTRO
        + "Two men were reported missing in Oslo. In a separate incident, two men were reported missing in Bergen.",
        "reported missing in Oslo",
        "reported missing in Bergen",
    ),
]


@pytest.mark.parametrize(("text", "one", "other"), TWO, ids=[other for *_, other in TWO])
def test_what_contradicts_stays_two_events(text: str, one: str, other: str) -> None:
    assert the(text, one).key != the(text, other).key


def test_what_is_denied_and_what_one_is_accused_of_stays_alleged() -> None:
    event = the(next(text for text, _, other in ONE if other == "setting fire"), "setting fire")

    assert (event.modality, event.polarity) == (Modality.ALLEGED, Polarity.POSITIVE)
    assert "denied" in rules(event)


def test_a_thing_in_other_words_is_one_object() -> None:
    text = next(text for text, _, other in ONE if other == "found by")
    event = the(text, "found by")

    assert len(fillers(text, event, RoleName.OBJECT)) == 1


def test_a_thing_is_told_with_its_number() -> None:
    text = "Floods destroy houses\nFloods destroyed houses in Lima on Monday.\nThe floods destroyed 800 homes."
    event = the(text, "destroyed 800")

    assert event.key == the(text, "destroyed houses").key
    assert fillers(text, event, RoleName.OBJECT) == {"800 homes"}


def test_others_who_act_on_the_same_thing_do_something_else() -> None:
    text = INTRO + "Soldiers stopped students from blocking a road. A clerk told workers to block the road."

    assert {e.key for e in events_at(text, "blocking")}.isdisjoint(e.key for e in events_at(text, "block the"))


def test_two_attacks_that_killed_the_same_people_are_one() -> None:
    text = (
        "Ten militants killed in airstrike\nTen militants were killed in an airstrike in Ghazni on Monday.\n"
        "Warplanes bombed a hideout, killing 10 militants."
    )

    assert the(text, "airstrike in").key == the(text, "bombed").key


def test_a_noun_after_a_claim_that_cannot_be_does_not_go_back_to_it() -> None:
    text = INTRO + "No country can dictate terms to Peru. Ann Lee rejected their demand to close the road."

    assert {e.key for e in events_at(text, "demand to")}.isdisjoint(e.key for e in events_at(text, "dictate"))


def test_types_of_several_rows_are_of_one_sort() -> None:
    table = identity()

    assert table.kind("purchase") == table.kind("company-acquisition") == table.kind("aid")
    assert table.kind("purchase") != table.kind("visit")


def test_nouns_of_one_row_are_alike() -> None:
    table = identity()

    assert table.are_alike("lawyer", "attorney")
    assert table.are_alike("tree", "tree")
    assert not table.are_alike("lawyer", "soldier")

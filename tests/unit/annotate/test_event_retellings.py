"""What is told again in other words is one event, and what is another step, number or sort stays another."""

from __future__ import annotations

import pytest

from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.things import noun_of
from kgexport.model import Modality, RoleName, Status
from tests.support.told import at, names, read

LAWYER = (
    "Disgraced ex-lawyer jailed\nDisgraced ex-lawyer Alan Mercer was sentenced to life in prison on Friday for fraud.\n"
    "A jury convicted Mercer on Thursday. The disbarred attorney was convicted of two counts of fraud. His son, Ben "
    "Mercer, sat still as the judge sentenced his father to two life terms."
)
SAME = [
    (LAWYER, ("convicted", 1), ("convicted", 2)),
    (LAWYER, ("sentenced", 1), ("sentenced", 2)),
    (
        "Minister quits\nOmar Diaz resigned on Tuesday. The prime minister accepted the resignation.",
        ("resigned", 1),
        ("resignation", 1),
    ),
    (
        "Chile fires missile\nChile fired a missile into the sea on Monday. Peru condemned the launch.",
        ("fired", 1),
        ("launch", 1),
    ),
    (
        "City begins talks process\nOslo begins process to change its flag\n"
        "Oslo announced the start of a process to change its flag on Monday.",
        ("begins", 2),
        ("start", 1),
    ),
    (
        "Parliament approves Peru's new coalition government\nPeruvian lawmakers on Monday voted to approve the "
        "country's new coalition government.\nThe incoming Cabinet of Ministers was approved at a sitting by 61 "
        "votes to 39.",
        ("approve", 1),
        ("approved", 1),
    ),
    (
        "Secret file found on street\nA passerby found a secret file in Leeds on Sunday.\n"
        "Ann Lee said she was shocked after a government file has been found on the street.",
        ("found", 2),
        ("found", 3),
    ),
    (
        "Parents prosecuted over death\nJohn and Mary Hart went on trial in Sydney on Monday over the death of a son.",
        ("prosecuted", 1),
        ("trial", 1),
    ),
    (
        "Man jailed\nKarl Holm was jailed on Monday for murdering his wife. Prosecutors argued he killed his wife.",
        ("murdering", 1),
        ("killed", 1),
    ),
]


@pytest.mark.parametrize(("text", "one", "other"), SAME, ids=[f"{one[0]}-{other[0]}" for _, one, other in SAME])
def test_it_is_one_event(text: str, one: tuple[str, int], other: tuple[str, int]) -> None:
    assert at(text, *one).key == at(text, *other).key


MORE = [
    (
        "Man denies arson\nKarl Holm, 34, denied arson on Monday. Holm is accused of setting fire to a shop in Leeds.",
        ("arson", 2),
        ("setting", 1),
    ),
    (
        "Pitcher moves\nDan Roe agreed to a seven-year deal with Karl Holm on Monday.",
        ("agreed", 1),
        ("deal", 1),
    ),
    (
        "Coach speaks\nTalking about his time at the club, Karl Holm told the BBC that he would miss the fans.",
        ("Talking", 1),
        ("told", 1),
    ),
    (
        "Quake in Peru\nA quake struck Peru on Monday, causing landslides. Soldiers struggled to reach areas where "
        "roads were blocked by landslides.",
        ("landslides", 1),
        ("landslides", 2),
    ),
    (
        "Holm back\nKarl Holm returned to Oslo on Sunday after a meeting with US President Joe Smith.\n"
        "Holm had a two-day meeting with Smith at a ranch in Texas on May 7.",
        ("meeting", 1),
        ("meeting", 2),
    ),
]


@pytest.mark.parametrize(("text", "one", "other"), MORE, ids=[f"{one[0]}-{other[0]}" for _, one, other in MORE])
def test_it_is_still_one_event(text: str, one: tuple[str, int], other: tuple[str, int]) -> None:
    assert at(text, *one).key == at(text, *other).key


OTHER = [
    (
        "Dancer speaks\nHer parents moved Jane Hill to Peru when she was six. Hill was later sent to Oslo.",
        ("moved", 1),
        ("sent", 1),
    ),
    (
        "Nova unveils phone\nNova unveiled its X5 phone in Seoul on Monday. The X5 will start shipping on 3 June.",
        ("unveiled", 1),
        ("shipping", 1),
    ),
    (
        "Army fires shells\nThe army fired 36 shells at the rebels' positions on Sunday.\n"
        "A rebel spokesman said 15 shells had landed near a school.",
        ("fired", 1),
        ("landed", 1),
    ),
    (
        "Killer sentenced\nDan Roe was sentenced to life in prison on Monday. Roe, who also received an additional "
        "sentence of 50 years, wept before his sentence was announced.",
        ("additional sentence", 1),
        ("sentence was announced", 1),
    ),
    (
        "Nurse held\nNurse Dana Pell was arrested in Leeds on Monday. A doctor was arrested on Tuesday.",
        ("arrested", 1),
        ("arrested", 2),
    ),
]


@pytest.mark.parametrize(("text", "one", "other"), OTHER, ids=[f"{one[0]}-{other[0]}" for _, one, other in OTHER])
def test_they_are_two_events(text: str, one: tuple[str, int], other: tuple[str, int]) -> None:
    assert at(text, *one).key != at(text, *other).key


def test_a_sentence_that_is_announced_is_the_one_told_first() -> None:
    text = OTHER[3][0]

    assert at(text, "sentence was announced").key == at(text, "sentenced", 2).key


def test_a_sentence_that_is_announced_is_no_announcement() -> None:
    text = "Man jailed\nKarl Holm was jailed for life on Friday. He was calm before his sentence was announced."

    assert "announcement" not in {event.type for event in read(text).events}


def test_the_number_of_the_dead_is_that_of_the_names() -> None:
    text = (
        "Judge rules\nA judge sentenced Karl Holm to life for the May 11, 2005, incident that left three people dead.\n"
        "Holm was convicted of overpowering a guard before killing Ann Lee, Tom Reed and Omar Diaz."
    )

    assert at(text, "left three people dead").key == at(text, "killing").key


def test_what_is_accepted_is_the_object() -> None:
    text = SAME[2][0]

    assert names(text, at(text, "accepted"), RoleName.OBJECT) == {at(text, "resigned").name}


def test_a_definite_noun_goes_back_to_what_is_planned() -> None:
    text = (
        "Peru to buy jets\nPeru will buy fighter jets from Chile, the army said on Monday.\n"
        "The purchase of these jets is expected next year. The purchase of military jets comes against a dark backdrop."
    )
    event = at(text, "purchase", 2)

    assert event.key == at(text, "buy", 2).key
    assert event.modality is Modality.PLANNED


def test_who_spoke_for_states_is_no_party_to_their_agreement() -> None:
    text = (
        "Peru and Chile agree on ceasefire\nThe Chilean ambassador to Peru, Omar Vega, said he reached an agreement "
        "with Peruvian officials on a ceasefire on Monday."
    )

    assert names(text, at(text, "agree"), RoleName.AGENT) == {"Peru", "Chile"}


def test_the_noun_of_a_phrase_is_before_its_of() -> None:
    assert noun_of("nominal:foreign-ministers-of-chile") == "minister"
    assert noun_of("nominal:hundreds-of-homes") == "home"
    assert noun_of("nominal:secret-files-2") == "file"


def test_steps_of_one_undertaking_are_told_apart() -> None:
    table = identity()

    assert table.are_stages({"unveil"}, "ship")
    assert not table.are_stages({"unveil"}, "unveiling")
    assert not table.are_stages({"build"}, "ship")


HERBS = (
    "Father on trial after herbal treatment leads to daughter's death\nKarl Holm is on trial in Oslo for manslaughter "
    "after the death of his daughter Ida. She died from an infection. Holm decided to treat Ida himself."
)


def test_what_brought_something_about_was_not_only_decided() -> None:
    assert at(HERBS, "decided").key == at(HERBS, "treatment").key
    assert at(HERBS, "decided").modality is Modality.ASSERTED
    assert at(HERBS, "decided").status is Status.COMPLETED


def test_an_event_of_nobody_does_not_part_two_tellings_of_a_death() -> None:
    assert at(HERBS, "died").key == at(HERBS, "death of").key

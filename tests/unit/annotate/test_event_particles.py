"""Particles that give a verb another sense, and turns of phrase; each text is made up for one rule."""

from __future__ import annotations

import pytest

from kgexport.annotate.events.lexicon import rows
from kgexport.model import Modality, Status
from tests.unit.annotate.test_event_coverage import BEFORE, read, types

SPACE = "The rocket of NASA carried a capsule into orbit. "


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Leeds City laughed off the criticism and Ann Lee shrugged off the injury.", "reaction"),
        ("Voters in Norway turned out in large numbers on Monday.", "surrender"),
        ("Ann Lee took on the company in May.", "conveyance"),
        ("The shop in Bern drove up prices in May.", "conveyance"),
        ("Ann Lee bombed out of the contest on Monday.", "airstrike"),
        ("The nurse Ann Lee burned out in May.", "destruction"),
        ("Ann Lee pulled off a surprise in Bern on Monday.", "removal"),
        ("Prices shot up in Norway on Monday.", "shooting"),
        ("Norway fired off a letter to Sweden on Monday.", "shooting"),
        ("Ann Lee talked up the plan in Bern on Monday.", "discussion"),
        ("Karl Holm blasted off from Cape Orm on Monday.", "condemnation"),
        ("Karl Holm launched into an attack on the press on Monday.", "armed-attack"),
        ("Karl Holm gave some serious food for thought to Ann Lee.", "aid"),
        ("A flood of refugees arrived in Norway on Monday.", "flood"),
        ("A political earthquake hit Norway on Monday.", "earthquake"),
        ("Ann Lee was in the eye of the storm on Monday.", "storm"),
        ("Ann Lee launched a scathing attack on Karl Holm on Monday.", "armed-attack"),
        ("Ann Lee bombed out of the contest on Monday, Karl Holm said.", "airstrike"),
        ("Following on from a win in May, Leeds City beat Rovers.", "causation"),
        ("Of the 17 people who were hurt in Bern, 10 were responding officers.", "reaction"),
    ],
)
def test_a_bare_verb_says_nothing_where_a_particle_or_phrase_gives_another_sense(text: str, event_type: str) -> None:
    assert event_type not in types(BEFORE + text)


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Norway shot down three drones on Monday.", "airstrike"),
        ("Karl Holm blasted the council on Monday.", "condemnation"),
        ("Ann Lee launched a scathing attack on Karl Holm on Monday.", "condemnation"),
        ("A flood hit Norway on Monday.", "flood"),
        ("The company Orm Steel laid off 400 workers on Monday.", "layoff"),
        ("The airline called off the strike on Monday.", "suspension"),
        ("Karl Holm and Ann Lee blasted off from Cape Orm on Monday.", "space-launch"),
        (SPACE + "Two astronauts watched as the launch took place in Norway on Monday.", "space-launch"),
        ("The launch of the rocket by Norway took place on Monday.", "space-launch"),
        ("The army of Norway secured the airport on Monday.", "protection"),
        ("Norway responded to the offer on Monday.", "reaction"),
        ("Ann Lee launched an attack on Norway on Monday.", "armed-attack"),
    ],
)
def test_a_row_that_names_the_particle_or_has_none_still_fits(text: str, event_type: str) -> None:
    assert event_type in types(BEFORE + text)


def test_the_table_names_verbs_particles_and_where_they_stand() -> None:
    table = list(rows("particles.tsv", 3))
    assert {where for _, _, where in table} == {"after", "next"}
    assert all(verbs and particles for verbs, particles, _ in table)


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Sweden should have told Norway of the plan, Karl Holm said.", "statement"),
        ("Sweden should release the files, Karl Holm said.", "demand"),
    ],
)
def test_what_should_have_been_done_is_no_demand(text: str, event_type: str) -> None:
    found = types(BEFORE + text)
    assert event_type in found
    assert ("demand" in found) is (event_type == "demand")


def test_an_allegation_of_what_is_still_done_leaves_it_alleged() -> None:
    found = read("Sweden denies allegations that Norway still gives tacit support to Denmark.")
    assert [e.modality for e in found.events if e.type == "aid"] == [Modality.ALLEGED]


def test_what_goes_with_a_present_perfect_is_still_under_way() -> None:
    found = read("In Norway 500 people have been rescued, with 20 people being urgently evacuated to Oslo.")
    assert [e.status for e in found.events if e.type == "evacuation"] == [Status.ACTIVE]

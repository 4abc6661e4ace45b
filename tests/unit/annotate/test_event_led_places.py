"""Places told in front of other clauses, by "the province", inside the subject; days that date something else."""

from __future__ import annotations

import pytest

from tests.unit.annotate.test_event_circumstances import when, where

PLACES = [
    # in front of a clause behind "with", of a joined one, of what became of those who were harmed
    ("In Leeds, 40 people were evacuated, with ten being rescued by boat.", "rescued", {"Leeds"}),
    ("In Leeds, two residents were killed and three firefighters were injured.", "injured", {"Leeds"}),
    ("In Oslo, landslides trapped villagers who had to be rescued by boat.", "rescued", {"Oslo"}),
    # a clause with a place of its own keeps it, and so does one that tells of another moment or of no harm
    ("In Leeds, two residents were killed and three firefighters were injured in Hull.", "injured", {"Hull"}),
    ("In Leeds, a landslide buried ten villagers who were rescued by firefighters.", "rescued", {"Leeds"}),
    ("In Leeds, police arrested a man who was wounded on Monday.", "wounded", set()),
    ("In Leeds, police arrested a man who had been wounded.", "wounded", set()),
    ("In Leeds, two residents were killed but three firefighters resigned.", "resigned", set()),
    # the only land of its sort that was named before
    ("Floods hit Texas on Monday. Across the state, 40 people were evacuated.", "evacuated", {"Texas"}),
    ("Floods hit Texas and Ohio on Monday. Across the state, 40 people were evacuated.", "evacuated", set()),
    ("Ann Lee lives in Leeds. Jan Holm was killed in the city.", "killed", {"Leeds"}),
    # those who help do so where they are
    ("Rescuers on boats in Leeds evacuated forty residents.", "evacuated", {"Leeds"}),
    ("Traders in Leeds sold their shares.", "sold", set()),
    # who watches from a place is there, who is from a place is not
    ("Ann Lee watched the eruption from Naples.", "watched", {"Naples"}),
    ("Ann Lee watched the players from Naples.", "watched", set()),
    ("Ann Lee watched a film from Naples.", "watched", set()),
]


@pytest.mark.parametrize(("text", "words", "places"), PLACES, ids=[f"{w}: {t[:50]}" for t, w, _ in PLACES])
def test_a_place_is_told_of_each_clause_that_it_stands_in_front_of(text: str, words: str, places: set[str]) -> None:
    assert where(text, words) == places


DAYS = [
    ("Norway has executed nobody since the hanging of two spies in 1951.", "executed", None),
    ("It was the first time that Norway launched astronauts since the final flight in 2011.", "launched", None),
    ("Norway has bombed Chile since Monday.", "bombed", "2024-05-13"),
    ("The war has left 40 people dead this year.", "war", None),
    ("The war, which has left 40 people dead this year, shocked Norway.", "war", None),
    ("The war, which has left 40 people dead this year, shocked Norway.", "left", "2024"),
]


@pytest.mark.parametrize(("text", "words", "day"), DAYS, ids=[f"{w}: {t[:50]}" for t, w, _ in DAYS])
def test_a_day_in_a_phrase_of_another_moment_dates_nothing_else(text: str, words: str, day: str | None) -> None:
    assert when(text, words)[0] == day

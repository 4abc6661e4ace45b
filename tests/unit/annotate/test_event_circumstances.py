"""When and where: which event of a sentence a time or place is told of, and which it is not."""

from __future__ import annotations

from functools import cache

import pytest

from kgexport.annotate import annotate
from kgexport.model import Annotations, Event, RoleName, Source
from kgexport.pipeline import read_opened

PUBLISHED = "2024-05-16"
BEFORE = "A warm day\nThe sky was blue. "


@cache
def read(text: str) -> Annotations:
    """A sentence behind a headline and a lead that tell of nothing, in an article of Thursday, 16 May 2024."""
    source = Source((BEFORE + text).encode(), "text/plain", "a.txt")
    return annotate(read_opened(source, PUBLISHED, None, "text"))


def the(text: str, words: str) -> Event:
    begin = len(BEFORE) + text.index(words)
    found = [e for e in read(text).events for m in e.mentions if m.span.begin <= begin < m.span.end]
    assert found, [event.name for event in read(text).events]
    return found[-1]


def when(text: str, words: str) -> tuple[str | None, str | None]:
    event = the(text, words)
    return event.start.lexical if event.start else None, event.end.lexical if event.end else None


TIMES = [
    ("Jan Holm was arrested in Oslo on Monday.", "arrested", ("2024-05-13", None)),
    # a perfect takes no day: it is that of what stands behind "after"
    (
        "Jan Holm has denied murder following a fire at a Dorset warehouse early on Sunday.",
        "fire",
        ("2024-05-12", None),
    ),
    ("Jan Holm has denied murder following a fire at a Dorset warehouse early on Sunday.", "denied", (None, None)),
    # the verb of a noun's clause, or of its relative clause
    ("A fire destroyed a hall in Oslo on Monday.", "fire", ("2024-05-13", None)),
    ("The trial of Jan Holm, which began in March, shocked many.", "trial", ("2024-03", None)),
    ("The strike in Norway ended on Monday.", "strike", (None, "2024-05-13")),
    # a time in front is told of all verbs that are joined
    ("On Monday, Jan Holm met Ann Lee and visited Chile.", "visited", ("2024-05-13", None)),
    # every clause has its own
    ("Jan Holm left Chile after he was arrested on Monday.", "arrested", ("2024-05-13", None)),
    ("Jan Holm visited Chile after he was freed on Monday.", "visited", (None, None)),
    ("The death of Jan Holm was announced by Ann Lee on Monday.", "announced", ("2024-05-13", None)),
    ("The death of Jan Holm was announced by Ann Lee on Monday.", "death", (None, None)),
    # within the noun phrase
    ("The 2011 earthquake in Chile killed 400 people.", "earthquake", ("2011", None)),
    ("Norway recalled the earthquake of 27 February in Chile.", "earthquake", ("2024-02-27", None)),
    # stretches
    ("Jan Holm will visit Chile from 3 to 5 June.", "visit", ("2024-06-03", "2024-06-05")),
    ("Karl Weber will pay a three-day visit to Chile on 3 June.", "visit", ("2024-06-03", "2024-06-05")),
    ("Schools in Hull will be closed until Friday.", "closed", (None, "2024-05-17")),
    # how long there was none is no date
    ("Jan Holm's visit to Chile on Monday was the first since 2019.", "visit", ("2024-05-13", None)),
    # a week is no day: the month, or the year where the week has days of two months
    ("Jan Holm resigned last week.", "resigned", ("2024-05", None)),
    ("Jan Holm was arrested over the weekend.", "arrested", ("2024-05", None)),
    ("Jan Holm was arrested two weeks ago.", "arrested", ("2024", None)),
    ("Jan Holm was arrested last month.", "arrested", ("2024-04", None)),
    # the year of another noun
    ("Jan Holm was found guilty of murder in the 2005 rampage.", "found guilty", (None, None)),
    # side by side
    ("Jan Holm was shot and wounded in Oslo on Monday.", "shot", ("2024-05-13", None)),
    ("In March Jan Holm was forced to resign as minister.", "resign", ("2024-03", None)),
]


@pytest.mark.parametrize(("text", "words", "expected"), TIMES, ids=[f"{w}: {t[:40]}" for t, w, _ in TIMES])
def test_a_time_belongs_to_the_event_of_its_clause(
    text: str, words: str, expected: tuple[str | None, str | None]
) -> None:
    assert when(text, words) == expected


def test_what_is_told_as_done_has_no_day_after_publication() -> None:
    assert when("Norway invited Chile, which elected Ann Lee on 30 May 2024.", "elected") == (None, None)


def test_a_storm_that_moved_on_later_did_not_begin_then() -> None:
    assert when("The storm in Chile moved north on Monday.", "storm") == (None, None)


def where(text: str, words: str) -> set[str]:
    names = {entity.key: entity.name for entity in read(text).entities}
    return {names[role.filler] for role in the(text, words).roles if role.name is RoleName.LOCATION}


PLACES = [
    ("Jan Holm was arrested in Oslo on Monday.", "arrested", {"Oslo"}),
    ("A gunman opened fire in a shop in the Swedish city of Malmo.", "opened fire", {"Malmo", "shop"}),
    ("A blast tore through a plant on the edge of the port of Durban.", "blast", {"Durban"}),
    ("A court in Lyon sentenced Jan Holm to three years in prison.", "sentenced", {"Lyon"}),
    ("Workers in Hull will strike on Friday.", "strike", {"Hull"}),
    # where somebody comes from is no place of what he does
    ("A singer from Oslo was arrested on Monday.", "arrested", set()),
    ("A teacher in Oslo praised Jan Holm.", "praised", set()),
    ("The quake, which hit Lima on Monday, killed nobody.", "quake", {"Lima"}),
    ("Jan Holm was shot and wounded in Oslo on Monday.", "shot", {"Oslo"}),
    ("Ann Lee flew to Lima, where two people died on Monday.", "died", {"Lima"}),
]


@pytest.mark.parametrize(("text", "words", "expected"), PLACES, ids=[t[:40] for t, *_ in PLACES])
def test_a_place_belongs_to_the_event_that_happened_there(text: str, words: str, expected: set[str]) -> None:
    assert where(text, words) == expected


def test_a_dateline_is_no_place() -> None:
    text = "OSLO, May 14 - Jan Holm was arrested on Monday."
    source = Source(f"A warm day\n{text}".encode(), "text/plain", "a.txt")
    events = annotate(read_opened(source, PUBLISHED, None, "text")).events

    assert not [r for e in events if e.type == "arrest" for r in e.roles if r.name is RoleName.LOCATION]


def test_the_rules_that_gave_time_and_place_travel_with_the_event() -> None:
    text = "A court in Lyon sentenced Jan Holm to three years in prison on Monday."
    fired = {(rule.gave, rule.rule, rule.span.of(read(text).article.text)) for rule in the(text, "sentenced").rules}

    assert ("start", "clause", "Monday") in fired
    assert ("location", "subject", "Lyon") in fired
    assert any(gave == "trigger" and rule.startswith("lexicon.tsv:") for gave, rule, _ in fired)

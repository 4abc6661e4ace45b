"""One happening, one event: which mentions are brought together, which stay apart, and what is part of what."""

from __future__ import annotations

from functools import cache

import pytest

from kgexport.annotate import annotate
from kgexport.annotate.events.sameness.comparing import first_day, last_day
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.references import listing_lines
from kgexport.model import Annotations, Event, Modality, RoleName, Source, TimeValue
from kgexport.pipeline import read_opened
from kgexport.scheme import load_scheme

PUBLISHED = "2024-05-16"


@cache
def read(text: str) -> Annotations:
    """An article published on Thursday, 16 May 2024; its first line is the headline."""
    return annotate(read_opened(Source(text.encode(), "text/plain", "a.txt"), PUBLISHED, None, "text"))


def event_at(text: str, words: str, nth: int = 1) -> Event | None:
    """The event with a trigger on the nth occurrence of some words."""
    begin = -1
    for _ in range(nth):
        begin = text.index(words, begin + 1)
    found = [e for e in read(text).events for m in e.mentions if m.span.begin <= begin < m.span.end]
    return found[0] if found else None


def the(text: str, words: str, nth: int = 1) -> Event:
    event = event_at(text, words, nth)
    assert event is not None, [e.name for e in read(text).events]
    return event


def rules(event: Event, gave: str = "merged") -> set[str]:
    return {fired.rule for fired in event.rules if fired.gave == gave}


ONE = [
    # a description in the headline, the name in the lead, or sentences later
    ("Defector arrested at airport\nKarl Weber, 40, was arrested in Oslo on Monday.", "arrested", "arrested in"),
    (
        "Teacher held for fraud\nThe case shocked many. Jan Holm, 40, was held in Oslo on Monday.",
        "held for",
        "held in",
    ),
    # nouns that go back
    (
        "A man spoke\nBirds sang. Jan Holm was arrested on Monday. The arrest surprised his wife.",
        "arrested",
        "arrest surprised",
    ),
    ("A man spoke\nBirds sang. Jan Holm died in Oslo on Monday. His death was announced by Ann Lee.", "died", "death"),
    (
        "A man spoke\nBirds sang. A bomb exploded in Oslo on Monday. Police said the blast hurt nobody.",
        "exploded",
        "blast",
    ),
    ("A man spoke\nBirds sang. A wall collapsed in Oslo. The accident happened on Monday.", "collapsed", "accident"),
    ("A man spoke\nBirds sang. Russia attacked Poland on Monday. Norway condemned the assault.", "attacked", "assault"),
    ("A man spoke\nBirds sang. A fire broke out in Oslo. It was the biggest fire of the year.", "fire", "fire of"),
    # the same number of victims
    ("Storm kills 14\nThe sky was grey. At least 14 people were killed in Chile.", "kills", "killed in"),
    # what two sides signed is what their ministers signed
    (
        "A man spoke\nBirds sang. Chile and Peru signed an agreement in Lima. The agreement was signed by Ana Rojas.",
        "signed",
        "signed by",
    ),
    # who dies, dies once; whoever tells of it is not dead
    (
        "Actress Ann Lee dies at 80\nThe actress Ann Lee died on Monday. Her agent said that she passed away at home.",
        "died",
        "passed away",
    ),
    # by whom and of whom: two sides of one sentence
    (
        "A man spoke\nBirds sang. Jan Holm was sentenced to two years. Judge Ann Lee imposed the sentence in Oslo.",
        "sentenced",
        "sentence in",
    ),
    # several go back to several
    (
        "Quakes rock Chile\nA series of quakes rocked Chile on Monday. One 6.1-magnitude tremor was felt in Peru. "
        "The quakes scared many.",
        "quakes rocked",
        "quakes scared",
    ),
    # the same noun
    (
        "Suspect held in shooting of officer\nA man was held in Oslo. A 25-year-old officer was shot on Monday.",
        "shooting of",
        "shot on",
    ),
    # dated by its owner
    (
        "Quake rocks Chile\nAn earthquake struck Chile, killing ten people. Ann Lee left Lima after Monday's quake.",
        "earthquake struck",
        "quake.",
    ),
]


@pytest.mark.parametrize(("text", "one", "other"), ONE, ids=[other for *_, other in ONE])
def test_what_tells_of_one_happening_is_one_event(text: str, one: str, other: str) -> None:
    assert the(text, one).key == the(text, other).key
    assert rules(the(text, one))


TWO = [
    # numbers, dates, places, people
    (
        "A man spoke\nBirds sang. A magnitude 6.1 earthquake struck Chile. A magnitude 6.4 quake struck Chile too.",
        "earthquake struck Chile. A",
        "quake struck Chile too",
    ),
    (
        "Fire in Oslo\nA fire broke out in Oslo on Monday. In 1954 a fire destroyed the hall.",
        "fire broke",
        "fire destroyed",
    ),
    ("A man spoke\nBirds sang. A fire broke out in Oslo. The fire in Bergen killed nobody.", "fire broke", "fire in"),
    ("A man spoke\nBirds sang. Jan Holm was arrested in Oslo. Ann Lee was arrested too.", "arrested", "arrested too"),
    (
        "A man spoke\nBirds sang. Five people were killed in Oslo. Three people were killed in Oslo.",
        "killed",
        "killed in Oslo.",
    ),
    # words that bring in another one
    (
        "A man spoke\nBirds sang. Jan Holm was arrested in Oslo. He was also arrested in 2010.",
        "arrested in Oslo",
        "arrested in 2010",
    ),
    (
        "A man spoke\nBirds sang. A blast shook Oslo. A second blast shook Oslo.",
        "blast shook Oslo. A",
        "blast shook Oslo.",
    ),
    # what is denied is not what happened
    (
        "A man spoke\nBirds sang. Jan Holm attacked Ann Lee. Jan Holm did not attack Ann Lee.",
        "attacked",
        "attack Ann Lee.",
    ),
    # an old story is no news
    (
        "Rovers win cup\nThe fans sang all night in Leeds. Rovers won the cup in 1998.",
        "win",
        "won",
    ),
    # people without a name, and other numbers of them
    (
        "A man spoke\nBirds sang. A gunman killed three traders in Oslo. On the border rebels killed three soldiers.",
        "killed three t",
        "killed three s",
    ),
    (
        "Officer shot\nA policeman was shot in Oslo on Monday. A man assaulted his wife at home before.",
        "shot in",
        "assaulted",
    ),
    # two murders, two charges; another matter; another figure
    (
        "A man spoke\nBirds sang. Jan Holm was charged with the murder of Ann Lee. Holm was charged with the murder "
        "of Eva Dahl.",
        "charged with the murder of Ann",
        "charged with the murder of Eva",
    ),
    (
        "A man spoke\nBirds sang. Jan Holm was convicted of fraud. Holm was convicted of perjury.",
        "convicted of fraud",
        "convicted of perjury",
    ),
    (
        "A man spoke\nBirds sang. Jan Holm was sentenced to four years. He received another sentence of two years.",
        "sentenced",
        "received",
    ),
    (
        "Banker convicted of fraud\nJan Holm was convicted of fraud in Oslo. The weapons conviction came later.",
        "convicted of fraud in",
        "weapons conviction",
    ),
    # one telling within the other, or to somebody else
    (
        "A man spoke\nBirds sang. Jan Holm said he had told Ann Lee that the road was closed.",
        "said",
        "told",
    ),
    # an earlier one, by its date
    (
        "Quakes rock Chile\nA series of quakes rocked Chile. The latest quakes there struck on 10 October 2002.",
        "quakes rocked",
        "quakes there",
    ),
    (
        "Quake rocks Chile\nAn earthquake struck Chile, killing ten people. Ann Lee left Lima after last year's quake.",
        "earthquake struck",
        "quake.",
    ),
]


@pytest.mark.parametrize(("text", "one", "other"), TWO, ids=[other for *_, other in TWO])
def test_what_differs_stays_two_events(text: str, one: str, other: str) -> None:
    nth = 2 if text.index(one) == text.index(other) else 1
    second = event_at(text, other, nth)

    assert second is None or the(text, one).key != second.key


def test_what_was_planned_and_what_was_done_on_that_day_are_one() -> None:
    text = (
        "A man spoke\nBirds sang. Jan Holm planned to visit Chile on 2 May 2024. Jan Holm visited Chile on 2 May 2024."
    )

    assert the(text, "visit Chile").key == the(text, "visited Chile").key
    assert the(text, "visited Chile").modality is Modality.ASSERTED


def test_another_planned_visit_is_another_event() -> None:
    text = "A man spoke\nBirds sang. Jan Holm visited Chile on 2 May 2024. Jan Holm will visit Chile on 7 June 2024."

    assert the(text, "visited Chile").key != the(text, "visit Chile").key


def test_a_name_takes_the_place_of_a_description() -> None:
    text = "Defector arrested at airport\nKarl Weber, 40, was arrested in Oslo on Monday."
    names = {entity.key: entity.name for entity in read(text).entities}
    objects = [names[r.filler] for r in the(text, "arrested").roles if r.name is RoleName.OBJECT]

    assert objects == ["Karl Weber"]


def test_the_first_of_two_is_the_first() -> None:
    text = (
        "A man spoke\nBirds sang. A magnitude 6.1 earthquake struck Chile on Monday. A magnitude 6.4 earthquake "
        "followed. Nobody died in the first quake."
    )

    assert the(text, "quake.").key == the(text, "earthquake struck").key


def test_what_went_back_says_nothing_of_its_reality() -> None:
    text = "Fire at hotel in Oslo\nA fire broke out in Oslo on Monday. Police believe that the fire may have been set."

    assert the(text, "fire broke").modality is Modality.ASSERTED


def test_what_is_denied_is_what_was_alleged() -> None:
    text = "A man spoke\nBirds sang. Police suspect that Jan Holm killed Ann Lee. Holm denied killing Lee."
    killings = [event for event in read(text).events if event.type == "killing"]

    assert [event.modality for event in killings] == [Modality.ALLEGED]


def test_what_may_come_goes_back_to_nothing() -> None:
    text = (
        "Man held\nA man was arrested in Oslo on Monday. Police seek information that leads to the arrest of Ann Lee."
    )

    assert "arrest" not in [m.span.of(text) for m in the(text, "arrested in").mentions]
    assert event_at(text, "arrest of") is None


def test_the_victim_of_a_death_is_not_whoever_tells_of_it() -> None:
    text = (
        "Actor Jan Holm dies at 80\nThe actor Jan Holm died on Monday. His agent said that he passed away in his sleep."
    )
    victims = [r.filler for r in the(text, "passed away").roles if r.name is RoleName.OBJECT]

    assert [e.name for e in read(text).entities if e.key in victims] == ["Jan Holm"]


def test_the_place_is_the_most_specific() -> None:
    text = "Ministers meet in Germany\nJan Holm met Ann Lee in Bonn on Monday."
    places = [r.filler for r in the(text, "met").roles if r.name is RoleName.LOCATION]

    assert [e.name for e in read(text).entities if e.key in places] == ["Bonn"]


SOURCES = """Pirates seize ship off Somalia
Pirates seized a Greek ship off Somalia on Monday.
Sources
"Pirates seize Greek ship" - BBC News, May 14, 2024
"Navy frees tanker" - Reuters, May 15, 2024"""


def test_lines_that_list_other_articles_make_no_events() -> None:
    lists = [span.of(SOURCES) for span in listing_lines(read(SOURCES))]

    assert lists == SOURCES.split("\n")[2:]
    assert event_at(SOURCES, "frees") is None
    assert event_at(SOURCES, "seize", 3) in (None, the(SOURCES, "seized"))


def test_prose_behind_a_list_is_prose() -> None:
    text = (
        "Rain in Oslo\nIt rained.\nSources\nA paper, May 2024\nJan Holm was arrested in Oslo on Monday.\nHe was freed."
    )

    assert event_at(text, "arrested") is not None


PARTS = [
    ("A man spoke\nBirds sang. A blast struck a market in Oslo, killing five people.", "killing", "blast"),
    ("A man spoke\nBirds sang. A fire in Oslo killed three people on Monday.", "killed", "fire"),
    ("A man spoke\nBirds sang. Three climbers were killed by an avalanche in Norway.", "killed", "avalanche"),
    ("A man spoke\nBirds sang. Ten people were killed when a bus crashed in Norway.", "killed", "crashed"),
    ("A man spoke\nBirds sang. Jan Holm met Ann Lee during his visit to Chile.", "met", "visit"),
    (
        "A man spoke\nBirds sang. Norway announced the sale at a press conference in Oslo.",
        "announced",
        "press conference",
    ),
]


@pytest.mark.parametrize(("text", "part", "whole"), PARTS, ids=[f"{p}-{w}" for _, p, w in PARTS])
def test_what_the_text_ties_to_a_happening_is_part_of_it(text: str, part: str, whole: str) -> None:
    assert the(text, part).super_event == the(text, whole).key
    assert rules(the(text, part), "part")


def test_talks_that_were_also_held_are_others() -> None:
    text = (
        "A man spoke\nBirds sang. Anna Lund held talks with the leaders of the three countries in Oslo. "
        "She also held talks with the leaders of eight island states in Lima."
    )

    assert the(text, "talks") is not the(text, "talks", 2)


def test_what_did_not_happen_is_no_part() -> None:
    text = "A man spoke\nBirds sang. Nobody was killed in the blast in Oslo on Monday."
    event = event_at(text, "killed")

    assert event is None or event.super_event is None


def test_the_day_of_a_clause_is_told_of_both() -> None:
    text = "A man spoke\nBirds sang. In 2003 an earthquake killed 400 people in the city of Lima."

    for words in ("earthquake", "killed"):
        event = the(text, words)
        assert event.start == TimeValue.year(2003)
        assert any(r.name is RoleName.LOCATION for r in event.roles)


def test_every_word_of_the_table_is_a_type_or_group() -> None:
    table = identity()
    known = set(load_scheme().types)
    types = {name for names in table.back.values() for name in names} | set(table.kinds)
    for rule in ("general", "placed", "counted", "many", "mixed", "harm", "harmful", "held", "aspect"):
        types |= table.lists[rule]

    assert types <= known


@pytest.mark.parametrize(
    ("lexical", "first", "last"), [("2024", "2024-01-01", "2024-12-31"), ("2024-05", "2024-05-01", "2024-05-31")]
)
def test_a_year_and_a_month_are_stretches_of_days(lexical: str, first: str, last: str) -> None:
    value = TimeValue.parse(lexical)

    assert (first_day(value), last_day(value)) == (first, last)

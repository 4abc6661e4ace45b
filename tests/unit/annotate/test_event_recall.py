"""Which further words tell of an event: repaired verbs, words beside the verb, shared objects; and what is no stay."""

from __future__ import annotations

import pytest

from kgexport.model import Event, Modality, RoleName
from tests.support.told import read


def at(text: str, words: str) -> Event | None:
    """The event with the shortest trigger on the last occurrence of some words."""
    begin = text.rindex(words)
    told = [(m.span, e) for e in read(text).events for m in e.mentions if m.span.begin <= begin < m.span.end]
    return min(told, key=lambda item: (len(item[0]), item[1].key))[1] if told else None


def fillers(text: str, words: str, role: RoleName) -> set[str]:
    event = at(text, words)
    assert event is not None
    known = {entity.key: entity.name for entity in read(text).entities}
    return {known[r.filler] for r in event.roles if r.name is role and r.filler in known}


TOLD = [
    ("A bribery investigation led to the arrest of Mayor Otto Kern.", "investigation", "investigation"),
    ("Quake jolts Peru coast\n\nBirds sing.", "jolts", "earthquake"),
    ("An earthquake jolted Sonoma and Lake counties early Thursday, according to the council.", "jolted", "earthquake"),
    ("Ann Dorr Leaves Holm House, Checks Into Riga Clinic\n\nAnn Dorr has left.", "Checks", "hospitalization"),
    ('"I fear many died," said Anna Kos, a nurse, adding, "It was dark."', "adding", "statement"),
    ("One report said 30 people drowned.", "report", "statement"),
    ("Despite reports that said Ann Dorr would quit, she signed a contract on Friday.", "reports", "statement"),
    ("Karl Holm was jailed in Leeds after being convicted of arson and armed robbery.", "robbery", "conviction"),
    ("Karl Holm pulled a pistol on two clerks and fired it in Hull on Monday.", "fired", "shooting"),
    ("Ann Dorr has completed her course of treatment at a clinic in Lima.", "completed", "treatment"),
    (
        "Director Karl Holm Still in Talks for STAR ROADS Sequel, THE DAWN; Filming Date May Slip\n\nBirds sing.",
        "Talks",
        "negotiation",
    ),
    (
        "An earthquake measuring 4.6 rattled Sonoma and Lake counties early Thursday, according to the council.",
        "rattled",
        "earthquake",
    ),
]


@pytest.mark.parametrize(("text", "words", "name"), TOLD)
def test_words_that_tell(text: str, words: str, name: str) -> None:
    event = at(text, words)
    assert event is not None
    assert event.type == name


def test_the_verb_of_two_objects() -> None:
    text = "The city club has made midfielder Karl Holm a three-year, 20 million euro offer."
    assert fillers(text, "offer", RoleName.RECIPIENT) == {"Karl Holm"}
    assert at(text, "made") is not None


def test_who_completes_a_course_is_treated() -> None:
    text = "Ann Dorr has completed her course of treatment at a clinic in Lima."
    assert "Ann Dorr" in fillers(text, "treatment", RoleName.OBJECT)


def test_it_is_the_object_of_the_verb_before() -> None:
    text = "Thieves stole a van and burned it in Hull on Monday."
    assert fillers(text, "burned", RoleName.OBJECT) == {"van"}


@pytest.mark.parametrize(
    "text", ["A bus carrying 40 injured passengers and crew.", "A woman given ten years for fraud."]
)
def test_captions_have_no_verb(text: str) -> None:
    assert all(event.type != "injury" for event in read(text).events)


def test_what_a_disaster_forces_people_to_do_is_theirs() -> None:
    text = "A wildfire near Split forced about 600 people to leave their homes on Thursday, officials said."
    leaving, fire = at(text, "leave"), at(text, "wildfire")
    assert leaving is not None
    assert fire is not None
    assert leaving.key != fire.key


def test_a_party_without_a_name_stays_beside_one_that_is_named_again() -> None:
    text = "Director Karl Holm still in talks for Dawn; filming may slip\n\nKarl Holm and the studio are in talks."
    assert fillers(text, "talks", RoleName.AGENT) == {"Karl Holm", "studio"}


def test_coming_home_is_no_visit() -> None:
    text = (
        "Anna Kos returned from Lima on Monday.\n"
        "Kos is on a tour of South America. Her visit to South America is her third trip to the region."
    )
    home, visit = at(text, "returned"), at(text, "visit")
    assert home is not None
    assert visit is not None
    assert home.key != visit.key


def test_the_clause_behind_a_noun_dates_its_beginning() -> None:
    text = "Ann Dorr was cleared. The acquittal ends a trial that opened in March 2023."
    trial = at(text, "trial")
    assert trial is not None
    assert trial.end is None
    assert trial.start is not None
    assert trial.start.lexical == "2023-03"


BLAMED = [
    ("The fire was blamed on a gas leak.", "fire"),
    ("Eight people died in a fire that was blamed on a gas leak.", "fire"),
    ("The bombing, blamed on rebels, killed two people.", "bombing"),
]


@pytest.mark.parametrize(("text", "words"), BLAMED)
def test_what_is_blamed_on_somebody_is_a_fact(text: str, words: str) -> None:
    event = at(text, words)
    assert event is not None
    assert event.modality is Modality.ASSERTED

"""Whether it happened, by words around the happening: conditions, denials, hearsay, what came to nothing."""

from __future__ import annotations

import pytest

from kgexport.annotate import annotate
from kgexport.model import Event, Modality, Polarity, Source, Status
from kgexport.pipeline import read_opened

STANDING = [
    ("If the vote fails, Ann Lee will resign on Monday.", "resignation", Status.POTENTIAL, Modality.CONDITIONAL),
    ("Unless the talks succeed, Ann Lee will resign.", "resignation", Status.POTENTIAL, Modality.CONDITIONAL),
    ("Jan Holm allegedly shot Ann Lee in Oslo.", "shooting", Status.COMPLETED, Modality.ALLEGED),
    ("Norway reportedly attacked Sweden.", "armed-attack", Status.COMPLETED, Modality.ALLEGED),
    ("Jan Holm was charged with murdering Ann Lee.", "killing", Status.COMPLETED, Modality.ALLEGED),
    ("Norway would have attacked Sweden.", "armed-attack", Status.POTENTIAL, Modality.POSSIBLE),
    ("Chad called on Norway to stop the war, meet Sweden and visit Peru.", "visit", Status.POTENTIAL, Modality.DESIRED),
    ("Jan Holm said he had enough seats to topple Ann Lee.", "coup", Status.POTENTIAL, Modality.POSSIBLE),
    ("Jan Holm plotted to kill Ann Lee.", "killing", Status.POTENTIAL, Modality.POSSIBLE),
    ("Jan Holm must have killed Ann Lee.", "killing", Status.POTENTIAL, Modality.POSSIBLE),
    ("Jan Holm is said to have killed Ann Lee.", "killing", Status.COMPLETED, Modality.ALLEGED),
    ("Jan Holm stands to lose his seat.", "election-defeat", Status.POTENTIAL, Modality.POSSIBLE),
    ("Jan Holm joked about killing Ann Lee.", "killing", Status.POTENTIAL, Modality.POSSIBLE),
    ("Sweden attacked, on the pretext that Norway shelled Umea.", "shelling", Status.COMPLETED, Modality.ALLEGED),
    ("The rumour that Jan Holm killed Ann Lee spread quickly.", "killing", Status.COMPLETED, Modality.ALLEGED),
    ("Allegedly, Jan Holm stole a car and Ann Lee drove it to Oslo.", "conveyance", Status.COMPLETED, Modality.ALLEGED),
    ("Jan Holm was never convicted of fraud.", "crime", Status.COMPLETED, Modality.ALLEGED),
    ("Norway and Sweden agreed on the construction of a bridge.", "construction", Status.POTENTIAL, Modality.PLANNED),
    ("The talks focused on the withdrawal of Swedish troops.", "withdrawal", Status.POTENTIAL, Modality.POSSIBLE),
    (
        "Norway set aside 5 million euros for the construction of a school.",
        "construction",
        Status.POTENTIAL,
        Modality.PLANNED,
    ),
    ("Ann Lee flew to Oslo for talks with Jan Holm.", "negotiation", Status.POTENTIAL, Modality.PLANNED),
    ("Norway will vote on Sunday in a referendum on Nato.", "election", Status.POTENTIAL, Modality.PLANNED),
    ("Such an attack would kill thousands of people.", "armed-attack", Status.POTENTIAL, Modality.POSSIBLE),
    ("An attack on Oslo is imminent.", "armed-attack", Status.POTENTIAL, Modality.PLANNED),
    ("Subject to approval by Norway, Chad will buy the plant.", "approval", Status.POTENTIAL, Modality.POSSIBLE),
    ("Jan Holm is scheduled for execution on Friday.", "execution", Status.POTENTIAL, Modality.PLANNED),
    ("It was not clear if Ann Lee was hurt in the crash.", "crash", Status.COMPLETED, Modality.ASSERTED),
    ("Ann Lee spoke out against the ban on travel to Chad.", "prohibition", Status.COMPLETED, Modality.ASSERTED),
    ("Norway and Sweden discussed the attack on Umea.", "armed-attack", Status.COMPLETED, Modality.ASSERTED),
    ("Jan Holm said the plant was being bought by Norway.", "purchase", Status.ACTIVE, Modality.ASSERTED),
    ("Jan Holm was being bought by Norway in 2001.", "purchase", Status.COMPLETED, Modality.ASSERTED),
    ("A delegation led by Jan Holm arrived in Oslo.", "direction", Status.ACTIVE, Modality.ASSERTED),
    ("Jan Holm became the first Swede to win the award.", "award", Status.COMPLETED, Modality.ASSERTED),
]
FAILED = [
    ("Neither Peru nor Chad signed the treaty.", "agreement-signing"),
    ("The merger of Delcor and Ostra fell through.", "company-acquisition"),
    ("Norway failed to sign the treaty with Chad.", "agreement-signing"),
    ("Norway failed in its attempt to rescue the hostages.", "rescue"),
    ("It is a myth that Jan Holm killed Ann Lee.", "killing"),
    ("Jan Holm pleaded not guilty to murdering Ann Lee.", "killing"),
]


def told(text: str, event_type: str) -> Event:
    source = Source(f"A warm day\nThe sky was blue. {text}".encode(), "text/plain", "a.txt")
    annotations = annotate(read_opened(source, "2024-05-16", None, "text"))
    found = [event for event in annotations.events if event.type == event_type]
    assert found, [(event.name, event.type) for event in annotations.events]
    return found[0]


@pytest.mark.parametrize(("text", "event_type", "status", "modality"), STANDING, ids=[t for t, *_ in STANDING])
def test_words_around_say_whether_it_happened(text: str, event_type: str, status: Status, modality: Modality) -> None:
    event = told(text, event_type)

    assert (event.status, event.modality) == (status, modality)


@pytest.mark.parametrize(("text", "event_type"), FAILED, ids=[t for t, _ in FAILED])
def test_what_came_to_nothing_did_not_happen(text: str, event_type: str) -> None:
    event = told(text, event_type)

    assert (event.status, event.polarity) == (Status.FAILED, Polarity.NEGATIVE)


def test_what_the_reader_may_do_is_no_happening() -> None:
    source = Source(b"A warm day\nYou can ask the phone for the score of the last Rovers game.", "text/plain", "a.txt")

    assert annotate(read_opened(source, "2024-05-16", None, "text")).events == ()


def test_what_was_called_for_was_called_for_though_it_was_rejected() -> None:
    event = told("Norway rejected a call by Ann Lee for a vote.", "rejection")

    assert event.status is Status.COMPLETED


def test_a_trial_for_manslaughter_makes_no_killing_of_the_death() -> None:
    event = told("Jan Holm is on trial for manslaughter over the death of Ann Lee.", "killing")

    assert (event.status, event.modality) == (Status.COMPLETED, Modality.ALLEGED)
    assert (
        told("Jan Holm is on trial for manslaughter over the death of Ann Lee.", "death").polarity is Polarity.POSITIVE
    )


def test_who_is_found_not_guilty_of_a_deed_is_only_said_to_have_done_it() -> None:
    assert told("Jan Holm was found not guilty of murder.", "killing").modality is Modality.ALLEGED

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
]
FAILED = [
    ("Neither Peru nor Chad signed the treaty.", "agreement-signing"),
    ("The merger of Delcor and Ostra fell through.", "company-acquisition"),
    ("Norway failed to sign the treaty with Chad.", "agreement-signing"),
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

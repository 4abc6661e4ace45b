"""Turns of grammar that say whether it took place: denials, plans, rules, claims, what almost happened."""

from __future__ import annotations

import pytest

from kgexport.model import Modality, Polarity, Status
from tests.unit.annotate.test_event_coverage import BEFORE, types
from tests.unit.annotate.test_event_standing import told

_DONE = (Status.COMPLETED, Polarity.POSITIVE, Modality.ASSERTED)
_PLANNED = (Status.POTENTIAL, Polarity.POSITIVE, Modality.PLANNED)
_POSSIBLE = (Status.POTENTIAL, Polarity.POSITIVE, Modality.POSSIBLE)
_FAILED = (Status.FAILED, Polarity.NEGATIVE, Modality.ASSERTED)
_ALLEGED = (Status.COMPLETED, Polarity.POSITIVE, Modality.ALLEGED)
_IF = (Status.POTENTIAL, Polarity.POSITIVE, Modality.CONDITIONAL)

TURNS = [
    ("Norway was not attacked, nor was Sweden invaded.", "invasion", _FAILED),
    ("Karl Holm would be jailed for a long time, unless of course, he cooperated with Ann Lee.", "cooperation", _IF),
    ("The army waited in case Sweden invaded Denmark.", "invasion", _IF),
    ("Peru will hold municipal elections due to be held on 8 June.", "election", _PLANNED),
    ("The square was the planned venue for a protest in Lima.", "demonstration", _PLANNED),
    ("Rovers scored three goals in a comeback to beat Arsenal 3-1.", "sport-victory", _DONE),
    ("Tim Cole took the stage in Bern to welcome Ann Lee.", "reception", _DONE),
    ("The vaccines are expected to arrive and be distributed to farmers in Peru.", "aid", _PLANNED),
    ("That raised the prospect of Ann Lee boycotting the prize.", "rejection", _POSSIBLE),
    ("Ann Lee announced that she was leaving Oracle later this year.", "job-change", _PLANNED),
    ("The police believe that Ann Lee was murdered.", "killing", _ALLEGED),
    ("Karl Holm is favourite to replace Ann Lee as mayor of Bern.", "appointment", _POSSIBLE),
    ("Norway shelled Bergen under the absurd pretext that Sweden invaded Denmark.", "invasion", _ALLEGED),
    (
        "They perpetrated such action as firing 36 shells at posts under the pretext that Sweden invaded Denmark.",
        "invasion",
        _ALLEGED,
    ),
    ("Karl Holm claimed that he fled when Ann Lee attacked him.", "assault", _ALLEGED),
    ("Norway rejected claims that Swedish police had tortured Karl Holm.", "assault", _ALLEGED),
    ("The plane of Delcor nearly crashed in Bern.", "crash", _FAILED),
    ("Residents fear that the dam in Bern will collapse.", "collapse", _POSSIBLE),
    ("Norway said it would not rule out sending troops.", "mobilization", _POSSIBLE),
    ("Norway ruled out sending troops.", "mobilization", _FAILED),
    (
        "Ann Lee said she hoped to visit Rome.",
        "visit",
        (Status.POTENTIAL, Polarity.POSITIVE, Modality.DESIRED),
    ),
    ("Karl Holm is unlikely to be charged.", "charge", (Status.POTENTIAL, Polarity.NEGATIVE, Modality.POSSIBLE)),
    ("Norway opposed sending troops to Chad.", "mobilization", (Status.POTENTIAL, Polarity.NEGATIVE, Modality.DESIRED)),
    ("Norway denied attacking Sweden.", "armed-attack", (Status.FAILED, Polarity.NEGATIVE, Modality.ALLEGED)),
    ("The trial of Karl Holm, which is expected to last two weeks, opened in Bern.", "trial", _DONE),
    (
        "Had he signed the treaty with Norway, the war would have ended.",
        "agreement-signing",
        (Status.POTENTIAL, Polarity.POSITIVE, Modality.CONDITIONAL),
    ),
    ("Norway will play Sweden in a match next Saturday.", "match", _PLANNED),
    ("Let us not forget that Karl Holm murdered Ann Lee.", "killing", _DONE),
]


@pytest.mark.parametrize(("text", "event_type", "stands"), TURNS, ids=[text for text, *_ in TURNS])
def test_turns_of_grammar_say_whether_it_happened(
    text: str, event_type: str, stands: tuple[Status, Polarity, Modality]
) -> None:
    event = told(text, event_type)

    assert (event.status, event.polarity, event.modality) == stands


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Under the constitution of Peru, Ann Lee must be sworn in on the same day.", "entry-into-office"),
        ("The law allows police to arrest Karl Holm.", "arrest"),
        ("Muslims are required to make a pilgrimage to Mecca.", "travel"),
        ("It is rare for Norway to sign contracts.", "agreement-signing"),
        ("Delcor is known for suing Oracle.", "lawsuit"),
        ("Ministers discussed how to arrest Karl Holm and deport Ann Lee.", "expulsion"),
    ],
)
def test_a_rule_or_a_habit_is_no_happening(text: str, event_type: str) -> None:
    assert event_type not in types(BEFORE + text)


@pytest.mark.parametrize(
    ("day", "modality"),
    [("on 18 May 2024", Modality.PLANNED), ("on 14 May 2024", Modality.ASSERTED)],
)
def test_a_day_after_publication_tells_a_plan(day: str, modality: Modality) -> None:
    assert told(f"The match between Norway and Sweden in Oslo is {day}.", "match").modality is modality


def test_an_attempt_is_no_talk_and_is_made_by_whoever_calls() -> None:
    text = "After calling Oracle to attempt to speak with Ann Lee, Karl Holm was put through to a lawyer."
    event = told(text, "discussion")

    assert (event.status, event.modality) == (Status.POTENTIAL, Modality.POSSIBLE)
    assert event.name.startswith("Karl Holm")

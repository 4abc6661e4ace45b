"""Says when a happening is over: which times are its end, and which verbs only lead away from it; knows no rule."""

from __future__ import annotations

from collections.abc import Iterable

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.setting.subject_events import is_of_own_clause
from kgexport.model import TimeExpression

UNTIL = ("until", "till", "through")
_STAYING = {"visit", "trip", "tour", "journey", "stay"}
_LEAVING = {"return", "leave", "depart"}
_COMPARED = 6
"""How many drafts of an event are looked at: keeps the work linear."""


def is_end(draft: Draft, preposition: str, time: TimeExpression) -> bool:
    """Whether a time is when it was over; not the time of a clause: "ends a trial that opened in March"."""
    return preposition in UNTIL or (draft.trigger.effect == "stop" and not is_of_own_clause(draft, time))


def is_leaving(told: Iterable[Draft], draft: Draft) -> bool:
    """Whether a noun tells of a stay, and verbs only of leaving or coming home: "returned from Rome" - "the visit"."""
    if draft.trigger.pattern.verb or draft.trigger.head.lemma.lower() not in _STAYING:
        return False
    drafts = list(told)[:_COMPARED]
    return bool(drafts) and all(one.trigger.pattern.verb and one.trigger.head.lemma in _LEAVING for one in drafts)

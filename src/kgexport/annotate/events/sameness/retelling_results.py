"""Decides whether a draft tells again by the result of a match, or by what was denied; changes nothing."""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.sameness.comparing import (
    agree_in_standing,
    agree_in_time,
    are_others,
    is_denied,
)
from kgexport.annotate.events.sameness.contradicting import is_possible
from kgexport.annotate.events.sameness.counting import same_score
from kgexport.annotate.events.sameness.introducing import is_fresh
from kgexport.annotate.events.sameness.merged import WHO, Merged, strong_of
from kgexport.annotate.events.setting.lying import Sorts
from kgexport.model import Modality

_COMPARED = 6
"""How many drafts of an event are looked at: keeps the work linear."""


def told_by_score(event: Merged, draft: Draft, sorts: Sorts) -> str:
    """Whether both give the same result of a match."""
    if not same_score(event, draft) or is_fresh(draft) or not agree_in_time(event, draft):
        return ""
    # A city may stand for its team.
    alike = agree_in_standing(event, draft) and not are_others(event, draft, sorts, lenient=True)
    return "same-score" if alike else ""


def told_as_alleged(event: Merged, draft: Draft, sorts: Sorts, own: list[Merged]) -> str:
    """Whether one is accused of what he denied: "denies arson" - "is accused of setting fire to a shop".

    `own`: the events of the sort so far; only one of them may be denied.
    """
    if (
        sum(_is_denied(one) for one in own[-_COMPARED:]) != 1
        or draft.standing.modality is not Modality.ALLEGED
        or draft.type not in event.types
    ):
        return ""
    ours = event.strong(*WHO)
    denied = _is_denied(event) and (not ours or bool(ours & strong_of(draft, *WHO)))
    return "denied" if denied and not is_fresh(draft) and is_possible(event, draft, sorts) else ""


def _is_denied(event: Merged) -> bool:
    return all(is_denied(told) for told in event.drafts[:_COMPARED])

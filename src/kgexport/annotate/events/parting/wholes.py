"""Settles which event of the article is part of which, after all mentions are brought together; knows no sentence."""

from __future__ import annotations

from kgexport.annotate.events.sameness.comparing import first_day, last_day
from kgexport.annotate.events.sameness.merged import Merged


def wholes(keyed: list[tuple[str, Merged]]) -> dict[str, str]:
    """Key of a part -> key of its whole: no event is part of itself, nor of one that took place at another time."""
    keys = {id(draft): key for key, event in keyed for draft in event.drafts}
    events = dict(keyed)
    found: dict[str, str] = {}
    for key, event in keyed:
        for draft in event.drafts:
            other = keys.get(id(draft.whole)) if draft.whole else None
            if other and not _reaches(other, key, found) and _is_within(event, events[other]):
                found[key] = other
                break
    return found


def _reaches(start: str, key: str, found: dict[str, str]) -> bool:
    seen: set[str] = set()
    while start not in seen:
        if start == key:
            return True
        seen.add(start)
        if start not in found:
            return False
        start = found[start]
    return True


def _is_within(part: Merged, whole: Merged) -> bool:
    """Whether no date says that the part took place before the whole began, or after its only day.

    Who is hurt may die later, and what goes on for long is often dated by its start alone.
    """
    if part.start is None or whole.start is None:
        return True
    return last_day(part.end or part.start) >= first_day(whole.start)

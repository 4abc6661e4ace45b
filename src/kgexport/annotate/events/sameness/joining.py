"""Joins events that turn out to be one when all is told: two attacks that killed the same people; knows no sentence."""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.sameness.comparing import agree_in_standing
from kgexport.annotate.events.sameness.contradicting import is_possible
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.introducing import is_fresh
from kgexport.annotate.events.sameness.merged import Merged
from kgexport.annotate.events.setting.lying import Sorts


def joined(events: list[Merged], sorts: Sorts) -> list[Merged]:
    """The events, in their order, with those in one that one happening is told to be part of."""
    owner = {id(draft): event for event in events for draft in event.drafts}
    gone: set[int] = set()
    for event in events:
        wholes = _wholes(event, owner)
        for other in wholes[1:]:
            first = wholes[0]
            if id(other) not in gone and id(first) not in gone and _is_same(first, other, sorts):
                _take_in(first, other)
                owner.update((id(draft), first) for draft in other.drafts)
                gone.add(id(other))
    return [event for event in events if id(event) not in gone]


def _wholes(event: Merged, owner: dict[int, Merged]) -> list[Merged]:
    """What an event is told to be part of, in the order of the text."""
    found = [owner.get(id(draft.whole)) for draft in event.drafts if draft.whole is not None]
    return list({id(one): one for one in found if one is not None and one is not event}.values())


def _is_same(first: Merged, other: Merged, sorts: Sorts) -> bool:
    kinds = {identity().kind(name) for name in first.types} & {identity().kind(name) for name in other.types}
    return bool(kinds) and all(_fits(first, draft, sorts) for draft in other.drafts)


def _fits(first: Merged, draft: Draft, sorts: Sorts) -> bool:
    return not _are_told_apart(first, draft) and agree_in_standing(first, draft) and is_possible(first, draft, sorts)


def _are_told_apart(first: Merged, draft: Draft) -> bool:
    """Whether the words bring in two: "a second blast", and "a second blast in a town hit by a blast"."""
    beside = (told for told in first.drafts if told.sentence is draft.sentence)
    return is_fresh(draft) or any(is_fresh(told) for told in beside)


def _take_in(first: Merged, other: Merged) -> None:
    for at, draft in enumerate(other.drafts):
        first.add(draft, "" if at else "same-part", refers=id(draft) in other.referring)

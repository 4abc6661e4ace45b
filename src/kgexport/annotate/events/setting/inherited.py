"""Gives the harm that a happening does its place and its day, where the text says none; knows no sentence."""

from __future__ import annotations

from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.merged import Merged
from kgexport.annotate.events.setting.tables import setting_words
from kgexport.model import Fired, Modality, Polarity, Role, RoleName, Status

_DEEPEST = 2
"""How many wholes may lie in each other: those killed by a blast of an attack."""


def inherit(parts: dict[str, str], events: dict[str, Merged]) -> None:
    """Copy place and day of each whole to its parts; `parts` is key of a part -> key of its whole.

    Who is killed by a blast is killed where and when it went off. What goes on for long has no such day, and
    whoever dies may die later.
    """
    for _ in range(_DEEPEST):
        for key, other in parts.items():
            part, whole = events[key], events[other]
            if not (_took_place(part) and _took_place(whole)):
                continue
            if _is_done_by(part, whole) or _is_at_occasion(whole):
                _copy_places(part, whole)
            if _is_done_by(part, whole):
                _copy_day(part, whole)


def _took_place(event: Merged) -> bool:
    stands = event.standing
    told = stands.modality is Modality.ASSERTED and stands.polarity is Polarity.POSITIVE
    return told and stands.status is Status.COMPLETED


def _is_done_by(part: Merged, whole: Merged) -> bool:
    table = identity()
    return table.is_of("harm", part.type) and table.is_of("harmful", whole.type)


def _is_at_occasion(whole: Merged) -> bool:
    """Whether what is part of it took place where it did: "arrested at a rally in X"; not "sold during the war"."""
    return whole.type in setting_words()["moment"] or whole.type in setting_words()["gathered"]


def _copy_places(part: Merged, whole: Merged) -> None:
    if any(role.name is RoleName.LOCATION for role in part.roles):
        return
    for role in list(whole.roles):
        if role.name is RoleName.LOCATION and role.filler not in part.fillers(*RoleName):
            part.roles.append(Role(RoleName.LOCATION, role.filler, role.mention))
            part.fired.append(Fired("location", "whole", role.mention.span))


def _copy_day(part: Merged, whole: Merged) -> None:
    words = setting_words()
    if part.start is None and whole.start and part.type in words["harmed"] and whole.type not in words["lasting"]:
        part.start = whole.start
        part.times += whole.times[:1]
        part.fired.append(Fired("start", "whole", whole.drafts[0].mention.span))

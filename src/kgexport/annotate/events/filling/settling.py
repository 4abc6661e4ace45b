"""Keeps one description where several sentences describe the same party of one event; knows roles, no grammar.

"Gunman kills two officers" and "Leo Hall shot two policemen" are one event: its agent is Leo Hall, its object the two
policemen, not four people.
"""

from __future__ import annotations

from kgexport.annotate.events.filling.descriptions import GROUP, UNNAMED
from kgexport.annotate.events.sameness.merged import Merged
from kgexport.model import Role, RoleName


def settled(event: Merged) -> list[Role]:
    """The roles of an event without descriptions of those whom another of its sentences names or describes better."""
    if len(event.drafts) == 1:
        return event.roles
    kept: set[tuple[RoleName, str]] = set()
    for name in {role.name for role in event.roles}:
        kept |= {(name, filler) for filler in _told_best(event, name)}
    return [role for role in event.roles if not _is_described(role) or (role.name, role.filler) in kept]


def _is_described(role: Role) -> bool:
    return role.name is not RoleName.LOCATION and role.mention.annotator in (UNNAMED, GROUP)


def _told_best(event: Merged, name: RoleName) -> set[str]:
    """Who plays a role by the sentence that tells it best: one with a name, then the best one, then the first."""
    known = event.fillers(name)
    drafts = (event.best, *event.drafts)
    telling = [[r for r in draft.roles if r.name is name and r.filler in known] for draft in drafts]
    naming = [roles for roles in telling if any(not _is_described(role) for role in roles)]
    best = next((roles for roles in (*naming, *telling) if roles), [])
    return {role.filler for role in best}

"""Keeps one description where several sentences describe the same party of one event; knows roles, no grammar.

"Gunman kills two officers" and "Leo Hall shot two policemen" are one event: its agent is Leo Hall, its object the two
policemen, not four people.
"""

from __future__ import annotations

from collections.abc import Mapping

from kgexport.annotate.events.filling.descriptions import GROUP, UNNAMED
from kgexport.annotate.events.filling.things import THING
from kgexport.annotate.events.sameness.merged import Merged
from kgexport.model import MentionKind, Role, RoleName


def settled(event: Merged, lands: Mapping[str, frozenset[str]]) -> list[Role]:
    """The roles of an event without descriptions of those whom another of its sentences names or describes better.

    `lands`: key of a body -> keys of the lands whose it is; where both play a part ("Nepal arrests", "Nepalese police
    arrested"), it is the body that does.
    """
    event.roles = [role for role in event.roles if not _only_describes(role, event)]
    if len(event.drafts) == 1:
        return event.roles
    event.roles = [role for role in event.roles if not _is_land(role, event, lands)]
    kept: set[tuple[RoleName, str]] = set()
    for name in {role.name for role in event.roles}:
        kept |= {(name, filler) for filler in _told_best(event, name)}
    return [role for role in event.roles if not _is_described(role) or (role.name, role.filler) in kept]


def _only_describes(role: Role, event: Merged) -> bool:
    """Whether a name that was taken for what is done to only says which thing it is: "attacked the Acme website"."""
    if role.name is not RoleName.OBJECT or role.mention.kind is not MentionKind.NAME:
        return False
    covered = [r for r in event.roles if r.mention.annotator == THING and r.name is role.name]
    covered = [r for r in covered if r.mention.span.begin == role.mention.span.begin and r.filler != role.filler]
    after = (t for draft in event.drafts for t in draft.sentence.tokens if t.span.begin == role.mention.span.end)
    return bool(covered) and not any(token.tag == "POS" for token in after)


def _is_land(role: Role, event: Merged, lands: Mapping[str, frozenset[str]]) -> bool:
    """Whether another sentence says which body of a land acted."""
    return any(r.name is role.name and role.filler in lands.get(r.filler, ()) for r in event.roles)


def _is_described(role: Role) -> bool:
    return role.name is not RoleName.LOCATION and role.mention.annotator in (UNNAMED, GROUP, THING)


def _told_best(event: Merged, name: RoleName) -> set[str]:
    """Who plays a role by the sentence that tells it best: one with a name, then the best one, then the first."""
    known = event.fillers(name)
    drafts = (event.best, *event.drafts)
    telling = [[r for r in draft.roles if r.name is name and r.filler in known] for draft in drafts]
    naming = [roles for roles in telling if any(not _is_described(role) for role in roles)]
    best = next((roles for roles in (*naming, *telling) if roles), [])
    return {role.filler for role in best}

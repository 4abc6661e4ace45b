"""Takes from an event the places and parties that others of its sentences tell better; knows where places lie."""

from __future__ import annotations

from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.sameness.merged import Merged
from kgexport.annotate.events.setting.lying import Sorts
from kgexport.model import Role, RoleName

_PARTIES = (RoleName.AGENT, RoleName.PARTICIPANT)
_OF_STATES = {"diplomacy", "concessions"}
"""Groups of what states do with each other."""
_COMPARED = 6
"""How many drafts of an event are looked at: keeps the work linear."""


def narrow(event: Merged, sorts: Sorts) -> None:
    """Keep of its places the most specific ("in Germany" - "in Bonn"), and of its parties the states that deal."""
    kept = sorts.most_specific(event.fillers(RoleName.LOCATION))
    event.drop(r for r in event.roles if r.name is RoleName.LOCATION and r.filler not in kept)
    event.drop(_envoys(event, sorts))


def _envoys(event: Merged, sorts: Sorts) -> list[Role]:
    """Who spoke for the states that one sentence tells to have dealt with each other: no third party."""
    if group_of(event.type) not in _OF_STATES:
        return []
    acting = [{r.filler for r in told.roles if r.name in _PARTIES} for told in event.drafts[:_COMPARED]]
    states = [{key for key in keys if sorts.get(key, "") == "Country"} for keys in acting]
    parties = {key for keys, lands in zip(acting, states, strict=True) if len(lands) > 1 for key in keys}
    return [r for r in event.roles if parties and r.name in _PARTIES and r.filler not in parties]

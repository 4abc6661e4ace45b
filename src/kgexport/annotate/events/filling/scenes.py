"""Tells the town before a noun where something happens from who does it: "the Geneva talks"; fills no role."""

from __future__ import annotations

from kgexport.annotate.events.finding.trigger import Trigger
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.reading import Reading
from kgexport.model import Token

_TOWNS = {"City", "Place"}
"""Sorts of places that do not act: a land does, by its government and forces."""
_HELD = {"conflict", "coercion", "protest", "disaster", "accident", "crime"}
"""Groups of events of which the name of a town right before the noun says where they happened."""
_SORTS = {"negotiation", "conference", "meeting", "raid", "demonstration", "visit", "discussion", "press-conference"}


def is_scene(trigger: Trigger, name: Token, reading: Reading) -> bool:
    """Whether a name right before the noun of an event is that of the town where it happened."""
    if trigger.pattern.verb or name.dep not in ("compound", "nmod") or name.tag not in ("NNP", "NNPS"):
        return False
    named = reading.named(name)
    if named is None or named.entity.types[0] not in _TOWNS or "-" in name.text:
        return False
    return trigger.pattern.type in _SORTS or group_of(trigger.pattern.type) in _HELD

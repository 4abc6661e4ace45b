"""Which things a rule of relations may be about, by short names (PER, ORG, LAND …); knows no rule."""

from __future__ import annotations

from functools import cache

from kgexport.annotate.entities.lexicon import LANDS, LOCATIONS, ORGANISATIONS, PRODUCTS, WORKS
from kgexport.annotate.relating.scene import Place, raw_lists
from kgexport.model import MentionKind


@cache
def kinds() -> dict[str, frozenset[str]]:
    """Short name -> classes of schema.org: the branches, and the finer ones of `[kinds]` in relations.toml."""
    finer = {name: frozenset(classes) for name, classes in raw_lists()["kinds"].items()}
    branches = {
        "PER": frozenset({"Person"}),
        "ORG": ORGANISATIONS,
        "LOC": LOCATIONS,
        "LAND": LANDS | {"Place"},
        "SITE": LOCATIONS - LANDS - {"Place"},
        "PROD": PRODUCTS,
        "WORK": WORKS,
        "BODY": ORGANISATIONS - {"SportsTeam", "SportsOrganization"},
    }
    return {**branches, "NAMES": LOCATIONS | ORGANISATIONS | branches["PER"], **finer}


@cache
def classes_of(names: str) -> frozenset[str]:
    """The classes behind "ORG|LAND"; raises KeyError for a name that is none."""
    return frozenset().union(*(kinds()[name] for name in names.split("|")))


def fits(place: Place, names: str) -> bool:
    """Whether an entity is of one of the kinds."""
    return place.entity.types[0] in classes_of(names)


def is_owner(place: Place) -> bool:
    """Whether words can say whose an office is: a name, the adjective of a land, or what refers back to a name."""
    refers = place.mention.kind in (MentionKind.NOMINAL, MentionKind.PRONOUN)
    return is_mention(place, adjective=True) or (refers and not place.entity.key.startswith("nominal:"))


def sureness(place: Place) -> float:
    """How sure it is whom words mean: a name is; a pronoun or description as sure as its resolution."""
    return 1.0 if is_mention(place, adjective=True) else place.mention.confidence


def is_mention(place: Place, adjective: bool = False) -> bool:
    """Whether words name the entity themselves: a name, or where said so an adjective of a land."""
    return place.is_name or (adjective and place.mention.kind is MentionKind.ADJECTIVE)

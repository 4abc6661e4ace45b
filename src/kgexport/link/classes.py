"""How schema.org classes of entities lie under each other, from `ontology/authority/classes.tsv`; knows no entity."""

from __future__ import annotations

from functools import cache

from kgexport.authority.base import UNTYPED
from kgexport.resources import path

POLITICAL = frozenset({"Country", "AdministrativeArea", "State", "City"})
"""Classes of what has borders and a name that others may bear too."""

_ALONE = ("Person", "Brand", "DefinedTerm", "Language", "Legislation", "MedicalCondition")
"""Classes of entities that no other lies under."""


@cache
def _parents() -> dict[str, str]:
    lines = path("ontology", "authority", "classes.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return dict(line.split("\t") for line in lines)


@cache
@cache
def known_classes() -> frozenset[str]:
    """The classes that a thing of an authority may have."""
    return frozenset({*_parents(), *_parents().values(), *_ALONE, UNTYPED})


@cache
def ancestry(name: str) -> tuple[str, ...]:
    """The class and those above it, the nearest first: `("City", "AdministrativeArea", "Place")`."""
    found = [name]
    while found[-1] in _parents() and len(found) <= len(_parents()):
        found.append(_parents()[found[-1]])
    return tuple(found)


def family(name: str) -> str:
    """The top of the class: `Place`, `Organization`, `Person`, `Event` …"""
    return ancestry(name)[-1]


def is_a(name: str, other: str) -> bool:
    """Whether one class is the other or lies under it."""
    return other in ancestry(name)


def common(one: str, other: str) -> str | None:
    """The nearest class that both lie under; None where there is none."""
    return next((name for name in ancestry(one) if name in ancestry(other)), None)


def agreement(entity: str, candidate: str) -> float | None:
    """How a candidate's class fits an entity's: 1 for one under the other, 0.5 for sister organisations, else None.

    A country that acts may have been taken for an organisation: that fits too. A country is nothing else (the Georgians
    are not those of the state), and two places of different kinds, a mosque and a city, are two places. A candidate of
    unknown class may be anything.
    """
    if candidate == UNTYPED:
        return 1.0
    if entity == "Country" or (entity == "Organization" and candidate == "Country"):
        return 1.0 if candidate == "Country" else None
    if is_a(candidate, entity) or is_a(entity, candidate):
        return 1.0
    return 0.5 if family(entity) == family(candidate) == "Organization" else None


def refined(types: tuple[str, ...], candidate: tuple[str, ...]) -> tuple[str, ...]:
    """An entity's types after linking: the narrower main class; of sisters, what both are. Other types stay.

    Between countries, regions and cities the candidate decides: what the entity had was read from its name alone.
    """
    main, other = types[0], candidate[0]
    if other == "PoliticalParty" and main == "Organization":
        return types  # sources disagree on movements that fight and stand for election: the more general class
    if main in POLITICAL and other in POLITICAL:
        return tuple(dict.fromkeys((other, *types[1:])))
    if other == "Country" and not is_a(other, main):
        return tuple(dict.fromkeys((other, *types)))
    if is_a(main, other):
        best = main
    elif is_a(other, main):
        best = other
    else:
        best = common(main, other) or main
    return tuple(dict.fromkeys((best, *types[1:])))

"""Quotations, claims and amounts as a page lists them; knows no HTML."""

from __future__ import annotations

from dataclasses import dataclass

from kgexport.view.things import Thing, Things, Value


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody said, in their own words or in the article's."""

    thing: Thing
    text: str
    speakers: tuple[Value, ...]
    """None where the text leaves it open."""
    verb: str
    """How the telling is worded: `say`, `deny`; empty for quotations."""
    denied: bool
    about: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount or a quantity, with what leads to it."""

    thing: Thing
    used_by: tuple[Value, ...]


def sayings(things: Things, kind: str) -> tuple[Saying, ...]:
    """The quotations or the claims, in the order of the text."""
    return tuple(_saying(thing) for thing in sorted(things.of(kind), key=lambda thing: (thing.places, thing.iri)))


def _saying(thing: Thing) -> Saying:
    return Saying(
        thing=thing,
        text=thing.text("text") or thing.name,
        speakers=thing.values("spokenByCharacter", "author"),
        verb=thing.text("reportingVerb") or "",
        denied=thing.text("polarity") == "negative",
        about=thing.values("mentions"),
    )


def sums(things: Things) -> tuple[Sum, ...]:
    """The amounts, quantities, features and grants with the nodes that use them."""
    users: dict[str, list[Value]] = {}
    for thing in things.all:
        for value in (value for fact in thing.facts for value in fact.values):
            if value.thing and thing is not things.article:
                users.setdefault(value.thing, []).append(Value(thing.name, thing=thing.id))
    found = sorted(things.of("value"), key=lambda thing: (thing.places, thing.iri))
    return tuple(Sum(thing, tuple(dict.fromkeys(users.get(thing.id, ())))) for thing in found)

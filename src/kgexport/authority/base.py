"""The seam of the authority: one method; knows nothing of articles."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

UNTYPED = "Thing"
"""The class of what a source does not say the kind of: it may be anything."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that bears a name."""

    id: str
    """`Q222`, `geonames-3183875`: the last part of the entity's IRI."""
    name: str
    """Its label."""
    types: tuple[str, ...]
    """schema.org class names, the main one first."""
    same_as: tuple[str, ...]
    """IRIs of the same thing elsewhere, at most one of Wikidata."""
    matched: str = "name"
    """How the asked form names it: `name`, `alias`, `short` (a form that must not match on its own), `demonym`."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code of the country it belongs to (its own code for a country)."""
    popularity: float = 0.0
    """0 to 1, to rank candidates of one name: population, capital, number of sources."""
    ambiguous: bool = False
    """Whether several things are known to share the asked form."""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    source: str = "authority"
    """Where the pair of name and identifier was read."""
    region: str | None = None
    """ISO 3166-2 code of the part of the country that it is or lies in, where known: `US-FL`."""
    iso3166: str | None = None
    """ISO 3166-1 alpha-2 code of a country or territory that has one of its own."""
    stated: bool = False
    """Whether the user said so: then its class is not weighed against that of the text."""


class Authority(Protocol):
    """Looks names up."""

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Everything known by that form (white space and typographic marks folded, case as given), best first."""
        ...

"""Persons, places, organisations, products and concepts, with what the text says of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kgexport.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Identity:
    """Who or what an entity is, by a source outside of the article."""

    id: str
    """`Q222` or `geonames-3183875`: the last part of the entity's IRI."""
    same_as: tuple[str, ...]
    """IRIs of the same thing elsewhere, at most one of Wikidata."""
    source: str
    """The data the identifier was read in: `authority`, `geonames`, `wikidata`."""
    confidence: float = 1.0
    iso3166: str | None = None
    """ISO 3166-1 alpha-2 code of a country."""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    """WGS 84 degrees; both or none."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place, organisation, product or concept of the article."""

    key: str
    types: tuple[str, ...]
    """schema.org class names, the main one first: `("Country",)`, `("Mosque",)`."""
    name: str
    """The fullest form in the text (or the label of the identity where the text has only an acronym or adjective)."""
    mentions: tuple[Mention, ...]
    """At least one."""
    alternate_names: tuple[str, ...] = ()
    """Every other form by which the text names it; adjectives are mentions only."""
    identity: Identity | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A schema.org property between two things that the text states."""

    subject: str
    """Key of an entity or event."""
    predicate: str
    """schema.org property: `memberOf`, `worksFor`, `containedInPlace` …"""
    object: str
    """Key of an entity."""
    mentions: tuple[Mention, ...]
    """The words that carry it; at least one."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """A schema.org property of an entity with a text as its value."""

    subject: str
    predicate: str
    """`jobTitle`, `description` …"""
    value: str
    mentions: tuple[Mention, ...]

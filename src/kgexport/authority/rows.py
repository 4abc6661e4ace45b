"""The user's own rows: checked one by one, then looked names up in; knows no file format and no article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from kgexport.authority.base import UNTYPED, Candidate
from kgexport.authority.index import NameIndex
from kgexport.errors import InputError, UnknownNameError
from kgexport.iri import as_iri
from kgexport.link.classes import known_classes
from kgexport.vocabulary import WIKIDATA_ENTITY_IRI

POPULARITY = 0.8
"""Of a row that states none: what the user lists is well enough known to be meant without further evidence."""

_QID = re.compile(r"Q[1-9]\d{0,14}")
_SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]{0,99}")
_WIKIDATA = re.compile(r"https?://(?:www\.)?wikidata\.org/(?:entity|wiki)/(Q[1-9]\d{0,14})")
_SCHEMA = re.compile(r"(?:schema:|https?://schema\.org/)")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing of the user's. Raises InputError, without saying where, for what cannot be used."""

    id: str
    """A Wikidata identifier or any slug: the last part of the entity's IRI."""
    name: str
    types: tuple[str, ...] = (UNTYPED,)
    """schema.org classes, the main one first."""
    aliases: tuple[str, ...] = ()
    country: str | None = None
    """ISO 3166-1 alpha-2 code."""
    same_as: tuple[str, ...] = ()
    """What the row states; the IRI of a Wikidata identifier need not be among it."""
    popularity: float = POPULARITY
    latitude: Decimal | None = None
    longitude: Decimal | None = None

    def __post_init__(self) -> None:
        if not self.name:
            raise InputError("the name is empty")
        if not _QID.fullmatch(self.id) and (not _SLUG.fullmatch(self.id) or re.fullmatch(r"[Qq]\d+", self.id)):
            raise InputError(
                f"{self.id!r} is no identifier; give one of Wikidata (Q222), or letters, digits, '-', '.', '_', '~'"
            )
        for name in self.types:
            if name not in known_classes():
                raise UnknownNameError("type", name, known_classes())
        if self.country is not None and not re.fullmatch("[A-Z]{2}", self.country):
            raise InputError(f"the country {self.country!r} is no code of two letters (ISO 3166-1)")
        if not 0 <= self.popularity <= 1:
            raise InputError(f"the popularity {self.popularity} is not between 0 and 1")
        self._check_place()
        if sum(iri.startswith(WIKIDATA_ENTITY_IRI) for iri in self.identities()) > 1:
            raise InputError("sameAs names another thing of Wikidata; an entity has one")

    def _check_place(self) -> None:
        if (self.latitude is None) != (self.longitude is None):
            raise InputError("latitude and longitude go together; one is missing")
        if abs(self.latitude or Decimal()) > 90 or abs(self.longitude or Decimal()) > 180:
            raise InputError(f"{self.latitude}, {self.longitude} is no place on earth (WGS 84 degrees)")

    def identities(self) -> tuple[str, ...]:
        """The IRIs of the same thing elsewhere, that of Wikidata first."""
        own = (WIKIDATA_ENTITY_IRI + self.id,) if _QID.fullmatch(self.id) else ()
        stated = sorted(dict.fromkeys(self.same_as), key=lambda iri: not iri.startswith(WIKIDATA_ENTITY_IRI))
        return tuple(dict.fromkeys((*own, *stated)))


def identifier(text: str) -> str:
    """An identifier as given; that of Wikidata also as its IRI or with the prefix `wd:`."""
    found = _WIKIDATA.fullmatch(text)
    return found[1] if found else text.removeprefix("wd:")


def identity(text: str) -> str:
    """An absolute IRI; every address of a thing of Wikidata becomes the one of the thing. Raises InputError."""
    found = _WIKIDATA.fullmatch(text)
    return WIKIDATA_ENTITY_IRI + found[1] if found else as_iri(text).value


def class_name(text: str) -> str:
    """A class of schema.org without its prefix or namespace."""
    return _SCHEMA.sub("", text, count=1)


class RowAuthority:
    """Looks names up in rows, as `NameIndex` says. `source` is what an identity is said to come from."""

    def __init__(self, rows: Iterable[Row], source: str) -> None:
        self._rows = tuple(rows)
        self._source = source
        self._index: NameIndex[tuple[int, str]] = NameIndex()
        for number, row in enumerate(self._rows):
            self._index.add(row.name, (number, "name"))
            for alias in row.aliases:
                self._index.add(alias, (number, "alias"))

    def __len__(self) -> int:
        return len(self._rows)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Every row with that form, the best known first."""
        found: dict[int, str] = {}
        for number, matched in self._index.find(name):
            if found.get(number) != "name":
                found[number] = matched
        made = [self._candidate(self._rows[number], matched) for number, matched in found.items()]
        if len(made) > 1:
            made = [replace(candidate, ambiguous=True) for candidate in made]
        return tuple(sorted(made, key=lambda c: (-c.popularity, c.matched != "name", c.id)))

    def _candidate(self, row: Row, matched: str) -> Candidate:
        return Candidate(
            id=row.id,
            name=row.name,
            types=row.types,
            same_as=row.identities(),
            matched=matched,
            country=row.country,
            popularity=row.popularity,
            latitude=row.latitude,
            longitude=row.longitude,
            source=self._source,
            iso3166=row.country if row.types[0] == "Country" else None,
            stated=row.types[0] != UNTYPED,
        )

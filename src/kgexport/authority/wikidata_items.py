"""Reads an item of Wikidata, as its API and its dumps write it, into what an authority needs; opens nothing.

The JSON is that of https://www.mediawiki.org/wiki/Wikibase/DataModel/JSON. Statements that are deprecated or have
ended are passed over, and preferred ones push the others aside. Anything that is not as expected counts as not stated.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from kgexport.resources import path

INSTANCE_OF, COUNTRY, CITIZENSHIP, COORDINATES, ISO_3166 = "P31", "P17", "P27", "P625", "P297"
_USED = (INSTANCE_OF, COUNTRY, CITIZENSHIP, COORDINATES, ISO_3166)
_ENDED = "P582"
_ANY_LANGUAGE = "mul"
"""Labels that hold in every language stand under this code."""
_EARTH = "/Q2"
_QID = re.compile(r"Q[1-9]\d{0,14}")


@dataclass(frozen=True, slots=True)
class Item:
    """What is taken of an item."""

    id: str
    name: str | None
    """Its label in the language asked for."""
    aliases: tuple[str, ...]
    type: str | None
    """schema.org class; None where none of its classes is in the table."""
    country: str | None
    """ISO 3166-1 alpha-2 code; None where it has none or several."""
    sitelinks: int | None
    """In how many wikis it has a page; None where the source does not say."""
    latitude: Decimal | None
    longitude: Decimal | None

    @property
    def popularity(self) -> float:
        """0 to 1, by the number of wikis that have a page: 0.42 for 10, 0.81 for 100, 1 for 300 and more."""
        return popularity(self.sitelinks or 0)


def popularity(sitelinks: int) -> float:
    """How well known a thing is that has so many pages: 0 to 1, logarithmic, two digits."""
    return round(min(1.0, math.log10(1 + sitelinks) / math.log10(301)), 2)


def read_item(data: Any, language: str = "en") -> Item | None:
    """The item, or None for what is no item of Wikidata: a property, a lexeme, a redirect without content."""
    if not isinstance(data, dict) or not _is_qid(data.get("id")):
        return None
    latitude, longitude = _coordinates(data)
    return Item(
        id=data["id"],
        name=_label(data, language),
        aliases=tuple(_aliases(data, language)),
        type=class_of(_ids(data, INSTANCE_OF)),
        country=_country(data),
        sitelinks=len(_mapping(data, "sitelinks")),
        latitude=latitude,
        longitude=longitude,
    )


def without_the_rest(entities: Any) -> Any:
    """Entities by identifier with only the statements that are used: of a country, a hundredth."""
    if not isinstance(entities, dict):
        return entities
    return {key: _with_used_claims(data) if isinstance(data, dict) else data for key, data in entities.items()}


def _with_used_claims(data: dict[str, Any]) -> dict[str, Any]:
    claims = _mapping(data, "claims")
    return {**data, "claims": {name: claims[name] for name in _USED if name in claims}}


@cache
def classes() -> Mapping[str, str]:
    """Class of Wikidata -> class of schema.org, the more telling first."""
    lines = path("ontology", "authority", "wikidata-classes.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return {identifier: name for identifier, _, name in rows}


@cache
def country_codes() -> Mapping[str, str]:
    """Country of Wikidata -> ISO 3166-1 alpha-2 code."""
    lines = path("ontology", "authority", "countries.tsv").read_text(encoding="utf-8").splitlines()
    at = lines[0].split("\t").index("iso")
    rows = (line.split("\t") for line in lines[1:])
    return {cells[0]: cells[at] for cells in rows if cells[at]}


def class_of(found: Sequence[str]) -> str | None:
    """The schema.org class of something with these classes of Wikidata: the first row of the table decides."""
    known = classes()
    return next((known[identifier] for identifier in known if identifier in found), None)


def _is_qid(value: Any) -> bool:
    return isinstance(value, str) and _QID.fullmatch(value) is not None


def _part(data: Any, name: str) -> Any:
    return data.get(name) if isinstance(data, dict) else None


def _mapping(data: Any, name: str) -> Mapping[str, Any]:
    """A part of an item; an empty one is written as a list."""
    part = _part(data, name)
    return part if isinstance(part, dict) else {}


def _label(data: Any, language: str) -> str | None:
    labels = _mapping(data, "labels")
    for code in (language, _ANY_LANGUAGE):
        value = _mapping(labels, code).get("value")
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return None


def _aliases(data: Any, language: str) -> Iterator[str]:
    aliases = _mapping(data, "aliases")
    for code in (language, _ANY_LANGUAGE):
        listed = aliases.get(code)
        for alias in listed if isinstance(listed, list) else []:
            value = _part(alias, "value")
            if isinstance(value, str) and value.strip():
                yield " ".join(value.split())


def _values(data: Any, name: str) -> list[Any]:
    """The values of the statements that hold: the preferred ones, else the others."""
    statements = _mapping(data, "claims").get(name)
    by_rank: dict[str, list[Any]] = {"preferred": [], "normal": []}
    for statement in statements if isinstance(statements, list) else []:
        rank, ended = _part(statement, "rank"), _ENDED in _mapping(statement, "qualifiers")
        value = _mapping(_mapping(statement, "mainsnak"), "datavalue").get("value")
        if isinstance(rank, str) and rank in by_rank and not ended and value is not None:
            by_rank[rank].append(value)
    return by_rank["preferred"] or by_rank["normal"]


def _ids(data: Any, name: str) -> list[str]:
    found = (_part(value, "id") for value in _values(data, name))
    return [str(identifier) for identifier in found if _is_qid(identifier)]


def _country(data: Any) -> str | None:
    """Of a country its own code; else of the one country where it is, or whose citizen it is."""
    own = [value for value in _values(data, ISO_3166) if isinstance(value, str) and re.fullmatch("[A-Z]{2}", value)]
    codes = own or [country_codes().get(i, "") for i in (_ids(data, COUNTRY) or _ids(data, CITIZENSHIP))]
    known = {code for code in codes if code}
    return known.pop() if len(known) == 1 else None


def _coordinates(data: Any) -> tuple[Decimal | None, Decimal | None]:
    """Latitude and longitude on earth, to four decimals (some ten metres)."""
    for value in _values(data, COORDINATES):
        if str(_part(value, "globe") or _EARTH).endswith(_EARTH):
            latitude, longitude = _degrees(_part(value, "latitude"), 90), _degrees(_part(value, "longitude"), 180)
            if latitude is not None and longitude is not None:
                return latitude, longitude
    return None, None


def _degrees(value: Any, most: int) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= most:
        return None
    return Decimal(f"{value:.4f}")

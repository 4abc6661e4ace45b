"""Makes items of the rows of a SPARQL result, by the names of its columns; opens nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby

from kgexport.authority.base import UNTYPED
from kgexport.authority.rows import class_name, identifier
from kgexport.authority.sparql import SparqlRow
from kgexport.authority.wikidata_items import Item, class_of, country_codes
from kgexport.errors import InputError
from kgexport.link.classes import known_classes

_ITEM, _NAME = ("item", "qid", "id"), ("itemLabel", "name", "label")
_TYPE, _COUNTRY, _SITELINKS, _PLACE = ("type", "class"), ("country",), ("sitelinks",), ("coordinates", "coord")
_ALIAS, _ALIASES = ("alias",), ("aliases", "itemAltLabel")
_QID = re.compile(r"Q[1-9]\d{0,14}")
_POINT = re.compile(r"Point\((-?\d{1,3}(?:\.\d{1,20})?) (-?\d{1,2}(?:\.\d{1,20})?)\)", re.IGNORECASE)


def items(rows: Iterable[SparqlRow], name: str) -> Iterator[Item | None]:
    """An item for all rows of one thing that follow each other; None for what is no item or comes again.

    Raises InputError where the rows have no column with identifiers.
    """
    seen: set[int] = set()
    for number, (given, group) in enumerate(groupby(rows, key=lambda row: _cell(row, _ITEM))):
        if given is None and number == 0:
            raise InputError(f"{name} has no column with identifiers; call it {' or '.join(_ITEM[:2])}")
        found = identifier(given or "")
        if not _QID.fullmatch(found) or int(found[1:]) in seen:
            yield None
        else:
            seen.add(int(found[1:]))
            yield _item(found, list(group))


def _item(found: str, rows: list[SparqlRow]) -> Item:
    first = rows[0]
    name = _cell(first, _NAME)
    latitude, longitude = _place(_cell(first, _PLACE))
    links = _cell(first, _SITELINKS)
    return Item(
        id=found,
        name=name if name != found else None,  # the label service gives the identifier where there is no label
        aliases=tuple(dict.fromkeys(alias for row in rows for alias in _aliases(row))),
        type=_type([cell for row in rows if (cell := _cell(row, _TYPE))]),
        country=_country({cell for row in rows if (cell := _cell(row, _COUNTRY))}),
        sitelinks=int(links) if links and links.isdigit() else None,
        latitude=latitude,
        longitude=longitude,
    )


def _cell(row: SparqlRow, names: tuple[str, ...]) -> str | None:
    value = next((row[name] for name in names if row.get(name)), None)
    return " ".join(value.split()) if value else None


def _aliases(row: SparqlRow) -> Iterator[str]:
    """One alias a row, or all of them: separated by `|`, or, as the label service writes them, by commas."""
    one, many = _cell(row, _ALIAS), _cell(row, _ALIASES)
    if one:
        yield one
    if many:
        yield from (alias.strip() for alias in many.split("|" if "|" in many else ", ") if alias.strip())


def _type(cells: list[str]) -> str | None:
    """The class by those of Wikidata, or one of schema.org by its name; unknown where nothing is stated."""
    named = next((class_name(cell) for cell in cells if class_name(cell) in known_classes()), None)
    return named or class_of([identifier(cell) for cell in cells]) or UNTYPED


def _country(cells: set[str]) -> str | None:
    codes = {cell if re.fullmatch("[A-Z]{2}", cell) else country_codes().get(identifier(cell)) for cell in cells}
    return codes.pop() if len(codes) == 1 else None


def _place(cell: str | None) -> tuple[Decimal | None, Decimal | None]:
    """Latitude and longitude of a point in well-known text, where the longitude comes first."""
    found = _POINT.search(cell or "")
    return (Decimal(found[2]), Decimal(found[1])) if found else (None, None)

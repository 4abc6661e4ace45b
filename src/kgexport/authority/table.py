"""Reads one tab-separated data file and makes candidates of its rows on demand; knows no other file."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from kgexport.authority.base import Candidate
from kgexport.vocabulary import GEONAMES_IRI, WIKIDATA_ENTITY_IRI

LEADING = ("id", "types", "name", "names", "short")
"""The columns that every data file begins with; lists are separated by `|`."""


class Table:
    """The rows of a data file. Raises ValueError where the header does not begin with `LEADING`."""

    def __init__(self, path: Path) -> None:
        lines = path.read_text(encoding="utf-8").split("\n")
        self.columns = tuple(lines[0].split("\t"))
        if self.columns[: len(LEADING)] != LEADING:
            raise ValueError(f"{path.name} begins with {self.columns[: len(LEADING)]}, not {LEADING}")
        self._lines = lines[1:-1]

    def __len__(self) -> int:
        return len(self._lines)

    def forms(self) -> Iterator[tuple[int, str, str, str]]:
        """Row number, label, other names and short forms (both unsplit) of each row."""
        for number, line in enumerate(self._lines):
            cells = line.split("\t", 5)
            yield number, cells[2], cells[3], cells[4]

    def row(self, number: int) -> dict[str, str]:
        """The cells of a row by column."""
        return dict(zip(self.columns, self._lines[number].split("\t"), strict=True))

    def candidate(self, number: int, matched: str, ambiguous: bool = False) -> Candidate:
        """The thing that a row describes."""
        row = self.row(number)
        return Candidate(
            id=row["id"],
            name=row["name"],
            types=tuple(row["types"].split("|")),
            same_as=_same_as(row["id"], row.get("geonames", "")),
            matched=matched,
            country=row["country"] or None,
            popularity=float(row["popularity"]),
            ambiguous=ambiguous or row.get("ambiguous") == "1",
            latitude=_degrees(row.get("latitude")),
            longitude=_degrees(row.get("longitude")),
            source="geonames" if row["id"].startswith("geonames-") else "authority",
            region=row.get("region") or None,
            iso3166=row.get("iso") or None,
        )


def _same_as(identifier: str, geonames: str) -> tuple[str, ...]:
    wikidata = (WIKIDATA_ENTITY_IRI + identifier,) if identifier.startswith("Q") else ()
    return (*wikidata, f"{GEONAMES_IRI}{geonames}/") if geonames else wikidata


def _degrees(cell: str | None) -> Decimal | None:
    return Decimal(cell) if cell else None

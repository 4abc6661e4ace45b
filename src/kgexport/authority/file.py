"""Reads the user's own authority: a table (TSV, CSV) or SKOS in Turtle; every error names file and line."""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Protocol

from kgexport.authority.base import UNTYPED
from kgexport.authority.rows import POPULARITY, Row, RowAuthority, class_name, identifier, identity
from kgexport.errors import InputError, UnknownNameError

COLUMNS = ("id", "name", "type", "aliases", "country", "sameAs", "popularity", "latitude", "longitude")
"""Columns of a table; the first two must be there. Lists are separated by `|`."""
REQUIRED = COLUMNS[:2]

_BY_FOLDED = {name.lower(): name for name in COLUMNS} | {"qid": "id"}


def load_file(path: Path) -> RowAuthority:
    """The authority in a file. Raises InputError for one that cannot be read, UnknownNameError for another kind."""
    suffix = path.suffix.lower()
    if suffix not in READERS:
        raise UnknownNameError(f"kind of authority file ({path}):", suffix, READERS)
    rows = READERS[suffix](path)
    if not rows:
        raise InputError(f"{path} has no row; give at least one thing with id and name")
    return RowAuthority(rows, path.name)


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, with or without byte order mark. Raises InputError."""
    try:
        body = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}; check the path") from error
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise InputError(f"{path}:{line}: not UTF-8; save the file in this encoding") from error


def _tab_separated(path: Path) -> list[Row]:
    lines = io.StringIO(read_text(path), newline=None)
    return _rows(path, csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


def _comma_separated(path: Path) -> list[Row]:
    return _rows(path, csv.reader(io.StringIO(read_text(path), newline=""), strict=True))


def _turtle(path: Path) -> list[Row]:
    from kgexport.authority.skos import read_skos

    return read_skos(path, read_text(path))


READERS: dict[str, Callable[[Path], list[Row]]] = {
    ".tsv": _tab_separated,
    ".csv": _comma_separated,
    ".ttl": _turtle,
}
"""Extension -> reader."""


class _Table(Iterator[list[str]], Protocol):
    """What the standard library's readers of tables are."""

    @property
    def line_num(self) -> int: ...


def _rows(path: Path, table: _Table) -> list[Row]:
    rows: list[Row] = []
    first: dict[str, int] = {}
    for line, cells in _cells(path, table):
        try:
            row = _row(cells)
        except InputError as error:
            error.args = (f"{path}:{line}: {error}",)
            raise
        if row.id in first:
            raise InputError(f"{path}:{line}: {row.id} stands in line {first[row.id]} already; give each thing one row")
        first[row.id] = line
        rows.append(row)
    return rows


def _cells(path: Path, table: _Table) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells by column; empty lines are left out."""
    try:
        columns = _columns(path, next(table, []))
        for cells in table:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(columns):
                raise InputError(f"{path}:{table.line_num}: {len(cells)} cells, but the header has {len(columns)}")
            named = zip(columns, cells, strict=False)
            yield table.line_num, {column: " ".join(cell.split()) for column, cell in named if column}
    except csv.Error as error:
        raise InputError(f"{path}:{table.line_num}: {error}") from error


def _columns(path: Path, header: list[str]) -> list[str]:
    """The header in our spelling; other columns become empty, but one that looks misspelt is an error."""
    columns = [_BY_FOLDED.get(name.strip().lower().replace("_", ""), "") for name in header]
    for name, column in zip(header, columns, strict=True):
        near = difflib.get_close_matches(name.strip().lower(), _BY_FOLDED, n=1, cutoff=0.75)
        if not column and near and _BY_FOLDED[near[0]] not in columns:
            raise UnknownNameError(f"column ({path}:1):", name.strip(), COLUMNS)
    for name in REQUIRED:
        if name not in columns:
            raise InputError(f"{path}:1: the column {name!r} is missing; the header needs {' and '.join(REQUIRED)}")
    repeated = {column for column in columns if column and columns.count(column) > 1}
    if repeated:
        raise InputError(f"{path}:1: the column {min(repeated)!r} is there twice")
    return columns


def _row(cells: dict[str, str]) -> Row:
    country = cells.get("country", "")
    return Row(
        id=identifier(cells.get("id", "")),
        name=cells.get("name", ""),
        types=tuple(map(class_name, _listed(cells.get("type", "")))) or (UNTYPED,),
        aliases=tuple(alias for alias in _listed(cells.get("aliases", "")) if alias != cells.get("name")),
        country=country.upper() or None,
        same_as=tuple(map(identity, _listed(cells.get("sameAs", "")))),
        popularity=_popularity(cells.get("popularity", "")),
        latitude=_degrees("latitude", cells.get("latitude", "")),
        longitude=_degrees("longitude", cells.get("longitude", "")),
    )


def _listed(cell: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in cell.split("|") if part.strip()))


def _popularity(cell: str) -> float:
    try:
        return float(cell) if cell else POPULARITY
    except ValueError as error:
        raise InputError(f"the popularity {cell!r} is no number") from error


def _degrees(name: str, cell: str) -> Decimal | None:
    try:
        value = Decimal(cell) if cell else None
    except InvalidOperation as error:
        raise InputError(f"the {name} {cell!r} is no number") from error
    if value is not None and not value.is_finite():
        raise InputError(f"the {name} {cell!r} is no number")
    return value

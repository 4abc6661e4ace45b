"""Builds an authority file from a dump of Wikidata or a SPARQL result, one thing at a time; knows no article.

What is written keeps the order of the source, and no more is held than one entity (of a SPARQL result: the identifiers
too, since a query may give an item twice).
"""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from kgexport.authority.base import UNTYPED
from kgexport.authority.file import COLUMNS
from kgexport.authority.rows import POPULARITY, Row
from kgexport.authority.source import LONGEST_LINE, lines, open_packed
from kgexport.authority.sparql import csv_rows, json_rows
from kgexport.authority.sparql_items import items
from kgexport.authority.sparql_xml import is_xml, xml_rows
from kgexport.authority.wikidata_items import Item, read_item
from kgexport.errors import InputError, UnknownNameError
from kgexport.link.classes import is_a, known_classes

MIN_SITELINKS = 10
"""Pages that a thing must have in the wikis to be taken, unless told otherwise."""
PROGRESS = 10_000
"""After how many things progress is reported."""
MOST_ALIASES, LONGEST_NAME = 20, 100

_PIECE = 1 << 16
_RESULT = re.compile(rb'\s*\{\s*"(?:head|results)"')
_LIST = re.compile(rb'\s*\[\s*\{\s*"(?:item|qid|id)\w*"\s*:\s*"(?:https?://|wd:|Q\d+",\s*"(?:item|name))')

Progress = Callable[["Counts"], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which things are taken. Raises UnknownNameError for a class that there is not."""

    types: tuple[str, ...] = ()
    """schema.org classes, with those under them; none: all."""
    min_sitelinks: int = MIN_SITELINKS
    """Of a SPARQL result it counts only where the column `sitelinks` is there."""
    language: str = "en"
    """Code of the language of labels and aliases."""

    def __post_init__(self) -> None:
        for name in self.types:
            if name not in known_classes():
                raise UnknownNameError("type", name, known_classes())

    def refuses(self, item: Item) -> str | None:
        """Why an item is left out, in a few words; None where it is taken."""
        if item.sitelinks is not None and item.sitelinks < self.min_sitelinks:
            return "known to few wikis"
        if not item.name or len(item.name) > LONGEST_NAME:
            return "without a label"
        if item.type is None:
            return "of no class in the table"
        if self.types and not any(is_a(item.type, name) for name in self.types):
            return "of another type"
        return None


@dataclass(slots=True)
class Counts:
    """What became of the things of a source."""

    read: int = 0
    written: int = 0
    bad: int = 0
    """Lines and rows that could not be read."""
    left_out: Counter[str] = field(default_factory=Counter)
    """Reason -> how many."""

    def as_record(self) -> dict[str, Any]:
        """The numbers by name."""
        return {"read": self.read, "written": self.written, "bad": self.bad, "left_out": dict(self.left_out)}

    def text(self) -> str:
        """One line for people."""
        reasons = [f"{number:,} {reason}" for reason, number in sorted(self.left_out.items())]
        left = f"; left out: {', '.join(reasons)}" if reasons else ""
        bad = f"; {self.bad:,} could not be read" if self.bad else ""
        return f"{self.written:,} of {self.read:,} things{left}{bad}"


def build(where: str, wanted: Wanted, counts: Counts, progress: Progress = lambda counts: None) -> Iterator[bytes]:
    """The authority file in pieces, from a file or stdin (`-`): what `--authority` reads, in the order of the source.

    Raises InputError where the source cannot be read, or where nothing of it was taken.
    """
    piece = ["\t".join(COLUMNS) + "\n"]
    with open_packed(where) as stream:
        for item in _items(stream, where, wanted, counts):
            counts.read += 1
            if counts.read % PROGRESS == 0:
                progress(counts)
            if (line := _line(item, wanted, counts)) is not None:
                piece.append(line)
                counts.written += 1
            if len(piece) > 200:
                yield "".join(piece).encode()
                piece = []
    if not counts.read:
        raise InputError(
            f"{where} holds no thing; give a JSON dump of Wikidata, or a SPARQL result (JSON, XML, CSV, TSV)"
        )
    if not counts.written:
        raise InputError(f"{where}: nothing to write: {counts.text()}")
    yield "".join(piece).encode()


def _items(stream: io.BufferedReader, where: str, wanted: Wanted, counts: Counts) -> Iterator[Item | None]:
    """The items of a source of any kind; None for what is not looked at."""
    start = stream.peek(4096)[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if _RESULT.match(start) or _LIST.match(start):
        return items(json_rows(stream, where), where)
    if start[:1] in (b"[", b"{"):
        return _dumped(stream, wanted, counts)
    if is_xml(start):
        return items(xml_rows(stream, where), where)
    return items(csv_rows(stream, where), where)


def _dumped(stream: io.BufferedReader, wanted: Wanted, counts: Counts) -> Iterator[Item | None]:
    """The entities of a dump, one a line; few have enough pages, and only those are decoded."""
    for line in lines(stream):
        entity = line.strip(b" \t,[]")
        if not entity:
            continue
        if len(line) >= LONGEST_LINE or not (entity.startswith(b"{") and entity.endswith(b"}")):
            counts.bad += 1
        elif entity.count(b'"site"') < wanted.min_sitelinks:  # every page of an item has this key
            counts.left_out["known to few wikis"] += 1
            yield None
        else:
            try:
                yield read_item(json.loads(entity), wanted.language)
            except (ValueError, RecursionError):
                counts.bad += 1


def _line(item: Item | None, wanted: Wanted, counts: Counts) -> str | None:
    if item is None:
        return None
    reason = wanted.refuses(item)
    if reason is not None:
        counts.left_out[reason] += 1
        return None
    try:
        return _written(_row(item, wanted.language))
    except InputError:
        counts.bad += 1
        return None


def _row(item: Item, language: str) -> Row:
    """The row of an item, checked as the row of a user's file is."""
    is_person = item.type == "Person"
    aliases = [alias for alias in item.aliases if _identifies(alias, is_person, language) and alias != item.name]
    return Row(
        id=item.id,
        name=item.name or "",
        types=(item.type or UNTYPED,),
        aliases=tuple(dict.fromkeys(aliases))[:MOST_ALIASES],
        country=item.country,
        popularity=POPULARITY if item.sitelinks is None else item.popularity,
        latitude=None if is_person else item.latitude,
        longitude=None if is_person else item.longitude,
    )


def _identifies(alias: str, is_person: bool, language: str) -> bool:
    """Whether an alias means the thing by itself: no initials, no "the Donald", no title, no list."""
    if not 3 <= len(alias) <= LONGEST_NAME or "|" in alias or (is_person and " " not in alias):
        return False
    if language == "en" and not (alias[0].isupper() and alias[0].isascii()):
        return False
    return not any(c.isdigit() or c == "," for c in alias)


def _written(row: Row) -> str:
    place = (str(row.latitude), str(row.longitude)) if row.latitude is not None else ("", "")
    cells = (row.id, row.name, "" if row.types == (UNTYPED,) else row.types[0], "|".join(row.aliases))
    return "\t".join((*cells, row.country or "", "", f"{row.popularity:.2f}", *place)) + "\n"

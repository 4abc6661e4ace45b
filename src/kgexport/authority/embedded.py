"""The authority that travels with the package, read from `ontology/authority/*.tsv`; knows no article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from kgexport.authority.base import Candidate
from kgexport.authority.folding import fold, plain, readings
from kgexport.authority.index import NameIndex, keys
from kgexport.authority.table import Table
from kgexport.link.classes import family
from kgexport.resources import path

FILES = ("countries.tsv", "cities.tsv", "names.tsv")
"""The data files; an earlier one goes first among candidates of equal popularity."""

_NAME, _ALIAS, _SHORT = "name", "alias", "short"
_RANK = {_NAME: 0, _ALIAS: 1, _SHORT: 2}

Place = tuple[int, int, str]
"""Number of the file, number of the row, how the form names it."""


class EmbeddedAuthority:
    """Looks names up in the data files, as `NameIndex` says."""

    def __init__(self, folder: Path, files: Iterable[str] = FILES) -> None:
        self._tables = tuple(Table(folder / name) for name in files if (folder / name).is_file())
        self._index: NameIndex[Place] = NameIndex()
        self._demonyms: dict[str, Place] = {}
        self._by_iso: dict[str, Place] = {}
        for number, table in enumerate(self._tables):
            self._add_names(number, table)
            if "adjectives" in table.columns:
                self._add_peoples(number, table)

    def _add_names(self, file: int, table: Table) -> None:
        add = self._index.setdefault
        for row, label, names, short in table.forms():
            shorts = short.split("|") if short else ()
            if label not in shorts:
                for form in keys(label):
                    add(form, []).append((file, row, _NAME))
            for alias in names.split("|") if names else ():
                for form in keys(alias):
                    add(form, []).append((file, row, _ALIAS))
            for alias in shorts:
                add(fold(alias), []).append((file, row, _SHORT))

    def _add_peoples(self, file: int, table: Table) -> None:
        for number in range(len(table)):
            row = table.row(number)
            if row["iso"]:
                self._by_iso[row["iso"]] = (file, number, _NAME)
            for word in (*row["adjectives"].split("|"), *row["people"].split("|")):
                if word:
                    self._demonyms[word] = (file, number, "demonym")
                    self._demonyms[plain(word)] = (file, number, "demonym")

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Everything known by that form, best first; empty where nothing is. Demonyms are no names."""
        places = self._index.find(name)
        best: dict[tuple[int, int], str] = {}
        for file, row, matched in places:
            known = best.get((file, row))
            if known is None or _RANK[matched] < _RANK[known]:
                best[file, row] = matched
        found = [self._tables[file].candidate(row, matched) for (file, row), matched in best.items()]
        found = [replace(one, ambiguous=True) if _has_rival(one, found) else one for one in found]
        return tuple(sorted(found, key=lambda c: (_RANK[c.matched] == 2, -c.popularity, _RANK[c.matched], c.id)))

    def demonym(self, word: str) -> Candidate | None:
        """The country (or nation) of an adjective or noun of people: "Turkish", "Turks"; capitals as in a sentence."""
        for form in readings(word):
            place = self._demonyms.get(form) or self._demonyms.get(plain(form))
            if place is None and form.isupper() and len(form) > 3:
                place = self._demonyms.get(form.title())
            if place is not None:
                return self._tables[place[0]].candidate(place[1], place[2])
        return None

    def country(self, iso2: str) -> Candidate | None:
        """The country or territory with that ISO 3166-1 alpha-2 code (`XK` is Kosovo)."""
        place = self._by_iso.get(iso2.upper())
        return self._tables[place[0]].candidate(place[1], _NAME) if place else None


def _has_rival(one: Candidate, all_of_them: list[Candidate]) -> bool:
    """Whether another thing of the kind bears the name: a city and the region around it are no rivals."""
    return any(
        other is not one
        and family(other.types[0]) == family(one.types[0])
        and (other.country != one.country or {one.types[0], other.types[0]} != {"City", "AdministrativeArea"})
        for other in all_of_them
    )


@cache
def load_embedded() -> EmbeddedAuthority:
    """The authority of the installed data files, read once."""
    return EmbeddedAuthority(path("ontology", "authority"))

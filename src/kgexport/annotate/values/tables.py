"""Reads the tables of `ontology/language/`; must not know what any of them means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kgexport.errors import InputError
from kgexport.resources import path

Row = dict[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of a tab-separated table: lines after the header, comments (`#`) apart; missing cells are empty.

    Raises InputError for a row with more cells than the header has.
    """
    lines = path("ontology", "language", name).read_text(encoding="utf-8").splitlines()
    header, *body = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    for cells in body:
        if len(cells) > len(header):
            raise InputError(f"{name}: a row has {len(cells)} cells, the header {len(header)}: {cells[0]!r}")
    return tuple(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True)) for cells in body)


def forms(cell: str) -> list[str]:
    """The forms of a cell, which stand between `|`."""
    return [form for form in cell.split("|") if form]


def any_of(words: Iterable[str]) -> str:
    """A regular expression (without groups) for any of the words, the longest first; a blank is any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in ordered) + ")"

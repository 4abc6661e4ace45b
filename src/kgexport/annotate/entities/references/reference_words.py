"""The word lists that decide references (ontology/language/coreference-words.toml), read once; knows no rule."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kgexport.resources import path


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """The lists by name, and what nouns of bodies and places stand for."""

    lists: Mapping[str, frozenset[str]]
    bodies: Mapping[str, frozenset[str]]
    """Noun -> schema.org classes."""
    alike: Mapping[str, frozenset[str]]
    """A calling -> others that it may go with."""
    same: Mapping[str, frozenset[str]]
    """A calling -> other words for it."""
    same_things: Mapping[str, frozenset[str]]
    """A noun of a thing or body -> others for the same sort of thing: ferry, vessel."""
    sole: Mapping[str, frozenset[str]]
    """Noun -> schema.org classes of what it means where an article names only one of them."""
    spouses: Mapping[str, str]
    """One of a couple -> the other."""
    implied: Mapping[str, tuple[str, ...]]
    """A title -> what its holders are called."""

    def has(self, name: str, word: str) -> bool:
        """Whether a list holds a word; raises KeyError for a list that is not there."""
        return word in self.lists[name]


@cache
def reference_words() -> ReferenceWords:
    """The lists that travel with the package."""
    text = path("ontology", "language", "coreference-words.toml").read_text(encoding="utf-8")
    raw: dict[str, Any] = tomllib.loads(text)
    bodies = {noun: frozenset(classes) for noun, classes in raw.pop("bodies").items()}
    alike = {noun: frozenset(nouns) for noun, nouns in raw.pop("alike").items()}
    sole = {noun: frozenset(classes) for noun, classes in raw.pop("sole").items()}
    same, things = _groups(raw.pop("same_callings")), _groups(raw.pop("same_things"))
    spouses = dict(raw.pop("spouses"))
    implied = {title: tuple(nouns) for title, nouns in raw.pop("implied").items()}
    return ReferenceWords(
        {name: frozenset(words) for name, words in raw.items()}, bodies, alike, same, things, sole, spouses, implied
    )


def _groups(rows: list[list[str]]) -> dict[str, frozenset[str]]:
    """Each word with those that stand in a row with it."""
    found: dict[str, frozenset[str]] = {}
    for words in rows:
        for word in words:
            found[word] = found.get(word, frozenset()) | frozenset(words) - {word}
    return found

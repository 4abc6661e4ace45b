"""Loads settings.tsv: the words of places and times; knows no sentence."""

from __future__ import annotations

from functools import cache

from kgexport.annotate.events.lexicon import rows

POINTED = "events/pointed"
"""The rule of places that a word only points to: "there", "in the area"."""


@cache
def setting_words() -> dict[str, frozenset[str]]:
    """Name of a row -> its words; raises InputError where a row cannot be read."""
    return {name: frozenset(words.split(",")) for name, words in rows("settings.tsv", 2)}

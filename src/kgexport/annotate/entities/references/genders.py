"""Says of which gender a person is, by title, given name and the nouns that go with the name; knows no pronouns."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kgexport.annotate.entities.lexicon import fold, lexicon, read_table
from kgexport.annotate.entities.references.reference_words import reference_words


@cache
def _names() -> dict[str, str]:
    return {fold(row[0]): row[1] for row in read_table("coreference-names.tsv")}


def of_name(name: str) -> str:
    """m or f by the given name; empty where the name does not tell."""
    words = [word for word in fold(name).split() if len(word) > 1]
    if not words:
        return ""
    found = _names().get(words[0], "")
    if len(words) == 1 and not lexicon().given.get(words[0], False):
        return ""
    if not found and "-" in words[0]:
        found = _names().get(words[0].partition("-")[0], "")
    return found


def of_noun(noun: str) -> str:
    """m or f where the noun for a person tells ("actress", "husband"); else empty."""
    words, more = lexicon().words, reference_words().lists
    if noun in words["male_nouns"] or noun in more["men"]:
        return "m"
    return "f" if noun in words["female_nouns"] or noun in more["women"] else ""


def of_person(name: str, title: str, nouns: Iterable[str]) -> str:
    """m or f: the title decides, then the nouns, then the given name; empty where nothing tells or they differ."""
    if title:
        return title
    told = {of_noun(noun) for noun in sorted(nouns)} - {""}
    if len(told) == 1:
        return told.pop()
    return "" if told else of_name(name)

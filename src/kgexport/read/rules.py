"""The word lists and tables of `ontology/reading.toml`, loaded once; knows no rule that uses them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from kgexport import resources


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything in lower case."""

    months: dict[str, int]
    weekdays: tuple[str, ...]
    zones: dict[str, int]
    """Minutes east of UTC."""
    date_labels: dict[str, str]
    """Label to `published` or `modified`."""
    source_labels: tuple[str, ...]
    name_particles: frozenset[str]
    role_words: frozenset[str]
    not_names: frozenset[str]
    not_places: frozenset[str]
    agencies: frozenset[str]
    """First words of the agencies behind which a dateline may lack its dash."""
    final_abbreviations: frozenset[str]
    boilerplate: frozenset[str]


@cache
def rules() -> Rules:
    """The rules of the data file."""
    data = tomllib.loads(resources.path("ontology", "reading.toml").read_text(encoding="utf-8"))
    return Rules(
        months=data["months"],
        weekdays=tuple(data["weekdays"]["names"]),
        zones=data["zones"],
        date_labels={label: kind for kind, labels in data["date_labels"].items() for label in labels},
        source_labels=tuple(data["source_labels"]["names"]),
        name_particles=frozenset(data["byline"]["particles"]),
        role_words=frozenset(data["byline"]["role_words"]),
        not_names=frozenset(data["byline"]["not_names"]),
        not_places=frozenset(data["dateline"]["not_places"]),
        agencies=frozenset(data["dateline"]["agencies"]),
        final_abbreviations=frozenset(data["headline"]["final_abbreviations"]),
        boilerplate=frozenset(data["html"]["boilerplate"]),
    )


def alternatives(words: list[str] | tuple[str, ...] | dict[str, int] | dict[str, str]) -> str:
    """The words as the inside of a regular expression group, longest first."""
    return "|".join(sorted((word.replace(" ", r"\s+") for word in words), key=lambda word: (-len(word), word)))

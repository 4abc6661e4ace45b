"""Patterns of the words that stand beside names, made of `ontology/authority/cues.tsv`; knows no article."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from kgexport.resources import path


@cache
def _cues() -> dict[str, list[tuple[str, str]]]:
    """Words of each cue, with those that must not follow."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in path("ontology", "authority", "cues.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        cue, words, unless = line.split("\t")
        found[cue].append((words, unless))
    return found


def _words(cue: str) -> str:
    return "|".join(re.escape(words) for words, _ in _cues()[cue])


@cache
def words_after(cue: str) -> re.Pattern[str]:
    """The words of a cue right behind a name."""
    each = (rf"{re.escape(words)}\b" + (rf"(?![ -](?:{unless})\b)" if unless else "") for words, unless in _cues()[cue])
    return re.compile(rf" (?:{'|'.join(each)})", re.IGNORECASE if cue.startswith("plays") else 0)


@cache
def words_before(cue: str) -> re.Pattern[str]:
    """The words of a cue right before a name; to be searched in the end of what precedes it."""
    return re.compile(rf"\b(?:{_words(cue)}) (?:the )?$")


@cache
def words_anywhere(cue: str) -> re.Pattern[str]:
    """The words of a cue, wherever they stand."""
    return re.compile(rf"\b(?:{_words(cue)})\b", re.IGNORECASE)


@cache
def title_before() -> re.Pattern[str]:
    """An office right before a name: "Prime Minister ", "Secretary of State ", "minister for health "."""
    return re.compile(rf"\b(?:{_words('office')})\.?(?: (?:of|for) [^,.;:\n]{{1,40}})? $", re.IGNORECASE)

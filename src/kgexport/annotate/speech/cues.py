"""The table of reporting words as an object; knows `ontology/language/reporting.tsv` and no text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kgexport.model import Polarity
from kgexport.resources import path


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that reports speech."""

    lemma: str
    uses: frozenset[str]
    """`direct`, `clause`, `inf`, `gerund`, `prep`, `object`, `label`, `quote`, `it`: see the table's head."""
    commitment: str
    polarity: Polarity
    prepositions: frozenset[str]


@dataclass(frozen=True)
class CueTable:
    """All reporting words."""

    verbs: dict[str, Cue]
    nouns: dict[str, Cue]
    phrases: dict[str, Cue]
    helpers: dict[str, frozenset[str]]
    """`carrier`, `reluctant`, `voice`, `title`, `naming` -> words."""

    def helps(self, kind: str, word: str) -> bool:
        """Whether a word (lower case) is a helper of that kind."""
        return word in self.helpers.get(kind, frozenset())


@cache
def cue_table() -> CueTable:
    """Read the table, once; raises InputError where it is missing."""
    cues: dict[str, dict[str, Cue]] = {"verb": {}, "noun": {}, "phrase": {}}
    helpers: dict[str, set[str]] = {}
    lines = path("ontology", "language", "reporting.tsv").read_text(encoding="utf-8").splitlines()
    for line in [line for line in lines if line and not line.startswith("#")][1:]:
        lemma, kind, uses, commitment, polarity, prepositions = (*line.split("\t"), *[""] * 4)[:6]
        if kind in cues:
            cues[kind][lemma] = Cue(
                lemma,
                frozenset(uses.split()),
                commitment,
                Polarity(polarity or "positive"),
                frozenset(prepositions.split()),
            )
        else:
            helpers.setdefault(kind, set()).add(lemma)
    return CueTable(cues["verb"], cues["noun"], cues["phrase"], {k: frozenset(v) for k, v in helpers.items()})

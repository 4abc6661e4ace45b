"""Keeps who or what is called so, by noun, by word of its name and by age; chooses by prominence alone."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kgexport.annotate.entities.lexicon import fold, lexicon
from kgexport.annotate.entities.references.definite_phrases import Phrase
from kgexport.annotate.entities.references.descriptions import Description
from kgexport.annotate.entities.references.discourse import Discourse, Referent
from kgexport.annotate.entities.references.parts import ACCUSED
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.annotate.entities.references.sole import Sole
from kgexport.model import Entity

_LEAD = 2.2
STEM = 5
"""Letters by which "electoral" is of "election"."""


@dataclass(slots=True)
class Called:
    """The entities of one article by what they are called."""

    discourse: Discourse
    entities: dict[str, Entity]
    described: dict[str, Description]
    begins: dict[str, int]
    """Key -> where the entity is first named."""
    referents: dict[str, Referent]
    sole: Sole
    _by_noun: dict[str, list[str]] = field(init=False)
    _by_word: dict[str, list[str]] = field(init=False)
    _by_age: dict[str, list[str]] = field(init=False)
    _by_stem: dict[str, list[str]] = field(init=False)
    """The first letters of a word of a name or description -> the bodies and places."""
    _accused: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self._by_stem, self._accused = defaultdict(list), []
        self._by_noun, self._by_word, self._by_age = defaultdict(list), defaultdict(list), defaultdict(list)
        for key, description in self.described.items():
            for noun in sorted(description.nouns):
                self._by_noun[noun].append(key)
            if ACCUSED in description.parts:
                self._accused.append(key)
            if description.age:
                self._by_age[description.age].append(key)
        for key, entity in self.entities.items():
            if entity.types[0] != "Person" and key in self.begins:
                names = (entity.name, *entity.alternate_names)
                for word in sorted({w for name in names for w in _heads_of_name(name)}):
                    self._by_word[word].append(key)
                said = {w for name in names for w in fold(name).split()} | self.described[key].words
                for stem in sorted({w[:STEM] for w in said}):
                    self._by_stem[stem].append(key)

    def _before(self, keys: Iterable[str], phrase: Phrase) -> list[str]:
        return [k for k in dict.fromkeys(keys) if k in self.begins and self.begins[k] < phrase.span.begin]

    def _unnamed(self, noun: str, named: list[str]) -> bool:
        """Whether somebody without a name is called so too, and no less prominent: "a judge", then "the judge"."""
        most = max((self.referents[k].prominence() for k in named if k in self.referents), default=0.0)
        return any(r.head == noun and not r.key and r.prominence() >= most / 2 for r in self.discourse)

    def _latest(self, keys: list[str]) -> str | None:
        """The only one; of several the one that is far more prominent."""
        if len(keys) < 2:
            return keys[0] if keys else None
        alive = [self.referents[k] for k in keys if k in self.referents and self.referents[k].prominence() > 0]
        return self._ahead(alive)

    def _ahead(self, fitting: list[Referent]) -> str | None:
        if not fitting:
            return None
        fitting.sort(key=lambda r: (-r.prominence(), r.begin))
        if len(fitting) > 1 and fitting[0].prominence() < _LEAD * fitting[1].prominence():
            return None
        return fitting[0].key

    @staticmethod
    def _is_free(word: str) -> bool:
        if word.lower() in reference_words().lists["contrasting"]:
            return False  # "the second officer" is not the first
        return reference_words().has("free_modifiers", word) or word in lexicon().words["loose_adjectives"]


def _heads_of_name(name: str) -> list[str]:
    """The nouns of a name by which it may be called: the last, and the one before "of"."""
    words = fold(name).split()
    if len(words) < 2:
        return []
    return [
        words[-1],
        words[-1].removesuffix("s"),
        *(left for left, right in itertools.pairwise(words) if right in ("of", "for")),
    ]

"""Collects of what land the text says that persons are: "Norwegian striker X", "Kenya's X"; resolves no reference."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping

from kgexport.annotate.entities.lexicon import lexicon
from kgexport.annotate.entities.references.definite_phrases import demonym_phrase
from kgexport.annotate.entities.spotting.named_places import Place
from kgexport.model import Entity, MentionKind, Sentence

_MOST_WORDS = 4
"""Words between a demonym and the name at most: "Norwegian national team striker X"."""


class Nations:
    """Who is of what land (keys of entities), and which lands the text uses for persons."""

    def __init__(
        self, entities: Mapping[str, Entity], sentences: Iterable[Sentence], places: Iterable[list[Place]]
    ) -> None:
        self.of: dict[str, str] = {}
        self._called: set[str] = set()
        for sentence, here in zip(sentences, places, strict=True):
            for left, right in itertools.pairwise(here):
                if entities[right[2]].types[0] == "Person" and _tells_land(sentence, left, right):
                    self.of.setdefault(right[2], left[2])
            for first, end, key, kind in here:
                alone = kind is MentionKind.ADJECTIVE and end - first == 1
                if alone and demonym_phrase(sentence, sentence.tokens[first]) is not None:
                    self._called.add(key)

    def bearers(self, land: str) -> list[str]:
        """The persons that are said to be of a land."""
        return [person for person, home in self.of.items() if home == land]

    def may_be(self, person: str, land: str) -> bool:
        """Whether the demonym of a land may mean somebody: of that land; or nobody knows, and no other land is said."""
        home = self.of.get(person)
        return home == land if home is not None else len(self._called) < 2


def _tells_land(sentence: Sentence, left: Place, right: Place) -> bool:
    between = sentence.tokens[left[1] : right[0]]
    forms = [t.form for t in between]
    title = lexicon().title_at(forms, int(forms[:1] in (["'s"], ["’s"])))
    if title is not None and title[0] + (between[0].tag == "POS") == len(between):
        return True  # "China's Foreign Minister X"
    if left[3] is MentionKind.ADJECTIVE:
        plain = all((t.form.islower() and t.pos in ("NOUN", "ADJ")) or t.text == "-" for t in between)
        return len(between) <= _MOST_WORDS and plain
    return [t.tag for t in between] == ["POS"]

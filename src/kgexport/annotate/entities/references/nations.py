"""Collects of what land persons and areas are said to be: "Norwegian striker X", "Kenya's X"; resolves no reference."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping

from kgexport.annotate.entities.lexicon import lexicon
from kgexport.annotate.entities.references.definite_phrases import demonym_phrase
from kgexport.annotate.entities.spotting.named_places import Place
from kgexport.model import Entity, MentionKind, Sentence

_MOST_WORDS = 4
"""Words between a demonym and the name at most: "Norwegian national team striker X"."""

_LINK = 3
"""Words between an area and its land at most, and one."""
_FORMER = frozenset("former ex then late".split())
_AREAS = ("AdministrativeArea", "City", "Place")


class Nations:
    """Who is of what land, what area in which (keys of entities), and which lands the text uses for persons."""

    def __init__(
        self, entities: Mapping[str, Entity], sentences: Iterable[Sentence], places: Iterable[list[Place]]
    ) -> None:
        self.of: dict[str, str] = {}
        self.areas: dict[str, str] = {}
        """Area -> its land, where the text says so."""
        self.former: set[str] = set()
        """The persons who are said to hold their office no longer: "the former Kenyan minister X"."""
        self._called: set[str] = set()
        for sentence, here in zip(sentences, places, strict=True):
            for left, right in itertools.pairwise(here):
                if entities[right[2]].types[0] == "Person" and _tells_land(sentence, left, right):
                    self.of.setdefault(right[2], left[2])
                    if sentence.tokens[max(0, left[0] - 1)].form.lower() in _FORMER:
                        self.former.add(right[2])
                elif (area := _area_of(sentence, left, right, entities)) is not None:
                    self.areas.setdefault(*area)
            for first, end, key, kind in here:
                alone = kind is MentionKind.ADJECTIVE and end - first == 1
                if alone and demonym_phrase(sentence, sentence.tokens[first]) is not None:
                    self._called.add(key)

    def bearers(self, land: str) -> list[str]:
        """The persons that are said to be of a land."""
        return [person for person, home in self.of.items() if home == land]

    def agrees(self, person: str, said: Iterable[str]) -> bool:
        """Whether a description with these lands may be of a person: none of them is another than what is known."""
        home = self.of.get(person)
        return home is None or all(land == home for land in said)

    def may_be(self, person: str, land: str) -> bool:
        """Whether the demonym of a land may mean somebody: of that land; or nobody knows, and no other land is said."""
        home = self.of.get(person)
        return home == land if home is not None else len(self._called) < 2


def _area_of(sentence: Sentence, left: Place, right: Place, entities: Mapping[str, Entity]) -> tuple[str, str] | None:
    """An area and its land: "Kenya's Kisumu", "Kisumu, Kenya", "Kisumu province in Kenya"."""
    kinds = (entities[left[2]].types[0], entities[right[2]].types[0])
    between = [t.form.lower() for t in sentence.tokens[left[1] : right[0]]]
    if kinds[0] == "Country" and kinds[1] in _AREAS and between in (["'s"], ["’s"]):
        return right[2], left[2]
    if kinds[1] == "Country" and kinds[0] in _AREAS and between and between[-1] in (",", "in") and len(between) < _LINK:
        return left[2], right[2]
    return None


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

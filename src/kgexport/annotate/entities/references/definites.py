"""Chooses what "the minister", "the company", "the 47-year-old" stands for: what is called so, or is the only one."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kgexport.annotate.entities.lexicon import coarse, fold, lexicon
from kgexport.annotate.entities.references.binding import conflicts, is_speaker
from kgexport.annotate.entities.references.definite_phrases import Phrase
from kgexport.annotate.entities.references.descriptions import Description
from kgexport.annotate.entities.references.discourse import Discourse, Referent
from kgexport.annotate.entities.references.genders import of_noun
from kgexport.annotate.entities.references.grammar import argument_verb, subject_of
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.model import Entity, Sentence

_NEAR = 3
"""Sentences back in which the thing that a general noun means has to be spoken of."""
_CALLED_NEAR = 2
_LEAD = 2.2
_STEM = 5
"""Letters by which "electoral" is of "election"."""
_OTHER_OFFICES = frozenset(("prime", "vice", "deputy"))
"""A "prime minister" is not called "the minister" where there is another one."""


@dataclass(slots=True)
class Definites:
    """Resolves the common nouns of one article."""

    discourse: Discourse
    entities: dict[str, Entity]
    described: dict[str, Description]
    begins: dict[str, int]
    """Key -> where the entity is first named."""
    referents: dict[str, Referent]
    _by_noun: dict[str, list[str]] = field(init=False)
    _by_word: dict[str, list[str]] = field(init=False)
    _by_age: dict[str, list[str]] = field(init=False)
    _by_stem: dict[str, list[str]] = field(init=False)
    """The first letters of a word of a name or description -> the bodies and places."""

    def __post_init__(self) -> None:
        self._by_stem = defaultdict(list)
        self._by_noun, self._by_word, self._by_age = defaultdict(list), defaultdict(list), defaultdict(list)
        for key, description in self.described.items():
            for noun in sorted(description.nouns):
                self._by_noun[noun].append(key)
            if description.age:
                self._by_age[description.age].append(key)
        for key, entity in self.entities.items():
            if entity.types[0] != "Person" and key in self.begins:
                names = (entity.name, *entity.alternate_names)
                for word in sorted({w for name in names for w in _heads_of_name(name)}):
                    self._by_word[word].append(key)
                said = {w for name in names for w in fold(name).split()} | self.described[key].words
                for stem in sorted({w[:_STEM] for w in said}):
                    self._by_stem[stem].append(key)

    def choose(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """The key of what a phrase stands for; None where nothing or more than one thing fits."""
        if not phrase.noun:
            return self._by_its_age(sentence, phrase)
        if is_person_word(phrase.noun):
            return self._person(sentence, phrase)
        return self._body(sentence, phrase)

    def _before(self, keys: Iterable[str], phrase: Phrase) -> list[str]:
        return [k for k in dict.fromkeys(keys) if k in self.begins and self.begins[k] < phrase.span.begin]

    def _person(self, sentence: Sentence, phrase: Phrase) -> str | None:
        gender = of_noun(phrase.noun)
        called = [
            k
            for k in self._before(self._by_noun.get(phrase.noun, ()), phrase)
            if self.entities[k].types[0] == "Person" and self._agrees(k, gender)
        ]
        if called and phrase.noun not in reference_words().lists["plain_persons"]:
            exact = [k for k in called if self._has_words(k, phrase)]
            return self._latest(exact) if exact and not self._unnamed(phrase.noun, exact) else None
        if phrase.noun in reference_words().lists["callings"] | reference_words().lists["plain_persons"]:
            if not all(self._is_free(word) for word in phrase.words):
                return None
            return self._by_its_age(sentence, phrase, gender)
        return None

    def _agrees(self, key: str, gender: str) -> bool:
        forms = self.referents[key].forms if key in self.referents else {"he", "she"}
        return not gender or {"m": "he", "f": "she"}[gender] in forms

    def _has_words(self, key: str, phrase: Phrase) -> bool:
        words = self.described[key].words
        if phrase.noun in self.described[key].incoming and "former" in phrase.words:
            return False
        if not phrase.words and words & _OTHER_OFFICES and len(self._by_noun[phrase.noun]) > 1:
            return False
        return all(word.lower() in words or self._is_free(word) for word in phrase.words)

    @staticmethod
    def _is_free(word: str) -> bool:
        if word.lower() in reference_words().lists["contrasting"]:
            return False  # "the second officer" is not the first
        return reference_words().has("free_modifiers", word) or word in lexicon().words["loose_adjectives"]

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

    def _by_its_age(self, sentence: Sentence, phrase: Phrase, gender: str = "") -> str | None:
        """Somebody of that age, or the only person spoken of of whom nothing speaks against it."""
        if phrase.age and (known := self._before(self._by_age.get(phrase.age, ()), phrase)):
            return known[0] if len(known) == 1 and self._agrees(known[0], gender) else None
        plain = phrase.noun in reference_words().lists["plain_persons"]
        fitting: list[Referent] = []
        for referent in self.discourse:
            near = referent.seen >= self.discourse.number - _CALLED_NEAR and not referent.quoted
            if referent.sort != "person" or not near or conflicts(sentence, phrase.head, referent):
                continue
            if is_speaker(sentence, phrase.head, referent):
                continue
            if not referent.key:
                if referent.head == phrase.noun or (
                    plain and len(referent.forms) == 1 and self._clashes(referent, gender)
                ):
                    return None
                continue
            if self._could_be(referent, phrase, gender):
                fitting.append(referent)
        return self._ahead(fitting)

    @staticmethod
    def _clashes(referent: Referent, gender: str) -> bool:
        return referent.forms != {"they"} and (not gender or {"m": "he", "f": "she"}[gender] in referent.forms)

    def _could_be(self, referent: Referent, phrase: Phrase, gender: str) -> bool:
        if not self._agrees(referent.key, gender) or (phrase.age and self.described[referent.key].age):
            return False
        if gender and len(referent.forms) > 1:
            return False
        alike = reference_words().alike.get(phrase.noun, frozenset())
        others = {n for n in self.described[referent.key].nouns if n in lexicon().roles and n != phrase.noun}
        return not others or not others.isdisjoint(alike) or not phrase.noun

    def _ahead(self, fitting: list[Referent]) -> str | None:
        if not fitting:
            return None
        fitting.sort(key=lambda r: (-r.prominence(), r.begin))
        if len(fitting) > 1 and fitting[0].prominence() < _LEAD * fitting[1].prominence():
            return None
        return fitting[0].key

    def _body(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """A body or place by a noun of its name, else by its class if it is the only one spoken of lately."""
        if not all(self._is_free(word) for word in phrase.words):
            return self._described_body(sentence, phrase)
        called = (k for k in self._by_noun.get(phrase.noun, ()) if self.entities[k].types[0] != "Person")
        nouns = (phrase.noun, *sorted(reference_words().alike.get(phrase.noun, ())))
        of_name = self._before((*(k for noun in nouns for k in self._by_word.get(noun, ())), *called), phrase)
        of_name = [
            k for k in of_name if k in self.referents and not conflicts(sentence, phrase.head, self.referents[k])
        ]
        if of_name and not self._unnamed(phrase.noun, of_name):
            return of_name[0] if len(of_name) == 1 else self._ahead(self._near(of_name, phrase))
        classes = reference_words().bodies.get(phrase.noun)
        facility = lexicon().facilities.get(phrase.noun)
        if classes is None and (facility is None or facility[0] in ("CivicStructure", "Landform", "Place")):
            return None
        classes = classes if classes is not None else frozenset((facility[0],)) if facility else frozenset()
        if self._unnamed(phrase.noun, []) or self._beside_unclear(sentence, phrase):
            return None
        if "CreativeWork" in classes and sum(coarse(e.types[0]) == "WORK" for e in self.entities.values()) > 1:
            return None  # where several works are told of, "the film" may be one that was not found
        keys = [k for k in self.referents if self.entities[k].types[0] in classes]
        keys = [k for k in self._before(keys, phrase) if not conflicts(sentence, phrase.head, self.referents[k])]
        return self._ahead(self._near(keys, phrase))

    def _described_body(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """The only body of a fitting class of whose name or description the words before the noun are: "the aid group".

        "The electoral body" is the "Electoral Commission": the beginnings of words are compared.
        """
        classes = reference_words().bodies.get(phrase.noun, frozenset())
        if any(word[0].isupper() for word in phrase.words):
            return None  # "the Acme group" names itself
        telling = [word for word in phrase.words if not self._is_free(word)]
        keys = [
            key
            for key in self._before(self._by_stem.get(telling[0][:_STEM], ()), phrase)
            if key in self.referents
            if self.entities[key].types[0] in classes or phrase.noun in self.described[key].nouns
            if all(self._tells(key, word) for word in telling)
            if not conflicts(sentence, phrase.head, self.referents[key])
        ]
        return keys[0] if len(keys) == 1 and not self._unnamed(phrase.noun, []) else None

    def _tells(self, key: str, word: str) -> bool:
        """Whether a word is one of a name or description, but for its ending."""
        entity = self.entities[key]
        said = {w for name in (entity.name, *entity.alternate_names) for w in fold(name).split()}
        begin = word[:_STEM]
        return any(w == word or (len(word) > _STEM and w.startswith(begin)) for w in said | self.described[key].words)

    def _beside_unclear(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether the subject is an "it" that was left open: it may be the very body."""
        verb = argument_verb(sentence, phrase.head)
        subject = subject_of(sentence, verb) if verb is not None else None
        if subject is None or subject.form.lower() not in ("it", "they"):
            return False
        return not any(r.key for r in self.discourse if subject.i in r.ranks)

    def _near(self, keys: Iterable[str], phrase: Phrase) -> list[Referent]:
        found = [self.referents[k] for k in keys if k in self.referents]
        found = [r for r in found if not any(i > phrase.head.i for i in r.names)]
        here = [r for r in found if r.here(phrase.head.i)]
        return here or [r for r in found if r.prominence() > 0 and r.seen >= self.discourse.number - _NEAR]


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


def is_person_word(noun: str) -> bool:
    """Whether a common noun stands for a person."""
    words = lexicon()
    lists = reference_words().lists
    person = noun in words.roles or bool(of_noun(noun)) or words.heads.get(noun) == "Person"
    return person or noun in lists["callings"] or noun in lists["plain_persons"] or noun in words.titles

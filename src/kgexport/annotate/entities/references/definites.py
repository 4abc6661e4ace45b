"""Chooses what "the minister", "the company", "the 47-year-old" stands for: what is called so, or is the only one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kgexport.annotate.entities.lexicon import coarse, fold, lexicon
from kgexport.annotate.entities.references.binding import conflicts, is_speaker
from kgexport.annotate.entities.references.definite_index import STEM, Called
from kgexport.annotate.entities.references.definite_phrases import Phrase
from kgexport.annotate.entities.references.discourse import Referent
from kgexport.annotate.entities.references.genders import of_noun
from kgexport.annotate.entities.references.grammar import argument_verb, subject_of
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.annotate.entities.references.spokes import speaks_for
from kgexport.model import Sentence

_NEAR = 3
"""Sentences back in which the thing that a general noun means has to be spoken of."""
_CALLED_NEAR = 2
_INSIDE = 50
"""The weight of what is only named inside of another phrase."""
_OTHER_OFFICES = frozenset(("prime", "vice", "deputy"))
"""A "prime minister" is not called "the minister" where there is another one."""


@dataclass(slots=True)
class Definites(Called):
    """Resolves the common nouns of one article."""

    def choose(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """The key of what a phrase stands for; None where nothing or more than one thing fits."""
        if not phrase.noun:
            return self._by_its_age(sentence, phrase)
        if is_person_word(phrase.noun):
            return self._person(sentence, phrase)
        return self._body(sentence, phrase) or self._only_body(sentence, phrase)

    def _only_body(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """The only named thing of the article that a noun can mean, wherever it was named: "the outlet"."""
        key = self.sole.body(phrase) if all(self._is_free(word) for word in phrase.words) else None
        key = key or self.sole.listener(sentence, phrase)
        if key not in self.referents or conflicts(sentence, phrase.head, self.referents[key]):
            return None
        return None if self._beside_unclear(sentence, phrase) else key

    def _person(self, sentence: Sentence, phrase: Phrase) -> str | None:
        gender = of_noun(phrase.noun)
        nouns = (phrase.noun, *sorted(reference_words().same.get(phrase.noun, ())))
        called = [k for noun in nouns for k in self._called(noun, phrase, gender)]
        if called and phrase.noun not in reference_words().lists["plain_persons"]:
            exact = [k for k in called if self._has_words(k, phrase)]
            return self._latest(exact) if exact and not self._unnamed(phrase.noun, exact) else None
        lists = reference_words().lists
        if phrase.noun in lists["wrongdoers"]:
            return self._wrongdoer(phrase, gender)
        if phrase.age or phrase.noun in lists["callings"] | lists["plain_persons"]:
            if not all(self._is_free(word) for word in phrase.words):
                return None
            return self._by_its_age(sentence, phrase, gender)
        return None

    def _called(self, noun: str, phrase: Phrase, gender: str) -> list[str]:
        """The persons named before who are called so."""
        named = self._before(self._by_noun.get(noun, ()), phrase)
        fitting = [k for k in named if self.entities[k].types[0] == "Person" and self._agrees(k, gender)]
        return [k for k in fitting if not phrase.age or self.described[k].age in ("", phrase.age)]

    def _wrongdoer(self, phrase: Phrase, gender: str) -> str | None:
        """ "The convicted killer": the only person of whom the text says that he was accused or convicted."""
        named = self._before(self._accused, phrase)
        named = [k for k in named if self._agrees(k, gender)]
        free = all(self._is_free(word) for word in phrase.words)
        return self._latest(named) if free and not self._unnamed(phrase.noun, named) else None

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
            if self.begins.get(referent.key, 0) > phrase.span.begin:
                continue  # "the striker's header from Ann Holt's cross" is not hers
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

    def _body(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """A body or place by a noun of its name, else by its class if it is the only one spoken of lately."""
        if not all(self._is_free(word) for word in phrase.words):
            return self._described_body(sentence, phrase)
        others = sorted(reference_words().same_things.get(phrase.noun, ()))
        of_name = self._named_so(sentence, phrase, others)
        if of_name and not any(self._unnamed(noun, of_name) for noun in (phrase.noun, *others)):
            return of_name[0] if len(of_name) == 1 else self._ahead(self._near(of_name, phrase))
        own = speaks_for(sentence, phrase.head, self.discourse)
        if own is not None and self._is_body_of(own, phrase.noun):
            return own
        classes = reference_words().bodies.get(phrase.noun)
        facility = lexicon().facilities.get(phrase.noun)
        if classes is None and (facility is None or facility[0] in ("CivicStructure", "Landform", "Place")):
            return None
        classes = classes if classes is not None else frozenset((facility[0],)) if facility else frozenset()
        if any(self._unnamed(noun, []) for noun in (phrase.noun, *others)) or self._beside_unclear(sentence, phrase):
            return None
        if self.sole.is_strange(phrase.noun, phrase.span.begin):
            return None
        if "CreativeWork" in classes and sum(coarse(e.types[0]) == "WORK" for e in self.entities.values()) > 1:
            return None  # where several works are told of, "the film" may be one that was not found
        if "Corporation" in classes and self._is_only_company():
            classes |= {"Organization"}
        keys = [
            k for k in self.referents if self.entities[k].types[0] in classes and not self._is_other_body(k, classes)
        ]
        keys = [k for k in self._before(keys, phrase) if not conflicts(sentence, phrase.head, self.referents[k])]
        return self._ahead(self._near(keys, phrase))

    def _is_other_body(self, key: str, classes: frozenset[str]) -> bool:
        """Whether the text calls it a body of another kind: "the union Acme" is not "the company"."""
        kinds = reference_words().bodies
        called = [kinds[noun] for noun in self.described[key].nouns if noun in kinds]
        return bool(called) and all(kind.isdisjoint(classes) for kind in called)

    def _named_so(self, sentence: Sentence, phrase: Phrase, others: list[str]) -> list[str]:
        """Bodies, places and things named before that have the noun in their name, or are called so or by `others`."""
        called = (
            k
            for noun in (phrase.noun, *others)
            for k in self._by_noun.get(noun, ())
            if self.entities[k].types[0] != "Person"
        )
        nouns = (phrase.noun, *sorted(reference_words().alike.get(phrase.noun, ())))
        named = self._before((*(k for noun in nouns for k in self._by_word.get(noun, ())), *called), phrase)
        return [
            k
            for k in named
            if k in self.referents and not conflicts(sentence, phrase.head, self.referents[k])
            if not self._only_makes(k, phrase.noun)
        ]

    def _only_makes(self, key: str, noun: str) -> bool:
        """Whether a noun for a thing is only of the name of a body: "the film" is no "Lantern Films"."""
        made = coarse(lexicon().heads.get(noun, "")) in ("WORK", "PROD")
        return made and coarse(self.entities[key].types[0]) == "ORG"

    def _is_only_company(self) -> bool:
        """Whether the article names one body that may be a company, and no other."""
        return sum(e.types[0] in ("Organization", "Corporation", "Store") for e in self.entities.values()) == 1

    def _is_body_of(self, key: str, noun: str) -> bool:
        """Whether whoever speaks for a body can call it so: any body is an "organisation", a company no "ministry"."""
        if noun not in reference_words().lists["own_bodies"]:
            return False
        classes = reference_words().bodies.get(noun, frozenset())
        return self.entities[key].types[0] in {*classes, "Organization"} or (
            not classes and self.entities[key].types[0] == "GovernmentOrganization"
        )

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
            for key in self._before(self._by_stem.get(telling[0][:STEM], ()), phrase)
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
        begin = word[:STEM]
        return any(w == word or (len(word) > STEM and w.startswith(begin)) for w in said | self.described[key].words)

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
        before = [r for r in found if r.seen == self.discourse.number - 1 and r.was_subject and r not in here]
        if len(before) == 1 and all(max(r.ranks.values()) == _INSIDE for r in here):
            return before  # "the deal with Acme will help the company": not Acme, but who did something just now
        return here or [r for r in found if r.prominence() > 0 and r.seen >= self.discourse.number - _NEAR]


def is_person_word(noun: str) -> bool:
    """Whether a common noun stands for a person."""
    words = lexicon()
    lists = reference_words().lists
    person = noun in words.roles or bool(of_noun(noun)) or words.heads.get(noun) == "Person"
    listed = any(noun in lists[name] for name in ("callings", "plain_persons", "wrongdoers"))
    return person or listed or noun in words.titles

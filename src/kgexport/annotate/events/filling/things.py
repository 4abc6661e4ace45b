"""Makes nodes of things that the text only describes: "17 houses", "the film", "its market share"; knows no event.

Any common noun may be one, concrete or abstract, but for people (`actors.py`), times, measures, and nouns that say
nothing alone (`hollow` in word-classes.tsv). The same words mean the same thing, but "a film … a film" are two.
"""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from kgexport.annotate.entities.concrete import is_made_thing, is_person_noun
from kgexport.annotate.entities.lexicon import coarse, lexicon
from kgexport.annotate.entities.nominals import phrase_class
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.annotate.events.clause import counted
from kgexport.annotate.events.filling.actor_nouns import actor_class, is_vague
from kgexport.annotate.events.filling.given_names import given_name
from kgexport.annotate.events.filling.noun_phrases import Phrase, phrase_of
from kgexport.annotate.events.lexicon import lexicon as event_lexicon
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.setting.site_nouns import is_site, is_ward
from kgexport.model import Entity, Mention, MentionKind, Sentence, Token

THING = "events/thing"
"""The rule that things without a name are found by."""
_CONFIDENCE = 0.6
_LOOKED_BACK = 12
_MEASURES = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL")
_NEGATED = {"no", "any", "neither", "either", "what", "which", "whatever", "every", "each", "nor", "such"}
_FRESH = {"a", "an", "another", "one", "some", "more", "other", "further", "additional", "second", "third"}
_DEFINITE = {"the", "this", "that", "these", "those"}
_FURTHER = {"more", "further", "other", "additional"}
_THROUGH = {"part", "kind", "sort", "type", "form", "piece", "copy", "worth"}
"""Nouns that say little of what stands behind their "of"."""
_WHOLE = {"share", "body", "remains"}
"""Nouns of amounts that are something of their own: "shares of common stock", "the body of the pilot"."""
_SEATS = {"majority"}
"""Nouns of people that are nobody without those behind "of": "lost his majority"."""
_NOWHERE = {"internet", "web", "cyberspace"}
"""What nothing happens at, though it stands behind "on" or "from"."""
_SHAPED = {"LOC", "PROD", "WORK"}
_BUILDINGS = {"Hospital", "Hotel", "Library", "Store", "Restaurant"}
_ACTING = {"Person", "Group", "either", "force"}


@dataclass
class Things:
    """The unnamed things of one article, sentence by sentence."""

    reading: Reading
    taken: frozenset[str] = frozenset()
    """Keys that other entities have."""
    _by_noun: dict[str, list[tuple[str, Phrase]]] = field(default_factory=lambda: defaultdict(list))
    _at: dict[int, tuple[Entity, Mention] | None] = field(default_factory=dict)
    _numbers: Counter[str] = field(default_factory=Counter)
    _names: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    """Key -> the forms by which the text describes it."""
    _given: dict[str, str] = field(default_factory=dict)
    """Key -> the name that it is given: "an app called Harbour"."""

    def at(
        self, sentence: Sentence, head: Token, *, place: bool = False, rule: str = THING, bought: bool = False
    ) -> tuple[Entity, Mention] | None:
        """The node of the noun phrase with this head; None for what is no thing, or says nothing.

        `place`: it is where something happens; `rule`: what says that it is a thing;
        `bought`: only things are in that place, so that a name that nobody knew is one.
        """
        head = meant(sentence, head)
        if place and head.lemma.lower() in _NOWHERE:
            return None
        begin = head.span.begin
        if begin not in self._at:
            phrase = phrase_of(sentence, head, self.reading) if self._is_thing(sentence, head, bought) else None
            self._at[begin] = (
                self._node(phrase, place, rule)
                if phrase and (_is_telling(sentence, phrase) or (place and is_site(head)))
                else None
            )
            made = self._at[begin]
            if made and (name := given_name(sentence, head)):
                self._given.setdefault(made[0].key, name)
        return self._at[begin]

    def _is_thing(self, sentence: Sentence, head: Token, bought: bool) -> bool:
        if head.pos not in ("NOUN", "PROPN") or head.label.startswith(_MEASURES):
            return False
        if head.span.begin in self.reading.times or head.span.begin in self.reading.amounts:
            return False
        small = {t.text.lower() for t in sentence.children(head, "det", "predet", "neg", "amod")}
        if (small & _NEGATED and not ("any" in small and small & _FURTHER)) or not any(c.isalpha() for c in head.text):
            return False
        if head.pos == "PROPN" and head.label in ("PERSON", "NORP", "GPE") and not bought:  # somebody whom nobody knew
            return False
        noun = head.lemma.lower()
        somebody = is_person_noun(noun) or actor_class(head) in _ACTING
        of = any(t.lemma == "of" for t in sentence.children(head, "prep"))
        somebody = somebody and (of or noun not in _SEATS)
        somebody = somebody and not is_ward(sentence, head)
        return not _is_measure(head) and (not somebody or is_piece(sentence, head, self.reading))

    def _node(self, new: Phrase, place: bool, rule: str) -> tuple[Entity, Mention]:
        noun = new.head.lemma.lower()
        mention = Mention(new.span, MentionKind.NOMINAL, rule, _CONFIDENCE)
        key = self._known(new, self._by_noun[noun][-_LOOKED_BACK:]) or self._called_otherwise(new)
        if not key:
            self._numbers[new.slug] += 1 + (f"nominal:{new.slug}" in self.taken and not self._numbers[new.slug])
            number = self._numbers[new.slug]
            key = f"nominal:{new.slug}" if number == 1 else f"nominal:{number}:{new.slug}"
        self._by_noun[noun].append((key, new))
        self._names[key][new.name] = None
        return Entity(key, ("Place" if place else _class(new.head),), new.name, (mention,)), mention

    def _known(self, new: Phrase, earlier: list[tuple[str, Phrase]]) -> str:
        """The key of the one that was told before, where the text leaves no choice."""
        same = [(key, old) for key, old in earlier if old.many is new.many]
        exact = list(dict.fromkeys(key for key, old in same if old.words == new.words))
        if new.small & _DEFINITE or new.owned:
            fuller = {key for key, old in same if set(new.words) <= set(old.words)}
            return fuller.pop() if len(fuller) == 1 else exact[-1] if new.owned and exact else ""
        if not new.small & _FRESH and exact and not new.headline:
            return exact[-1]
        told = {key for key, old in same if old.headline and set(old.words) <= set(new.words)}
        told -= {key for key, old in earlier if not old.headline}
        return told.pop() if len(told) == 1 and not new.headline else ""

    def _called_otherwise(self, new: Phrase) -> str:
        """The only one that another noun for the same sort of thing has told of: "a website", later "the site"."""
        noun = new.head.lemma.lower()
        if new.words or new.many or not new.small & _DEFINITE or self._by_noun[noun]:
            return ""
        alike = sorted(reference_words().same_things.get(noun, ()))
        told = {key for other in alike for key, old in self._by_noun[other][-_LOOKED_BACK:] if not old.many}
        return told.pop() if len(told) == 1 else ""

    def finished(self, entity: Entity) -> Entity:
        """The entity with the fullest of its forms as name, and the others as alternate names."""
        forms = list(self._names.get(entity.key, ()))
        if given := self._given.get(entity.key):
            return dataclasses.replace(entity, name=given, alternate_names=tuple(forms))
        if len(forms) < 2:
            return entity
        name = max(forms, key=lambda form: len(form.split()))
        return dataclasses.replace(entity, name=name, alternate_names=tuple(form for form in forms if form != name))


def is_piece(sentence: Sentence, token: Token, reading: Reading) -> bool:
    """Whether a noun of people or bodies means a piece of a thing: "a wing of the plane", "the head of the statue"."""
    of = [t for t in sentence.children(token, "prep") if t.lemma == "of" and is_vague(token)]
    wholes = [whole for preposition in of for whole in sentence.children(preposition, "pobj")]
    return any(is_made_thing(t) or "actor" not in reading.kinds(sentence, t) for t in wholes)


def meant(sentence: Sentence, head: Token) -> Token:
    """The noun that matters: "drones" in "a significant number of drones", "homeopathy" in "a form of homeopathy"."""
    for _ in range(3):
        if head.lemma.lower() in _WHOLE:
            break
        head = counted(sentence, head)
        of = [t for t in sentence.children(head, "prep") if t.lemma == "of" and t.i == head.i + 1]
        inner = sentence.children(of[0], "pobj") if of else []
        noun = head.lemma.lower()
        through = noun in _THROUGH or _is_measure(head) or noun in lexicon().words["quantifiers"]
        if not through or not inner:
            break
        head = inner[0]
    return head


def _is_telling(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the noun says something: not "way", "case", and "area", "share" only with a word that says which."""
    classes = event_lexicon().classes_of.get(phrase.head.lemma.lower(), ())
    said = phrase.words or sentence.children(phrase.head, "relcl", "acl")
    alone = "bare" in classes or ("bare-one" in classes and not phrase.many)
    return phrase.head.pos != "NOUN" or not ("hollow" in classes or (alone and not said))


def _is_measure(head: Token) -> bool:
    """Whether a noun only counts: "6 km"."""
    return "measure-noun" in event_lexicon().classes_of.get(head.lemma.lower(), ())


def coarse_class(head: Token) -> str:
    """LOC, PROD, WORK … for the sort of thing that a noun means; MISC for one that is not listed."""
    return coarse(phrase_class(head, lexicon()))


def _class(head: Token) -> str:
    """A class of things, works or places; `Thing` for what is not listed as one."""
    name = phrase_class(head, lexicon())
    if name != "Place" and coarse(name) in _SHAPED:
        return name
    if name in _BUILDINGS:
        return name
    opened = "way" in event_lexicon().classes_of.get(head.lemma.lower(), ())
    return "Place" if is_site(head) and not opened else "Thing"  # what is blocked or opened is no place of it


def joined(sentence: Sentence, head: Token) -> Iterator[Token]:
    """The heads that are joined behind "of" to what is counted: "a number of conferences and roadshows"."""
    inner = meant(sentence, head)
    yield inner
    if inner is not head:
        for other in sentence.children(inner, "conj"):
            if other.pos in ("NOUN", "PROPN"):
                yield other

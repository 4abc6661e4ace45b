"""Chooses what "the outlet", "the organisation", "the former mayor of X" stand for where only one named thing fits.

Knows what the text brings in without a name, for that may be meant instead; nothing of prominence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kgexport.annotate.entities.lexicon import coarse, fold
from kgexport.annotate.entities.references.definite_phrases import Phrase
from kgexport.annotate.entities.references.descriptions import Description
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.annotate.entities.spotting.named_places import Place
from kgexport.model import BlockKind, Entity, Sentence, Token

_NEW = frozenset(("a", "an", "another", "one", "some", "other", "second", "third", "rival", "different"))
_MEDIA = frozenset(("agency", "newspaper", "paper", "broadcaster", "network", "station", "outlet", "magazine"))
_CALLING = frozenset(("appos", "attr", "compound", "nmod", "oprd"))
"""Where a noun says what something named is: "X, a charity", "X is a charity"."""


@dataclass(slots=True)
class Sole:
    """What the article names of each sort, and where it brings in others of that sort without a name."""

    entities: Mapping[str, Entity]
    begins: Mapping[str, int]
    """Key -> where the entity is first named."""
    brought: dict[str, int] = field(default_factory=dict)
    """Noun -> where somebody or something without a name is first called so."""
    strange: dict[str, int] = field(default_factory=dict)
    """Noun -> where it first stands before a name that nobody knew: "the studio Larkforge"."""

    told: list[tuple[int, str]] = field(default_factory=list)
    """Where somebody tells something to one of the media, and its key."""

    @classmethod
    def of(
        cls,
        sentences: Iterable[Sentence],
        names: list[list[Place]],
        entities: Mapping[str, Entity],
        begins: Mapping[str, int],
    ) -> Sole:
        """Read the text once."""
        sole = cls(entities, begins)
        for sentence, places in zip(sentences, names, strict=True):
            covered = {i for first, end, _, _ in places for i in range(first, end)}
            sole.told += _told(sentence, places, entities)
            for token in sentence.tokens if sentence.block is not BlockKind.HEADLINE else ():
                if token.tag != "NN" or token.i in covered:
                    continue
                if _brings_in(sentence, token, covered):
                    sole.brought.setdefault(token.lemma.lower(), token.span.begin)
                after = sentence.tokens[token.i + 1 : token.i + 2]
                if after and after[0].tag == "NNP" and after[0].i not in covered:
                    sole.strange.setdefault(token.lemma.lower(), token.span.begin)
        return sole

    def body(self, phrase: Phrase) -> str | None:
        """The only thing of the classes that a noun may mean; None where the text knows several, or one unnamed."""
        classes = reference_words().sole.get(phrase.noun)
        if classes is None or self.is_brought_in(phrase.noun, phrase.span.begin):
            return None
        fitting = [
            key
            for key, entity in self.entities.items()
            if entity.types[0] in classes and self.begins.get(key, phrase.span.end) < phrase.span.begin
        ]
        return fitting[0] if len(fitting) == 1 else None

    def listener(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """The only one of the media that was told something before, where "the agency" is told something again."""
        if phrase.noun not in _MEDIA or not _is_told(sentence, phrase.head) or phrase.words:
            return None
        before = {key for begin, key in self.told if begin < phrase.span.begin}
        brought = self.is_brought_in(phrase.noun, phrase.span.begin)
        return next(iter(before)) if len(before) == 1 and not brought else None

    def is_brought_in(self, noun: str, before: int) -> bool:
        """Whether the text has told of one without a name, by this noun or another for the same sort of thing."""
        words = (noun, *reference_words().same_things.get(noun, ()))
        return any(self.brought.get(word, before) < before for word in words) or self.is_strange(noun, before)

    def is_strange(self, noun: str, before: int) -> bool:
        """Whether the text has named one whose name nobody knew."""
        words = (noun, *reference_words().same_things.get(noun, ()))
        return any(self.strange.get(word, before) < before for word in words)


def _told(sentence: Sentence, places: list[Place], entities: Mapping[str, Entity]) -> Iterator[tuple[int, str]]:
    for first, end, key, _ in places:
        heads = [t for t in sentence.tokens[first:end] if _is_told(sentence, t)]
        if heads and entities[key].types[0] == "NewsMediaOrganization":
            yield heads[0].span.begin, key


def _is_told(sentence: Sentence, token: Token) -> bool:
    """Whether a phrase is who is told something."""
    return token.dep in ("dobj", "dative") and sentence.head(token).lemma.lower() == "tell"


def holder(
    sentence: Sentence, token: Token, places: list[Place], known: Mapping[str, Description], sole: Sole
) -> str | None:
    """Who is "the former mayor of X": who was called so before, of that place, or the only one if of no place."""
    of = [t for t in sentence.children(token, "prep") if t.i == token.i + 1 and t.form.lower() == "of"]
    wheres = [t for preposition in of for t in sentence.children(preposition, "pobj")]
    small = {t.form.lower() for t in sentence.children(token, "det", "amod", "poss", "nummod", "compound")}
    if token.tag != "NN" or len(wheres) != 1 or small not in ({"the"}, {"the", "former"}):
        return None
    place = next((key for first, end, key, _ in places if first <= wheres[0].i < end), None)
    if place is None or any(t.pos == "PROPN" for t in sentence.children(token, "appos")):
        return None
    noun, former = token.lemma.lower(), "former" in small
    called = [
        key
        for key, begin in sole.begins.items()
        if begin < token.span.begin and sole.entities[key].types[0] == "Person"
        if noun in known[key].nouns and ("former" in known[key].words) is former
    ]
    own = [key for key in called if _is_of(sole.entities[place], known[key])]
    if own or not former or len(called) != 1:
        return own[0] if len(own) == 1 else None
    others = (e for k, e in sole.entities.items() if k != place and coarse(e.types[0]) == "LOC")
    return None if any(_is_of(other, known[called[0]]) for other in others) else called[0]


def _is_of(place: Entity, described: Description) -> bool:
    """Whether what somebody is called says a place: "a former minister of Austria"."""
    return (described.words | described.whose).issuperset(fold(place.name).split())


def _brings_in(sentence: Sentence, token: Token, covered: set[int]) -> bool:
    """Whether a noun brings in something that has no name: "a charity", not "X, a charity"."""
    if token.dep in _CALLING or any(t.i in covered for t in sentence.children(token, "appos", "compound", "nmod")):
        return False
    small = {t.form.lower() for t in sentence.children(token, "det", "amod", "nummod")}
    return not small.isdisjoint(_NEW)

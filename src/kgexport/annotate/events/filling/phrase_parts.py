"""Takes apart the words around a noun for people or a body: whose, how many, which, "of" what; judges nothing."""

from __future__ import annotations

from dataclasses import dataclass

from kgexport.annotate.events.filling.actor_nouns import actor_class
from kgexport.annotate.events.filling.noun_phrases import (
    joined_words,
    of_phrase,
    owner_words,
    printed,
    telling,
    words_before,
)
from kgexport.annotate.events.reading import Reading
from kgexport.model import Sentence, Span, Token

COUNTS = frozenset(("dozen", "hundred", "thousand", "million", "score", "ten"))
_MANY = {"people", "police", "personnel", "troops"}
_OFFICIAL, _LANDS = {"official", "force"}, {"place", "org", "person"}
_OURS = {"your", "my", "our"}
_NOBODY = {"no", "neither", "any", "every", "each", "whatever", "which", "what", "few", "nor", "either"}


@dataclass(frozen=True, slots=True)
class Parts:
    """The words around the noun of a description."""

    small: set[str]
    """Determiners and what else stands before the noun, in lower case."""
    owner: Token | None
    owned: list[str]
    """The words of whose it is."""
    count: list[Token]
    told: list[Token]
    """The words before the noun that say which."""
    whole: list[Token]
    """"of" and what stands behind it."""
    words: list[str]
    lands: tuple[str, ...]
    span: Span
    many: bool

    @property
    def numbered(self) -> bool:
        """Whether it is said how many they are."""
        return bool(self.count) or any(t.pos == "NUM" or t.dep == "nummod" for t in self.told)

    @property
    def telling(self) -> bool:
        """Whether a word of letters says which they are."""
        return any(any(c.isalpha() for c in word) for word in self.words)

    @property
    def of_nobody(self) -> bool:
        """Whether it is nobody ("no officer") or the speaker's ("our lawyer")."""
        return bool(self.small & _NOBODY) or (self.owner is not None and self.owner.text.lower() in _OURS)


def parts_of(sentence: Sentence, head: Token, reading: Reading, counter: Token | None) -> Parts:
    """The parts of the phrase with this head; `counter`: "dozens" in "dozens of people"."""
    before = words_before(sentence, head)
    owner = next((t for t in sentence.children(head, "poss") if t.i < head.i), None)
    count, told = _counting(sentence, head, counter), telling(before, reading)
    whole = [] if owner else of_phrase(sentence, head, counter)
    owned = owner_words(sentence, owner, reading) if owner else []
    owners = [t for t in before if owner and t.i <= owner.i and t.pos != "DET"] if owned else []
    return Parts(
        small={t.text.lower() for t in (*before, *sentence.children(head, "det", "predet", "neg"))},
        owner=owner,
        owned=owned,
        count=count,
        told=told,
        whole=whole,
        words=[*owned, *(printed(t, reading) for t in joined_words(told))],
        lands=_lands(sentence, head, [*told, *([owner] if owner else []), *whole], reading),
        span=[*count, *owners, *told, head][0].span.to((whole or [head])[-1].span),
        many=head.tag in ("NNS", "NNPS") or head.lemma.lower() in _MANY,
    )


def _lands(sentence: Sentence, head: Token, words: list[Token], reading: Reading) -> tuple[str, ...]:
    """Keys of the lands and bodies that the words name where the head is an official or a force: "Nepalese police"."""
    if _OFFICIAL.isdisjoint(reading.kinds(sentence, head)) or (head.tag == "NN" and actor_class(head) == "Person"):
        return ()
    named = [reading.named(t) for t in words if not reading.kinds(sentence, t).isdisjoint(_LANDS)]
    return tuple(dict.fromkeys(found.entity.key for found in named if found))


def _counting(sentence: Sentence, head: Token, count: Token | None) -> list[Token]:
    """ "dozens of", "tens of thousands of" before a head; empty where there is more between them."""
    if count is None or count.i == head.i or count.lemma.lower() not in COUNTS:
        return []
    words = sentence.tokens[count.i : head.i]
    if len(words) < 2 or words[1].text.lower() != "of" or words[1].head != count.i:
        return []
    return [*larger_count(sentence, count), *words[:2]]


def larger_count(sentence: Sentence, count: Token) -> list[Token]:
    """ "tens of" right before "thousands", which the parser hangs below it or above."""
    before = sentence.tokens[max(0, count.i - 2) : count.i]
    larger = len(before) == 2 and before[0].lemma.lower() in COUNTS and before[1].text.lower() == "of"
    return list(before) if larger else []

"""A trigger: the words that tell of an event, and the checks of words that verbs and nouns share; finds none itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kgexport.annotate.events.clause import counted
from kgexport.annotate.events.filling.slots import Slots
from kgexport.annotate.events.finding.said import Said
from kgexport.annotate.events.lexicon import Need, Pattern
from kgexport.annotate.events.reading import Reading
from kgexport.model import Sentence, Token

_REFLEXIVE = {"himself", "herself", "itself", "themselves", "myself", "ourselves"}
INSIDE_NOUN = ("compound", "nmod", "amod", "advmod", "npadvmod")
"""Dependencies of words that only describe a noun."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of an event, with what stands around them."""

    pattern: Pattern
    head: Token
    """The verb or noun."""
    words: tuple[Token, ...]
    """All words of the pattern, in order, the head among them."""
    slots: Slots
    support: Token | None = None
    """The verb that carries a noun."""
    effect: str = ""
    """What that verb adds (modality.tsv)."""
    harm: bool = False
    """Whether that verb says what the noun did to somebody, as "killed" does: an event beside it."""
    beside: tuple[Token, ...] = ()
    """Words of the same meaning further off: "the quake, which struck", "threw for 200 yards and a touchdown"."""
    said: Said | None = None
    """The claims and quotations that the words introduce."""

    @property
    def governed(self) -> Token:
        """The token that the rest of the sentence governs: the support verb, else the head."""
        return self.head if self.harm or self.support is None else self.support


def words_of(triggers: Iterable[Trigger]) -> dict[int, Trigger]:
    """Position of each word (and support verb) -> its trigger."""
    found: dict[int, Trigger] = {}
    for trigger in triggers:
        for word in (*trigger.words, *filter(None, (trigger.support,))):
            found.setdefault(word.i, trigger)
    return found


def is_word(token: Token, word: str) -> bool:
    """Whether a token is the word of a pattern; "oneself" stands for any reflexive."""
    text = token.text.lower()
    if token.tag == "TO" and token.pos == "PART":
        return False
    if word in (text, token.lemma.lower()) or (word == "oneself" and text in _REFLEXIVE):
        return True
    return token.tag in ("NNPS", "NNP") and text == f"{word}s"


def fits(sentence: Sentence, pattern: Pattern, slots: Slots, reading: Reading) -> bool:
    """Whether what stands around a trigger is what its pattern needs."""
    return all(is_met(sentence, need, slots, reading) for need in pattern.needs)


def is_met(sentence: Sentence, need: Need, slots: Slots, reading: Reading) -> bool:
    """Whether one need is met; a subject that the sentence leaves out may be anybody; "article" asks for its topic."""
    if need.slot == "article":
        return reading.topics.isdisjoint(need.classes) is need.negated
    tokens = slots.get(need.slot, [])
    if not tokens:
        return (need.slot == "subject" and not need.closed) or need.negated or "none" in need.classes
    if "any" in need.classes:
        return True
    return any(is_one_of(sentence, token, need, reading) for token in tokens) is not need.negated


def shared_object(sentence: Sentence, token: Token) -> Token:
    """In "drew a pistol and fired it" the pistol for the "it" of the second verb; else the word itself."""
    verb = sentence.head(token)
    if token.text.lower() != "it" or token.dep != "dobj" or verb.dep != "conj":
        return token
    objects = sentence.children(sentence.head(verb), "dobj")
    return objects[0] if len(objects) == 1 and objects[0].tag == "NN" and objects[0].i < verb.i else token


def is_one_of(sentence: Sentence, token: Token, need: Need, reading: Reading) -> bool:
    """Whether a phrase is of the classes or words that a need names."""
    token = shared_object(sentence, token)
    if need.words and (token.lemma.lower() in need.words or token.text.lower() in need.words):
        return True
    token = counted(sentence, token)
    return bool(need.classes) and not reading.kinds(sentence, token).isdisjoint(need.classes)

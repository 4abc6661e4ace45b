"""Says of words and of sorts of events whether a thing stands in a place beside them; fills no role."""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import lexicon
from kgexport.model import Token

_OF_GOODS = {"economy", "culture"}
_OF_PERSONS = {"hiring", "layoff", "sponsorship", "award", "casting", "partnership", "contract", "bid", "payment"}
"""Of these groups what happens to people as well."""
_TOPICS, _ON_TOPICS = ("about", "over"), {"communication", "diplomacy", "protest"}
_MEANS = frozenset("phone telephone radio internet web line loudspeaker lunch dinner course".split())
_LIGHT = frozenset("hold make take have give do stage conduct carry get put pay cast".split())
_UNTOUCHED = {"disaster", "accident"}


def topics_of(event_type: str) -> tuple[str, ...]:
    """The prepositions before what an act of speech, a talk or a protest is about, whatever its frame."""
    return _TOPICS if group_of(event_type) in _ON_TOPICS else ()


def is_means(token: Token) -> bool:
    """Whether it is what people talk over, and not about: "over the phone", "over lunch"."""
    return token.lemma.lower() in _MEANS


def is_fused(draft: Draft, noun: Token) -> bool:
    """Whether the noun that was joined to the verb is a thing all the same: "announced updates to the line".

    Not where the verb says no more than its object ("held referendums"), nor where the noun is the event ("a curfew").
    """
    pattern, noun_words = draft.trigger.pattern, noun.lemma.lower()
    if noun_words in pattern.words or draft.trigger.head.lemma in _LIGHT or group_of(draft.type) == "sport":
        return False
    behind = draft.sentence.children(noun, "prep")
    itself = any(own.type == pattern.type for own in lexicon().nouns.get(noun_words, ()))
    referred = noun.tag == "NNS" or bool(draft.sentence.children(noun, "det", "poss"))
    return referred and (not itself or (noun.tag == "NNS" and bool(behind)))


def is_bought(draft: Draft, token: Token) -> bool:
    """Whether only a thing or a business can stand there: what is bought, sold, staged, published."""
    things = group_of(draft.type) in _OF_GOODS and draft.type not in _OF_PERSONS
    return things and draft.trigger.pattern.verb and token.dep in ("dobj", "nsubjpass")


def is_disaster(token: Token) -> bool:
    """Whether a noun tells of a disaster or an accident: that is an event, and no tool."""
    alone = [p for p in lexicon().nouns.get(token.lemma.lower(), ()) if len(p.words) == 1]
    return any(group_of(pattern.type) in _UNTOUCHED for pattern in alone)

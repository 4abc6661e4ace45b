"""Finds what an act is about where its object is a known happening: "accepted the resignation"; makes no event.

Only for nouns that tell of no event of their own here, being part of what the verb tells, and that name by word or root
one event that was told before.
"""

from __future__ import annotations

from collections.abc import Iterable

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.sameness.merged import Merged
from kgexport.annotate.events.sameness.titles import LONGER
from kgexport.model import Mention, MentionKind, Token

_RULE = "events/pointed-at"
_CONFIDENCE = 0.65
_DEFINITE = {"the", "this", "that", "these", "those"}
_ABOUT = {"communication", "diplomacy", "justice", "politics"}
"""Groups of what is done about something else."""
_OCCASIONS = {"festival", "conference", "ceremony"}
"""Types of what "the event" means."""
_MOST = 3
"""How many objects of a draft are looked at."""


def pointed_at(draft: Draft, events: Iterable[Merged]) -> tuple[Merged, Token] | None:
    """The first of some events that a definite object of a verb names, and the noun; None where there is none."""
    if not draft.trigger.pattern.verb or group_of(draft.type) not in _ABOUT:
        return None
    for noun in draft.trigger.slots.get("object", ())[:_MOST]:
        if noun.pos != "NOUN" or not _is_known(draft, noun):
            continue
        for event in events:
            if all(one is not draft for one in event.drafts) and _is_named(event, noun):
                return event, noun
    return None


def occasion_of(events: Iterable[Merged]) -> Merged | None:
    """The only festival, conference or ceremony that an article tells of: "the event"."""
    found = [event for event in events if not _OCCASIONS.isdisjoint(event.types)]
    return found[0] if len(found) == 1 else None


def at_occasion(draft: Draft, occasion: Merged) -> Token | None:
    """The "event" that a verb has for its object, where the occasion was told of before."""
    begin = min(one.mention.span.begin for one in occasion.drafts)
    if not draft.trigger.pattern.verb or any(one is draft for one in occasion.drafts):
        return None
    for noun in draft.trigger.slots.get("object", ())[:_MOST]:
        if noun.lemma.lower() == "event" and noun.tag == "NN" and _is_known(draft, noun) and begin < noun.span.begin:
            return noun
    return None


def mention_of(noun: Token) -> Mention:
    """The noun as a mention of the event that it names."""
    return Mention(noun.span, MentionKind.TRIGGER, _RULE, _CONFIDENCE)


def _is_known(draft: Draft, noun: Token) -> bool:
    """Whether a noun is spoken of as known, and nothing beside it makes it another one: "the missile test"."""
    before = draft.sentence.children(noun)
    definite = any(t.text.lower() in _DEFINITE or t.tag == "PRP$" for t in before)
    return definite and not any(t.dep in ("amod", "compound", "nmod", "nummod", "prep", "relcl", "acl") for t in before)


def _is_named(event: Merged, noun: Token) -> bool:
    """Whether the words of an event are the noun, or its verb has the root of the noun: "resigned" - "resignation"."""
    word = noun.lemma.lower()
    if word in event.nouns or noun.tag == "NNS":
        return word in event.nouns
    patterns = (*lexicon().nouns.get(word, ()), *lexicon().verbs.get(word, ()))
    types = {pattern.type for pattern in patterns if len(pattern.words) == 1}
    verbs = {draft.trigger.head.lemma.lower() for draft in event.drafts[:_MOST] if draft.trigger.pattern.verb}
    same = any(verb == word or (len(verb) >= LONGER and verb[:LONGER] == word[:LONGER]) for verb in verbs)
    return same or not types.isdisjoint(event.types)

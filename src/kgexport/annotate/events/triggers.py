"""Finds all words of a sentence that tell of events; settles what belongs to which, and knows nothing of roles."""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.clause import counted
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.idioms import idiomatic
from kgexport.annotate.events.nouns import noun_triggers
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.speech_acts import with_speech_acts
from kgexport.annotate.events.trigger import Trigger, is_one_of, words_of
from kgexport.annotate.events.verbs import verb_triggers
from kgexport.model import Sentence


def find_triggers(sentence: Sentence, reading: Reading) -> list[Trigger]:
    """All triggers of a sentence in order; no word belongs to two."""
    idle = idiomatic(sentence)
    verbs = {t.head.i: t for t in verb_triggers(sentence, reading) if t.head.i not in idle}
    nouns = {t.head.i: t for t in noun_triggers(sentence, reading) if not _is_idle(t, idle)}
    for verb in list(verbs.values()):
        for position in _consumed(sentence, verb, reading):
            nouns.pop(position, None)
    for noun in nouns.values():
        if noun.support and not noun.harm and noun.support.i in verbs and not _stays(verbs[noun.support.i]):
            del verbs[noun.support.i]
    for verb in list(verbs.values()):
        doers = [nouns[t.i] for t in verb.slots.get("subject", ()) if t.i in nouns]
        if any(noun.pattern.type == verb.pattern.type for noun in doers):
            del verbs[verb.head.i]
    found = sorted((*verbs.values(), *nouns.values()), key=lambda trigger: trigger.head.i)
    return _without_idle_decisions(with_speech_acts(sentence, found))


def _is_idle(noun: Trigger, idle: frozenset[int]) -> bool:
    return noun.head.i in idle or (noun.support is not None and noun.support.i in idle)


def _stays(verb: Trigger) -> bool:
    """Whether a verb is an event beside the noun that it carries: "announced an attack" is, "launched" is not."""
    return group_of(verb.pattern.type) == "communication"


def _consumed(sentence: Sentence, verb: Trigger, reading: Reading) -> Iterator[int]:
    """The nouns that are part of what the verb tells: "imposed sanctions"."""
    yield from (word.i for word in verb.words if word.i != verb.head.i)
    for need in verb.pattern.needs:
        if need.slot == "object" and need.closed:
            for token in verb.slots.get("object", ()):
                if is_one_of(sentence, token, need, reading):
                    yield from (token.i, counted(sentence, token).i)


def _without_idle_decisions(triggers: list[Trigger]) -> list[Trigger]:
    """The triggers without decisions to do what is an event itself: "decided to leave" tells of the leaving."""
    words = words_of(triggers)
    return [
        t
        for t in triggers
        if not (t.pattern.type == "policy-decision" and any(c.i in words for c in t.slots.get("clause", ())))
    ]

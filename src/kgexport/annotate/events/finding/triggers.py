"""Finds all words of a sentence that tell of events; settles what belongs to which, and knows nothing of roles."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from kgexport.annotate.events.clause import counted
from kgexport.annotate.events.finding.idioms import idiomatic
from kgexport.annotate.events.finding.nouns import noun_triggers
from kgexport.annotate.events.finding.other_acts import with_other_acts
from kgexport.annotate.events.finding.speech_acts import with_speech_acts
from kgexport.annotate.events.finding.statements import with_statements
from kgexport.annotate.events.finding.trigger import Trigger, is_one_of, words_of
from kgexport.annotate.events.finding.verbs import verb_triggers
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.reading import Reading
from kgexport.model import Sentence

_NEAREST, _WIDEST = 3, 5
"""How many words from the last word and from the verb a noun still belongs to the same mention."""
_DECIDING = ("policy-decision", "decision")
_PRONOUNCED = {"sentence", "ruling", "acquittal", "conviction"}
"""What happens by being announced."""
_PRONOUNCING = {"announce", "declare", "pronounce", "proclaim"}
_BEFORE = 8
"""How many words before the verb it is a mention of its own: "fire in a school tackled"."""


def find_triggers(sentence: Sentence, reading: Reading) -> list[Trigger]:
    """All triggers of a sentence in order; no word belongs to two."""
    idle = idiomatic(sentence)
    verbs = {t.head.i: t for t in verb_triggers(sentence, reading) if t.head.i not in idle}
    inner = {word.i for verb in verbs.values() for word in verb.words if word.i != verb.head.i}
    verbs = {position: verb for position, verb in verbs.items() if position not in inner}  # "began filming"
    nouns = {t.head.i: t for t in noun_triggers(sentence, reading) if not _is_idle(t, idle)}
    for verb in list(verbs.values()):
        parts = sorted(set(_consumed(sentence, verb, reading)) & nouns.keys())
        if verb.pattern.everyday:  # "mounted an invasion" tells of the invasion
            named = set(_named_by_need(verb))
            parts = [position for position in parts if nouns[position].pattern.everyday or position in named]
        taken = [nouns.pop(position) for position in parts]
        verbs[verb.head.i] = _with_words(verb, taken)
    for noun in nouns.values():
        if (
            noun.support
            and not noun.harm
            and noun.support.i in verbs
            and not _stays(sentence, verbs[noun.support.i], noun)
        ):
            del verbs[noun.support.i]
    for verb in list(verbs.values()):
        doers = [nouns[t.i] for t in verb.slots.get("subject", ()) if t.i in nouns]
        for noun in doers:
            if noun.pattern.type == verb.pattern.type and verb.head.i in verbs:
                del verbs[verb.head.i]
                nouns[noun.head.i] = dataclasses.replace(nouns[noun.head.i], beside=(verb.head,))
    found = sorted((*verbs.values(), *nouns.values()), key=lambda trigger: trigger.head.i)
    found = with_statements(sentence, _without_idle_decisions(with_speech_acts(sentence, found)), reading)
    return with_other_acts(sentence, found, idle)


def _with_words(verb: Trigger, nouns: list[Trigger]) -> Trigger:
    """The verb with the nouns that are part of what it tells, where they stand near: "tackled a blaze"."""
    last = verb.words[-1].i
    heads = sorted((n.head for n in nouns if n.head.pos == "NOUN"), key=lambda t: t.i)
    behind = [t for t in heads if t.i > last]
    near = [t for t in behind if t.i - last <= _NEAREST and t.i - verb.head.i <= _WIDEST][:1]
    before = [t for t in heads if 0 < verb.head.i - t.i <= _BEFORE]
    beside = (*before, *(t for t in behind if t not in near))
    return dataclasses.replace(verb, words=(*verb.words, *near), beside=beside)


def _is_idle(noun: Trigger, idle: frozenset[int]) -> bool:
    return noun.head.i in idle or (noun.support is not None and noun.support.i in idle)


def _stays(sentence: Sentence, verb: Trigger, noun: Trigger) -> bool:
    """Whether a verb is an event beside the noun that it carries: "announced an attack" is, "launched" is not.

    Nor is it one in "his sentence was announced", "the judge announced the verdict", which tell of the deed itself.
    """
    if noun.pattern.type in _PRONOUNCED and verb.head.lemma in _PRONOUNCING:
        told = noun.head.dep == "dobj" or (noun.head.dep == "nsubjpass" and not sentence.children(verb.head, "agent"))
        return not told or verb.pattern.type != "announcement"
    return group_of(verb.pattern.type) == "communication"


def _consumed(sentence: Sentence, verb: Trigger, reading: Reading) -> Iterator[int]:
    """The nouns that are part of what the verb tells: "imposed sanctions"."""
    yield from (word.i for word in verb.words if word.i != verb.head.i)
    for need in verb.pattern.needs:
        if need.slot == "object" and need.closed:
            for token in verb.slots.get("object", ()):
                if is_one_of(sentence, token, need, reading):
                    yield from (token.i, counted(sentence, token).i)


def _named_by_need(verb: Trigger) -> Iterator[int]:
    """The objects that the row of a verb names by their words: "reached the play-offs"."""
    words = {word for need in verb.pattern.needs if need.slot == "object" and not need.negated for word in need.words}
    yield from (t.i for t in verb.slots.get("object", ()) if not words.isdisjoint((t.lemma.lower(), t.text.lower())))


def _without_idle_decisions(triggers: list[Trigger]) -> list[Trigger]:
    """The triggers without decisions and dates of what is an event itself: "decided to leave"."""
    words = words_of(triggers)
    return [
        t
        for t in triggers
        if not (
            (t.pattern.type in _DECIDING and any(c.i in words for c in t.slots.get("clause", ())))
            or (
                t.pattern.type == "planning" and t.pattern.passive and any(c.i in words for c in t.slots.get("for", ()))
            )
        )
    ]

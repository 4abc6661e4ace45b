"""Finds what somebody is told, allowed, forced, accused to do where no type of the scheme has a word for it.

Such an act is never told by itself: only as the content of the event that governs it. Knows telling.tsv, no role.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from kgexport.annotate.events.filling.slots import verb_slots
from kgexport.annotate.events.finding.trigger import Trigger, words_of
from kgexport.annotate.events.lexicon import Pattern
from kgexport.annotate.events.reality.governors import verb_governor
from kgexport.annotate.events.reality.specific import rules_of_telling
from kgexport.model import Sentence, Token

OTHER = "other-act"
"""The type of what is done where the scheme has no finer one."""
_FRAME = "deed"
_DEEPEST = 3
_CLAUSES = ("xcomp", "ccomp", "pcomp", "conj", "prep")
_GROUNDS = {"charge", "suspicion", "allegation", "accusation"}
_NOUNS = ("NOUN", "PROPN", "NUM")


def with_other_acts(sentence: Sentence, triggers: list[Trigger], idle: Collection[int]) -> list[Trigger]:
    """The triggers in order, with the verbs without a row that say what one of them is about."""
    taken = words_of(triggers)
    found: dict[int, Trigger] = {}
    for trigger in triggers:
        for verb in _contents(sentence, trigger, taken):
            if verb.i not in idle and verb.i not in found and _is_deed(sentence, verb, taken):
                found[verb.i] = _act(sentence, verb)
    return sorted((*triggers, *found.values()), key=lambda trigger: trigger.head.i) if found else triggers


def acts_beside(sentence: Sentence, clause: Token) -> Iterator[Token]:
    """A clause and those that are joined to it: "told to lock the door and wait"."""
    joined = [clause]
    while joined:
        act = joined.pop(0)
        yield act
        for other in sentence.children(act, "conj"):
            if other.pos == "VERB" and other.tag == act.tag and not sentence.children(other, "nsubj", "nsubjpass"):
                joined.append(other)


def governs_acts(event_type: str) -> bool:
    """Whether an event of a type says what somebody is to do, or is said to have done."""
    return event_type in rules_of_telling()["content"]


def deeds(sentence: Sentence, trigger: Trigger) -> Iterator[Token]:
    """The gerunds behind a preposition of the pattern or a ground: "charged with taking", "on suspicion of taking"."""
    for word in trigger.words:
        yield from sentence.children(word, "pcomp")
    heads = (noun for name in ("object", "with", "on", "to") for noun in trigger.slots.get(name, ()))
    grounds = [noun for noun in heads if noun.lemma.lower() in _GROUNDS]
    grounds += [noun for word in trigger.words for noun in sentence.children(word, "pobj")]
    for noun in {noun.i: noun for noun in grounds if noun.lemma.lower() in _GROUNDS}.values():
        for of in sentence.children(noun, "prep"):
            yield from sentence.children(of, "pcomp")


def is_asked(sentence: Sentence, governor: Trigger, act: Trigger) -> bool:
    """Whether an infinitive or gerund is what somebody is asked, allowed, said to do: "asked X to stay"."""
    governing = governor.pattern.verb and governs_acts(governor.pattern.type)
    return governing and act.pattern.verb and _hangs_on(sentence, act.head, governor)


def _hangs_on(sentence: Sentence, verb: Token, governor: Trigger) -> bool:
    """Whether nothing but infinitives, gerunds and prepositions stands between: not "said that it is easy to stay"."""
    words = {word.i for word in governor.words}
    for _ in range(_DEEPEST * 2):
        if verb.dep not in _CLAUSES or (verb.pos == "VERB" and not _is_bare(sentence, verb)):
            return False
        verb = sentence.head(verb)
        if verb.i in words:
            return True
        if verb.lemma.lower() in _GROUNDS:
            verb = sentence.head(verb)
            if verb.i in words:
                return True
        if verb.pos not in ("VERB", "ADP"):
            return False
    return False


def _is_bare(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is an infinitive or a gerund: "to stay", "having stayed"; not "will stay"."""
    helpers = sentence.children(verb, "aux", "auxpass")
    finite = any(t.tag == "MD" for t in helpers)
    return not finite and (
        verb.tag in ("VB", "VBG") or (verb.tag == "VBN" and any(t.tag in ("VB", "VBG") for t in helpers))
    )


def _contents(sentence: Sentence, trigger: Trigger, taken: dict[int, Trigger]) -> Iterator[Token]:
    if not trigger.pattern.verb or not governs_acts(trigger.pattern.type):
        return
    for clause in (*trigger.slots.get("clause", ()), *deeds(sentence, trigger)):
        for verb in acts_beside(sentence, clause):
            if verb.i > trigger.head.i and _hangs_on(sentence, verb, trigger):
                yield from _innermost(sentence, verb, taken)


def _innermost(sentence: Sentence, verb: Token, taken: dict[int, Trigger], depth: int = 0) -> Iterator[Token]:
    """The verb below those that only say whether it takes place: "using" of "persuaded to stop using"."""
    inner = sentence.children(verb, "xcomp")
    if verb.i in taken or depth > _DEEPEST:
        return
    if inner and verb_governor(verb) is not None:
        yield from _innermost(sentence, inner[0], taken, depth + 1)
    else:
        yield verb


def _is_deed(sentence: Sentence, verb: Token, taken: dict[int, Trigger]) -> bool:
    """Whether a verb tells what is done: no state, no word that says nothing alone, nothing that begins or ends."""
    if verb.pos != "VERB" or verb.i in taken or verb.lemma.lower() in rules_of_telling()["no-deed"]:
        return False
    objects = sentence.children(verb, "dobj")
    if any(noun.i in taken for noun in objects) and verb_governor(verb) is not None:
        return False
    named = any(noun.pos in _NOUNS for noun in objects)
    return named or verb.lemma.lower() not in rules_of_telling()["with-object"]


def _act(sentence: Sentence, verb: Token) -> Trigger:
    words = (verb, *_particle(sentence, verb))
    lemmas = tuple(word.lemma.lower() for word in words)
    return Trigger(Pattern(lemmas, True, OTHER, _FRAME, (), 0), verb, words, verb_slots(sentence, verb, words))


def _particle(sentence: Sentence, verb: Token) -> Iterable[Token]:
    return (child for child in sentence.children(verb, "prt")[:1] if child.i == verb.i + 1)

"""Makes triggers of the words that report what somebody says; knows statements.tsv and the claims, no other event.

A word that the lexicon reads as an act of speech of its own ("denied", "warned") keeps that reading.
"""

from __future__ import annotations

import dataclasses
from functools import cache

from kgexport.annotate.events.filling.descriptions import BODY
from kgexport.annotate.events.filling.slots import noun_slots, verb_slots
from kgexport.annotate.events.finding.said import Said
from kgexport.annotate.events.finding.trigger import Trigger
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import Pattern, lexicon, rows
from kgexport.annotate.events.reading import Reading
from kgexport.model import Mention, MentionKind, Role, RoleName, Sentence, Token

_SAYING = {"communication", "diplomacy"}
"""Groups of types whose words say something."""
_FORMS = {"announcement", "statement"}
_FORM_OF = {"in", "via", "through"}
"""What leads from a word of telling to the form that it had: "said in a statement"."""
_REACH = 60
"""How many words from the reporting word its speaker may be named."""


@cache
def _table(verbs: bool) -> dict[tuple[str, ...], Pattern]:
    """The rows by their words; of the verb and the noun "claim" the one that is asked for."""
    found: dict[tuple[str, ...], Pattern] = {}
    for number, (words, sort, name, frame) in enumerate(rows("statements.tsv", 4)):
        for alternative in words.split(","):
            parts = tuple(alternative.split())
            spoken = ("say",) if sort == "phrase" else parts
            if parts not in found or verbs is (sort != "noun"):
                found[parts] = Pattern(spoken, sort != "noun", name, frame, (), number)
    return found


def is_saying_noun(noun: Token) -> bool:
    """Whether a noun is a word of saying: "one report said", "the statement said"."""
    pattern = _table(False).get((noun.lemma.lower(),))
    return noun.pos == "NOUN" and pattern is not None and not pattern.verb


def with_statements(sentence: Sentence, triggers: list[Trigger], reading: Reading) -> list[Trigger]:
    """The triggers, with each word that reports a claim or quotation as the trigger of its saying."""
    by_word = {word.i: at for at, trigger in enumerate(triggers) for word in trigger.words}
    found = [*triggers]
    for token in sentence.tokens:
        said = reading.said.get(token.span.begin)
        if said is None:
            continue
        known = by_word.get(token.i)
        if known is None:
            made = _made(sentence, token, said)
            found += [made] if made else []
        elif group_of(found[known].pattern.type) in _SAYING:
            pattern = found[known].pattern
            if _is_opinion(sentence, found[known]):
                pattern = dataclasses.replace(pattern, type="statement")
            found[known] = dataclasses.replace(found[known], said=said, pattern=pattern)
    return sorted(_without_forms(sentence, found), key=lambda trigger: trigger.head.i)


def _without_forms(sentence: Sentence, triggers: list[Trigger]) -> list[Trigger]:
    """The triggers without the noun that only says how it was said: "said in a statement" is one saying."""
    says = (t.pattern.verb and (t.said is not None or group_of(t.pattern.type) in _SAYING) for t in triggers)
    by_verb = {trigger.head.i: at for at, (trigger, speech) in enumerate(zip(triggers, says, strict=True)) if speech}
    kept, found = [*triggers], set[int]()
    for at, trigger in enumerate(triggers):
        above = sentence.head(sentence.head(trigger.head))
        saying = by_verb.get(above.i)
        lead = sentence.head(trigger.head).lemma.lower()
        if saying is None or trigger.pattern.verb or trigger.said is not None or trigger.head.dep != "pobj":
            continue
        if trigger.pattern.type in _FORMS and lead in _FORM_OF:
            told = kept[saying]
            slots = told.slots.copy()
            slots["to"] = slots["to"] or trigger.slots["to"]
            kept[saying] = dataclasses.replace(told, slots=slots, beside=(*told.beside, trigger.head))
            found.add(at)
    return [trigger for at, trigger in enumerate(kept) if at not in found]


def _is_opinion(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether somebody agrees that something is so, and not to do it: "agreed that the talks were useful"."""
    if trigger.pattern.type != "agreement" or not trigger.pattern.verb:
        return False
    clauses = sentence.children(trigger.head, "ccomp")
    return any(c.tag in ("VBD", "VBZ", "VBP") and not sentence.children(c, "aux") for c in clauses)


def _made(sentence: Sentence, token: Token, said: Said) -> Trigger | None:
    words = tuple(t for t in sentence.tokens[token.i : token.i + 4] if said.cue.overlaps(t.span))
    lemmas = tuple(word.lemma.lower() for word in words)
    texts = tuple(word.text.lower() for word in words)
    table = _table(token.pos == "VERB")
    pattern = table.get(lemmas) or table.get(texts) or table.get(lemmas[:1])
    if pattern is None:
        return None
    head = next((word for word in words if word.pos in ("VERB", "NOUN", "PROPN")), token)
    slots = verb_slots(sentence, head, words) if pattern.verb else noun_slots(sentence, head, (head,))
    if lemmas[0] not in pattern.words and pattern.verb:  # "according to X": who is behind the words of telling says it
        slots["subject"], slots["object"], slots["to"] = slots["object"], [], []
    slots["clause"] = [clause for clause in slots["clause"] if clause.dep in ("ccomp", "xcomp")]
    return Trigger(pattern, head, words, slots, said=said)


def is_voiced(trigger: Trigger, reading: Reading) -> bool:
    """Whether somebody is named or described who says it: "officials", "a police spokeswoman", not "he"."""
    if trigger.said is None:
        return False
    tokens = trigger.slots.get("subject", ())
    return trigger.said.speaker is not None or any(
        (t.pos in ("NOUN", "PROPN") and t.span.begin not in reading.times) or _is_somebody(t, reading) for t in tokens
    )


def _is_somebody(pronoun: Token, reading: Reading) -> bool:
    """Whether "he" or "she" is somebody whom the text only describes: "a source"."""
    described = reading.antecedent(pronoun) if pronoun.text.lower() in ("he", "she") else None
    return described is not None and described[0].span.end <= pronoun.span.begin


def spoken(sentence: Sentence, trigger: Trigger, roles: list[Role], reading: Reading) -> list[Role]:
    """The roles of an act of speech: who speaks is the speaker of what is said, if the frame named nobody."""
    said = trigger.said
    if said is None or said.speaker is None or lexicon().frames[trigger.pattern.frame][0][0] is not RoleName.AGENT:
        return roles
    agents = {role.filler for role in roles if role.name is RoleName.AGENT}
    if any(role.name is RoleName.AGENT and role.mention.annotator == BODY for role in roles):
        return roles  # "Kenyan officials said" are not Kenya
    if (trigger.pattern.frame != "inform" and agents) or said.speaker in agents:
        return roles
    others = [r for r in roles if r.name is not RoleName.AGENT and r.filler != said.speaker]
    return [Role(RoleName.AGENT, said.speaker, _mention(sentence, trigger, said.speaker, reading)), *others]


def _mention(sentence: Sentence, trigger: Trigger, speaker: str, reading: Reading) -> Mention:
    """The words nearest to the reporting word that name the speaker; that word itself where none do."""
    around = sentence.tokens[max(0, trigger.head.i - _REACH) : trigger.head.i + _REACH]
    named = ((abs(t.i - trigger.head.i), reading.named(t)) for t in around)
    near = [(gap, found.mention) for gap, found in named if found and found.entity.key == speaker]
    if near:
        return min(near, key=lambda item: item[0])[1]
    subject = next(iter(trigger.slots.get("subject", ())), trigger.head)
    kind = MentionKind.PRONOUN if subject.pos == "PRON" else MentionKind.NOMINAL
    return Mention(subject.span, kind, "events/speaker", 0.6)

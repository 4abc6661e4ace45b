"""Finds the verbs (and "is ready", "are at war") that tell of events; knows nothing of nouns, roles or times."""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.filling.given_names import is_alias
from kgexport.annotate.events.filling.slot_repairs import is_score
from kgexport.annotate.events.filling.slots import Slots, turn_giving, verb_slots
from kgexport.annotate.events.finding.particles import changing_particles
from kgexport.annotate.events.finding.trigger import INSIDE_NOUN, Trigger, fits, is_word
from kgexport.annotate.events.lexicon import Pattern, lexicon
from kgexport.annotate.events.passives import is_headline_passive, is_passive
from kgexport.annotate.events.reading import Reading
from kgexport.model import RoleName, Sentence, Token

_WIDEST_GAP = 4


def verb_triggers(sentence: Sentence, reading: Reading) -> Iterator[Trigger]:
    """The verbs of a sentence that tell of events, each with the best pattern of the lexicon that fits."""
    for token in sentence.tokens:
        if token.dep in ("aux", "auxpass", "punct") or (token.dep in INSIDE_NOUN and token.pos != "AUX"):
            continue
        candidates = _candidates(sentence, token)
        if not candidates:
            continue
        slots_of: dict[tuple[int, ...], Slots] = {}
        for pattern, words in sorted(candidates, key=lambda item: item[0].rank):
            places = tuple(word.i for word in words)
            if places not in slots_of:
                verb = _verb_of(sentence, token)
                slots_of[places] = verb_slots(sentence, verb, words if verb is token else (verb, *words))
            slots = _adapted(sentence, token, pattern, slots_of[places])
            if fits(sentence, pattern, slots, reading):
                yield Trigger(pattern, token, words, slots)
                break


def _adapted(sentence: Sentence, token: Token, pattern: Pattern, slots: Slots) -> Slots:
    """In "is opposed to" the subject stays the subject; in a headline's "Two men arrested" it is the object."""
    changed: Slots = slots.copy()
    if pattern.everyday:  # what stands before the verb is no complement of it: "He is ill; she finished the work"
        changed["clause"] = [clause for clause in slots.get("clause", []) if clause.i > token.i]
    if pattern.passive and token.pos == "VERB":
        behind = {t.i for t in slots.get("object", ()) if t.i > token.i and t.dep in ("pobj", "conj", "dobj")}
        objects = slots.get("object", [])
        changed["subject"] = [t for t in objects if t.i not in behind] or slots.get("subject", [])
        changed["object"] = [t for t in objects if t.i in behind]
        if objects:  # "was beaten by X"
            changed["by"] = [*slots.get("by", []), *slots.get("subject", [])]
    elif not _has_object(slots, pattern) and _takes_object(pattern) and is_headline_passive(sentence, token):
        changed["subject"], changed["object"] = [], slots.get("subject", [])
    else:
        turn_giving(sentence, token, changed)
    return changed


def _has_object(slots: Slots, pattern: Pattern) -> bool:
    """Whether something stands in the object slot; what somebody is charged with or accused of does not count."""
    blaming = pattern.words[1:] in (("with",), ("of",), ("to",)) and pattern.frame == "accuse"
    return any(not (blaming and token.dep == "pobj") for token in slots.get("object", ()))


def _takes_object(pattern: Pattern) -> bool:
    roles = dict(lexicon().frames[pattern.frame])
    acting = any(slot.name == "subject" for slot in roles.get(RoleName.AGENT, ()))
    needed = any(need.slot == "object" for need in pattern.needs)
    return (acting or needed) and any(
        slot.name == "object" and not slot.actors_only for slot in roles.get(RoleName.OBJECT, ())
    )


def _verb_of(sentence: Sentence, token: Token) -> Token:
    """For "is ready", "are at war" the form of "be"; else the token itself."""
    if token.pos in ("ADJ", "ADP", "NOUN", "ADV") and sentence.head(token).lemma == "be":
        return sentence.head(token)
    return token


def _candidates(sentence: Sentence, token: Token) -> list[tuple[Pattern, tuple[Token, ...]]]:
    table = lexicon().verbs
    found: list[tuple[Pattern, tuple[Token, ...]]] = []
    keys = {*_lemmas(token), token.text.lower()} if token.tag in ("VBN", "JJ", "IN") else _lemmas(token)
    patterns = [pattern for key in sorted(keys) for pattern in table.get(key, ())]
    if not patterns or is_alias(sentence, token):  # most words are no verb of the lexicon
        return found
    changing = changing_particles(sentence, token)
    for pattern in patterns:
        if not _right_form(sentence, token, pattern):
            continue
        words = _words(sentence, token, pattern.words)
        if words and changing <= {word.i for word in words}:
            found.append((pattern, words))
    return found


def _right_form(sentence: Sentence, token: Token, pattern: Pattern) -> bool:
    if pattern.passive:
        above = sentence.head(token)
        beside_be = token.dep in ("acomp", "prep", "attr", "advmod", "oprd") and above.lemma in ("be", "remain", "stay")
        return (
            beside_be
            or (token.pos == "VERB" and is_passive(sentence, token))
            or (token.tag == "VBN" and token.dep == "ROOT" and not sentence.children(token, "aux"))
        )
    return token.pos == "VERB" and pattern.words[0] in _lemmas(token)


def _lemmas(token: Token) -> set[str]:
    """The base form; where the model gives one that no row has, those that the ending allows ("raped": rape)."""
    lemma, text = token.lemma.lower(), token.text.lower()
    if lemma in lexicon().verbs or token.tag not in ("VBD", "VBN"):
        return {lemma}
    stem = text.removesuffix("ed")
    return {lemma, text.removesuffix("d"), stem, stem[:-1] if stem[-1:] == stem[-2:-1] else stem}


def _words(sentence: Sentence, token: Token, words: tuple[str, ...]) -> tuple[Token, ...]:
    """The tokens of a pattern: each next word a little after the one before, and below the verb in the tree."""
    found = [token]
    for word in words[1:]:
        last = found[-1].i
        window = sentence.tokens[last + 1 : last + 2 + _WIDEST_GAP]
        ends = word == words[-1]
        fitting = (t for t in window if is_word(t, word) and _belongs(sentence, t, token, found[-1], ends))
        following = next(fitting, None)
        if following is None:
            return ()
        found.append(following)
    return tuple(found)


def _belongs(sentence: Sentence, token: Token, verb: Token, last: Token, ends: bool) -> bool:
    """Whether a word goes with a verb; a last preposition only where no object stands between."""
    joined = token.dep == "conj" and token.pos == "VERB"  # "put on trial in Lyon and jailed": not put in jail
    apart = token.pos == last.pos == "ADP" and bool(sentence.children(last, "pobj"))  # no "stand in for" in Paris
    if joined or apart or not _is_below(sentence, token, verb):
        return False
    if token.dep in ("prt", "advmod") and sentence.head(token).pos == "VERB" and token.head not in (verb.i, last.i):
        return False
    if token.pos == "ADP" and ends and any(t.label in ("DATE", "TIME") for t in sentence.children(token, "pobj")):
        return False  # "agreed on Thursday" says when, not on what
    if token.pos != "ADP" or token.dep == "prt" or not ends or token.i == last.i + 1:
        return True
    if sentence.head(token).i not in (verb.i, last.i):
        return False
    return last.i != verb.i or not any(
        c.i < token.i and not is_score(sentence, c) for c in sentence.children(verb, "dobj")
    )


def _is_below(sentence: Sentence, token: Token, verb: Token) -> bool:
    for _ in range(4):
        token = sentence.head(token)
        if token.i == verb.i:
            return True
    return False

"""Finds the verbs (and "is ready", "are at war") that tell of events; knows nothing of nouns, roles or times."""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.clause import is_headline_passive, is_passive
from kgexport.annotate.events.lexicon import Pattern, lexicon
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.slots import Slots, verb_slots
from kgexport.annotate.events.trigger import INSIDE_NOUN, Trigger, fits, is_word
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
    if pattern.passive and token.pos == "VERB":
        changed["subject"], changed["object"] = slots.get("object", []), []
    elif not slots.get("object") and _takes_object(pattern) and is_headline_passive(sentence, token):
        changed["subject"], changed["object"] = [], slots.get("subject", [])
    return changed


def _takes_object(pattern: Pattern) -> bool:
    roles = dict(lexicon().frames[pattern.frame])
    acting = any(slot.name == "subject" for slot in roles.get(RoleName.AGENT, ()))
    return acting and any(slot.name == "object" and not slot.actors_only for slot in roles.get(RoleName.OBJECT, ()))


def _verb_of(sentence: Sentence, token: Token) -> Token:
    """For "is ready", "are at war" the form of "be"; else the token itself."""
    if token.pos in ("ADJ", "ADP", "NOUN", "ADV") and sentence.head(token).lemma == "be":
        return sentence.head(token)
    return token


def _candidates(sentence: Sentence, token: Token) -> list[tuple[Pattern, tuple[Token, ...]]]:
    table = lexicon().verbs
    found = []
    keys = {*_lemmas(token), token.text.lower()} if token.tag in ("VBN", "JJ", "IN") else _lemmas(token)
    for key in sorted(keys):
        for pattern in table.get(key, ()):
            if not _right_form(sentence, token, pattern):
                continue
            words = _words(sentence, token, pattern.words)
            if words:
                found.append((pattern, words))
    return found


def _right_form(sentence: Sentence, token: Token, pattern: Pattern) -> bool:
    if pattern.passive:
        above = sentence.head(token)
        beside_be = token.dep in ("acomp", "prep", "attr", "advmod", "oprd") and above.lemma in ("be", "remain", "stay")
        return (
            beside_be
            or (token.pos == "VERB" and is_passive(sentence, token))
            or (token.tag == "VBN" and token.dep == "ROOT")
        )
    return token.pos == "VERB" and pattern.words[0] in _lemmas(token)


def _lemmas(token: Token) -> set[str]:
    """The base form; where the model gives one that no row has, those that the ending allows ("raped": rape)."""
    lemma, text = token.lemma.lower(), token.text.lower()
    if lemma in lexicon().verbs or token.tag not in ("VBD", "VBN"):
        return {lemma}
    return {lemma, text.removesuffix("d"), text.removesuffix("ed")}


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
    if not _is_below(sentence, token, verb):
        return False
    if token.dep in ("prt", "advmod") and sentence.head(token).pos == "VERB" and token.head not in (verb.i, last.i):
        return False
    if token.pos == "ADP" and ends and any(t.label in ("DATE", "TIME") for t in sentence.children(token, "pobj")):
        return False  # "agreed on Thursday" says when, not on what
    if token.pos != "ADP" or token.dep == "prt" or not ends or token.i == last.i + 1:
        return True
    if sentence.head(token).i not in (verb.i, last.i):
        return False
    return last.i != verb.i or not any(child.i < token.i for child in sentence.children(verb, "dobj"))


def _is_below(sentence: Sentence, token: Token, verb: Token) -> bool:
    for _ in range(4):
        token = sentence.head(token)
        if token.i == verb.i:
            return True
    return False

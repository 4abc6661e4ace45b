"""Gathers the phrases around a verb or noun by where they stand ("object", "to", "poss"); knows no event type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kgexport.annotate.events.clause import expanded, subjects, torn_object
from kgexport.annotate.events.clause_ends import stands_apart
from kgexport.annotate.events.filling.slot_repairs import (
    called,
    causer,
    is_beaten,
    is_demanded,
    is_party,
    is_score,
    shared_object,
    torn_agent,
    turn_fined,
)
from kgexport.annotate.events.passives import is_caused, is_elided_passive, is_laid_on, is_named, is_ordered, is_passive
from kgexport.annotate.events.reality.replaced import is_instead_of
from kgexport.model import Sentence, Token

Slots = defaultdict[str, list[Token]]
_GIVING = {"give", "pay", "offer", "award", "grant", "hand", "send", "lend", "show", "promise", "deny", "refuse"}
"""Verbs whose passive has as its subject who is given something, if there is an object behind it."""
_LED = {"lead", "back", "sponsor", "organize", "organise", "run"}
_AIMED = {"aim", "direct", "target", "train", "point", "level", "hurl", "fire", "launch"}
"""What a participle behind an object says of where it goes: "fired shots aimed at the crowd"."""
SHARES = {"part", "role", "involvement", "complicity", "participation"}
"""What somebody had in a deed: "jailed for his part in the murder"."""
_STANDS = {("in", "support"): "for", ("in", "favour"): "for", ("in", "favor"): "for", ("in", "opposition"): "against"}
"""Prepositions with a noun -> the preposition that they stand for."""
_NO_CONTENT = {"with", "after", "before", "since", "until", "upon", "by", "without", "despite", "while", "besides"}
"""What stands before a clause that says when or how, not what: "convicted of overpowering X before killing Y"."""
_RELATIVE_ADVERBS = {"where", "when", "why"}
_OF_CLAUSES = {"time", "day", "moment", "year", "way", "reason", "place", "night", "week", "month"}
"""Nouns that say when, where or how of the clause behind them: "every time we met"."""


def verb_slots(sentence: Sentence, verb: Token, words: Iterable[Token]) -> Slots:
    """Slot -> heads of phrases, for a verb and the other words of its pattern ("set fire to")."""
    anchors = [verb, *(word for word in words if word.i != verb.i)]
    used = {word.i for word in anchors}
    slots: Slots = defaultdict(list)
    passive = is_passive(sentence, verb)
    slots["object" if passive else "subject"] += subjects(sentence, verb)
    if passive and not sentence.children(verb, "agent"):
        slots["subject"] += torn_agent(sentence, verb)
    if passive and is_caused(sentence, verb):
        slots["subject"] += causer(sentence, verb)
    for anchor in anchors:
        _collect(sentence, anchor, used, slots)
        if anchor is not verb and anchor.dep in ("prep", "dative", "agent"):
            # "was shot at close range", not "shot at the guard"
            done_to = anchor.lemma == "at" and slots["object"] and sentence.children(verb, "auxpass")
            for phrase in sentence.children(anchor, "pobj", "pcomp"):
                if phrase.i not in used and not (anchor.lemma == "for" and phrase.lemma.lower() in SHARES):
                    slots[anchor.lemma.lower() if done_to else "object"] += expanded(sentence, phrase)
        if anchor is not verb and anchor.pos == "ADJ":  # "found X guilty"
            slots["object"] += [t for own in sentence.children(anchor, "nsubj") for t in expanded(sentence, own)]
    if not slots["object"] and not passive:
        slots["object"] += torn_object(sentence, verb) or shared_object(sentence, verb)
    if verb.dep == "relcl" and not slots["object"] and not passive:
        _object_of_relative(sentence, verb, slots)
    turn_fined(slots, verb)
    _from_objects(sentence, slots, used, [word for word in anchors if word.pos == "NOUN"])
    return slots


def turn_giving(sentence: Sentence, verb: Token, slots: Slots) -> None:
    """Take those to whom something is given for the recipients: "refugees were handed blankets"."""
    things = {t.i for own in sentence.children(verb, "dobj") for t in expanded(sentence, own)}
    if verb.lemma in _GIVING and things and is_passive(sentence, verb):
        slots["dative"] = [*slots["dative"], *(t for t in slots["object"] if t.i not in things and t.i < verb.i)]
        slots["object"] = [t for t in slots["object"] if t.i in things or t.i > verb.i]


def _collect(sentence: Sentence, anchor: Token, used: set[int], slots: Slots) -> None:
    for child in sentence.children(anchor):
        if child.i in used:
            continue
        match child.dep:
            case "ccomp" | "dobj" if is_elided_passive(sentence, anchor) or stands_apart(sentence, anchor, child):
                pass
            case "dobj" if any(
                is_ordered(sentence, act) for act in sentence.children(anchor, "xcomp", "ccomp", "oprd")
            ):
                pass  # "ordered him removed": who is removed is not told to do anything
            case "dobj":
                _direct_object(sentence, anchor, child, slots)
            case "npadvmod" if is_beaten(child, anchor):
                slots["object"] += expanded(sentence, child)
            case "npadvmod" if child.pos == "NOUN" and sentence.children(child, "nummod"):
                slots["measure"].append(child)  # "rose 2 percent"
            case "dative" if child.pos != "ADP":
                slots["dative"] += expanded(sentence, child)
            case "attr" | "oprd":
                slots["attr"] += expanded(sentence, child)
            case "agent":
                for phrase in sentence.children(child, "pobj"):
                    timed = phrase.label in ("DATE", "TIME")  # "be finished by next Tuesday"
                    slots["by" if timed else "subject"] += expanded(sentence, phrase)
            case "prep" | "dative":
                _behind(sentence, child, slots)
            case "ccomp" if named := called(sentence, child):  # "declared him the winner"
                slots["object"] += expanded(sentence, named)
                slots["attr"].append(child)
            case "ccomp" | "xcomp":
                slots["clause"].append(child)
                if any(part.tag == "TO" for part in sentence.children(child, "aux")):
                    slots["infinitive"].append(child)
            case "advcl" if is_demanded(sentence, child):
                slots["clause"].append(child)
            case "advcl" if child.tag in ("VB", "VBG"):
                slots["purpose"].append(child)
            case _:
                pass


def _direct_object(sentence: Sentence, verb: Token, noun: Token, slots: Slots) -> None:
    if is_laid_on(sentence, verb):
        slots["measure"].append(noun)
    elif is_named(sentence, verb):
        slots["attr"] += expanded(sentence, noun)
    elif noun.tag in ("WP", "WDT") and verb.dep == "relcl":
        slots["object"].append(sentence.head(verb))
    elif not is_score(sentence, noun):
        slots["object"] += expanded(sentence, noun)


def _behind(sentence: Sentence, preposition: Token, slots: Slots) -> None:
    name = preposition.lemma.lower()
    if name in ("accord", "according", "accompany"):
        return
    for phrase in sentence.children(preposition, "pobj"):
        if name != "with" or not sentence.children(phrase, "acl") or is_party(sentence, preposition, phrase):
            slots[name] += expanded(sentence, phrase)
        if meant := _STANDS.get((name, phrase.lemma.lower())):  # "in support of the motion"
            for inner in sentence.children(phrase, "prep"):
                slots[meant] += [t for own in sentence.children(inner, "pobj") for t in expanded(sentence, own)]
    for inner in sentence.children(preposition, "prep"):
        _behind(sentence, inner, slots)
    for clause in sentence.children(preposition, "pcomp"):
        if name not in _NO_CONTENT and not is_instead_of(sentence, preposition):
            slots["clause"].append(clause)


def _object_of_relative(sentence: Sentence, verb: Token, slots: Slots) -> None:
    noun = sentence.head(verb)
    acts = any(t.text.lower() in ("who", "which", "that") for t in sentence.children(verb, "nsubj"))
    if any(t.text.lower() in _RELATIVE_ADVERBS for t in sentence.children(verb, "advmod")):
        return  # "the town where eight people died"
    if any(t.tag == "TO" for act in sentence.children(verb, "xcomp") for t in sentence.children(act, "aux")):
        return  # "a rival it tried to buy": bought, not tried
    if acts or any(subject.i == noun.i for subject in slots["subject"]):
        return
    if noun.pos in ("NOUN", "PROPN") and noun.lemma.lower() not in _OF_CLAUSES:
        slots["object"].append(noun)


def _from_objects(sentence: Sentence, slots: Slots, used: set[int], nouns: list[Token]) -> None:
    """Prepositions that hang on an object count for the verb too, after its own."""
    later: Slots = defaultdict(list)
    for head in (*slots["object"], *slots["attr"]):
        for child in sentence.children(head, "prep"):
            if child.i not in used and child.lemma.lower() != "of":
                _behind(sentence, child, later)
                if _is_sum(sentence, head) and child.lemma.lower() in ("in", "as"):
                    _of_sum(sentence, child, later)
    for thing in (*slots["object"], *nouns):
        for part in sentence.children(thing, "acl"):
            if part.tag == "VBN" and part.lemma in _AIMED:
                for child in sentence.children(part, "prep"):
                    _behind(sentence, child, later)
    for name, heads in later.items():
        if not slots[name]:
            slots[name] += heads


def _is_sum(sentence: Sentence, token: Token) -> bool:
    return token.label.startswith("MONEY") or any(t.pos == "NUM" for t in sentence.children(token, "nummod"))


def _of_sum(sentence: Sentence, preposition: Token, slots: Slots) -> None:
    """Whom a sum is for, behind what it is: "30 million euros in relief for farmers"."""
    for what in sentence.children(preposition, "pobj"):
        for child in sentence.children(what, "prep") if what.pos == "NOUN" else ():
            if child.lemma.lower() in ("for", "to"):
                _behind(sentence, child, slots)


def noun_slots(sentence: Sentence, noun: Token, words: Iterable[Token]) -> Slots:
    """Slot -> heads of phrases, for a noun: poss, mod, and one for each preposition."""
    anchors = list(words)
    used = {word.i for word in anchors} | {noun.i}
    slots: Slots = defaultdict(list)
    for anchor in anchors or [noun]:
        for child in sentence.children(anchor):
            if child.i in used:
                continue
            match child.dep:
                case "poss":
                    slots["poss"] += _owners(sentence, noun, child)
                case "amod" | "compound" | "nmod":
                    slots["mod"] += [*_hyphened(sentence, child), *expanded(sentence, child)]
                    slots["mod"] += _leading(sentence, child)
                case "prep" | "agent":
                    _behind(sentence, child, slots)
                case "acl" if child.tag in ("VBG", "VBN"):
                    for part in sentence.children(child, "prep", "agent"):
                        _behind(sentence, part, slots)
                case _:
                    pass
    return slots


def _hyphened(sentence: Sentence, name: Token) -> list[Token]:
    """The first of two before a noun: "Peru-Chile talks"."""
    before = sentence.tokens[max(0, name.i - 2) : name.i]
    joined = len(before) == 2 and before[1].text in ("-", "–") and before[0].pos == name.pos == "PROPN"
    return [before[0]] if joined and before[0].head == name.i else []


def _leading(sentence: Sentence, word: Token) -> list[Token]:
    """Who leads or backs it: "the Taliban-led insurgency"."""
    if word.lemma.lower() not in _LED or word.tag not in ("VBN", "VBD", "JJ"):
        return []
    return [t for t in sentence.children(word, "npadvmod", "compound", "nsubj", "advmod") if t.pos in ("NOUN", "PROPN")]


def _owners(sentence: Sentence, noun: Token, owner: Token) -> list[Token]:
    """Whose it is; for "whose" who stands before the clause: "the driver, whose arrest …"."""
    if owner.text.lower() != "whose":
        return expanded(sentence, owner)
    return [sentence.head(above) for above in (noun, *sentence.ancestors(noun)[:3]) if above.dep == "relcl"][:1]

"""Gathers the phrases around a verb or noun by where they stand ("object", "to", "poss"); knows no event type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kgexport.annotate.entities.concrete import is_person_noun
from kgexport.annotate.events.clause import expanded, subjects, torn_object
from kgexport.annotate.events.filling.actor_nouns import may_act
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.passives import is_elided_passive, is_passive
from kgexport.model import Sentence, Token

Slots = defaultdict[str, list[Token]]
_GOING = frozenset("come go return arrive travel rush run stop try fly wait sit stand rise fall die sleep".split())
"""Verbs that share no object with the verb behind them: "went and saw X"."""
_GIVING = {"give", "pay", "offer", "award", "grant", "hand", "send", "lend", "show", "promise"}
"""Verbs whose passive has as its subject who is given something, if there is an object behind it."""
_LED = {"lead", "back", "sponsor", "organize", "organise", "run"}
_NEAREST = 3
_NO_CONTENT = {"with", "after", "before", "since", "until", "upon", "by", "without", "despite", "while", "besides"}
"""What stands before a clause that says when or how, not what: "convicted of overpowering X before killing Y"."""
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
        slots["subject"] += _torn_agent(sentence, verb)
    for anchor in anchors:
        _collect(sentence, anchor, used, slots)
        if anchor is not verb and anchor.dep in ("prep", "dative", "agent"):
            for phrase in sentence.children(anchor, "pobj", "pcomp"):
                if phrase.i not in used:
                    slots["object"] += expanded(sentence, phrase)
        if anchor is not verb and anchor.pos == "ADJ":  # "found X guilty"
            slots["object"] += [t for own in sentence.children(anchor, "nsubj") for t in expanded(sentence, own)]
    if not slots["object"] and not passive:
        slots["object"] += torn_object(sentence, verb) or _shared_object(sentence, verb)
    if verb.dep == "relcl" and not slots["object"] and not passive:
        _object_of_relative(sentence, verb, slots)
    _from_objects(sentence, slots, used)
    return slots


def turn_giving(sentence: Sentence, verb: Token, slots: Slots) -> None:
    """Take those to whom something is given for the recipients: "refugees were handed blankets"."""
    things = {t.i for own in sentence.children(verb, "dobj") for t in expanded(sentence, own)}
    if verb.lemma in _GIVING and things and is_passive(sentence, verb):
        slots["dative"] += [t for t in slots["object"] if t.i not in things and t.i < verb.i]
        slots["object"] = [t for t in slots["object"] if t.i in things or t.i > verb.i]


def _torn_agent(sentence: Sentence, verb: Token) -> list[Token]:
    """Who did it where the parser hangs "by" on a noun: "an alliance sacked by him", "was found in a bag by a boy"."""
    nouns = [t for prep in sentence.children(verb, "prep") for t in sentence.children(prep, "pobj")]
    nouns += [t for noun in nouns for prep in sentence.children(noun, "prep") for t in sentence.children(prep, "pobj")]
    behind = [sentence.head(verb)] if verb.dep == "acl" else []
    torn = [by for noun in nouns if not _tells(noun) for by in sentence.children(noun, "prep") if by.lemma == "by"]
    torn += [by for noun in behind for by in sentence.children(noun, "prep") if by.lemma == "by" and by.i == verb.i + 1]
    people = [t for by in torn for t in sentence.children(by, "pobj") if t.pos == "PROPN" or may_act(t)]
    return [
        t for first in people[:1] if not first.label.startswith(("DATE", "TIME")) for t in expanded(sentence, first)
    ]


def _tells(noun: Token) -> bool:
    """Whether a noun tells of what somebody does: "in an attack by rebels", "a book by him"."""
    return noun.lemma.lower() in lexicon().nouns or noun.lemma.lower() in lexicon().classes["work"]


def _shared_object(sentence: Sentence, verb: Token) -> list[Token]:
    """What two verbs share that are joined without a word between them: "arrested and charged X"."""
    if verb.lemma in _GOING or sentence.children(verb, "ccomp", "xcomp", "prt", "dative"):
        return []
    for other in sentence.children(verb, "conj"):
        between = sentence.tokens[verb.i + 1 : other.i]
        joined = other.tag == verb.tag and all(t.dep in ("cc", "punct", "advmod") or t.pos == "VERB" for t in between)
        if joined and len(between) <= _NEAREST:
            return [t for own in sentence.children(other, "dobj") for t in expanded(sentence, own)]
    return []


def _collect(sentence: Sentence, anchor: Token, used: set[int], slots: Slots) -> None:
    for child in sentence.children(anchor):
        if child.i in used:
            continue
        match child.dep:
            case "ccomp" | "dobj" if is_elided_passive(sentence, anchor):
                pass
            case "dobj" if child.tag in ("WP", "WDT") and anchor.dep == "relcl":
                slots["object"].append(sentence.head(anchor))
            case "dobj" if not is_score(sentence, child):
                slots["object"] += expanded(sentence, child)
            case "npadvmod" if _is_beaten(child, anchor):
                slots["object"] += expanded(sentence, child)
            case "npadvmod" if child.pos == "NOUN" and sentence.children(child, "nummod"):
                slots["measure"].append(child)  # "rose 2 percent"
            case "dative" if child.pos != "ADP":
                slots["dative"] += expanded(sentence, child)
            case "attr" | "oprd":
                slots["attr"] += expanded(sentence, child)
            case "agent":
                for phrase in sentence.children(child, "pobj"):
                    slots["subject"] += expanded(sentence, phrase)
            case "prep" | "dative":
                _behind(sentence, child, slots)
            case "ccomp" if named := _called(sentence, child):  # "declared him the winner"
                slots["object"] += expanded(sentence, named)
                slots["attr"].append(child)
            case "ccomp" | "xcomp":
                slots["clause"].append(child)
                if any(part.tag == "TO" for part in sentence.children(child, "aux")):
                    slots["infinitive"].append(child)
            case "advcl" if child.tag in ("VB", "VBG"):
                slots["purpose"].append(child)
            case _:
                pass


def _called(sentence: Sentence, word: Token) -> Token | None:
    """Who is called something in a clause without a verb: "him" of "declared him the winner"."""
    if word.pos not in ("NOUN", "PROPN", "ADJ") or sentence.children(word, "aux", "auxpass", "cop", "mark"):
        return None
    return next((t for t in sentence.children(word, "nsubj") if t.i < word.i), None)


def _is_party(sentence: Sentence, preposition: Token, people: Token) -> bool:
    """Whether those behind "with" take part, and a clause says more of them: "clashes with students marching"."""
    above = sentence.head(preposition)
    return above.pos == "NOUN" and people.tag == "NNS" and is_person_noun(people.lemma.lower())


def is_score(sentence: Sentence, number: Token) -> bool:
    """Whether a number is one of "2-0", which parsers take for an object."""
    around = (sentence.tokens[max(0, number.i - 2) : number.i], sentence.tokens[number.i + 1 : number.i + 3][::-1])
    return number.pos == "NUM" and any(
        len(pair) == 2 and pair[0].pos == "NUM" and pair[1].text in ("-", "–", "—") for pair in around
    )


def _is_beaten(name: Token, verb: Token) -> bool:
    """In "Lions beat Tigers 2-0" the Tigers, which parsers take for an adverb."""
    return name.pos == "PROPN" and name.i > verb.i and name.label not in ("DATE", "TIME")


def _behind(sentence: Sentence, preposition: Token, slots: Slots) -> None:
    name = preposition.lemma.lower()
    if name in ("accord", "according", "accompany"):
        return
    for phrase in sentence.children(preposition, "pobj"):
        if name != "with" or not sentence.children(phrase, "acl") or _is_party(sentence, preposition, phrase):
            slots[name] += expanded(sentence, phrase)
    for inner in sentence.children(preposition, "prep"):
        _behind(sentence, inner, slots)
    for clause in sentence.children(preposition, "pcomp"):
        if name not in _NO_CONTENT:
            slots["clause"].append(clause)


def _object_of_relative(sentence: Sentence, verb: Token, slots: Slots) -> None:
    noun = sentence.head(verb)
    if any(subject.i == noun.i for subject in slots["subject"]):
        return
    if noun.pos in ("NOUN", "PROPN") and noun.lemma.lower() not in _OF_CLAUSES:
        slots["object"].append(noun)


def _from_objects(sentence: Sentence, slots: Slots, used: set[int]) -> None:
    """Prepositions that hang on an object count for the verb too, after its own."""
    later: Slots = defaultdict(list)
    for head in (*slots["object"], *slots["attr"]):
        for child in sentence.children(head, "prep"):
            if child.i not in used and child.lemma.lower() != "of":
                _behind(sentence, child, later)
    for name, heads in later.items():
        if not slots[name]:
            slots[name] += heads


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

"""Finds who stands where around a verb or noun, in the order of the active voice; knows grammar, no event type.

Subjects are found where English leaves them out: second verbs ("A came and saw"), infinitives ("agreed to give", "urged
X to stop"), relative clauses, participles. Phrases behind a preposition count for the verb also where the parser hangs
them on the object.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kgexport.annotate.events.lexicon import lexicon
from kgexport.model import BlockKind, Sentence, Token

Slots = defaultdict[str, list[Token]]

_SUBJECT = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM"}
_RELATIVE = {"who", "whom", "which", "that"}
_DEEPEST = 12


def expanded(sentence: Sentence, token: Token) -> list[Token]:
    """The phrase's head and the heads that are joined to it: "A, B and C"."""
    found: list[Token] = []
    queue = [token]
    while queue and len(found) < 40:
        head = queue.pop(0)
        if head.pos in _NOMINAL:
            found.append(head)
        queue += sentence.children(head, "conj")
    return found


def counted(sentence: Sentence, token: Token) -> Token:
    """In "thousands of students" the students."""
    for _ in range(3):
        if "quantity" not in lexicon().classes_of.get(token.lemma.lower(), ()) and token.pos != "NUM":
            return token
        of = [preposition for preposition in sentence.children(token, "prep") if preposition.lemma == "of"]
        phrases = sentence.children(of[0], "pobj") if of else []
        if not phrases:
            return token
        token = phrases[0]
    return token


def is_passive(sentence: Sentence, verb: Token, depth: int = 0) -> bool:
    """Whether a verb stands in the passive; reduced relatives ("weapons seized from them") and second verbs do too."""
    children = sentence.children(verb)
    if any(child.dep in ("auxpass", "nsubjpass") for child in children):
        return True
    if verb.tag != "VBN" or any(child.dep in ("aux", "nsubj") for child in children):
        return False
    if verb.dep == "conj" and depth < _DEEPEST:
        return is_passive(sentence, sentence.head(verb), depth + 1)
    return verb.dep in ("acl", "relcl", "advcl") and not any(child.dep in ("dobj",) for child in children)


def subjects(sentence: Sentence, verb: Token, depth: int = 0) -> list[Token]:
    """Heads of the grammatical subject, own or shared; for a passive the one it is done to."""
    own = sentence.children(verb, "nsubj", "nsubjpass")
    if own:
        return _antecedent(sentence, verb, own[-1])
    if depth >= _DEEPEST or verb.dep == "ROOT":
        return []
    head = sentence.head(verb)
    if verb.dep in ("acl", "relcl"):
        return _subject_of_modifier(sentence, verb, head, depth)
    if verb.dep == "pcomp":
        return _subject_behind_preposition(sentence, head, depth)
    if (
        verb.dep in ("xcomp", "ccomp", "oprd")
        and controls_by_object(head)
        and (objects := sentence.children(head, "dobj"))
    ):
        return expanded(sentence, objects[0])
    if head.pos in ("ADJ", "NOUN") and head.dep in ("acomp", "attr", "oprd"):
        return subjects(sentence, sentence.head(head), depth + 1)
    if verb.dep in ("conj", "xcomp", "ccomp", "advcl", "dep", "prep", "oprd", "auxpass", "parataxis"):
        return subjects(sentence, head, depth + 1)
    return []


def clause_subjects(sentence: Sentence, clause: Token) -> list[Token]:
    """The subject that a clause has of its own."""
    return subjects(sentence, clause) if sentence.children(clause, "nsubj", "nsubjpass") else []


def controls_by_object(verb: Token) -> bool:
    """Whether the object of this verb does what its infinitive says: "urge X to leave"."""
    governor = lexicon().governors.get(("v", verb.lemma))
    return governor is not None and governor.control == "object"


def _antecedent(sentence: Sentence, verb: Token, subject: Token) -> list[Token]:
    if subject.text.lower() in _RELATIVE and subject.pos == "PRON" and verb.dep in ("relcl", "acl", "conj"):
        relative = verb
        while relative.dep == "conj":
            relative = sentence.head(relative)
        return [sentence.head(relative)]
    return expanded(sentence, subject)


def _subject_of_modifier(sentence: Sentence, verb: Token, noun: Token, depth: int) -> list[Token]:
    infinitive = any(child.tag == "TO" for child in sentence.children(verb))
    if verb.dep == "relcl" or not infinitive:
        return [noun]
    owner = sentence.children(noun, "poss")
    above = sentence.head(noun)
    if owner and not (owner[0].pos == "PRON" and noun.dep == "dobj"):
        return expanded(sentence, owner[0])
    if noun.dep in ("dobj", "pobj", "attr") and above.pos in ("VERB", "AUX"):
        return subjects(sentence, above, depth + 1)
    return []


def _subject_behind_preposition(sentence: Sentence, preposition: Token, depth: int) -> list[Token]:
    above = sentence.head(preposition)
    if above.pos in ("VERB", "AUX"):
        objects = sentence.children(above, "dobj")
        if controls_by_object(above) and objects:
            return expanded(sentence, objects[0])
        return subjects(sentence, above, depth + 1)
    if above.pos == "NOUN":
        owner = sentence.children(above, "poss")
        if owner:
            return expanded(sentence, owner[0])
        governor = sentence.head(above)
        return subjects(sentence, governor, depth + 1) if governor.pos in ("VERB", "AUX") else []
    return []


def verb_slots(sentence: Sentence, verb: Token, words: Iterable[Token]) -> Slots:
    """Slot -> heads of phrases, for a verb and the other words of its pattern ("set fire to")."""
    anchors = [verb, *(word for word in words if word.i != verb.i)]
    used = {word.i for word in anchors}
    slots: Slots = defaultdict(list)
    passive = is_passive(sentence, verb)
    slots["object" if passive else "subject"] += subjects(sentence, verb)
    for anchor in anchors:
        _collect(sentence, anchor, used, slots)
        if anchor is not verb and anchor.dep in ("prep", "dative", "agent"):
            for phrase in sentence.children(anchor, "pobj", "pcomp"):
                if phrase.i not in used:
                    slots["object"] += expanded(sentence, phrase)
    if verb.dep == "relcl" and not slots["object"] and not passive:
        _object_of_relative(sentence, verb, slots)
    _from_objects(sentence, slots, used)
    return slots


def is_headline_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether a headline's verb may be a passive without "be": "Two men arrested in Leeds"."""
    return (
        sentence.block is BlockKind.HEADLINE
        and verb.tag in ("VBN", "VBD")
        and verb.text.lower().endswith(("ed", "wn", "en", "ot", "ld", "ught"))
        and not sentence.children(verb, "dobj", "aux", "auxpass", "ccomp", "xcomp", "prt")
        and bool(
            sentence.children(verb, "prep", "agent", "npadvmod", "advmod", "advcl")
            or verb.i == len(sentence.tokens) - 1
        )
    )


def _collect(sentence: Sentence, anchor: Token, used: set[int], slots: Slots) -> None:
    for child in sentence.children(anchor):
        if child.i in used:
            continue
        match child.dep:
            case "dobj":
                slots["object"] += expanded(sentence, child)
            case "dative" if child.pos != "ADP":
                slots["dative"] += expanded(sentence, child)
            case "attr" | "oprd":
                slots["attr"] += expanded(sentence, child)
            case "agent":
                for phrase in sentence.children(child, "pobj"):
                    slots["subject"] += expanded(sentence, phrase)
            case "prep" | "dative":
                _behind(sentence, child, slots)
            case "ccomp" | "xcomp":
                slots["clause"].append(child)
                if any(part.tag == "TO" for part in sentence.children(child, "aux")):
                    slots["infinitive"].append(child)
            case "advcl" if child.tag in ("VB", "VBG"):
                slots["purpose"].append(child)
            case _:
                pass


def _behind(sentence: Sentence, preposition: Token, slots: Slots) -> None:
    name = preposition.lemma.lower()
    if name in ("accord", "according", "accompany"):
        return
    for phrase in sentence.children(preposition, "pobj"):
        if name != "with" or not sentence.children(phrase, "acl"):
            slots[name] += expanded(sentence, phrase)
    for inner in sentence.children(preposition, "prep"):
        _behind(sentence, inner, slots)
    for clause in sentence.children(preposition, "pcomp"):
        if name != "with":
            slots["clause"].append(clause)


def _object_of_relative(sentence: Sentence, verb: Token, slots: Slots) -> None:
    noun = sentence.head(verb)
    if any(subject.i == noun.i for subject in slots["subject"]):
        return
    if noun.pos in ("NOUN", "PROPN"):
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
                    slots["poss"] += expanded(sentence, child)
                case "amod" | "compound" | "nmod":
                    slots["mod"] += expanded(sentence, child)
                case "prep" | "agent":
                    _behind(sentence, child, slots)
                case "acl" if child.tag in ("VBG", "VBN"):
                    for part in sentence.children(child, "prep", "agent"):
                        _behind(sentence, part, slots)
                case _:
                    pass
    return slots

"""Finds who stands where around a verb or noun, in the order of the active voice; knows grammar, no event type.

Subjects are found where English leaves them out: second verbs ("A came and saw"), infinitives ("agreed to give", "urged
X to stop"), relative clauses, participles. Phrases behind a preposition count for the verb also where the parser hangs
them on the object.
"""

from __future__ import annotations

from kgexport.annotate.events.lexicon import lexicon
from kgexport.model import BlockKind, Sentence, Token

_SUBJECT = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM"}
_RELATIVE = {"who", "whom", "which", "that"}
_CONTROLLED = {"of", "from", "into", "for", "with", "to"}
"""What is behind these is done by the object: "accused X of", "prevented X from"; not what is behind "after"."""
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
        if any(child.lemma.lower() == "former" for child in sentence.children(token, "amod")):
            return token
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
    if (
        verb.tag in ("VBN", "VBD")
        and verb.dep == "conj"
        and depth < _DEEPEST
        and verb.text.lower().endswith("ed")
        and any(child.dep == "nsubj" for child in children)
        and not any(child.dep in ("aux", "dobj", "ccomp", "xcomp", "prt") for child in children)
    ):
        return is_passive(sentence, sentence.head(verb), depth + 1)
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
    known = ("n", noun.lemma.lower()) in lexicon().governors
    if known and noun.dep in ("dobj", "pobj", "attr") and above.pos in ("VERB", "AUX"):
        return subjects(sentence, above, depth + 1)
    return []


def _subject_behind_preposition(sentence: Sentence, preposition: Token, depth: int) -> list[Token]:
    above = sentence.head(preposition)
    if above.pos in ("VERB", "AUX"):
        objects = sentence.children(above, "dobj")
        if controls_by_object(above) and objects and preposition.lemma in _CONTROLLED:
            return expanded(sentence, objects[0])
        return subjects(sentence, above, depth + 1)
    if above.pos == "NOUN":
        owner = sentence.children(above, "poss")
        if owner:
            return expanded(sentence, owner[0])
        governor = sentence.head(above)
        return subjects(sentence, governor, depth + 1) if governor.pos in ("VERB", "AUX") else []
    return []


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

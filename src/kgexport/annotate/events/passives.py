"""Tells which verbs stand in the passive, also where English leaves "was" out; knows grammar, no event type."""

from __future__ import annotations

from kgexport.annotate.entities.concrete import is_person_noun
from kgexport.annotate.events.clause_joints import is_span
from kgexport.annotate.events.lexicon import lexicon
from kgexport.model import BlockKind, Sentence, Token

_HARMING = {
    "injury",
    "killing",
    "destruction",
    "arrest",
    "evacuation",
    "rescue",
    "hospitalization",
    "treatment",
    "imprisonment",
}
_CAUSING = {"have", "get", "see", "want", "need", "find", "watch"}
"""Verbs before somebody or something and what is done to it: "had the house searched"."""
_ORDERING = {"order", "want", "declare", "pronounce"}
"""Verbs before whom and what is to be done to them: "ordered him removed"."""
_NAMING = {"name", "appoint", "elect", "crown", "designate", "install", "select", "choose", "make", "hire"}
_PUNISHED = ("fined", "jailed", "imprisoned", "banned", "suspended", "sentenced")
_MISSED = {"game", "match", "race", "round"}
_DEEPEST = 12


def is_passive(sentence: Sentence, verb: Token, depth: int = 0) -> bool:
    """Whether a verb stands in the passive; reduced relatives ("weapons seized from them") and second verbs do too."""
    children = sentence.children(verb)
    if any(child.dep in ("auxpass", "nsubjpass") for child in children):
        return True
    if verb.dep == "conj" and verb.tag in ("VBN", "VBD") and any(child.dep == "agent" for child in children):
        return True  # "was built in 1958 and bought by X"
    if (
        verb.tag in ("VBN", "VBD")
        and verb.dep == "conj"
        and depth < _DEEPEST
        and verb.text.lower().endswith("ed")
        and any(child.dep == "nsubj" for child in children)
        and not any(child.dep in ("aux", "dobj", "ccomp", "xcomp", "prt") for child in children)
    ):
        return is_passive(sentence, sentence.head(verb), depth + 1)
    if is_elided_passive(sentence, verb):
        return True
    if any(rule(sentence, verb) for rule in (is_reduced, is_caused, is_ordered, is_named, is_laid_on)):
        return True
    if verb.tag != "VBN" or any(child.dep in ("aux", "nsubj") for child in children):
        return False
    if verb.dep == "conj" and depth < _DEEPEST:
        return is_passive(sentence, sentence.head(verb), depth + 1)
    return verb.dep in ("acl", "relcl", "advcl") and not any(child.dep in ("dobj",) for child in children)


def is_reduced(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb behind its noun is a passive: "an alliance sacked by the king"."""
    following = sentence.tokens[verb.i + 1].text.lower() if verb.i + 1 < len(sentence.tokens) else ""
    own = sentence.children(verb, "nsubj", "nsubjpass", "dobj", "aux", "xcomp", "ccomp", "prt")
    return following == "by" and verb.dep == "acl" and verb.tag in ("VBN", "VBD") and not own


def is_caused(sentence: Sentence, verb: Token) -> bool:
    """Whether a participle says what is done to what stands before it: "had three rebels shot", "got it cancelled"."""
    above = sentence.head(verb)
    own = sentence.children(verb, "nsubj", "nsubjpass")
    clause = verb.dep in ("ccomp", "xcomp", "oprd") and above.lemma in _CAUSING and len(own) == 1
    if not clause or verb.tag not in ("VBN", "VBD") or sentence.children(verb, "aux", "dobj", "mark"):
        return False
    between = sentence.tokens[above.i + 1 : min(t.i for t in sentence.subtree(own[0]))]
    finite = verb.tag == "VBD" and above.lemma not in ("have", "get")  # "saw police arrested him"
    return above.i < own[0].i < verb.i and all(t.dep == "punct" or t.pos == "ADV" for t in between) and not finite


def is_ordered(sentence: Sentence, verb: Token) -> bool:
    """Whether a participle says what is to be done to the object before it: "ordered him removed from office"."""
    above = sentence.head(verb)
    if verb.tag not in ("VBN", "VBD") or verb.dep not in ("xcomp", "ccomp", "oprd") or above.lemma not in _ORDERING:
        return False
    own = [t for t in (*sentence.children(above, "dobj"), *sentence.children(verb, "nsubj")) if t.i == verb.i - 1]
    return len(own) == 1 and above.i < own[0].i and not sentence.children(verb, "aux", "auxpass", "dobj", "mark")


def is_named(sentence: Sentence, verb: Token) -> bool:
    """Whether a headline says who became what: "Ann Lee named coach of Rovers"; not "Rovers named the coach"."""
    if sentence.block is not BlockKind.HEADLINE or verb.lemma not in _NAMING or verb.tag not in ("VBN", "VBD"):
        return False
    if not sentence.children(verb, "nsubj") or sentence.children(verb, "aux", "dative"):
        return False
    return any(
        _is_office(what) and not sentence.children(what, "det", "appos")
        for what in sentence.children(verb, "dobj", "oprd", "attr")
    )


def is_laid_on(sentence: Sentence, verb: Token) -> bool:
    """Whether a headline says what somebody gets for a deed: "Acme fined 5 million euros", "Banker jailed 10 years"."""
    if sentence.block is not BlockKind.HEADLINE or not verb.text.lower().startswith(_PUNISHED):
        return False
    if verb.tag not in ("VBN", "VBD") or sentence.children(verb, "aux", "dative", "nsubjpass"):
        return False
    fined = verb.text.lower() == "fined"
    return any(
        (is_span(what) or what.lemma.lower() in _MISSED or (fined and not is_person_noun(what.lemma.lower())))
        and (what.pos == "SYM" or sentence.children(what, "nummod"))
        for what in sentence.children(verb, "dobj")
    )


def _is_office(noun: Token) -> bool:
    plain = noun.lemma.lower()
    return is_person_noun(plain) or "office" in lexicon().classes_of.get(plain, ())


def is_elided_passive(sentence: Sentence, verb: Token) -> bool:
    """In "five people were killed, 20 others injured" the second verb, which shares the "were" of the first."""
    if not verb.text.lower().endswith("ed") or sentence.children(verb, "aux", "auxpass", "xcomp", "prt"):
        return False
    if not all(_is_next_passive(sentence, verb, phrase) for phrase in sentence.children(verb, "dobj")):
        return False
    if _HARMING.isdisjoint(pattern.type for pattern in lexicon().verbs.get(verb.lemma.lower(), ())):
        return False
    own = sentence.children(verb, "nsubj")
    counted_ones = [t for t in own if t.pos == "NUM" or (t.tag == "NNS" and sentence.children(t, "nummod"))]
    before = [t for t in sentence.children(verb, "ccomp") if t.i < verb.i and sentence.children(t, "auxpass")]
    if verb.dep in ("advcl", "conj") and verb.head < verb.i and sentence.children(sentence.head(verb), "auxpass"):
        before.append(sentence.head(verb))
    return bool(counted_ones and before)


def _is_next_passive(sentence: Sentence, verb: Token, phrase: Token) -> bool:
    """Whether what looks like an object is the subject of a third verb: "two killed, five injured and homes burned"."""
    joined = any(verb.i < cc.i < phrase.i for cc in sentence.children(verb, "cc"))
    return joined and any(clause.tag == "VBN" for clause in sentence.children(phrase, "acl"))


def is_headline_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether a headline's verb may be a passive without "be": "Two men arrested in Leeds"."""
    return (
        sentence.block is BlockKind.HEADLINE
        and verb.tag in ("VBN", "VBD")
        and verb.text.lower().endswith(("ed", "wn", "en", "ot", "ld", "ught", "set", "found"))
        and not sentence.children(verb, "dobj", "aux", "auxpass", "xcomp", "prt")
        and not any(clause.i > verb.i for clause in sentence.children(verb, "ccomp"))
        and bool(
            sentence.children(verb, "prep", "agent", "npadvmod", "advmod", "advcl")
            or any(word.pos == "ADJ" for word in sentence.children(verb, "oprd", "acomp"))  # "Nurse found guilty"
            or verb.i == len(sentence.tokens) - 1
        )
    )

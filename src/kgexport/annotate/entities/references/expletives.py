"""Tells "it" that stands for nothing ("it rains", "it is clear that") from "it" that refers; knows no entity.

After the patterns of Lappin and Leass (1994): predicates of time and weather, adjectives with a clause, verbs of
seeming, passives of saying.
"""

from __future__ import annotations

from kgexport.annotate.entities.references.grammar import is_verb
from kgexport.annotate.entities.references.phrases import forms_of_noun
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.model import Sentence, Token

_CLAUSES = ("ccomp", "xcomp", "csubj", "advcl", "relcl", "acl")


def is_expletive(sentence: Sentence, it: Token) -> bool:
    """Whether this "it" has no antecedent by its construction."""
    verb = sentence.head(it)
    if it.dep == "expl":
        return True
    if it.dep in ("nsubj", "nsubjpass") and is_verb(verb):
        return _empty_subject(sentence, verb, it)
    following = sentence.tokens[it.i + 1] if it.i + 1 < len(sentence.tokens) else it
    # "make it clear that", "find it hard to", "take it or leave it"
    judged = following.pos == "ADJ" and not (following.dep == "amod" and following.head > following.i)  # "it last year"
    judged = judged or (it.dep == "dobj" and reference_words().has("said_of_clauses", verb.lemma.lower()))
    return judged or (verb.lemma == "take" and it.dep == "dobj" and following.form in ("or", "easy"))


def _empty_subject(sentence: Sentence, verb: Token, it: Token) -> bool:
    words, children = reference_words(), sentence.children(verb)
    lemma = verb.lemma.lower()
    clause = any(c.dep in _CLAUSES for c in children)
    if words.has("weather_verbs", lemma):
        return True
    if words.has("seeming_verbs", lemma):
        return clause or any(c.dep in ("prt", "acomp", "oprd", "prep") for c in children)
    if it.dep == "nsubjpass":
        return words.has("telling_verbs", lemma) and clause
    if lemma == "take":
        return clause or any(c.tag in ("WP", "WDT") for c in children)
    if lemma == "be":
        return _empty_predicate(sentence, verb, it)
    if lemma == "come":
        return sentence.tokens[it.i - 1].form.lower() == "when" if it.i else False
    return False


def _empty_predicate(sentence: Sentence, verb: Token, it: Token) -> bool:
    """ "it is clear that", "it was Smith who", "it is time", "it is not known why"."""
    words = reference_words()
    for child in sentence.children(verb):
        if child.dep == "attr" and forms_of_noun(child)[1] == "person":
            return True  # "it's a man"
        if child.dep in ("acomp", "attr", "prep", "advmod") and child.i > it.i:
            if words.has("neutral_predicates", child.lemma.lower()):
                return True
            if any(c.dep in (*_CLAUSES, "prep") and c.form.lower() != "of" for c in sentence.children(child)):
                return child.dep != "prep"
        if child.dep in ("ccomp", "xcomp", "csubj", "relcl") and child.i > verb.i:
            return True
    return False

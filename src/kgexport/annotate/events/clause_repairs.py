"""Finds what parsers tear apart in a clause, and who acts where "it" says nothing; knows grammar, no event type."""

from __future__ import annotations

from kgexport.model import Sentence, Token

_JUDGING = {"important", "vital", "crucial", "essential", "necessary", "possible", "impossible", "hard", "difficult"}
_JUDGING |= {"easy", "useful", "time", "right", "wrong", "good", "better", "best", "dangerous", "unacceptable"}
"""What is said of an act that nobody is named for: "it is vital to"."""


def torn_relative(sentence: Sentence, verb: Token) -> Token | None:
    """The relative clause whose object was taken for a second subject: "the storm that killed six people moved"."""
    own = sentence.children(verb, "nsubj", "nsubjpass")
    if len(own) < 2:
        return None
    after = min(token.i for token in sentence.subtree(own[-1])) - 1
    for clause in sentence.children(own[0], "relcl"):
        last = max(token.i for token in sentence.subtree(clause))
        if last == after and clause.i == last and not sentence.children(clause, "dobj"):
            return clause
    return None


def torn_clause(sentence: Sentence, verb: Token) -> Token | None:
    """The relative clause whose object became the only subject: "left homeless by a storm that killed ten cried"."""
    own = sentence.children(verb, "nsubj")
    if verb.dep != "ccomp" or len(own) != 1 or own[0].i > verb.i or sentence.children(verb, "mark"):
        return None
    before = min(token.i for token in sentence.subtree(own[0])) - 1
    before -= before > 0 and sentence.tokens[before].pos in ("ADV", "ADP") and before > verb.head
    clause = sentence.tokens[max(before, 0)]
    told = clause.dep == "relcl" and not sentence.children(clause, "dobj", "prep", "advmod", "ccomp", "xcomp")
    inside = verb.head < clause.i and any(t.tag in ("WDT", "WP") for t in sentence.children(clause, "nsubj"))
    return clause if told and inside and clause.tag in ("VBD", "VBZ", "VBP") else None


def impersonal(sentence: Sentence, head: Token) -> list[Token] | None:
    """Who does what "it" stands for: Peru in "it is in Peru's interest to"; nobody in "it is vital to"; else None."""
    be = head if head.lemma == "be" else sentence.head(head)
    if be.lemma != "be" or not any(t.text.lower() == "it" for t in sentence.children(be, "nsubj", "expl")):
        return None
    for preposition in sentence.children(be, "prep"):
        for noun in sentence.children(preposition, "pobj"):
            if preposition.lemma.lower() == "in" and noun.lemma.lower() == "interest":
                return sentence.children(noun, "poss")
    judged = sentence.children(be, "acomp", "attr")
    return [] if any(t.lemma.lower() in _JUDGING for t in judged) else None

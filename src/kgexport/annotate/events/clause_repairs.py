"""Finds what parsers tear apart in a clause, and who acts where "it" says nothing; knows grammar, no event type."""

from __future__ import annotations

import re

from kgexport.annotate.events.lexicon import lexicon
from kgexport.model import BlockKind, Sentence, Token

_JUDGING = {"important", "vital", "crucial", "essential", "necessary", "possible", "impossible", "hard", "difficult"}
_JUDGING |= {"easy", "useful", "time", "right", "wrong", "good", "better", "best", "dangerous", "unacceptable"}
"""What is said of an act that nobody is named for: "it is vital to"."""
_UTTERED = {"announcement", "statement", "appeal", "condemnation", "warning", "demand"}
_PAIRED = {"country", "nation", "side", "state", "leader", "party", "neighbor", "neighbour", "company", "team"}
_ORDINALS = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "youngest"}
_ORDINAL = re.compile(r"[0-9]{1,4}(st|nd|rd|th)")
_WIDEST = 8


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


def following_subject(sentence: Sentence, preposition: Token) -> Token | None:
    """Who follows behind the comma: the defendant in "heard how after killing his wife, the defendant fled"."""
    above = sentence.head(preposition)
    if min(sentence.subtree(above), key=lambda t: t.i).text.lower() not in ("how", "that"):
        return None
    last = max(token.i for token in sentence.subtree(preposition))
    if above.i > preposition.i or last + 1 >= len(sentence.tokens) or sentence.tokens[last + 1].text != ",":
        return None
    for token in sentence.tokens[last + 2 : last + 2 + _WIDEST]:
        verb = sentence.head(token)
        if token.dep in ("nsubj", "nsubjpass") and verb.i > token.i:
            begins = min(t.i for t in sentence.subtree(token)) == last + 2
            return token if begins and above.i != verb.i and _is_above(sentence, verb, above) else None
    return None


def _is_above(sentence: Sentence, verb: Token, word: Token) -> bool:
    return any(other.i == verb.i for other in sentence.ancestors(word))


def is_utterance(noun: Token) -> bool:
    """Whether a noun stands for words that somebody says: "speech", "statement"."""
    return any(pattern.type in _UTTERED for pattern in lexicon().nouns.get(noun.lemma.lower(), ()))


def is_pair(sentence: Sentence, noun: Token) -> bool:
    """Whether a phrase only goes back to two who are named: "the two countries", "both sides"."""
    before = {t.text.lower() for t in sentence.children(noun, "det", "predet", "nummod")}
    return noun.lemma.lower() in _PAIRED and noun.tag == "NNS" and bool(before & {"two", "both"})


def torn_subject(sentence: Sentence, verb: Token) -> Token | None:
    """The subject that a phrase in front has swallowed: "After a year in office, Karl Holm lost his seat"."""
    if verb.tag not in ("VBD", "VBZ") or verb.i == 0 or verb.dep not in ("ROOT", "ccomp"):
        return None
    last = sentence.tokens[verb.i - 1]
    if last.pos not in ("NOUN", "PROPN") or last.dep != "pobj":
        return None
    inner = [t for t in sentence.children(last) if t.i < last.i]
    commas = [t.i for t in inner if t.text == ","]
    behind = [t for t in inner if commas and t.i > commas[-1]]
    return last if commas and all(t.dep in ("amod", "compound", "det", "nummod", "poss") for t in behind) else None


def listed_subjects(sentence: Sentence, own: list[Token]) -> bool:
    """Whether a headline joins two subjects by a comma: "Austria, Malta agree on a treaty"."""
    if sentence.block is not BlockKind.HEADLINE or len(own) != 2:
        return False
    first = min(t.i for t in sentence.subtree(own[1]))
    return all(t.pos == "PROPN" for t in own) and sentence.tokens[first - 1].text == ","


def bare_subject(sentence: Sentence, verb: Token) -> Token | None:
    """The subject that became a part of the verb in a headline: "Acme unveils", read as one name."""
    if verb.tag not in ("VBZ", "VBD", "VBP") or sentence.block is not BlockKind.HEADLINE or verb.i == 0:
        return None
    before = sentence.tokens[verb.i - 1]
    torn = before.head == verb.i and before.dep in ("compound", "nmod", "npadvmod", "dep", "amod")
    return before if torn and before.pos == "PROPN" and before.label not in ("DATE", "TIME") else None


def titled_subject(sentence: Sentence, subject: Token) -> list[Token]:
    """Who stands behind a participle that was taken for the subject: "Disgraced banker Karl Holm was jailed"."""
    if subject.tag not in ("VBN", "VBD") or sentence.children(subject, "aux", "auxpass", "nsubj"):
        return []
    named = [t for t in sentence.children(subject, "dobj", "advmod", "npadvmod", "oprd") if t.i > subject.i]
    first = min((t.i for t in sentence.subtree(named[0])), default=0) if named else 0
    return named[:1] if first == subject.i + 1 and named[0].pos == "PROPN" else []


def telling_again(sentence: Sentence, verb: Token) -> Token | None:
    """The verb of telling that another goes on from, of which the parser made a part of what is told.

    "They claimed Ann Lee had left and claim that she lied": not she says so.
    """
    clause = sentence.head(verb)
    outer = sentence.head(clause)
    again = verb.dep == "conj" and clause.dep == "ccomp" and outer.i < clause.i < verb.i
    same = verb.lemma == outer.lemma != clause.lemma and bool(sentence.children(verb, "ccomp"))
    return outer if again and same else None


def outer_subject(sentence: Sentence, verb: Token, noun: Token) -> Token | None:
    """Whom a finite verb belongs to that was hung on the last noun: "floods caused by rain killed six people"."""
    finite = verb.dep == "acl" and verb.tag in ("VBN", "VBD") and bool(sentence.children(verb, "dobj"))
    by = sentence.head(noun)
    if not finite or noun.dep != "pobj" or by.dep != "agent" or noun.i > verb.i:
        return None
    participle = sentence.head(by)
    outer = sentence.head(participle)
    return outer if participle.dep == "acl" and outer.i < participle.i and outer.pos in ("NOUN", "PROPN") else None


def is_one_of_several(sentence: Sentence, noun: Token) -> bool:
    """In "the first rookie to win", "the 12th actor to play the part" it took place."""
    return any(
        child.lemma.lower() in ("only", "last", "latest", "late")
        or child.text.lower() in _ORDINALS
        or _ORDINAL.fullmatch(child.text.lower())
        for child in sentence.children(noun, "amod", "advmod", "nummod", "compound")
    )


def feats(sentence: Sentence, noun: Token) -> list[Token]:
    """What somebody did who is one of few: the winning of "the first club to win the cup"."""
    if not is_one_of_several(sentence, noun):
        return []
    clauses = sentence.children(noun, "acl", "relcl")
    return [t for t in clauses if t.tag in ("VB", "VBN") and any(c.tag == "TO" for c in sentence.children(t, "aux"))]


def told_first(sentence: Sentence, verb: Token) -> Token | None:
    """Who did it in "it is the first time a firm, not a state, has sent somebody", where the clause was torn off."""
    above = sentence.head(verb)
    if verb.dep != "conj" or above.lemma != "be" or not any(t.lemma == "have" for t in sentence.children(verb, "aux")):
        return None
    times = [t for t in sentence.children(above, "attr") if t.lemma == "time" and is_one_of_several(sentence, t)]
    return next((t for time in times for t in sentence.children(time, "appos") if t.i < verb.i), None)

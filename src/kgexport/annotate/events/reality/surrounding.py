"""Says whether a happening stands around a condition, or within what somebody is accused of; knows grammar only."""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.model import Sentence, Token

_HIGHEST = 8
_SAYING = {"say", "report", "state", "announce", "tell"}
_AT_FIRST = {"initially", "originally"}
_CLAIMING = ("claim", "allege")
_INSERTED = {",", "of", "course", "perhaps", "maybe", "that"}
"""What may stand between a conjunction and its clause."""
ALLEGEDLY = frozenset(("allegedly", "reportedly", "purportedly", "supposedly"))
"""Adverbs that leave open whether it is so."""
_ABLE = {"can", "could", "may", "ca"}


def in_condition(sentence: Sentence, token: Token) -> Iterator[tuple[str, Token]]:
    """Whether a clause with "if" or "unless" is around, or says when; what a relative clause adds is no part of it."""
    modal = {t.text.lower() for t in sentence.children(token, "aux")} & {"will", "wo", "would", "'ll", "’ll"}
    for clause in sentence.children(token, "advcl") if modal else ():
        if any(mark.lemma.lower() in ("if", "unless") for mark in sentence.children(clause, "mark")):
            yield "conditional", clause
            return
    beside = sentence.children(token, "advcl", "ccomp") if modal or _has_would(sentence, token) else ()
    for clause in (token, *beside):
        before = clause.dep == "advcl" or (clause.dep == "ccomp" and clause.i < clause.head)
        if before and _is_inverted(sentence, clause):
            yield "conditional", clause
            return
    inner = token
    for _ in range(_HIGHEST):
        if _is_torn_condition(sentence, token, inner):
            yield "conditional", token
            return
        if token.head == token.i or token.dep == "relcl":
            return
        token = sentence.head(token)
        if token.dep == "advcl" and any(
            mark.lemma.lower() in ("if", "unless") for mark in sentence.children(token, "mark")
        ):
            yield "conditional", token
            return


def _is_torn_condition(sentence: Sentence, verb: Token, inner: Token) -> bool:
    """Whether "unless" or "in case" stands before a subject, which the parser did not see: "unless, of course, he"."""
    subjects = [t for t in sentence.children(verb, "nsubj", "nsubjpass") if t.i < min(verb.i, inner.i)]
    if not subjects:
        return False
    at = min(t.i for t in (subjects[0], *sentence.children(subjects[0]))) - 1
    while at >= 0 and sentence.tokens[at].text.lower() in _INSERTED:
        at -= 1
    before = [t.text.lower() for t in sentence.tokens[max(0, at - 1) : at + 1]]
    return before[-1:] == ["unless"] or before == ["in", "case"]


def in_allegation(sentence: Sentence, token: Token) -> Iterator[tuple[str, Token]]:
    """Whether what somebody is accused of is around: "accused of using a gun that was smuggled in"; or claims."""
    if _in_claim(sentence, token) or _is_headed(sentence, token) or _was_first_said(sentence, token):
        yield "alleged", token
        return
    for above in sentence.ancestors(token)[:_HIGHEST]:
        preposition = sentence.head(above)
        if (
            above.dep == "pcomp"
            and preposition.lemma == "of"
            and sentence.head(preposition).lemma in ("accuse", "suspect")
        ):
            yield "alleged", above
            return


def _was_first_said(sentence: Sentence, verb: Token) -> bool:
    """Whether it was only said at first, and so was not so: "officials initially said 36 people had died"."""
    above = sentence.head(verb)
    said = verb.dep == "ccomp" and above.lemma in _SAYING
    return said and any(t.text.lower() in _AT_FIRST for t in sentence.children(above, "advmod"))


def _is_headed(sentence: Sentence, token: Token) -> bool:
    """Whether "allegedly" before several clauses holds for all: "Allegedly, he stole it and she drove"."""
    verb = token
    for _ in range(_HIGHEST):
        if verb.dep != "conj" or verb.head == verb.i:
            break
        verb = sentence.head(verb)
    own = sentence.children(token, "nsubj", "nsubjpass", "aux", "auxpass")
    for adverb in sentence.children(verb, "advmod") if verb is not token else ():
        if adverb.text.lower() in ALLEGEDLY:
            subjects = sentence.children(verb, "nsubj", "nsubjpass")
            return not own or all(adverb.i < subject.i for subject in subjects)
    return False


def in_offer(sentence: Sentence, token: Token) -> Iterator[tuple[str, Token]]:
    """Whether the reader is told what he may do: "you can ask for the score of the last game"."""
    for verb in (token, *sentence.ancestors(token)[:_HIGHEST]):
        able = any(t.text.lower() in _ABLE for t in sentence.children(verb, "aux"))
        if able and any(t.text.lower() == "you" for t in sentence.children(verb, "nsubj", "nsubjpass")):
            yield "generic", verb
            return


def _in_claim(sentence: Sentence, token: Token) -> bool:
    """Whether it is told of the circumstances of what somebody claims: "claimed he acted when she attacked him"."""
    if token.dep != "advcl" or any(t.tag == "TO" for t in sentence.children(token, "aux")):
        return False
    for _ in range(_HIGHEST):
        if token.head == token.i or token.dep not in ("advcl", "conj", "ccomp", "xcomp"):
            return False
        above = sentence.head(token)
        if token.dep == "ccomp" and above.lemma in _CLAIMING and token.i > above.i:
            return True
        token = above
    return False


def _has_would(sentence: Sentence, verb: Token) -> bool:
    return any(t.text.lower() in ("would", "'d", "’d", "could", "might") for t in sentence.children(verb, "aux"))


def _is_inverted(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause is a condition without a conjunction: "Had he signed", "Were it to fail"."""
    helpers = [t for t in sentence.children(clause, "aux", "auxpass") if t.text.lower() in ("had", "were", "should")]
    subjects = sentence.children(clause, "nsubj", "nsubjpass")
    return bool(helpers and subjects) and helpers[0].i < subjects[0].i

"""Finds the clauses that a phrase in front of the sentence is told of too: "In X, two died and three were hurt".

Only of what is told as part of the same: a clause that names a place or a time of its own keeps it. Knows no roles.
"""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.sameness.identity import identity
from kgexport.model import Sentence, Token

_PAST = ("VBD", "VBN")
_HAPPENING = {"disaster", "accident"}
_OWN = ("GPE", "LOC", "FAC", "DATE", "TIME")


def is_led(sentence: Sentence, draft: Draft, verb: Token, drafts: list[Draft]) -> bool:
    """Whether what is said in front of a verb holds for an event of another clause: joined, behind "with", "who"."""
    own = draft.trigger.governed
    found = (
        _is_with(sentence, own, verb)
        or _is_second(sentence, own, verb, draft)
        or _is_of_harmed(sentence, own, verb, drafts)
    )
    return found and not any(t.label in _OWN for t in sentence.subtree(own))


def _is_with(sentence: Sentence, own: Token, verb: Token) -> bool:
    """A clause behind "with": "53 people were moved, with twelve being resettled"."""
    if own.tag not in ("VBG", "VBN"):
        return False
    if own.dep == "advcl" and own.head == verb.i:
        return any(t.lemma.lower() == "with" for t in sentence.children(own, "mark", "prep"))
    # parsers hang the clause on "with" or on its subject
    inside = sentence.head(own)
    preposition = inside if own.dep == "pcomp" else sentence.head(inside)
    led = own.dep == "pcomp" or (own.dep == "acl" and inside.dep == "pobj")
    return led and preposition.lemma.lower() == "with" and preposition.head == verb.i and preposition.i > verb.i


def _is_second(sentence: Sentence, own: Token, verb: Token, draft: Draft) -> bool:
    """A joined clause of harm or help with its own subject: "two were killed and three were wounded"."""
    if own.dep != "conj" or own.head != verb.i or own.tag not in _PAST or verb.tag not in _PAST:
        return False
    if any(t.lemma.lower() not in ("and", ";") for t in sentence.children(verb, "cc") if t.i > verb.i):
        return False
    return identity().is_of("harm", draft.type) or group_of(draft.type) in _HAPPENING


def _is_of_harmed(sentence: Sentence, own: Token, verb: Token, drafts: list[Draft]) -> bool:
    """What became of those whom a disaster met: "landslides trapped villagers who had to be rescued"."""
    due = own.dep == "xcomp" and sentence.head(own).lemma in ("have", "need")
    clause = sentence.head(own) if due else own
    if clause.dep != "relcl" or clause.tag not in _PAST or _is_before(sentence, clause):
        return False
    noun = sentence.head(clause)
    near = noun.dep in ("dobj", "nsubj", "nsubjpass") and noun.head == verb.i
    return near and (due or any(_is_cause(sentence, d, verb) for d in drafts))


def _is_before(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause tells of what had been before: "who had fled from prison"."""
    return any(t.text.lower() == "had" for t in sentence.children(clause, "aux"))


def _is_cause(sentence: Sentence, draft: Draft, verb: Token) -> bool:
    head = draft.trigger.head
    subject = head.head == verb.i and head.dep == "nsubj"
    return subject and not draft.trigger.pattern.verb and group_of(draft.type) in _HAPPENING

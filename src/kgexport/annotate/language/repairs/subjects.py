"""Gives verbs back the subject that acts, where grammar leaves no choice; knows no event type and no parser.

"Acme courted the smaller Bolt saying that they fit": who courts says it. "Officials first said that nine had died, but
later revised the number": who says revises. "A period that began before he left and continued": what begins continues.
"Razed by a storm as people who fled protested": the people protest.
"""

from __future__ import annotations

import dataclasses

from kgexport.annotate.language.trees import attach
from kgexport.model import Token

_SAYING = frozenset("argue say claim insist warn add contend assert maintain note stress explain suggest".split())
_PERCEIVING = frozenset(
    "see hear watch film show find catch quote cite depict portray picture imagine remember recall describe have keep "
    "leave get mean involve include report spot notice observe record stop prevent risk hate mind say think".split()
)
"""Verbs whose object does what the participle behind it says: "heard the minister saying"."""
_FIRST = frozenset({"initially", "first", "originally", "earlier", "previously"})
_LATER = frozenset({"later", "then", "subsequently", "afterwards", "now", "since"})
_TAKING_BACK = frozenset("revise retract recant backtrack".split())
_KEEPING = frozenset({"decline", "refuse"})
_TELLING = frozenset("comment elaborate give provide say specify identify name discuss disclose reveal answer".split())
_PERSONAL = frozenset({"he", "she", "they", "who"})
_BEGINNING = frozenset({"begin", "start", "commence"})
_GOING_ON = frozenset({"continue", "last", "end", "finish", "persist"})
_SUBJECT = ("nsubj", "nsubjpass")
_WIDEST = 40


def with_subjects(tokens: list[Token]) -> None:
    """Mend in place who does what the verbs tell."""
    for token in list(tokens):
        if token.tag == "VBG" and token.lemma.lower() in _SAYING:
            _say_with_subject(tokens, token.i)
        elif token.dep == "conj" and token.pos == "VERB":
            _revise(tokens, token.i)
            _go_on(tokens, token.i)
        elif token.dep in ("acl", "advcl") and token.tag in ("VBN", "VBD"):
            _act_meanwhile(tokens, token.i)
            _act_before(tokens, token.i)
        elif token.dep == "ccomp" and token.tag == "VBN":
            _be_ordered(tokens, token.i)


def _children(tokens: list[Token], at: int, *deps: str) -> list[Token]:
    near = tokens[max(0, at - _WIDEST) : at + _WIDEST]
    return [t for t in near if t.head == at and t.i != at and (not deps or t.dep in deps)]


def _say_with_subject(tokens: list[Token], at: int) -> None:
    """Give "saying that" behind a name that somebody does something to, to who does it."""
    name = tokens[at - 1] if at else None
    clauses = _children(tokens, at, "ccomp")
    if name is None or name.pos != "PROPN" or not clauses or _children(tokens, at, "aux"):
        return
    if tokens[at].dep == "acl" and tokens[at].head == name.i and name.dep == "dobj":
        verb = tokens[name.head]
    elif tokens[at].dep == "ccomp" and name.head == at and name.dep == "nsubj":
        verb = tokens[tokens[at].head]
    else:
        return
    between = tokens[verb.i + 1 : name.i]
    if verb.pos != "VERB" or verb.lemma.lower() in _PERCEIVING or any(t.dep == "punct" for t in between):
        return
    if verb.i < name.i and verb.tag in ("VBD", "VBZ", "VBP", "VBN") and _children(tokens, verb.i, *_SUBJECT):
        attach(tokens, name.i, verb.i, "dobj")
        attach(tokens, at, verb.i, "advcl")


def _revise(tokens: list[Token], at: int) -> None:
    """Join what a speaker did later to the saying: "first said that nine died, but later revised the number"."""
    inner = tokens[tokens[at].head]
    outer = tokens[inner.head]
    if inner.dep != "ccomp" or outer.tag != "VBD" or not outer.i < inner.i < at:
        return
    foreseen = inner.tag == "VB" and any(t.tag == "MD" for t in _children(tokens, inner.i, "aux"))
    if tokens[at].tag not in (("VBD", "VBN") if foreseen else ("VBD",)):
        return
    if _children(tokens, at, *_SUBJECT, "aux", "auxpass") or not _children(tokens, outer.i, "nsubj"):
        return
    first = {t.text.lower() for t in _children(tokens, outer.i, "advmod")} & _FIRST
    later = {t.text.lower() for t in tokens[max(inner.i + 1, at - 2) : at]} & _LATER
    taken_back = tokens[at].lemma.lower() in _TAKING_BACK or _tells_no_more(tokens, at, inner.i)
    if (first and later) or taken_back or foreseen:  # "said it would close and named a successor"
        tokens[at] = dataclasses.replace(tokens[at], tag="VBD")
        _join(tokens, at, inner.i, outer.i)


def _tells_no_more(tokens: list[Token], at: int, inner: int) -> bool:
    """Whether only who speaks can decline: "said the bridge was safe but declined to give details"."""
    about = _children(tokens, inner, *_SUBJECT)
    if tokens[at].lemma.lower() not in _KEEPING or any(
        t.label == "PERSON" or t.text.lower() in _PERSONAL for t in about
    ):
        return False
    return any(t.lemma.lower() in _TELLING for t in _children(tokens, at, "xcomp"))


def _go_on(tokens: list[Token], at: int) -> None:
    """Join what lasts to what began: "starting before the storm struck and continued during the spring"."""
    inner = tokens[tokens[at].head]
    outer = tokens[inner.head]
    marks = {t.text.lower() for t in _children(tokens, inner.i, "mark", "advmod")}
    if inner.dep != "advcl" or not marks & {"before", "after", "when", "until", "as"} or not outer.i < inner.i < at:
        return
    if tokens[at].lemma.lower() not in _GOING_ON or outer.lemma.lower() not in _BEGINNING:
        return
    if not _children(tokens, at, *_SUBJECT, "aux", "dobj"):
        _join(tokens, at, inner.i, outer.i)


def _join(tokens: list[Token], at: int, inner: int, outer: int) -> None:
    """Make a verb the second of the outer clause, with the "and" or "but" and the comma before it."""
    for part in _children(tokens, inner, "cc", "punct"):
        if inner < part.i < at:
            attach(tokens, part.i, outer, part.dep)
    attach(tokens, at, outer, "conj")


def _be_ordered(tokens: list[Token], at: int) -> None:
    """Make who is removed the object of the order, as parsers mostly do: "ordered her removed"."""
    verb = tokens[tokens[at].head]
    subjects = _children(tokens, at, "nsubj")
    if verb.lemma.lower() != "order" or verb.i > at or len(subjects) != 1 or subjects[0].i != at - 1:
        return
    if not _children(tokens, at, "aux", "auxpass", "mark", "dobj") and not _children(tokens, verb.i, "dobj"):
        attach(tokens, at - 1, verb.i, "dobj")
        attach(tokens, at, verb.i, "xcomp")


def _act_meanwhile(tokens: list[Token], at: int) -> None:
    """Read "as people who lost homes protested" as a clause of its own, not as what is done to the noun before."""
    noun = tokens[tokens[at].head]
    between = tokens[max(noun.i + 1, at - _WIDEST) : at]
    whiles = [t for t in between if t.dep == "prep" and t.text.lower() in ("as", "while")]
    if len(whiles) != 1 or _children(tokens, at, "agent", "aux", "auxpass", "dobj"):
        return
    people = _children(tokens, whiles[0].i, "pobj")
    told = [t for p in people for t in _children(tokens, p.i, "relcl") if p.i < t.i < at]
    above = _verb_above(tokens, noun.i)
    if len(people) == 1 and told and above is not None:
        tokens[at] = dataclasses.replace(tokens[at], tag="VBD", pos="VERB")
        attach(tokens, at, above, "advcl")
        attach(tokens, people[0].i, at, "nsubj")
        attach(tokens, whiles[0].i, at, "mark")


def _act_before(tokens: list[Token], at: int) -> None:
    """Read "Ann Lee disposed of it, then planned" as two acts of hers: no name is told apart by a participle."""
    name = tokens[at - 1] if at else None
    if name is None or tokens[at].head != name.i or name.pos != "PROPN" or name.dep != "nsubj":
        return
    verb = tokens[name.head]
    if verb.tag != "VBD" or verb.i < at + 2 or _children(tokens, at, "agent", "aux"):
        return
    if tokens[verb.i - 1].text.lower() != "then" or tokens[verb.i - 2].text != ",":
        return
    tokens[at] = dataclasses.replace(tokens[at], tag="VBD", pos="VERB", head=at if verb.head == verb.i else verb.head)
    attach(tokens, at, tokens[at].head, verb.dep)
    attach(tokens, name.i, at, "nsubj")
    attach(tokens, verb.i, at, "conj")
    for mark in _children(tokens, verb.i, "punct"):
        attach(tokens, mark.i, at, "punct")


def _verb_above(tokens: list[Token], at: int) -> int | None:
    """Position of the finite verb of the sentence that a word stands in; None where there is none."""
    for _ in range(12):
        token = tokens[at]
        if token.pos == "VERB" and token.dep in ("ROOT", "ccomp"):
            return at
        if token.head == at:
            return None
        at = token.head
    return None

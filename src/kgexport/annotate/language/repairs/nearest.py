"""Hangs verbs where only one subject fits them; knows no event type and no parser.

"The man, who police say robbed two banks": he robbed. "Accused the firm of refusing to pay and threatened to sue": who
accused threatened: no finite verb is the second of a gerund. "Without striker Ann Lee, suspended last week": she is.
"""

from __future__ import annotations

import dataclasses

from kgexport.annotate.language.trees import attach
from kgexport.model import Token

_SUBJECT = ("nsubj", "nsubjpass")
_SAYING = frozenset("say believe claim think allege suspect".split())
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_WIDEST = 40


def with_nearest(tokens: list[Token]) -> None:
    """Mend in place the verbs that hang on a clause whose subject can't be theirs."""
    for token in list(tokens):
        if token.dep == "relcl" and token.lemma.lower() in _SAYING:
            _do_as_said(tokens, token.i)
        elif token.dep == "conj" and token.tag in ("VBD", "VBZ"):
            _leave_gerund(tokens, token.i)
        elif token.dep == "advcl" and token.tag == "VBN":
            _describe_name(tokens, token.i)


def _children(tokens: list[Token], at: int, *deps: str) -> list[Token]:
    near = tokens[max(0, at - _WIDEST) : at + _WIDEST]
    return [t for t in near if t.head == at and t.i != at and (not deps or t.dep in deps)]


def _do_as_said(tokens: list[Token], at: int) -> None:
    """Give "robbed" of "who police say robbed two banks" to "who", and make "police say" an aside."""
    own = [t for t in _children(tokens, at, *_SUBJECT) if t.i < at]
    inner = [t for t in _children(tokens, at, "xcomp", "ccomp") if t.i > at and t.tag in ("VBD", "VBZ", "VBN")]
    if len(own) != 2 or own[0].text.lower() not in _RELATIVE or len(inner) != 1:
        return
    bare = inner[0].tag == "VBN" and not _children(tokens, inner[0].i, "aux", "auxpass")
    if bare and _children(tokens, inner[0].i, "agent"):
        return
    if _children(tokens, inner[0].i, *_SUBJECT, "mark") or any(t.text.lower() in _RELATIVE for t in own[1:]):
        return
    tokens[inner[0].i] = dataclasses.replace(inner[0], tag="VBD") if bare else inner[0]
    attach(tokens, inner[0].i, tokens[at].head, "relcl")
    attach(tokens, own[0].i, inner[0].i, "nsubjpass" if _children(tokens, inner[0].i, "auxpass") else "nsubj")
    attach(tokens, at, inner[0].i, "parataxis")


def _leave_gerund(tokens: list[Token], at: int) -> None:
    """Join a finite verb behind a gerund to the finite verb above: "accused X of refusing to pay and threatened"."""
    gerund = tokens[tokens[at].head]
    if gerund.tag != "VBG" or gerund.dep != "pcomp" or gerund.i > at or _children(tokens, gerund.i, "aux", "auxpass"):
        return
    above = tokens[tokens[gerund.head].head]
    finite = above.tag in ("VBD", "VBZ") and above.dep in ("ROOT", "conj", "ccomp") and above.i < gerund.i
    if not finite or above.tag != tokens[at].tag or not _children(tokens, above.i, "nsubj"):
        return
    if _children(tokens, at, *_SUBJECT, "aux", "auxpass", "agent"):
        return
    if tokens[at - 1].text.lower() not in ("and", "but"):
        return
    attach(tokens, at, above.i, "conj")
    attach(tokens, at - 1, above.i, "cc")


def _describe_name(tokens: list[Token], at: int) -> None:
    """Hang a participle on the name before its comma, where the verb is only "be": "without Ann Lee, suspended"."""
    if at < 3 or tokens[at - 1].text != "," or tokens[tokens[at].head].lemma.lower() != "be":
        return
    name = tokens[at - 2]
    if name.label != "PERSON" or name.dep != "pobj" or _children(tokens, at, "aux", "auxpass", "mark", *_SUBJECT):
        return
    tokens[at] = dataclasses.replace(tokens[at], head=name.i, dep="acl")

"""Tells apart what a speaker says and the words that say so, where the parser mixed them up; knows no parser.

"…, and today the court agreed," Lee said: what stands behind a closing mark is no part of what was said before it.
"Have signed Lee, the club announced": the last words say whose claim the sentence is, and nothing of Lee.
"Said it would close a plant and cut 900 jobs": a verb that looks the same in the past goes on with what is planned.
"""

from __future__ import annotations

import dataclasses

from kgexport.annotate.language.trees import attach, below
from kgexport.model import Token

_SAYING = frozenset("say tell add write explain announce insist argue state claim report note declare warn".split())
_MARKS = frozenset(('"', "”", "“", "''", "``", "’’"))
_MODALS = frozenset("would will could may might should 'd ’d 'll ’ll".split())
_SAME = frozenset("cut put set hit let shut split quit spread shed bid hurt cast cost".split())
"""Verbs whose past is their base form."""
_HIGHEST = 12


def with_uttered(tokens: list[Token]) -> None:
    """Mend in place the verbs of saying behind a quotation, and the plans that two verbs tell."""
    marks = [t.i for t in tokens if t.text in _MARKS]
    for token in list(tokens):
        if token.dep == "ccomp" and token.lemma in _SAYING and marks:
            _part_quotation(tokens, token.i, marks)
        elif token.dep == "relcl" and token.lemma in _SAYING and token.tag == "VBD":
            _part_source(tokens, token.i)
        elif token.dep == "conj" and token.text.lower() in _SAME:
            _join_plan(tokens, token.i)


def _part_quotation(tokens: list[Token], said: int, marks: list[int]) -> None:
    """Hang the last verb of a quotation on the verb of saying behind it, not the other way round."""
    verb = tokens[said].head
    between = [mark for mark in marks if verb < mark < said]
    subjects = [t for t in tokens[verb:] if t.head == said and t.dep == "nsubj"]
    if len(between) != 1 or not subjects or any(t.i < between[0] for t in subjects):
        return
    top = verb
    for _ in range(_HIGHEST):
        if tokens[top].head == top:
            break
        top = tokens[top].head
    if tokens[top].head != top or top > between[0]:
        return
    attach(tokens, said, said, "ROOT")
    attach(tokens, top, said, "ccomp")


def _part_source(tokens: list[Token], said: int) -> None:
    """Hang the whole clause on who says so behind it: "Rovers have signed Lee, the club announced on Friday"."""
    noun = tokens[said].head
    own = [t for t in tokens[noun:] if t.head == said and t.i != said]
    subjects = [t for t in own if t.dep == "nsubj" and noun < t.i < said]
    bare = not any(t.dep in ("dobj", "ccomp", "xcomp", "mark") or t.tag in ("WDT", "WP", "WRB", "TO") for t in own)
    if len(subjects) != 1 or not bare or tokens[below(tokens, subjects[0].i)[0] - 1].text != ",":
        return
    top = next(t.i for t in tokens if t.head == t.i)
    ends = below(tokens, said)[-1] >= len(tokens) - 2
    if ends and top < noun and tokens[top].pos in ("VERB", "AUX") and tokens[top].tag not in ("VB", "VBG"):
        attach(tokens, said, said, "ROOT")
        attach(tokens, top, said, "ccomp")


def _join_plan(tokens: list[Token], at: int) -> None:
    """Join "cut" to "would close" and not to "said" in "said it would close a plant and cut 900 jobs"."""
    said = tokens[at].head
    if _is_planned(tokens, said) and said < at and not _has_own(tokens, at, said):
        tokens[at] = dataclasses.replace(tokens[at], tag="VB", pos="VERB")
        return
    if tokens[said].lemma not in _SAYING or said > at or tokens[at - 1].text.lower() not in ("and", "or", ","):
        return
    clauses = [t for t in tokens[said + 1 : at] if t.head == said and t.dep == "ccomp"]
    if not clauses or _has_own(tokens, at, said):
        return
    planned = clauses[-1]
    if _is_planned(tokens, planned.i):
        tokens[at] = dataclasses.replace(tokens[at], tag="VB", pos="VERB")
        attach(tokens, at, planned.i, "conj")
        for t in tokens[said + 1 : at]:
            if t.head == said and t.dep == "cc" and t.i == at - 1:
                attach(tokens, t.i, planned.i, "cc")


def _is_planned(tokens: list[Token], verb: int) -> bool:
    """Whether a verb has a "would" or "will"."""
    before = tokens[max(0, verb - _HIGHEST) : verb]
    return any(t.head == verb and t.dep == "aux" and t.text.lower() in _MODALS for t in before)


def _has_own(tokens: list[Token], at: int, above: int) -> bool:
    """Whether a verb has a subject or helper of its own behind the verb above it."""
    return any(t.head == at and t.dep in ("nsubj", "nsubjpass", "aux") for t in tokens[above + 1 : at])

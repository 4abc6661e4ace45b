"""Hangs a day in front on its preposition, and lets a second participle share a passive; knows no parser, no event.

"On Friday police arrested two": the police are no "Friday police". "Was tried last year and jailed": jailed by others.
"""

from __future__ import annotations

import dataclasses

from kgexport.annotate.language.trees import attach
from kgexport.model import Token

_BEFORE = {"on", "in", "during"}
_DAYS = {"DATE", "TIME"}
_LONGEST = 4
_FINITE = ("VBD", "VBZ", "VBP")
_DONE_TO = frozenset(
    "jailed sentenced charged arrested detained released freed deported extradited executed imprisoned fined convicted "
    "sacked injured wounded hospitalised hospitalized evacuated rescued abducted kidnapped".split()
)
"""What is done to somebody: nobody does it without an object."""
_OWN = ("nsubj", "nsubjpass", "aux", "auxpass", "dobj", "ccomp", "xcomp", "prt")


def with_days(tokens: list[Token]) -> None:
    """Mend in place the days in front that were taken for a part of the subject."""
    for word in [t for t in tokens if t.text.lower() in _BEFORE and t.pos == "ADP"]:
        _hang_day(tokens, word)


def _hang_day(tokens: list[Token], word: Token) -> None:
    end = word.i + 1
    while end < min(len(tokens), word.i + 1 + _LONGEST) and tokens[end].label in _DAYS:
        end += 1
    last = end - 1
    if last == word.i or end == len(tokens) or tokens[last].dep not in ("compound", "nmod"):
        return
    noun, verb = tokens[tokens[last].head], tokens[word.head]
    if noun.i < end or noun.label in _DAYS or not _is_subject(tokens, noun, word, verb):
        return
    attach(tokens, last, word.i, "pobj")
    for inner in [t for t in tokens[word.i + 1 : last] if t.head == noun.i]:
        attach(tokens, inner.i, last, inner.dep)
    if noun.dep == "pobj":
        attach(tokens, noun.i, verb.i, "nsubj")


def _is_subject(tokens: list[Token], noun: Token, word: Token, verb: Token) -> bool:
    """Whether a noun is the subject of a verb, or stands where that lacks one: "On Tuesday rebels attacked"."""
    if noun.head == verb.i:
        return noun.dep in ("nsubj", "nsubjpass")
    missing = not any(t.head == verb.i and t.dep in ("nsubj", "nsubjpass") for t in tokens[: verb.i])
    return noun.dep == "pobj" and noun.head == word.i and missing and noun.i < verb.i and verb.tag in _FINITE


def with_second_passives(tokens: list[Token]) -> None:
    """Mend in place the participle joined to a passive that was taken for a past: "was tried and, in May, jailed"."""
    for verb in [t for t in tokens if t.dep == "conj" and t.tag == "VBD" and t.text.lower() in _DONE_TO]:
        near = tokens[max(0, verb.head - _LONGEST) : verb.head]
        passive = tokens[verb.head].tag == "VBN" and any(t.dep == "auxpass" and t.head == verb.head for t in near)
        own = any(t.head == verb.i and t.dep in _OWN for t in tokens[verb.head : verb.i + 2 * _LONGEST])
        if passive and not own:
            tokens[verb.i] = dataclasses.replace(verb, tag="VBN")

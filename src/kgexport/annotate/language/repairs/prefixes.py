"""Joins the parts of a word with a hyphen that a parser reads as two: "a quasi-state of war"; knows no parser.

Printed without a space, they are one word, so the first says which the second is and has no part of its own.
"""

from __future__ import annotations

import dataclasses

from kgexport.model import Token

_PARTS = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr", "oprd", "conj", "appos"})
_FIRST, _SECOND = ("NOUN", "ADJ", "X"), "NOUN"


def with_prefixes(tokens: list[Token]) -> None:
    """Hang "quasi" and the hyphen on "state", where both have the same place in the clause."""
    for first, mark, second in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if mark.text == "-" and _is_torn(first, mark, second):
            _join(tokens, first.i, second.i)


def _is_torn(first: Token, mark: Token, second: Token) -> bool:
    close = first.span.end == mark.span.begin and mark.span.end == second.span.begin
    twins = (first.dep, first.head) == (second.dep, second.head)
    words = first.pos in _FIRST and second.pos == _SECOND and second.dep in _PARTS
    return close and words and (twins or (first.head == second.i and first.dep in _PARTS))


def _join(tokens: list[Token], first: int, second: int) -> None:
    tokens[first] = dataclasses.replace(tokens[first], dep="compound", head=second)
    tokens[first + 1] = dataclasses.replace(tokens[first + 1], dep="punct", head=second, tag="HYPH", pos="PUNCT")
    for at in range(max(0, first - 6), first):  # what stands before the first belongs to the whole word
        if tokens[at].head == first:
            tokens[at] = dataclasses.replace(tokens[at], head=second)

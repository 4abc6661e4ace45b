"""Gives an auxiliary back its verb where the words of telling part them; knows no parser and no event.

"The bank will, says Ann Lee, raise rates": bank and will belong to raise.
"""

from __future__ import annotations

import dataclasses

from kgexport.model import Token

_FARTHEST = 12
"""Words from the auxiliary to its verb."""


def with_asides(tokens: list[Token]) -> None:
    """Mend in place the clauses that are parted by the words of telling."""
    for verb in [t for t in tokens if t.dep in ("conj", "ccomp", "xcomp") and t.tag in ("VB", "JJ")]:
        _join(tokens, verb)


def _join(tokens: list[Token], verb: Token) -> None:
    near = tokens[max(0, verb.i - _FARTHEST) : verb.i + _FARTHEST]
    if any(t.head == verb.i and t.dep in ("aux", "nsubj", "nsubjpass") for t in near):
        return
    halves = [t for t in near if t.head == verb.head and t.tag == "MD" and t.dep == "ccomp"]
    if not halves or not halves[0].i < verb.head < verb.i:
        return
    if tokens[halves[0].i + 1].text != "," or tokens[verb.i - 1].text != ",":
        return
    half = halves[0]
    tokens[verb.i] = dataclasses.replace(verb, dep="ccomp", tag="VB", pos="VERB")
    for own in [t for t in tokens if t.head == half.i and t.i != half.i]:
        tokens[own.i] = dataclasses.replace(own, head=verb.i)
    tokens[half.i] = dataclasses.replace(half, dep="aux", head=verb.i)

"""Gives a clause to the person whose land or long title stands before the name; knows no parser.

"Indonesia president Prabowo signs a deal": the president does it, not the land. "Special Agent in Charge of the FBI in
Ohio Ann Lee said": two names side by side without a comma are two, and the verb belongs to the person.
"""

from __future__ import annotations

import dataclasses

from kgexport.model import Token

_PLACES = ("nsubj", "nsubjpass", "dobj", "pobj")
_REACH = 4
_LONGEST = 16
"""Words of a title before the name."""


def with_titled(tokens: list[Token]) -> None:
    """Hang lands and titles on the names behind them."""
    for token in tuple(tokens):
        if token.pos == "PROPN" and token.dep == "appos":
            _below_name(tokens, token)
        elif token.pos == "PROPN" and token.dep == "pobj" and token.label == "PERSON":
            _as_subject(tokens, token)


def _below_name(tokens: list[Token], name: Token) -> None:
    """In "Indonesia president Prabowo" the land says whose president he is."""
    land = tokens[name.head]
    between = tokens[land.i + 1 : name.i]
    close = land.i < name.i <= land.i + _REACH and any(t.pos == "NOUN" for t in between)
    if not close or land.label != "GPE" or land.dep not in _PLACES or land.head == land.i:
        return
    if not all(t.pos in ("NOUN", "PROPN", "ADJ") and t.head == name.i for t in between):
        return
    tokens[name.i] = dataclasses.replace(tokens[name.i], dep=land.dep, head=land.head)
    tokens[land.i] = dataclasses.replace(tokens[land.i], dep="nmod", head=name.i)


def _as_subject(tokens: list[Token], name: Token) -> None:
    """In "Special Agent in Charge of the FBI in Ohio Ann Lee said" the verb behind the name is hers."""
    if name.i + 1 >= len(tokens) or tokens[name.i + 1].tag not in ("VBD", "VBZ"):
        return
    verb, first = tokens[name.i + 1], name.i
    while first > 0 and tokens[first - 1].label == "PERSON" and tokens[first - 1].head == name.i:
        first -= 1
    before = tokens[first - 1] if first else name
    torn = first < name.i and before.pos == "PROPN" and before.head == name.i and before.label in ("GPE", "ORG")
    title = next((t for t in tokens[max(0, name.i - _LONGEST) : first] if t.dep == "nsubj" and t.head == verb.i), None)
    if not torn or title is None or title.pos != "PROPN":
        return
    tokens[before.i] = dataclasses.replace(before, dep="pobj", head=name.head)
    tokens[title.i] = dataclasses.replace(title, dep="nmod", head=name.i)
    tokens[name.i] = dataclasses.replace(name, dep="nsubj", head=verb.i)

"""Joins to a list of kin those of whom one word says whose they are: "his wife Ann and son Leo"; knows no parser."""

from __future__ import annotations

import dataclasses

from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.annotate.language.trees import attach, hangs
from kgexport.model import Token

_BETWEEN = frozenset({",", "and", "or", "(", ")"})
_FURTHEST = 9
"""Words from one of the family to the next."""


def with_kin(tokens: list[Token]) -> None:
    """Mend in place the lists of kin of a sentence."""
    for token in list(tokens):
        if _is_second_kin(tokens, token.i):
            _join_kin(tokens, token.i)


def _is_kin(token: Token) -> bool:
    return token.text in reference_words().lists["kin"] and token.tag in ("NN", "NNP")


def _is_second_kin(tokens: list[Token], at: int) -> bool:
    """Whether a noun of kin stands bare behind "and": "his wife Ann and son Leo"."""
    token = tokens[at]
    if at == 0 or not _is_kin(token):
        return False
    own = any(t.head == at and t.dep in ("poss", "det", "amod") for t in tokens[max(0, at - 4) : at])
    return not own and tokens[at - 1].text.lower() in ("and", "or", ",") and _name_of(tokens, at) is not None


def _name_of(tokens: list[Token], at: int) -> int | None:
    """Position of the head of the name behind a noun of kin."""
    first = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].text == ",")
    end = first
    while end < len(tokens) and tokens[end].pos == "PROPN":
        end += 1
    return end - 1 if end > first else None


def _first_kin(tokens: list[Token], at: int) -> int | None:
    """Position of the noun of kin with its owner: nothing but names, ages and commas in between."""
    for before in range(at - 1, max(0, at - _FURTHEST), -1):
        token = tokens[before]
        if _is_kin(token):
            if any(t.dep == "poss" and t.head == before for t in tokens[:before]):
                return before
            if not _is_second_kin(tokens, before):
                return None
        elif not (token.pos in ("PROPN", "NUM") or token.text.lower() in _BETWEEN):
            return None
    return None


def _join_kin(tokens: list[Token], at: int) -> None:
    """Make a bare noun of kin the second of a list, with the name behind it as its apposition."""
    first, name = _first_kin(tokens, at), _name_of(tokens, at)
    if first is None or name is None or hangs(tokens, first, at) or hangs(tokens, first, name):
        return
    attach(tokens, at, first, "conj")
    tokens[at] = dataclasses.replace(tokens[at], tag="NN", pos="NOUN", lemma=tokens[at].text)
    attach(tokens, name, at, "appos")
    for part in range(at + 1, name):
        attach(tokens, part, name, "punct" if tokens[part].text == "," else "compound")
    if tokens[at - 1].text != ",":
        attach(tokens, at - 1, first, "cc")

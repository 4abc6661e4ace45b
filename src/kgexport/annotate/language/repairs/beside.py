"""Puts a name beside the noun that says what it is: "told the newspaper X that …" has one listener; knows no names."""

from __future__ import annotations

import dataclasses

from kgexport.model import Token

_NOUNS = frozenset(
    "newspaper magazine broadcaster channel station website site blog portal network weekly daily tabloid company firm "
    "agency".split()
)
_OBJECTS = ("dobj", "dative", "iobj", "pobj")
_LONGEST = 6


def with_names_beside(tokens: list[Token]) -> None:
    """Make the name an apposition where the parser has two objects of one verb side by side."""
    for noun in tokens[1:-1]:
        if noun.tag != "NN" or noun.lemma.lower() not in _NOUNS or noun.dep not in _OBJECTS:
            continue
        if not any(t.head == noun.i and t.text.lower() in ("the", "local", "state") for t in tokens[: noun.i]):
            continue
        end = noun.i + 1
        while end < min(len(tokens), noun.i + _LONGEST) and (tokens[end].pos == "PROPN" or tokens[end].text == "-"):
            end += 1
        heads = [t for t in tokens[noun.i + 1 : end] if not noun.i < t.head < end]
        if len(heads) == 1 and heads[0].head == noun.head and heads[0].dep in _OBJECTS:
            tokens[heads[0].i] = dataclasses.replace(heads[0], head=noun.i, dep="appos")

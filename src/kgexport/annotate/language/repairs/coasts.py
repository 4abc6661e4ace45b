"""Reads "off" behind a verb of wreck as the beginning of a place: "Ferry sinks off Crete"; knows no names."""

from __future__ import annotations

import dataclasses

from kgexport.annotate.language.trees import attach
from kgexport.model import Token

_WRECKED = frozenset("sink capsize founder crash drown collide explode overturn drift ditch".split())
"""Verbs that have no particle "off": nothing is sunk off, as a street is sealed off."""


def with_coasts(tokens: list[Token]) -> None:
    """Make "off" a preposition, and the name behind it what it leads to, not what the verb does something to."""
    for token in tokens[:-1]:
        verb = tokens[token.head]
        if token.text.lower() != "off" or token.dep != "prt" or verb.i != token.i - 1 or verb.lemma not in _WRECKED:
            continue
        name = next(
            (t for t in tokens[token.i + 1 :] if t.head in (verb.i, token.i) and t.dep in ("dobj", "pobj")), None
        )
        if name is not None and name.pos == "PROPN":
            tokens[token.i] = dataclasses.replace(token, dep="prep", tag="IN", pos="ADP")
            attach(tokens, name.i, token.i, "pobj")

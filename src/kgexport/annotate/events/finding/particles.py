"""Finds the particle that gives a verb another sense ("shot up", "fought off"); knows particles.tsv and no patterns."""

from __future__ import annotations

from functools import cache

from kgexport.annotate.events.lexicon import rows
from kgexport.model import Sentence, Token

_FURTHEST = 6


@cache
def _table() -> dict[str, dict[str, bool]]:
    """Verb -> particle -> whether it must stand right behind the verb."""
    found: dict[str, dict[str, bool]] = {}
    for verbs, particles, where in rows("particles.tsv", 3):
        for verb in verbs.split(","):
            found.setdefault(verb, {}).update((particle, where == "next") for particle in particles.split(","))
    return found


def changing_particles(sentence: Sentence, verb: Token) -> frozenset[int]:
    """Positions of the particles that change what a verb means; a row of the lexicon must name them to fit."""
    table = _table().get(verb.lemma.lower())
    if not table:
        return frozenset()
    behind = sentence.tokens[verb.i + 1 : verb.i + 1 + _FURTHEST]
    return frozenset(token.i for token in behind if _changes(sentence, token, verb, table))


def _changes(sentence: Sentence, token: Token, verb: Token, table: dict[str, bool]) -> bool:
    next_only = table.get(token.text.lower())
    if next_only is None or token.head != verb.i:
        return False
    beside = token.i == verb.i + 1
    if next_only or not beside:
        return beside or (not next_only and token.dep == "prt")
    following = sentence.tokens[token.i + 1 : token.i + 2]
    return token.dep in ("prt", "advmod") or any(t.text.lower() == "of" for t in following)  # "bombed out of the cup"

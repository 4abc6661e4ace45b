"""Reads adjectives that stand for people as nouns in the plural: "the wounded were taken away"; knows no parser.

Only words that mean people where "the" stands before them and no noun follows; with a verb in the singular it is one
thing that is meant.
"""

from __future__ import annotations

import dataclasses
import itertools

from kgexport.model import Token

_PEOPLE = frozenset(
    "missing wounded injured dead elderly sick homeless unemployed disabled poor rich wealthy displaced dying needy "
    "vulnerable bereaved unvaccinated uninsured".split()
)
"""Also in actors.tsv, which says whom they stand for."""
_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative"})
_TAGS = ("NN", "JJ", "VBN", "VBD", "VBG", "RB")
_ONE = frozenset({"was", "is", "has", "'s", "’s"})


def with_adjectives(tokens: list[Token]) -> None:
    """Make nouns of the adjectives that name people."""
    for the, word in itertools.pairwise(tuple(tokens)):
        if the.text.lower() == "the" and word.text.lower() in _PEOPLE and _is_head(tokens, the, word):
            plain = word.text.lower()
            tokens[word.i] = dataclasses.replace(word, pos="NOUN", tag="NNS", lemma=plain)


def _is_head(tokens: list[Token], the: Token, word: Token) -> bool:
    if the.head != word.i or word.dep not in _HEADS or word.tag not in _TAGS:
        return False
    following = tokens[word.i + 1] if word.i + 1 < len(tokens) else None
    if following is None:
        return True
    inside = following.pos in ("NOUN", "PROPN", "ADJ", "NUM") or following.text == "-"
    return not inside and following.text.lower() not in _ONE

"""Reads a "Who" with a capital inside a sentence as the end of a name: "the new Doctor Who, the 12th actor".

Who asks or refers has a small letter there. Knows no names; titles ("The Man Who Sold It") have a verb behind it.
"""

from __future__ import annotations

import dataclasses

from kgexport.model import Token

_VERBAL = ("VERB", "AUX")


def with_pronoun_names(tokens: list[Token]) -> None:
    """Hang the word before such a "Who" on it, and it where that word hung, with all that hung on it."""
    for at in range(1, len(tokens)):
        if _is_name(tokens, at):
            _join(tokens, at)


def _is_name(tokens: list[Token], at: int) -> bool:
    word, before = tokens[at], tokens[at - 1]
    if word.text != "Who" or word.recased or not before.text.istitle() or before.pos not in ("PROPN", "NOUN"):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or not (after.pos in _VERBAL or after.text[0].isupper())


def _join(tokens: list[Token], at: int) -> None:
    noun = tokens[at - 1]
    if noun.dep == "compound" and noun.head == at:
        tokens[at] = dataclasses.replace(tokens[at], pos="PROPN", tag="NNP")
        return
    head = at if noun.head == noun.i else noun.head
    if head == at:
        return
    for i, token in enumerate(tokens):
        if token.head == noun.i and i not in (at, noun.i):
            tokens[i] = dataclasses.replace(token, head=at)
    tokens[noun.i] = dataclasses.replace(noun, dep="compound", head=at)
    tokens[at] = dataclasses.replace(tokens[at], dep=noun.dep, head=head, pos="PROPN", tag="NNP")

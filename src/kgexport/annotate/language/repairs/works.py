"""Reads the title of a work behind its author as one noun: "directed Anna Holm's It's a Long Way"; knows no parser.

A title may be a clause of its own; what stands around it takes the whole for one thing, and the author for its owner.
"""

from __future__ import annotations

import dataclasses

from kgexport.annotate.entities.spotting.work_titles import owned_title
from kgexport.model import Token

_NEAR = 40
"""Words around a title that may hang on it."""
_PLACES = ("dobj", "pobj", "nsubj", "nsubjpass", "attr", "conj")


def with_works(tokens: list[Token]) -> None:
    """Hang the words of each such title on its last, and that where the author or the clause of the title hung."""
    for at in range(2, len(tokens)):
        end = owned_title(tokens, at) if tokens[at - 1].text in ("'s", "’s") else None
        if end is not None and end - at > 1:
            _join(tokens, at, end)


def _join(tokens: list[Token], begin: int, end: int) -> None:
    owner, last = tokens[begin - 2], end - 1
    inside = range(begin, end)
    outer = [t for t in tokens[begin:end] if t.head not in inside]
    clause = next((t for t in outer if t.dep == "ccomp"), None)
    if owner.dep in _PLACES and owner.head not in inside:
        dep, head = owner.dep, owner.head
    elif clause is not None and clause.head != clause.i:
        dep, head = "dobj", clause.head
    else:
        return
    for i in range(max(0, begin - _NEAR), min(len(tokens), end + _NEAR)):
        token = tokens[i]
        if i != last and (i in inside or (token.head in inside and token.head != last)):
            tokens[i] = dataclasses.replace(token, head=last, dep="compound" if i in inside else token.dep)
    tokens[owner.i] = dataclasses.replace(tokens[owner.i], dep="poss", head=last)
    tokens[last] = dataclasses.replace(tokens[last], dep=dep, head=head, pos="PROPN", tag="NNP")

"""Puts single defects into a graph: those of `defects.py`, `textual.py` and `spelling.py`; checks nothing itself."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import Triple

from kgexport.validate.facts import Facts
from tests.mutation.defects import DEFECTS
from tests.mutation.edit import Edit, Said
from tests.mutation.spelling import SPELLING
from tests.mutation.textual import TEXTUAL

KINDS = {**DEFECTS, **TEXTUAL, **SPELLING}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A graph with one defect."""

    kind: str
    what: str
    triples: tuple[Triple, ...]


def mutants(triples: Sequence[Triple], count: int, seed: int = 0, at_most: bool = False) -> list[Mutant]:
    """So many graphs with one defect each, the kinds in turn; the same ones for the same seed and graph.

    Raises ValueError where the graph has no place for so many, unless there may be fewer.
    """
    facts = Facts(sorted(set(triples), key=str))
    whole = {
        Said(triple.subject, triple.predicate, triple.object): triple  # type: ignore[arg-type]
        for triple in facts.triples
    }
    had = frozenset(whole)
    edits: list[tuple[str, list[Edit]]] = []
    for kind, find in KINDS.items():
        chance = random.Random(f"{seed} {kind}")
        found = [edit for edit in find(facts, chance) if edit.changes(had)]
        edits.append((kind, chance.sample(found, min(len(found), count))))
    longest = max((len(found) for _, found in edits), default=0)
    turns = ((kind, found[turn]) for turn in range(longest) for kind, found in edits if turn < len(found))
    chosen = list(islice(turns, count))
    if len(chosen) < count and not at_most:
        raise ValueError(f"there is no place for more than {len(chosen)} defects in this graph")
    return [Mutant(kind, edit.what, edit.apply(whole)) for kind, edit in chosen]

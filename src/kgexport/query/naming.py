"""Finds out who is meant by a name, before a recipe is asked: its entities take the name's place; knows no recipe.

To look for a part of a name, a store must read all names; a whole name stands in its index. So whole names come first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kgexport.query.binding import Value
from kgexport.query.sources import Source

MOST = 500
"""So many entities can take a name's place in a query; where there are more, the query itself looks for the name."""
_WHOLE = """
SELECT DISTINCT ?x WHERE {
  { ?x schema:name ?called } UNION { ?x schema:alternateName ?called }
}
ORDER BY ?x
"""
_PART = """
SELECT DISTINCT ?x WHERE {
  { ?x schema:name ?name } UNION { ?x schema:alternateName ?name }
  FILTER(CONTAINS(LCASE(STR(?name)), LCASE(?called)))
}
ORDER BY ?x
"""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name was taken for."""

    parameter: str
    name: str
    whole: bool
    """Whether it is the whole name of all of them, and not a part of it."""
    things: tuple[NamedNode, ...]


def resolved(
    source: Source, values: Mapping[str, Value], things: frozenset[str], timeout: float | None = None
) -> tuple[dict[str, Value], list[Meaning]]:
    """The values with entities in the place of names, and what each name was taken for.

    `things` are the parameters that mean somebody or something; those given as an IRI stay as they are. Raises what
    `Source.ask` raises.
    """
    found: dict[str, Value] = dict(values)
    meanings = []
    for parameter in sorted(things & values.keys()):
        value = values[parameter]
        if isinstance(value, Literal):
            meaning = _meaning(source, parameter, value, timeout)
            meanings.append(meaning)
            if len(meaning.things) <= MOST:
                found[parameter] = meaning.things
    return found, meanings


def _meaning(source: Source, parameter: str, value: Literal, timeout: float | None) -> Meaning:
    whole = _things(source, _WHOLE, _spellings(value.value), timeout)
    things = whole or _things(source, _PART, value, timeout)
    return Meaning(parameter, value.value, bool(whole), things)


def _spellings(name: str) -> tuple[Literal, ...]:
    """The name as it is given, and as names are mostly written: who types "ada berg" or "nato" is understood."""
    bare = name.strip()
    words = " ".join(word[:1].upper() + word[1:] for word in bare.split())
    return tuple(Literal(text) for text in dict.fromkeys((name, bare, words, bare.upper())))


def _things(source: Source, query: str, called: Value, timeout: float | None) -> tuple[NamedNode, ...]:
    answer = source.ask(query, {"called": called}, timeout)
    if not isinstance(answer, QuerySolutions):  # pragma: no cover - a SELECT has solutions
        return ()
    return tuple(thing for solution in answer if isinstance(thing := solution["x"], NamedNode))

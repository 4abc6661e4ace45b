"""Makes kgexport's description and the publisher's one description of one thing; knows no HTML.

Both stay where they are: two descriptions with one identifier describe one thing (JSON-LD 1.1, section 3.3; HTML,
section 5.2.2, `itemid`). The publisher's word wins: of a property that it states, kgexport's value is left out, unless
it is a property with many values, where both count. A publisher's thing without an identifier is given kgexport's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kgexport.web.embed.existing import Existing
from kgexport.web.embed.units import Edit

MANY = frozenset({"about", "mentions", "hasPart", "citation", "isBasedOn", "sameAs", "subjectOf"})
"""Properties in which more values add to the others; in all other ones they would contradict them."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What is to be written."""

    data: dict[str, Any]
    """kgexport's object under the identifier, without what the publisher states."""
    edits: tuple[Edit, ...]
    """What gives the publisher's descriptions the identifier where they have none."""
    left: tuple[Existing, ...]
    """Descriptions that could not be merged: they have another identifier, or can have none."""


def merge(data: dict[str, Any], ours: str, existing: Sequence[Existing]) -> Merged:
    """Bring all under the first identifier that the publisher gave, or else under `ours`."""
    identifier = next((one.identifier for one in existing if one.identifier), ours)
    named = [one for one in existing if one.identifier == identifier]
    nameless = [one for one in existing if one.identifier is None and one.naming is not None]
    left = tuple(one for one in existing if one not in named and one not in nameless)
    edits = tuple(one.naming.edit(identifier) for one in nameless if one.naming is not None)
    together = [one for one in existing if one not in left]  # in the page's order, so that a second run finds the same
    if not together:
        return Merged(data, edits, left)
    stated = {name for one in together for name in one.properties} - MANY
    renamed = _renamed(data, ours, identifier)
    return Merged(_without(renamed, identifier, stated, together[0].type), edits, left)


def article_of(data: dict[str, Any], is_article: Any) -> dict[str, Any] | None:
    """The object of the article: `data` itself, or a member of its `@graph`."""
    graph = data.get("@graph")
    nodes = [data, *(graph if isinstance(graph, list) else [graph])]
    return next((node for node in nodes if isinstance(node, dict) and is_article(node)), None)


def _renamed(value: Any, old: str, new: str) -> Any:
    if isinstance(value, dict):
        return {name: _renamed(item, old, new) for name, item in value.items()}
    if isinstance(value, list):
        return [_renamed(item, old, new) for item in value]
    return new if value == old else value


def _without(data: dict[str, Any], identifier: str, stated: set[str], kind: str) -> dict[str, Any]:
    """The data without some of the article's properties; things described only there move to where they are named."""
    lost: dict[str, dict[str, Any]] = {}

    def visit(node: Any) -> Any:
        if isinstance(node, list):
            return [visit(item) for item in node]
        if not isinstance(node, dict):
            return node
        if node.get("@id") != identifier or len(node) == 1:
            return {name: visit(value) for name, value in node.items()}
        for name in stated & node.keys():
            lost.update((thing["@id"], _flat(thing)) for thing in _described(node[name]))
        kept = {name: visit(value) for name, value in node.items() if name not in stated}
        return {name: kind if name == "@type" else value for name, value in kept.items()}

    left: dict[str, Any] = visit(data)
    waiting = {name: thing for name, thing in lost.items() if name != identifier}
    restored: dict[str, Any] = _restored(left, waiting)
    return restored


def _described(value: Any) -> Iterator[dict[str, Any]]:
    """Things with an identifier that are described in a value, and in what describes them."""
    if isinstance(value, dict):
        if "@id" in value and len(value) > 1:
            yield value
        for inner in value.values():
            yield from _described(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _described(inner)


def _flat(thing: dict[str, Any]) -> dict[str, Any]:
    """A thing that only refers to the things that are described inside of it."""

    def referring(value: Any) -> Any:
        if isinstance(value, list):
            return [referring(item) for item in value]
        if isinstance(value, dict):
            return {"@id": value["@id"]} if "@id" in value else {name: referring(item) for name, item in value.items()}
        return value

    return {name: referring(value) for name, value in thing.items()}


def _restored(value: Any, lost: dict[str, dict[str, Any]]) -> Any:
    """The value with each lost thing described at the first place that still names it."""
    if isinstance(value, list):
        return [_restored(item, lost) for item in value]
    if isinstance(value, dict):
        thing = lost.pop(value["@id"], None) if set(value) == {"@id"} else None
        if thing is not None:
            return _restored(thing, lost)
        return {name: item if name == "@id" else _restored(item, lost) for name, item in value.items()}
    if isinstance(value, str) and value in lost:
        return _restored(lost.pop(value), lost)
    return value

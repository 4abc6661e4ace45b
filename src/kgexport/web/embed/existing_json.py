"""Articles that a JSON-LD script of a page describes; knows no other markup."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kgexport.web.embed.existing import Existing, Naming, of_object
from kgexport.web.embed.json_places import objects
from kgexport.web.embed.place import script_at

if TYPE_CHECKING:
    from turbohtml import Element

    from kgexport.web.embed.units import Units

_THROUGH = frozenset({"@graph", "mainEntity", "mainEntityOfPage"})
"""Members that lead to what the page itself is about; others lead to things that it mentions."""


def in_script(element: Element, units: Units) -> Iterator[Existing]:
    """The articles of a script; none where its JSON is broken, as search engines have it too."""
    script = script_at(element)
    if script is None:
        return
    begin, text = script.inside.begin, units.decoded(script.inside.begin, script.inside.end)
    for at, node in objects(text, _THROUGH):
        line = (element.source_line or 1) + text.count("\n", 0, at)
        found = of_object(node, line, _naming(units, begin, text, at + 1))
        if found is not None:
            yield found


def _naming(units: Units, begin: int, text: str, at: int) -> Naming | None:
    """How to put a member at the front of an object, laid out as the members after it are."""
    place = begin + units.length(text[:at])
    if units.decoded(begin, place) != text[:at] or units.text[place - 1 : place] != "{":
        return None
    space = text[at : len(text) - len(text[at:].lstrip(" \t\r\n"))]
    return Naming(place, f'{space}"@id": ', "," if space else ", ", is_json=True)

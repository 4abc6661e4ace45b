"""Articles that a page describes in the attributes of microdata and RDFa; knows no scripts.

HTML Living Standard, section 5.2 (microdata: `itemscope`, `itemtype`, `itemid`, `itemprop`); RDFa Lite 1.1 (`vocab`,
`typeof`, `property`, `resource`). Chains that RDFa allows and no page about an article has (`rel`, `inlist`) are not
followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

from kgexport.web.embed.existing import Existing, Naming, article_type

if TYPE_CHECKING:
    from turbohtml import Element


@dataclass(frozen=True, slots=True)
class _Syntax:
    name: str
    type: str
    scope: str
    property: str
    identifiers: tuple[str, ...]
    """Attributes that name a thing; the first is the one to write."""


_SYNTAXES = (
    _Syntax("microdata", "itemtype", "itemscope", "itemprop", ("itemid",)),
    _Syntax("RDFa", "typeof", "typeof", "property", ("resource", "about")),
)
_VALUES = ("content", "href", "src", "datetime")


def in_element(element: Element) -> Iterator[Existing]:
    """The article that an element begins, once a syntax; none where it is the value of another thing's property."""
    for syntax in _SYNTAXES:
        found = _described(element, syntax)
        if found is not None:
            yield found


def _described(element: Element, syntax: _Syntax) -> Existing | None:
    inside = (element.attr(syntax.property) or "").split()
    kind = article_type((element.attr(syntax.type) or "").split())
    if kind is None or element.attr(syntax.scope) is None or (inside and inside != ["mainEntity"]):
        return None
    named = next((value for name in syntax.identifiers if (value := element.attr(name))), None)
    usable = named if named and not named.startswith(("_:", "[_:")) else None
    naming = None if any(element.attr(name) is not None for name in syntax.identifiers) else _naming(element, syntax)
    return Existing(syntax.name, element.source_line or 1, kind, _properties(element, syntax), usable, naming)


def _naming(element: Element, syntax: _Syntax) -> Naming | None:
    """How to add the attribute, right behind the one with the type."""
    at = element.source_location
    span = at.attrs.get(syntax.type) if at is not None else None
    return Naming(span.end_offset, f" {syntax.identifiers[0]}=", "", is_json=False) if span is not None else None


def _properties(element: Element, syntax: _Syntax) -> dict[str, tuple[str, ...]]:
    """Names of the properties of a thing, not of the things in it, with their texts."""
    found: dict[str, list[str]] = {}
    waiting = list(reversed(element.children))
    while waiting:
        node = waiting.pop()
        if not _is_element(node):
            continue
        for name in (node.attr(syntax.property) or "").split():
            found.setdefault(name.rpartition(":")[2].rpartition("/")[2], []).append(_value(node))
        if node.attr(syntax.scope) is None:
            waiting += reversed(node.children)
    return {name: tuple(texts) for name, texts in found.items() if any(texts)}


def _value(element: Element) -> str:
    stated = next((value for name in _VALUES if (value := element.attr(name))), None)
    return stated or " ".join(element.text.split())[:1000]


def _is_element(node: object) -> TypeGuard[Element]:
    from turbohtml import Element

    return isinstance(node, Element)

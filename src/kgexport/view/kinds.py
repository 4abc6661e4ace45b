"""What sorts of things a page tells apart, and how each looks, as a table; knows no article and no HTML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kgexport.mapping.classes import Family, families


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of thing. Colours reach 4.5:1 on the page's background, as WCAG 2.2 (1.4.3) asks; none stands alone."""

    name: str
    """As style sheets and scripts call it."""
    label: str
    plural: str
    symbol: str
    """What says it without colour, in lists and in the picture."""
    line: str
    """How its mentions are underlined (CSS `text-decoration-style`), which says it without colour too."""
    light: str
    """Its colour on a light page."""
    dark: str
    """Its colour on a dark page."""


KINDS: tuple[Kind, ...] = (
    Kind("person", "Person", "People", "●", "solid", "#0b5cad", "#7cb8ff"),
    Kind("organization", "Organisation", "Organisations", "■", "double", "#7a3fa8", "#d0a4f5"),
    Kind("place", "Place", "Places", "▲", "dotted", "#0f6b3a", "#6fd49a"),
    Kind("thing", "Other thing", "Other things", "◆", "dashed", "#7d5a00", "#e5c15c"),
    Kind("event", "Event", "Events", "✱", "wavy", "#b3261e", "#ff9d94"),
    Kind("quote", "Quotation", "Quotations", "“", "solid", "#5d5f63", "#b9bcc2"),
    Kind("claim", "Claim", "Claims", "»", "dotted", "#5d5f63", "#b9bcc2"),
    Kind("value", "Amount", "Amounts and quantities", "#", "double", "#006a75", "#69cfdb"),
    Kind("time", "Time", "Times", "◷", "dotted", "#8a3d63", "#f0a3c8"),
    Kind("other", "Other node", "Other nodes", "○", "solid", "#5d5f63", "#b9bcc2"),
)

BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}

ENTITIES = ("person", "organization", "place", "thing")
"""The kinds that entities are of, in the order in which a page lists them."""

_BY_CLASS: dict[str, str] = {
    "Event": "event",
    "Quotation": "quote",
    "Claim": "claim",
    "MonetaryAmount": "value",
    "QuantitativeValue": "value",
    "PropertyValue": "value",
    "MonetaryGrant": "value",
    "NewsArticle": "other",
    "WebSite": "other",
    "GeoCoordinates": "other",
}


def kind_of(classes: Iterable[str]) -> Kind:
    """The kind of a thing of these schema.org classes (local names); a country is a place even where it acts."""
    names = tuple(classes)
    listed = next((_BY_CLASS[name] for name in names if name in _BY_CLASS), None)
    return BY_NAME[listed or _kind_of_entity(families(names))]


def _kind_of_entity(found: frozenset[Family]) -> str:
    if Family.PERSON in found:
        return "person"
    if Family.COUNTRY in found or (Family.PLACE in found and Family.ORGANIZATION not in found):
        return "place"
    return "organization" if Family.ORGANIZATION in found else "thing"

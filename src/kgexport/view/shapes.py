"""The outlines of the countries from a package that carries them (Natural Earth, public domain); knows no page."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

_PACKAGE = "geo_intel_offline"
EXTRA = "kgexport[map]"

_CODES = {"France": "FR", "Norway": "NO", "Kosovo": "XK", "Taiwan": "TW"}
"""The codes of countries that the data have as `-99`, since Natural Earth gives the code to the mainland only."""

_IN_DISPUTE: dict[str, tuple[float, float, float, float]] = {
    "Crimea": (32.0, 44.0, 36.8, 46.4),
    "southern Kuril Islands": (145.3, 43.3, 149.0, 45.7),
}
"""West, south, east and north of what Natural Earth gives to who holds it, as pieces of their own (its "Disputed
Boundaries Policy"): such a piece belongs to no country here, so that no colour says whose it is."""

Ring = tuple[tuple[float, float], ...]
"""Longitude and latitude of each corner."""


@dataclass(frozen=True, slots=True)
class Land:
    """A piece of a country, with the corners of the rectangle it lies in."""

    iso: str
    """ISO 3166-1 alpha-2 code of the country; empty where it has none, and for a piece in dispute."""
    ring: Ring
    west: float
    south: float
    east: float
    north: float


def have_shapes() -> bool:
    """Whether the package is installed."""
    return find_spec(_PACKAGE) is not None


@cache
def lands() -> tuple[Land, ...]:
    """Every piece of land; none where the package is not installed. Read once a process (about half a second)."""
    if not have_shapes():
        return ()
    polygons, metadata = _data("polygons.json.gz"), _data("metadata.json.gz")
    made = []
    for key in sorted(polygons, key=int):
        iso = _code(metadata.get(key, {}))
        for corners in polygons[key].get("exteriors") or [polygons[key]["exterior"]]:
            latitudes, longitudes = zip(*corners, strict=True)  # the package has the latitude first
            edges = (min(longitudes), min(latitudes), max(longitudes), max(latitudes))
            code = "" if _is_in_dispute(*edges) else iso
            made.append(Land(code, tuple(zip(longitudes, latitudes, strict=True)), *edges))
    return tuple(made)


def _is_in_dispute(west: float, south: float, east: float, north: float) -> bool:
    rectangles = _IN_DISPUTE.values()
    return any(w <= west and s <= south and east <= e and north <= n for w, s, e, n in rectangles)


def _code(country: dict[str, str]) -> str:
    stated = country.get("iso2", "")
    return stated if len(stated) == 2 and stated.isalpha() else _CODES.get(country.get("name", ""), "")


def _data(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(gzip.decompress(files(_PACKAGE).joinpath("data", name).read_bytes()))
    return found

"""A map of the places that the graph has coordinates for (`schema:geo`), and of nothing else; knows no HTML.

Plate carrée, squeezed by the cosine of the middle latitude: good enough to see what lies where.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from kgexport.view.shapes import Land, have_shapes, lands
from kgexport.view.things import Thing, Things
from kgexport.view.wording import plain, shortened

WIDTH = 800
_MOST_LABELS = 40
_LEAST_SPAN = 14.0
"""Degrees of latitude that a map shows at least: a dot without its surroundings says nothing."""
_CHARACTER, _LINE = 7, 15


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map."""

    thing: Thing
    latitude: float
    longitude: float
    x: int
    y: int
    label: tuple[str, int, int, str] | None
    """The name with its place and the side it is anchored at (SVG `text-anchor`); None where there is no room."""


@dataclass(frozen=True, slots=True)
class Atlas:
    """A map."""

    width: int
    height: int
    countries: tuple[tuple[str, bool], ...]
    """Outline as SVG path data, and whether the article names the country."""
    spots: tuple[Spot, ...]
    unplaced: tuple[Thing, ...]
    """Places without coordinates."""
    has_shapes: bool


@dataclass(frozen=True, slots=True)
class _Window:
    west: float
    south: float
    east: float
    north: float

    @property
    def scale(self) -> tuple[float, float]:
        """Pixels a degree of longitude and of latitude."""
        across = WIDTH / (self.east - self.west)
        return across, across / math.cos(math.radians((self.south + self.north) / 2))

    def at(self, longitude: float, latitude: float) -> tuple[int, int]:
        across, up = self.scale
        return round((longitude - self.west) * across), round((self.north - latitude) * up)

    @property
    def height(self) -> int:
        return self.at(self.east, self.south)[1]

    def shows(self, land: Land) -> bool:
        return self.west < land.east and land.west < self.east and self.south < land.north and land.south < self.north


def atlas(things: Things) -> Atlas | None:
    """The map of an article's places; None where it names no place at all."""
    places = things.of("place")
    found = [(thing, *spot) for thing in places if (spot := _coordinates(thing, things))]
    if not places:
        return None
    unplaced = tuple(thing for thing in places if _coordinates(thing, things) is None)
    if not found:
        return Atlas(0, 0, (), (), unplaced, have_shapes())
    window = _window([(longitude, latitude) for _, latitude, longitude in found])
    named = frozenset(code for thing in places if "Country" in thing.types and (code := thing.text("identifier")))
    countries = tuple(
        (path, land.iso in named) for land in lands() if window.shows(land) if (path := _path(land, window))
    )
    return Atlas(WIDTH, window.height, countries, tuple(_spots(found, window)), unplaced, have_shapes())


def _coordinates(thing: Thing, things: Things) -> tuple[float, float] | None:
    """Latitude and longitude of the place's `schema:geo`."""
    for value in thing.values("geo"):
        node = things.by_id.get(value.thing or "")
        latitude, longitude = (node.text("latitude"), node.text("longitude")) if node else (None, None)
        if latitude and longitude:
            return float(latitude), float(longitude)
    return None


def _window(points: Iterable[tuple[float, float]]) -> _Window:
    """The part of the world with all points, and room around them; never flatter or narrower than 2 to 1."""
    longitudes, latitudes = zip(*points, strict=True)
    middle = (min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2
    up = max(_LEAST_SPAN, (max(latitudes) - min(latitudes)) * 1.5)
    squeeze = math.cos(math.radians(min(80.0, max(-80.0, middle[1]))))
    across = min(360.0, max((max(longitudes) - min(longitudes)) * 1.5, up * 1.6 / squeeze))
    up = min(170.0, max(up, across * squeeze / 2.2))
    south = min(max(middle[1] - up / 2, -85.0), 85.0 - up)
    west = min(max(middle[0] - across / 2, -180.0), 180.0 - across)
    return _Window(west, south, west + across, south + up)


def _path(land: Land, window: _Window) -> str:
    """The outline in whole pixels, each corner that makes a difference; empty where it is a dot."""
    corners = list(dict.fromkeys(window.at(*corner) for corner in land.ring))
    if len(corners) < 3:
        return ""
    inside = [_near(corner, window.height) for corner in corners]
    kept = dict.fromkeys(inside)
    return "M" + "L".join(f"{x} {y}" for x, y in kept) + "Z" if len(kept) > 2 else ""


def _near(corner: tuple[int, int], height: int) -> tuple[int, int]:
    """Corners far outside of the window are drawn in to a frame around it, so that they fall together."""
    return min(max(corner[0], -WIDTH), 2 * WIDTH), min(max(corner[1], -WIDTH), height + WIDTH)


def _spots(found: Iterable[tuple[Thing, float, float]], window: _Window) -> Iterable[Spot]:
    """The dots with their names where there is room for them."""
    taken: list[tuple[int, int, int, int]] = []
    placed = [(thing, latitude, longitude, *window.at(longitude, latitude)) for thing, latitude, longitude in found]
    taken += [(x - 5, y - 5, x + 5, y + 5) for *_, x, y in placed]
    for number, (thing, latitude, longitude, x, y) in enumerate(placed):
        label = _label(thing, x, y, taken, window.height) if number < _MOST_LABELS else None
        yield Spot(thing, latitude, longitude, x, y, label)


def _label(
    thing: Thing, x: int, y: int, taken: list[tuple[int, int, int, int]], height: int
) -> tuple[str, int, int, str] | None:
    name = shortened(plain(thing.name), 28)
    width = len(name) * _CHARACTER
    for dx, dy, anchor in ((9, 4, "start"), (-9, 4, "end"), (0, -10, "middle"), (0, 19, "middle")):
        left = x + dx - {"start": 0, "end": width, "middle": width // 2}[anchor]
        box = (left, y + dy - _LINE + 3, left + width, y + dy + 3)
        inside = min(box[:2]) >= 0 and box[2] <= WIDTH and box[3] <= height
        if inside and not any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
            taken.append(box)
            return name, x + dx, y + dy, anchor
    return None

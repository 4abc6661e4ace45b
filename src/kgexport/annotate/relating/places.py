"""Reads which place lies in which: "Tirana, Albania", "Indonesia's Aceh province"; knows no other relation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kgexport.annotate.relating.scene import Place, Scene, relation, wordlists
from kgexport.model import MentionKind, Relation

_SIZE = {"City": 1, "AdministrativeArea": 2, "State": 2, "Country": 3, "Continent": 4}

Readings = Callable[[Place], frozenset[tuple[str, int]]]
"""What a place of that name may be: ISO code of its country, and its size by `size_of`; empty where unknown."""


def size_of(cls: str) -> int:
    """How large a kind of place is, 0 (a building) to 4."""
    return _SIZE.get(cls, 0)


def containment(scene: Scene, readings: Readings) -> Iterator[Relation]:
    """containedInPlace between places that stand beside each other."""
    for left, right in zip(scene.places, scene.places[1:], strict=False):
        if left.kind != "LOC" or right.kind != "LOC" or left.entity.key == right.entity.key:
            continue
        pair = _inner_and_outer(scene, left, right)
        if pair is not None and left.is_name and right.is_name and lies_in(*pair, readings):
            yield relation(pair[0], "containedInPlace", pair[1], scene.span(left.first, right.end), "place-in-place")


def lies_in(inner: Place, outer: Place, readings: Readings) -> bool:
    """Whether a place may lie in another by their sizes and countries: by some reading of both names, where known."""
    inside, outside = readings(inner), readings(outer)
    if inside and outside:
        return any(here == there and small < large for here, small in inside for there, large in outside)
    unknown = inner.entity.types[0] == "Place" and not inside
    return _size(inner) < _size(outer) or (unknown and outer.entity.types[0] != "Place")


def _inner_and_outer(scene: Scene, left: Place, right: Place) -> tuple[Place, Place] | None:
    """Which of two neighbours lies in the other by the words between them."""
    gap = [scene.form(i) for i in range(left.end, right.first)]
    if gap in (["'s"], ["’s"]):
        return (right, left) if left.is_land else None
    if not right.is_land:
        return None
    if scene.form(right.end) in ("'s", "’s"):
        return None
    if scene.tokens[right.end - 1].dep == "nsubj":
        return None  # "flew to Rome, Italy said"
    inside = gap in (["in"], ["in", "the"]) or (gap == [","] and not _is_list(scene, left, right))
    return (left, right) if inside else None


def _size(place: Place) -> int:
    """How large a kind of place is; a building is smallest. Regions without borders are larger than they look."""
    own = place.entity.types[0]
    if own == "AdministrativeArea" and place.entity.name.rpartition(" ")[2].lower() in wordlists().lists["small_areas"]:
        return 1
    return 3 if own == "Place" and place.mention.annotator.endswith("gazetteer") else _SIZE.get(own, 0)


def _is_list(scene: Scene, left: Place, right: Place) -> bool:
    """Whether the comma is that of a list: "Gaza, Israel and Lebanon"."""
    after = right.end + (scene.form(right.end) == ",")
    after += scene.form(after) in ("and", "or")
    after += scene.form(after) == "the"  # "Kent, the South West and London"
    follower = scene.at(after)
    if follower is not None and follower.kind == "LOC" and follower.mention.kind is MentionKind.NAME:
        return _size(follower) <= _size(right)
    return scene.form(left.first - 1) in (",", "and") and scene.at(left.first - 2) is not None

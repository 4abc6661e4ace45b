"""The entity-event graph as a picture: which nodes and ties are drawn, and where they stand; knows no SVG.

The places are computed here, with a fixed seed, so that a picture is the same on every run. What is drawn is bounded:
a picture of a thousand nodes says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgexport.graph import ArticleGraph
from kgexport.view.kinds import ENTITIES
from kgexport.view.things import Thing, Things
from kgexport.view.wording import plain, shortened

if TYPE_CHECKING:
    from networkx import Graph

MOST_NODES = 60
"""How many nodes a picture holds at most; the best connected are taken."""
WIDTH = 1100
"""Pixels that a line of unconnected parts may take."""
_ROOM = (125, 95)
"""Pixels from the middle of a layout to its edge, times the root of its number of nodes."""
_GAP = 40
_MARGINS = (34, 20)
"""Pixels between two boxes, beside and below each other: room for the name of a tie."""
_LINE = 13
_CHARACTER = 6.1
"""Mean width of a character of 11 px, with room to spare."""
_COLUMN = 20
"""Characters a line of a label."""
_SEED = 20241010
_ROUNDS = 400


@dataclass(frozen=True, slots=True)
class Box:
    """A node of the picture."""

    thing: Thing
    lines: tuple[str, ...]
    x: int
    y: int
    """Its middle."""
    width: int
    height: int
    main: bool
    """Whether it is what the article is about."""


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge: what properties lead from one node to another."""

    source: Box
    target: Box
    label: str
    line: tuple[int, int, int, int]
    """From the edge of one box to the edge of the other."""


@dataclass(frozen=True, slots=True)
class Network:
    """A picture, and what it leaves out."""

    boxes: tuple[Box, ...]
    ties: tuple[Tie, ...]
    crowded_out: int
    """How many nodes with ties were left out, since there are too many."""
    alone: int
    """How many entities and events have no tie, and are not drawn."""


Edges = dict[tuple[str, str], list[str]]
Spots = dict[str, list[float]]
Sizes = dict[str, tuple[int, int]]


def network(things: Things, graph: ArticleGraph, most: int = MOST_NODES) -> Network:
    """Entities and events with the ties between them: at most `most` nodes, those with the most ties and main ones."""
    known = {thing.iri: thing for thing in things.of("event", *ENTITIES)}
    edges = _edges(things, known)
    about = frozenset(value.thing for value in things.article.values("about"))
    weight = dict.fromkeys(known, 0)
    for pair in edges:
        for iri in pair:
            weight[iri] += 1
    tied = [iri for iri in known if weight[iri]]
    place = {iri: i for i, iri in enumerate(known)}
    first = sorted(tied, key=lambda iri: (known[iri].id not in about, -weight[iri], place[iri]))[:most]
    kept = _with_company(first, edges)
    inner = {pair: names for pair, names in edges.items() if pair[0] in kept and pair[1] in kept}
    boxes = _placed([known[iri] for iri in known if iri in kept], inner, about)
    ties = tuple(_tie(boxes[a], boxes[b], names) for (a, b), names in sorted(inner.items()))
    return Network(tuple(boxes.values()), ties, len(tied) - len(kept), len(known) - len(tied))


def _with_company(chosen: Sequence[str], edges: Edges) -> frozenset[str]:
    """Of the chosen nodes those that have a tie among them."""
    some = frozenset(chosen)
    return frozenset(iri for pair in edges if some.issuperset(pair) for iri in pair)


def _edges(things: Things, known: dict[str, Thing]) -> Edges:
    """(From, to) -> the properties, for every tie between two nodes that may be drawn."""
    edges: Edges = {}
    for thing in known.values():
        for fact in thing.facts:
            for value in fact.values:
                other = things.by_id[value.thing].iri if value.thing else thing.iri
                if other in known and other != thing.iri:
                    edges.setdefault((thing.iri, other), []).append(fact.name)
    return edges


def _placed(things: Sequence[Thing], edges: Edges, about: frozenset[str | None]) -> dict[str, Box]:
    """A box for each thing where the ties pull it, none upon another."""
    if not things:
        return {}
    lines = {thing.iri: _lines(thing) for thing in things}
    sizes = {iri: _size(some) for iri, some in lines.items()}
    spots = _packed([_apart(_pulled(part), sizes) for part in _parts(list(lines), edges)], sizes)
    return {
        thing.iri: Box(thing, lines[thing.iri], *spots[thing.iri], *sizes[thing.iri], thing.id in about)
        for thing in things
    }


def _parts(nodes: Sequence[str], edges: Edges) -> list[Graph]:
    """The connected parts, the largest first; nodes and edges in an order that does not depend on hashes."""
    import networkx

    whole = networkx.Graph()
    whole.add_nodes_from(nodes)
    whole.add_edges_from(sorted(edges))
    place = {node: i for i, node in enumerate(nodes)}
    groups = [sorted(group, key=place.__getitem__) for group in networkx.connected_components(whole)]
    made = []
    for group in sorted(groups, key=lambda group: (-len(group), place[group[0]])):
        part = networkx.Graph()
        part.add_nodes_from(group)
        part.add_edges_from(pair for pair in sorted(edges) if pair[0] in part)
        made.append(part)
    return made


def _pulled(part: Graph) -> Spots:
    """Where a force-directed layout puts the nodes (Fruchterman and Reingold, by NetworkX)."""
    import networkx

    spread = 2.6 / len(part) ** 0.5
    spots = networkx.spring_layout(part, k=spread, iterations=300, seed=_SEED, method="force")
    side = len(part) ** 0.5 - 0.7
    across, down = side * _ROOM[0], side * _ROOM[1]
    return {node: [round(float(x) * across, 1), round(float(y) * down, 1)] for node, (x, y) in spots.items()}


def _apart(spots: Spots, sizes: Sizes) -> Spots:
    """Push boxes that lie upon each other apart, along the shorter way, until none do or the rounds are over."""
    nodes = list(spots)
    pairs = [(a, b) for i, a in enumerate(nodes) for b in nodes[i + 1 :]]
    for _ in range(_ROUNDS):
        if not sum([_push(spots[a], spots[b], sizes[a], sizes[b]) for a, b in pairs]):
            break
    return spots


def _packed(parts: Sequence[Spots], sizes: Sizes) -> dict[str, tuple[int, int]]:
    """The parts beside and below each other, as words on a page, no line longer than the first part or `WIDTH`."""
    spots: dict[str, tuple[int, int]] = {}
    left = top = bottom = width = 0.0
    for part in parts:
        edges = [(x, y, sizes[node][0] / 2, sizes[node][1] / 2) for node, (x, y) in part.items()]
        west, north = min(x - w for x, _, w, _ in edges), min(y - h for _, y, _, h in edges)
        across, down = max(x + w for x, _, w, _ in edges) - west, max(y + h for _, y, _, h in edges) - north
        width = width or max(WIDTH, across)
        if left and left + across > width:
            left, top = 0.0, bottom
        spots |= {node: (round(left + x - west), round(top + y - north)) for node, (x, y) in part.items()}
        left, bottom = left + across + _GAP, max(bottom, top + down + _GAP)
    return spots


def _push(a: list[float], b: list[float], size_a: tuple[int, int], size_b: tuple[int, int]) -> bool:
    gaps = [(size_a[i] + size_b[i]) / 2 + _MARGINS[i] - abs(a[i] - b[i]) for i in (0, 1)]
    if min(gaps) <= 0.5:
        return False
    axis = 0 if gaps[0] < gaps[1] else 1
    step = gaps[axis] / 2 if a[axis] <= b[axis] else -gaps[axis] / 2
    a[axis] -= step
    b[axis] += step
    return True


def _lines(thing: Thing) -> tuple[str, ...]:
    """The name in at most three lines."""
    lines = [""]
    for word in plain(thing.name).split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _COLUMN:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    kept = [shortened(line, _COLUMN + 4) for line in lines[:3]]
    return (*kept[:2], shortened(" ".join(lines[2:]), _COLUMN)) if len(lines) > 3 else tuple(kept)


def _size(lines: Iterable[str]) -> tuple[int, int]:
    some = list(lines)
    return round(max(len(line) + (i == 0) * 2 for i, line in enumerate(some)) * _CHARACTER) + 24, len(some) * _LINE + 12


def _tie(source: Box, target: Box, names: Sequence[str]) -> Tie:
    return Tie(source, target, ", ".join(dict.fromkeys(names)), (*_rim(source, target), *_rim(target, source)))


def _rim(box: Box, towards: Box) -> tuple[int, int]:
    """Where the straight line to another box leaves this one."""
    dx, dy = towards.x - box.x, towards.y - box.y
    reach = [size / 2 / abs(way) for size, way in ((box.width, dx), (box.height, dy)) if way]
    part = min((*reach, 1.0))
    return round(box.x + dx * part), round(box.y + dy * part)

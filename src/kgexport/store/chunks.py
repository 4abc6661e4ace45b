"""What the bytes of a graph hold, and how they are cut where they are too many for one request; knows no store."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from pyoxigraph import BlankNode, RdfFormat, Triple, parse, serialize

from kgexport.store.base import GraphData

_BLANK = re.compile(rb'^_:| _:[^" ]+ \.$')
"""A line with a blank node for its subject or its object, as pyoxigraph writes N-Triples."""
_SIGNS = (b"_:", b"[", b"(")
"""What Turtle has to have for a blank node; N-Triples only the first of them."""


def triples_of(graph: GraphData) -> Iterator[Triple]:
    """The triples of a graph, each as often as its bytes say it."""
    return (quad.triple for quad in parse(graph.body, format=graph.format))


def has_blank_nodes(graph: GraphData) -> bool:
    """Whether there are any: then adding the graph twice is not adding it once. Parses only what may have one."""
    signs = _SIGNS[:1] if graph.format == RdfFormat.N_TRIPLES else _SIGNS
    return any(sign in graph.body for sign in signs) and any(map(has_blank_node, triples_of(graph)))


def has_blank_node(triple: Triple) -> bool:
    """Whether its subject or its object is one."""
    return isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode)


def as_lines(graph: GraphData) -> bytes:
    """The graph as N-Triples, without the comments and the escapes that its bytes may have."""
    return cast("bytes", serialize(triples_of(graph), format=RdfFormat.N_TRIPLES))


def chunks(graph: GraphData, largest: int) -> list[bytes]:
    """The graph as N-Triples in pieces of about `largest` bytes, each of whole lines, at least one piece.

    Triples with blank nodes all stand in the first, however large it is: a label means the same thing only within one
    document (RDF 1.1 Concepts, section 3.4).
    """
    lines = as_lines(graph)
    if len(lines) <= largest:
        return [lines]
    with_blanks: list[bytes] = []
    others: list[bytes] = []
    for line in lines.splitlines(keepends=True):
        (with_blanks if _BLANK.search(line) else others).append(line)
    return list(_filled(with_blanks, others, largest))


def _filled(piece: list[bytes], lines: list[bytes], largest: int) -> Iterator[bytes]:
    size = sum(map(len, piece))
    for line in lines:
        if piece and size + len(line) > largest:
            yield b"".join(piece)
            piece, size = [], 0
        piece.append(line)
        size += len(line)
    yield b"".join(piece)

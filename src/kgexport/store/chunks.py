"""Cuts a graph that is too large for one request into several; knows no store."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from pyoxigraph import RdfFormat, Triple, parse, serialize

from kgexport.store.base import GraphData

_BLANK = re.compile(rb'^_:| _:[^" ]+ \.$')
"""A line with a blank node for its subject or its object, as pyoxigraph writes N-Triples."""


def triples_of(graph: GraphData) -> Iterator[Triple]:
    """The triples of a graph, each as often as its bytes say it."""
    return (quad.triple for quad in parse(graph.body, format=graph.format))


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

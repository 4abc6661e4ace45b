"""The seam of export: one method; knows the graph, and no syntax."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from pyoxigraph import Literal, Triple

from kgexport.graph import ArticleGraph


class Exporter(Protocol):
    """Writes a graph in one format."""

    def export(self, graph: ArticleGraph, evidence: bool) -> bytes:
        """The whole file as UTF-8, the same bytes for the same graph; with the triples of evidence where asked for."""
        ...


def merged(graph: ArticleGraph, evidence: bool) -> tuple[Triple, ...]:
    """What a format without named graphs holds: the knowledge, and the evidence among it; sorted, each triple once."""
    if not evidence:
        return written(graph.knowledge)
    return tuple(sorted({*written(graph.knowledge), *written(graph.evidence)}, key=str))


def written(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    """The triples as they are; raises ValueError for a literal with a base direction, which is RDF 1.2.

    Readers of RDF 1.1, rdflib among them, refuse the whole file for one such literal.
    """
    kept = tuple(triples)
    for triple in kept:
        if isinstance(triple.object, Literal) and triple.object.direction is not None:
            raise ValueError(f"a literal with a base direction cannot be exported: {triple}")
    return kept

"""Writes N-Triples and N-Quads: canonical lines in code point order; knows no prefix and no reading order.

Escapes and line form are those of "RDF 1.2 N-Triples", section 4 (canonical form), as pyoxigraph's terms spell them.
"""

from __future__ import annotations

from collections.abc import Iterable

from kgexport.export.base import merged, written
from kgexport.graph import ArticleGraph


class NTriplesExporter:
    """One triple a line; evidence among the knowledge."""

    def export(self, graph: ArticleGraph, evidence: bool) -> bytes:
        """Canonical N-Triples, sorted."""
        return _lines(f"{triple} .\n" for triple in merged(graph, evidence))


class NQuadsExporter:
    """One quad a line; knowledge in graph D, evidence in `D#evidence`."""

    def export(self, graph: ArticleGraph, evidence: bool) -> bytes:
        """Canonical N-Quads, sorted."""
        sides = [(written(graph.knowledge), graph.document)]
        if evidence:
            sides.append((written(graph.evidence), graph.evidence_name))
        return _lines(f"{triple} {name} .\n" for triples, name in sides for triple in triples)


def _lines(lines: Iterable[str]) -> bytes:
    return "".join(sorted(lines)).encode()

"""Shortens IRIs to a prefix and a local name; knows the namespaces of kgexport, and no syntax.

Only local names of plain ASCII are taken, so that a writer needs no escape but for `=` and `,` (of `#char=12,18`).
"""

from __future__ import annotations

import re

from kgexport.graph import ArticleGraph
from kgexport.vocabulary import PREFIXES, SCHEMA

ENTITY_PREFIX = "e"
"""Prefix of the linked entities, `{base}entity/`."""

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.=,-]*[A-Za-z0-9_-])?")


class Names:
    """The namespaces a file may shorten with, and which of them were used."""

    def __init__(self, graph: ArticleGraph, document_prefix: str, leave_out: frozenset[str] = frozenset()) -> None:
        """`document_prefix` stands for `D#`; prefixes in `leave_out` are not used at all."""
        candidates = {
            **PREFIXES,
            SCHEMA.prefix: graph.schema_iri,
            ENTITY_PREFIX: graph.base + "entity/",
            document_prefix: graph.document.value + "#",
        }
        self._prefixes = {iri: prefix for prefix, iri in candidates.items() if prefix not in leave_out}
        self._used: set[str] = set()

    def split(self, iri: str) -> tuple[str, str] | None:
        """Prefix and local name, e.g. `("schema", "name")`; None where the IRI must be written in full."""
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self._prefixes.get(iri[:cut])
        if prefix is None or not _LOCAL.fullmatch(iri, cut):
            return None
        self._used.add(prefix)
        return prefix, iri[cut:]

    def used(self) -> list[tuple[str, str]]:
        """The prefixes that were given out so far, with their IRIs, in order of the prefix."""
        return sorted((prefix, iri) for iri, prefix in self._prefixes.items() if prefix in self._used)

"""The seam of reading: one method; knows the core types only."""

from __future__ import annotations

from typing import Protocol

from kgexport.model import Article, Source


class Reader(Protocol):
    """Reads one format."""

    def read(self, source: Source) -> Article:
        """Make an article of the source's bytes. Raises InputError, one line, where that cannot be done."""
        ...

"""The seam of linking: one method; knows the core types only."""

from __future__ import annotations

from typing import Protocol

from kgexport.model import Annotations


class Linker(Protocol):
    """Finds out who or what the entities of an article are."""

    def link(self, annotations: Annotations) -> Annotations:
        """Take annotations with entities; give back the same with identities, entities of one identity merged."""
        ...


class NoLinker:
    """Leaves every entity inside its article."""

    def link(self, annotations: Annotations) -> Annotations:
        """The annotations, unchanged."""
        return annotations

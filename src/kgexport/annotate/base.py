"""The seam of annotation: one method; knows the core types only."""

from __future__ import annotations

from typing import Protocol

from kgexport.model import Annotations


class Annotator(Protocol):
    """Finds one layer of things in an article."""

    def annotate(self, so_far: Annotations) -> Annotations:
        """Take the article (`so_far.article`) with all earlier layers; give back the same with more."""
        ...

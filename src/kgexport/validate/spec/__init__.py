"""The verdict `spec`: terms of schema.org that exist, in the domain and the range that the vocabulary gives them."""

from __future__ import annotations

from pathlib import Path

from kgexport.validate.facts import Facts
from kgexport.validate.report import Finding


def check_spec(facts: Facts, vocabulary: Path | None = None) -> tuple[list[Finding], frozenset[str]]:
    """Findings over facts in http://schema.org/, and the nodes that a rule looked at.

    `vocabulary` is a release of schema.org as RDF; None is the one that pySHACL carries.
    """
    raise NotImplementedError


__all__ = ["check_spec"]

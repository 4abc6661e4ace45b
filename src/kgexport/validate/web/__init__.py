"""The verdict `web`: what search engines require or recommend of structured data about articles and events."""

from __future__ import annotations

from kgexport.validate.engines import Engine
from kgexport.validate.facts import Facts
from kgexport.validate.report import Finding, Verdict


def check_web(facts: Facts, engine: Engine) -> tuple[list[Finding], frozenset[str]]:
    """Findings of the shapes over facts in http://schema.org/, and the nodes that a shape looked at."""
    return engine.check(facts, Verdict.WEB)


__all__ = ["check_web"]

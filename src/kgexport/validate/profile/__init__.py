"""The verdict `profile`: what kgexport promises of its own graphs, by shapes and by what SHACL core cannot say."""

from __future__ import annotations

from dataclasses import replace

from kgexport.validate.engines import Engine
from kgexport.validate.facts import Facts
from kgexport.validate.profile.checks import CHECKS
from kgexport.validate.report import Finding, Verdict


def check_profile(facts: Facts, engine: Engine) -> tuple[list[Finding], frozenset[str]]:
    """Findings of the shapes and of the built-in checks, and the nodes that a shape looked at."""
    findings, focus = engine.check(facts, Verdict.PROFILE)
    for name, check in CHECKS.items():
        findings.extend(replace(finding, shape=name) for finding in check(facts))
    return findings, focus


__all__ = ["CHECKS", "check_profile"]

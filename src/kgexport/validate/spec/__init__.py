"""The verdict `spec`: terms of schema.org that exist, in the domain and the range that the vocabulary gives them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kgexport.validate.facts import Facts
from kgexport.validate.report import Finding
from kgexport.validate.spec.bundled import bundled_vocabulary
from kgexport.validate.spec.release import read_release
from kgexport.validate.spec.rules import RULES, Rule
from kgexport.validate.spec.use import Use
from kgexport.validate.spec.vocabulary import Property, Vocabulary


def load_vocabulary(path: Path | None = None) -> Vocabulary:
    """The vocabulary of a release of schema.org, or the one that comes with pySHACL; read once a process."""
    return bundled_vocabulary() if path is None else read_release(path)


def check_spec(facts: Facts, vocabulary: Path | None = None) -> tuple[list[Finding], frozenset[str]]:
    """Findings over the facts, in http://schema.org/ or https://schema.org/, and the nodes that use schema.org.

    `vocabulary` is a release of schema.org as RDF; None is the one that pySHACL carries. Other vocabularies in the
    graph are left alone. Raises InputError where the vocabulary cannot be read.
    """
    use = Use(facts, load_vocabulary(vocabulary))
    findings = [
        replace(finding, severity=rule.severity, shape=rule.name)
        for rule in RULES.values()
        for finding in rule.check(use)
    ]
    return findings, use.focus


__all__ = ["RULES", "Property", "Rule", "Vocabulary", "check_spec", "load_vocabulary"]

"""How a row of the tables of rules is made; knows no rule."""

from __future__ import annotations

from kgexport.validate.report import Severity, Verdict
from kgexport.validate.rule import Rule, snippet

RDF = "https://www.w3.org/TR/rdf11-concepts/"
GRAPH = "the graph as a whole"
NODE = "every node"


def rule(
    name: str,
    title: str,
    target: str,
    message: str,
    *,
    why: str,
    source: str,
    good: str,
    bad: str,
    path: str = "",
    severity: Severity = Severity.VIOLATION,
) -> Rule:
    """A rule of the profile; the examples are Turtle without prefixes, indented as suits the table."""
    return Rule(
        name=name,
        verdict=Verdict.PROFILE,
        severity=severity,
        title=title,
        message=message,
        why=why,
        source=source,
        targets=(target,),
        path=path,
        good=snippet(good),
        bad=snippet(bad),
    )

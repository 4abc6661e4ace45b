"""What checking a graph gives: findings in plain words about named things; knows no library for shapes or files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import Literal, NamedNode

from kgexport.graph import Node


class Severity(StrEnum):
    """How bad a finding is; only a violation makes a graph fail (SHACL, section 2.1.4)."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


class Verdict(StrEnum):
    """Whose rules a finding is about; the three are never mixed."""

    SPEC = "spec"
    """schema.org: known terms, in the domain and the range that the vocabulary gives them."""
    PROFILE = "profile"
    """What kgexport promises of its own graphs."""
    WEB = "web"
    """What search engines require or recommend of structured data about articles and events."""


_ORDER = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or worth a look."""

    severity: Severity
    thing: str
    """What readers call the thing: its name, headline or text; else its shortened IRI."""
    focus: str | None
    """Its whole IRI, `_:` for a blank node, None where the finding is about the graph as a whole."""
    property: str | None
    """The property in its short form, `schema:agent`; several joined by `|` where any of them is meant."""
    value: Node | None
    """The value at fault; None where one is missing. A blank node is not shown."""
    message: str
    """What is wrong and what would be right, in plain words."""
    shape: str
    """The shape (`Event-agent`) or built-in check (`blank-node`) that says so."""
    verdict: Verdict = Verdict.PROFILE

    def sort_key(self) -> tuple[str, int, str, str, str, str, str]:
        """By verdict, the worst first, then by thing, property, shape and value."""
        return (
            self.verdict,
            _ORDER[self.severity],
            self.focus or "",
            self.property or "",
            self.shape,
            str(self.value),
            self.message,
        )


def violation(thing: str, focus: str | None, prop: str | None, value: object, message: str) -> Finding:
    """A violation that a built-in check found; the check's name is put in as its shape when all of them are run."""
    shown = value if isinstance(value, NamedNode | Literal) else None
    return Finding(Severity.VIOLATION, thing, focus, prop, shown, message, "")


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one check. `Report.of` sorts the findings and drops what comes twice."""

    findings: tuple[Finding, ...]
    focus_count: int
    """How many nodes were checked by at least one shape or rule."""
    verdicts: tuple[Verdict, ...] = (Verdict.PROFILE,)
    """Whose rules were asked."""

    @classmethod
    def of(
        cls, findings: Iterable[Finding], focus_count: int, verdicts: tuple[Verdict, ...] = (Verdict.PROFILE,)
    ) -> Report:
        """The report of these findings, in the one order that does not depend on how they were found."""
        return cls(tuple(sorted(set(findings), key=Finding.sort_key)), focus_count, verdicts)

    @property
    def conforms(self) -> bool:
        """False where there is a violation, or where nothing was checked at all."""
        return self.focus_count > 0 and not self.count(Severity.VIOLATION)

    def count(self, severity: Severity) -> int:
        """How many findings there are of one severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def to_text(self, source: str = "graph") -> str:
        """For people: a line a finding, the verdict last."""
        from kgexport.validate.outputs import render

        return render(self, "text", source)

    def to_json(self, source: str = "graph") -> str:
        """For programs: one JSON object."""
        from kgexport.validate.outputs import render

        return render(self, "json", source)

    def to_turtle(self, source: str = "graph") -> str:
        """For RDF tools: a `sh:ValidationReport`."""
        from kgexport.validate.outputs import render

        return render(self, "turtle", source)

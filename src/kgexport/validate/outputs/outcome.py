"""What is written: the outcome of each source, in the order they were asked for; knows no format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kgexport.validate.report import Finding, Report, Severity


@dataclass(frozen=True, slots=True)
class Outcome:
    """What checking one source gave: a report, or why there is none."""

    source: str
    """What the source is called: a path, an address, `-`."""
    report: Report | None
    """None where the source could not be read; `error` then says why."""
    error: str = ""
    accepted: int = 0
    """How many findings a baseline accepts; they are not in the report any more."""
    hidden: int = 0
    """How many findings at the end of the report are counted, but not shown."""

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings to show."""
        findings = self.report.findings if self.report else ()
        return findings[: len(findings) - self.hidden]

    @property
    def conforms(self) -> bool:
        """False where there is a violation, or where nothing was checked."""
        return self.report is not None and self.report.conforms

    def count(self, severity: Severity) -> int:
        """How many findings there are of one severity, shown or not."""
        return self.report.count(severity) if self.report else 0

    def fails(self, least: Severity) -> bool:
        """Whether there is a finding of that severity or a worse one, or nothing was checked."""
        order = list(Severity)
        worse = order[: order.index(least) + 1]
        return self.report is None or not self.report.focus_count or any(map(self.count, worse))


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that one call checked."""

    outcomes: tuple[Outcome, ...]
    stale: tuple[str, ...] = ()
    """Entries of the baseline that nothing was found for any more, each in a line of words."""

    @property
    def checked(self) -> tuple[Outcome, ...]:
        """The sources that could be read."""
        return tuple(outcome for outcome in self.outcomes if outcome.report)

    @property
    def conforms(self) -> bool:
        """True where every source does."""
        return all(outcome.conforms for outcome in self.outcomes)

    @property
    def hidden(self) -> int:
        """How many findings are not shown."""
        return sum(outcome.hidden for outcome in self.outcomes)

    def fails(self, least: str) -> bool:
        """Whether a source that could be read fails at the severity of that name."""
        return any(outcome.fails(Severity(least)) for outcome in self.checked)

    def limited(self, most: int) -> Run:
        """The same with the first `most` findings of all sources to show; the others are only counted."""
        left, made = most, []
        for outcome in self.outcomes:
            found = len(outcome.report.findings) if outcome.report else 0
            made.append(replace(outcome, hidden=max(0, found - left)))
            left = max(0, left - found)
        return Run(tuple(made), self.stale)

    def findings(self) -> Iterable[tuple[Outcome, Finding]]:
        """Every finding to show, with where it was found."""
        return ((outcome, finding) for outcome in self.outcomes for finding in outcome.shown)


@dataclass(frozen=True, slots=True)
class Look:
    """Where a report for people is shown; formats for programs do not care."""

    colour: bool = False
    width: int | None = None
    """Columns of the terminal; None where lines may be of any length."""

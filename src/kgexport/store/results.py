"""What is done to graphs and what became of them, and the sum of it; knows no store and prints nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pyoxigraph import NamedNode

from kgexport.errors import KgexportError


class Action(StrEnum):
    """What is done to the graphs."""

    REPLACE = "replace"
    APPEND = "append"
    DELETE = "delete"


class Outcome(StrEnum):
    """What became of a graph."""

    DONE = "done"
    PLANNED = "planned"
    """It would be done, but for `--dry-run`."""
    HELD = "held"
    """The resume file says that it was done."""
    SAME = "same"
    """Another file of this run is the same graph."""
    ABSENT = "absent"
    """There was nothing to delete."""
    FAILED = "failed"
    UNTRIED = "untried"
    """The run ended before."""


class Agreement(StrEnum):
    """How what a store gives back agrees with what was sent."""

    EXACT = "exact"
    """Isomorphic, each literal spelt as it was sent."""
    BY_VALUE = "by value"
    """Isomorphic, but for literals of the same value in another spelling."""
    IN_PART = "in part"
    """As many triples as were sent, but the store gave only some of them back; those are right."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one graph, or of a file that could not be read."""

    file: str
    graph: NamedNode | None
    outcome: Outcome
    triples: int = 0
    size: int = 0
    """Bytes."""
    error: Exception | None = None
    verified: Agreement | None = None
    """How what came back agrees with what was sent, if that was asked for."""
    outdated: bool = False
    """Whether older evidence of the article was taken out, since its graph changed and came without evidence."""


_DONE = {Action.REPLACE: "loaded", Action.APPEND: "added", Action.DELETE: "deleted"}
_LINES = {
    Outcome.PLANNED: ("planned", "nothing was sent"),
    Outcome.HELD: ("skipped", "done before, says the resume file"),
    Outcome.SAME: ("same", "the same graph as in another file"),
    Outcome.ABSENT: ("absent", "not in the store"),
    Outcome.FAILED: ("failed", "see above"),
    Outcome.UNTRIED: ("untried", "the run ended before"),
}
"""Outcome -> the word of its line, and what it means."""
_OUTDATED = "their articles changed and came without evidence; load TriG or N-Quads to have it again"
_LIMITS = {
    Agreement.BY_VALUE: "the store spells some literals in its own way",
    Agreement.IN_PART: "by number, since the store gives back only a part of so large a graph",
}
"""What is to be said of those that do not agree exactly."""


@dataclass(slots=True)
class Summary:
    """The sum of a run's results."""

    store: str
    action: Action
    counts: Counter[Outcome] = field(default_factory=Counter)
    triples: int = 0
    """Of the graphs that were, or would be, done."""
    size: int = 0
    verified: Counter[Agreement] = field(default_factory=Counter)
    outdated: int = 0
    """How many graphs of evidence were taken out, since their articles changed."""
    unsure: str = ""
    """Why it is not known whether there were more of these."""
    exit_code: int = 0
    """0, or the highest of what went wrong."""

    def add(self, result: Result) -> None:
        """Take one more into account."""
        self.counts[result.outcome] += 1
        if result.outcome in (Outcome.DONE, Outcome.PLANNED):
            self.triples += result.triples
            self.size += result.size
        self.outdated += result.outdated
        if result.verified is not None:
            self.verified[result.verified] += 1
        if isinstance(result.error, KgexportError):
            self.exit_code = max(self.exit_code, result.error.exit_code)

    @property
    def failed(self) -> int:
        """How many failed."""
        return self.counts[Outcome.FAILED]

    def as_record(self) -> dict[str, Any]:
        """The summary as data, for `--log-format json`."""
        counts = {str(outcome): self.counts[outcome] for outcome in Outcome}
        verified = {f"verified_{agreement.replace(' ', '_')}": self.verified[agreement] for agreement in Agreement}
        volume = {"triples": self.triples, "bytes": self.size}
        evidence = {"outdated": self.outdated, **({"unsure": self.unsure} if self.unsure else {})}
        return {"store": self.store, "action": str(self.action), **counts, **verified, **volume, **evidence}

    def as_text(self, seconds: float) -> str:
        """The summary for a person."""
        lines = [self.store]
        if self.counts[Outcome.DONE]:
            volume = f", {self.triples:,} triple{'' if self.triples == 1 else 's'}" * (self.action is not Action.DELETE)
            volume += f", {_bytes(self.size)}" * bool(self.size and volume)
            lines.append(f"  {_DONE[self.action]:8} {_graphs(self.counts[Outcome.DONE])}{volume} in {seconds:.1f} s")
        if self.verified:
            limits = [f"{self.verified[how]:,} {how}: {why}" for how, why in _LIMITS.items() if self.verified[how]]
            said = f" ({'; '.join(limits)})" if limits else ""
            lines.append(f"  verified {_graphs(self.verified.total())}{said}")
        if self.outdated:
            lines.append(f"  outdated {_graphs(self.outdated)} of evidence removed ({_OUTDATED})")
        if self.unsure:
            lines.append(f"  unsure   whether evidence of older versions is left ({self.unsure})")
        for outcome, (word, meaning) in _LINES.items():
            if self.counts[outcome]:
                files_too = outcome in (Outcome.FAILED, Outcome.UNTRIED)
                lines.append(f"  {word:8} {_graphs(self.counts[outcome], files_too)} ({meaning})")
        return "\n".join(lines)


def _graphs(count: int, files_too: bool = False) -> str:
    one, many = ("graph or file", "graphs or files") if files_too else ("graph", "graphs")
    return f"{count:,} {one if count == 1 else many}"


def _bytes(size: int) -> str:
    for unit, factor in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return f"{size} bytes"

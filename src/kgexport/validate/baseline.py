"""Known findings that are accepted, kept in a file that is easy to review; knows no rule and no format of reports.

A finding is accepted by its fingerprint. That there was nothing to check can't be accepted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from kgexport.errors import InputError
from kgexport.validate.fingerprint import fingerprint
from kgexport.validate.outputs.outcome import Outcome
from kgexport.validate.report import Finding, Report
from kgexport.validate.run import NOTHING_TO_CHECK

VERSION = 1
"""Of the layout of the file."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An accepted finding; only the fingerprint, the verdict and the sources count, the rest is for readers."""

    fingerprint: str
    verdict: str
    shape: str
    thing: str
    focus: str | None
    property: str | None
    value: str | None
    """As in N-Triples."""
    message: str
    sources: tuple[str, ...]
    """Where it was found when the file was written."""

    @classmethod
    def of(cls, finding: Finding, source: str) -> Entry:
        """What accepts the finding."""
        return cls(
            fingerprint=fingerprint(finding, source),
            verdict=finding.verdict,
            shape=finding.shape,
            thing=finding.thing,
            focus=finding.focus,
            property=finding.property,
            value=None if finding.value is None else str(finding.value),
            message=finding.message,
            sources=(source,),
        )

    @classmethod
    def read(cls, row: dict[str, Any]) -> Entry:
        """The entry of a row of the file; raises ValueError, TypeError or KeyError for one that is none."""
        entry = cls(**{**row, "sources": tuple(row["sources"])})
        texts = (entry.fingerprint, entry.verdict, entry.shape, entry.thing, entry.message, *entry.sources)
        maybe = (entry.focus, entry.property, entry.value)
        if not all(isinstance(text, str) for text in texts) or not all(isinstance(text, str | None) for text in maybe):
            raise ValueError("an entry has texts only")
        if not isinstance(row["sources"], list):
            raise ValueError("sources is a list")
        return entry

    def words(self) -> str:
        """`Person-worksFor: Kari Holm schema:worksFor <…> (a.ttl)`."""
        about = " ".join(part for part in (self.thing, self.property, self.value) if part)
        return f"{self.shape}: {about} ({', '.join(self.sources)})"

    def sort_key(self) -> tuple[str, ...]:
        """The order in the file."""
        focus, prop, value = self.focus or "", self.property or "", self.value or ""
        return (self.verdict, self.shape, focus, prop, value, self.fingerprint)


@dataclass(frozen=True, slots=True)
class Baseline:
    """Accepted findings by their fingerprint."""

    entries: dict[str, Entry]

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> Baseline:
        """What accepts every finding of these outcomes that can be accepted."""
        entries: dict[str, Entry] = {}
        for outcome in outcomes:
            for finding in _acceptable(outcome):
                made = Entry.of(finding, outcome.source)
                known = entries.setdefault(made.fingerprint, made)
                if outcome.source not in known.sources:
                    entries[made.fingerprint] = replace(known, sources=(*known.sources, outcome.source))
        return cls(entries)

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """The baseline in a file; raises InputError with one line where it is none."""
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            if not isinstance(data, dict) or data.get("version") != VERSION:
                raise ValueError(f"its version is not {VERSION}")
            entries = [Entry.read(row) for row in data["findings"]]
        except OSError as error:
            raise InputError(f"{path}: {error.strerror or error}; --write-baseline makes such a file") from error
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise InputError(f"{path}: not a baseline that --write-baseline made ({error})") from error
        return cls({entry.fingerprint: entry for entry in entries})

    def to_json(self) -> str:
        """The file: sorted, a line a field, so that a change is a small difference."""
        rows = [asdict(entry) for entry in sorted(self.entries.values(), key=Entry.sort_key)]
        return json.dumps({"version": VERSION, "findings": rows}, ensure_ascii=False, indent=1) + "\n"

    def apply(self, outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
        """The outcomes without the findings that are accepted, which are counted."""
        return tuple(self._applied(outcome) for outcome in outcomes)

    def _applied(self, outcome: Outcome) -> Outcome:
        if outcome.report is None:
            return outcome
        accepted = {item for item in _acceptable(outcome) if fingerprint(item, outcome.source) in self.entries}
        left = tuple(finding for finding in outcome.report.findings if finding not in accepted)
        report = Report(left, outcome.report.focus_count, outcome.report.verdicts)
        return replace(outcome, report=report, accepted=len(accepted))

    def stale(self, outcomes: Sequence[Outcome]) -> tuple[Entry, ...]:
        """The entries that nothing was found for any more in these outcomes, which `apply` has not changed yet.

        An entry about a source or a verdict that was not asked for is none of them.
        """
        found, asked = Baseline.of(outcomes).entries, _asked(outcomes)
        unfound = (entry for entry in self.entries.values() if entry.fingerprint not in found)
        return tuple(sorted((entry for entry in unfound if _about(entry, asked)), key=Entry.sort_key))

    def renewed(self, outcomes: Sequence[Outcome]) -> Baseline:
        """What accepts the findings of these outcomes, and what this one says of other sources and verdicts."""
        asked = _asked(outcomes)
        kept = {key: entry for key, entry in self.entries.items() if not _about(entry, asked)}
        return Baseline({**kept, **Baseline.of(outcomes).entries})


def _acceptable(outcome: Outcome) -> Iterator[Finding]:
    for finding in outcome.report.findings if outcome.report else ():
        if finding.shape != NOTHING_TO_CHECK.shape:
            yield finding


def _asked(outcomes: Iterable[Outcome]) -> set[tuple[str, str]]:
    """Source and verdict of everything that was checked."""
    return {(item.source, str(verdict)) for item in outcomes if item.report for verdict in item.report.verdicts}


def _about(entry: Entry, asked: set[tuple[str, str]]) -> bool:
    return all((source, entry.verdict) in asked for source in entry.sources)

"""The words that reports for people and for programs share: severities, values, counts; writes no format."""

from __future__ import annotations

import json
import re

from pyoxigraph import NamedNode

from kgexport.validate.facts import short
from kgexport.validate.outputs.outcome import Outcome, Run
from kgexport.validate.report import Finding, Severity, Verdict

SEVERITY_WORDS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

VERDICT_WORDS = {
    Verdict.SPEC: "terms of schema.org, with the values that they take",
    Verdict.PROFILE: "what kgexport promises of its graphs",
    Verdict.WEB: "what search engines require or recommend",
}

_LONGEST_VALUE = 80
# what could steer a terminal, break a line or turn the reading direction: C0, C1, line separators, bidi controls
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """The text in one line with nothing that a terminal would act on: control characters as `\\x1b`."""
    return _UNSEEN.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def shown_value(finding: Finding) -> str | None:
    """The value at fault, cut to a short line: `schema:Person`, `"text"`; None where there is none."""
    if finding.value is None:
        return None
    if isinstance(finding.value, NamedNode):
        text = short(finding.value.value)
    else:
        text = json.dumps(finding.value.value, ensure_ascii=False)
    return printable(text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…")


def shown_property(finding: Finding) -> str | None:
    """The property as readers know it; a way back (`^schema:agent`) would only puzzle them."""
    return None if finding.property and "^" in finding.property else finding.property


def shown_focus(finding: Finding) -> str | None:
    """The IRI of the thing; None for a blank node and for the graph as a whole."""
    return finding.focus if finding.focus and finding.focus != "_:" else None


def said(finding: Finding) -> str:
    """`schema:worksFor Tirana: what is wrong`: all about a finding but its thing."""
    where = " ".join(part for part in (shown_property(finding), shown_value(finding)) if part)
    return printable(f"{where}: {finding.message}" if where else finding.message)


def number(count: int, noun: str) -> str:
    """`1 node`, `2 nodes`."""
    return f"{count} {noun}" + ("" if count == 1 else "s")


def counts(outcome: Outcome) -> str:
    """`3 nodes checked, 1 error, 0 warnings`; notes and what a baseline accepts only where there are any."""
    focus_count = outcome.report.focus_count if outcome.report else 0
    parts = [f"{number(focus_count, 'node')} checked"]
    for severity, word in SEVERITY_WORDS.items():
        if severity is not Severity.INFO or outcome.count(severity):
            parts.append(number(outcome.count(severity), word))
    if outcome.accepted:
        parts.append(f"{outcome.accepted} accepted")
    return ", ".join(parts)


def closing(run: Run) -> list[str]:
    """Lines about all sources together: how many there are, what is not shown, what the baseline need not say."""
    lines = []
    if len(run.outcomes) > 1 and run.checked:
        good = sum(outcome.conforms for outcome in run.checked)
        parts = [f"{good} conform", f"{len(run.checked) - good} do not"]
        if len(run.checked) < len(run.outcomes):
            parts.append(f"{len(run.outcomes) - len(run.checked)} could not be read")
        lines.append(f"{len(run.outcomes)} sources: {', '.join(parts)}")
    if run.hidden:
        lines.append(f"{number(run.hidden, 'more finding')} not shown")
    if run.stale:
        lines.append(f"{number(len(run.stale), 'accepted finding')} no longer found; write the baseline again:")
        lines.extend(f"  {printable(entry)}" for entry in run.stale)
    return lines

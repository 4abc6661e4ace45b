"""A report for programs: one JSON object for all sources.

`version` is that of this layout, which only ever gets new keys while it stays the same. `findings` holds those of all
sources, each with its `source`; `conforms` is about all of them, `focusCount` is their sum. Where there is one source,
its name is in `source` too: this is what one source alone has always looked like.
"""

from __future__ import annotations

import json
from typing import Any

from pyoxigraph import Literal, NamedNode

from kgexport.validate.facts import short
from kgexport.validate.fingerprint import fingerprint
from kgexport.validate.outputs.outcome import Look, Outcome, Run
from kgexport.validate.report import Finding, Severity

LAYOUT = 1


def write(run: Run, look: Look) -> str:
    """The object, in UTF-8 and indented."""
    whole: dict[str, Any] = {
        "version": LAYOUT,
        **({"source": run.outcomes[0].source} if len(run.outcomes) == 1 else {}),
        "conforms": run.conforms,
        "focusCount": sum(outcome.report.focus_count for outcome in run.outcomes if outcome.report),
        "sources": [_source(outcome) for outcome in run.outcomes],
        "findings": [_finding(outcome, finding) for outcome, finding in run.findings()],
        "hidden": run.hidden,
        "stale": list(run.stale),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _source(outcome: Outcome) -> dict[str, Any]:
    if outcome.report is None:
        return {"source": outcome.source, "conforms": False, "error": outcome.error}
    return {
        "source": outcome.source,
        "conforms": outcome.conforms,
        "focusCount": outcome.report.focus_count,
        "verdicts": list(outcome.report.verdicts),
        **{f"{severity}s": outcome.count(severity) for severity in Severity},
        "accepted": outcome.accepted,
    }


def _finding(outcome: Outcome, finding: Finding) -> dict[str, Any]:
    return {
        "source": outcome.source,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "thing": finding.thing,
        "focus": finding.focus,
        "property": finding.property,
        "value": _value(finding),
        "message": finding.message,
        "shape": finding.shape,
        "fingerprint": fingerprint(finding, outcome.source),
    }


def _value(finding: Finding) -> dict[str, str | None] | None:
    match finding.value:
        case NamedNode():
            return {"iri": finding.value.value}
        case Literal(language=None):
            return {"text": finding.value.value, "datatype": short(finding.value.datatype.value)}
        case Literal():
            return {"text": finding.value.value, "language": finding.value.language}
    return None

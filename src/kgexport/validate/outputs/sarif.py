"""A report for code review: SARIF 2.1.0 (OASIS), one run; a rule a shape or check, a result a finding.

The place of a result is its file, relative to the current folder: a graph has no lines, but the thing is named as a
logical location. What could not be read is a notification of the run.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from kgexport.errors import UnknownNameError
from kgexport.validate.fingerprint import fingerprint
from kgexport.validate.outputs.outcome import Look, Run
from kgexport.validate.outputs.words import printable, said, shown_focus
from kgexport.validate.report import Finding, Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write(run: Run, look: Look) -> str:
    """The log file, in UTF-8 and indented."""
    from kgexport import __version__

    rules = {name: place for place, name in enumerate(sorted({finding.shape for _, finding in run.findings()}))}
    artifacts = {location["uri"]: location for location in (_artifact(outcome.source) for outcome in run.outcomes)}
    places = {uri: place for place, uri in enumerate(artifacts)}
    made = {
        "tool": {"driver": {"name": "kgexport", "version": __version__, "rules": [_rule(name) for name in rules]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(run)],
        "artifacts": [{"location": location} for location in artifacts.values()],
        "results": [
            _result(finding, outcome.source, rules[finding.shape], places[_artifact(outcome.source)["uri"]])
            for outcome, finding in run.findings()
        ],
        "properties": {"hidden": run.hidden, "accepted": sum(outcome.accepted for outcome in run.outcomes)},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [made]}, ensure_ascii=False, indent=2) + "\n"


def _rule(name: str) -> dict[str, Any]:
    """What the catalogue says of a rule; only its name, where the rule is not in it."""
    from kgexport.validate.catalogue import explain

    try:
        rule = explain(name)
    except UnknownNameError:
        return {"id": name, "name": name}
    texts = {"shortDescription": rule.title, "fullDescription": rule.message, "help": rule.why}
    return {
        "id": name,
        "name": name,
        **{key: {"text": text} for key, text in texts.items() if text},
        **({"helpUri": rule.source} if rule.source else {}),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.verdict]},
    }


def _invocation(run: Run) -> dict[str, Any]:
    unread = [outcome for outcome in run.outcomes if outcome.report is None]
    notes = [
        {
            "level": "error",
            "message": {"text": printable(outcome.error)},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(outcome.source)}}],
        }
        for outcome in unread
    ]
    return {"executionSuccessful": not unread, "toolExecutionNotifications": notes}


def _result(finding: Finding, source: str, rule: int, artifact: int) -> dict[str, Any]:
    name = printable(finding.thing)
    return {
        "ruleId": finding.shape,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{name}: {said(finding)}"},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {**_artifact(source), "index": artifact}},
                "logicalLocations": [{"name": name, "fullyQualifiedName": shown_focus(finding) or name}],
            }
        ],
        "partialFingerprints": {"kgexportFinding/v1": fingerprint(finding, source)},
        "properties": {"verdict": finding.verdict, **({"property": finding.property} if finding.property else {})},
    }


def _artifact(source: str) -> dict[str, str]:
    """The place as a URI: relative to the current folder for a file in it, else as it is."""
    if urlsplit(source).scheme in ("http", "https"):
        return {"uri": source}
    path = Path(source)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(path.as_posix()), "uriBaseId": "%SRCROOT%"}

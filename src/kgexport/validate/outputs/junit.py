"""A report as JUnit XML, as build servers read it: a suite a source, a case a rule that found something.

Violations of a rule are its one failure (some servers keep only the first of several); warnings and notes are its
output. A verdict in which nothing failed or nothing was found has a case of its own that passes. There is no time in
it: the same findings are the same file.
"""

from __future__ import annotations

import re
from itertools import groupby
from xml.etree import ElementTree

from kgexport.validate.outputs.outcome import Look, Outcome, Run
from kgexport.validate.outputs.words import SEVERITY_WORDS, number, said, shown_focus
from kgexport.validate.report import Finding, Severity, Verdict

# what XML 1.0 (section 2.2) has no characters for
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(run: Run, look: Look) -> str:
    """The whole document, in UTF-8."""
    root = ElementTree.Element("testsuites", name="kgexport validate")
    suites = [_suite(root, outcome) for outcome in run.outcomes]
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(root: ElementTree.Element, outcome: Outcome) -> ElementTree.Element:
    suite = ElementTree.SubElement(root, "testsuite", name=_xml(outcome.source))
    if outcome.report is None:
        _child(_case(suite, outcome, "reading"), "error", outcome.error, message=outcome.error, type="unreadable")
    for verdict in outcome.report.verdicts if outcome.report else ():
        _verdict(suite, outcome, verdict)
    if outcome.report and not outcome.conforms and not outcome.count(Severity.VIOLATION):
        message = "nothing in the graph could be checked"
        _child(_case(suite, outcome, "something to check"), "failure", message, message=message, type="violation")
    if outcome.hidden:
        _hidden(_case(suite, outcome, "findings that are not shown"), outcome)
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", str(len(suite.findall("testcase/error"))))
    suite.set("skipped", "0")
    suite.set("time", "0")
    return suite


def _verdict(suite: ElementTree.Element, outcome: Outcome, verdict: Verdict) -> None:
    findings = sorted((item for item in outcome.shown if item.verdict is verdict), key=lambda item: item.shape)
    for rule, group in groupby(findings, key=lambda item: item.shape):
        _rule(_case(suite, outcome, rule, verdict), list(group))
    whole = outcome.report.findings if outcome.report else ()
    failing = any(item.verdict is verdict and item.severity is Severity.VIOLATION for item in whole)
    if not failing and outcome.report and outcome.report.focus_count:
        _case(suite, outcome, "every other rule" if findings else "every rule", verdict)


def _hidden(case: ElementTree.Element, outcome: Outcome) -> None:
    hidden = outcome.report.findings[-outcome.hidden :] if outcome.report else ()
    failing = sum(finding.severity is Severity.VIOLATION for finding in hidden)
    text = f"{number(len(hidden), 'more finding')} not shown"
    if failing:
        _child(case, "failure", text, message=f"{number(failing, 'more error')} not shown", type="violation")
    else:
        _child(case, "system-out", text)


def _case(
    suite: ElementTree.Element, outcome: Outcome, name: str, verdict: Verdict | None = None
) -> ElementTree.Element:
    classname = f"{outcome.source}: {verdict}" if verdict else outcome.source
    return ElementTree.SubElement(suite, "testcase", classname=_xml(classname), name=_xml(name), time="0")


def _rule(case: ElementTree.Element, findings: list[Finding]) -> None:
    failing = [finding for finding in findings if finding.severity is Severity.VIOLATION]
    if failing:
        text = "\n".join(map(_line, failing))
        _child(
            case, "failure", text, message=f"{number(len(failing), 'error')}: {failing[0].message}", type="violation"
        )
    others = [finding for finding in findings if finding not in failing]
    if others:
        _child(case, "system-out", "\n".join(map(_line, others)))


def _line(finding: Finding) -> str:
    iri = shown_focus(finding)
    name = f"{finding.thing} <{iri}>" if iri else finding.thing
    return f"{SEVERITY_WORDS[finding.severity]}: {name}: {said(finding)}"


def _child(parent: ElementTree.Element, tag: str, text: str, **attributes: str) -> None:
    child = ElementTree.SubElement(parent, tag, {name: _xml(value) for name, value in attributes.items()})
    child.text = _xml(text)


def _xml(text: str) -> str:
    """The text with a replacement character for each one that XML does not have."""
    return _NO_XML.sub("\ufffd", text)

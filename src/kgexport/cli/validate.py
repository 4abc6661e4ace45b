"""`kgexport validate`: check graphs by the rules of schema.org, of the profile and of search engines."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgexport.cli.app import app
from kgexport.cli.console import emit, messages, reporting
from kgexport.errors import InputError, UnknownNameError

if TYPE_CHECKING:
    from kgexport.inputs import Source
    from kgexport.validate.outputs import Look, Run
    from kgexport.validate.report import Verdict

Graphs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="GRAPH...",
        help="Files, folders, patterns, http(s) URLs, or - for stdin: RDF in any format, or HTML with data in it.",
        show_default=False,
    ),
]
Endpoint = Annotated[
    str | None, typer.Option("--endpoint", metavar="URL", help="A SPARQL endpoint, whose default graph is checked.")
]
NamedGraphs = Annotated[
    list[str] | None,
    typer.Option("--graph", metavar="IRI", help="A named graph to check there instead; may be repeated."),
]
Profiles = Annotated[
    list[str] | None,
    typer.Option(
        "--profile",
        metavar="NAME,…",
        help="Whose rules: spec (schema.org), profile (kgexport), web (search engines); may be repeated. Without it, "
        "web pages are checked by spec,web and everything else by profile.",
    ),
]
ReportFormat = Annotated[
    str, typer.Option("-f", "--format", metavar="FORMAT", help="text, table, json, sarif, junit or turtle.")
]
Output = Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Where the report goes; - is stdout.")]
FailOn = Annotated[
    str,
    typer.Option(
        metavar="SEVERITY", help="Exit with 1 for this and what is worse: violation, warning, info; or never."
    ),
]
MaxFindings = Annotated[
    int | None, typer.Option(metavar="N", min=0, help="Show the first N findings and say how many more there are.")
]
Accepted = Annotated[
    Path | None, typer.Option("--baseline", metavar="FILE", help="Known findings, which are counted and accepted.")
]
WriteAccepted = Annotated[
    Path | None, typer.Option("--write-baseline", metavar="FILE", help="Write all that is found as such a FILE.")
]
EngineName = Annotated[
    str,
    typer.Option("--engine", metavar="NAME", help="pyshacl, the reference; fast, for many graphs; or shacl, compiled."),
]
Compare = Annotated[
    int | None,
    typer.Option(
        "--compare",
        metavar="N",
        min=1,
        help="Have N of the graphs checked by both engines, and say on stderr where they differ (exit code 70).",
    ),
]
Vocabulary = Annotated[
    Path | None, typer.Option(metavar="FILE", help="A release of schema.org as RDF, for the rules of spec.")
]

Explain = Annotated[
    str | None, typer.Option("--explain", metavar="RULE", help="Say what a rule wants and why, with examples.")
]
ListRules = Annotated[bool, typer.Option("--list-rules", help="Name all rules, or those of --profile.")]

NEVER = "never"
OF_PAGES = ["spec", "web"]
"""Whose rules web pages are checked by unless it is said: none of them keeps to the profile."""


@app.command(
    short_help="Check graphs, and say what is wrong with which thing.",
    epilog="Examples: kgexport validate out/*.ttl · kgexport validate --profile spec,web -f sarif -o a.sarif a.ttl · "
    "kgexport validate --explain Event-agent. Exit codes: 0 nothing that --fail-on names; 1 something, or nothing to "
    "check; 2 wrong use, or a graph that cannot be read; 3 network or server failed. The highest of all graphs counts.",
)
def validate(
    graphs: Graphs = None,
    endpoint: Endpoint = None,
    graph: NamedGraphs = None,
    profile: Profiles = None,
    report_format: ReportFormat = "text",
    output: Output = "-",
    fail_on: FailOn = "violation",
    max_findings: MaxFindings = None,
    baseline: Accepted = None,
    write_baseline: WriteAccepted = None,
    engine: EngineName = "pyshacl",
    compare: Compare = None,
    vocabulary: Vocabulary = None,
    explain: Explain = None,
    list_rules: ListRules = False,
) -> None:
    """Check graphs; one with nothing to check does not pass, one that cannot be read does not lose the others."""
    with reporting():
        from kgexport.cli.checking import Acceptance, Checker, Sample

        if explain is not None or list_rules:
            _put(_about_rules(explain, profile).encode(), output)
            raise typer.Exit
        _check_names(report_format, fail_on, engine)
        verdicts = _verdicts(profile)
        acceptance, sample = Acceptance(baseline, write_baseline), Sample(compare, verdicts)
        of_pages = verdicts if profile else _verdicts(OF_PAGES)
        checker = Checker(verdicts, of_pages, engine, vocabulary, sample)
        outcomes, code = checker.check_all(_sources(graphs, endpoint, graph))
        run = acceptance.applied(outcomes)
        if fail_on != NEVER and run.fails(fail_on):
            code = max(code, 1)
        _write(run if max_findings is None else run.limited(max_findings), report_format, output)
        code = max(code, sample.compare(len(outcomes)))
    raise typer.Exit(code)


def _sources(graphs: list[str] | None, endpoint: str | None, named: list[str] | None) -> Iterable[Source]:
    from kgexport.inputs import sources

    if named and endpoint is None:
        raise InputError("--graph is a graph of an --endpoint; give that too")
    if not graphs and endpoint is None:
        raise InputError("name the graphs to check: kgexport validate GRAPH… (more with --help)")
    return sources(graphs or (), endpoint=endpoint, graphs=named or ())


def _about_rules(name: str | None, profile: Sequence[str] | None) -> str:
    """The rule of that name; without one a line a rule of the profiles, of all where none is named."""
    from kgexport.validate.catalogue import explain, rules

    if name is not None:
        return explain(name).to_text()
    found = [rule for verdict in (_verdicts(profile) if profile else (None,)) for rule in rules(verdict)]
    width = max((len(rule.name) for rule in found), default=0)
    return "".join(f"{rule.name:{width}}  {rule.verdict:7}  {rule.severity:9}  {rule.title}\n" for rule in found)


def _check_names(report_format: str, fail_on: str, engine: str) -> None:
    from kgexport.validate.engines import ENGINES
    from kgexport.validate.outputs import FORMATS
    from kgexport.validate.report import Severity

    _known("report format", report_format, FORMATS)
    _known("severity", fail_on, (*Severity, NEVER))
    _known("engine", engine, ENGINES)


def _known(kind: str, name: str, names: Iterable[str]) -> None:
    known = list(names)
    if name not in known:
        raise UnknownNameError(kind, name, known)


def _verdicts(names: Sequence[str] | None) -> tuple[Verdict, ...]:
    from kgexport.validate.report import Verdict

    asked = [name.strip() for text in names or ["profile"] for name in text.split(",")]
    for name in asked:
        _known("profile", name, Verdict)
    return tuple(dict.fromkeys(map(Verdict, asked)))


def _write(run: Run, report_format: str, output: str) -> None:
    from kgexport.validate.outputs import render_run
    from kgexport.validate.report import Severity

    _put(render_run(run, report_format, _look(output)).encode("utf-8", "backslashreplace"), output)
    if output != "-":
        counts = {f"{severity}s": sum(outcome.count(severity) for outcome in run.outcomes) for severity in Severity}
        said = ", ".join(f"{count} {name}" for name, count in counts.items())
        messages.info(f"{output}: {said}", output=output, **counts)


def _put(data: bytes, output: str) -> None:
    """Write to stdout, or put the whole into a file, where no half of it is ever seen."""
    from kgexport.export.writing import write_atomically

    if output != "-":
        write_atomically(Path(output), data)
    elif data:
        emit(data)


def _look(output: str) -> Look:
    """Colours and the width of the terminal only where a terminal shows the report (https://no-color.org)."""
    from kgexport.validate.outputs import Look

    if output != "-" or sys.stdout is None or not sys.stdout.isatty():
        return Look()
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Look(not plain, shutil.get_terminal_size().columns)

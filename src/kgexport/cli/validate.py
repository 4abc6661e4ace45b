"""`kgexport validate`: check graphs against the shapes."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kgexport.cli.app import app
from kgexport.cli.console import emit, guarded, reporting


class ReportFormat(StrEnum):
    """How a validation report is written."""

    TEXT = "text"
    JSON = "json"
    TURTLE = "turtle"
    SARIF = "sarif"


@app.command(short_help="Check graphs against the shapes.", epilog="Example: kgexport validate out/*.ttl")
def validate(
    graphs: Annotated[list[Path], typer.Argument(metavar="GRAPH", help="RDF files: .ttl .jsonld .nt .nq .trig")],
    report_format: Annotated[
        ReportFormat, typer.Option("-f", "--format", help="How the report is written.")
    ] = ReportFormat.TEXT,
) -> None:
    """Check graphs against the shapes; a graph with nothing to check does not pass."""
    from kgexport.validate import render, validate_file

    def check(path: str) -> int:
        report = validate_file(Path(path))
        emit(render(report, report_format.value, path).rstrip("\n").encode() + b"\n")
        return 0 if report.conforms else 1

    with reporting():
        code = max(guarded(str(path), check) for path in graphs)
    raise typer.Exit(code)

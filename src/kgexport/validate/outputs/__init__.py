"""Reports as text, table, JSON, SARIF, JUnit XML and Turtle; only the table of formats and re-exports here."""

from __future__ import annotations

from collections.abc import Callable

from kgexport.errors import UnknownNameError
from kgexport.validate.outputs import json, junit, sarif, table, text, turtle
from kgexport.validate.outputs.outcome import Look, Outcome, Run
from kgexport.validate.report import Report

FORMATS: dict[str, Callable[[Run, Look], str]] = {
    "text": text.write,
    "table": table.write,
    "json": json.write,
    "sarif": sarif.write,
    "junit": junit.write,
    "turtle": turtle.write,
}
"""Every way to write reports, by name."""


def render(report: Report, format_name: str = "text", source: str = "graph") -> str:
    """The report as text that ends with a line feed; `source` is what the checked file or graph is called.

    Raises UnknownNameError for a format that is not in `FORMATS`.
    """
    return render_run(Run((Outcome(source, report),)), format_name)


def render_run(run: Run, format_name: str = "text", look: Look | None = None) -> str:
    """The reports of several sources as one text; raises UnknownNameError as `render` does."""
    if format_name not in FORMATS:
        raise UnknownNameError("report format", format_name, FORMATS)
    return FORMATS[format_name](run, look or Look())


__all__ = ["FORMATS", "Look", "Outcome", "Run", "render", "render_run"]

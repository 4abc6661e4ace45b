"""A report as a table: a row a finding, aligned columns; wrapped only where a terminal shows it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from kgexport.validate.outputs.outcome import Look, Outcome, Run
from kgexport.validate.outputs.words import SEVERITY_WORDS, closing, counts, printable, shown_property, shown_value
from kgexport.validate.report import Finding

_COLUMNS = ("severity", "verdict", "thing", "property", "value", "message", "rule")
_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}


def write(run: Run, look: Look) -> str:
    """The table, then a line a source; empty where no source could be read, which has been said then."""
    with_source = len(run.outcomes) > 1
    columns = ("source", *_COLUMNS) if with_source else _COLUMNS
    rows = [_cells(outcome, finding)[not with_source :] for outcome, finding in run.findings()]
    lines = []
    if rows:
        lines = _aligned(columns, rows) if look.width is None else _wrapped(columns, rows, look)
    for outcome in run.checked:
        verb = "conforms" if outcome.conforms else "does not conform"
        lines.append(f"{printable(outcome.source)} {verb}: {counts(outcome)}")
    lines.extend(closing(run))
    return "".join(f"{line}\n" for line in lines)


def _cells(outcome: Outcome, finding: Finding) -> list[str]:
    cells = [
        outcome.source,
        SEVERITY_WORDS[finding.severity],
        finding.verdict,
        finding.thing,
        shown_property(finding) or "",
        shown_value(finding) or "",
        finding.message,
        finding.shape,
    ]
    return list(map(printable, cells))


def _aligned(columns: tuple[str, ...], rows: list[list[str]]) -> list[str]:
    """Lines as long as they have to be; wide characters of East Asia count as two."""
    from rich.cells import cell_len

    widths = [max(map(cell_len, cells)) for cells in zip(columns, *rows, strict=True)]

    def line(cells: Iterable[str]) -> str:
        padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True))
        return "   ".join(padded).rstrip()

    return [line(columns), "─" * (sum(widths) + 3 * len(widths) - 3), *map(line, rows)]


def _wrapped(columns: tuple[str, ...], rows: list[list[str]], look: Look) -> list[str]:
    """Lines as long as the terminal is wide; what is longer goes on below, in its column."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in columns:
        table.add_column(Text(name), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell, style=_STYLES.get(cell, "")) for cell in row))
    system: Literal["standard"] | None = "standard" if look.colour else None
    console = Console(width=look.width, color_system=system, force_terminal=look.colour, no_color=not look.colour)
    with console.capture() as capture:
        console.print(table)
    return [line.rstrip() for line in capture.get().splitlines()]

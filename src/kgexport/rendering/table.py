"""Answers to queries as a table for people; plain text where no terminal reads it."""

from __future__ import annotations

import pyoxigraph as ox

from kgexport.query import Answer, ResultFormat, Triples, rows, serialise


def as_table(answer: Answer, terminal: bool) -> bytes:
    """SELECT as a table with a row count, ASK as yes or no, triples as Turtle."""
    if isinstance(answer, Triples):
        return serialise(answer, ResultFormat.TURTLE)
    if isinstance(answer, ox.QueryBoolean):
        return b"yes\n" if answer else b"no\n"
    columns, cells = rows(answer)
    return _drawn(columns, cells, terminal).encode()


def _drawn(columns: list[str], cells: list[list[str]], terminal: bool) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in columns:
        table.add_column(Text(name))
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    console = Console(width=None if terminal else 10_000, color_system=None, force_terminal=False)
    with console.capture() as capture:
        console.print(table)
    lines = [line.rstrip() for line in capture.get().splitlines()]
    return "\n".join([*lines, f"({len(cells)} {'row' if len(cells) == 1 else 'rows'})", ""])

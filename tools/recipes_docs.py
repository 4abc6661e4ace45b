#!/usr/bin/env python3
"""Writes docs/recipes.md from the headers of the recipes; a test compares the two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kgexport.query.recipes import Recipe, recipes
from kgexport.rendering.recipes import command_of, need_of

TARGET = Path(__file__).resolve().parents[1] / "docs" / "recipes.md"
HEAD = """# Recipes

Written by `tools/recipes_docs.py` from the headers of `recipes/*.rq`; do not edit.

A recipe is a question that is ready to be asked of exported graphs: `kgexport query GRAPH… --recipe NAME`, or
`--store DIR|URL` in the place of the files. `--list` says which there are, `--list --recipe NAME` all about one,
`--show` prints the SPARQL instead, for any client; with graphs or a store, as it is asked of them.
`--format csv` (tsv, json, xml) gives the answer to a program.

- **Values** are given with `--param NAME=VALUE`. A *thing* is an IRI (`wd:Q43`, which finds what has that identity
  too) or a name: those whose whole name it is; only where there are none, those that have it as a part of their name,
  whatever its case, and `query` says so. A *date* is a year, a month or a day
  (`2024`, `2024-05`, `2024-05-31`).
- **Dates** of events are as exact as the text is. An event of "2024" may lie in May 2024, so a period that begins or
  ends there takes it in; an event of April 2024 is left out. Events without a date are in no period.
- **What happened** is kept apart from what is planned, wished for, alleged or denied ([graph.md](graph.md)): recipes
  without a column for it tell only what took place or is under way.
- One graph is taken for one article: Turtle files are, and `kgexport load` makes it so. Article IRIs end in `#article`.
- The order of rows is fixed, so that two runs over the same graphs give the same answer.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD, _table()]
    parts += ["\n".join(_section(found)) for found in recipes().values()]
    return "\n".join(parts)


def _table() -> str:
    lines = ["| recipe | question |", "|---|---|"]
    lines += [f"| [{name}](#{name}) | {found.title} |" for name, found in recipes().items()]
    return "\n".join([*lines, ""])


def _section(found: Recipe) -> Iterator[str]:
    yield f"## {found.name}\n\n**{found.title}.** {found.question}\n"
    if found.parameters:
        yield "| parameter | type | | |\n|---|---|---|---|"
        yield from (f"| `{p.name}` | {p.type} | {need_of(p)} | {p.about} |" for p in found.parameters)
        yield ""
    if found.columns:
        yield "| column | what stands in it |\n|---|---|"
        yield from (f"| `{name}` | {about} |" for name, about in found.columns)
        yield ""
    yield f"```text\n{command_of(found)}\n```\n"


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")

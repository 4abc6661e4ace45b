#!/usr/bin/env python3
"""Writes docs/cli-reference.md from the commands' own help; a test compares the two."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "docs" / "cli-reference.md"
COMMANDS = ("", *"export validate inspect query load serve embed view authority".split(), "authority build")
HEAD = """# Command reference

Written by `tools/cli_reference.py` from the commands' own help; do not edit.

Data goes to stdout, everything else to stderr; `-` is stdin or stdout.

| exit code | meaning |
|---|---|
| 0 | done |
| 1 | the data does not conform (the files are written all the same, so that they can be looked at) |
| 2 | wrong use or unreadable input |
| 3 | the outside world failed: network, server |
| 70 | an error in kgexport itself; please report it (`KGEXPORT_TRACEBACK=1` prints where) |

Of several sources each is tried; the highest code of any is the exit code. What `validate` writes, and which findings
give the code 1, is told in [reports](reports.md).

Settings: flags win over environment variables `KGEXPORT_BASE`, `KGEXPORT_MODEL`, `KGEXPORT_LINKER`,
`KGEXPORT_SCHEMA_IRI`, `KGEXPORT_OUTPUT`, `KGEXPORT_FORMATS`,
`KGEXPORT_BODY`, `KGEXPORT_EVIDENCE`, `KGEXPORT_AUTHORITIES`, `KGEXPORT_LINK_ONLINE`,
`KGEXPORT_WIKIDATA_URL`, `KGEXPORT_CACHE`,
and these win over `kgexport.toml` (or `[tool.kgexport]` in `pyproject.toml`) in the current folder,
with the same names in lower case.
"""


def reference() -> str:
    """The whole page."""
    parts = [HEAD]
    for command in COMMANDS:
        title = f"kgexport {command}".strip()
        parts.append(f"## `{title}`\n\n```text\n{help_of(command)}\n```\n")
    return "\n".join(parts)


def help_of(command: str) -> str:
    """The help text of a command, 100 columns wide."""
    call = [sys.executable, "-m", "kgexport", *command.split(), "--help"]
    environ = {**os.environ, "COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1"}
    text = subprocess.run(call, capture_output=True, text=True, check=True, env=environ).stdout
    return "\n".join(line.rstrip() for line in text.replace("python -m kgexport", "kgexport").strip().splitlines())


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")

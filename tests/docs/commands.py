"""Reads commands, and the output shown below them, from a Markdown page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Command:
    """One command of a page."""

    line: int
    script: str
    output: str | None


def blocks(page: Path, language: str) -> list[tuple[int, str]]:
    """The fenced blocks of a language, with the line they begin at."""
    text = page.read_text(encoding="utf-8")
    return [(text[: m.start()].count("\n") + 1, m[2]) for m in _BLOCK.finditer(text) if m[1] == language]


def commands(page: Path) -> list[Command]:
    """The `sh` blocks of a page; a `text` block that comes next is the output."""
    text = page.read_text(encoding="utf-8")
    found = list(_BLOCK.finditer(text))
    made = []
    for block, following in zip(found, [*found[1:], None], strict=True):
        if block[1] == "sh":
            output = following[2] if following is not None and following[1] == "text" else None
            made.append(Command(text[: block.start()].count("\n") + 1, block[2], output))
    return made


def agrees(shown: str, real: str) -> bool:
    """Whether the real output is what is shown, in which `…` stands for anything and runs of spaces for one."""
    lines = [re.sub(r"\s+", " ", line.strip()) for line in shown.strip().splitlines()]
    parts = [".*" if line == "…" else re.escape(line).replace("…", ".*?").replace(r"\ ", r"\s+") for line in lines]
    pattern = r"\s*\n\s*".join(parts).replace(r".*\s*\n\s*", r"(?:.*\n)?\s*")
    return re.fullmatch(pattern, real.strip(), re.DOTALL) is not None

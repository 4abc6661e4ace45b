"""Runs the command line as users do: another process, real streams, no network."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "seeds" / "albania-kamikaze-drones.txt"


@dataclass(frozen=True)
class Run:
    """What a process left behind."""

    code: int
    out: str
    err: str


def child_environ() -> dict[str, str]:
    """The environment of a child process: one thread for the language model, UTF-8 whatever the locale."""
    return {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONIOENCODING": "utf-8"}


def kgexport(*arguments: str | Path, cwd: Path, stdin: bytes = b"", **environ: str) -> Run:
    """Run `python -m kgexport` in a folder."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "kgexport", *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        check=False,
        timeout=300,
        env={**child_environ(), **environ},
    )
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())

"""The articles whose whole graphs are kept, and how they are exported."""

from __future__ import annotations

import os
from pathlib import Path

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parents[1] / "seeds" / "albania-kamikaze-drones.txt"


def sources() -> list[Path]:
    """The sample, then the articles beside this file."""
    return [SAMPLE, *sorted((HERE / "articles").iterdir())]


def graphs(folder: Path) -> None:
    """Export all sources to TriG (knowledge and evidence) in one process."""
    import subprocess
    import sys

    command = [sys.executable, "-m", "kgexport", "export", "-f", "trig", "-o", str(folder), *map(str, sources())]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "OMP_NUM_THREADS": "1"})

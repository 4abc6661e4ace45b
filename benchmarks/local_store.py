#!/usr/bin/env python3
"""How fast `kgexport load` puts a file into a local store, as a share of the speed of `oxigraph load` on the same file.

    python benchmarks/local_store.py FILE.nq [--runs 3]

Both are measured as users meet them: the whole command, from its start to its end, into a fresh folder. Needs the
command `oxigraph` (`pip install oxigraph==0.5.13`). The bar is 0.8. The runs take turns, and the best of each side
counts: what else the machine does only ever makes a run slower.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path


def ours(file: Path, folder: Path) -> list[str]:
    """The command that users call."""
    return [sys.executable, "-m", "kgexport", "load", str(file), "--store", str(folder)]


def theirs(file: Path, folder: Path) -> list[str]:
    """The same with the command of Oxigraph."""
    command = shutil.which("oxigraph") or str(Path(sysconfig.get_path("scripts")) / "oxigraph")
    return [command, "load", "--location", str(folder), "--file", str(file)]


def main() -> None:
    """Take turns, print seconds and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    best = {ours: float("inf"), theirs: float("inf")}
    for _ in range(chosen.runs):
        for command in best:
            with tempfile.TemporaryDirectory() as folder:
                begin = time.perf_counter()
                subprocess.run(command(chosen.file, Path(folder) / "store"), check=True, capture_output=True)
                best[command] = min(best[command], time.perf_counter() - begin)
    ratio = best[theirs] / best[ours]
    print(f"kgexport {best[ours]:.2f} s, oxigraph load {best[theirs]:.2f} s, ratio of speeds {ratio:.2f}")


if __name__ == "__main__":
    main()

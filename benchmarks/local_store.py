#!/usr/bin/env python3
"""How fast the local store takes a file, as a share of the speed of `oxigraph load` on the same file.

    python benchmarks/local_store.py FILE.nq [--runs 3]

Needs the command `oxigraph` (`pip install oxigraph==0.5.13`). The bar is 0.8. The runs take turns, and the best of
each side counts: what else the machine does only ever makes a run slower.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sysconfig
import tempfile
import time
from pathlib import Path

import pyoxigraph as ox

from kgexport.store.local import LocalStore


def ours(file: Path, folder: Path) -> None:
    """Load the file and close the store."""
    store = LocalStore(folder)
    store.bulk_file(file, ox.RdfFormat.N_QUADS)
    store.close()


def theirs(file: Path, folder: Path) -> None:
    """The same with the command."""
    command = shutil.which("oxigraph") or str(Path(sysconfig.get_path("scripts")) / "oxigraph")
    subprocess.run([command, "load", "--location", str(folder), "--file", str(file)], check=True, capture_output=True)


def main() -> None:
    """Take turns, print seconds and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    best = {ours: float("inf"), theirs: float("inf")}
    for _ in range(chosen.runs):
        for load in best:
            with tempfile.TemporaryDirectory() as folder:
                begin = time.perf_counter()
                load(chosen.file, Path(folder) / "store")
                best[load] = min(best[load], time.perf_counter() - begin)
    ratio = best[theirs] / best[ours]
    print(f"kgexport {best[ours]:.2f} s, oxigraph load {best[theirs]:.2f} s, ratio of speeds {ratio:.2f}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""How fast `kgexport load` puts articles into a real Oxigraph server, next to curl putting the same bytes.

    python3 benchmarks/loading.py [--articles 500] [--jobs 4] [--rounds 3] [--article FILE.ttl]

The articles are copies of one exported article, the sample unless another is named, each with a document IRI of its
own. Both ways put the same files over kept connections, so many at a time, into a server that starts empty for each
round: curl as one process with `--parallel`, kgexport as the command that users call. The rounds take turns, and the
best of each counts, since what else the machine does only ever makes a run slower. The last line has the ratio twice:
with all that kgexport does, and without the time it takes for one article, which is mostly the start of Python and is
the same for any number. Needs curl and the package `oxigraph` (the server); no test runs it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]


def program(name: str) -> str:
    """The path of a program, of this environment or of the system."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        sys.exit(f"{name} is not installed")
    return found


def sample(folder: Path) -> Path:
    """The sample article, exported."""
    source = next((ROOT / "seeds").glob("*.txt"))
    command = [sys.executable, "-m", "kgexport", "export", str(source), "-f", "turtle", "-o", str(folder)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return folder / f"{source.stem}.ttl"


def copies(article: Path, count: int, folder: Path) -> dict[str, Path]:
    """Graph IRI -> file."""
    text = article.read_text(encoding="utf-8")
    document = next(line for line in text.splitlines() if line.startswith("@prefix : ")).split("<")[1].split("#>")[0]
    made = {}
    for number in range(count):
        name = f"{document}-{number}"
        path = folder / f"{number:06}.ttl"
        path.write_text(text.replace(f"<{document}", f"<{name}"), encoding="utf-8")
        made[name] = path
    return made


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """The address of an Oxigraph server with an empty store on disk."""
    shutil.rmtree(folder, ignore_errors=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [program("oxigraph"), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(100):
            try:
                urlopen(address, timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield address
    finally:
        process.terminate()
        process.wait()


def with_curl(address: str, files: dict[str, Path], jobs: int, folder: Path) -> float:
    """Seconds that curl takes."""
    blocks = [
        f'url = "{address}/store?graph={quote(name, safe="")}"\nupload-file = "{path}"\n'
        'header = "Content-Type: text/turtle"\noutput = "/dev/null"\n'
        for name, path in files.items()
    ]
    config = folder / "curl.config"
    config.write_text("next\n".join(blocks))
    command = [
        program("curl"),
        "--silent",
        "--fail",
        "--parallel",
        "--parallel-max",
        str(jobs),
        "--config",
        str(config),
    ]
    return _seconds(command)


def with_kgexport(address: str, files: dict[str, Path], jobs: int, folder: Path) -> float:
    """Seconds that `kgexport load` takes, its start and end included."""
    paths = [str(path) for path in files.values()]
    names = [str(paths[0])] if len(paths) == 1 else [str(folder / "articles")]
    command = [sys.executable, "-m", "kgexport", "load", *names, "--store", address, "--jobs", str(jobs)]
    return _seconds(command)


def _seconds(command: list[str]) -> float:
    environ = {**os.environ, "no_proxy": "127.0.0.1"}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its bytecode
    began = time.perf_counter()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, env=environ)
    return time.perf_counter() - began


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--jobs", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--article", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "articles").mkdir()
        files = copies(options.article or sample(folder), options.articles, folder / "articles")
        measure(files, options.jobs, options.rounds, folder)


def measure(files: dict[str, Path], jobs: int, rounds: int, folder: Path) -> None:
    """Take turns, so that both meet the same weather."""
    size = sum(path.stat().st_size for path in files.values())
    print(f"{len(files):,} articles, {size / 1e6:.1f} MB, {jobs} at a time, {rounds} rounds")
    one = dict(list(files.items())[:1])
    times: dict[str, list[float]] = {"curl": [], "kgexport": [], "kgexport, one article": []}
    for _ in range(rounds):
        for name, way, what in (
            ("curl", with_curl, files),
            ("kgexport", with_kgexport, files),
            ("kgexport, one article", with_kgexport, one),
        ):
            with server(folder / "store") as address:
                times[name].append(way(address, what, jobs, folder))
    for name, seconds in times.items():
        print(f"  {name:22} {min(seconds):7.2f} s   ({', '.join(f'{s:.2f}' for s in seconds)})")
    curl, ours, start = map(min, times.values())
    print(f"ratio {curl / ours:.2f} with its start, {curl / (ours - start):.2f} without it")


if __name__ == "__main__":
    main()

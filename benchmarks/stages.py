#!/usr/bin/env python3
"""What each stage of the main job costs: seconds, and its share of the whole, in one run.

    python3 dev.py benchmark [FILE…]     the sample, or these articles

Start-up (imports, model, authority) is measured first and apart; then each article goes through the stages `--runs`
times and the median is taken. Shares are comparable between machines, seconds are not.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "seeds" / "albania-kamikaze-drones.txt"
T = TypeVar("T")


class Clock:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, list[float]] = {}

    def time(self, stage: str, work: Callable[[], T]) -> T:
        """Do the work and remember how long it took."""
        began = time.perf_counter()
        done = work()
        self.seconds.setdefault(stage, []).append(time.perf_counter() - began)
        return done


def run(path: Path, clock: Clock) -> None:
    """One article through all stages."""
    from kgexport.annotate import ANNOTATORS, make_annotator
    from kgexport.export import export_graph
    from kgexport.link import link
    from kgexport.mapping import map_article
    from kgexport.model import Annotations
    from kgexport.pipeline import read_article
    from kgexport.validate import validate_graph

    article = clock.time("read", lambda: read_article(str(path)))
    found = Annotations(article)
    for name in ANNOTATORS:
        annotator = make_annotator(name)
        before = found
        found = clock.time(f"annotate: {name}", lambda a=annotator, b=before: a.annotate(b))  # type: ignore[misc]
    linked = clock.time("link", lambda: link(found))
    graph = clock.time("map", lambda: map_article(linked))
    clock.time("validate", lambda: validate_graph(graph))
    for form in ("turtle", "jsonld"):
        clock.time(f"export: {form}", lambda f=form: export_graph(graph, f))  # type: ignore[misc]


def report(title: str, seconds: dict[str, float]) -> None:
    """Print stages with seconds and shares."""
    whole = sum(seconds.values())
    print(f"\n{title}: {whole * 1000:,.0f} ms")
    for stage, spent in seconds.items():
        print(f"  {stage:<24}{spent * 1000:>9,.1f} ms{spent / whole:>8.1%}  {'█' * round(40 * spent / whole)}")


def cold(arguments: list[str]) -> float:
    """Seconds of a whole process: the median of three."""
    command = [sys.executable, "-m", "kgexport", *arguments]
    spent = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
        spent.append(time.perf_counter() - began)
    return statistics.median(spent)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[SAMPLE])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    print(f"kgexport --help, whole process: {cold(['--help']):.2f} s")
    print(f"the sample, whole process: {cold(['export', str(SAMPLE), '-o', 'out']):.2f} s")
    first = Clock()
    run(options.files[0], first)
    report("first article, with imports and loading", {stage: sum(spent) for stage, spent in first.seconds.items()})
    for path in options.files:
        clock = Clock()
        for _ in range(options.runs):
            run(path, clock)
        medians = {stage: statistics.median(spent) for stage, spent in clock.seconds.items()}
        report(f"{path.name}, warm, median of {options.runs}", medians)
        model = medians["annotate: language"]
        rest = sum(spent for stage, spent in medians.items() if stage.startswith(("annotate", "link", "map"))) - model
        print(f"  annotating, linking and mapping without the language model: {rest / model:.2f} of its time")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""What the page of `view` costs a browser: time to load, longest stretch of work, and size, beside an empty page.

    .venv/bin/python benchmarks/browser.py [FILE…]     the sample, or these articles

Each page is loaded `--runs` times in a fresh context of headless Chromium, and the median is taken. The last column
compares with the bar, 1 s until loaded; how often the empty page goes into the time says more between machines.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
SAMPLE = ROOT / "seeds" / "albania-kamikaze-drones.txt"
BAR = 1000.0
"""Milliseconds until a page is loaded."""
MEASURE = """() => new Promise((resolve) => {
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({duration}) => duration)))
      .observe({type: 'longtask', buffered: true});
  setTimeout(() => {
    const [visit] = performance.getEntriesByType('navigation');
    resolve([visit.domContentLoadedEventEnd, visit.loadEventEnd, Math.max(0, ...tasks)]);
  }, 200);
})"""


def view_of(path: Path) -> bytes:
    """The page of an article."""
    from kgexport import process_article, read_article
    from kgexport.view import view_page

    result = process_article(read_article(str(path)))
    return view_page(result.article, result.annotations, result.graph, result.report)


def measured(pages: dict[str, bytes], runs: int) -> dict[str, list[float]]:
    """Milliseconds until the document is read and until it is loaded, and of the longest task: medians."""
    from tests.support.browser import chromium, watched

    found = {}
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for number, (name, data) in enumerate(pages.items()):
            file = Path(folder) / f"{number}.html"
            file.write_bytes(data)
            times = []
            for _ in range(runs):
                with watched(browser) as seen:
                    seen.page.goto(file.as_uri())
                    times.append(seen.page.evaluate(MEASURE))
            found[name] = [statistics.median(column) for column in zip(*times, strict=True)]
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[SAMPLE])
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args()
    pages = {"empty page": b"<!DOCTYPE html><title>t</title><p>text"}
    pages |= {path.name: view_of(path) for path in arguments.files}
    found = measured(pages, arguments.runs)
    empty = found["empty page"][1]
    print(f"{'page':32} {'KB':>6} {'read ms':>8} {'loaded ms':>9} {'longest task':>12} {'x empty':>8} {'of 1 s':>7}")
    for name, (read, loaded, task) in found.items():
        size = len(pages[name]) / 1000
        print(f"{name:32} {size:6.0f} {read:8.0f} {loaded:9.0f} {task:12.0f} {loaded / empty:8.1f} {loaded / BAR:7.0%}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Whether the cost of each stage grows with the length of the text and not faster: CPU time by 1,000 words.

    python3 benchmarks/scale.py [FILE…] [--words 1000 10000 100000] [--limit 2]

Different texts are joined to articles of these lengths: each FILE is a text, or JSON Lines whose rows have a `text`;
with none, the development data beside the checkout, else the sample and the articles of the tests. Where they run out,
their lines come again in another order. For each stage there are milliseconds of CPU time by 1,000 words at each
length, and the ratio of the longest text to the middle one (the first is short enough for start-up costs to show). A
flat stage has a ratio near 1; one above `--limit` is marked, and the exit code is 1. The last line is the memory that
the process held at most after each length. Needs the package's own requirements and nothing else; no test runs it.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[1]
LENGTHS = (1_000, 10_000, 100_000)
LEAST = 5.0
"""Milliseconds by 1,000 words below which a ratio is noise."""
T = TypeVar("T")


def default_files() -> list[Path]:
    """The development data where it is there, else what the checkout has."""
    shared = sorted((ROOT.parent / "shared" / "eval").glob("*.jsonl"))
    return shared or [*sorted((ROOT / "seeds").glob("*.txt")), *sorted((ROOT / "tests/golden/articles").glob("*.txt"))]


def texts(files: list[Path]) -> list[str]:
    """All texts of the files, in order."""
    found = []
    for path in files:
        whole = path.read_text(encoding="utf-8")
        rows = [json.loads(line)["text"] for line in whole.splitlines()] if path.suffix == ".jsonl" else [whole]
        found += rows
    return found


def article(found: list[str], words: int) -> str:
    """Different texts one after the other, up to that many words."""
    parts, count = [], 0
    for text in _endless(found):
        parts.append(text)
        count += len(text.split())
        if count >= words:
            return "\n\n".join(parts)
    raise ValueError("there are no words in the files")


def _endless(found: list[str]) -> Iterator[str]:
    order = random.Random(1)
    yield from order.sample(found, len(found))
    lines = [line for text in found for line in text.split("\n") if line.strip()]
    while lines:
        order.shuffle(lines)
        yield from ("\n".join(lines[i : i + 10]) for i in range(0, len(lines), 10))


def measure(text: str) -> dict[str, float]:
    """CPU seconds of each stage."""
    from kgexport.annotate import ANNOTATORS, make_annotator
    from kgexport.export import FORMATS, export_graph
    from kgexport.link import link
    from kgexport.mapping import map_article
    from kgexport.model import Annotations, Source
    from kgexport.read import read_source
    from kgexport.rendering.inspection import as_text
    from kgexport.validate import validate_graph

    seconds: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], T]) -> T:
        began = time.process_time()
        done = work()
        seconds[stage] = time.process_time() - began
        return done

    found = Annotations(timed("read", lambda: read_source(Source(text.encode(), "text/plain", "text"))))
    for name in ANNOTATORS:
        annotator, before = make_annotator(name), found
        found = timed(f"annotate: {name}", lambda a=annotator, b=before: a.annotate(b))  # type: ignore[misc]
    linked = timed("link", lambda: link(found))
    graph = timed("map", lambda: map_article(linked))
    timed("validate", lambda: validate_graph(graph))
    for form in FORMATS:
        timed(f"export: {form.name}", lambda f=form: export_graph(graph, f, evidence=True))  # type: ignore[misc]
    timed("inspect", lambda: as_text(linked))
    return seconds


def show(lengths: list[int], costs: list[dict[str, float]], memory: list[int], limit: float) -> bool:
    """Print the table; whether every stage is flat."""
    print(f"{'ms of CPU by 1,000 words':<26}" + "".join(f"{words:>10,}" for words in lengths) + "   ratio")
    flat = True
    for stage in costs[0]:
        row = [cost[stage] / words * 1e6 for cost, words in zip(costs, lengths, strict=True)]
        ratio = row[-1] / max(row[-2], LEAST) if len(row) > 1 else 1.0
        steep = ratio > limit
        flat = flat and not steep
        print(f"{stage:<26}" + "".join(f"{each:>10.1f}" for each in row) + f"{ratio:>8.2f}{'  steep' if steep else ''}")
    print(f"{'MB of memory at most':<26}" + "".join(f"{each:>10,}" for each in memory))
    return flat


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--words", nargs="+", type=int, default=LENGTHS)
    parser.add_argument("--limit", type=float, default=2.0, help="the highest ratio that counts as flat (2)")
    options = parser.parse_args()
    found = texts(options.files or default_files())
    measure(article(found, 300))  # imports, model, tables
    lengths, costs, memory = sorted(options.words), [], []
    for words in lengths:
        costs.append(measure(article(found, words)))
        memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    sys.exit(0 if show(lengths, costs, memory, options.limit) else 1)


if __name__ == "__main__":
    main()

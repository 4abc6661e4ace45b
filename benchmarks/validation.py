#!/usr/bin/env python3
"""What checking one parsed graph costs with each engine: ratios to a fixed piece of work, all taken in one run.

    PYTHONPATH=src python3 benchmarks/validation.py [GRAPH…]     a golden graph of the tests, or these RDF files

The fixed work is adding the numbers below a million. Each figure is the least of `--runs`, in turn with the others, so
that a busy machine disturbs all of them alike. Ratios are comparable between machines, milliseconds are not.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import Quad, Triple, parse

from kgexport.errors import InputError
from kgexport.validate import Verdict, validate_triples
from kgexport.validate.engines import ENGINES, make_engine
from kgexport.validate.facts import Facts
from kgexport.validate.profile import CHECKS

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "tests" / "golden" / "expected" / "albania-kamikaze-drones.trig"
REFERENCE = "adding 0 to 999,999"

Work = dict[str, Callable[[], object]]


def parts(path: Path) -> list[tuple[str, list[Triple]]]:
    """A graph, and where it has evidence also what is left without it: what a Turtle file holds."""
    items = list(parse(path=path))
    whole = [item.triple if isinstance(item, Quad) else item for item in items]
    known = [
        item.triple for item in items if isinstance(item, Quad) and not str(item.graph_name).endswith("#evidence>")
    ]
    found = [(path.name, whole)]
    return [*found, (f"{path.name} without evidence", known)] if 0 < len(known) < len(whole) else found


def engines() -> list[str]:
    """The engines whose packages are here."""
    found = []
    for name in ENGINES:
        try:
            make_engine(name)
        except InputError as error:
            print(f"left out: {error}")
        else:
            found.append(name)
    return found


def work(triples: list[Triple]) -> Work:
    """What is measured, by the name that the table gives it."""
    facts = Facts(triples)
    found: Work = {
        REFERENCE: lambda: sum(range(1_000_000)),
        "index of the facts": lambda: Facts(triples).pairs(triples[0].predicate),
        "built-in checks": lambda: [list(check(facts)) for check in CHECKS.values()],
    }
    for name in engines():
        engine = make_engine(name)
        found[f"shapes, {name}"] = lambda engine=engine: engine.check(facts, Verdict.PROFILE)  # type: ignore[misc]
        found[f"whole check, {name}"] = lambda name=name: validate_triples(triples, engine=name)  # type: ignore[misc]
    return found


def measure(jobs: Work, runs: int) -> dict[str, float]:
    """The least seconds of each."""
    least = dict.fromkeys(jobs, float("inf"))
    for job in jobs.values():
        job()
    for _ in range(runs):
        for name, job in jobs.items():
            began = time.perf_counter()
            job()
            least[name] = min(least[name], time.perf_counter() - began)
    return least


def main() -> None:
    """Print a table for each graph."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graphs", nargs="*", type=Path, default=[SAMPLE])
    parser.add_argument("--runs", type=int, default=20)
    asked = parser.parse_args()
    for name, triples in (part for path in asked.graphs for part in parts(path)):
        least = measure(work(triples), asked.runs)
        print(f"{name}: {len(triples)} triples, least of {asked.runs} runs")
        print(f"{'':26}{'ms':>9}{'ratio':>9}")
        for job, seconds in least.items():
            print(f"{job:26}{seconds * 1000:9.2f}{seconds / least[REFERENCE]:9.2f}")


if __name__ == "__main__":
    main()

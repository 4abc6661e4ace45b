"""What the checks find of defects, and whether the engines agree about them.

    python -m tests.mutation [--count 500] [--seed 0] [GRAPH]          how many defects of each kind are found
    python -m tests.mutation --agree [--count 10] [--seed 0] GRAPH…    graphs and their mutants, by every engine

A GRAPH is a file of RDF; without one the first command takes the sample's.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pyoxigraph import Quad, Triple, parse

from kgexport.pipeline import annotate_article, map_article, read_article
from tests.mutation.finding import disagreements, missed, told
from tests.mutation.mutate import mutants
from tests.support.process import SAMPLE


def _triples(path: Path | None) -> list[Triple]:
    if path is not None:
        return [item.triple if isinstance(item, Quad) else item for item in parse(path=path)]
    graph = map_article(annotate_article(read_article(str(SAMPLE))))
    return [*graph.knowledge, *graph.evidence]


def _agree(paths: list[Path], count: int, seed: int) -> None:
    graphs = lost = 0
    for path in paths:
        whole = _triples(path)
        for triples in (whole, *(mutant.triples for mutant in mutants(whole, count, seed, at_most=True))):
            graphs += 1
            for said in disagreements(triples):
                lost += 1
                sys.stdout.write(f"{path}: {said}\n")
    sys.stdout.write(f"{graphs} graphs, {lost} over which an engine and the reference differ\n")
    sys.exit(lost > 0)


def main() -> None:
    """Make the mutants, check each, and write the outcome."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("graphs", nargs="*", type=Path)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--agree", action="store_true")
    asked = parser.parse_args()
    if asked.agree:
        _agree(asked.graphs, asked.count, asked.seed)
        return
    made = mutants(_triples(asked.graphs[0] if asked.graphs else None), asked.count, asked.seed)
    sys.stdout.write(told(made, missed(made)) + "\n")


if __name__ == "__main__":
    main()

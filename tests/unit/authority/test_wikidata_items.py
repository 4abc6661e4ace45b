from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from kgexport.authority.wikidata_items import classes, country_codes, popularity, read_item
from kgexport.link.classes import known_classes
from kgexport.resources import path
from tests.support.wikidata import item, place, statement


def test_an_item_in_full() -> None:
    data = item(
        "Q900001",
        "Lower  Norland",
        ["Q486972", "Q1549591"],
        aliases=["Norland Below"],
        sitelinks=100,
        P17="Q222",
        P625=place(41.123456, -19.5),
    )
    found = read_item(data)
    assert found is not None
    assert (found.id, found.name, found.aliases) == ("Q900001", "Lower Norland", ("Norland Below",))
    assert (found.type, found.country) == ("City", "AL")
    assert (found.latitude, found.longitude) == (Decimal("41.1235"), Decimal("-19.5000"))
    assert (found.sitelinks, found.popularity) == (100, 0.81)


def test_a_label_of_every_language_stands_in() -> None:
    data = item("Q900001", "Darvo Melk", aliases=["D. Melk"], language="mul")
    found, german = read_item(data), read_item(item("Q1", "Melk", language="de"))
    assert found is not None
    assert german is not None
    assert (found.name, found.aliases, german.name) == ("Darvo Melk", ("D. Melk",), None)


@pytest.mark.parametrize(
    ("claims", "country"),
    [
        ({"P27": "Q222"}, "AL"),
        ({"P17": "Q43", "P27": "Q222"}, "TR"),
        ({"P297": "XX", "P17": "Q222"}, "XX"),
        ({"P27": [statement("Q222"), statement("Q43")]}, None),
        ({"P27": [statement("Q222", "preferred"), statement("Q43")]}, "AL"),
        ({"P27": [statement("Q222", "deprecated"), statement("Q43")]}, "TR"),
        ({"P27": [statement("Q222", qualifiers={"P582": [{}]}), statement("Q43")]}, "TR"),
        ({"P27": "Q99999999"}, None),
        ({"P27": [{"mainsnak": {"snaktype": "somevalue"}, "rank": "normal"}]}, None),
        ({}, None),
    ],
)
def test_the_country_is_the_one_that_holds(claims: dict[str, Any], country: str | None) -> None:
    found = read_item(item("Q900001", "Melk", **claims))
    assert found is not None
    assert found.country == country


def test_a_place_on_another_planet_is_none() -> None:
    crater = {**place(1, 2), "globe": "http://www.wikidata.org/entity/Q111"}
    found = read_item(item("Q900001", "Melk", P625=crater))
    assert found is not None
    assert found.latitude is None


@pytest.mark.parametrize(
    "data",
    [None, [], "Q1", {}, {"id": "P31"}, {"id": 3}, {"id": "L1", "type": "lexeme"}, {"id": "Q1x"}],
)
def test_what_is_no_item(data: Any) -> None:
    assert read_item(data) is None


@pytest.mark.parametrize("part", ["labels", "aliases", "claims", "sitelinks"])
@pytest.mark.parametrize("value", [None, [], 3, "x", {"en": 3}, {"P31": [3], "en": [3]}, {"P31": 3}])
def test_parts_that_are_not_as_expected_count_as_not_stated(part: str, value: Any) -> None:
    found = read_item({**item("Q900001", "Melk"), part: value})
    assert found is not None
    assert found.id == "Q900001"


def test_popularity_grows_with_the_pages() -> None:
    assert [popularity(n) for n in (0, 10, 100, 300, 1000)] == [0.0, 0.42, 0.81, 1.0, 1.0]


def test_the_table_of_classes() -> None:
    lines = path("ontology", "authority", "wikidata-classes.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    assert rows[0] == ["class", "label", "type"]
    assert all(re.fullmatch(r"Q[1-9]\d*", identifier) and label for identifier, label, _ in rows[1:])
    assert len(classes()) == len(rows) - 1
    assert set(classes().values()) <= known_classes()
    assert classes()["Q5"] == "Person"
    readme = path("ontology", "authority", "README.md").read_text(encoding="utf-8")
    assert f"| `wikidata-classes.tsv` | {len(classes())} |" in readme


def test_the_more_telling_class_decides() -> None:
    found = read_item(item("Q900001", "Norland Post", ["Q43229", "Q4830453", "Q11032"]))
    other = read_item(item("Q900001", "Norland", ["Q4167410"]))
    assert found is not None
    assert other is not None
    assert (found.type, other.type) == ("NewsMediaOrganization", None)


def test_country_codes() -> None:
    assert (country_codes()["Q222"], country_codes()["Q43"]) == ("AL", "TR")
    assert all(re.fullmatch("[A-Z]{2}", code) for code in country_codes().values())

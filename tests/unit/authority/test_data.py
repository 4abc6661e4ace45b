from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from kgexport.resources import path
from kgexport.vocabulary import SCHEMA

FILES = ("countries.tsv", "cities.tsv", "names.tsv")
SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "authority" / "authority.tsv"


@cache
def rows(name: str) -> list[dict[str, str]]:
    with path("ontology", "authority", name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


def listed(row: dict[str, str], *columns: str) -> list[str]:
    return [name for column in columns for name in row[column].split("|") if name]


def demonyms() -> set[str]:
    return {word for row in rows("countries.tsv") for word in listed(row, "adjectives", "people")}


@pytest.mark.parametrize("name", FILES)
def test_each_line_has_every_cell(name: str) -> None:
    lines = path("ontology", "authority", name).read_text(encoding="utf-8").split("\n")
    assert lines[-1] == ""
    width = lines[0].count("\t")
    assert [line for line in lines[:-1] if line.count("\t") != width or line != line.rstrip("\r")] == []


@pytest.mark.parametrize("name", FILES)
def test_identifiers_types_and_numbers_are_well_formed(name: str) -> None:
    for row in rows(name):
        assert re.fullmatch(r"Q[1-9]\d*|geonames-[1-9]\d*", row["id"]), row
        assert all(kind in SCHEMA for kind in row["types"].split("|")), row
        assert row["name"] == " ".join(row["name"].split()) != "", row
        assert 0 <= float(row["popularity"]) <= 1, row
        assert re.fullmatch(r"([A-Z]{2})?", row["country"]), row
        assert row["source"], row


@pytest.mark.parametrize("name", FILES)
def test_no_name_twice_and_no_empty_name_in_a_row(name: str) -> None:
    for row in rows(name):
        names = [row["name"], *listed(row, "names")]
        assert len(names) == len(set(names)), row
        assert not re.search(r"^\||\|\||\|$", row["names"]), row


@pytest.mark.parametrize("name", FILES)
def test_no_demonym_is_a_name(name: str) -> None:
    known = demonyms()
    assert [r["id"] for r in rows(name) if known & {r["name"], *listed(r, "names", "short")}] == []


def test_identifiers_are_unique_over_all_files() -> None:
    ids = [row["id"] for name in FILES for row in rows(name)]
    assert len(ids) == len(set(ids))


def test_order_is_that_of_the_builder() -> None:
    for name in ("countries.tsv", "names.tsv"):
        numbers = [int(row["id"][1:]) for row in rows(name)]
        assert numbers == sorted(numbers)
    keys = [(row["country"], row["name"], int(row["geonames"])) for row in rows("cities.tsv")]
    assert keys == sorted(keys)


def test_counts_and_size() -> None:
    assert sum(row["types"] == "Country" for row in rows("countries.tsv")) == 197
    assert len(rows("countries.tsv")) > 240
    assert len(rows("cities.tsv")) > 12_000
    assert sum(row["id"].startswith("Q") for row in rows("cities.tsv")) > 2_000
    assert len(rows("names.tsv")) > 4_000
    assert sum(path("ontology", "authority", name).stat().st_size for name in FILES) < 3_000_000


def test_every_country_has_a_code_and_a_demonym_names_one_country() -> None:
    lands = rows("countries.tsv")
    codes = [row["iso"] for row in lands if row["iso"]]
    assert len(codes) == len(set(codes))
    assert all(row["iso"] == row["country"] for row in lands if row["types"] == "Country")
    words = [word for row in lands for word in {*listed(row, "adjectives", "people")}]
    assert len(words) == len(set(words))


def test_no_name_is_of_two_countries() -> None:
    names = [name for row in rows("countries.tsv") for name in {row["name"], *listed(row, "names")}]
    assert {name for name in names if names.count(name) > 1} == {"Congo"}


def test_no_place_is_called_like_a_country_but_a_part_of_another() -> None:
    lands = {name: row["iso"] for row in rows("countries.tsv") for name in (row["name"], *listed(row, "names"))}
    places = [*rows("cities.tsv"), *(row for row in rows("names.tsv") if row["types"] in ("Place", "City"))]
    assert [row["id"] for row in places if {row["name"], *listed(row, "names")} & lands.keys()] == []
    areas = [row for row in rows("names.tsv") if row["types"] == "AdministrativeArea" and row["name"] in lands]
    assert [row["name"] for row in areas] == ["Georgia"]


def test_aliases_that_stand_alone_are_long_latin_and_capitalised() -> None:
    for row in rows("names.tsv"):
        for alias in listed(row, "names"):
            assert len(alias) >= 3 or alias in ("EU", "UN", "AP"), row
            assert alias[0].isupper() or alias[0] in "'\"", row
            if row["types"] == "Person":
                assert " " in alias, row


@pytest.mark.parametrize(
    ("iso", "qid"),
    [
        *(("NL", "Q55"), ("DK", "Q35"), ("GB", "Q145"), ("CN", "Q148"), ("GE", "Q230"), ("IE", "Q27"), ("FM", "Q702")),
        *(("XK", "Q1246"), ("PS", "Q219060"), ("TW", "Q865"), ("TR", "Q43"), ("US", "Q30"), ("CD", "Q974")),
        *(("CG", "Q971"), ("KP", "Q423"), ("KR", "Q884"), ("VA", "Q237"), ("MK", "Q221"), ("AL", "Q222")),
    ],
)
def test_identifier_of_a_country_that_is_easily_confused(iso: str, qid: str) -> None:
    assert [row["id"] for row in rows("countries.tsv") if row["iso"] == iso] == [qid]


@pytest.mark.skipif(not SHARED.is_file(), reason="the table that names.tsv was made of is not beside the checkout")
def test_countries_agree_with_a_second_source() -> None:
    lines = SHARED.read_text(encoding="utf-8").splitlines()[1:]
    second = {}
    for cells in (line.split("\t") for line in lines):
        code = re.search(r"\bcode=([a-z]{2})(;|$)", cells[5])
        if code:
            second[code[1].upper()] = cells[0]
    here = {row["iso"]: row["id"] for row in rows("countries.tsv") if row["iso"]}
    differing = {iso for iso in here.keys() & second.keys() if here[iso] != second[iso]}
    assert differing == {"NL", "DK"}, "of these the table has the realm"
    assert len(here.keys() & second.keys()) > 220


def test_the_readme_states_the_counts() -> None:
    readme = path("ontology", "authority", "README.md").read_text(encoding="utf-8")
    for name in FILES:
        assert f"| `{name}` | {len(rows(name)):,} |" in readme
    assert f"({sum(row['id'].startswith('Q') for row in rows('cities.tsv')):,} have one)" in readme


def test_persons_whose_surname_another_has_are_ambiguous() -> None:
    marked = {row["name"]: row["ambiguous"] for row in rows("names.tsv") if row["types"] == "Person"}
    assert (marked["John Carter"], marked["Mike Johnson"], marked["Keir Starmer"]) == ("1", "1", "")


def test_what_no_open_source_has_is_a_bare_fact_read_in_another_table_than_the_odbl_one() -> None:
    bare = [row for row in rows("names.tsv") if "dr5hn" in row["source"] and row["popularity"] == "0.40"]
    assert len(bare) > 150
    for row in bare:
        assert any(not source.startswith("dr5hn") for source in row["source"].split()), row


def test_clubs_are_not_called_like_towns_on_their_own() -> None:
    towns = {row["name"] for row in rows("cities.tsv")}
    clubs = [row for row in rows("names.tsv") if row["types"] == "SportsOrganization"]
    assert [row["id"] for row in clubs if towns & set(listed(row, "names"))] == []
    assert any("Porto" in listed(row, "short") for row in clubs)


def test_every_cue_is_one_that_is_read() -> None:
    lines = path("ontology", "authority", "cues.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "cue\twords\tunless"
    known = {"area-after", "area-before", "city-before", "party-after", "landform-after", "office", "leads", "company"}
    known |= {"game", "plays-after", "plays-before", "kin-after", "kin-before"}
    assert {line.split("\t")[0] for line in lines[1:]} == known
    assert len(lines) == len(set(lines))
    assert all(line.count("\t") == 2 for line in lines)

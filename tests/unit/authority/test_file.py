from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kgexport.authority.file import load_file
from kgexport.errors import InputError, UnknownNameError

TABLE = (
    "id\tname\ttype\taliases\tcountry\tsameAs\tpopularity\tlatitude\tlongitude\tremark\n"
    "mill\tOld Mill Museum\tMuseum\tThe Mill|Mill Museum\tal\thttps://mill.example/\t0.4\t41.25\t-19.5\tours\n"
    "\n"
    "Q424242424\tDarvo Melk\tPerson\n"
)


def written(folder: Path, content: str | bytes, name: str = "own.tsv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_table_with_tabs(tmp_path: Path) -> None:
    authority = load_file(written(tmp_path, TABLE))
    assert len(authority) == 2
    (mill,) = authority.candidates("the Mill Museum")
    assert (mill.id, mill.name, mill.types, mill.matched) == ("mill", "Old Mill Museum", ("Museum",), "alias")
    assert (mill.country, mill.same_as, mill.popularity) == ("AL", ("https://mill.example/",), 0.4)
    assert (mill.latitude, mill.longitude) == (Decimal("41.25"), Decimal("-19.5"))
    assert (mill.source, mill.stated) == ("own.tsv", True)
    (melk,) = authority.candidates("DARVO MELK")
    assert melk.same_as == ("http://www.wikidata.org/entity/Q424242424",)
    assert authority.candidates("Melk") == ()


def test_a_table_with_commas_and_quoted_cells(tmp_path: Path) -> None:
    text = '\ufeffqid,name,type,same_as\r\nQ7,"Smith, Jones & Co","schema:Corporation",https://sj.example/\r\n'
    (found,) = load_file(written(tmp_path, text, "own.csv")).candidates("Smith, Jones & Co")
    assert (found.id, found.types) == ("Q7", ("Corporation",))
    assert found.same_as == ("http://www.wikidata.org/entity/Q7", "https://sj.example/")


def test_identifiers_and_identities_are_read_in_any_spelling(tmp_path: Path) -> None:
    text = (
        "id\tname\ttype\tsameAs\n"
        "http://www.wikidata.org/entity/Q5\tA\thttps://schema.org/Person\t\n"
        "wd:Q6\tB\t\thttps://www.wikidata.org/wiki/Q6\n"
        "own\tC\t\thttps://www.wikidata.org/wiki/Q9|https://c.example/ü\n"
    )
    authority = load_file(written(tmp_path, text))
    assert [authority.candidates(name)[0].id for name in "ABC"] == ["Q5", "Q6", "own"]
    assert authority.candidates("B")[0].types == ("Thing",)
    assert authority.candidates("B")[0].same_as == ("http://www.wikidata.org/entity/Q6",)
    assert authority.candidates("C")[0].same_as == ("http://www.wikidata.org/entity/Q9", "https://c.example/ü")


def test_two_things_of_one_name_are_both_there_the_better_known_first(tmp_path: Path) -> None:
    text = "id\tname\tpopularity\na\tOne Name\t0.2\nb\tOne Name\t0.9\n"
    found = load_file(written(tmp_path, text)).candidates("One Name")
    assert [c.id for c in found] == ["b", "a"]
    assert all(c.ambiguous for c in found)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("name\nA\n", "own.tsv:1: the column 'id' is missing"),
        ("id\nA\n", "own.tsv:1: the column 'name' is missing"),
        ("", "own.tsv:1: the column 'id' is missing"),
        ("id\tname\tid\nQ1\tA\tQ2\n", "own.tsv:1: the column 'id' is there twice"),
        ("id\tname\n\n", "has no row"),
        ("id\tname\nQ1\tA\nq2\tB\n", "own.tsv:3: 'q2' is no identifier"),
        ("id\tname\nQ1\tA\nQ02\tB\n", "own.tsv:3: 'Q02' is no identifier"),
        ("id\tname\na b\tA\n", "own.tsv:2: 'a b' is no identifier"),
        ("id\tname\n\tA\n", "own.tsv:2: '' is no identifier"),
        ("id\tname\nQ1\t \n", "own.tsv:2: the name is empty"),
        ("id\tname\nQ1\tA\nQ2\tB\nQ1\tC\n", "own.tsv:4: Q1 stands in line 2 already"),
        ("id\tname\nQ1\tA\tB\n", "own.tsv:2: 3 cells, but the header has 2"),
        ("id\tname\tcountry\nQ1\tA\tAlbania\n", "own.tsv:2: the country 'ALBANIA'"),
        ("id\tname\tsameAs\nQ1\tA\tsomewhere\n", "own.tsv:2: 'somewhere' is no absolute URL"),
        ("id\tname\tsameAs\nQ1\tA\thttp://www.wikidata.org/entity/Q2\n", "own.tsv:2: sameAs names another thing"),
        ("id\tname\tpopularity\nQ1\tA\t70\n", "own.tsv:2: the popularity 70.0 is not between"),
        ("id\tname\tpopularity\nQ1\tA\thigh\n", "own.tsv:2: the popularity 'high' is no number"),
        ("id\tname\tlatitude\tlongitude\nQ1\tA\t1\t\n", "own.tsv:2: latitude and longitude go together"),
        ("id\tname\tlatitude\tlongitude\nQ1\tA\t91\t1\n", "own.tsv:2: 91, 1 is no place"),
        ("id\tname\tlatitude\tlongitude\nQ1\tA\tnan\t1\n", "own.tsv:2: the latitude 'nan' is no number"),
        (b"id\tname\nQ1\tA\nQ2\t\xe9\n", "own.tsv:3: not UTF-8"),
    ],
)
def test_a_bad_table_is_named_with_its_line(tmp_path: Path, content: str | bytes, says: str) -> None:
    with pytest.raises(InputError) as caught:
        load_file(written(tmp_path, content))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        ("id\tname\ttype\nQ1\tA\tPersn\n", "own.tsv", r"own.tsv:2: unknown type 'Persn' \(did you mean Person\?\)"),
        ("id\tname\talias\nQ1\tA\tB\n", "own.tsv", r"own.tsv:1.*'alias' \(did you mean aliases\?\)"),
        ("id name", "own.txt", "'.txt'.*known: .csv, .tsv, .ttl"),
    ],
)
def test_unknown_names_are_listed_with_the_known_ones(tmp_path: Path, content: str, name: str, says: str) -> None:
    with pytest.raises(UnknownNameError, match=says):
        load_file(written(tmp_path, content, name))


def test_a_csv_that_is_cut_off(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"own.csv:3: "):
        load_file(written(tmp_path, 'id,name\nQ1,"A\nQ2,B\n', "own.csv"))


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        load_file(tmp_path / "none.tsv")

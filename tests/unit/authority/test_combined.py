from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kgexport.authority.combined import load_authorities
from kgexport.errors import InputError


def names(folder: Path, *rows: str) -> str:
    path = folder / "own.tsv"
    path.write_text("\n".join(("id\tname\ttype\tcountry", *rows)) + "\n", encoding="utf-8")
    return str(path)


def test_what_the_user_does_not_list_is_the_embedded_one(tmp_path: Path) -> None:
    authority = load_authorities([names(tmp_path, "x\tNobody Known\tPerson\t")])
    assert authority.candidates("Tirana")[0].id == "Q19689"
    turkish, albania = authority.demonym("Turkish"), authority.country("AL")
    assert turkish is not None
    assert albania is not None
    assert (turkish.id, albania.id) == ("Q43", "Q222")


def test_the_user_wins_over_things_of_the_same_kind(tmp_path: Path) -> None:
    authority = load_authorities([names(tmp_path, "depot\tTirana\tCivicStructure\tAL")])
    assert [c.id for c in authority.candidates("Tirana")] == ["depot"]


def test_things_of_another_kind_stay(tmp_path: Path) -> None:
    authority = load_authorities([names(tmp_path, "t\tTirana\tPerson\t")])
    assert [c.id for c in authority.candidates("Tirana")] == ["t", "Q19689"]


def test_a_row_without_a_class_wins_over_everything_but_is_not_shown_to_annotators(tmp_path: Path) -> None:
    authority = load_authorities([names(tmp_path, "t\tTirana\t\t")])
    assert [c.id for c in authority.candidates("Tirana")] == ["t"]
    assert authority.typed().candidates("Tirana") == ()
    assert authority.typed().demonym("Turkish") == authority.demonym("Turkish")
    assert authority.typed().country("AL") == authority.country("AL")


def test_a_row_of_a_known_thing_is_completed(tmp_path: Path) -> None:
    (found,) = load_authorities([names(tmp_path, "Q19689\tTirana\t\t")]).candidates("Tirana")
    assert (found.types, found.country, found.source) == (("City",), "AL", "own.tsv")
    assert (found.latitude, found.longitude) == (Decimal("41.3274"), Decimal("19.8187"))
    assert found.same_as[0] == "http://www.wikidata.org/entity/Q19689"


def test_of_two_files_the_first_wins(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    first, second = names(tmp_path, "a\tNobody Known\tPerson\t"), names(tmp_path / "b", "b\tNobody Known\tPerson\t")
    assert [c.id for c in load_authorities([first, second]).candidates("Nobody Known")] == ["a"]
    assert [c.id for c in load_authorities([second, first]).candidates("Nobody Known")] == ["b"]


def test_a_file_is_read_again_when_it_has_changed(tmp_path: Path) -> None:
    before = load_authorities([names(tmp_path, "a\tNobody Known\tPerson\t")])
    assert load_authorities([str(tmp_path / "own.tsv")]) is before
    after = load_authorities([names(tmp_path, "other\tNobody Known\tPerson\t")])
    assert after.candidates("Nobody Known")[0].id == "other"


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        load_authorities([str(tmp_path / "none.tsv")])

from __future__ import annotations

from pathlib import Path

import pytest

from kgexport.authority.base import Candidate
from kgexport.authority.file import load_file
from kgexport.errors import InputError, UnknownNameError

PREFIXES = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <http://schema.org/> .
@prefix s: <https://schema.org/> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix : <https://voc.example/things/> .
"""


def found(folder: Path, turtle: str, name: str) -> Candidate:
    path = folder / "own.ttl"
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    (candidate,) = load_file(path).candidates(name)
    return candidate


def test_a_concept_with_labels_class_and_identities(tmp_path: Path) -> None:
    turtle = """:mill a skos:Concept, s:Museum, schema:CivicStructure ; skos:prefLabel "Old Mill"@en, "Alte Mühle"@de ;
        skos:altLabel "Mill Museum"@en-GB, "Mühlenmuseum"@de ; schema:sameAs <https://mill.example/> ."""
    mill = found(tmp_path, turtle, "Mill Museum")
    assert (mill.id, mill.name, mill.matched) == ("mill", "Old Mill", "alias")
    assert mill.types == ("Museum", "CivicStructure")
    assert mill.same_as == ("https://mill.example/", "https://voc.example/things/mill")
    assert load_file(tmp_path / "own.ttl").candidates("Mühlenmuseum") == ()


def test_an_exact_match_in_wikidata_gives_the_identifier(tmp_path: Path) -> None:
    turtle = ':m skos:prefLabel "Melk" ; skos:exactMatch wd:Q42424242 ; skos:closeMatch wd:Q7 .'
    melk = found(tmp_path, turtle, "Melk")
    assert (melk.id, melk.types) == ("Q42424242", ("Thing",))
    assert melk.same_as == ("http://www.wikidata.org/entity/Q42424242", "https://voc.example/things/m")


def test_a_close_match_counts_where_nothing_else_is_stated(tmp_path: Path) -> None:
    assert found(tmp_path, ':m skos:prefLabel "Melk" ; skos:closeMatch wd:Q7 .', "Melk").id == "Q7"


def test_a_thing_of_wikidata_itself(tmp_path: Path) -> None:
    thing = found(tmp_path, 'wd:Q8 skos:prefLabel "Melk"@de ; a schema:City .', "Melk")
    assert (thing.id, thing.types, thing.same_as) == ("Q8", ("City",), ("http://www.wikidata.org/entity/Q8",))


def test_two_things_whose_iris_end_alike_stay_apart(tmp_path: Path) -> None:
    turtle = '<https://a.example/x> skos:prefLabel "First" .\n<https://b.example/x> skos:prefLabel "Second" .'
    first = found(tmp_path, turtle, "First")
    (second,) = load_file(tmp_path / "own.ttl").candidates("Second")
    assert first.id != second.id
    assert first.id.startswith("x-")


def test_no_slug_is_taken_for_an_identifier_of_wikidata(tmp_path: Path) -> None:
    assert found(tmp_path, '<https://a.example/Q12> skos:prefLabel "Melk" .', "Melk").id == "x-q12"


def test_a_syntax_error_has_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"own.ttl:7: .*line 7"):
        found(tmp_path, ':a skos:prefLabel "A" .\n:b skos:prefLabel B .', "A")


def test_nothing_with_a_label(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no row"):
        found(tmp_path, ':a schema:name "A" .', "A")


def test_a_class_that_schema_org_does_not_have(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match=r"things/a: unknown type 'Persn' \(did you mean Person\?\)"):
        found(tmp_path, ':a a schema:Persn ; skos:prefLabel "A" .', "A")


def test_a_label_that_is_a_thing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no text"):
        found(tmp_path, ":a skos:prefLabel :b .", "A")

from __future__ import annotations

import pytest

from kgexport.export.reading_order import PROPERTIES, SUBJECTS, ReadingOrder, natural
from kgexport.vocabulary import NAMESPACES, SCHEMA

TABLES = [*SUBJECTS, *PROPERTIES]
NAMES = " ".join(TABLES).split()


@pytest.mark.parametrize("name", sorted({name for name in NAMES if name != "*"}))
def test_the_tables_name_terms_that_exist(name: str) -> None:
    prefix, _, local = name.rpartition(":")
    namespace = {item.prefix: item for item in NAMESPACES}[prefix or "schema"]
    assert local in namespace


def test_no_table_names_a_term_twice() -> None:
    for table in (SUBJECTS, PROPERTIES):
        names = " ".join(table).split()
        assert len(names) == len(set(names))
        assert names.count("*") == 1


def test_numbers_are_sorted_as_numbers() -> None:
    assert sorted(["char=100,2", "char=9,12", "char=9,2", "char=", ""], key=natural) == [
        "",
        "char=",
        "char=9,2",
        "char=9,12",
        "char=100,2",
    ]
    assert natural("a01") != natural("a1")


def test_very_long_numbers_are_no_trouble() -> None:
    assert natural("9" * 10_000) > natural("1")


def test_a_thing_of_several_classes_has_the_place_of_the_first_listed_one() -> None:
    order = ReadingOrder()
    event = order.subject((SCHEMA["Event"].value,))
    assert order.subject((SCHEMA["GiveAction"].value, SCHEMA["Event"].value)) == event
    assert order.subject(()) == order.subject((SCHEMA["Country"].value, "http://example.org/C"))


def test_the_order_follows_the_scheme() -> None:
    order = ReadingOrder("https://schema.org/")
    assert order.predicate("https://schema.org/name") < order.predicate("https://schema.org/sameAs")
    assert order.type("https://schema.org/Event") < order.type("https://schema.org/Action")

"""What a store gives back is what was sent, or it is said what is not."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kgexport.store.comparison import compare, graph_hash
from kgexport.vocabulary import XSD


def triples(turtle: str) -> list[Triple]:
    return [quad.triple for quad in parse(turtle, format=RdfFormat.TURTLE)]


def one(value: str, datatype: str) -> list[Triple]:
    return [Triple(NamedNode("a:a"), NamedNode("a:b"), Literal(value, datatype=NamedNode(XSD.iri + datatype)))]


def test_the_same_graph_whatever_its_blank_nodes_are_called() -> None:
    first = triples("<a:a> <a:b> [ <a:c> 'x' ], [ <a:c> 'y' ] .")
    second = triples("_:q <a:c> 'y' . <a:a> <a:b> _:q, _:p . _:p <a:c> 'x' .")
    found = compare(first, second)
    assert (found.same, found.respelt) == (True, False)
    assert graph_hash(first) == graph_hash(second)


@pytest.mark.parametrize(
    ("datatype", "sent", "back"),
    [
        ("integer", "007", "7"),
        ("integer", "+5", "5"),
        ("decimal", "0.50", "0.5"),
        ("decimal", "5000000.0", "5000000"),
        ("decimal", "100", "100.0"),
        ("double", "1.0E0", "1"),
        ("boolean", "1", "true"),
        ("dateTime", "2026-11-23T12:00:00+00:00", "2026-11-23T12:00:00Z"),
        ("dateTime", "2026-11-23T12:00:00.500Z", "2026-11-23T12:00:00.5Z"),
        ("date", "2026-11-23Z", "2026-11-23+00:00"),
    ],
)
def test_another_spelling_of_the_same_value_is_said_to_be_one(datatype: str, sent: str, back: str) -> None:
    found = compare(one(sent, datatype), one(back, datatype))
    assert (found.same, found.respelt) == (True, True)


@pytest.mark.parametrize(
    ("datatype", "sent", "back"),
    [
        ("integer", "7", "8"),
        ("decimal", "0.5", "0.05"),
        ("dateTime", "2026-11-23T12:00:00", "2026-11-23T12:00:00Z"),
        ("dateTime", "2026-11-23T12:00:05Z", "2026-11-23T12:00:50Z"),
        ("boolean", "1", "false"),
        ("string", "1", "01"),
        ("gYear", "2026", "02026"),
        ("integer", "seven", "7"),
    ],
)
def test_another_value_is_not(datatype: str, sent: str, back: str) -> None:
    found = compare(one(sent, datatype), one(back, datatype))
    assert not found.same
    assert "1 missing, e.g. <a:a>" in found.difference
    assert "1 not sent, e.g. <a:a>" in found.difference


def test_another_type_is_not_the_same() -> None:
    assert not compare(one("1", "integer"), one("1", "string")).same
    assert not compare(one("true", "boolean"), one("true", "string")).same


def test_a_store_without_booleans_gives_them_back_as_numbers() -> None:
    found = compare(one("true", "boolean"), one("1", "integer"))
    assert (found.same, found.respelt) == (True, True)
    assert not compare(one("true", "boolean"), one("0", "integer")).same
    assert not compare(one("false", "boolean"), one("1", "integer")).same


def test_more_may_come_back_only_where_that_is_said() -> None:
    less, more = triples("<a:a> <a:b> 1 ."), triples("<a:a> <a:b> 1, 2 .")
    assert not compare(less, more).same
    assert compare(less, more, part=True).same
    assert not compare(more, less, part=True).same
    respelt = compare(one("007", "integer"), [*one("7", "integer"), *one("8", "integer")], part=True)
    assert (respelt.same, respelt.respelt) == (True, True)

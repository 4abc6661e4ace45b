from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from kgexport.errors import UnknownNameError
from kgexport.export.formats import FORMATS, Format, by_extension, by_media_type, by_name, export_graph
from tests.fixtures.export.graphs import small_graph

every_format = pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)


@every_format
def test_a_format_is_found_by_everything_it_is_known_by(format_: Format) -> None:
    assert by_name(format_.name) is format_
    assert by_extension(format_.extension) is format_
    assert by_extension(Path("a.b") / f"article.v1{format_.extension}") is format_
    assert by_media_type(format_.media_type) is format_


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("ttl", "turtle"),
        ("Turtle", "turtle"),
        ("json-ld", "jsonld"),
        ("JSON-LD", "jsonld"),
        ("nt", "ntriples"),
        ("n-triples", "ntriples"),
        ("nq", "nquads"),
        ("trig", "trig"),
    ],
)
def test_names_are_known_as_users_type_them(alias: str, name: str) -> None:
    assert by_name(alias).name == name


def test_no_two_formats_share_a_name_an_extension_or_a_media_type() -> None:
    names = [name for item in FORMATS for name in (item.name, *item.aliases)]
    for values in (names, [item.extension for item in FORMATS], [item.media_type for item in FORMATS]):
        assert len(values) == len(set(values))


@every_format
def test_the_facts_agree_with_pyoxigraph(format_: Format) -> None:
    known = format_.rdf_format
    assert known.media_type == format_.media_type
    assert format_.name == "jsonld" or known.supports_datasets == format_.datasets
    assert pyoxigraph.RdfFormat.from_extension(format_.extension[1:]) == known


def test_named_graphs_and_evidence_go_together() -> None:
    assert [item.name for item in FORMATS if item.evidence] == [item.name for item in FORMATS if item.datasets]


def test_parameters_of_a_media_type_are_not_looked_at() -> None:
    assert by_media_type("Text/Turtle; charset=utf-8").name == "turtle"


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match=r"unknown format 'turtel' \(did you mean turtle\?\); known: .*trig"):
        export_graph(small_graph(), "turtel")
    with pytest.raises(UnknownNameError, match=r"unknown file extension '\.rdf'"):
        by_extension("a/b.rdf")
    with pytest.raises(UnknownNameError, match="unknown media type 'text/html'"):
        by_media_type("text/html")


def test_a_format_can_be_given_itself() -> None:
    assert export_graph(small_graph(), by_name("nt")) == export_graph(small_graph(), "ntriples")

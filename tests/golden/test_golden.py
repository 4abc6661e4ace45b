"""Whole articles: the graph of each is kept, and every format says the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode

from kgexport.export import Format, by_name
from tests.fixtures.export.readers import by_pyld, by_pyoxigraph, by_rdflib
from tests.golden.cases import HERE, SAMPLE, graphs, sources
from tests.support.process import kgexport

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("golden")
    graphs(folder)
    return folder


@pytest.mark.parametrize("source", sources(), ids=lambda path: path.stem)
def test_the_graph_is_the_expected_one(exported: Path, source: Path) -> None:
    name = f"{source.stem}.trig"
    assert (exported / name).read_text(encoding="utf-8") == (HERE / "expected" / name).read_text(encoding="utf-8")


def test_no_expected_graph_is_left_over() -> None:
    assert {path.stem for path in (HERE / "expected").iterdir()} == {path.stem for path in sources()}


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in every format."""
    folder = tmp_path_factory.mktemp("formats")
    names = ("turtle", "jsonld", "ntriples", "nquads", "trig")
    done = kgexport("export", SAMPLE, "-o", ".", *(part for name in names for part in ("-f", name)), cwd=folder)
    assert done.code == 0, done.err
    return folder / SAMPLE.stem


def _written(stem: Path, name: str) -> tuple[bytes, Format]:
    form = by_name(name)
    return stem.with_name(stem.name + form.extension).read_bytes(), form


def test_every_format_says_the_same_to_every_reader(everything: Path) -> None:
    expected = by_pyoxigraph(*_written(everything, "ntriples"))
    assert len(expected) > 200
    for name in ("turtle", "jsonld", "ntriples"):
        assert by_pyoxigraph(*_written(everything, name)) == expected
        assert by_rdflib(*_written(everything, name)) == expected
    assert by_pyld(_written(everything, "jsonld")[0]) == expected


@pytest.mark.parametrize("name", ["trig", "nquads"])
def test_the_named_graph_of_the_article_is_the_turtle(everything: Path, name: str) -> None:
    expected = {quad.triple for quad in by_pyoxigraph(*_written(everything, "turtle"))}
    quads = by_pyoxigraph(*_written(everything, name))
    assert by_rdflib(*_written(everything, name)) == quads
    document, evidence = sorted({str(quad.graph_name).strip("<>") for quad in quads})
    assert evidence == f"{document}#evidence"
    assert {quad.triple for quad in quads if quad.graph_name == NamedNode(document)} == expected


def test_there_is_no_blank_node(everything: Path) -> None:
    quads = by_pyoxigraph(*_written(everything, "trig"))
    assert not [quad for quad in quads if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)]


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_the_bytes_do_not_depend_on_the_hash_seed(everything: Path, tmp_path: Path, seed: str) -> None:
    names = ("turtle", "jsonld", "ntriples", "nquads", "trig")
    formats = [part for name in names for part in ("-f", name)]
    done = kgexport("export", SAMPLE, "-o", ".", *formats, cwd=tmp_path, PYTHONHASHSEED=seed)
    assert done.code == 0, done.err
    for path in sorted(tmp_path.iterdir()):
        assert path.read_bytes() == (everything.parent / path.name).read_bytes(), path.name

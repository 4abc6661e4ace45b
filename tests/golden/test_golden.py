"""Whole articles: the graph of each is kept, and every format says the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from pyld import jsonld

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


def _with(stem: Path, extension: str) -> Path:
    return stem.with_name(stem.name + extension)


def _by_pyoxigraph(path: Path) -> set[str]:
    form = ox.RdfFormat.from_extension(path.suffix[1:])
    assert form is not None
    return {f"{q.subject} {q.predicate} {q.object}" for q in ox.parse(path=str(path), format=form)}


def _by_rdflib(path: Path, form: str) -> set[str]:
    graph = rdflib.Graph().parse(path, format=form)
    lines = graph.serialize(format="nt").splitlines()
    return {str(ox_line) for line in lines if line for ox_line in _terms(line)}


def _terms(line: str) -> list[str]:
    return [
        f"{t.subject} {t.predicate} {t.object}" for t in ox.parse(input=line.encode(), format=ox.RdfFormat.N_TRIPLES)
    ]


def _by_pyld(path: Path) -> set[str]:
    def refuse(url: str, options: dict[str, Any]) -> dict[str, Any]:
        raise AssertionError(f"{url} must not be fetched")

    document = json.loads(path.read_text(encoding="utf-8"))
    lines = jsonld.to_rdf(document, {"format": "application/n-quads", "documentLoader": refuse})
    return {term for line in lines.splitlines() for term in _terms(line)}


def test_every_format_says_the_same_to_every_reader(everything: Path) -> None:
    expected = _by_pyoxigraph(_with(everything, ".nt"))
    assert len(expected) > 200
    assert _by_pyoxigraph(_with(everything, ".ttl")) == expected
    assert _by_pyoxigraph(_with(everything, ".jsonld")) == expected
    assert _by_rdflib(_with(everything, ".ttl"), "turtle") == expected
    assert _by_rdflib(_with(everything, ".jsonld"), "json-ld") == expected
    assert _by_rdflib(_with(everything, ".nt"), "nt") == expected
    assert _by_pyld(_with(everything, ".jsonld")) == expected


def test_the_named_graph_of_the_article_is_the_turtle(everything: Path) -> None:
    expected = _by_pyoxigraph(_with(everything, ".ttl"))
    for extension, form in ((".trig", ox.RdfFormat.TRIG), (".nq", ox.RdfFormat.N_QUADS)):
        parsed = list(ox.parse(path=str(_with(everything, extension)), format=form))
        names = {str(quad.graph_name) for quad in parsed}
        assert len(names) == 2
        article = next(name for name in names if "#evidence" not in name)
        assert {f"{q.subject} {q.predicate} {q.object}" for q in parsed if str(q.graph_name) == article} == expected
        assert all("#" not in name or name.endswith("#evidence>") for name in names)


def test_there_is_no_blank_node(everything: Path) -> None:
    quads = ox.parse(path=str(_with(everything, ".trig")), format=ox.RdfFormat.TRIG)
    assert not [q for q in quads if isinstance(q.subject, ox.BlankNode) or isinstance(q.object, ox.BlankNode)]


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_the_bytes_do_not_depend_on_the_hash_seed(everything: Path, tmp_path: Path, seed: str) -> None:
    names = ("turtle", "jsonld", "ntriples", "nquads", "trig")
    formats = [part for name in names for part in ("-f", name)]
    done = kgexport("export", SAMPLE, "-o", ".", *formats, cwd=tmp_path, PYTHONHASHSEED=seed)
    assert done.code == 0, done.err
    for path in sorted(tmp_path.iterdir()):
        assert path.read_bytes() == (everything.parent / path.name).read_bytes(), path.name

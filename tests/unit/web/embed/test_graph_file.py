from __future__ import annotations

from pathlib import Path

import pytest

from kgexport.errors import InputError
from kgexport.export import FORMATS, Format, export_graph, with_schema_iri
from kgexport.graph import ArticleGraph
from kgexport.mapping import map_article
from kgexport.web import web_json, web_object
from kgexport.web.embed.graph_file import read_graph
from tests.support.articles import sample_annotations


@pytest.fixture(scope="module")
def graph() -> ArticleGraph:
    return map_article(sample_annotations(url="https://news.example/a"), "https://news.example/")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_every_export_makes_the_same_markup(form: Format, scheme: str, graph: ArticleGraph, tmp_path: Path) -> None:
    path = tmp_path / f"graph{form.extension}"
    path.write_bytes(export_graph(with_schema_iri(graph, scheme), form, True))
    read = read_graph(path)
    assert isinstance(read, ArticleGraph)
    assert web_object(read) == web_object(graph)


def test_markup_is_taken_as_it_is(graph: ArticleGraph, tmp_path: Path) -> None:
    data = {**web_object(graph), "ratio": 1.5, "nothing": None}
    path = tmp_path / "a.web.jsonld"
    path.write_text(web_json(data))
    assert read_graph(path) == data


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.ttl", "<https://a.example/> a <https://a.example/b> .", "holds no articles"),
        ("a.ttl", "<a:b#article> a <http://schema.org/NewsArticle> ; <a:p> [] .", "no graph that kgexport wrote"),
        ("a.ttl", "<a", "a.ttl"),
        ("a.jsonld", "{", "is not valid JSON"),
        ("a.jsonld", '{"@context": {}, "@id": "https://a.example/"}', "holds no articles"),
    ],
)  # fmt: skip
def test_what_is_no_graph_of_an_article_is_refused(name: str, text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(InputError, match=message):
        read_graph(tmp_path / name)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    for name in ("a.ttl", "a.jsonld"):
        with pytest.raises(InputError, match=name):
            read_graph(tmp_path / name)

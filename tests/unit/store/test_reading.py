"""Files as named graphs: whose name a graph gets, what is sent as it is, what is refused."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kgexport.errors import InputError
from kgexport.store.base import GraphData
from kgexport.store.chunks import chunks, has_blank_nodes, triples_of
from kgexport.store.naming import checked_iri
from kgexport.store.reading import Choice, graph_files, read_graphs
from tests.support.graph_store import article

D = "https://news.example/1"
TRIG = f"""@prefix schema: <http://schema.org/> .
<{D}> {{ <{D}#article> a schema:NewsArticle ; schema:mentions <{D}#x> . }}
<{D}#evidence> {{ <{D}#char=0,1> a schema:Thing . }}
"""


def graphs(folder: Path, name: str, content: str | bytes, choice: Choice | None = None) -> list[GraphData]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (source,) = graph_files([str(path)])
    return read_graphs(source, choice or Choice())


def test_turtle_of_one_article_is_sent_as_it_is(tmp_path: Path) -> None:
    name, body = article(1)
    (graph,) = graphs(tmp_path, "a.ttl", b"\xef\xbb\xbf" + body)
    assert (graph.name.value, graph.body, graph.format) == (name, body, RdfFormat.TURTLE)
    assert graph.triples == len(set(parse(body, format=RdfFormat.TURTLE)))
    assert not has_blank_nodes(graph)


def test_https_schema_org_is_an_article_too(tmp_path: Path) -> None:
    body = article(1)[1].replace(b"http://schema.org", b"https://schema.org")
    assert graphs(tmp_path, "a.ttl", body)[0].name.value == D


def test_a_triple_that_is_written_twice_counts_once(tmp_path: Path) -> None:
    body = article(1)[1]
    once, twice = (graphs(tmp_path, "a.ttl", text)[0].triples for text in (body, body + body))
    assert once == twice


def test_each_named_graph_is_one_and_evidence_may_stay_out(tmp_path: Path) -> None:
    both = graphs(tmp_path, "a.trig", TRIG)
    assert [graph.name.value for graph in both] == [D, f"{D}#evidence"]
    assert [graph.triples for graph in both] == [2, 1]
    (one,) = graphs(tmp_path, "a.trig", TRIG, Choice(evidence=False))
    assert one.name.value == D


def test_json_ld_turtle_and_packed_files_are_the_same_graph(tmp_path: Path) -> None:
    turtle = f"<{D}#article> a <http://schema.org/NewsArticle> ; <http://schema.org/headline> 'A' ."
    json_ld = f'{{"@context": "https://schema.org", "@id": "{D}#article", "@type": "NewsArticle", "headline": "A"}}'
    read = [
        graphs(tmp_path, "a.ttl", turtle),
        graphs(tmp_path, "a.jsonld", json_ld),
        graphs(tmp_path, "a.ttl.gz", gzip.compress(turtle.encode())),
        graphs(tmp_path, "no-extension", turtle),
    ]
    assert {graph.name.value for (graph,) in read} == {D}
    assert len({frozenset(triples_of(graph)) for (graph,) in read}) == 1


def test_a_name_that_is_given_counts(tmp_path: Path) -> None:
    choice = Choice(checked_iri("https://x.example/g"))
    (graph,) = graphs(tmp_path, "a.ttl", "<a:a> <a:b> <a:c> .", choice)
    assert graph.name.value == "https://x.example/g"


def test_a_name_is_not_given_to_graphs_that_have_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="leave --graph out"):
        graphs(tmp_path, "a.trig", TRIG, Choice(checked_iri("https://x.example/g")))


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.ttl", "<a:a> <a:b> <a:c> .", "--graph"),
        ("a.ttl", article(1)[1] + article(2)[1], "2 articles"),
        ("a.ttl", "[] a <http://schema.org/NewsArticle> .", "has no IRI"),
        ("a.ttl", f"<{D}#article> a <http://schema.org/NewsArticle> ; <a:b> <#c> .", "relative IRI"),
        ("a.jsonld", f'{{"@id": "{D}", "@type": "http://schema.org/NewsArticle", "a:b": {{"@id": "c"}}}}', "relative"),
        ("a.trig", "<a> { <a:a> <a:b> <a:c> }", "relative IRI"),
        ("a.trig", "_:g { <a:a> <a:b> <a:c> }", "blank node for its name"),
        ("a.ttl", "<a:a> <a:b> \n <a:c> ; ; \n", "a.ttl:"),
        ("a.nq", "<a:a> <a:b> .", "a.nq:1"),
        ("a.trig", "# nothing\n", "no triples"),
        ("a.ttl", "", "empty"),
        ("a.ttl.gz", b"\x1f\x8bnonsense", "cannot be unpacked"),
        ("a.html", "<!doctype html><p>x</p>", "web page"),
        ("picture", b"\x89PNG\r\n\x1a\n\0\0\0", "neither text nor RDF"),
        ("a.ttl", b"<a:a> <a:b> '\xff' .", "a.ttl"),
    ],
)
def test_what_cannot_be_loaded_is_one_line_with_the_place(
    tmp_path: Path, name: str, content: str | bytes, says: str
) -> None:
    with pytest.raises(InputError) as caught:
        graphs(tmp_path, name, content)
    message = str(caught.value)
    assert says in message
    assert name in message
    assert "\n" not in message


def test_a_folder_gives_its_graphs_and_no_pages(tmp_path: Path) -> None:
    for name in ("b.ttl", "a.trig", "view.html", "notes.txt", ".hidden.ttl"):
        (tmp_path / name).write_text("x")
    names = [Path(source.name).name for source in graph_files([str(tmp_path), str(tmp_path / "b.ttl")])]
    assert names == ["a.trig", "b.ttl"]


@pytest.mark.parametrize("largest", [1_000, 3_000, 1_000_000])
def test_chunks_are_whole_lines_and_all_of_them(largest: int) -> None:
    body = "".join(f'<a:{n}> <a:b> "_:x {n} \\" _:y ." .\n' for n in range(100)).encode()
    graph = GraphData(checked_iri("a:g"), body, RdfFormat.N_TRIPLES, 100)
    pieces = chunks(graph, largest)
    assert all(len(piece) <= largest for piece in pieces)
    assert (len(pieces) == 1) is (largest == 1_000_000)
    read = [quad.triple for piece in pieces for quad in parse(piece, format=RdfFormat.N_TRIPLES)]
    assert read == list(triples_of(graph))


@pytest.mark.parametrize(
    ("body", "form", "found"),
    [
        ("<a:a> <a:b> [] .", RdfFormat.TURTLE, True),
        ("<a:a> <a:b> ( <a:c> ) .", RdfFormat.TURTLE, True),
        ("[ <a:b> <a:c> ] .", RdfFormat.TURTLE, True),
        ("<a:a> <a:b> _:c .", RdfFormat.TURTLE, True),
        ("_:a<a:b>_:c.", RdfFormat.N_TRIPLES, True),
        ("<a:a> <a:b> '_:c [d] (e)' . # [", RdfFormat.TURTLE, False),
        ('<a:a> <a:b> "_:c .\\n_:d" .', RdfFormat.N_TRIPLES, False),
        ("<a:a> <a:b> () .", RdfFormat.TURTLE, False),
    ],
)
def test_blank_nodes_are_told_from_text_that_looks_like_them(body: str, form: RdfFormat, found: bool) -> None:
    assert has_blank_nodes(GraphData(checked_iri("a:g"), body.encode(), form, 1)) is found


def test_a_file_larger_than_what_is_asked_for_first_is_read_to_its_end(tmp_path: Path) -> None:
    _, body = article(1)
    (graph,) = graphs(tmp_path, "a.ttl", body + b"# " + b"x" * 1_000_000 + b"\n<a:a> <a:b> <a:last> .\n")
    assert graph.body.endswith(b"<a:last> .\n")
    assert graph.triples == len(set(parse(body, format=RdfFormat.TURTLE))) + 1


def test_blank_nodes_stay_together() -> None:
    turtle = "".join(f"<a:{n}> <a:b> [ <a:c> _:x ] . _:x <a:d> {n} . <a:{n}> <a:e> '_:z' .\n" for n in range(50))
    graph = GraphData(checked_iri("a:g"), turtle.encode(), RdfFormat.TURTLE, 200)
    first, *others = chunks(graph, 500)
    assert others
    for piece in others:
        for quad in parse(piece, format=RdfFormat.N_TRIPLES):
            assert "_:" not in f"{quad.subject} {quad.predicate}"
            assert str(quad.object) == '"_:z"'
    assert first.count(b"\n") == 150

"""Graphs come from any format, file, folder, pattern or stdin; what cannot be read is one line and loses no other."""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Dataset, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse, serialize

from kgexport.errors import InputError
from kgexport.inputs import Source, formats, read_file, reading, sources
from kgexport.inputs.files import STDIN_BASE
from kgexport.inputs.formats import FORMATS, Format, by_extension, by_media_type, found_in_folders, sniff

TURTLE = b"<http://a.example/a> <http://a.example/b> <http://a.example/c> .\n"
XML = (
    '<?xml version="1.0"?>\n<!-- a comment -->\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="http://a.example/a"><b xmlns="http://a.example/">c</b></rdf:Description></rdf:RDF>'
)


def read(data: bytes | str) -> list[Quad]:
    """What standard input with that content holds."""
    body = data.encode() if isinstance(data, str) else data
    (source,) = sources(["-"], stdin=io.BytesIO(body))
    return list(source)


def error_of(source: Source) -> str:
    with pytest.raises(InputError) as caught:
        list(source)
    message = str(caught.value)
    assert "\n" not in message
    return message


def refused(data: bytes | str, name: str, folder: Path) -> str:
    """The message about a file of that name and content, its folder left out."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return error_of(next(sources([str(path)]))).replace(str(folder) + os.sep, "")


@pytest.mark.parametrize(
    ("form", "data"),
    [
        (formats.TURTLE_OR_TRIG, "@prefix : <http://a.example/> .\n:a :b :c ."),
        (formats.TURTLE_OR_TRIG, "# a comment with { and <html>\nPREFIX a: <http://a.example/>\na:a a:b a:c ."),
        (formats.TURTLE_OR_TRIG, "[] <http://a.example/b> 1 ."),
        (formats.TURTLE_OR_TRIG, "[ <http://a.example/a> 1 ] <http://a.example/b> [] ."),
        (formats.TURTLE_OR_TRIG, "{ <http://a.example/a> <http://a.example/b> 1 }"),
        (formats.TURTLE_OR_TRIG, "<a> <b> <c> ."),
        (formats.N_QUADS, TURTLE.replace(b" .", b" <http://a.example/g> .")),
        (formats.N_QUADS, '_:a <http://a.example/b> "\\"c\\" . <x>"@en-GB _:g . # why\n'),
        (formats.RDF_XML, XML),
        (formats.JSON_LD, ' {\n "http://a.example/b": "c"}'),
        (formats.JSON_LD, '[{"http://a.example/b": "c"}]'),
        (formats.JSON_LD, "{}"),
        (formats.PAGE, "<!DOCTYPE html><p>x"),
        (formats.PAGE, '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><p>x</p></html>'),
        (formats.PAGE, "<!-- a page --><html><p>x"),
        (formats.PAGE, '<div itemscope itemtype="https://schema.org/Person">'),
        (formats.PAGE, "<script type='application/ld+json'>{}</script>"),
    ],
)
def test_the_first_bytes_tell_the_format(form: Format, data: bytes | str) -> None:
    head = data.encode() if isinstance(data, str) else data
    assert sniff(head) is form
    assert sniff(formats.BOM + head) is form


_IRIS = st.sampled_from("abcdef").map(lambda name: NamedNode(f"http://a.example/{name}"))
_BLANKS = st.sampled_from("abc").map(BlankNode)
_TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12).map(Literal)
_QUADS = st.lists(
    st.builds(Quad, _IRIS | _BLANKS, _IRIS, _IRIS | _BLANKS | _TEXTS, _IRIS | st.just(DefaultGraph())), min_size=1
)


@given(_QUADS, st.sampled_from([form.rdf for form in FORMATS if form.rdf not in (None, RdfFormat.N3)]))
def test_what_is_written_in_any_format_is_read_again_by_its_first_bytes(quads: list[Quad], rdf: RdfFormat) -> None:
    if not rdf.supports_datasets:
        quads = [Quad(quad.subject, quad.predicate, quad.object) for quad in quads]
    data = serialize(quads, format=rdf)
    assert data is not None
    assert same(read(data), parse(data, format=rdf, base_iri=STDIN_BASE))


def same(left: Iterator[Quad] | list[Quad], right: Iterator[Quad] | list[Quad]) -> bool:
    """Whether two sets of quads are the same but for the names of their blank nodes."""
    from pyoxigraph import CanonicalizationAlgorithm

    pair = (Dataset(left), Dataset(right))
    for dataset in pair:
        dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return pair[0] == pair[1]


@given(st.binary(max_size=300))
def test_no_first_bytes_are_an_error_of_ours(data: bytes) -> None:
    assert sniff(data) in (*FORMATS, formats.TURTLE_OR_TRIG, None)


def test_every_extension_and_media_type_has_one_format() -> None:
    for form in FORMATS:
        assert all(by_extension(f"A{name.upper()}.gz") is form for name in (*form.extensions, *form.doubtful))
        assert all(by_media_type(f"{name.upper()}; charset=utf-8") is form for name in form.media_types)
        assert all(found_in_folders(f"a{name}") for name in form.extensions)
        assert not any(found_in_folders(f"a{name}") for name in form.doubtful)
    assert by_extension("a.txt") is by_extension("gz") is by_media_type(None) is None


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.nt", TURTLE),
        ("a.TTL", formats.BOM + TURTLE),
        ("a.n3", TURTLE),
        ("a.rdf", XML),
        ("a.xml", XML),
        ("a.nq.gz", gzip.compress(TURTLE, mtime=0)),
        ("packed", gzip.compress(TURTLE, mtime=0)),
        ("no-extension", TURTLE),
        ("a.json", '{"@id": "http://a.example/a", "http://a.example/b": "c"}'),
    ],
)
def test_a_file_is_read(name: str, data: bytes | str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    (quad,) = read_file(path)
    assert quad.subject == NamedNode("http://a.example/a")


def test_relative_iris_resolve_against_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes(b"<#a> <b> 1 .")
    (quad,) = read_file(tmp_path / "a.ttl")
    assert quad.subject == NamedNode((tmp_path / "a.ttl").as_uri() + "#a")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.ttl", "", "a.ttl: is empty; give a file with a graph, or a page"),
        ("a.ttl", " \n", "a.ttl: is empty; give a file with a graph, or a page"),
        ("a.ttl", "\ufeff<a>".encode("utf-16"), "a.ttl: is UTF-16, which no format of RDF allows; save it as UTF-8"),
        ("a.bin", b"\0\1", "a.bin: is neither RDF nor HTML but binary; known extensions: .htm"),
        (
            "a.ttl.gz",
            gzip.compress(TURTLE, mtime=0)[:-9],
            "a.ttl.gz: cannot be unpacked or read (Compressed file ended",
        ),
        ("a.gz", b"\x1f\x8bnot packed at all", "a.gz: cannot be unpacked or read ("),
        ("a.ttl", b'<a> <b>\n "\xff" .', "a.ttl:2:3: not Turtle: Invalid UTF-8"),
        ("a.ttl", "<html><p>text", "not Turtle: text is not a valid RDF object; it looks like HTML"),
        ("a.n3", "{ <a> <b> <c> } => { <d> <e> <f> } .", "a.n3: a formula of N3, { … }, states nothing"),
        ("a.txt", "Just words.", "not Turtle or TriG: "),
        ("a.jsonld", '{"@type": "http://a.example/T",\n "x" 1}', "a.jsonld:2:6: not JSON-LD: expecting ':' delimiter"),
        ("a.jsonld", '{"@type": "Person"}', 'a.jsonld: JSON without "@context", so that its keys mean nothing'),
        ("a.jsonld", b'{"x":\n "\xff"}', "a.jsonld:2: not JSON-LD: the byte at offset 8 is not UTF-8"),
        ("a.json", '{"a":' * 5000 + "1" + "}" * 5000, "a.json: not JSON-LD: it is nested too deeply"),
        ("a.json", '{"http://a.example/a": 1' + "0" * 500 + "}", "a.json: not JSON-LD: the number 1000"),
        ("a.json", '{"http://a.example/a": 1e999}', "a.json: not JSON-LD: the number 1e999 is too large"),
        ("a.json", '{"http://a.example/a": NaN}', "a.json: not JSON-LD: NaN is no number of JSON"),
        ("a.json", '{"a:a": 1, "a:a": 2}', "a.json: an object of its JSON-LD has the key 'a:a' twice"),
        ("a.json", '{"@context": {}, "@type": [3]}', "a.json: not JSON-LD: @type value must be a string"),
    ],
)
def test_what_cannot_be_read_is_one_line(name: str, data: bytes | str, message: str, tmp_path: Path) -> None:
    assert message in refused(data, name, tmp_path)


def test_what_is_too_large_to_check_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(reading, "LARGEST", 100)
    monkeypatch.setattr(reading, "LARGEST_TREE", 50)
    assert "a.nt.gz: more than 100 bytes" in refused(gzip.compress(TURTLE * 9, mtime=0), "a.nt.gz", tmp_path)
    assert "a.html: more than 50 bytes" in refused("<html>" + "x" * 50, "a.html", tmp_path)


def test_large_json_ld_streams_with_the_context_that_it_has(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(reading, "LARGEST_TREE", 50)
    (tmp_path / "a.jsonld").write_text('{"@context": {"@vocab": "http://schema.org/"}, "@type": "Person"}')
    assert len(list(read_file(tmp_path / "a.jsonld"))) == 1
    message = refused('{"@context": "https://schema.org", "@type": "Person", "name": "A"}', "b.jsonld", tmp_path)
    assert message == (
        "b.jsonld: its JSON-LD context is elsewhere and is not fetched; write the context into the document"
    )


def test_quoted_triples_are_read_and_left_to_the_check() -> None:
    assert len(read("<a> <b> <<( <a> <b> <c> )>> .")) == 1


def test_a_folder_is_searched_for_graphs_in_order(tmp_path: Path) -> None:
    for name in ("b.ttl", "a.html", "c/d.nq.gz", "c/.e.ttl", ".f/g.ttl", "h.txt", "i.json", "z.jsonld"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(TURTLE)
    found = [source.name for source in sources([str(tmp_path), str(tmp_path / "b.ttl")])]
    assert found == [str(tmp_path / name) for name in ("a.html", "b.ttl", "c/d.nq.gz", "z.jsonld")]


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (source,) = sources([str(tmp_path)])
    assert error_of(source).startswith(f"{tmp_path}: no graph in this folder; known extensions: .htm")


def test_a_pattern_that_the_shell_left_is_expanded(tmp_path: Path) -> None:
    for name in ("b.ttl", "a.ttl", "a.nt", "d/c.ttl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(TURTLE)
    assert [Path(source.name).name for source in sources([f"{tmp_path}/*.ttl"])] == ["a.ttl", "b.ttl"]
    assert len(list(sources([f"{tmp_path}/**/*.ttl"]))) == 3
    (source,) = sources([f"{tmp_path}/*.nq"])
    assert error_of(source) == f"{tmp_path}/*.nq: no file matches this pattern; check the path"


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a[1].ttl").write_bytes(TURTLE)
    (source,) = sources([str(tmp_path / "a[1].ttl")])
    assert len(list(source)) == 1


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("gone.ttl", "gone.ttl: No such file or directory; check the path and its permissions"),
        ("", "a graph has an empty name; give a path, an http(s) URL, or - for stdin"),
        ("ftp://a.example/a.ttl", "ftp://a.example/a.ttl: ftp addresses cannot be read; give a path or an http(s) URL"),
        ("a\0b", "a\\x00b: embedded null byte; check the path and its permissions"),
        ("x" * 5000, "File name too long; check the path and its permissions"),
    ],
)
def test_what_is_not_there_is_said_when_it_is_read(argument: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes(TURTLE)
    bad, good = sources([argument, str(tmp_path / "a.ttl")])
    assert message in error_of(bad)
    assert len(list(good)) == 1
    assert (bad.page, good.page) == (None, False)


def test_nothing_is_opened_before_it_is_read(tmp_path: Path) -> None:
    (source,) = sources([str(tmp_path / "late.ttl")])
    (tmp_path / "late.ttl").write_bytes(TURTLE)
    assert len(list(source)) == 1


def test_a_pipe_is_read_like_a_file() -> None:
    reading_end, writing_end = os.pipe()
    with os.fdopen(writing_end, "wb") as pipe:
        pipe.write(gzip.compress(TURTLE, mtime=0))
    (source,) = sources([f"/dev/fd/{reading_end}"])
    assert len(list(source)) == 1
    os.close(reading_end)


def test_a_closed_stdin_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    (source,) = sources(["-", "-"])
    assert error_of(source) == "-: stdin is closed; give a file or an http(s) URL"

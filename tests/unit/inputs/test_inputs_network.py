"""URLs and SPARQL endpoints as sources, with a server of our own: RDF is asked for, pages are taken, failures named."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, serialize

from kgexport import fetch
from kgexport.errors import InputError, KgexportError, OutsideError
from kgexport.inputs import Source, sources
from tests.support.server import serving

A, B, GRAPH = (NamedNode(f"http://a.example/{name}") for name in ("a", "b", "g"))
TURTLE = b"<#a> <http://a.example/b> <c> ."
PAGE = b'<html><script type="application/ld+json">{"@context": "https://schema.org", "@id": "#p", "name": "A"}</script>'
ANSWERS: dict[str, tuple[int, str | None, bytes]] = {
    "/stated": (200, "text/turtle; charset=utf-8", TURTLE),
    "/a.ttl": (200, "text/plain", TURTLE),
    "/a.ttl.gz": (200, "application/octet-stream", gzip.compress(TURTLE)),
    "/untyped": (200, None, TURTLE),
    "/other": (200, "application/x-something", TURTLE),
    "/page": (200, "text/html", PAGE),
    "/empty": (200, "text/turtle", b""),
    "/missing": (404, "text/html", b"no"),
    "/broken": (200, "application/ld+json", b"{"),
}


class Handler(BaseHTTPRequestHandler):
    store: ClassVar[Store] = Store()
    accepted: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        self.accepted.append(self.headers["Accept"])
        if address.path == "/sparql":
            found = self.store.query(parse_qs(address.query)["query"][0])
            data = serialize(found, format=RdfFormat.N_TRIPLES)  # type: ignore[arg-type]
            self.answer(200, "application/n-triples", data or b"")
        else:
            self.answer(*ANSWERS[address.path])

    def answer(self, status: int, media_type: str | None, body: bytes) -> None:
        self.send_response(status)
        if media_type is not None:
            self.send_header("Content-Type", media_type)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as in the base class
        """Tests are silent."""


Handler.store.extend([Quad(A, B, A, GRAPH), Quad(B, B, B, DefaultGraph())])


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving(Handler) as address:
        yield address


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


def error_of(source: Source, kind: type[KgexportError]) -> str:
    with pytest.raises(kind) as caught:
        list(source)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("path", ["/stated", "/a.ttl", "/a.ttl.gz", "/untyped", "/other"])
def test_an_rdf_document_is_asked_for_and_read(server: str, path: str) -> None:
    (source,) = sources([server + path])
    (quad,) = source
    assert quad.subject == NamedNode(f"{server}{path}#a")
    assert Handler.accepted[-1].startswith("text/turtle, ")
    assert (source.name, source.page) == (server + path, False)


def test_a_page_is_taken_where_there_is_no_document(server: str) -> None:
    (source,) = sources([f"{server}/page#part"])
    (quad,) = source
    assert quad.subject == NamedNode(f"{server}/page#p")
    assert source.page is True


def test_failures_of_the_network_are_named_and_lose_no_other(server: str) -> None:
    missing, empty, broken, good = sources([f"{server}/{name}" for name in ("missing", "empty", "broken", "stated")])
    assert error_of(missing, OutsideError).startswith(f"{server}/missing: the server answered 404")
    assert error_of(empty, InputError) == f"{server}/empty: is empty; give a file with a graph, or a page"
    assert error_of(broken, InputError).startswith(f"{server}/broken:1:2: not JSON-LD: expecting property name")
    assert len(list(good)) == 1


def test_a_server_cannot_send_more_than_sources_may_have(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "SIZE_LIMIT", 10)
    (source,) = sources([f"{server}/stated"])
    assert f"{server}/stated has more than 10 bytes" in error_of(source, InputError)


def test_a_named_graph_and_the_default_graph_of_an_endpoint(server: str) -> None:
    (named,) = sources([], endpoint=f"{server}/sparql", graphs=[GRAPH.value])
    assert list(named) == [Quad(A, B, A)]
    (default,) = sources([], endpoint=f"{server}/sparql?x=1")
    assert list(default) == [Quad(B, B, B)]
    assert named.name == f"{server}/sparql http://a.example/g"
    assert Handler.accepted[-1].startswith("application/n-triples")


@pytest.mark.parametrize(
    ("path", "graph", "message", "kind"),
    [
        ("/sparql", "http://a.example/none", "the graph is empty, or not there; check its IRI", InputError),
        ("/sparql", "x> } } DROP ALL #", "is no absolute IRI; --graph names a graph by its IRI", InputError),
        ("/page", "http://a.example/g", "the server answered with a page; --endpoint is the address", InputError),
        ("/missing", "http://a.example/g", "/missing: the server answered 404 Not Found", OutsideError),
    ],
)
def test_an_endpoint_that_gives_no_graph(
    server: str, path: str, graph: str, message: str, kind: type[KgexportError]
) -> None:
    (source,) = sources([], endpoint=server + path, graphs=[graph])
    assert message in error_of(source, kind)


def test_an_endpoint_has_an_address() -> None:
    (source,) = sources([], endpoint="store.db", graphs=["http://a.example/g"])
    assert error_of(source, InputError) == "store.db: is no http(s) address; --endpoint is that of a server"

"""No address and no graph IRI changes what is asked of a store."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kgexport.errors import InputError
from kgexport.store import sparql
from kgexport.store.address import Endpoints, checked_address, graph_url
from kgexport.store.base import GraphData
from kgexport.store.chunks import as_lines
from kgexport.store.limits import Limits
from kgexport.store.naming import checked_iri
from kgexport.store.opening import Where, open_store
from kgexport.store.profiles import PROFILES, by_name
from kgexport.store.retry import Retry
from tests.support.graph_store import GraphStoreServer, graph_store

HOSTILE_IRIS = (
    "https://x.example/> } ; DROP ALL ; INSERT DATA { <a:a",
    "https://x.example/a b",
    'https://x.example/"',
    "https://x.example/{x}",
    "https://x.example/\\u003E",
    "https://x.example/\n",
    "https://x.example/\x00",
    "https://x.example/^`|",
    "https://x.example/\u007f",
    "x",
    "/path",
    "//host/path",
    "",
    " https://x.example/",
    "https://x.example/%zz",
    "<https://x.example/>",
    "_:b",
    "default",
    "https://[x",
    "1http://x.example/",
)
ODD_IRIS = (
    "https://x.example/a&default&graph=https://y.example/",
    "https://x.example/a#b?c=d&e",
    "https://x.example/?q=1&update=DROP%20ALL",
    "https://x.example/a+b%20c",
    "https://x.example/é/日本",
    "https://x.example/;drop='all'",
    "https://x.example/a%00b",
    "https://x.example/..%2F..%2Fquery",
    "https://x.example/../../update",
    "urn:x:$&'()*+,;=:@!",
    "https://x.example/%22%3E",
    "mailto:a@b.example",
)
HOSTILE_ADDRESSES = (
    "http://me:secret@h.example/",
    "http://secret@h.example/",
    "http://h.example/?default",
    "http://h.example/x?graph=a",
    "http://h.example/#x",
    "http://h.example/a b",
    "http://h.example/\r\nX-Evil: 1",
    "http://h.example/\t",
    'http://h.example/"',
    "http://h.example/<x>",
    "http://h.example\\@evil.example/",
    "http:///x",
    "http://",
    "http:h.example",
    "ftp://h.example/",
    "file:///etc/passwd",
    "http://h.example:99999/",
    "http://h.example:x/",
    "http://[::1/",
    "http://h.example:0/",
    "javascript://h.example/%0aalert(1)",
)


@pytest.mark.parametrize("text", HOSTILE_IRIS)
def test_what_is_no_iri_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="no graph can have that name"):
        checked_iri(text)


@pytest.mark.parametrize("address", HOSTILE_ADDRESSES)
def test_what_is_no_address_is_refused_and_no_secret_repeated(address: str) -> None:
    with pytest.raises(InputError) as caught:
        checked_address(address)
    message = str(caught.value)
    assert "secret" not in message
    assert message.isprintable()


@pytest.mark.parametrize(
    ("address", "checked"),
    [
        ("http://LOCALHOST:7878/", "http://localhost:7878"),
        ("HTTPS://h.example/a/b//", "https://h.example/a/b"),
        ("http://[::1]:7878", "http://[::1]:7878"),
        ("http://h.example/é", "http://h.example/%C3%A9"),
        ("http://h.example/a%20b", "http://h.example/a%20b"),
    ],
)
def test_an_address_is_written_one_way(address: str, checked: str) -> None:
    assert checked_address(address) == checked


@pytest.mark.parametrize("iri", ODD_IRIS)
def test_a_graph_url_has_one_parameter_whatever_the_iri(iri: str) -> None:
    url = graph_url("http://h.example/store", ox.NamedNode(iri))
    parts = urlsplit(url)
    assert parts.path == "/store"
    assert parts.fragment == ""
    assert parse_qsl(parts.query, keep_blank_values=True) == [("graph", iri)]
    assert url.isascii()


@pytest.mark.parametrize("iri", ODD_IRIS)
def test_an_update_changes_the_one_graph_whatever_the_iri(iri: str) -> None:
    store = ox.Store()
    other = ox.Quad(ox.NamedNode("a:s"), ox.NamedNode("a:p"), ox.Literal("o"), ox.NamedNode("a:g"))
    store.add(other)
    store.update(sparql.replace_update(checked_iri(iri), b'<a:a> <a:b> "c" .\n').decode())
    assert {str(name.value) for name in store.named_graphs()} == {"a:g", iri}
    store.update(sparql.drop_update(checked_iri(iri)).decode())
    assert list(store) == [other]


@pytest.fixture(scope="module")
def server() -> Iterator[GraphStoreServer]:
    with graph_store() as running:
        yield running


@pytest.mark.parametrize("protocol", ["graph-store", "update"])
@pytest.mark.parametrize("iri", ODD_IRIS)
def test_a_store_gets_the_graph_that_was_meant(server: GraphStoreServer, iri: str, protocol: str) -> None:
    server.store.clear()
    target = open_store(Where(server.url, "oxigraph", protocol, environ={}), Limits(), Retry())
    name = checked_iri(iri)
    target.replace(GraphData(name, b'<a:a> <a:b> "c", "d" .', ox.RdfFormat.TURTLE, 2))
    assert list(server.graphs()) == [iri]
    assert target.count(name) == 2
    assert len(set(target.read(name))) == 2
    assert target.delete(name)
    assert not target.delete(name)
    assert server.graphs() == {}
    target.close()


TEXTS = st.text(
    st.one_of(
        st.sampled_from(list("\\uU0022\"'{}<>#\n\r\t .")),
        st.characters(codec="utf-8", exclude_characters="\x00"),
    ),
    max_size=40,
)


@settings(deadline=None)
@given(TEXTS)
@example("\\u0022 } } ; DROP ALL #")
@example("\\U00000022")
@example("\\\\u0022")
@example("\\")
@example('"""')
def test_no_text_ends_its_literal(text: str) -> None:
    """Also where a processor resolves \\u escapes before anything else, as SPARQL 1.1 Query, section 19.2 says."""
    name = ox.NamedNode("a:g")
    triple = ox.Triple(ox.NamedNode("a:s"), ox.NamedNode("a:p"), ox.Literal(text))
    graph = GraphData(name, ox.serialize([triple], format=ox.RdfFormat.N_TRIPLES) or b"", ox.RdfFormat.N_TRIPLES, 1)
    update = sparql.insert_update(name, as_lines(graph)).decode()
    for read in (update, _resolved_first(update)):
        store = ox.Store()
        store.update(read)
        assert [quad.triple for quad in store] == [triple]


def _resolved_first(text: str) -> str:
    """The text after each \\uXXXX that stands anywhere was taken for its character, quotes and backslashes too."""

    def character(match: re.Match[str]) -> str:
        found = chr(int(match[1] or match[2], 16))
        return {"\n": "\\n", "\r": "\\r"}.get(found, found)

    return re.sub(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})", character, text)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@settings(deadline=None)
@given(TEXTS)
def test_another_processor_reads_the_same(text: str) -> None:
    if "\\" not in text or any(ord(sign) < 32 and sign not in "\n\r\t" for sign in text):
        return
    name = ox.NamedNode("a:g")
    body = ox.serialize(
        [ox.Triple(ox.NamedNode("a:s"), ox.NamedNode("a:p"), ox.Literal(text))], format=ox.RdfFormat.N_TRIPLES
    )
    dataset = rdflib.Dataset()
    dataset.update(sparql.insert_update(name, body or b"").decode())
    assert [str(o) for _, _, o, _ in dataset.quads()] == [text]


def test_every_profile_keeps_to_its_host() -> None:
    for profile in PROFILES:
        address = checked_address(profile.address.replace("CLUSTER", "c.example").replace("HOST", "h.example"))
        endpoints = Endpoints.of(address, profile)
        for endpoint in (endpoints.graph_store, endpoints.query, endpoints.update):
            assert endpoint is None or endpoint.startswith(address)
        assert profile.graph_store is not None or profile.update is not None
        assert by_name(profile.name.upper()) is profile

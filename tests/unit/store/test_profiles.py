"""Which store an address is that of, and where its endpoints are."""

from __future__ import annotations

import pytest

from kgexport.errors import InputError, UnknownNameError
from kgexport.store.address import Endpoints, checked_address
from kgexport.store.base import RefusedError
from kgexport.store.detect import detect
from kgexport.store.limits import Limits
from kgexport.store.opening import Where, check, identity_of, open_store
from kgexport.store.profiles import PROFILES, by_address, by_name, by_server
from kgexport.store.remote import GraphStore, SparqlUpdate
from kgexport.store.retry import Retry
from tests.support.graph_store import Fault, graph_store


@pytest.mark.parametrize(
    ("name", "address", "graph_store_url", "query", "update"),
    [
        ("oxigraph", "http://h:7878", "http://h:7878/store", "http://h:7878/query", "http://h:7878/update"),
        ("oxigraph", "http://h:7878/store", "http://h:7878/store", "http://h:7878/query", "http://h:7878/update"),
        ("fuseki", "http://h:3030/ds", "http://h:3030/ds/data", "http://h:3030/ds/sparql", "http://h:3030/ds/update"),
        (
            "fuseki",
            "http://h:3030/ds/sparql/",
            "http://h:3030/ds/data",
            "http://h:3030/ds/sparql",
            "http://h:3030/ds/update",
        ),
        (
            "rdf4j",
            "http://h/rdf4j-server/repositories/r",
            "http://h/rdf4j-server/repositories/r/rdf-graphs/service",
            "http://h/rdf4j-server/repositories/r",
            "http://h/rdf4j-server/repositories/r/statements",
        ),
        (
            "graphdb",
            "http://h:7200/repositories/r/statements",
            "http://h:7200/repositories/r/rdf-graphs/service",
            "http://h:7200/repositories/r",
            "http://h:7200/repositories/r/statements",
        ),
        (
            "virtuoso",
            "http://h:8890/sparql",
            "http://h:8890/sparql-graph-crud-auth",
            "http://h:8890/sparql",
            "http://h:8890/sparql-auth",
        ),
        (
            "blazegraph",
            "http://h:9999/blazegraph/namespace/kb/sparql",
            None,
            "http://h:9999/blazegraph/namespace/kb/sparql",
            "http://h:9999/blazegraph/namespace/kb/sparql",
        ),
        ("stardog", "http://h:5820/db", "http://h:5820/db", "http://h:5820/db/query", "http://h:5820/db/update"),
        ("qlever", "http://h:7001", "http://h:7001", "http://h:7001", "http://h:7001"),
        (
            "neptune",
            "https://c.eu-west-1.neptune.amazonaws.com:8182/sparql",
            "https://c.eu-west-1.neptune.amazonaws.com:8182/sparql/gsp/",
            "https://c.eu-west-1.neptune.amazonaws.com:8182/sparql",
            "https://c.eu-west-1.neptune.amazonaws.com:8182/sparql",
        ),
        ("graph-store", "http://h/x/data", "http://h/x/data", None, None),
        ("sparql-update", "http://h/x", None, "http://h/x", "http://h/x"),
    ],
)
def test_endpoints(name: str, address: str, graph_store_url: str | None, query: str | None, update: str | None) -> None:
    found = Endpoints.of(checked_address(address), by_name(name))
    assert (found.graph_store, found.query, found.update) == (graph_store_url, query, update)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("http://localhost:3030/news", "fuseki"),
        ("http://localhost:7200/repositories/news", "graphdb"),
        ("http://localhost:8080/rdf4j-server/repositories/news", "rdf4j"),
        ("http://localhost:9999/blazegraph/namespace/kb/sparql", "blazegraph"),
        ("http://localhost:5820/news", "stardog"),
        ("https://c-1.cluster-x.us-east-1.neptune.amazonaws.com:8182/sparql", "neptune"),
        ("http://localhost:8890", "virtuoso"),
        ("http://localhost:7878", None),
        ("https://sparql.example/", None),
        ("https://www.neptune.amazonaws.com.evil.example/sparql", None),
    ],
)
def test_by_address(address: str, name: str | None) -> None:
    found = by_address(address)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Oxigraph/0.5.13", "oxigraph"),
        ("Virtuoso/07.20.3237 (Linux) x86_64-pc-linux-gnu", "virtuoso"),
        ("Apache Jena Fuseki (5.2.0)", "fuseki"),
        ("nginx", None),
        ("", None),
    ],
)
def test_by_server(header: str, name: str | None) -> None:
    found = by_server(header)
    assert (found.name if found else None) == name


def test_a_store_is_asked_what_it_is() -> None:
    with graph_store("Virtuoso/07.20") as server:
        assert detect(server.url, Retry(0)).name == "virtuoso"
        assert [asked.method for asked in server.asked] == ["GET"]


def test_a_store_that_does_not_say_what_it_is() -> None:
    with graph_store("nginx") as server, pytest.raises(InputError, match="--store-type: oxigraph, fuseki"):
        detect(server.url, Retry(0))


def test_a_store_that_is_still_starting_is_asked_again() -> None:
    with graph_store() as server:
        server.fault = lambda asked: Fault(reset=True) if asked.number < 3 else None
        assert detect(server.url, Retry(5, sleep=lambda _: None)).name == "oxigraph"


def test_nobody_listens() -> None:
    with graph_store() as server:
        address = server.url
    with pytest.raises(RefusedError, match="check that the store runs"):
        detect(address, Retry(1, sleep=lambda _: None))


@pytest.mark.parametrize(
    ("where", "error", "says"),
    [
        (Where("http://h", "oxygraph"), UnknownNameError, "did you mean oxigraph"),
        (Where("http://h", "oxigraph", "gsp"), UnknownNameError, "graph-store"),
        (Where(" "), InputError, "empty"),
        (Where("folder", "oxigraph"), InputError, "--store-type is about"),
        (Where("folder", query_url="http://h"), InputError, "--query-url is about"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_asked(where: Where, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        check(where)


def test_the_protocol_is_what_the_store_has_or_what_is_asked_for() -> None:
    for kind, protocol, expected in (
        ("oxigraph", "auto", GraphStore),
        ("oxigraph", "update", SparqlUpdate),
        ("blazegraph", "auto", SparqlUpdate),
        ("graph-store", "auto", GraphStore),
    ):
        target = open_store(Where("http://h.example", kind, protocol, environ={}), Limits(), Retry())
        assert type(target) is expected
        assert target.identity == identity_of("http://H.example/")
        target.close()
    for kind, protocol in (("blazegraph", "graph-store"), ("graph-store", "update")):
        with pytest.raises(InputError, match="does not have it"):
            open_store(Where("http://h.example", kind, protocol, environ={}), Limits(), Retry())


def test_each_fact_has_its_page() -> None:
    for profile in PROFILES:
        assert profile.source.startswith("https://")
        assert profile.label
    assert len({profile.name for profile in PROFILES}) == len(PROFILES)

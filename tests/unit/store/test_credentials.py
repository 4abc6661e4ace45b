"""Who one is to a store comes from the environment or netrc, reaches only that store, and is never told."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat

from kgexport.errors import InputError, OutsideError
from kgexport.store.base import GraphData
from kgexport.store.credentials import Credentials
from kgexport.store.detect import detect
from kgexport.store.limits import Limits
from kgexport.store.naming import checked_iri
from kgexport.store.opening import Where, open_store
from kgexport.store.retry import Retry
from tests.support.graph_store import Asked, Fault, GraphStoreServer, graph_store

PASSWORD = "pässwörd-4711"
TOKEN = "tok3n-0815"
GRAPH = checked_iri("https://x.example/g")


def put(server: GraphStoreServer, kind: str | None = "oxigraph", **environ: str) -> Asked:
    """The request that a load makes."""
    target = open_store(Where(server.url, kind, environ=environ), Limits(timeout=20.0), Retry(0))
    try:
        target.replace(GraphData(GRAPH, b"<a:a> <a:b> <a:c> .", RdfFormat.TURTLE, 1))
    finally:
        target.close()
    return [asked for asked in server.asked if asked.method == "PUT"][-1]


def test_name_and_password_go_as_basic_in_utf_8() -> None:
    with graph_store() as server:
        asked = put(server, KGEXPORT_STORE_USER="jürgen", KGEXPORT_STORE_PASSWORD=PASSWORD)
    assert base64.b64decode(asked.headers["Authorization"].removeprefix("Basic ")) == f"jürgen:{PASSWORD}".encode()


@pytest.mark.parametrize(("kind", "word"), [("qlever", "Bearer"), ("graphdb", "GDB"), ("oxigraph", "Bearer")])
def test_a_token_goes_as_the_store_wants_it(kind: str, word: str) -> None:
    with graph_store() as server:
        asked = put(server, kind, KGEXPORT_STORE_TOKEN=TOKEN)
    assert asked.headers["Authorization"] == f"{word} {TOKEN}"


def test_without_any_nothing_is_sent() -> None:
    with graph_store() as server:
        assert "Authorization" not in put(server).headers


def test_digest_is_answered_and_the_password_not_sent() -> None:
    def decide(asked: Asked) -> Fault | None:
        if "Authorization" in asked.headers:
            return None
        return Fault(status=401, headers={"WWW-Authenticate": 'Digest realm="SPARQL", nonce="1", qop="auth"'})

    with graph_store() as server:
        server.fault = decide
        asked = put(server, "virtuoso", KGEXPORT_STORE_USER="dba", KGEXPORT_STORE_PASSWORD="secret-password")
        assert [request.method for request in server.asked][:2] == ["PUT", "PUT"]
        assert asked.body.endswith(b"<a:a> <a:b> <a:c> .")
    assert asked.headers["Authorization"].startswith('Digest username="dba"')
    assert "secret-password" not in str(asked.headers)


def test_netrc_is_read_and_the_environment_goes_before_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login anna password from-netrc\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with graph_store() as server:
        assert base64.b64decode(put(server).headers["Authorization"][6:]) == b"anna:from-netrc"
        asked = put(server, KGEXPORT_STORE_TOKEN=TOKEN)
        assert asked.headers["Authorization"] == f"Bearer {TOKEN}"
        server.asked.clear()
        detect(server.url, Retry(0))
        assert "Authorization" not in server.asked[0].headers, "nobody knows yet who that is"


@pytest.mark.parametrize(
    "environ",
    [
        {"KGEXPORT_STORE_USER": "anna", "KGEXPORT_STORE_PASSWORD": PASSWORD},
        {"KGEXPORT_STORE_TOKEN": TOKEN},
    ],
)
@pytest.mark.parametrize("status", [400, 401, 403, 500, 507])
def test_a_store_that_repeats_a_secret_does_not_get_it_into_a_message(environ: dict[str, str], status: int) -> None:
    with graph_store() as server:
        server.fault = lambda asked: Fault(
            status=status,
            body=f"bad: {asked.headers['Authorization']} {PASSWORD} {TOKEN}".encode(),
        )
        with pytest.raises(OutsideError) as caught:
            put(server, **environ)
    message = str(caught.value)
    assert "bad: " in message
    shown = [
        secret for secret in (environ.get("KGEXPORT_STORE_PASSWORD"), environ.get("KGEXPORT_STORE_TOKEN")) if secret
    ]
    assert not any(secret in message for secret in shown)
    assert base64.b64encode(f"anna:{PASSWORD}".encode()).decode() not in message
    assert "\n" not in message


@pytest.mark.parametrize(
    "environ",
    [
        {"KGEXPORT_STORE_PASSWORD": PASSWORD},
        {"KGEXPORT_STORE_USER": "a", "KGEXPORT_STORE_TOKEN": TOKEN},
        {"KGEXPORT_STORE_TOKEN": f"{TOKEN}\r\nX-Evil: 1"},
        {"KGEXPORT_STORE_TOKEN": f"{TOKEN}é"},
        {"KGEXPORT_STORE_USER": "a\nb", "KGEXPORT_STORE_PASSWORD": PASSWORD},
    ],
)
def test_what_cannot_be_meant_is_refused_without_a_secret(environ: dict[str, str]) -> None:
    with pytest.raises(InputError) as caught:
        Credentials.found(environ, "http://h.example")
    assert PASSWORD not in str(caught.value)
    assert TOKEN not in str(caught.value)


def test_no_secret_is_in_a_repr() -> None:
    where = Where("http://h.example", environ={"KGEXPORT_STORE_TOKEN": TOKEN})
    assert TOKEN not in repr(where)
    assert PASSWORD not in repr(Credentials("a", PASSWORD)) + str(Credentials("a", PASSWORD))

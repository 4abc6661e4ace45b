"""What endpoints answer beside the standard, and what is no answer at all."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler

import pyoxigraph as ox
import pytest

from kgexport.errors import InputError, OutsideError
from kgexport.query import Answer, rows
from kgexport.query.endpoint import Endpoint
from tests.support.server import serving


def _ask(body: bytes, query: str) -> Answer:
    """What becomes of a server's answer."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    with serving(Handler) as address:
        return Endpoint(address, "sparql-update", {}).ask(query)


ROW = b'{"x": {"type": "literal", "value": "\xc3\xa9"}}'


@pytest.mark.parametrize(
    "body",
    [
        b'{"head": {"vars": ["x"]},\n"results": { "bindings": [ %b ]},\n"metadata": { "httpRequests": 0 }}',
        b'{"results": {"bindings": [%b]}, "head": {"vars": ["x"], "link": []}}',
        b'{"head": {"vars": ["x"]}, "results": {"distinct": false, "ordered": true, "bindings": [%b]}}',
    ],
    ids=["Comunica", "results first", "Virtuoso"],
)
def test_a_table_with_members_that_the_standard_does_not_know(body: bytes) -> None:
    answer = _ask(body % ROW, "SELECT ?x { ?s ?p ?x }")
    assert isinstance(answer, ox.QuerySolutions)
    assert rows(answer) == (["x"], [["é"]])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b'{"head": {}, "boolean": true, "metadata": {}}', True),
        (b'{"head": {"vars": ["__ASK_RETVAL"]}, "results": {"bindings": [{"__ASK_RETVAL": {}}]}}', True),
        (b'{"head": {"vars": ["__ASK_RETVAL"]}, "results": {"bindings": []}}', False),
    ],
    ids=["Comunica", "Virtuoso: yes", "Virtuoso: no"],
)
def test_yes_and_no(body: bytes, expected: bool) -> None:
    answer = _ask(body, "ASK { ?s ?p ?o }")
    assert isinstance(answer, ox.QueryBoolean)
    assert bool(answer) is expected


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"An internal server error occurred.",
        b"[]",
        b"7",
        b"{}",
        b'{"head": []}',
        b'{"head": {"vars": ["x"]}}',
        b'{"head": {"vars": ["x"]}, "results": {"bindings": [%b, ' % ROW,
        b'{"head": {"vars": ["x"]}, "results": {"bindings": [%b, {"x": {"type": "odd", "value": "1"}}]}}' % ROW,
        b'{"head": ' + b"[" * 100_000,
        b"\xff\xfe",
    ],
)
@pytest.mark.parametrize("query", ["SELECT ?x { ?s ?p ?x }", "ASK {}"])
def test_what_is_no_answer_is_told_in_one_line(body: bytes, query: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(OutsideError, match="the answer cannot be read") as told:
        _ask(body, query)
    assert "\n" not in str(told.value)
    del told
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:b> <a:c> <a:d> }",
        "# SELECT\nPREFIX select: <a:SELECT>\ndelete where { ?s ?p ?o }",
        "WITH <a:b> DELETE { ?s ?p ?o } WHERE { SELECT * { ?s ?p ?o } }",
        "BASE <a:b> DROP ALL",
        "LOAD <https://n.example/>",
    ],
)
def test_an_update_is_not_sent(query: str) -> None:
    with pytest.raises(InputError, match="is an update"):
        Endpoint("http://127.0.0.1:9", "sparql-update", {}).ask(query)


def test_words_of_updates_in_a_query() -> None:
    query = "PREFIX drop: <a:drop> SELECT ?insert { ?insert drop:clear 'DELETE', <a:LOAD> }"
    assert isinstance(_ask(b'{"head": {"vars": []}, "results": {"bindings": []}}', query), ox.QuerySolutions)

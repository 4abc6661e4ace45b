"""`kgexport query` as users call it: files, a local store, a SPARQL endpoint, recipes, and what goes wrong."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest
from rdflib.plugins.sparql import prepareQuery

from kgexport.store.local import LocalStore
from tests.support.process import ROOT, kgexport

MADE = ROOT / "tests" / "recipes" / "made.trig"
COUNTRIES = "SELECT DISTINCT ?name WHERE { ?c a schema:Country ; schema:name ?name } ORDER BY ?name"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A local store with the made graphs."""
    made = tmp_path_factory.mktemp("local") / "store"
    store = LocalStore(made)
    store.bulk_file(MADE, ox.RdfFormat.TRIG)
    store.close()
    return made


class _Handler(BaseHTTPRequestHandler):
    store = ox.Store()

    def do_GET(self) -> None:
        self._answer(200, "text/plain", b"hello", "Oxigraph/0.5.13")

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode(), keep_blank_values=True)
        union = "union-default-graph" in form
        try:
            answer = self.store.query(form["query"][0], use_default_graph_as_union=union)
        except (SyntaxError, RuntimeError) as error:
            self._answer(400, "text/plain", str(error).encode())
            return
        if isinstance(answer, ox.QueryTriples):
            body = ox.serialize(answer, format=ox.RdfFormat.N_TRIPLES) or b""
            self._answer(200, "application/n-triples", body)
        else:
            body = answer.serialize(format=ox.QueryResultsFormat.JSON) or b""
            self._answer(200, "application/sparql-results+json", body)

    def _answer(self, code: int, kind: str, body: bytes, server: str = "test") -> None:
        self.send_response_only(code)
        for name, value in (("Server", server), ("Content-Type", kind), ("Content-Length", str(len(body)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """A SPARQL endpoint that takes what the SPARQL 1.1 Protocol says, over the made graphs."""
    _Handler.store.load(path=str(MADE))
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_files_a_store_and_an_endpoint_answer_alike(folder: Path, endpoint: str, tmp_path: Path) -> None:
    call = ("--recipe", "arms-transfers", "--param", "who=norland", "--format", "csv")
    answers = [
        kgexport("query", *source, *call, cwd=tmp_path)
        for source in ((MADE,), ("--store", folder), ("--store", endpoint))
    ]
    assert [(a.code, a.err) for a in answers] == [(0, "")] * 3
    assert len({a.out for a in answers}) == 1
    assert "Norland,Sudland,boats,PotentialActionStatus,planned" in answers[0].out


def test_every_form_of_query_at_an_endpoint(endpoint: str, tmp_path: Path) -> None:
    ask = ("query", "--store", endpoint, "-q")
    assert kgexport(*ask, COUNTRIES, "-f", "tsv", cwd=tmp_path).out.split() == ["?name", '"Norland"', '"Sudland"']
    assert kgexport(*ask, "ASK { ?a a schema:NewsArticle }", cwd=tmp_path).out == "yes\n"
    made = kgexport(*ask, "CONSTRUCT { ?c a ?k } WHERE { ?c a ?k, schema:Country }", "-f", "jsonld", cwd=tmp_path)
    assert len(list(ox.parse(made.out, format=ox.RdfFormat.JSON_LD))) == 3
    told = kgexport(
        *ask, "DESCRIBE ?c WHERE { ?c schema:sameAs ?x }", "--param", "x=wd:Q3", "-f", "ntriples", cwd=tmp_path
    )
    assert '"Ada Berg"' in told.out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("-q", "ASK {}"), 2, "say what to ask"),
        ((MADE, "--store", "x", "-q", "ASK {}"), 2, "not both"),
        ((MADE, "-q", "ASK {}", "--recipe", "visits"), 2, "one of --query, --file and --recipe"),
        ((MADE, "--recipe", "visit"), 2, "did you mean visits"),
        ((MADE, "--recipe", "visits", "--param", "whom=x"), 2, "did you mean who"),
        ((MADE, "--recipe", "visits", "--param", "from=May"), 2, "--param from=May"),
        ((MADE, "--recipe", "visits", "--param", "from"), 2, "name=value"),
        ((MADE, "--recipe", "timeline"), 2, "needs --param who"),
        ((MADE, "-q", "SELECT ?x { ?x shema:name ?n }"), 2, "did you mean schema:"),
        (("--store", "none", "-q", "ASK {}"), 2, "none: no store here"),
        (("--store", "http://127.0.0.1:9", "-q", "ASK {}"), 3, "check that the store runs"),
        (("--store", "http://a:b@127.0.0.1:9", "-q", "ASK {}"), 2, "KGEXPORT_STORE_USER"),
        (("--store", "x", "--store-type", "fuseki", "-q", "ASK {}"), 2, "is a folder"),
        ((MADE, "-q", COUNTRIES, "-f", "turtle"), 2, "give no triples"),
        ((MADE, "-q", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "-f", "csv"), 2, "csv cannot hold"),
    ],
)
def test_wrong_use_is_told(arguments: tuple[str | Path, ...], code: int, words: str, tmp_path: Path) -> None:
    done = kgexport("query", *arguments, cwd=tmp_path)
    assert (done.code, done.out) == (code, "")
    assert words in done.err
    assert "Traceback" not in done.err


def test_a_mistake_is_told_at_its_place_by_an_endpoint_too(endpoint: str, tmp_path: Path) -> None:
    done = kgexport("query", "--store", endpoint, "-q", "SELECT ?x\n{ ?x schema:name }", cwd=tmp_path)
    assert done.code == 2
    first, line, caret = done.err.splitlines()
    assert "line 2, column 18" in first
    assert line[caret.index("^") :] == "}"


def test_an_answer_that_takes_too_long(tmp_path: Path) -> None:
    store = tmp_path / "many.nt"
    store.write_text(
        "".join(f'<a:{i}> <a:p> "{i}"^^<http://www.w3.org/2001/XMLSchema#integer> .\n' for i in range(400))
    )
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?p ?x . ?b ?q ?y . ?c ?r ?z FILTER(?x + ?y + ?z > 1195) }"
    done = kgexport("query", store, "-q", slow, "--timeout", "0.2", cwd=tmp_path)
    assert (done.code, done.out) == (3, "")
    assert "no answer within 0.2 s" in done.err


def test_the_list_and_what_a_recipe_is(tmp_path: Path) -> None:
    listed = kgexport("query", "--list", cwd=tmp_path)
    assert listed.code == 0
    assert "who-met-whom" in listed.out
    assert "timeline" in listed.out
    one = kgexport("query", "--list", "--recipe", "timeline", cwd=tmp_path).out
    assert "who (thing, required)" in one
    assert "--recipe timeline --param who=Russia" in one


def test_what_is_shown_can_be_asked(tmp_path: Path) -> None:
    call = ("--recipe", "timeline", "--param", 'who=Ada "} # Berg')
    shown = kgexport("query", "--show", *call, cwd=tmp_path).out
    assert shown.startswith("# asked over the union of all graphs")
    assert shown.splitlines()[1].startswith("PREFIX kgx: <")
    assert r'VALUES ?who { "Ada \"} # Berg" }' in shown
    asked = kgexport("query", MADE, "--file", "-", "-f", "json", cwd=tmp_path, stdin=shown.encode())
    assert json.loads(asked.out)["results"]["bindings"] == []
    prepareQuery(shown)


def test_what_is_shown_with_graphs_is_what_is_asked_of_them(tmp_path: Path) -> None:
    call = (MADE, "--recipe", "timeline", "--param", "who=Norland")
    shown = kgexport("query", "--show", *call, cwd=tmp_path)
    assert (shown.code, shown.err) == (0, "")
    assert "VALUES ?who { <https://" in shown.out
    assert "CONTAINS" not in shown.out  # the slow search for a part of a name is not what is run
    prepareQuery(shown.out)
    answers = [
        kgexport("query", *source, "-f", "csv", cwd=tmp_path, stdin=shown.out.encode()).out
        for source in (call, (MADE, "--file", "-"))
    ]
    assert answers[0] == answers[1]
    assert len(answers[0].splitlines()) > 1


@pytest.mark.parametrize("query", ["SELECT * WHERE { ?s ?p", "SELECT ?x WHERE { ?x a schema:Person }"])
def test_a_query_of_ones_own_is_shown_as_it_is(tmp_path: Path, query: str) -> None:
    shown = kgexport("query", "--show", "-q", query, cwd=tmp_path)
    assert shown.code == 0
    assert shown.out.endswith(f"{query}\n")


@pytest.mark.parametrize("silent", ["", "SILENT "])
def test_no_other_server_is_asked_unless_that_is_allowed(tmp_path: Path, silent: str) -> None:
    query = f"SELECT ?name WHERE {{\n  SERVICE {silent}<http://127.0.0.1:1/query> {{ ?s ?p ?name }} }}"
    refused = kgexport("query", MADE, "-q", query, cwd=tmp_path)
    assert (refused.code, refused.out) == (2, "")
    assert "line 2, column 3 of the query: SERVICE asks another server" in refused.err
    assert refused.err.endswith("\n    ^\n")
    allowed = kgexport("query", MADE, "--service", "-q", query, cwd=tmp_path)
    assert allowed.code == (0 if silent else 3)


def test_an_error_page_is_no_reason(tmp_path: Path, endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def page(handler: _Handler) -> None:
        handler._answer(400, "text/html; charset=utf-8", b"<html><h1>Bad</h1></html>")

    monkeypatch.setattr(_Handler, "do_POST", page)
    run = kgexport("query", "--store", endpoint, "-q", "ASK {}", cwd=tmp_path)
    assert (run.code, run.out) == (2, "")
    assert "it does not say why" in run.err
    assert "<" not in run.err


def test_service_as_a_mere_word_is_no_service(tmp_path: Path) -> None:
    query = 'SELECT ("SERVICE" AS ?x) WHERE {} # SERVICE'
    assert kgexport("query", MADE, "-q", query, "-f", "csv", cwd=tmp_path).out.split() == ["x", "SERVICE"]


def test_folders_patterns_packed_files_and_standard_input_are_asked_alike(tmp_path: Path) -> None:
    made = MADE.read_bytes()
    (tmp_path / "out" / "deep").mkdir(parents=True)
    (tmp_path / "out" / "deep" / "a.trig").write_bytes(made)
    (tmp_path / "a.trig.gz").write_bytes(gzip.compress(made))
    (tmp_path / "page.html").write_text("<html></html>")
    call = ("-q", COUNTRIES, "-f", "csv")
    expected = kgexport("query", MADE, *call, cwd=tmp_path).out
    assert len(expected.split()) == 3
    for given in ("out", "a.trig.gz", "*.gz", "."):
        assert kgexport("query", given, *call, cwd=tmp_path).out == expected
    assert kgexport("query", "-", *call, cwd=tmp_path, stdin=made).out == expected


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("none.ttl", None, "none.ttl: "),
        ("x.ttl", b"<a", "x.ttl: not valid Turtle"),
        ("x.trig.gz", b"\x1f\x8bnothing", "x.trig.gz: cannot be unpacked or read"),
        ("x.txt", b"Just words.", "x.txt: not a known RDF file"),
        ("*.nq", None, "no file matches this pattern"),
    ],
)
def test_a_file_that_cannot_be_asked(tmp_path: Path, name: str, content: bytes | None, says: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    run = kgexport("query", name, "-q", "ASK {}", cwd=tmp_path)
    assert (run.code, run.out) == (2, "")
    assert says in run.err


def test_graphs_with_https_of_schema_org_are_asked_alike(tmp_path: Path) -> None:
    (tmp_path / "https.trig").write_bytes(MADE.read_bytes().replace(b"http://schema.org/", b"https://schema.org/"))
    (tmp_path / "mixed.trig").write_bytes(b"<a:g> { <a:x> a <http://schema.org/NewsArticle> }")
    for call in (("--recipe", "timeline", "--param", "who=Norland", "-f", "csv"), ("-q", COUNTRIES)):
        expected, told = (kgexport("query", file, *call, cwd=tmp_path) for file in (MADE, "https.trig"))
        assert (told.code, told.out) == (0, expected.out)
        assert kgexport("query", "https.trig", "mixed.trig", *call, cwd=tmp_path).out != expected.out
    shown = kgexport("query", "https.trig", "--show", "-q", COUNTRIES, cwd=tmp_path).out
    assert "PREFIX schema: <https://schema.org/>" in shown


def test_an_endpoint_with_https_of_schema_org_is_asked_alike(tmp_path: Path, endpoint: str) -> None:
    before = _Handler.store
    _Handler.store = ox.Store()
    _Handler.store.load(MADE.read_bytes().replace(b"http://schema.org/", b"https://schema.org/"), ox.RdfFormat.TRIG)
    try:
        call = ("--recipe", "timeline", "--param", "who=Norland", "-f", "csv")
        told = kgexport("query", "--store", endpoint, *call, cwd=tmp_path).out
    finally:
        _Handler.store = before
    assert told == kgexport("query", MADE, *call, cwd=tmp_path).out

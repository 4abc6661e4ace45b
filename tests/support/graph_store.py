"""A triple store on 127.0.0.1 that does what a test tells it to: refuses, breaks, waits, dies and comes back."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryResultsFormat, QueryTriples, RdfFormat, Store, Triple

Headers = dict[str, str]


@dataclass(frozen=True)
class Asked:
    """One request."""

    number: int
    """From 1, counted over all requests."""
    method: str
    target: str
    """Path and query as they came."""
    headers: Headers
    body: bytes

    @property
    def graph(self) -> str:
        """The value of `graph=`, decoded."""
        return parse_qs(urlsplit(self.target).query).get("graph", [""])[0]


@dataclass(frozen=True)
class Fault:
    """What happens instead of a proper answer, or before or after it."""

    status: int | None = None
    body: bytes = b""
    headers: Headers = field(default_factory=dict)
    reset: bool = False
    """Break the connection without an answer."""
    after: bool = False
    """Do first what was asked for."""
    delay: float = 0.0
    """Seconds before anything."""


def no_fault(_: Asked) -> Fault | None:
    """All is well."""
    return None


class GraphStoreServer:
    """The server, and the store that outlives it."""

    def __init__(self, server_header: str = "Oxigraph/stand-in") -> None:
        self.store = Store()
        self.asked: list[Asked] = []
        self.fault: Callable[[Asked], Fault | None] = no_fault
        self.server_header = server_header
        self.most_at_once = 0
        self._at_once = 0
        self._lock = threading.Lock()
        self._http: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None
        self._connections: list[socket.socket] = []
        self.port = 0

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def changes(self) -> list[Asked]:
        """The requests that change a graph."""
        return [
            a for a in self.asked if a.method in ("PUT", "DELETE") or (a.method == "POST" and "query" not in a.target)
        ]

    def graphs(self) -> dict[str, set[Triple]]:
        """What is in the store, by graph."""
        return {
            str(name.value): {q.triple for q in self.store.quads_for_pattern(None, None, None, name)}
            for name in self.store.named_graphs()
        }

    def start(self) -> None:
        """Listen; on the same port as before."""
        self._http = _Server(("127.0.0.1", self.port), self._handler())
        self.port = self._http.server_address[1]
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,))
        self._thread.start()

    def kill(self) -> None:
        """Stop listening and break every connection."""
        if self._http is None or self._thread is None:
            return
        self._http.shutdown()
        self._thread.join()
        for connection in self._connections:
            _reset(connection)
        self._connections.clear()
        self._http.server_close()
        self._http = None

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            server_version, sys_version = outer.server_header, ""

            def setup(self) -> None:
                outer._connections.append(self.request)
                super().setup()

            def _handle(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                asked = outer._noted(self, self.rfile.read(length))
                try:
                    outer._answer(self, asked)
                except OSError:
                    self.close_connection = True
                finally:
                    outer._leave()

            do_GET = do_PUT = do_POST = do_DELETE = _handle  # noqa: N815

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
                """Nothing: the tests say what is wrong."""

        return Handler

    def _noted(self, handler: BaseHTTPRequestHandler, body: bytes) -> Asked:
        with self._lock:
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
            asked = Asked(len(self.asked) + 1, handler.command, handler.path, dict(handler.headers.items()), body)
            self.asked.append(asked)
            return asked

    def _leave(self) -> None:
        with self._lock:
            self._at_once -= 1

    def _answer(self, handler: BaseHTTPRequestHandler, asked: Asked) -> None:
        fault = self.fault(asked) or Fault()
        time.sleep(fault.delay)
        answer = (200, b"", {}) if fault.status or (fault.reset and not fault.after) else self._done(asked)
        if fault.reset:
            _reset(handler.connection)
            handler.close_connection = True
            return
        status, body, headers = (fault.status, fault.body, fault.headers) if fault.status else answer
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    def _done(self, asked: Asked) -> tuple[int, bytes, Headers]:
        """Carry out a request of the Graph Store Protocol, a query or an update."""
        path = urlsplit(asked.target).path
        if path.endswith("/query") or "x-www-form-urlencoded" in asked.headers.get("Content-Type", ""):
            return self._query(parse_qs(asked.body.decode())["query"][0])
        if path.endswith("/update"):
            self.store.update(asked.body.decode())
            return 204, b"", {}
        if not asked.graph:
            return 200, b"a store", {}
        return self._graph(asked, NamedNode(asked.graph))

    def _graph(self, asked: Asked, name: NamedNode) -> tuple[int, bytes, Headers]:
        there = self.store.contains_named_graph(name)
        if asked.method in ("GET", "DELETE") and not there:
            return 404, b"no such graph", {}
        if asked.method == "GET":
            body = self.store.dump(format=RdfFormat.N_TRIPLES, from_graph=name)
            return 200, body or b"", {"Content-Type": "application/n-triples"}
        with self._lock:
            if asked.method in ("DELETE", "PUT"):
                self.store.remove_graph(name)
            if asked.method in ("PUT", "POST"):
                form = RdfFormat.from_media_type(asked.headers["Content-Type"])
                self.store.load(asked.body, format=form, to_graph=name)
        return 204 if there else 201, b"", {}

    def _query(self, text: str) -> tuple[int, bytes, Headers]:
        answer = self.store.query(text)
        if isinstance(answer, QueryTriples):
            return 200, answer.serialize(format=RdfFormat.N_TRIPLES) or b"", {"Content-Type": "application/n-triples"}
        body = answer.serialize(format=QueryResultsFormat.JSON) or b""
        return 200, body, {"Content-Type": "application/sparql-results+json"}


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A broken connection is what the test wanted."""


def _reset(connection: socket.socket) -> None:
    """Close a connection with RST, as a killed process does."""
    try:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
    finally:
        connection.close()


@contextmanager
def graph_store(server_header: str = "Oxigraph/stand-in") -> Iterator[GraphStoreServer]:
    """A running store; gone at the end of the block."""
    server = GraphStoreServer(server_header)
    server.start()
    try:
        yield server
    finally:
        server.kill()


def article(number: int, words: str = "Some words.") -> tuple[str, bytes]:
    """The graph IRI and the Turtle of a small article."""
    name = f"https://news.example/{number}"
    text = (
        "@prefix schema: <http://schema.org/> .\n"
        f'<{name}#article> a schema:NewsArticle ;\n  schema:headline "Article {number}" ;\n'
        f'  schema:articleBody "{words}" ;\n  schema:wordCount 2 ;\n  schema:mentions <{name}#entity-x> .\n'
        f'<{name}#entity-x> a schema:Person ; schema:name "X" .\n'
    )
    return name, text.encode()


def nothing(quad: Quad) -> bool:
    """Whether a quad is in the default graph, where no load may put anything."""
    return quad.graph_name == DefaultGraph()

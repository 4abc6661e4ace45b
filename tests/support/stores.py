"""Real triple stores on 127.0.0.1, with folders and ports of their own, that tests start, kill and start again."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import requests
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from kgexport.serve.program import find_program
from tests.support.components import NODE_MODULES, node_module, program

COMUNICA_SERVER = Path(__file__).with_name("comunica.cjs")
"""The server that docs/stores.md shows."""

PATIENCE = 60.0
"""Seconds that a server may take to start; a broken one is told by its end, not by this."""

VIRTUOSO_INI = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 8
[SPARQL]
ResultSetMaxRows = 10000
"""
"""The least that it needs; what is not said has the default of the Debian package. The rows are Debian's limit."""


@dataclass
class RealStore:
    """A store that runs, or is between two lives."""

    kind: str
    """What messages of tests call it."""
    address: str
    """What `--store` is given."""
    query_url: str
    read_url: str | None
    """Where the Graph Store Protocol gives graphs without credentials; None where there is none, but queries only."""
    command: list[str]
    folder: Path
    environ: dict[str, str] = field(default_factory=dict)
    """Credentials, as kgexport is given them, and what the server needs."""
    options: tuple[str, ...] = ()
    """What `kgexport load` has to be told, since the server does not say it."""
    process: subprocess.Popen[bytes] | None = None
    session: requests.Session = field(default_factory=requests.Session)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        with (self.folder / "server.log").open("ab") as log:
            environ = {**os.environ, **self.environ}
            self.process = subprocess.Popen(self.command, cwd=self.folder, stdout=log, stderr=log, env=environ)
        end = time.monotonic() + PATIENCE
        while not self._answers():
            log_text = (self.folder / "server.log").read_text(errors="replace")
            assert self.process.poll() is None, f"{self.kind} ended: {log_text}"
            assert time.monotonic() < end, f"{self.kind} does not answer: {log_text}"
            time.sleep(0.05)

    def kill(self) -> None:
        """End it at once, as a power cut would; what is not on disk is lost."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        self.session.close()

    def read(self, name: str) -> set[Triple]:
        """The triples of a graph, by the store's own answer and not by kgexport's client."""
        url, params = self.read_url, {"graph": name}
        if url is None:
            query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {NamedNode(name)} {{ ?s ?p ?o }} }}"
            url, params = self.query_url, {"query": query}
        answer = self.session.get(url, params=params, headers={"Accept": "text/turtle"}, timeout=PATIENCE)
        if answer.status_code == 404:
            return set()
        answer.raise_for_status()
        return {quad.triple for quad in parse(answer.content, format=RdfFormat.TURTLE)}

    def graphs(self) -> set[str]:
        """The names of all graphs of http and https that have triples."""
        query = 'SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), "https://news.")) }'
        answer = self.session.get(self.query_url, params={"query": query}, headers={"Accept": _JSON}, timeout=PATIENCE)
        answer.raise_for_status()
        return {row["g"]["value"] for row in answer.json()["results"]["bindings"]}

    def size(self, name: str) -> int:
        """How many triples a graph has; counting is not cut by limits on answers."""
        query = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {NamedNode(name)} {{ ?s ?p ?o }} }}"
        answer = self.session.get(self.query_url, params={"query": query}, headers={"Accept": _JSON}, timeout=PATIENCE)
        answer.raise_for_status()
        return int(answer.json()["results"]["bindings"][0]["n"]["value"])

    def _answers(self) -> bool:
        try:
            return self.session.get(self.query_url, params={"query": "ASK {}"}, timeout=5).ok
        except requests.ConnectionError:
            return False


_JSON = "application/sparql-results+json"


def oxigraph(folder: Path) -> RealStore:
    """The Oxigraph server of PyPI, with a store on disk."""
    port = free_port()
    command = [str(find_program()), "serve", "--location", str(folder / "store"), "--bind", f"127.0.0.1:{port}"]
    address = f"http://127.0.0.1:{port}"
    return RealStore("oxigraph", address, f"{address}/query", f"{address}/store", command, folder)


def virtuoso(folder: Path) -> RealStore:
    """OpenLink Virtuoso of Debian, with its first user and password."""
    command = [program("virtuoso-t"), "+configfile", "virtuoso.ini", "+foreground"]
    http = free_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO_INI.format(sql=free_port(), http=http))
    address = f"http://127.0.0.1:{http}"
    credentials = {"KGEXPORT_STORE_USER": "dba", "KGEXPORT_STORE_PASSWORD": "dba"}
    reading = f"{address}/sparql-graph-crud"
    return RealStore("virtuoso", address, f"{address}/sparql", reading, command, folder, credentials)


def comunica(folder: Path) -> RealStore:
    """Comunica over an N3.js store in memory: SPARQL queries and updates, no Graph Store Protocol, no password."""
    for package in ("@comunica/query-sparql-rdfjs", "n3"):
        node_module(package)
    port = free_port()
    address = f"http://127.0.0.1:{port}/sparql"
    command = [program("node"), str(COMUNICA_SERVER), str(port)]
    environ = {"NODE_PATH": str(NODE_MODULES)}
    return RealStore("comunica", address, address, None, command, folder, environ, ("--store-type", "sparql-update"))


@contextmanager
def running(make: Callable[[Path], RealStore], folder: Path) -> Iterator[RealStore]:
    """A store that is killed at the end, whatever happens."""
    folder.mkdir(parents=True, exist_ok=True)
    store = make(folder)
    try:
        store.start()
        yield store
    finally:
        store.kill()


def free_port() -> int:
    """A port on 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

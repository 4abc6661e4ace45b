"""The local store: an embedded Oxigraph in a folder on disk; knows named graphs and nothing of articles or networks."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import cast

from pyoxigraph import DefaultGraph, NamedNode, Quad, QuerySolutions, RdfFormat, Store, Triple

from kgexport.errors import InputError, shown
from kgexport.store.base import GraphData, RefusedError
from kgexport.store.chunks import as_lines, has_blank_node, has_blank_nodes, triples_of
from kgexport.store.folders import DATABASE, Before, check_folder, check_nobody_writes, using
from kgexport.store.naming import is_evidence
from kgexport.vocabulary import NIF, RDF

_BATCH = 32_000_000
"""Bytes of N-Triples that are handed to the bulk loader at a time."""


class LocalStore:
    """A `Target` in a folder. One process at a time can write to it; several can read it while nobody writes."""

    def __init__(self, folder: Path) -> None:
        """Open the store, or make a new one in a folder that is empty or missing.

        Raises InputError for a folder that holds something else, OutsideError where another process writes to it.
        """
        self.folder = folder
        check_folder(folder)
        self._before = Before.of(folder)
        self._store: Store | None = using(folder, self._made)
        self._writing = threading.Lock()

    def _made(self) -> Store:
        self.folder.mkdir(parents=True, exist_ok=True)
        return Store(str(self.folder))

    @property
    def name(self) -> str:
        """The path, as the user gave it."""
        return shown(str(self.folder))

    @property
    def identity(self) -> str:
        """The path without links, from the root."""
        return self.folder.resolve().as_uri()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was loaded yet."""
        return next(self._open.quads_for_pattern(None, None, None, None), None) is None

    @property
    def _open(self) -> Store:
        if self._store is None:
            raise RefusedError(f"{self.name}: the store is closed")
        return self._store

    def replace(self, graph: GraphData) -> None:
        """Make the named graph exactly this one, in one transaction; a graph that is so already is not written."""
        new = set(triples_of(graph))
        if any(map(has_blank_node, new)):
            self._update(f"DROP SILENT GRAPH {graph.name} ; {_insert(new, graph.name)}")
            return
        old = set(self.read(graph.name))
        if not old:
            self._write(lambda store: store.extend(_quads(new, graph.name)))
        elif new != old:
            deletion = f"DELETE DATA {{ GRAPH {graph.name} {{ {_written(old - new)} }} }}"
            self._update(f"{deletion} ; {_insert(new - old, graph.name)}")

    def append(self, graph: GraphData) -> None:
        """Add the triples to the named graph, in one transaction."""
        if has_blank_nodes(graph):
            self._update(_insert(triples_of(graph), graph.name))
        else:
            self._write(lambda store: store.extend(_quads(triples_of(graph), graph.name)))

    def delete(self, name: NamedNode) -> bool:
        """Remove the named graph; whether it was there."""
        there = self._open.contains_named_graph(name)
        if there:
            self._update(f"DROP GRAPH {name}")
        return there

    def count(self, name: NamedNode) -> int:
        """How many triples the named graph has."""
        query = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {name} {{ ?s ?p ?o }} }}"
        answer = cast(QuerySolutions, self._open.query(query))
        return int(next(answer)["n"].value)

    def read(self, name: NamedNode) -> Iterator[Triple]:
        """The triples of the named graph."""
        return (quad.triple for quad in self._open.quads_for_pattern(None, None, None, name))

    def has_evidence(self) -> bool:
        """Whether there are graphs of evidence."""
        texts = self._open.quads_for_pattern(None, RDF["type"], NIF["Context"], None)
        return any(isinstance(quad.graph_name, NamedNode) and is_evidence(quad.graph_name) for quad in texts)

    def bulk(self, graphs: Iterable[GraphData]) -> None:
        """Replace many graphs, each given once; the fast way where most of them are new.

        Not one transaction: after a failure some are loaded and some are not, and loading all of them again is right.
        """
        batch: list[bytes] = []
        size = 0
        for graph in graphs:
            lines = None if self._open.contains_named_graph(graph.name) else _unblank_lines(graph)
            if lines is None:
                self.replace(graph)
                continue
            batch.append(f"{graph.name} {{\n".encode() + lines + b"\n}\n")  # N-Triples are Turtle: TriG, section 2
            size += len(lines)
            if size > _BATCH:
                self._bulk_load(batch)
                batch, size = [], 0
        self._bulk_load(batch)

    def bulk_file(self, path: Path, form: RdfFormat) -> None:
        """Load a file of named graphs as it is, into a store that is still empty; the fastest way there is.

        Raises InputError for a store that is not empty, since graphs would be merged, and for a file that cannot be
        read, with the place; then a part of the file may be loaded.
        """
        if not path.is_file():
            raise InputError(f"{shown(str(path))}: no such file")
        if not self.is_empty:
            raise InputError(f"{self.name}: is not empty, so files cannot be put into it as they are")
        try:
            self._write(lambda store: store.bulk_load(path=str(path), format=form))
        except (SyntaxError, ValueError) as error:
            raise InputError(f"{shown(str(path))}: {' '.join(str(error).split())}") from error

    def sizes(self) -> dict[NamedNode, int] | None:
        """How many triples each named graph has; None where there are others, of no name or of a blank one."""
        if next(self._open.quads_for_pattern(None, None, None, DefaultGraph()), None) is not None:
            return None
        query = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
        rows = [(row["g"], int(row["n"].value)) for row in cast(QuerySolutions, self._open.query(query))]
        return dict(rows) if all(isinstance(name, NamedNode) for name, _ in rows) else None

    def clear(self) -> None:
        """Take everything out."""
        self._write(lambda store: store.clear())

    def finish(self) -> None:
        """Put what was loaded in order, so that questions are answered fast; worth its time after a big load."""
        self._write(lambda store: store.optimize())

    def close(self) -> None:
        """Write out what is not yet on disk and give the folder back; a closed store can be closed again.

        Where nothing was loaded into a store that was made for it, nothing of it stays.
        """
        if self._store is None:
            return
        self._write(lambda store: store.flush())
        unused = self.is_empty
        self._store = None
        if unused:
            self._before.restore()

    def _bulk_load(self, batch: list[bytes]) -> None:
        if batch:
            self._write(lambda store: store.bulk_load(BytesIO(b"".join(batch)), RdfFormat.TRIG))

    def _update(self, text: str) -> None:
        self._write(lambda store: store.update(text))

    def _write(self, work: Callable[[Store], None]) -> None:
        with self._writing:
            using(self.folder, lambda: work(self._open))


def reading(folder: Path) -> Store:
    """The store in a folder, to ask and not to change; raises as `LocalStore`, and InputError where there is none."""
    check_folder(folder)
    if not (folder / DATABASE).is_file():
        raise InputError(f"{shown(str(folder))}: no store here; make one with `kgexport load GRAPH… --store DIR`")
    check_nobody_writes(folder)
    return using(folder, lambda: Store.read_only(str(folder)))


def _quads(triples: Iterable[Triple], name: NamedNode) -> Iterator[Quad]:
    return (Quad(triple.subject, triple.predicate, triple.object, name) for triple in triples)


def _unblank_lines(graph: GraphData) -> bytes | None:
    """The graph as N-Triples; None where it has blank nodes, whose labels would meet those of other graphs."""
    lines = graph.body if graph.format == RdfFormat.N_TRIPLES else as_lines(graph)
    return None if b"_:" in lines and has_blank_nodes(graph) else lines


def _insert(triples: Iterable[Triple], name: NamedNode) -> str:
    return f"INSERT DATA {{ GRAPH {name} {{ {_written(triples)} }} }}"


def _written(triples: Iterable[Triple]) -> str:
    """Triples as they stand in N-Triples, which is SPARQL too; the library escapes what must be."""
    return " .\n".join(map(str, triples))

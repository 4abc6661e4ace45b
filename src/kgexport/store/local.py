"""The local store: an embedded Oxigraph in a folder on disk; knows named graphs and nothing of articles or networks."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TypeVar, cast

from pyoxigraph import DefaultGraph, NamedNode, Quad, QuerySolutions, RdfFormat, Store, Triple

from kgexport.errors import InputError, OutsideError, shown
from kgexport.store.base import GraphData, RefusedError
from kgexport.store.chunks import as_lines, triples_of

_BATCH = 32_000_000
"""Bytes of N-Triples that are handed to the bulk loader at a time."""
_DATABASE, _COLUMN = "CURRENT", "id2str"
"""A file that every RocksDB folder has, and a column family that only Oxigraph's have."""
_FULL = (errno.ENOSPC, errno.EDQUOT)
_Done = TypeVar("_Done")


class LocalStore:
    """A `Target` in a folder. One process at a time can write to it; several can read it while nobody writes."""

    def __init__(self, folder: Path) -> None:
        """Open the store, or make a new one in a folder that is empty or missing.

        Raises InputError for a folder that holds something else, OutsideError where another process writes to it.
        """
        self.folder = folder
        _check(folder)
        self._store: Store | None = _opened(folder, lambda: Store(str(folder)))
        self._writing = threading.Lock()

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
        if graph.blank_nodes:
            self._update(f"DROP SILENT GRAPH {graph.name} ; {_insert(triples_of(graph), graph.name)}")
            return
        new, old = set(triples_of(graph)), set(self.read(graph.name))
        if not old:
            self._write(lambda store: store.extend(_quads(new, graph.name)))
        elif new != old:
            deletion = f"DELETE DATA {{ GRAPH {graph.name} {{ {_written(old - new)} }} }}"
            self._update(f"{deletion} ; {_insert(new - old, graph.name)}")

    def append(self, graph: GraphData) -> None:
        """Add the triples to the named graph, in one transaction."""
        if graph.blank_nodes:
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

    def bulk(self, graphs: Iterable[GraphData]) -> None:
        """Replace many graphs, each given once; the fast way where most of them are new.

        Not one transaction: after a failure some are loaded and some are not, and loading all of them again is right.
        """
        batch: list[bytes] = []
        size = 0
        for graph in graphs:
            if graph.blank_nodes or self._open.contains_named_graph(graph.name):
                self.replace(graph)
                continue
            lines = graph.body if graph.format == RdfFormat.N_TRIPLES else as_lines(graph)
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
        """Write out what is not yet on disk and give the folder back; a closed store can be closed again."""
        if self._store is not None:
            self._write(lambda store: store.flush())
            self._store = None

    def _bulk_load(self, batch: list[bytes]) -> None:
        if batch:
            self._write(lambda store: store.bulk_load(BytesIO(b"".join(batch)), RdfFormat.TRIG))

    def _update(self, text: str) -> None:
        self._write(lambda store: store.update(text))

    def _write(self, work: Callable[[Store], None]) -> None:
        with self._writing:
            _opened(self.folder, lambda: work(self._open))


def reading(folder: Path) -> Store:
    """The store in a folder, to ask and not to change; raises as `LocalStore`, and InputError where there is none."""
    _check(folder)
    if not (folder / _DATABASE).is_file():
        raise InputError(f"{shown(str(folder))}: no store here; make one with `kgexport load GRAPH… --store DIR`")
    _check_nobody_writes(folder)
    return _opened(folder, lambda: Store.read_only(str(folder)))


def _check(folder: Path) -> None:
    """Whether the folder is a store or can become one."""
    name = shown(str(folder))
    try:
        if not folder.exists():
            return
        if not folder.is_dir():
            raise InputError(f"{name}: is a file; name a folder for the store")
        if (folder / _DATABASE).exists():
            options = [path.read_text("utf-8", "replace") for path in folder.glob("OPTIONS-*")]
            if options and not any(f'"{_COLUMN}"' in text for text in options):
                raise InputError(f"{name}: holds a database of another program; name another folder for the store")
        elif any(folder.iterdir()):
            raise InputError(f"{name}: holds other files and no store; name a new or an empty folder")
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: cannot be opened ({getattr(error, 'strerror', None) or error})") from error


def _check_nobody_writes(folder: Path) -> None:
    """Reading while another process writes is undefined (documentation of `Store.read_only`), so it is refused.

    RocksDB holds a record lock on the file LOCK. Where the system has none of these, or the folder is not ours to
    write, nothing can be told.
    """
    try:
        import fcntl
    except ImportError:
        return
    try:
        with (folder / "LOCK").open("r+b") as lock:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise _busy(folder) from error
    except OSError:
        return


def _busy(folder: Path) -> OutsideError:
    return RefusedError(f"{shown(str(folder))}: another process is writing to this store; try again when it is done")


def _opened(folder: Path, work: Callable[[], _Done]) -> _Done:
    """Do something with the database, and say in the user's words what is wrong with it."""
    name = shown(str(folder))
    try:
        return work()
    except OSError as error:
        text = " ".join(str(error).split())
        if "lock" in text.lower():
            raise _busy(folder) from error
        if error.errno in _FULL or "no space left" in text.lower():
            raise RefusedError(f"{name}: no space left for the store; free some and run this again") from error
        if isinstance(error, FileNotFoundError):
            raise InputError(f"{name}: a file of the store is missing; load the graphs into a new folder") from error
        reason = f"{name}: the store cannot be used ({text}); check the folder and its permissions"
        raise RefusedError(reason) from error
    except RuntimeError as error:
        text = " ".join(str(error).split())
        raise InputError(f"{name}: the store is broken ({text}); load the graphs into a new folder") from error


def _quads(triples: Iterable[Triple], name: NamedNode) -> Iterator[Quad]:
    return (Quad(triple.subject, triple.predicate, triple.object, name) for triple in triples)


def _insert(triples: Iterable[Triple], name: NamedNode) -> str:
    return f"INSERT DATA {{ GRAPH {name} {{ {_written(triples)} }} }}"


def _written(triples: Iterable[Triple]) -> str:
    """Triples as they stand in N-Triples, which is SPARQL too; the library escapes what must be."""
    return " .\n".join(map(str, triples))

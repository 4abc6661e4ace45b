"""What is served: a store on disk as it is, or graph files in a temporary one; knows no server and no console."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode

from kgexport.errors import InputError
from kgexport.query.sources import StoreSource
from kgexport.store.inputs import Job
from kgexport.store.journal import Journal
from kgexport.store.loading import Loader
from kgexport.store.local import LocalStore, reading
from kgexport.store.naming import is_evidence
from kgexport.store.reading import Choice, graph_files
from kgexport.store.results import Outcome, Result

_DATABASE = "CURRENT"
"""A file that every folder with a store has."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What is to be served."""

    folder: Path
    """The store."""
    articles: int
    """Named graphs that are not evidence."""
    schema_iri: str
    """Which namespace of schema.org the articles are in, http or https."""
    code: int
    """0, or the highest exit code of a file that could not be read."""


@contextmanager
def contents(arguments: Sequence[str], evidence: bool, tell: Callable[[Result], None]) -> Iterator[Contents]:
    """The store of a folder that is one, or a temporary one with the graphs of files, which goes at the end.

    `tell` is given the result of each graph; a file that cannot be read loses no other. Raises InputError where there
    is nothing to serve, OutsideError where another process is writing to the store.
    """
    stores = [argument for argument in arguments if (Path(argument) / _DATABASE).is_file()]
    if stores and len(arguments) > 1:
        raise InputError(f"{stores[0]} is a store, which is served alone; leave the others out, or load them into it")
    if stores:
        yield _described(Path(stores[0]), 0)
        return
    with tempfile.TemporaryDirectory(prefix="kgexport-serve-", ignore_cleanup_errors=True) as folder:
        code = _fill(Path(folder), arguments, evidence, tell)
        yield _described(Path(folder), code)


def _fill(folder: Path, arguments: Sequence[str], evidence: bool, tell: Callable[[Result], None]) -> int:
    """Load the files; the highest exit code of those that could not be."""
    store = LocalStore(folder)
    try:
        code, loaded = 0, 0
        job = Job(choice=Choice(evidence=evidence))
        for result in Loader(store, Journal(None, store.identity), job, threading.Event()).run(graph_files(arguments)):
            loaded += result.outcome is Outcome.DONE
            code = max(code, getattr(result.error, "exit_code", 0))
            tell(result)
    finally:
        store.close()
    if not loaded:
        raise InputError("no graph could be loaded, so there is nothing to serve; see above")
    return code


def _described(folder: Path, code: int) -> Contents:
    store = reading(folder)
    names = [name for name in store.named_graphs() if isinstance(name, NamedNode)]
    iri = StoreSource(store).prefixes["schema"]
    return Contents(folder, sum(not is_evidence(name) for name in names), iri, code)

"""What can be asked: a store in memory or on disk; each is a `Source`. Knows no recipe and writes no format."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

import pyoxigraph as ox

from kgexport.errors import InputError, OutsideError
from kgexport.query.binding import Bound, Value, bind
from kgexport.query.diagnosis import PLACE, refuse_services, syntax_error
from kgexport.query.namespaces import prefixes_by
from kgexport.query.results import Answer, Triples, answering, one_line
from kgexport.query.tokens import offset_of
from kgexport.vocabulary import PREFIXES, RDF

_Done = TypeVar("_Done")


class Source(Protocol):
    """What answers a SPARQL 1.1 query."""

    @property
    def prefixes(self) -> Mapping[str, str]:
        """Those that a query need not declare, as the graphs have them."""
        ...

    def ask(self, query: str, values: Mapping[str, Value] | None = None, timeout: float | None = None) -> Answer:
        """The answer over the union of all graphs; the prefixes of the profile need no declaration.

        `values` are those of variables, without "?". Raises InputError that points at the place in a query that
        cannot be read, OutsideError where the answer does not come within `timeout` seconds or not at all.
        """
        ...


@dataclass(frozen=True, slots=True)
class StoreSource:
    """A store in memory, or one on disk."""

    store: ox.Store
    services: bool = False
    """Whether SERVICE may ask other servers; nothing else here uses the network."""

    @property
    def prefixes(self) -> Mapping[str, str]:
        """Those that a query need not declare, as the graphs have them."""
        return prefixes_by(lambda kind: any(self.store.quads_for_pattern(None, RDF["type"], kind, None)))

    def ask(self, query: str, values: Mapping[str, Value] | None = None, timeout: float | None = None) -> Answer:
        """See `Source`."""
        if not self.services:
            refuse_services(query)
        bound = bind(query, values or {})
        return decoded(within(timeout, lambda: self._answer(query, bound)))

    def _answer(self, query: str, bound: Bound) -> bytes | Triples:
        try:
            with answering():
                return _read(
                    self.store.query(bound.text, prefixes=dict(self.prefixes), use_default_graph_as_union=True)
                )
        except SyntaxError as error:
            raise mistake(query, bound, one_line(error)) from error


def mistake(query: str, bound: Bound, reason: str) -> InputError:
    """The error for a query that the parser refused after its values were put in."""
    stopped = PLACE.search(reason)
    if stopped is None:
        return syntax_error(query, PREFIXES, reason)
    offset = bound.original(offset_of(bound.text, int(stopped[1]), int(stopped[2])))
    return syntax_error(query, PREFIXES, reason, offset)


def _read(answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> bytes | Triples:
    """All of the answer, as JSON: while it is read, it is still being found, and it must not change its thread."""
    if isinstance(answer, ox.QueryTriples):
        return Triples(tuple(sorted(set(answer), key=str)))
    return answer.serialize(format=ox.QueryResultsFormat.JSON) or b""


def decoded(answer: bytes | Triples) -> Answer:
    """An answer that came as SPARQL 1.1 Query Results JSON."""
    if isinstance(answer, Triples):
        return answer
    return ox.parse_query_results(answer, format=ox.QueryResultsFormat.JSON)


def within(timeout: float | None, work: Callable[[], _Done]) -> _Done:
    """The work's result, or OutsideError after so many seconds.

    Work that is late goes on in its thread, since nothing can stop it; it keeps the process from nothing.
    """
    if timeout is None:
        return work()
    done: list[_Done] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:  # noqa: BLE001 - raised again below, in the thread that asked
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(timeout)
    if thread.is_alive():
        raise OutsideError(f"no answer within {timeout:g} s; ask for less, or give a longer --timeout")
    if failed:
        raise failed[0]
    return done[0]


def local_store(folder: Path, *, services: bool = False) -> StoreSource:
    """The store that `kgexport load` made in a folder; raises InputError where there is none."""
    from kgexport.store.local import reading

    return StoreSource(reading(folder), services)


def ask(store: ox.Store, query: str, values: Mapping[str, Value] | None = None) -> Answer:
    """Answer a query over a store of pyoxigraph; see `Source`."""
    return StoreSource(store).ask(query, values)

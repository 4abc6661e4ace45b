"""Loads many files into a store, several graphs at once; what happens to one of them loses no other. Prints nothing."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from kgexport.inputs import Source
from kgexport.store.base import BulkTarget, GraphData, RefusedError, Target
from kgexport.store.evidence import OldEvidence
from kgexport.store.inputs import Inputs, Job
from kgexport.store.journal import Entry, Journal, JournalError
from kgexport.store.naming import evidence_of, is_evidence
from kgexport.store.reading import Choice
from kgexport.store.results import Action, Agreement, Outcome, Result
from kgexport.store.retry import FailingError
from kgexport.store.verification import MismatchError, check_deleted, check_graph
from kgexport.store.whole import load_whole

GIVE_UP = 3
"""So many graphs in a row that the store fails at, though asked again and again, end the run."""
BULK = 32_000_000
"""Bytes of graphs that are handed over together where a store can take them so."""
_AHEAD = 8
"""So many graphs for each job are read ahead."""

_Step = Callable[[], list[Result]]


class Loader:
    """One run. `target` may be None for a dry run; `stopped` is set when no more is to be tried."""

    def __init__(self, target: Target | None, journal: Journal, job: Job, stopped: threading.Event) -> None:
        self._target, self._journal, self._job, self._stopped = target, journal, job, stopped
        self._inputs = Inputs(job, stopped)
        self._failures = 0
        self._lock = threading.Lock()
        self._old = OldEvidence(target) if target is not None else None
        if isinstance(target, BulkTarget) and target.is_empty:
            journal.forget()
        self._bulk = target if isinstance(target, BulkTarget) and job.action is Action.REPLACE else None

    def run(self, files: Iterable[Source]) -> Iterator[Result]:
        """The results in the order of the files; what is wrong with one is in its result."""
        pool = ThreadPoolExecutor(1 if self._bulk else self._job.jobs, thread_name_prefix="kgexport-load")
        waiting: deque[Future[list[Result]]] = deque()
        ahead = 1 if self._bulk else self._job.jobs * _AHEAD
        try:
            for step in self._in_bulk(files) if self._bulk else self._steps(files):
                waiting.append(pool.submit(step))
                while len(waiting) > ahead or (waiting and waiting[0].done()):
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BaseException:
            self._stopped.set()
            raise
        finally:
            pool.shutdown(cancel_futures=True)

    def _steps(self, files: Iterable[Source]) -> Iterator[_Step]:
        """What is to be done, in order; files are read here, one after the other."""
        for file, graph, given in self._inputs.read(files):
            yield self._one(file, graph) if graph is not None and given is None else _given(given)

    def _in_bulk(self, files: Iterable[Source]) -> Iterator[_Step]:
        """The same, with many graphs in each step; the first file as a whole, if that is possible."""
        files = list(files)
        whole = self._whole(files[0]) if files else []
        yield lambda: whole
        if whole:
            files = files[1:]
        batch: list[tuple[str, GraphData]] = []
        size = 0
        for file, graph, given in self._inputs.read(files):
            if graph is not None and given is None:
                batch.append((file, graph))
                size += len(graph.body)
            if given is not None or size >= BULK:
                yield self._many(batch)
                batch, size = [], 0
                if given is not None:
                    yield _given(given)
        yield self._many(batch)

    def _whole(self, file: Source) -> list[Result]:
        """The results of a file that an empty store took as it is; none where it has to be read here first."""
        job = self._job
        if self._bulk is None or job.verify or job.choice != Choice() or self._journal.writes:
            return []
        sizes = load_whole(self._bulk, file)
        for name in sizes:
            self._inputs.named[name.value] = (file, "")
        return [Result(file.name, name, Outcome.DONE, triples) for name, triples in sizes.items()]

    @property
    def unsure(self) -> str:
        """Why it is not known whether evidence of older versions is left; empty where it is."""
        return str(self._old.unknown or "") if self._old is not None else ""

    def _one(self, file: str, graph: GraphData) -> _Step:
        return lambda: [self._guarded(file, graph)]

    def _many(self, batch: list[tuple[str, GraphData]]) -> _Step:
        return lambda: self._bulked(batch)

    def _bulked(self, batch: list[tuple[str, GraphData]]) -> list[Result]:
        """All graphs at once, then what became of each; after a failure one by one, which tells whose it is."""
        entries = [entry_of(file, graph, self._job.action) for file, graph in batch]
        fresh = {n for n, entry in enumerate(entries) if not self._stopped.is_set() and not self._journal.has(entry)}
        try:
            if self._bulk is not None and fresh:
                for number in fresh:
                    self._remove_outdated(batch[number][1], entries[number])
                    self._journal.begun(entries[number])
                self._bulk.bulk(batch[number][1] for number in sorted(fresh))
        except Exception:  # noqa: BLE001 - it comes again, with the graph that it is about
            fresh = set()
        return [self._guarded(file, graph, sent=number in fresh) for number, (file, graph) in enumerate(batch)]

    def _guarded(self, file: str, graph: GraphData, *, sent: bool = False) -> Result:
        """The result of one graph, whatever happens."""
        if self._stopped.is_set() and not sent:
            return Result(file, graph.name, Outcome.UNTRIED)
        try:
            result = self._result(entry_of(file, graph, self._job.action), graph, sent)
            self._count(failed=False)
        except Exception as error:  # noqa: BLE001 - it is this graph's result; the caller says whose fault it is
            self._count(failed=isinstance(error, FailingError))
            if isinstance(error, RefusedError | JournalError):
                self._stopped.set()
            result = Result(file, graph.name, Outcome.FAILED, graph.triples, len(graph.body), error)
        return result

    def _result(self, entry: Entry, graph: GraphData, sent: bool) -> Result:
        size = len(graph.body)
        if not sent and self._holds(entry, graph):
            return Result(entry.file, graph.name, Outcome.HELD, graph.triples, size)
        if self._job.dry_run or self._target is None:
            return Result(entry.file, graph.name, Outcome.PLANNED, graph.triples, size)
        if not sent:
            self._journal.begun(entry)
        try:
            there = sent or self._change(self._target, graph, entry)
            agreement = self._checked(self._target, graph) if self._job.verify else None
        except Exception as error:
            self._journal.failed(entry, str(error))
            raise
        self._journal.done(entry)
        outcome = Outcome.DONE if there else Outcome.ABSENT
        outdated = self._old is not None and graph.name in self._old.removed
        return Result(entry.file, graph.name, outcome, graph.triples, size, verified=agreement, outdated=outdated)

    def _change(self, target: Target, graph: GraphData, entry: Entry) -> bool:
        """Do it; False where there was nothing to do it to."""
        if self._job.action is Action.DELETE:
            return target.delete(graph.name)
        if self._job.action is Action.REPLACE:
            self._remove_outdated(graph, entry)
        (target.replace if self._job.action is Action.REPLACE else target.append)(graph)
        return True

    def _remove_outdated(self, graph: GraphData, entry: Entry) -> None:
        """Take out the evidence of another version of the article, unless the files bring it: it first, so that a run
        which ends in between leaves no evidence that does not fit.
        """
        name = evidence_of(graph.name)
        if self._old is not None and is_evidence(graph.name):
            self._old.wait()
        if self._old is None or name is None or name.value in self._inputs.named:
            return
        if self._old.is_stale(graph):
            gone = replace(entry, graph=name, action=Action.DELETE, sha256="", triples=0)
            self._journal.begun(gone)
            self._old.remove(graph, self._inputs.named)
            self._journal.done(gone)

    def _holds(self, entry: Entry, graph: GraphData) -> bool:
        """Whether the resume file says that it was done, and `--verify` does not find otherwise."""
        if not self._journal.has(entry) or self._job.dry_run or not self._job.verify or self._target is None:
            return self._journal.has(entry)
        try:
            self._checked(self._target, graph)
        except MismatchError:
            return False
        return True

    def _checked(self, target: Target, graph: GraphData) -> Agreement:
        if self._job.action is Action.DELETE:
            return check_deleted(target, graph.name)
        return check_graph(target, graph, part=self._job.action is Action.APPEND)

    def _count(self, *, failed: bool) -> None:
        with self._lock:
            self._failures = self._failures + 1 if failed else 0
            if self._failures >= GIVE_UP:
                self._stopped.set()


def entry_of(file: str, graph: GraphData, action: Action) -> Entry:
    """What the resume file says of a graph; the content is no matter where it is deleted."""
    return Entry(file, graph.name, action, "" if action is Action.DELETE else graph.sha256, graph.triples)


def _given(result: Result | None) -> _Step:
    return lambda: [result] if result is not None else []

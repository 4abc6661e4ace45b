"""What the files of a run bring: their graphs, and which of these are not to be sent; knows no store."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kgexport.errors import InputError
from kgexport.inputs import Source
from kgexport.store.base import GraphData
from kgexport.store.chunks import has_blank_nodes, triples_of
from kgexport.store.comparison import graph_hash
from kgexport.store.naming import evidence_of
from kgexport.store.reading import Choice, read_graphs
from kgexport.store.results import Action, Outcome, Result

_BLANK_NODES = "has blank nodes, which --append would add again each time; leave --append out"
_TWICE = "is in {first} too, with other triples, and that one counts; give one of them, or --append to join them"


@dataclass(frozen=True, slots=True)
class Job:
    """How a run goes."""

    action: Action = Action.REPLACE
    choice: Choice = field(default_factory=Choice)
    jobs: int = 4
    verify: bool = False
    dry_run: bool = False


class Inputs:
    """The files of one run; no more are read once `stopped` is set."""

    def __init__(self, job: Job, stopped: threading.Event) -> None:
        self._job, self._stopped = job, stopped
        self.named: dict[str, tuple[Source, str]] = {}
        """Graphs that were read -> the file, and the hash of the graph."""

    def read(self, files: Iterable[Source]) -> Iterator[tuple[str, GraphData | None, Result | None]]:
        """File, graph, and the result if that is known without asking the store."""
        for file in files:
            if self._stopped.is_set():
                yield file.name, None, Result(file.name, None, Outcome.UNTRIED)
                continue
            try:
                found = [(graph, self._known(file, graph)) for graph in self._wanted(file)]
            except Exception as error:  # noqa: BLE001 - it is this file's result; the caller says whose fault it is
                yield file.name, None, Result(file.name, None, Outcome.FAILED, error=error)
                continue
            for graph, known in found:
                yield file.name, graph, known

    def _wanted(self, file: Source) -> list[GraphData]:
        """The file's graphs; for deletion also that of the evidence, which the file need not have."""
        graphs = read_graphs(file, self._job.choice)
        if self._job.action is Action.DELETE and self._job.choice.evidence:
            names = {graph.name for graph in graphs}
            extra = [evidence_of(graph.name) for graph in graphs]
            graphs += [GraphData(name, b"", graphs[0].format, 0) for name in extra if name and name not in names]
        return graphs

    def _known(self, file: Source, graph: GraphData) -> Result | None:
        """The result of a graph that must not be sent: it was named before, or would be added again each time."""
        if self._job.action is Action.APPEND:
            return self._failed(file, graph, _BLANK_NODES) if has_blank_nodes(graph) else None
        first, digest = self.named.setdefault(graph.name.value, (file, graph.sha256))
        if first is file:
            return None
        if self._job.action is Action.DELETE or digest == graph.sha256 or self._is_same(first, graph):
            return Result(file.name, graph.name, Outcome.SAME)
        return self._failed(file, graph, _TWICE.format(first=first.name))

    @staticmethod
    def _failed(file: Source, graph: GraphData, reason: str) -> Result:
        error = InputError(f"{file.name}: <{graph.name.value}> {reason}")
        return Result(file.name, graph.name, Outcome.FAILED, error=error)

    def _is_same(self, first: Source, graph: GraphData) -> bool:
        """Whether the graph of that name in an earlier file has the same triples; that is read again."""
        earlier = next((g for g in read_graphs(first, self._job.choice) if g.name == graph.name), None)
        return earlier is not None and graph_hash(triples_of(earlier)) == graph_hash(triples_of(graph))

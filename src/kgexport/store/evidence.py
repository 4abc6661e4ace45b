"""Takes out the evidence of an older version of an article, whose characters are not those of the new one."""

from __future__ import annotations

import threading
from collections.abc import Container

from pyoxigraph import NamedNode

from kgexport.errors import OutsideError
from kgexport.store.base import GraphData, Target
from kgexport.store.chunks import triples_of
from kgexport.store.comparison import compare
from kgexport.store.naming import evidence_of
from kgexport.store.retry import Transient


class OldEvidence:
    """What is known of the evidence in one store; its methods may be called from several threads at once."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._asking, self._removing = threading.Lock(), threading.Lock()
        self._any: bool | None = None
        self.removed: set[NamedNode] = set()
        """The articles whose evidence was taken out."""
        self.unknown: OutsideError | None = None
        """Why it is not known whether the store has any."""

    def is_stale(self, graph: GraphData) -> bool:
        """Whether the store has evidence for another version of this article's graph; raises what `Target` raises."""
        evidence = evidence_of(graph.name)
        if evidence is None or not self._has_any() or not self._target.count(evidence):
            return False
        there = set(self._target.read(graph.name))
        return bool(there) and not compare(triples_of(graph), there).same

    def remove(self, graph: GraphData, named: Container[str]) -> None:
        """Take out the evidence of the article, unless it is in `named`, those that the run itself brings."""
        evidence = evidence_of(graph.name)
        with self._removing:
            if evidence is not None and evidence.value not in named:
                self._target.delete(evidence)
                self.removed.add(graph.name)

    def wait(self) -> None:
        """Until no evidence is being taken out; before new evidence goes in that `remove` knows of."""
        with self._removing:
            return

    def _has_any(self) -> bool:
        """Asked once, so that stores without evidence cost no request for each article."""
        with self._asking:
            if self._any is None:
                try:
                    self._any = self._target.has_evidence()
                except OutsideError as error:
                    if isinstance(error.__cause__, Transient):
                        raise  # the store itself does not answer, and not only its endpoint of queries
                    self._any, self.unknown = False, error
            return self._any

"""Whether a store has what was sent to it: by count, then by the hash of what it gives back; changes nothing."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kgexport.errors import OutsideError
from kgexport.store.base import GraphData, Target
from kgexport.store.chunks import triples_of
from kgexport.store.comparison import compare
from kgexport.store.results import Agreement


class MismatchError(OutsideError):
    """A graph in the store is not the one that was sent."""


def check_graph(target: Target, graph: GraphData, *, part: bool) -> Agreement:
    """Raises MismatchError; `part` says that the store's graph may have more."""
    name, count = graph.name, target.count(graph.name)
    if count < graph.triples or (count > graph.triples and not part):
        raise MismatchError(f"<{name.value}>: {graph.triples:,} triples sent, but {count:,} are there")
    sent, back = set(triples_of(graph)), set(target.read(name))
    if len(back) < count and back and (part or compare(back, sent, part=True).same):
        return Agreement.IN_PART
    found = compare(sent, back, part=part)
    if not found.same:
        raise MismatchError(f"<{name.value}>: what came back is not what was sent ({found.difference})")
    return Agreement.BY_VALUE if found.respelt else Agreement.EXACT


def check_deleted(target: Target, name: NamedNode) -> Agreement:
    """Raises MismatchError where the graph still has triples."""
    count = target.count(name)
    if count:
        raise MismatchError(f"<{name.value}>: deleted, but {count:,} triples are there")
    return Agreement.EXACT

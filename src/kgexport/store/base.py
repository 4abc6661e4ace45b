"""The seam of stores: what is loaded (one named graph) and what a store must be able to do; knows no store."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

from pyoxigraph import NamedNode, RdfFormat, Triple

from kgexport.errors import OutsideError


@dataclass(frozen=True, slots=True)
class GraphData:
    """One named graph as it goes into a store. It has been parsed once: the bytes are known to be well-formed."""

    name: NamedNode
    """The IRI of the graph."""
    body: bytes = field(repr=False)
    """All its triples, in UTF-8; no relative IRIs, so that no base is needed."""
    format: RdfFormat
    """`RdfFormat.TURTLE` or `RdfFormat.N_TRIPLES`."""
    triples: int
    """How many different triples `body` holds."""

    sha256: str = field(init=False, repr=False)
    """The hash of the bytes, by which a later run knows them again."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.body).hexdigest())


class RefusedError(OutsideError):
    """The store will answer nothing else to the next graph either (wrong credentials, disk full, unreachable)."""


class Target(Protocol):
    """A store that graphs are loaded into; its methods may be called from several threads at once.

    Each raises OutsideError where the store fails, RefusedError where going on with other graphs is of no use.
    """

    @property
    def name(self) -> str:
        """What messages call it: an address without credentials, or a path."""
        ...

    @property
    def identity(self) -> str:
        """What tells it from other stores in a resume file: the same in every run."""
        ...

    def replace(self, graph: GraphData) -> None:
        """Make the named graph exactly this one, whether or not it was there; no other graph changes."""
        ...

    def append(self, graph: GraphData) -> None:
        """Add the triples to the named graph; those that it has stay once."""
        ...

    def delete(self, name: NamedNode) -> bool:
        """Remove the named graph; whether it was there."""
        ...

    def count(self, name: NamedNode) -> int:
        """How many triples the named graph has; 0 where it is not there."""
        ...

    def read(self, name: NamedNode) -> Iterable[Triple]:
        """The triples of the named graph as the store gives them back; none where it is not there."""
        ...

    def has_evidence(self) -> bool:
        """Whether there may be graphs of evidence; False is sure."""
        ...

    def close(self) -> None:
        """Give back connections and locks; what was loaded is kept."""
        ...


@runtime_checkable
class BulkTarget(Target, Protocol):
    """A store that has a faster way for many graphs."""

    def bulk(self, graphs: Iterable[GraphData]) -> None:
        """Replace many graphs, each given once. After a failure some are loaded and some are not."""
        ...

    @property
    def is_empty(self) -> bool:
        """Whether nothing was loaded yet."""
        ...

    def bulk_file(self, path: Path, form: RdfFormat) -> None:
        """Load a file of named graphs as it is, into an empty store; after a failure a part of it may be there."""
        ...

    def sizes(self) -> dict[NamedNode, int] | None:
        """How many triples each named graph has; None where there are others, of no name or of a blank one."""
        ...

    def clear(self) -> None:
        """Take everything out."""
        ...

    def finish(self) -> None:
        """Put in order what was loaded; worth its time after many triples."""
        ...

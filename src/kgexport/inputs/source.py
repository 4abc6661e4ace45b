"""One graph to check, which is opened when it is read: its name, its quads, what was noticed; checks nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import Quad

from kgexport.errors import InputError, KgexportError
from kgexport.inputs.formats import Format


@dataclass(frozen=True, slots=True)
class Document:
    """An opened document: its bytes, where it is from and what is known of its format."""

    name: str
    """What messages call it."""
    stream: BinaryIO
    """Seekable, at its start."""
    base: str | Path
    """The IRI that relative ones resolve against; a path stands for its own, which is found out where it matters."""
    stated: Format | None = None
    """What its name or its server says; None leaves it to its first bytes."""
    charset: str | None = None
    """What the server says."""

    @property
    def base_iri(self) -> str:
        """The base as an IRI; a path of symbolic links is that of what they lead to."""
        return self.base.resolve().as_uri() if isinstance(self.base, Path) else self.base


@dataclass(slots=True)
class Source:
    """A graph that is read when it is iterated over, which raises InputError or OutsideError where it cannot be."""

    name: str
    open: Callable[[], Document]
    page: bool | None = None
    """Whether it is a web page; None before it is read."""
    notes: list[str] = field(default_factory=list)
    """What its reader should know, though it could be read; filled while it is read."""

    def __iter__(self) -> Iterator[Quad]:
        from kgexport.inputs.reading import read

        document = self.open()
        with document.stream:
            yield from read(document, self)


def failing(name: str, error: KgexportError) -> Source:
    """A source that raises the error when it is read, so that those after it are not lost."""

    def fail() -> Document:
        raise error

    return Source(name, fail)


def unreadable(name: str, error: Exception) -> InputError:
    """The one line for a file that the system does not give."""
    return InputError(f"{name}: {getattr(error, 'strerror', None) or error}; check the path and its permissions")

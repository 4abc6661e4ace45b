"""Where graphs come from: RDF files, pages, folders, standard input, endpoints; checks and stores nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from kgexport.errors import InputError
from kgexport.inputs.files import path_sources, read_file, stdin_source
from kgexport.inputs.source import Source, failing

__all__ = ["Source", "read_file", "sources"]

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)


def sources(
    arguments: Sequence[str],
    *,
    endpoint: str | None = None,
    graphs: Sequence[str] = (),
    stdin: BinaryIO | None = None,
) -> Iterator[Source]:
    """What there is to check, in order, each named once: paths, folders, patterns, `-`, http(s) URLs, an endpoint.

    `graphs` are the IRIs of the endpoint's named graphs; without one it is its default graph. Nothing is opened before
    a source is read, so that what is wrong with one of them is raised there and the others go on.
    """
    seen: set[str] = set()
    for source in _all(arguments, endpoint, graphs, stdin):
        if source.name not in seen:
            seen.add(source.name)
            yield source


def _all(
    arguments: Sequence[str], endpoint: str | None, graphs: Sequence[str], stdin: BinaryIO | None
) -> Iterator[Source]:
    for argument in arguments:
        yield from _of_argument(argument, stdin)
    if endpoint is not None:
        from kgexport.inputs.network import endpoint_source

        for graph in graphs or (None,):
            yield endpoint_source(endpoint, graph)


def _of_argument(argument: str, stdin: BinaryIO | None) -> Iterator[Source]:
    scheme = _SCHEME.match(argument)
    if argument == "-":
        yield stdin_source(stdin)
    elif scheme is None or os.path.lexists(argument):
        yield from path_sources(argument)
    elif scheme[1].lower() in ("http", "https"):
        from kgexport.inputs.network import url_source

        yield url_source(argument)
    else:
        reason = f"{argument}: {scheme[1]} addresses cannot be read; give a path or an http(s) URL"
        yield failing(argument, InputError(reason))

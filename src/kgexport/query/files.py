"""Reads graph files into a store in memory, to be asked; knows no query."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kgexport.errors import InputError
from kgexport.inputs import Source
from kgexport.inputs.formats import BOM, by_extension, sniff
from kgexport.query.results import one_line
from kgexport.store.reading import graph_files

_PACKED = b"\x1f\x8b"


def load_graphs(arguments: Iterable[str | Path]) -> ox.Store:
    """A store in memory with RDF files, folders of them, patterns, or `-`; files may be packed with gzip.

    Named graphs stay named, triples without a graph get one for each file. What recipes ask of one article is asked of
    one graph, so a Turtle file is taken for one, as `kgexport load` does. Raises InputError, naming the file and the
    place in it, for a file that cannot be read or parsed.
    """
    store = ox.Store()
    for source in graph_files([str(argument) for argument in arguments]):
        body, form = _opened(source)
        try:
            _load(store, source, body, form)
        except OSError as error:
            raise InputError(f"{source.name}: cannot be read ({error.strerror or error})") from error
        except (SyntaxError, ValueError) as error:
            raise InputError(f"{source.name}: not valid {form.name} ({one_line(error)})") from error
    return store


def _opened(source: Source) -> tuple[bytes | None, ox.RdfFormat]:
    """What is in it, and its format; None for a plain file, which the parser reads by itself."""
    stated = by_extension(source.name)
    if stated is not None and stated.rdf is not None and _is_plain(source.name):
        return None, stated.rdf
    try:
        with source.open().stream as stream:
            body = stream.read()
        body = (gzip.decompress(body) if body.startswith(_PACKED) else body).removeprefix(BOM)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{source.name}: cannot be unpacked or read ({one_line(error)})") from error
    form = sniff(body) if stated is None and not Path(source.name).suffix else stated
    if form is None or form.rdf is None:
        raise InputError(f"{source.name}: not a known RDF file; known: .ttl .jsonld .nt .nq .trig .rdf, also with .gz")
    return body, form.rdf


def _is_plain(name: str) -> bool:
    """Whether it is a file and no pipe, which could be read only once, and is not packed."""
    path = Path(name)
    if name == "-" or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(_PACKED)) != _PACKED
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror or error})") from error


def _load(store: ox.Store, source: Source, body: bytes | None, form: ox.RdfFormat) -> None:
    graph = ox.NamedNode(Path(source.name).absolute().as_uri())
    path = source.name if body is None else None
    if form == ox.RdfFormat.JSON_LD:
        quads = ox.parse(body, path=path, format=form)
        nameless = ox.DefaultGraph()
        store.bulk_extend(
            q if q.graph_name != nameless else ox.Quad(q.subject, q.predicate, q.object, graph) for q in quads
        )
    elif form.supports_datasets:
        store.bulk_load(body, form, path=path)
    else:
        store.bulk_load(body, form, path=path, to_graph=graph)

"""Reads RDF files into quads; checks nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from kgexport.errors import InputError

_FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".jsonld": RdfFormat.JSON_LD,
    ".json": RdfFormat.JSON_LD,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
}


def read_file(path: Path) -> Iterator[Quad]:
    """The quads of a file, by its extension; raises InputError with line and column where it cannot be parsed."""
    rdf_format = _FORMATS.get(path.suffix.lower())
    if rdf_format is None:
        known = ", ".join(sorted(_FORMATS))
        raise InputError(f"{path}: cannot tell the format by the extension {path.suffix!r}; known: {known}")
    try:
        yield from parse(path=path, format=rdf_format, base_iri=path.resolve().as_uri())
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except SyntaxError as error:
        if "LoadDocumentCallback" in str(error.msg):
            raise InputError(
                f"{path}: its JSON-LD context is elsewhere and is not fetched; check the file that "
                "--format jsonld writes, whose context is inline"
            ) from error
        where = f"{path}:{error.lineno}:{error.offset}" if error.lineno else str(path)
        raise InputError(f"{where}: not {rdf_format.name}: {error.msg}") from error

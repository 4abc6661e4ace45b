"""Parses an opened document of any format into quads; errors are one line with the place; checks nothing."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO, cast

from pyoxigraph import DefaultGraph, Quad, RdfFormat, parse

from kgexport.errors import InputError
from kgexport.inputs.formats import BOM, HEAD, JSON_LD, N3, Format, extensions, sniff
from kgexport.inputs.source import Document, Source

LARGEST = 500_000_000
"""Bytes that a document may have when it is unpacked: a graph is checked in memory, where it is much larger."""
LARGEST_TREE = 50_000_000
"""Bytes that a page, or JSON-LD whose context has to be looked at, may have: it is held as a tree."""
_USUAL = 1_000_000
"""Bytes that are asked for first: room for all that may come would be made for each small file."""

_PLACE = re.compile(r"Parser error at line \d+ (?:column \d+|between columns? \d+ and (?:column )?\d+): ")
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def read(document: Document, source: Source) -> Iterator[Quad]:
    """The quads of a document; `source` learns whether it is a page, and what else there is to say about it.

    Raises InputError for what is empty, too large, packed badly, of no known format or malformed.
    """
    name = document.name
    try:
        stream, head = _unpacked(document)
        form = document.stated or _sniffed(head, name)
        source.page = form.rdf is None
        if form.rdf is None:
            from kgexport.inputs.page import page_quads

            body = whole(stream, name, LARGEST_TREE)
            yield from page_quads(body, name, document.base_iri, document.charset, source.notes)
        elif form.rdf is RdfFormat.JSON_LD and (small := _small(stream)) is not None:
            from kgexport.inputs.jsonld import text_quads

            yield from text_quads(_utf8(small, name), name, document.base_iri, source.notes)
        else:
            yield from rdf_quads(stream, form, name, document.base_iri, head)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{name}: cannot be unpacked or read ({error}); check that the file is whole") from error


def rdf_quads(
    stream: BinaryIO, form: Format, name: str, base: str, head: bytes = b"", *, rewritten: bool = False
) -> Iterator[Quad]:
    """What the parser of a format makes of a stream.

    What was `rewritten` from a document, or from a part of one, has other lines than that, and blank nodes that are
    kept apart from those of its other parts.
    """
    try:
        counted = cast("BinaryIO", _Counted(stream, name))
        quads = parse(counted, format=form.rdf, base_iri=base, rename_blank_nodes=rewritten)
        yield from _without_formulas(quads, name) if form is N3 else quads
    except SyntaxError as error:
        if "LoadDocumentCallback" in str(error.msg):
            raise InputError(
                f"{name}: its JSON-LD context is elsewhere and is not fetched; write the context into the document"
            ) from error
        where = f"{name}:{error.lineno}:{error.offset}" if error.lineno and not rewritten else name
        looks_like = sniff(head)
        # Turtle and N-Triples are sniffed as one, which has no extension: no hint
        surely_other = head and looks_like and looks_like.extensions and looks_like is not form
        hint = f"; it looks like {looks_like.label}" if looks_like and surely_other else ""
        what = _PLACE.sub("", " ".join(str(error.msg).split()))
        raise InputError(f"{where}: not {form.label}: {what}{hint}") from error


def _without_formulas(quads: Iterable[Quad], name: str) -> Iterator[Quad]:
    for quad in quads:
        if quad.graph_name != DefaultGraph():
            raise InputError(f"{name}: a formula of N3, {{ … }}, states nothing; give the triples themselves")
        yield quad


class _Counted:
    """A stream that refuses to give more than `LARGEST` bytes: a packed file does not say how large it is."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream, self._name, self._left = stream, name, LARGEST

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise too_large(self._name, LARGEST)
        return data


def too_large(name: str, limit: int) -> InputError:
    """The one line about what does not fit."""
    return InputError(f"{name}: more than {limit:,} bytes, too many to check in memory; split it, one graph a file")


def _unpacked(document: Document) -> tuple[BinaryIO, bytes]:
    """The stream, unpacked and after a byte order mark, and its first bytes."""
    stream = document.stream
    if stream.read(2) == b"\x1f\x8b":
        stream.seek(0)
        stream = cast("BinaryIO", gzip.open(stream))  # noqa: SIM115 - closed with what it unpacks
    stream.seek(0)
    head = stream.read(HEAD)
    if not head.removeprefix(BOM).strip():
        raise InputError(f"{document.name}: is empty; give a file with a graph, or a page")
    page = document.stated is not None and document.stated.rdf is None
    if head.startswith(_WIDE) and not page:
        raise InputError(f"{document.name}: is UTF-16, which no format of RDF allows; save it as UTF-8")
    stream.seek(len(BOM) if head.startswith(BOM) and not page else 0)
    return stream, head


def _sniffed(head: bytes, name: str) -> Format:
    form = sniff(head)
    if form is None:
        raise InputError(f"{name}: is neither RDF nor HTML but binary; known extensions: {extensions()}")
    return form


def whole(stream: BinaryIO, name: str, limit: int) -> bytes:
    """All that a stream has; raises InputError for more than `limit` bytes."""
    body = stream.read(min(_USUAL, limit + 1))
    if len(body) == _USUAL:
        body += stream.read(limit + 1 - _USUAL)
    if len(body) > limit:
        raise too_large(name, limit)
    return body


def _small(stream: BinaryIO) -> bytes | None:
    """All bytes of JSON-LD that is small enough for a tree; a larger one streams, with the context that it has."""
    start = stream.tell()
    body = stream.read(LARGEST_TREE + 1)
    if len(body) <= LARGEST_TREE:
        return body
    stream.seek(start)
    return None


def _utf8(body: bytes, name: str) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{name}:{line}: not {JSON_LD.label}: the byte at offset {error.start} is not UTF-8; save it as UTF-8"
        ) from error

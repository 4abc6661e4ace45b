"""Reads files as named graphs that are ready to be sent; knows no store and no network."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO, cast

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from kgexport.errors import InputError
from kgexport.inputs import Source
from kgexport.inputs.files import path_sources, stdin_source
from kgexport.inputs.formats import BOM, PAGE, Format, by_extension, sniff
from kgexport.inputs.reading import LARGEST, rdf_quads, read, whole
from kgexport.inputs.source import Document
from kgexport.store.base import GraphData
from kgexport.store.naming import checked_iri, document_of, is_evidence

_NOWHERE = "https://relative.invalid/"
"""What relative IRIs resolve against, only to be found and refused: a graph must not depend on where its file lies."""
_AS_IT_IS = (RdfFormat.TURTLE, RdfFormat.N_TRIPLES)
_RELATIVE = "a relative IRI, which means another thing at every address; write it out, or give an @base"


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a file is wanted."""

    graph: NamedNode | None = None
    """The name of triples that have none; without it, the document that the NewsArticle is in."""
    evidence: bool = True
    """Whether graphs of evidence are wanted as well."""


def graph_files(arguments: Sequence[str]) -> list[Source]:
    """The files of paths, folders, patterns and `-`, each once; web pages in folders are left out."""
    found: dict[str, Source] = {}
    for argument in arguments:
        sources = (stdin_source(),) if argument == "-" else path_sources(argument)
        searched = argument != "-" and os.path.isdir(argument)  # noqa: PTH112 - says no to what no path can hold
        for source in sources:
            if not (searched and by_extension(source.name) is PAGE):
                found.setdefault(source.name, source)
    return list(found.values())


def read_graphs(source: Source, choice: Choice) -> list[GraphData]:
    """The named graphs of a file, those of knowledge first, as far as they are wanted.

    Turtle and N-Triples that are one graph stay the bytes that they are. Raises InputError with the place in the file
    for what cannot be parsed, for relative IRIs, and where triples have no graph and nothing tells one.
    """
    document = source.open()
    with document.stream:
        body, form = _opened(document)
    if form.rdf in _AS_IT_IS:
        return [_verbatim(body, form, source.name, choice)]
    return _split(list(_quads(body, form, source)), source.name, choice)


def _opened(document: Document) -> tuple[bytes, Format]:
    """The bytes, unpacked and without byte order mark, and what they are written in."""
    name = document.name
    try:
        body = whole(document.stream, name, LARGEST)
        if body.startswith(b"\x1f\x8b"):
            with gzip.open(BytesIO(body)) as packed:
                body = whole(cast("BinaryIO", packed), name, LARGEST)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{name}: cannot be unpacked or read ({error}); check that the file is whole") from error
    body = body.removeprefix(BOM)
    if not body.strip():
        raise InputError(f"{name}: is empty; give a file with a graph")
    form = document.stated or sniff(body)
    if form is None or form.rdf is None:
        what = "is a web page" if form is PAGE else "is neither text nor RDF"
        raise InputError(f"{name}: {what}; give RDF, as `kgexport export` writes it")
    return body, form


def _verbatim(body: bytes, form: Format, name: str, choice: Choice) -> GraphData:
    rdf = cast("RdfFormat", form.rdf)
    try:
        quads = set(parse(body, format=rdf))
    except SyntaxError as error:
        quads = set(
            rdf_quads(BytesIO(body), form, name, _NOWHERE, body)
        )  # raises with the place, unless it is the base
        raise InputError(f"{name}:{error.lineno}: {_RELATIVE}") from error
    graph = choice.graph or document_of(cast("Iterable[Triple]", quads), name)
    return GraphData(graph, body, rdf, len(quads))


def _quads(body: bytes, form: Format, source: Source) -> Iterator[Quad]:
    document = Document(source.name, cast("BinaryIO", BytesIO(body)), _NOWHERE, form)
    return read(document, source)


def _split(quads: Sequence[Quad], name: str, choice: Choice) -> list[GraphData]:
    """A graph for each name; those without one are the article's."""
    graphs: dict[NamedNode, set[Quad]] = {}
    nameless = {quad for quad in quads if quad.graph_name == DefaultGraph()}
    if nameless:
        graphs[choice.graph or document_of(cast("Iterable[Triple]", nameless), name)] = nameless
    elif choice.graph is not None and quads:
        raise InputError(f"{name}: its graphs have names of their own; leave --graph out")
    for quad in quads:
        if isinstance(quad.graph_name, BlankNode):
            raise InputError(f"{name}: a graph has a blank node for its name; give it an IRI")
        if isinstance(quad.graph_name, NamedNode):
            graphs.setdefault(quad.graph_name, set()).add(quad)
    if not graphs:
        raise InputError(f"{name}: holds no triples; give a file with a graph")
    wanted = [graph for graph in graphs if choice.evidence or not is_evidence(graph)]
    return [_graph(graph, graphs[graph], name) for graph in sorted(wanted, key=lambda g: (is_evidence(g), g.value))]


def _graph(graph: NamedNode, quads: set[Quad], name: str) -> GraphData:
    triples = {Triple(quad.subject, quad.predicate, quad.object) for quad in quads}
    body = lines_of(triples)
    if _NOWHERE.encode() in body or graph.value.startswith(_NOWHERE):
        raise InputError(f"{name}: {_RELATIVE}")
    return GraphData(checked_iri(graph.value), body, RdfFormat.N_TRIPLES, len(triples))


def lines_of(triples: Iterable[Triple]) -> bytes:
    """Sorted N-Triples: the same bytes for the same triples."""
    written = cast("bytes", serialize(triples, format=RdfFormat.N_TRIPLES))
    return b"".join(sorted(written.splitlines(keepends=True)))

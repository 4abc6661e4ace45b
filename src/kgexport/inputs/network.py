"""Pages, documents and SPARQL endpoints of the network as sources; asked for only when they are read."""

from __future__ import annotations

import io
from urllib.parse import urlencode, urlsplit

from pyoxigraph import NamedNode

from kgexport.errors import InputError, KgexportError, shown
from kgexport.fetch import open_url
from kgexport.inputs.formats import ACCEPT, Format, by_extension, by_media_type
from kgexport.inputs.source import Document, Source, failing

_SAYS_NOTHING = (None, "text/plain", "application/octet-stream")
_OF_A_GRAPH = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"
_ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
_NAMED = "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"


def url_source(address: str) -> Source:
    """A page or an RDF document at an http(s) URL; of both, the server is asked for the document."""

    def opened() -> Document:
        answer = open_url(address, ACCEPT)
        where = answer.url or address
        form = _stated(answer.media_type, where)
        return Document(answer.name, io.BytesIO(answer.body), where, form, answer.charset)

    return Source(shown(address), opened)


def endpoint_source(endpoint: str, graph: str | None) -> Source:
    """A named graph of a SPARQL endpoint, or its default graph (SPARQL 1.1 Protocol, section 2.1.1, by GET)."""
    name = shown(f"{endpoint} {graph or 'default graph'}")
    try:
        query = _NAMED.format(graph=NamedNode(graph)) if graph else _ALL
    except ValueError:
        return failing(name, InputError(f"{shown(graph or '')}: is no absolute IRI; --graph names a graph by its IRI"))
    if urlsplit(endpoint).scheme.lower() not in ("http", "https"):
        return failing(name, InputError(f"{shown(endpoint)}: is no http(s) address; --endpoint is that of a server"))
    address = f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode({'query': query})}"

    def opened() -> Document:
        try:
            answer = open_url(address, _OF_A_GRAPH)
        except KgexportError as error:
            raise type(error)(str(error).replace(f"?{urlencode({'query': query})}", "")) from error
        if not answer.body.strip():
            raise InputError(f"{name}: the graph is empty, or not there; check its IRI")
        form = by_media_type(answer.media_type)
        if form is not None and form.rdf is None:
            raise InputError(f"{name}: the server answered with a page; --endpoint is the address of SPARQL itself")
        return Document(name, io.BytesIO(answer.body), graph or endpoint, form, answer.charset)

    return Source(name, opened)


def _stated(media_type: str, address: str) -> Format | None:
    """What the server says, if it says anything; else what the address ends in, if that says anything."""
    if media_type in _SAYS_NOTHING:
        return by_extension(urlsplit(address).path)
    return by_media_type(media_type)

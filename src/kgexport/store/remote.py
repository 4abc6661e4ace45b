"""Named graphs in a store that is reached over HTTP: by the Graph Store Protocol, or by SPARQL Update."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlencode

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from kgexport.errors import InputError, OutsideError
from kgexport.store import sparql
from kgexport.store.address import Endpoints, graph_url
from kgexport.store.base import GraphData, RefusedError
from kgexport.store.chunks import chunks
from kgexport.store.client import Client
from kgexport.store.profiles import Profile
from kgexport.store.retry import FailingError
from kgexport.vocabulary import XSD

if TYPE_CHECKING:
    from requests import Response

_TRIPLES = "text/turtle, application/n-triples;q=0.9"  # Virtuoso spells durations wrong in N-Triples
_ROWS = "application/sparql-results+json"
_PREFIX = f"@prefix xsd: <{XSD.iri}> .\n".encode()
_FORM = "application/x-www-form-urlencoded"
_NO_STORE = "is this the address of a store? Check it, --store-type and --query-url"
_BY_TYPE = {
    "text/turtle": RdfFormat.TURTLE,
    "application/x-turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/plain": RdfFormat.N_TRIPLES,
    "text/ntriples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
}


class Remote:
    """What both ways of changing a store share: its name, reading by queries, closing."""

    def __init__(self, client: Client, endpoints: Endpoints, profile: Profile, chunk: int | None = None) -> None:
        self._client, self._endpoints, self._profile = client, endpoints, profile
        self._chunk = chunk
        self._proving, self._is_proved = threading.Lock(), False

    @property
    def name(self) -> str:
        """The address."""
        return self._client.address

    @property
    def identity(self) -> str:
        """The address."""
        return self._client.address

    def count(self, name: NamedNode) -> int:
        """How many triples the graph has; 0 where it is not there."""
        if self._endpoints.query is None:
            return len(set(self.read(name)))
        rows = self._rows(sparql.count_query(name))
        try:
            return int(rows[0]["n"]["value"])
        except (ValueError, KeyError, IndexError, TypeError) as error:
            raise OutsideError(f"{self.name}: the answer to a query is no count ({_line(error)})") from error

    def read(self, name: NamedNode) -> Iterable[Triple]:
        """The triples of the graph; none where it is not there."""
        answer = self._query(sparql.read_query(name), _TRIPLES)
        return self._triples(answer.content, answer.headers.get("Content-Type", ""))

    def has_evidence(self) -> bool:
        """Whether there are graphs of evidence; where queries cannot be asked, there may be."""
        if self._endpoints.query is None:
            return True
        return bool(self._rows(sparql.evidence_query()))

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _prove(self, name: NamedNode, triples: int) -> None:
        """Look once in a run whether what was done is so, as there are servers that answer 200 to everything.

        `triples` are those that the graph must have at least, 0 none at all. Where queries are not allowed, nothing
        can be told. Raises RefusedError where it is not so.
        """
        with self._proving:
            if self._is_proved:
                return
            try:
                count = self.count(name)
            except (RefusedError, FailingError):
                self._is_proved = True  # as far as it can be
                return
            except OutsideError as error:
                raise RefusedError(f"{error}; {_NO_STORE}") from error
            if bool(count) != bool(triples):
                what = "have" if triples else "no longer have"
                raise RefusedError(
                    f"{self.name}: says to {what} <{name.value}>, but counts {count:,} triples; {_NO_STORE}"
                )
            self._is_proved = True

    def _rows(self, text: str) -> list[Any]:
        """The bindings of a table; pyoxigraph reads it for one thread only, and threads are many here."""
        try:
            rows = json.loads(self._query(text, _ROWS).content)["results"]["bindings"]
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise OutsideError(f"{self.name}: the answer to a query is no table ({_line(error)})") from error
        return rows if isinstance(rows, list) else []

    def _query(self, text: str, accept: str) -> Response:
        if self._endpoints.query is None:
            raise InputError(f"{self.name}: no endpoint for queries is known; give it with --query-url")
        body = urlencode({"query": text}).encode()
        return self._client.send("POST", self._endpoints.query, body=body, media_type=_FORM, accept=accept)

    def _triples(self, body: bytes, content_type: str) -> list[Triple]:
        form = _BY_TYPE.get(content_type.partition(";")[0].strip().lower())
        if form is None:
            raise OutsideError(f"{self.name}: gives a graph back as {content_type or 'nothing known'!r}, not as RDF")
        try:
            return [quad.triple for quad in parse(BytesIO(body), format=form, base_iri=self.name, lenient=True)]
        except SyntaxError as error:
            raise OutsideError(f"{self.name}: gives back a graph that is not {form.name} ({_line(error)})") from error


class GraphStore(Remote):
    """Changes graphs by the SPARQL 1.1 Graph Store HTTP Protocol."""

    def replace(self, graph: GraphData) -> None:
        """PUT (section 5.3): as it is if it fits into one request, else its first part, and POST for the others."""
        self._put_all("PUT", graph)
        self._prove(graph.name, graph.triples)

    def append(self, graph: GraphData) -> None:
        """POST (section 5.5)."""
        self._put_all("POST", graph)
        self._prove(graph.name, graph.triples)

    def delete(self, name: NamedNode) -> bool:
        """DELETE (section 5.4); whether the store says that the graph was there."""
        there = self._client.send("DELETE", self._url(name), may_be=(404,)).status_code != 404
        if there:
            self._prove(name, 0)
        return there

    def read(self, name: NamedNode) -> Iterable[Triple]:
        """GET (section 5.2)."""
        answer = self._client.send("GET", self._url(name), accept=_TRIPLES, may_be=(404,))
        if answer.status_code == 404 or not answer.content.strip():
            return ()
        return self._triples(answer.content, answer.headers.get("Content-Type", ""))

    def _put_all(self, method: str, graph: GraphData) -> None:
        largest = self._chunk or self._profile.largest
        if len(graph.body) <= largest:
            self._put(method, graph.name, graph.body, graph.format)
            return
        for number, lines in enumerate(chunks(graph, largest)):
            self._put(method if number == 0 else "POST", graph.name, lines, RdfFormat.N_TRIPLES)

    def _put(self, method: str, name: NamedNode, body: bytes, form: RdfFormat) -> None:
        if self._profile.looks_at_start:
            body, form = _PREFIX + body, RdfFormat.TURTLE
        self._client.send(method, self._url(name), body=body, media_type=form.media_type)

    def _url(self, name: NamedNode) -> str:
        return graph_url(cast("str", self._endpoints.graph_store), name)


class SparqlUpdate(Remote):
    """Changes graphs by SPARQL 1.1 Update, for stores without the other protocol.

    A graph that fits into one request is replaced by that one; a larger one is half there until the last is done.
    """

    def replace(self, graph: GraphData) -> None:
        """DROP and INSERT DATA."""
        first, *others = self._chunks(graph)
        self._update(sparql.replace_update(graph.name, first))
        for lines in others:
            self._update(sparql.insert_update(graph.name, lines))
        self._prove(graph.name, graph.triples)

    def append(self, graph: GraphData) -> None:
        """INSERT DATA."""
        for lines in self._chunks(graph):
            self._update(sparql.insert_update(graph.name, lines))
        self._prove(graph.name, graph.triples)

    def delete(self, name: NamedNode) -> bool:
        """DROP; whether it had a triple before."""
        there = self.count(name) > 0
        self._update(sparql.drop_update(name))
        self._prove(name, 0)
        return there

    def _chunks(self, graph: GraphData) -> list[bytes]:
        return chunks(graph, self._chunk or self._profile.largest_update)

    def _update(self, text: bytes) -> None:
        self._client.send("POST", cast("str", self._endpoints.update), body=text, media_type=sparql.UPDATE_TYPE)


def _line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__

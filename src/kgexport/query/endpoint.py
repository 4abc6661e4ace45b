"""Asks a SPARQL endpoint over HTTP (SPARQL 1.1 Protocol, section 2.1); knows no file and no recipe."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import pyoxigraph as ox

from kgexport.errors import InputError, OutsideError
from kgexport.query.binding import Bound, Value, bind
from kgexport.query.namespaces import prefixes_by
from kgexport.query.results import Answer, Triples, one_line
from kgexport.query.sources import decoded, mistake, within
from kgexport.query.tokens import Kind, declared, tokens
from kgexport.store.address import Endpoints, checked_address
from kgexport.store.client import Client
from kgexport.store.credentials import Credentials
from kgexport.store.detect import detect
from kgexport.store.limits import Limits
from kgexport.store.profiles import Profile, by_name
from kgexport.store.retry import Retry
from kgexport.vocabulary import PREFIXES

TIMEOUT = 60.0
"""Seconds to wait for an answer, if the user says nothing."""
_FORM = "application/x-www-form-urlencoded"
_SOLUTIONS = "application/sparql-results+json"
_GRAPHS = "application/n-triples, text/turtle;q=0.9"
_MEMBERS = ("head", "results", "boolean")
"""What an answer has (SPARQL 1.1 Query Results JSON Format, section 3)."""
_ASKED = "__ASK_RETVAL"
"""The only column of what Virtuoso 7 answers to an ASK: a row of 1, or none."""
_TRIPLE_FORMS = ("CONSTRUCT", "DESCRIBE")
_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
"""What an update begins with, after its prologue (SPARQL 1.1 Update, grammar rule 30)."""
_UNION: dict[str, dict[str, str]] = {
    "oxigraph": {"union-default-graph": ""},
    "fuseki": {"default-graph-uri": "urn:x-arq:UnionGraph"},
    "stardog": {"default-graph-uri": "tag:stardog:api:context:all"},
}
"""What a store must be told to take the union of all graphs for its default graph; the others do so by themselves.

Sources: the README of oxigraph's command line; Jena's "Dynamic Datasets"; Stardog's "Querying named graphs".
"""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A `Source` behind an address."""

    address: str
    """Of the store, or of its endpoint of queries itself."""
    kind: str | None = None
    """Name of a profile of stores; None: to be found out, and where nothing tells, the address is the endpoint."""
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ, repr=False)
    _known: dict[str, Mapping[str, str]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def prefixes(self) -> Mapping[str, str]:
        """Those that a query need not declare, as the graphs have them; the store is asked once."""
        if "prefixes" not in self._known:
            self._known["prefixes"] = prefixes_by(self._has)
        return self._known["prefixes"]

    def _has(self, kind: ox.NamedNode) -> bool:
        query = f"ASK {{ {{ ?x a {kind} }} UNION {{ GRAPH ?g {{ ?x a {kind} }} }} }}"
        answer = decoded(self._answer(query, Bound(query, ()), TIMEOUT))
        return isinstance(answer, ox.QueryBoolean) and bool(answer)

    def ask(self, query: str, values: Mapping[str, Value] | None = None, timeout: float | None = None) -> Answer:
        """See `Source`; what the server says against a query is told, at its place where kgexport can tell it."""
        bound = bind(query, values or {})
        limit = timeout or TIMEOUT
        return decoded(within(limit, lambda: self._answer(query, bound, limit)))

    def _prefixes_of(self, query: str) -> Mapping[str, str]:
        """Those for a query; the store is not asked for a query that needs none of schema.org."""
        uses = any(token.kind is Kind.PREFIXED and token.text.startswith("schema:") for token in tokens(query))
        return self.prefixes if uses and declared(query) != query else PREFIXES

    def _answer(self, query: str, bound: Bound, limit: float) -> bytes | Triples:
        is_graph = _form(query) in _TRIPLE_FORMS
        address = checked_address(self.address)
        retry = Retry(retries=0)
        profile = by_name(self.kind) if self.kind else _found(address, retry)
        url = Endpoints.of(address, profile).query
        if url is None:
            raise InputError(f"{address}: {profile.label} answers no queries; give the address of its query endpoint")
        client = Client(address, profile, Credentials.found(self.environ, address), Limits(1, limit), retry)
        body = urlencode(
            {"query": declared(bound.text, prefixes=self._prefixes_of(query)), **_UNION.get(profile.name, {})}
        ).encode()
        try:
            answer = client.send(
                "POST", url, body=body, media_type=_FORM, accept=_GRAPHS if is_graph else _SOLUTIONS, may_be=(400,)
            )
        finally:
            client.close()
        said = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if answer.status_code == 400:
            raise _refused(query, bound, address, b"" if "html" in said else answer.content)
        return _graph(answer.content, said, address) if is_graph else _solutions(answer.content, said, address)


def _form(query: str) -> str:
    """SELECT, ASK, …; empty where it is none. Raises InputError for an update, which some stores carry out as well."""
    words = (token.upper for token in tokens(query))
    form = next((word for word in words if word in ("SELECT", "ASK", *_TRIPLE_FORMS, *_UPDATES)), "")
    if form in _UPDATES:
        raise InputError(f"the query is an update ({form}), but nothing is changed by asking; see kgexport load")
    return form


def _found(address: str, retry: Retry) -> Profile:
    try:
        return detect(address, retry)
    except InputError:
        return by_name("sparql-update")  # the address is the endpoint


def _refused(query: str, bound: Bound, address: str, body: bytes) -> InputError:
    """The error for a query that the server does not take: our own parser's where it does not take it either."""
    if not any(token.upper == "SERVICE" for token in tokens(query)):
        try:
            ox.Store().query(bound.text, prefixes=PREFIXES)
        except SyntaxError as error:
            return mistake(query, bound, one_line(error))
        except (RuntimeError, ValueError):
            pass  # only the syntax is of interest here
    words = re.sub(r"\s+", " ", body[:1000].decode("utf-8", "replace"))
    plain = "".join(sign for sign in words if sign.isprintable())
    why = plain[:300].strip() or "it does not say why; check that this is the address of a store"
    return InputError(f"{address}: the store does not take the query ({why})")


def _solutions(body: bytes, media_type: str, address: str) -> bytes:
    if media_type not in (_SOLUTIONS, "application/json"):
        raise _foreign(address, media_type)
    plain, wrong = _plain(body)
    if wrong:
        raise OutsideError(f"{address}: the answer cannot be read ({wrong})")
    return plain


def _plain(body: bytes) -> tuple[bytes, str]:
    """Results without the members of a server's own (Comunica's `metadata`), which our parser refuses; what is wrong.

    An error that goes on to another thread would take along what pyoxigraph made here, and that may end in this only.
    """
    try:
        plain = json.dumps(_standard(json.loads(body))).encode()
        answer = ox.parse_query_results(plain, format=ox.QueryResultsFormat.JSON)
        if not isinstance(answer, ox.QueryBoolean):
            for _ in answer:
                pass  # read once, so that a broken answer is found here and not while it is shown
    except (KeyError, TypeError, AttributeError, RecursionError):
        return b"", "not results of SPARQL in JSON"
    except (SyntaxError, ValueError) as error:
        return b"", one_line(error)
    return plain, ""


def _standard(said: dict[str, Any]) -> dict[str, Any]:
    """What the format has of an answer, and a boolean where a store has made a table of it."""
    if said["head"].get("vars") == [_ASKED]:
        return {"head": {}, "boolean": bool(said["results"]["bindings"])}
    return {name: said[name] for name in _MEMBERS if name in said}


def _graph(body: bytes, media_type: str, address: str) -> Triples:
    form = ox.RdfFormat.from_media_type(media_type)
    if form is None:
        raise _foreign(address, media_type)
    try:
        quads = {quad.triple for quad in ox.parse(body, format=form, base_iri=address)}
    except (SyntaxError, ValueError) as error:
        raise OutsideError(f"{address}: the answer cannot be read ({one_line(error)})") from error
    return Triples(tuple(sorted(quads, key=str)))


def _foreign(address: str, media_type: str) -> OutsideError:
    return OutsideError(
        f"{address}: answered with {media_type or 'nothing'} and not with results of SPARQL; "
        "check that this is the address of a store or of its query endpoint"
    )

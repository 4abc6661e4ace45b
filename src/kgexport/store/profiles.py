"""The table of stores: where each has its endpoints, how it asks who one is, what is peculiar; sends nothing.

Each fact is from the page in `source`, read in November 2026; those of Oxigraph and Virtuoso are tested as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kgexport.errors import UnknownNameError


class Scheme(StrEnum):
    """How a user name and a password are sent; a token always goes into `Authorization`."""

    BASIC = "basic"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Profile:
    """One kind of store. Endpoints are what comes after the address that the user gives; None: there is none."""

    name: str
    """As users type it."""
    label: str
    address: str
    """What `--store` looks like."""
    graph_store: str | None
    """SPARQL 1.1 Graph Store HTTP Protocol."""
    query: str | None
    update: str | None
    source: str
    """The page that says so."""
    scheme: Scheme = Scheme.BASIC
    token: str = "Bearer"
    """The word before a token."""
    largest: int = 64_000_000
    """Bytes of one request of the Graph Store Protocol; a larger graph goes in several."""
    largest_update: int = 1_000_000
    """The same for updates, which stores compile as a whole."""
    servers: tuple[str, ...] = ()
    """What its `Server` header begins with, in lower case."""
    paths: str = r"(?!)"
    """A pattern of addresses that only this store has."""
    looks_at_start: bool = False
    """Whether it goes by the first bytes, not by Content-Type: then they are `@prefix`, and N-Triples are Turtle."""
    note: str = ""
    """What users should know."""


PROFILES: tuple[Profile, ...] = (
    Profile(
        "oxigraph",
        "Oxigraph",
        "http://localhost:7878",
        graph_store="/store",
        query="/query",
        update="/update",
        source="https://github.com/oxigraph/oxigraph/blob/main/cli/README.md",
        servers=("oxigraph",),
        note="Numbers and dates come back in canonical spelling. It asks for no password: keep it on localhost.",
    ),
    Profile(
        "fuseki",
        "Apache Jena Fuseki",
        "http://localhost:3030/DATASET",
        graph_store="/data",
        query="/sparql",
        update="/update",
        source="https://jena.apache.org/documentation/fuseki2/fuseki-data-services.html",
        servers=("apache jena fuseki", "fuseki"),
        paths=r":3030/[^/]+(?:/(?:data|sparql|query|update))?$",
    ),
    Profile(
        "graphdb",
        "GraphDB",
        "http://localhost:7200/repositories/REPOSITORY",
        graph_store="/rdf-graphs/service",
        query="",
        update="/statements",
        source="https://graphdb.ontotext.com/documentation/10.8/compliance.html",
        token="GDB",
        servers=("graphdb",),
        paths=r":7200/repositories/[^/]+(?:/.*)?$",
        note="Default graph and queries without GRAPH see all named graphs.",
    ),
    Profile(
        "rdf4j",
        "Eclipse RDF4J Server",
        "http://localhost:8080/rdf4j-server/repositories/REPOSITORY",
        graph_store="/rdf-graphs/service",
        query="",
        update="/statements",
        source="https://rdf4j.org/documentation/reference/rest-api/",
        paths=r"/repositories/[^/]+(?:/.*)?$",
    ),
    Profile(
        "virtuoso",
        "OpenLink Virtuoso",
        "http://localhost:8890",
        graph_store="/sparql-graph-crud-auth",
        query="/sparql",
        update="/sparql-auth",
        source="https://vos.openlinksw.com/owiki/wiki/VOS/VirtGraphUpdateProtocol",
        scheme=Scheme.DIGEST,
        servers=("virtuoso",),
        paths=r"/sparql-graph-crud(?:-auth)?/?$|:8890/?(?:sparql)?$",
        looks_at_start=True,
        largest_update=200_000,  # 5,000 triples are too many for its compiler: "memory exhausted" (7.2.5)
        note="The user needs the role SPARQL_UPDATE. Decimals lose zeros at their end, booleans become 1 and 0, and no "
        "more than ResultSetMaxRows triples of a graph are given back. A PUT that fails leaves the graph empty.",
    ),
    Profile(
        "blazegraph",
        "Blazegraph",
        "http://localhost:9999/blazegraph/namespace/kb/sparql",
        graph_store=None,
        query="",
        update="",
        source="https://github.com/blazegraph/database/wiki/REST_API",
        servers=("blazegraph",),
        paths=r"/(?:blazegraph|bigdata)/(?:namespace/[^/]+/)?sparql$|:9999/",
        note="It has no Graph Store Protocol: SPARQL Update. The namespace must be one of quads, or graphs are lost.",
    ),
    Profile(
        "stardog",
        "Stardog",
        "http://localhost:5820/DATABASE",
        graph_store="",
        query="/query",
        update="/update",
        source="https://docs.stardog.com/developing/http-api",
        servers=("stardog",),
        paths=r":5820/[^/]+(?:/(?:query|update))?$",
    ),
    Profile(
        "qlever",
        "QLever",
        "http://localhost:7001",
        graph_store="",
        query="",
        update="",
        source="https://github.com/ad-freiburg/qlever/pull/2117",
        servers=("qlever",),
        note="Changes need its access token (KGEXPORT_STORE_TOKEN). PUT needs a release of June 2025 or later.",
    ),
    Profile(
        "neptune",
        "Amazon Neptune",
        "https://CLUSTER:8182/sparql",
        graph_store="/gsp/",
        query="",
        update="",
        source="https://docs.aws.amazon.com/neptune/latest/userguide/sparql-graph-store-protocol.html",
        paths=r"\.neptune\.amazonaws\.com(?:\.cn)?(?::\d+)?(?:/sparql(?:/gsp/?)?)?/?$",
        note="Clusters with IAM authentication want signed requests: go through a proxy that signs.",
    ),
    Profile(
        "graph-store",
        "a SPARQL 1.1 Graph Store endpoint",
        "https://HOST/PATH",
        graph_store="",
        query=None,
        update=None,
        source="https://www.w3.org/TR/sparql11-http-rdf-update/",
        note="The address is the endpoint itself.",
    ),
    Profile(
        "sparql-update",
        "a SPARQL 1.1 Update endpoint",
        "https://HOST/PATH",
        graph_store=None,
        query="",
        update="",
        source="https://www.w3.org/TR/sparql11-protocol/",
        note="The address is the endpoint itself; --query-url names that of queries where it is another.",
    ),
)
"""Every kind of store; what is detected by its address is looked for in this order."""


def by_name(name: str) -> Profile:
    """The profile of that name; raises UnknownNameError."""
    table = {profile.name: profile for profile in PROFILES}
    found = table.get(name.strip().lower())
    if found is None:
        raise UnknownNameError("store type", name, table)
    return found


def by_address(address: str) -> Profile | None:
    """The profile whose addresses alone look like this one."""
    return next((profile for profile in PROFILES if re.search(profile.paths, address)), None)


def by_server(header: str) -> Profile | None:
    """The profile by what a server says of itself in `Server`."""
    said = header.strip().lower()
    return next((profile for profile in PROFILES if profile.servers and said.startswith(profile.servers)), None)

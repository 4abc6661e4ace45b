"""Turns the schema.org terms of a graph from `http` to `https` and back; knows no syntax and no other vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode, Triple

from kgexport.errors import UnknownNameError
from kgexport.graph import ArticleGraph, Node

SCHEMES = ("http", "https")

# A term has neither path nor fragment: a page of schema.org that an article cites keeps its address.
_TERM = re.compile(r"https?://schema\.org/([A-Za-z][A-Za-z0-9]*)")


def with_schema_iri(graph: ArticleGraph, scheme: str) -> ArticleGraph:
    """The same graph with every schema.org term (class, property, member, datatype) written with `scheme`.

    Raises UnknownNameError for a scheme other than `http` and `https`.
    """
    if scheme not in SCHEMES:
        raise UnknownNameError("scheme of schema.org", scheme, SCHEMES)
    schema_iri = f"{scheme}://schema.org/"
    if graph.schema_iri == schema_iri:
        return graph
    sides = (_rewritten(side, schema_iri) for side in (graph.knowledge, graph.evidence))
    return ArticleGraph.of(graph.document, graph.evidence_name, *sides, schema_iri=schema_iri, base=graph.base)


def _rewritten(triples: Iterable[Triple], schema_iri: str) -> Iterator[Triple]:
    @cache
    def iri(node: NamedNode) -> NamedNode:
        term = _TERM.fullmatch(node.value)
        return NamedNode(schema_iri + term.group(1)) if term else node

    def object_(node: Node) -> Node:
        if isinstance(node, NamedNode):
            return iri(node)
        datatype = iri(node.datatype)
        return node if datatype == node.datatype else Literal(node.value, datatype=datatype)

    for subject, predicate, value in triples:
        yield Triple(iri(subject), iri(predicate), object_(value))

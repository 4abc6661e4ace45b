"""Turns terms of https://schema.org/ into those of http://schema.org/; judges nothing."""

from __future__ import annotations

from pyoxigraph import NamedNode, Triple

from kgexport.validate.facts import HTTPS_SCHEMA, Facts
from kgexport.vocabulary import RDF, SCHEMA


def in_http_facts(facts: Facts) -> Facts:
    """The same facts in http://schema.org/: to schema.org and to search engines, both spellings are one."""
    types = (value for _, value in facts.pairs(RDF["type"]) if isinstance(value, NamedNode))
    if any(term.value.startswith(HTTPS_SCHEMA) for term in (*facts.predicates(), *types)):
        return Facts(map(in_http, facts.triples))
    return facts


def in_http(triple: Triple) -> Triple:
    """The triple with terms of http://schema.org/ for those of https://schema.org/."""

    def changed(node: object) -> object:
        if isinstance(node, NamedNode) and node.value.startswith(HTTPS_SCHEMA):
            return NamedNode(SCHEMA.iri + node.value[len(HTTPS_SCHEMA) :])
        return node

    return Triple(triple.subject, changed(triple.predicate), changed(triple.object))  # type: ignore[arg-type]

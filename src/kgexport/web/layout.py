"""Lays triples out as one JSON-LD object in the official context, nested under the article; leaves nothing out.

Each thing is described once: where the article itself leads to it, or else where it is first met; all other places
refer to it by `@id`. What that context makes of a value follows "JSON-LD 1.1", section 4.2.3 (type coercion).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from kgexport.export.descriptions import Description, describe
from kgexport.graph import ArticleGraph, Node
from kgexport.vocabulary import RDF, SCHEMA, XSD
from kgexport.web.facts import ADDRESSES, CONTEXT, DATES

_SAFE_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
"""Below 2^53 and canonical: every processor reads the JSON number as the same xsd:integer."""


def laid_out(graph: ArticleGraph, triples: Iterable[Triple]) -> dict[str, Any]:
    """The object of an article's page; `triples` are some of the graph's, closed."""
    descriptions = {found.subject: found for found in describe(graph, triples)}
    return {"@context": CONTEXT, **_Nest(graph.article.value, descriptions).whole()}


class _Nest:
    def __init__(self, article: str, descriptions: dict[str, Description]) -> None:
        self._article = article
        self._waiting = dict(descriptions)
        self._held = self._led_to(article)

    def whole(self) -> dict[str, Any]:
        return self._thing(self._article) if self._article in self._waiting else {}

    def _led_to(self, subject: str) -> set[str]:
        """What the thing itself leads to: it is described there and not deeper down."""
        found = self._waiting.get(subject)
        values = [value for _, objects in found.properties for value in objects] if found else []
        return {value.value for value in values if isinstance(value, NamedNode)}

    def _thing(self, subject: str) -> dict[str, Any]:
        described = self._waiting.pop(subject)
        types = [iri.removeprefix(SCHEMA.iri) for iri in described.types]
        made: dict[str, Any] = {"@id": subject, "@type": _one_or_list(types)}
        for predicate, objects in described.properties:
            name = predicate.removeprefix(SCHEMA.iri)
            made[name] = _one_or_list([self._value(subject, name, value) for value in objects])
        return made

    def _value(self, subject: str, name: str, value: Node) -> Any:
        if isinstance(value, Literal):
            return _literal(name, value)
        if name in ADDRESSES:
            return value.value
        if value.value in self._waiting and (subject == self._article or value.value not in self._held):
            return self._thing(value.value)
        return {"@id": value.value}


def _literal(name: str, literal: Literal) -> Any:
    """A plain text or number where the context reads it as this literal, else one with its language or datatype."""
    value, datatype = literal.value, literal.datatype.value
    if literal.language is not None:
        return {"@language": literal.language, "@value": value}
    if datatype == XSD["string"].value or (name in DATES and datatype != RDF.iri + "langString"):
        return value
    if datatype == XSD["integer"].value and _SAFE_INTEGER.fullmatch(value):
        return int(value)
    return {"@type": f"xsd:{datatype.removeprefix(XSD.iri)}", "@value": value}


def _one_or_list(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values

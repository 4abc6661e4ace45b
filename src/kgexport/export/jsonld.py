"""Writes JSON-LD 1.1 with its own context, nested for reading; knows no schema.org rule and fetches nothing.

It parses to the graph that the Turtle holds. It is not escaped for a `<script>` element: see the profile for web pages.
"""

from __future__ import annotations

from pyoxigraph import Literal

from kgexport.export.base import merged
from kgexport.export.descriptions import Description, describe
from kgexport.export.json_text import Json, json_text
from kgexport.export.jsonld_context import Context
from kgexport.graph import ArticleGraph, Node
from kgexport.vocabulary import NIF

DEPTH = 8
"""Nodes are put into each other up to this depth; below it a reference must do, and the node stands elsewhere."""


_AT_THE_TOP = NIF["Context"].value
"""The text that all mentions refer to would hide in the first of them."""


class JsonLdExporter:
    """One graph: the article with everything in it; what it does not lead to stands beside it in `@graph`."""

    def export(self, graph: ArticleGraph, evidence: bool) -> bytes:
        """JSON-LD as UTF-8; evidence among the knowledge."""
        descriptions = describe(graph, merged(graph, evidence))
        context = Context(graph, descriptions)
        roots = _Nest(descriptions, context).roots()
        body: dict[str, Json] = roots[0] if len(roots) == 1 else {"@graph": list[Json](roots)}
        return f"{json_text({'@context': context.as_json(), **body})}\n".encode()


class _Nest:
    """Puts each node where it is first met, depth first, and a reference wherever it is met again."""

    def __init__(self, descriptions: tuple[Description, ...], context: Context) -> None:
        self._waiting = {description.subject: description for description in descriptions}
        self._context = context

    def roots(self) -> list[dict[str, Json]]:
        """The article, then what was not reached from those before."""
        return [self._node(subject, 1) for subject in list(self._waiting) if subject in self._waiting]

    def _node(self, subject: str, depth: int) -> dict[str, Json]:
        description = self._waiting.pop(subject)
        node: dict[str, Json] = {"@id": self._context.id(subject)}
        if description.types:
            node["@type"] = _one_or_list([self._context.type(iri) for iri in description.types])
        for predicate, objects in description.properties:
            key = self._context.key(predicate)
            node[key] = _one_or_list([self._value(predicate, object_, depth) for object_ in objects])
        return node

    def _value(self, predicate: str, value: Node, depth: int) -> Json:
        if isinstance(value, Literal) or depth == DEPTH or not self._may_nest(value.value):
            return self._context.value(predicate, value)
        return self._node(value.value, depth + 1)

    def _may_nest(self, subject: str) -> bool:
        description = self._waiting.get(subject)
        return description is not None and _AT_THE_TOP not in description.types


def _one_or_list(values: list[Json]) -> Json:
    return values[0] if len(values) == 1 else values

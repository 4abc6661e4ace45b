"""Makes the inline context of one JSON-LD file and spells IRIs and literals by it; knows no nesting.

Rules: "JSON-LD 1.1", sections 4.1 to 4.3. A word that is also the scheme of an IRI of the graph (`geo`, `geo:41,19`)
is not defined, since processors could take that IRI for a compact one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from kgexport.export.descriptions import Description
from kgexport.export.json_text import Json
from kgexport.export.names import ENTITY_PREFIX, Names
from kgexport.graph import ArticleGraph, Node
from kgexport.vocabulary import PREFIXES, RDF, XSD

DOCUMENT_PREFIX = "doc"
"""Stands for `D#`, as the empty prefix does in Turtle."""

_IN_FULL = frozenset({"wd"})  # links to other people's data: a reader who sees only JSON can follow them
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_LANG_STRING = RDF.iri + "langString"
_STRING = XSD["string"].value
_INTEGER = XSD["integer"].value
_BOOLEAN = XSD["boolean"].value
_SAFE_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
"""Below 2^53 and canonical: every processor reads the JSON number as the same xsd:integer."""


class Context:
    """The words of one file; remembers which were used."""

    def __init__(self, graph: ArticleGraph, descriptions: Iterable[Description]) -> None:
        descriptions = tuple(descriptions)
        schemes = frozenset(_schemes(descriptions))
        self._names = Names(graph, DOCUMENT_PREFIX, leave_out=schemes | _IN_FULL)
        self._schema = graph.schema_iri
        self._not_terms = schemes | {*PREFIXES, DOCUMENT_PREFIX, ENTITY_PREFIX}
        self._kinds = _kinds(descriptions)
        self._coercions: dict[str, str | None] = {}
        self._keys: dict[str, str] = {}
        self._defined: dict[str, Json] = {}

    def as_json(self) -> dict[str, Json]:
        """The value of `@context`: the prefixes, then the terms."""
        terms = {term: self._defined[term] for term in sorted(self._defined)}
        return {**dict(self._names.used()), **terms}

    def id(self, iri: str) -> str:
        """An IRI as the value of `@id` or of a property that is coerced to IRIs."""
        short = self._names.split(iri)
        return f"{short[0]}:{short[1]}" if short else iri

    def type(self, iri: str) -> str:
        """A class."""
        term = self._term(iri)
        if term is None:
            return self.id(iri)
        self._defined.setdefault(term, self.id(iri))
        return term

    def key(self, predicate: str) -> str:
        """A property; its definition says how its plain values are to be read."""
        key = self._keys.get(predicate)
        if key is None:
            key = self._keys[predicate] = self._term(predicate) or self.id(predicate)
            self._define(key, predicate)
        return key

    def value(self, predicate: str, node: Node) -> Json:
        """A literal, or a reference to a node; `key(predicate)` must have been asked for."""
        coercion = self._coercions[predicate]
        if isinstance(node, NamedNode):
            return self.id(node.value) if coercion == "@id" else {"@id": self.id(node.value)}
        if coercion is not None:
            return node.value
        return self._literal(node)

    def _literal(self, literal: Literal) -> Json:
        value, datatype = literal.value, literal.datatype.value
        if literal.language is not None:
            return {"@language": literal.language, "@value": value}
        if datatype == _STRING:
            return value
        if _is_native(literal):
            return value == "true" if datatype == _BOOLEAN else int(value)
        return {"@type": self.id(datatype), "@value": value}

    def _term(self, iri: str) -> str | None:
        """The word for a schema.org class or property, if it may have one."""
        local = iri.removeprefix(self._schema)
        return local if local != iri and _WORD.fullmatch(local) and local not in self._not_terms else None

    def _define(self, key: str, predicate: str) -> None:
        """Note the coercion of a property; a key that is a full IRI gets none, as processors differ there."""
        coercion = self._kinds[predicate] if key != predicate else None
        self._coercions[predicate] = coercion
        if coercion is not None:
            kind = coercion if coercion == "@id" else self.id(coercion)
            self._defined[key] = {"@type": kind} if ":" in key else {"@id": self.id(predicate), "@type": kind}
        elif ":" not in key:
            self._defined.setdefault(key, self.id(predicate))


def _kinds(descriptions: Iterable[Description]) -> dict[str, str | None]:
    """What all values of a property are: `@id`, a datatype, or None where they differ or need no coercion."""
    nodes: dict[str, list[Node]] = {}
    for description in descriptions:
        for predicate, objects in description.properties:
            nodes.setdefault(predicate, []).extend(objects)
    return {predicate: _kind(objects) for predicate, objects in nodes.items()}


def _kind(objects: list[Node]) -> str | None:
    kinds = {"@id" if isinstance(node, NamedNode) else node.datatype.value for node in objects}
    if len(kinds) > 1 or kinds & {_STRING, _LANG_STRING}:
        return None
    if all(isinstance(node, Literal) and _is_native(node) for node in objects):
        return None
    return kinds.pop()


def _is_native(literal: Literal) -> bool:
    datatype = literal.datatype.value
    if datatype == _BOOLEAN:
        return literal.value in ("true", "false")
    return datatype == _INTEGER and _SAFE_INTEGER.fullmatch(literal.value) is not None


def _schemes(descriptions: Iterable[Description]) -> Iterable[str]:
    for description in descriptions:
        yield description.subject.partition(":")[0]
        for iri in description.types:
            yield iri.partition(":")[0]
        for predicate, objects in description.properties:
            yield predicate.partition(":")[0]
            for node in objects:
                iri = node.value if isinstance(node, NamedNode) else node.datatype.value
                yield iri.partition(":")[0]

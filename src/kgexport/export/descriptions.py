"""Gathers triples into descriptions, one a subject, in reading order; knows no syntax."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from kgexport.export.reading_order import ReadingOrder, natural
from kgexport.graph import ArticleGraph, Node
from kgexport.vocabulary import RDF

_TYPE = RDF["type"].value


@dataclass(frozen=True, slots=True)
class Description:
    """Everything said about one subject."""

    subject: str
    types: tuple[str, ...]
    """IRIs of its classes."""
    properties: tuple[tuple[str, tuple[Node, ...]], ...]
    """IRI of each property with its values; the classes are not among them."""


def describe(graph: ArticleGraph, triples: Iterable[Triple]) -> tuple[Description, ...]:
    """Descriptions of the subjects of `triples`, the article first, then by the table of reading order, then by IRI.

    `triples` are some or all of the graph's; a subject's place follows from its classes in the whole graph.
    """
    order = ReadingOrder(graph.schema_iri)
    subjects = _gather(triples)
    classes = _classes(graph)
    article = graph.article.value

    def place(subject: str) -> tuple[bool, int, tuple[tuple[str | int, ...], str]]:
        return subject != article, order.subject(classes.get(subject, ())), natural(subject)

    return tuple(_description(subject, subjects[subject], order) for subject in sorted(subjects, key=place))


def _gather(triples: Iterable[Triple]) -> dict[str, dict[str, list[Node]]]:
    subjects: dict[str, dict[str, list[Node]]] = {}
    for subject, predicate, object_ in triples:
        if isinstance(subject, NamedNode) and isinstance(object_, NamedNode | Literal):
            subjects.setdefault(subject.value, {}).setdefault(predicate.value, []).append(object_)
    return subjects


def _classes(graph: ArticleGraph) -> dict[str, tuple[str, ...]]:
    classes: dict[str, tuple[str, ...]] = {}
    for triples in (graph.knowledge, graph.evidence):
        for triple in triples:
            if triple.predicate == RDF["type"] and isinstance(triple.object, NamedNode):
                subject = str(triple.subject)[1:-1]
                classes[subject] = (*classes.get(subject, ()), triple.object.value)
    return classes


def _description(subject: str, values: dict[str, list[Node]], order: ReadingOrder) -> Description:
    types = [node.value for node in values.get(_TYPE, ()) if isinstance(node, NamedNode)]
    properties = []
    for predicate in sorted(values, key=order.predicate):
        objects = values[predicate]
        if predicate == _TYPE:  # a literal as a class is nonsense, but a graph may say it, and nothing is dropped
            objects = [node for node in objects if isinstance(node, Literal)]
        if objects:
            properties.append((predicate, tuple(_sorted(objects))))
    return Description(subject, tuple(sorted(types, key=order.type)), tuple(properties))


def _sorted(objects: list[Node]) -> list[Node]:
    """Literals first, as N-Triples; then IRIs with their numbers as numbers."""
    if len(objects) == 1:
        return objects
    return sorted(objects, key=lambda node: (isinstance(node, NamedNode), *_object_key(node)))


def _object_key(node: Node) -> tuple[tuple[str | int, ...], str]:
    return natural(node.value) if isinstance(node, NamedNode) else ((), str(node))

"""Writes Turtle and TriG to be read and to be compared line by line; knows nothing of articles but their reading order.

Each property has a line of its own that ends in `;`, and the closing `.` has one: a change touches its own line only.
Grammar: "RDF 1.1 Turtle" and "RDF 1.1 TriG".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from kgexport.export.base import merged, written
from kgexport.export.descriptions import Description, describe
from kgexport.export.names import Names
from kgexport.export.turtle_terms import Terms
from kgexport.graph import ArticleGraph

INDENT = "    "
WIDTH = 120
"""Several objects of one property share a line up to this many characters."""


class TurtleExporter:
    """One graph: the knowledge, with the evidence among it where asked for."""

    def export(self, graph: ArticleGraph, evidence: bool) -> bytes:
        """Turtle; the article first, only the prefixes that are used."""
        names = Names(graph, document_prefix="")
        return _file(names, _blocks(graph, merged(graph, evidence), Terms(names), margin=""))


class TrigExporter:
    """Two named graphs: the knowledge in D, then the evidence in `D#evidence`."""

    def export(self, graph: ArticleGraph, evidence: bool) -> bytes:
        """TriG; what stands between the braces is written as in Turtle."""
        names = Names(graph, document_prefix="")
        terms = Terms(names)
        sides = [(graph.document, written(graph.knowledge))]
        if evidence:
            sides.append((graph.evidence_name, written(graph.evidence)))
        return _file(names, [_named(graph, name, triples, terms) for name, triples in sides if triples])


def _file(names: Names, blocks: Iterable[str]) -> bytes:
    body = list(blocks)  # written first, since it tells which prefixes are used
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in names.used())
    return "\n".join([prefixes, *body] if prefixes else body).encode()


def _named(graph: ArticleGraph, name: NamedNode, triples: Iterable[Triple], terms: Terms) -> str:
    blocks = "\n".join(_blocks(graph, triples, terms, margin=INDENT))
    return f"{terms.iri(name.value)} {{\n{blocks}}}\n"


def _blocks(graph: ArticleGraph, triples: Iterable[Triple], terms: Terms, margin: str) -> Iterator[str]:
    for description in describe(graph, triples):
        yield _block(description, terms, margin)


def _block(description: Description, terms: Terms, margin: str) -> str:
    """`subject a class ;`, a line for each property, and a line with the full stop."""
    lists = [
        (terms.iri(predicate), [terms.term(node) for node in nodes]) for predicate, nodes in description.properties
    ]
    if description.types:
        lists.insert(0, ("a", [terms.iri(iri) for iri in description.types]))
    lines = "".join(f"{margin}{INDENT}{_list(predicate, objects, margin)} ;\n" for predicate, objects in lists)
    return f"{margin}{terms.iri(description.subject)}{lines[len(margin) + len(INDENT) - 1 :]}{margin}.\n"


def _list(predicate: str, objects: list[str], margin: str) -> str:
    """The property with its objects, on one line if they fit, else a line for each."""
    line = f"{predicate} {', '.join(objects)}"
    if len(objects) == 1 or (len(margin + INDENT + line) <= WIDTH and "\n" not in line):
        return line
    separator = f"\n{margin}{INDENT * 2}"
    return predicate + separator + f",{separator}".join(objects)

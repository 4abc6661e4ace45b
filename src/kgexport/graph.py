"""The graph that the mapping makes and the exporters write: triples of knowledge, and of evidence beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kgexport.vocabulary import SCHEMA

Node = NamedNode | Literal


@dataclass(frozen=True)
class ArticleGraph:
    """One article's graph: no blank nodes, triples sorted and unique.

    Exporters may rely on it: `knowledge` and `evidence` are each sorted by subject, predicate, object (as N-Triples).
    """

    document: NamedNode
    """D, the document IRI: the name of the graph of knowledge."""
    evidence_name: NamedNode
    """`D#evidence`: the name of the graph of evidence."""
    knowledge: tuple[Triple, ...]
    evidence: tuple[Triple, ...]
    schema_iri: str = SCHEMA.iri
    """`http://schema.org/`, or `https://schema.org/` where the user asked for it."""
    base: str = field(default="https://kgexport.example/", compare=False)
    """The base that entity IRIs were minted with: for prefixes only."""

    @classmethod
    def of(
        cls,
        document: NamedNode,
        evidence_name: NamedNode,
        knowledge: Iterable[Triple],
        evidence: Iterable[Triple],
        **settings: str,
    ) -> ArticleGraph:
        """Sort, drop what comes twice, and check that there is no blank node (raises ValueError)."""
        sides = [sorted(set(triples), key=str) for triples in (knowledge, evidence)]
        for triple in (*sides[0], *sides[1]):
            if not isinstance(triple.subject, NamedNode) or not isinstance(triple.object, Node):
                raise ValueError(f"only IRIs and literals may stand in a graph: {triple}")
        return cls(document, evidence_name, tuple(sides[0]), tuple(sides[1]), **settings)

    @property
    def article(self) -> NamedNode:
        """`D#article`, the node of the article."""
        return NamedNode(self.document.value + "#article")

    def quads(self, evidence: bool = True) -> Iterator[Quad]:
        """All triples in their named graphs; those of evidence last, or not at all."""
        for triple in self.knowledge:
            yield Quad(triple.subject, triple.predicate, triple.object, self.document)
        if evidence:
            for triple in self.evidence:
                yield Quad(triple.subject, triple.predicate, triple.object, self.evidence_name)

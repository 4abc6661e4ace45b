"""Facts as text for engines that take nothing else, as brief as possible; knows no engine."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from kgexport.validate.facts import Facts
from kgexport.validate.shapes import SH_IRI
from kgexport.vocabulary import PREFIXES

_LABEL, _SHAPE, _VALUES = (NamedNode("urn:x-kgexport:" + name) for name in ("label", "labelShape", "labelValue"))
LABEL_PATH, LABEL_SHAPE_NAME = str(_LABEL), str(_VALUES)
LABEL_SHAPE = (
    Triple(_SHAPE, NamedNode(SH_IRI + "targetSubjectsOf"), _LABEL),
    Triple(_SHAPE, NamedNode(SH_IRI + "property"), _VALUES),
    Triple(_VALUES, NamedNode(SH_IRI + "path"), _LABEL),
    Triple(_VALUES, NamedNode(SH_IRI + "nodeKind"), NamedNode(SH_IRI + "IRI")),
)
"""A shape that finds fault with every label: engines rename blank nodes, and its results say which is which."""

_SAMPLES = 16


def written(facts: Facts) -> str:
    """The triples in Turtle, lexical forms as they are; each blank node also says its label, for LABEL_SHAPE."""
    text = _turtle(facts.triples, facts)
    if "_:" not in text or not facts.has_blank_nodes:
        return text
    blank = {term for row in facts.rows() for term in row if isinstance(term, BlankNode)}
    labels = (Triple(node, _LABEL, Literal(node.value)) for node in sorted(blank, key=str))
    return _turtle((*facts.triples, *labels), facts)


def _turtle(triples: Iterable[Triple], facts: Facts) -> str:
    text = serialize(triples, format=RdfFormat.TURTLE, prefixes=_prefixes(facts.triples))
    assert text is not None  # which it is where no file is named
    return text.decode()


def _prefixes(triples: tuple[Triple, ...]) -> dict[str, str]:
    """Prefixes of the vocabularies, and of the documents that some of the triples are about: texts get far shorter."""
    documents: dict[str, None] = {}
    for triple in triples[:: max(1, len(triples) // _SAMPLES)]:
        if isinstance(triple.subject, NamedNode):
            start, hash_sign, _ = triple.subject.value.partition("#")
            documents[start + hash_sign if hash_sign else start.rpartition("/")[0] + "/"] = None
    whole = [start for start in documents if ":" in start]
    return {**PREFIXES, **{f"d{number}": start for number, start in enumerate(whole)}}

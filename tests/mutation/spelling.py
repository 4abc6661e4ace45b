"""Defects of names: misspelt terms, other spellings of a namespace, nodes without a name; a table at the end."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from pyoxigraph import BlankNode, NamedNode

from kgexport.validate.facts import Facts, Term
from kgexport.vocabulary import EVENT_TYPES_IRI, KGX, NIF, RDF, SCHEMA
from tests.mutation.edit import Edit, Find, Said, replaced, rows

_OURS = (SCHEMA.iri, KGX.iri)


def _misspelt(name: str, chance: Random) -> str:
    """One slip of the finger: a letter left out, typed twice, or exchanged with the next."""
    at = chance.randrange(1, len(name) - 1)
    left, letter, right = name[:at], name[at], name[at + 1 :]
    slips = [left + right, left + 2 * letter + right, left + right[0] + letter + right[1:]]
    return next(slip for slip in chance.sample(slips, 3) if slip != name)


def _properties(facts: Facts) -> Iterator[Said]:
    return (Said(*row) for row in facts.rows() if row[1].value.startswith(_OURS))


def _renamed(triple: Said, iri: str) -> Edit:
    return Edit("renamed", (triple,), (Said(triple.subject, NamedNode(iri), triple.object),))


def misspelt_property(facts: Facts, chance: Random) -> Iterator[Edit]:
    """schema:headlne."""
    for triple in _properties(facts):
        space = next(iri for iri in _OURS if triple.predicate.value.startswith(iri))
        yield _renamed(triple, space + _misspelt(triple.predicate.value[len(space) :], chance))


def misspelt_class(facts: Facts, chance: Random) -> Iterator[Edit]:
    """schema:Persn."""
    for _, triple in rows(facts, "rdf:type"):
        if isinstance(triple.object, NamedNode) and triple.object.value.startswith(SCHEMA.iri):
            name = _misspelt(triple.object.value[len(SCHEMA.iri) :], chance)
            yield replaced(triple, NamedNode(SCHEMA.iri + name), "misspelt class")


def misspelt_event_type(facts: Facts, chance: Random) -> Iterator[Edit]:
    """An event type that the scheme does not have."""
    for _, triple in rows(facts, "schema:additionalType"):
        if isinstance(triple.object, NamedNode):
            name = _misspelt(triple.object.value[len(EVENT_TYPES_IRI) :], chance)
            yield replaced(triple, NamedNode(EVENT_TYPES_IRI + name), "no such event type")


def https(facts: Facts, chance: Random) -> Iterator[Edit]:
    """https://schema.org/ for http://schema.org/, in a property, a class or a status."""
    for triple in _properties(facts):
        if triple.predicate.value.startswith(SCHEMA.iri):
            yield _renamed(triple, triple.predicate.value.replace("http:", "https:"))
    for _, triple in rows(facts, "rdf:type", "schema:actionStatus"):
        if isinstance(triple.object, NamedNode) and triple.object.value.startswith(SCHEMA.iri):
            yield replaced(triple, NamedNode(triple.object.value.replace("http:", "https:")), "https")


def other_namespace(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A namespace that is almost right."""
    for subject, predicate, value in facts.rows():
        triple = Said(subject, predicate, value)
        iri = predicate.value
        if iri.startswith(SCHEMA.iri):
            yield _renamed(triple, iri.replace("http://", "http://www."))
        elif iri.startswith((KGX.iri, "https://")):
            yield _renamed(triple, iri.replace("https://", "http://"))
        elif iri.startswith(NIF.iri):
            yield _renamed(triple, iri.replace("http://", "https://"))
        elif predicate != RDF["type"]:
            yield _renamed(triple, iri.replace("#", "/"))


def blank_node(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A thing that has lost its IRI, in all of its triples."""
    around: dict[Term, list[Said]] = {}
    for said in (Said(*row) for row in facts.rows()):
        for node in {said.subject, said.object}:
            around.setdefault(node, []).append(said)
    for thing in sorted(facts.typed, key=str):
        had = around[thing]
        blank = BlankNode("x")
        new = (Said(blank if s == thing else s, p, blank if o == thing else o) for s, p, o in had)
        yield Edit("no IRI", tuple(had), tuple(new))


SPELLING: dict[str, Find] = {
    "misspelt property": misspelt_property,
    "misspelt class": misspelt_class,
    "unknown event type": misspelt_event_type,
    "https for http": https,
    "namespace almost right": other_namespace,
    "blank node": blank_node,
}

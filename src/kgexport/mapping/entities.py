"""Persons, places, organisations, products and concepts, with the relations that the text states between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pyoxigraph import NamedNode

from kgexport.graph import Node
from kgexport.mapping import terms
from kgexport.mapping.classes import ANYTHING, DOMAIN_AND_RANGE, Family
from kgexport.mapping.context import Context
from kgexport.mapping.rule import Rule, ThingTable, Value
from kgexport.model import Entity

_ATTRIBUTES: dict[str, frozenset[Family]] = {
    "jobTitle": frozenset({Family.PERSON}),
    "description": ANYTHING,
    "award": frozenset({Family.PERSON, Family.ORGANIZATION, Family.WORK, Family.PRODUCT}),
}
"""Texts that are said of entities -> families of what schema.org lets them be said of."""


def _alternate_names(entity: Entity, context: Context) -> Iterator[Node]:
    yield from (terms.text(name) for name in entity.alternate_names if name != entity.name)


def _same_as(entity: Entity, context: Context) -> Iterator[Node]:
    if entity.identity:
        yield from map(NamedNode, entity.identity.same_as)


def _identifier(entity: Entity, context: Context) -> Iterator[Node]:
    if entity.identity and entity.identity.iso3166:
        yield terms.text(entity.identity.iso3166)


def _geo_iri(entity: Entity, context: Context) -> NamedNode:
    return NamedNode(context.iri(entity.key).value + ("-geo" if entity.identity is None else "#geo"))


def _has_geo(entity: Entity) -> bool:
    return entity.identity is not None and entity.identity.latitude is not None


def _attribute(name: str) -> Callable[[Entity, Context], Iterator[Value]]:
    def values(entity: Entity, context: Context) -> Iterator[Value]:
        fits = context.families(entity.key) & _ATTRIBUTES[name]
        for attribute in context.attributes_of.get((entity.key, name), ()) if fits else ():
            yield Value(terms.text(attribute.value), attribute.mentions)

    return values


def _relation(name: str) -> Callable[[Entity, Context], Iterator[Value]]:
    domain, span = DOMAIN_AND_RANGE[name]

    def values(entity: Entity, context: Context) -> Iterator[Value]:
        for relation in context.relations_of.get((entity.key, name), ()):
            fits = context.families(relation.subject) & domain and context.families(relation.object) & span
            if fits and relation.object != entity.key:
                yield Value(context.iri(relation.object), relation.mentions)

    return values


def _measures(entity: Entity, context: Context) -> Iterator[Value]:
    for number, measure in context.measures_of.get(entity.key, ()):
        yield Value(context.property_iri(number), context.mentions_of(measure.quantity))


def _funding(entity: Entity, context: Context) -> Iterator[Value]:
    for funding in context.fundings_of.get(entity.key, ()):
        yield Value(context.iri(funding.key), funding.mentions)


ENTITY_TABLE: ThingTable[Entity] = ThingTable(
    layer=lambda context: context.annotations.entities,
    subject=lambda entity, context: context.iri(entity.key),
    types=lambda entity, context: context.types(entity),
    rules=(
        Rule("name", lambda e, c: [terms.text(e.name)]),
        Rule("alternateName", _alternate_names),
        Rule("identifier", _identifier),
        Rule("sameAs", _same_as),
        Rule("geo", lambda e, c: [_geo_iri(e, c)] if _has_geo(e) else []),
        Rule("additionalProperty", _measures),
        Rule("funding", _funding),
        *(Rule[Entity](name, _attribute(name)) for name in _ATTRIBUTES),
        *(Rule[Entity](name, _relation(name)) for name in DOMAIN_AND_RANGE),
    ),
    mentions=lambda entity, context: entity.mentions,
)


def _located(context: Context) -> list[Entity]:
    return [entity for entity in context.annotations.entities if _has_geo(entity)]


def _coordinate(name: str) -> Callable[[Entity, Context], Iterator[Node]]:
    def values(entity: Entity, context: Context) -> Iterator[Node]:
        value = getattr(entity.identity, name)
        if value is not None:
            yield terms.decimal(value)

    return values


GEO_TABLE: ThingTable[Entity] = ThingTable(
    layer=_located,
    subject=_geo_iri,
    types=lambda entity, context: ["GeoCoordinates"],
    rules=tuple(Rule[Entity](name, _coordinate(name)) for name in ("latitude", "longitude")),
    mentions=lambda entity, context: (),
)

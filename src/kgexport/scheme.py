"""The scheme of event types (`ontology/event-types.ttl`), read once a process; knows no trigger and no article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from kgexport.errors import UnknownNameError
from kgexport.resources import path
from kgexport.vocabulary import EVENT_TYPES_IRI, PLOVER_IRI, RDF, SCHEMA, SKOS


@dataclass(frozen=True, slots=True)
class EventType:
    """A concept of the scheme."""

    name: str
    """Local name of its IRI: `arms-transfer`."""
    label: str
    """What people call it."""
    action: str
    """The schema.org Action class it maps to (its own, else that of the broader concept, else `Action`)."""
    broader: str | None
    """Local name of the concept above it."""
    plover: tuple[str, ...]
    """PLOVER names it matches, its own or those of the broader concept."""


class Scheme:
    """Event types by local name."""

    def __init__(self, types: dict[str, EventType]) -> None:
        self.types = types

    def __getitem__(self, name: str) -> EventType:
        """The type of that name; raises UnknownNameError."""
        try:
            return self.types[name]
        except KeyError:
            raise UnknownNameError("event type", name, self.types) from None

    def action(self, name: str) -> str:
        """The schema.org Action class of an event type."""
        return self[name].action


@cache
def load_scheme() -> Scheme:
    """The scheme that travels with the package."""
    store = Store()
    store.load(path=str(path("ontology", "event-types.ttl")), format=RdfFormat.TURTLE)
    names = {
        quad.subject.value: quad.subject.value.removeprefix(EVENT_TYPES_IRI)
        for quad in store.quads_for_pattern(None, RDF["type"], SKOS["Concept"])
        if isinstance(quad.subject, NamedNode)
    }
    return Scheme({name: _event_type(store, iri, name) for iri, name in sorted(names.items())})


def _values(store: Store, iri: str, *properties: str) -> list[str]:
    quads = [quad for name in properties for quad in store.quads_for_pattern(NamedNode(iri), SKOS[name], None)]
    return sorted(quad.object.value for quad in quads if isinstance(quad.object, NamedNode | Literal))


def _chain(store: Store, iri: str) -> list[str]:
    """The concept and those above it, nearest first."""
    chain = [iri]
    while (above := _values(store, chain[-1], "broader")) and above[0] not in chain:
        chain.append(above[0])
    return chain


def _event_type(store: Store, iri: str, name: str) -> EventType:
    chain = _chain(store, iri)
    matches = [_values(store, each, "closeMatch", "exactMatch", "broadMatch", "relatedMatch") for each in chain]
    actions = [[m.removeprefix(SCHEMA.iri) for m in some if m.startswith(SCHEMA.iri)] for some in matches]
    plover = [[m.removeprefix(PLOVER_IRI) for m in some if m.startswith(PLOVER_IRI)] for some in matches]
    return EventType(
        name=name,
        label=next(iter(_values(store, iri, "prefLabel")), name),
        action=next((some[0] for some in actions if some), "Action"),
        broader=chain[1].removeprefix(EVENT_TYPES_IRI) if len(chain) > 1 else None,
        plover=tuple(next((some for some in plover if some), [])),
    )

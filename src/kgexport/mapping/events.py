"""Events: what happened, who took part, when, where, and how sure the text is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pyoxigraph import NamedNode

from kgexport.mapping import terms
from kgexport.mapping.classes import ACTIONS_WITH_RECIPIENT, AGENTS, Family
from kgexport.mapping.context import Context
from kgexport.mapping.rule import Rule, ThingTable, Value
from kgexport.model import Event, Role, RoleName, TimePrecision, TimeValue
from kgexport.scheme import load_scheme
from kgexport.vocabulary import EVENT_TYPES_IRI, KGX, SCHEMA

_CALENDAR = {TimePrecision.YEAR, TimePrecision.MONTH, TimePrecision.DAY, TimePrecision.INSTANT}
"""The precisions that name a place in the calendar; a duration or a day without a year is no start."""


def _types(event: Event, context: Context) -> list[str]:
    return ["Event", load_scheme().action(event.type)]


def _property(role: Role, event: Event, context: Context) -> str | None:
    """The property that carries a role inside its schema.org domain and range; None where none does."""
    found = context.families(role.filler)
    if role.name is RoleName.RECIPIENT and load_scheme().action(event.type) not in ACTIONS_WITH_RECIPIENT:
        return "participant" if found & AGENTS else "object"
    if role.name is RoleName.LOCATION:
        # a court in which something is decided, a person to whom somebody goes: no places
        return "location" if Family.PLACE in found else "participant" if found & AGENTS else None
    if role.name in (RoleName.AGENT, RoleName.RECIPIENT, RoleName.PARTICIPANT) and not found & AGENTS:
        return "object" if role.name is not RoleName.AGENT else None
    return role.name.value


def _roles(name: str) -> Callable[[Event, Context], Iterator[Value]]:
    def values(event: Event, context: Context) -> Iterator[Value]:
        for role in event.roles:
            if role.filler != event.key and _property(role, event, context) == name:
                yield Value(context.iri(role.filler), (role.mention,))

    return values


def _moment(which: str) -> Callable[[Event, Context], Iterator[Value]]:
    def values(event: Event, context: Context) -> Iterator[Value]:
        value: TimeValue | None = getattr(event, which)
        if value is not None and value.precision in _CALENDAR:
            yield Value(terms.moment(value), tuple(context.times[key].mention for key in event.times))

    return values


def _values_of(kind: str) -> Callable[[Event, Context], Iterator[Value]]:
    def values(event: Event, context: Context) -> Iterator[Value]:
        for key in event.amounts:
            if key in getattr(context, kind):
                yield Value(context.iri(key), context.mentions_of(key))

    return values


def _super_event(event: Event, context: Context) -> Iterator[Value]:
    """What it is a part of; the words are those of the two that stand nearest to each other."""
    whole = context.events.get(event.super_event or "")
    if whole is not None and whole is not event:
        pairs = ((own, other) for own in event.mentions for other in whole.mentions)
        nearest = min(pairs, key=lambda pair: (abs(pair[0].span.begin - pair[1].span.begin), pair[0].span))
        yield Value(context.iri(whole.key), nearest)


def _stated_in(event: Event, context: Context) -> Iterator[Value]:
    """The claims and quotations of an event that the article does not tell in its own voice as well."""
    spans = [mention.span for key in event.claims for mention in context.stated[key].mentions]
    if all(any(span.covers(mention.span) for span in spans) for mention in event.mentions):
        yield from (Value(context.iri(key), context.cue_of(key)) for key in event.claims)


def _said(event: Event, context: Context) -> Iterator[Value]:
    """What comes of an act of speech: the claims and quotations."""
    yield from (Value(context.iri(key), context.cue_of(key)) for key in event.said)


def _funding(event: Event, context: Context) -> Iterator[Value]:
    for funding in context.fundings_of.get(event.key, ()):
        yield Value(context.iri(funding.key), funding.mentions)


EVENT_TABLE: ThingTable[Event] = ThingTable(
    layer=lambda context: context.annotations.events,
    subject=lambda event, context: context.iri(event.key),
    types=_types,
    rules=(
        Rule("name", lambda e, c: [terms.text(e.name)]),
        Rule("description", lambda e, c: [terms.text(c.words(e.description))]),
        Rule("additionalType", lambda e, c: [NamedNode(EVENT_TYPES_IRI + e.type)]),
        Rule("startDate", _moment("start")),
        Rule("endDate", _moment("end")),
        *(Rule[Event](role.value, _roles(role.value)) for role in RoleName),
        Rule("actionStatus", lambda e, c: [SCHEMA[e.status.value]]),
        Rule("result", _said),
        Rule("superEvent", _super_event),
        Rule("funding", _funding),
        Rule("polarity", lambda e, c: [terms.text(e.polarity.value)], KGX),
        Rule("modality", lambda e, c: [terms.text(e.modality.value)], KGX),
        Rule("amount", _values_of("amounts"), KGX),
        Rule("quantity", _values_of("quantities"), KGX),
        Rule("statedIn", _stated_in, KGX),
    ),
    mentions=lambda event, context: event.mentions,
)

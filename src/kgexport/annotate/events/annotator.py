"""Adds the events and fundings of an article; knows the order of the steps only."""

from __future__ import annotations

from collections.abc import Iterable

from kgexport.annotate.entities.nominals import merged as merged_entities
from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.drafts import drafts_of
from kgexport.annotate.events.fillers import Fillers
from kgexport.annotate.events.funding import fundings
from kgexport.annotate.events.main_events import main_events
from kgexport.annotate.events.merging import Merged, merge
from kgexport.annotate.events.naming import name_of
from kgexport.annotate.events.reading import Reading
from kgexport.model import Annotations, Entity, Event, Role, RoleName

_ATTENDED = {"press-conference", "meeting", "conference", "negotiation", "phone-call"}
_HELD = {"press-conference"}


class EventAnnotator:
    """Adds events, fundings, and the entities of noun phrases that events need."""

    def annotate(self, so_far: Annotations) -> Annotations:
        """Take sentences, entities, times, amounts and claims; raises InputError where a table is damaged."""
        reading = Reading(so_far)
        fillers = Fillers(reading)
        drafts = [draft for sentence in so_far.sentences for draft in drafts_of(sentence, reading, fillers)]
        _share_occasions(drafts)
        events = merge(drafts, reading)
        entities = merged_entities([*so_far.entities, *_used(fillers.made, events)])
        by_key = {entity.key: entity for entity in entities}
        keyed = [(f"event:{event.drafts[0].trigger.head.span.begin}", event) for event in events]
        made = _events(keyed, by_key, reading)
        return so_far.replacing(entities=entities).adding(events=made, fundings=fundings(keyed))


def _used(made: Iterable[Entity], events: list[Merged]) -> list[Entity]:
    keys = {role.filler for event in events for role in event.roles}
    return [entity for entity in made if entity.key in keys]


def _share_occasions(drafts: list[Draft]) -> None:
    """Who does something at a press conference takes part in it; a visitor takes part in what the visit includes."""
    for draft in drafts:
        occasion = draft.occasion
        if occasion and occasion.type in _ATTENDED:
            name = RoleName.AGENT if occasion.type in _HELD else RoleName.PARTICIPANT
            _inherit(draft, occasion, name)
        if draft.whole and not draft.role(RoleName.AGENT):
            _inherit(draft.whole, draft, RoleName.PARTICIPANT)


def _inherit(giver: Draft, taker: Draft, name: RoleName) -> None:
    known = set(taker.role(*RoleName))
    for role in list(giver.roles):
        if role.name is RoleName.AGENT and role.filler not in known:
            taker.roles.append(Role(name, role.filler, role.mention))


def _events(keyed: list[tuple[str, Merged]], entities: dict[str, Entity], reading: Reading) -> list[Event]:
    keys = {id(draft): key for key, event in keyed for draft in event.drafts}
    main = main_events(keyed, reading)
    return [_event(key, event, keys, entities, reading, key in main) for key, event in keyed]


def _event(
    key: str, event: Merged, keys: dict[int, str], entities: dict[str, Entity], reading: Reading, main: bool
) -> Event:
    best = event.best
    whole = next((keys[id(d.whole)] for d in event.drafts if d.whole and id(d.whole) in keys), None)
    amounts = dict.fromkeys(a.key for draft in event.drafts for a in draft.amounts)
    return Event(
        key=key,
        type=event.type,
        name=name_of(event, entities),
        description=best.sentence.span,
        mentions=tuple(sorted({mention for draft in event.drafts for mention in draft.mentions})),
        roles=(*event.roles, *_contents(key, event, keys)),
        start=event.start,
        end=event.end,
        times=tuple(event.times),
        status=best.standing.status,
        polarity=best.standing.polarity,
        modality=best.standing.modality,
        amounts=tuple(amounts),
        super_event=whole if whole != key else None,
        claims=_claims(event, reading),
        main=main,
    )


def _contents(key: str, event: Merged, keys: dict[int, str]) -> list[Role]:
    """The events that an event is about, as its objects."""
    found: dict[str, Role] = {}
    for draft in event.drafts:
        for content in draft.contents:
            other = keys.get(id(content))
            if other and other != key:
                found.setdefault(other, Role(RoleName.OBJECT, other, content.mention))
    return list(found.values())


def _claims(event: Merged, reading: Reading) -> tuple[str, ...]:
    """The claims that an event is told in; none where one mention stands outside: then the article vouches for it."""
    found: list[str] = []
    for draft in event.drafts:
        around = reading.claims(draft.mention.span)
        if not around:
            return ()
        found += around
    return tuple(dict.fromkeys(found))

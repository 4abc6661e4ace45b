"""Adds events, fundings, and speakers that are only described; knows the order of the steps only."""

from __future__ import annotations

from collections.abc import Iterable

from kgexport.annotate.entities.nominals import merged as merged_entities
from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.drafts import drafts_of
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.filling.settling import settled
from kgexport.annotate.events.filling.voices import Voices, spoken
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.parting.wholes import wholes
from kgexport.annotate.events.paying.funding import fundings
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.sameness.again import told_again
from kgexport.annotate.events.sameness.lasting import status_of
from kgexport.annotate.events.sameness.main_events import main_events
from kgexport.annotate.events.sameness.merging import Merged, merge
from kgexport.annotate.events.setting.inherited import inherit
from kgexport.annotate.events.trace import rules_of
from kgexport.annotate.events.wording.naming import name_of, plain
from kgexport.annotate.events.wording.phrases import LONGEST, complement, is_verbatim, shortened
from kgexport.annotate.events.wording.wording import unnamed
from kgexport.model import Annotations, Entity, Event, Mention, Role, RoleName

_ATTENDED = {"press-conference", "meeting", "conference", "negotiation", "discussion", "phone-call"}
_SHORTEST = 30
"""Characters of what is said that the name of its saying shows at least."""
_SAYING = {"statement", "question", "forecast"}
_HELD = {"press-conference"}
_HARM = {"killing", "injury", "destruction"}
"""What whoever attacks does to those who are hit."""


class EventAnnotator:
    """Adds events, fundings, and the entities of noun phrases that events need."""

    def annotate(self, so_far: Annotations) -> Annotations:
        """Take sentences, entities, times, amounts and claims; raises InputError where a table is damaged."""
        reading = Reading(so_far)
        fillers = Fillers(reading)
        drafts = [draft for sentence in so_far.sentences for draft in drafts_of(sentence, reading, fillers)]
        _share_occasions(drafts)
        events = merge(drafts, reading)
        placed = {id(draft) for event in events for draft in event.drafts}
        for event in events:
            event.roles = settled(event, fillers.actors.lands)
            event.roles += _spare(event, placed)
            _name_prices(event)
        keyed = [(f"event:{event.drafts[0].trigger.head.span.begin}", event) for event in events]
        paid = list(fundings(keyed, reading, fillers))
        voices = Voices(reading, fillers.actors, (*so_far.entities, *fillers.made))
        speakers = voices.of((*so_far.quotations, *so_far.claims), events)
        used = {*speakers.values(), *(key for funding in paid for key in (funding.funded, funding.funder) if key)}
        made = _used([*fillers.made, *voices.made], events, used)
        entities = merged_entities([*so_far.entities, *map(fillers.finished, made)])
        by_key = {entity.key: entity for entity in entities}
        told = so_far.replacing(
            entities=entities,
            quotations=spoken(so_far.quotations, speakers),
            claims=spoken(so_far.claims, speakers),
        )
        return told.adding(events=_events(keyed, by_key, reading), fundings=paid)


def _spare(event: Merged, told: set[int]) -> list[Role]:
    """Things that an event is about whose nouns tell of no event after all: "the contract"; the first sentence's."""
    for draft in event.drafts if not event.fillers(RoleName.OBJECT) else ():
        if draft.spare and not any(id(content) in told for content in draft.contents):
            draft.roles += draft.spare
            return draft.spare
    return []


def _name_prices(event: Merged) -> None:
    """What rises is the price or the shares of a company, not the company, by which the sentences were joined."""
    prices: dict[str, Role] = {}
    for draft in event.drafts:
        prices = draft.prices | prices
        draft.roles = [draft.prices.get(role.filler, role) for role in draft.roles]
    if prices:
        event.roles = [prices.get(role.filler, role) for role in event.roles]


def _used(made: Iterable[Entity], events: list[Merged], others: set[str]) -> list[Entity]:
    keys = {role.filler for event in events for role in event.roles} | others
    return [entity for entity in made if entity.key in keys]


def _share_occasions(drafts: list[Draft]) -> None:
    """Who does something at a press conference takes part in it; a visitor takes part in what the visit includes."""
    for draft in drafts:
        occasion = draft.occasion
        if occasion and occasion.type in _ATTENDED:
            name = RoleName.AGENT if occasion.type in _HELD else RoleName.PARTICIPANT
            _inherit(draft, occasion, name)
        included = draft.whole is not None and all(fired.gave != "part" for fired in draft.fired)
        if draft.whole and not draft.role(RoleName.AGENT) and (included or draft.type in _HARM | _ATTENDED):
            _inherit(draft.whole, draft, RoleName.AGENT if draft.type in _HARM else RoleName.PARTICIPANT)


def _inherit(giver: Draft, taker: Draft, name: RoleName) -> None:
    known = set(taker.role(*RoleName))
    for role in list(giver.roles):
        if role.name is RoleName.AGENT and role.filler not in known:
            taker.roles.append(Role(name, role.filler, role.mention))


def _events(keyed: list[tuple[str, Merged]], entities: dict[str, Entity], reading: Reading) -> list[Event]:
    keys = {id(draft): key for key, event in keyed for draft in event.drafts}
    main = main_events(keyed, reading)
    parts = wholes(keyed)
    inherit(parts, dict(keyed))
    again = told_again([event for _, event in keyed], reading.annotations.sentences, reading)
    return [
        _event(key, event, keys, entities, reading, parts.get(key), again.get(id(event), []), key in main)
        for key, event in keyed
    ]


def _event(
    key: str,
    event: Merged,
    keys: dict[int, str],
    entities: dict[str, Entity],
    reading: Reading,
    whole: str | None,
    again: list[Mention],
    main: bool,
) -> Event:
    best = event.best
    amounts = dict.fromkeys(a.key for draft in event.drafts for a in draft.amounts)
    return Event(
        key=key,
        type=event.type,
        name=_name(event, entities, reading),
        description=best.sentence.span,
        mentions=tuple(sorted({*again, *(mention for draft in event.drafts for mention in draft.mentions)})),
        roles=(*event.roles, *_contents(key, event, keys), *_causes(key, event, keys)),
        start=event.start,
        end=event.end,
        times=tuple(event.times),
        status=status_of(event, reading),
        polarity=event.standing.polarity,
        modality=event.standing.modality,
        amounts=tuple(amounts),
        super_event=whole,
        claims=_claims(event, reading),
        said=_said(event),
        main=main,
        rules=rules_of(event),
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


def _causes(key: str, event: Merged, keys: dict[int, str]) -> list[Role]:
    """The event that brought it about, as its instrument, where nobody is told to have done it with anything."""
    if event.fillers(RoleName.AGENT, RoleName.INSTRUMENT):
        return []
    causes = [(keys.get(id(cause)), cause) for draft in event.drafts for cause in draft.causes]
    told = [(other, cause) for other, cause in causes if other and other != key]
    return [Role(RoleName.INSTRUMENT, other, cause.mention) for other, cause in told[:1]]


def _name(event: Merged, entities: dict[str, Entity], reading: Reading) -> str:
    """Its name; for what was said before the words of telling with that: 'Ann Lee says: "The road is closed …"'."""
    name, said = name_of(event, entities), event.best.trigger.said
    if said is None or not _is_telling(event) or complement(event.best):
        return name
    room = max(_SHORTEST, LONGEST - len(name) - len(': ""'))
    words = " ".join(word for piece in said.pieces for word in piece.of(reading.text).split()).rstrip(",.")
    told = shortened(plain(words, event.best.sentence), room).replace('"', "'")
    return f'{name}: "{told}"'


def _is_telling(event: Merged) -> bool:
    """Whether the name goes on with what was said: for a saying, and for another act of speech that names no object."""
    acts = bool(unnamed(event.best)) or any(role.name is RoleName.OBJECT for role in event.roles)
    return event.type in _SAYING or (not acts and (is_verbatim(event.best) or group_of(event.type) == "communication"))


def _said(event: Merged) -> tuple[str, ...]:
    """The claims and quotations that were said in an act of speech, in the order of the text."""
    return tuple(dict.fromkeys(key for draft in event.drafts if draft.trigger.said for key in draft.trigger.said.keys))


def _claims(event: Merged, reading: Reading) -> tuple[str, ...]:
    """The claims that an event is told in; none where one mention stands outside: then the article vouches for it."""
    found: list[str] = []
    for draft in event.drafts:
        own = draft.trigger.said.keys if draft.trigger.said else ()
        around = [key for key in reading.claims(draft.mention.span) if key not in own]
        if not around:
            return ()
        found += around
    return tuple(dict.fromkeys(found))

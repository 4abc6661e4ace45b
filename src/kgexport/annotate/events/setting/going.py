"""Gives places that a journey, a removal or a broadcast names to what took place there; knows no times.

"Travelled to Florida to meet X" tells of a meeting in Florida. A platform or a channel is where something was shown;
it is a body and no place, so the graph makes it a participant.
"""

from __future__ import annotations

import dataclasses

from kgexport.annotate.events.clause import subjects
from kgexport.annotate.events.draft import Draft, Owners
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.setting.tables import setting_words
from kgexport.model import Fired, Polarity, Role, RoleName, Sentence, Status, Token

_PEOPLE = {"person", "animate", "group"}
_AIRED = {"communication", "diplomacy", "media"}
_STAYING = {"be", "arrive", "fly", "travel", "come", "gather", "meet"}
_THERE = {"in", "to", "at"}
_STANDING_THERE = (RoleName.OBJECT, RoleName.RECIPIENT)


def add_places_of_going(sentence: Sentence, owners: Owners, fillers: Fillers) -> None:
    """The goal of a journey for what it was made for; where a thing was taken from; the channel of what was said."""
    for draft in {id(draft): draft for draft in owners.values()}.values():
        if not draft.trigger.pattern.verb and draft.trigger.support is None:
            _add_stay(sentence, draft, fillers)
            continue
        if not draft.role(RoleName.LOCATION):
            _add_goal(sentence, draft, owners, fillers)
        if draft.type == "removal":
            _add_source(sentence, draft, fillers)
        elif group_of(draft.type) in _AIRED:
            _add_channel(sentence, draft, fillers)


def _add_goal(sentence: Sentence, draft: Draft, owners: Owners, fillers: Fillers) -> None:
    """The place that somebody went to in order to do it: "flew to Kabul to meet X"; not "fled to Kabul to escape"."""
    verb = draft.trigger.governed
    led = verb.dep in ("advcl", "xcomp") and any(t.tag == "TO" for t in sentence.children(verb, "aux"))
    journey = owners.get(verb.head) if led else None
    if journey is None or journey is draft or draft.standing.polarity is Polarity.NEGATIVE:
        return
    if journey.type not in setting_words()["journey"] or draft.type in setting_words()["elsewhere"]:
        return
    for role in list(journey.roles):
        token = next((t for t in sentence.tokens_in(role.mention.span) if fillers.reading.named(t)), None)
        goal = role.name is RoleName.LOCATION or (role.name is RoleName.OBJECT and journey.type == "visit")
        if goal and token and "place" in fillers.reading.kinds(sentence, token) and _is_behind(sentence, token):
            _give(draft, dataclasses.replace(role, name=RoleName.LOCATION), "journey")


def _add_stay(sentence: Sentence, draft: Draft, fillers: Fillers) -> None:
    """Where somebody is for it, and who: "Ann Lee is in Rome for talks"."""
    noun = draft.trigger.head
    preposition = sentence.head(noun)
    above = sentence.head(preposition)
    if noun.dep != "pobj" or preposition.text.lower() != "for" or draft.type not in setting_words()["stay"]:
        return
    verb = sentence.head(sentence.head(above)) if above.dep == "pobj" else above
    if verb.lemma not in _STAYING or draft.role(RoleName.LOCATION):
        return
    places = [
        t for p in sentence.children(verb, "prep") if p.text.lower() in _THERE for t in sentence.children(p, "pobj")
    ]
    for token in places[:1]:
        named = fillers.reading.named(token)
        if named and "place" in fillers.reading.kinds(sentence, token):
            _give(draft, Role(RoleName.LOCATION, named.entity.key, named.mention), "stay")
            if verb.lemma == "be" and verb.tag in ("VBZ", "VBP") and draft.standing.status is Status.COMPLETED:
                draft.standing = dataclasses.replace(draft.standing, status=Status.ACTIVE)
            who = [fillers.fill(sentence, t, RoleName.AGENT) for t in subjects(sentence, verb)[:1]]
            draft.roles += [
                r for r in who if r and not draft.role(RoleName.AGENT) and r.filler not in draft.role(*RoleName)
            ]


def _is_behind(sentence: Sentence, token: Token) -> bool:
    """Whether a place is where a journey leads, not where it began."""
    return sentence.head(token).lemma.lower() != "from"


def _add_source(sentence: Sentence, draft: Draft, fillers: Fillers) -> None:
    """Where a thing was taken from: "removed the video from YouTube"; nobody is removed from a place like that."""
    slots = draft.trigger.slots
    if any(fillers.reading.kinds(sentence, t) & _PEOPLE for t in slots.get("object", ())):
        return
    for token in slots.get("from", ()):
        named = fillers.reading.named(token)
        if named and not fillers.reading.kinds(sentence, token) & _PEOPLE:
            _give(draft, Role(RoleName.LOCATION, named.entity.key, named.mention), "removed-from")
        elif token.lemma.lower() in setting_words()["online"] and (role := fillers.thing(sentence, token, place=True)):
            _give(draft, dataclasses.replace(role, name=RoleName.LOCATION), "removed-from")


def _add_channel(sentence: Sentence, draft: Draft, fillers: Fillers) -> None:
    """The channel on which something was said: "criticised it on French television", "said on Radio Lima"."""
    for token in draft.trigger.slots.get("on", ()):
        if sentence.head(token).text.lower() != "on":
            continue
        named = fillers.reading.named(token)
        media = named is not None and named.entity.types[0] == "NewsMediaOrganization"
        if not media and token.lemma.lower() not in setting_words()["aired"]:
            continue
        role = fillers.fill(sentence, token, RoleName.OBJECT)
        if role is not None:
            draft.roles = [r for r in draft.roles if r.filler != role.filler or r.name not in _STANDING_THERE]
            _give(draft, dataclasses.replace(role, name=RoleName.LOCATION), "channel")


def _give(draft: Draft, role: Role, rule: str) -> None:
    if role.filler not in draft.role(*RoleName):
        draft.roles.append(role)
        draft.fired.append(Fired("location", rule, role.mention.span))

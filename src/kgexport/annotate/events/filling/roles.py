"""Gives the slots around a trigger their roles by its frame (frames.tsv); knows no status and no time."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from itertools import islice

from kgexport.annotate.entities.concrete import is_made_thing
from kgexport.annotate.events.clause import clause_subjects, counted, expanded
from kgexport.annotate.events.clause_repairs import is_pair
from kgexport.annotate.events.filling.actor_nouns import actor_class
from kgexport.annotate.events.filling.descriptions import BODY, GROUP, UNNAMED
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.filling.indirect import indirect
from kgexport.annotate.events.filling.listeners import listeners
from kgexport.annotate.events.filling.missing_roles import completed
from kgexport.annotate.events.filling.named_among import members
from kgexport.annotate.events.filling.operations import operators
from kgexport.annotate.events.filling.papers import paper_authors
from kgexport.annotate.events.filling.scenes import is_scene
from kgexport.annotate.events.filling.slot_repairs import AMMUNITION, turn_shot, turn_wielded
from kgexport.annotate.events.filling.slots import turn_giving
from kgexport.annotate.events.finding.trigger import Trigger
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import Slot, lexicon
from kgexport.model import Role, RoleName, Sentence, Token

_LOOSE = {"with", "on", "in", "at", "by", "over", "about", "of"}
"""Prepositions that, behind an object, say nothing of who takes part."""
_DEEP = {"within", "purpose"}
_INDIRECT = {"within", "clause", "purpose", "owner"}
_OF_STATES = {"diplomacy", "concessions", "sanctions", "politics", "communication", "economy", "cooperation"}
"""Groups of events in which the people of a land stand for it: "talks between Israelis and Palestinians"."""
_PORTRAYING = {"performance", "casting"}
"""In these the people behind the verb are parts: "plays a young doctor"."""
_OF_PEOPLE = {
    "killing",
    "injury",
    "death",
    "arrest",
    "imprisonment",
    "treatment",
    "rescue",
    "evacuation",
    "abduction",
    "layoff",
}
"""What is done to people: a number alone says how many of them."""
_SHOOTING = {"shooting", "shelling", "airstrike", "armed-attack", "riot", "bombing"}
_HARM = {"killing", "injury", "destruction"}
_ARMED = {"conflict", "crime", "violence"}
"""Groups of events that are done with weapons."""
_OF_CROWDS = {"conflict", "protest"}
"""Groups of events that people before the noun do: "student protests"; but "child abuse" is not done by children."""
_WATCHING = {
    "fan",
    "spectator",
    "supporter",
    "crowd",
    "people",
    "attendance",
    "league",
    "cup",
    "championship",
    "trophy",
}
"""Those who are at a match, and what it is a match of: neither plays."""
_OF_THINGS = {"coercion", "disaster", "accident", "building", "economy"}
_NEAREST = 2
_MOST = 24


def roles_of(sentence: Sentence, trigger: Trigger, fillers: Fillers) -> list[Role]:
    """The roles of a trigger by its frame; each token fills one at most."""
    used: set[int] = set()
    roles: list[Role] = []
    _turn_slots(sentence, trigger)
    _expect(trigger, fillers)
    for name, slots in lexicon().frames[trigger.pattern.frame]:
        found: list[Role] = []
        for slot in slots:
            if slot.name in _INDIRECT and name is not RoleName.PARTICIPANT and _is_unnamed(sentence, trigger, fillers):
                break
            if found and (name is not RoleName.PARTICIPANT or slot.name in _INDIRECT):
                break
            tokens = _tokens(sentence, trigger, slot, name, fillers, used)
            known = {role.filler for role in (*roles, *found)}
            fillers.direct = slot.name not in _INDIRECT
            part = RoleName.OBJECT if _is_inside(sentence, trigger, slot, name, tokens) else name
            filled = _filled(sentence, tokens, part, fillers, known, used)
            if name is RoleName.OBJECT and fillers.of_nature:  # whom a flood kills is not flooded
                filled = (role for role in filled if role.mention.annotator not in (UNNAMED, GROUP, BODY))
            deep = slot.name in _DEEP or (slot.name == "clause" and trigger.pattern.frame != "ask")
            found += [role for role in filled if not deep or _is_party(sentence, role)]
        roles += found
    fillers.direct = True
    roles = completed(sentence, trigger, roles, fillers)
    roles += operators(sentence, trigger, fillers, roles)
    roles += paper_authors(sentence, trigger, fillers, roles)
    roles += listeners(sentence, trigger, fillers, roles)
    return _unique([*roles, *_instruments(sentence, trigger, fillers, used)])


def _turn_slots(sentence: Sentence, trigger: Trigger) -> None:
    """Put into their places those whom verbs of giving, shooting and harming have elsewhere."""
    if _gives(trigger):
        turn_giving(sentence, trigger.head, trigger.slots)
    if trigger.pattern.type in _SHOOTING and trigger.pattern.verb:
        turn_shot(trigger.head, trigger.slots)
    if trigger.pattern.type in _SHOOTING | _HARM and trigger.pattern.verb:
        turn_wielded(sentence, trigger.slots)
    _turn_dative(trigger)


def _expect(trigger: Trigger, fillers: Fillers) -> None:
    """Tell the fillers what sort of event they are for."""
    pattern, group = trigger.pattern, group_of(trigger.pattern.type)
    struck = group == "disaster" and pattern.frame not in ("act", "undergo")
    fillers.meanings.of_states = group in _OF_STATES
    fillers.of_nature = struck or pattern.type in _PORTRAYING
    fillers.of_speech = trigger.said is not None
    fillers.of_prizes = pattern.frame == "prize"
    fillers.of_people = pattern.type in _OF_PEOPLE
    fillers.of_things = pattern.everyday or group in _OF_THINGS


def _turn_dative(trigger: Trigger) -> None:
    """Take who stands before the sum for what it is done to, where nobody is given anything: "fined the firm $2 m"."""
    slots = trigger.slots
    frame = lexicon().frames[trigger.pattern.frame]
    taken = any(slot.name == "dative" for _, part in frame for slot in part)
    if trigger.pattern.verb and slots.get("dative") and not taken:
        slots["object"] = [*slots["dative"], *slots.get("object", ())]


def _gives(trigger: Trigger) -> bool:
    """Whether the frame has somebody who is given something without a preposition: "gave X a book"."""
    frame = lexicon().frames[trigger.pattern.frame]
    slots = [slot.name for name, part in frame for slot in part if name is RoleName.RECIPIENT]
    return trigger.pattern.verb and "dative" in slots and "object" not in slots


def _instruments(sentence: Sentence, trigger: Trigger, fillers: Fillers, used: set[int]) -> Iterator[Role]:
    """What somebody is hurt or attacked with: "with a kitchen knife"."""
    if not (group_of(trigger.pattern.type) in _ARMED or trigger.pattern.type in _HARM) or not trigger.pattern.verb:
        return
    for token in trigger.slots.get("with", ()):
        shot = token.lemma.lower() in AMMUNITION
        if token.i in used or not (shot or is_made_thing(token)):
            continue
        role = fillers.fill(sentence, token, RoleName.INSTRUMENT) or (fillers.thing(sentence, token) if shot else None)
        if role:
            yield dataclasses.replace(role, name=RoleName.INSTRUMENT)


def _is_party(sentence: Sentence, role: Role) -> bool:
    """Whether somebody inside an object has a part in it: not in "approved a plan to help farmers"."""
    first = sentence.tokens_in(role.mention.span)[0]
    before = {token.text.lower() for token in sentence.tokens[max(0, first.i - _NEAREST) : first.i]}
    return role.mention.annotator != UNNAMED or not before.isdisjoint({"by", "against"})


def _is_inside(sentence: Sentence, trigger: Trigger, slot: Slot, name: RoleName, tokens: list[Token]) -> bool:
    """Whether somebody is only spoken of: "refused to extradite X" tells X nothing, "demanded that X leave" does."""
    if name not in (RoleName.RECIPIENT, RoleName.PARTICIPANT) or slot.name != "clause":
        return False
    if trigger.pattern.frame == "agree" and tokens and all(_is_other_side(sentence, token) for token in tokens):
        return False
    if trigger.pattern.frame != "ask":
        return True
    asked = {t.i for clause in trigger.slots.get("clause", ()) for t in clause_subjects(sentence, clause)}
    return not any(token.i in asked for token in tokens)


def _is_other_side(sentence: Sentence, token: Token) -> bool:
    """Whether somebody is the other side of what is agreed: "agreed to sell it to X", "to be acquired by X"."""
    return token.dep == "pobj" and sentence.head(token).text.lower() in ("to", "by", "with")


def _is_unnamed(sentence: Sentence, trigger: Trigger, fillers: Fillers) -> bool:
    """Whether it is done to people without a name: then no name near by fits ("parents accused of a trip to India")."""
    patients = [t for t in trigger.slots.get("object", ()) if trigger.pattern.verb and t.i < trigger.head.i]
    return any(t.pos == "NOUN" and "group" in fillers.reading.kinds(sentence, t) for t in patients)


def _may_lead(sentence: Sentence, trigger: Trigger, token: Token, name: RoleName, fillers: Fillers) -> bool:
    """Whether a word before a noun may play a part: a name, a place ("the Lima crane collapse"), "rebel violence"."""
    if fillers.is_name(token):
        kinds = fillers.reading.kinds(sentence, token)
        if name in (RoleName.AGENT, RoleName.PARTICIPANT) and is_scene(trigger, token, fillers.reading):
            return False
        return "place" in kinds if name is RoleName.LOCATION else "site" not in kinds
    if name not in (RoleName.AGENT, RoleName.PARTICIPANT) or token.dep != "compound":
        return False
    many = group_of(trigger.pattern.type) in _OF_CROWDS
    return actor_class(token) in (
        ("force", "GovernmentOrganization") if not many else ("force", "GovernmentOrganization", "Person")
    )


def _tokens(
    sentence: Sentence, trigger: Trigger, slot: Slot, name: RoleName, fillers: Fillers, used: set[int]
) -> list[Token]:
    """The heads that stand in a slot; for the indirect ones the likeliest phrase and what is joined to it."""
    if slot.name not in _INDIRECT:
        tokens = [token for token in trigger.slots.get(slot.name, ()) if token.i not in used]
        if slot.name in _LOOSE:
            tokens = [t for t in tokens if fillers.is_name(counted(sentence, t)) or _hangs_on(sentence, t, trigger)]
        if name is RoleName.PARTICIPANT and group_of(trigger.pattern.type) == "sport":
            tokens = [t for t in tokens if counted(sentence, t).lemma.lower() not in _WATCHING]
        if slot.name == "mod":
            return [token for token in tokens if _may_lead(sentence, trigger, token, name, fillers)]
        return [t for t in tokens if not slot.actors_only or fillers.is_actor(sentence, counted(sentence, t))]
    agents = {fillers.key(sentence, token) for token in trigger.slots.get("subject", ())}
    found = list(islice((t for t in indirect(sentence, trigger, slot, fillers) if t.i not in used), _MOST))
    others = [token for token in found if fillers.key(sentence, token) not in agents]
    best = next((token for token in others if fillers.is_name(token)), None) or next(iter(others), None)
    if slot.name == "clause" and trigger.pattern.frame == "ask":  # who is to do it, before those who are named in it
        asked = [t for clause in trigger.slots.get("clause", ()) for t in clause_subjects(sentence, clause)]
        best = next((token for token in asked if token in others), best)
    return [t for t in expanded(sentence, best) if fillers.is_actor(sentence, t)] if best else []


def _hangs_on(sentence: Sentence, token: Token, trigger: Trigger) -> bool:
    """Whether a phrase behind a preposition belongs to the trigger: not "requested a meeting with the player"."""
    anchors = {word.i for word in trigger.words} | {trigger.head.i, trigger.governed.i}
    while token.dep == "conj" and token.head != token.i:
        token = sentence.head(token)
    preposition = sentence.head(token)
    done = sentence.head(preposition)
    if preposition.dep == "agent" and done.dep == "acl" and done.head in anchors:  # "a bomb planted by rebels"
        return True
    return preposition.head in anchors or preposition.i in anchors or token.head in anchors


def _filled(
    sentence: Sentence, tokens: list[Token], name: RoleName, fillers: Fillers, taken: set[str], used: set[int]
) -> Iterator[Role]:
    for token in tokens:
        if len(taken) > 1 and is_pair(sentence, counted(sentence, token)):
            continue
        roles = [role for role in fillers.fill_all(sentence, token, name) if role.filler not in taken]
        roles += members(sentence, token, name, fillers)
        for role in roles:
            used.add(token.i)
            yield role
            yield from (other for other in fillers.joined(sentence, role) if other.filler not in taken)


def _unique(roles: list[Role]) -> list[Role]:
    seen: dict[tuple[RoleName, str], Role] = {}
    for role in roles:
        seen.setdefault((role.name, role.filler), role)
    return list(seen.values())

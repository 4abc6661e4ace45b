"""Gives the roles that nobody plays to the things that the sentence puts there; knows frames, no status and no time.

It comes last, once it is settled what the sentence tells: that a thing is described makes no news of a word, and what
tells of an event of its own is that event (`parting/links.py`), and no thing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from kgexport.annotate.entities.concrete import is_made_thing
from kgexport.annotate.events.draft import Draft, Owners
from kgexport.annotate.events.filling.actor_nouns import may_act
from kgexport.annotate.events.filling.descriptions import BODY, GROUP, UNNAMED
from kgexport.annotate.events.filling.fillers import NOMINAL, Fillers
from kgexport.annotate.events.filling.things import THING, coarse_class, joined, meant
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import Frame, lexicon
from kgexport.annotate.events.passives import is_passive
from kgexport.model import Role, RoleName, Sentence, Token

_BEHIND = ("of", "on", "against", "into", "to", "onto", "from", "with", "at", "for", "over")
"""Prepositions behind which a thing may stand to which something is done."""
_ACCIDENTS = {"accident"}
_DONE_TO_PEOPLE = {"conflict", "crime", "violence", "justice", "life", "health", "coercion", "diplomacy", "politics"}
"""Groups of events that happen to people: a name that nobody knew is somebody's there."""
_ABOUT = {"communication", "diplomacy", "justice"}
"""Groups of events that are about others."""
_SUFFERED = {"killing", "injury", "death", "arrest", "abduction", "layoff"}
"""What nobody but people and animals suffers."""
_TELLING = {"say", "inform", "tell", "ask", "promise"}
"""Frames of verbs of telling, for which a paper stands: "the report says"."""


def add_things(sentence: Sentence, drafts: list[Draft], owners: Owners, fillers: Fillers) -> None:
    """Add to each draft that is told the things that play a part in it."""
    told = {id(draft) for draft in drafts}
    for draft in drafts:
        for name, token in _candidates(sentence, draft, fillers):
            owner = owners.get(token.i)
            if owner is not None and owner is not draft and id(owner) in told:
                _add_content(draft, owner, name)
            if owner is not None and id(owner) in told and not (owner is draft and _is_own_object(draft, token)):
                continue
            taken = _is_taken(draft, token) and not _is_own_object(draft, token)
            role = None if taken else _role(sentence, draft, token, name, fillers)
            if role is not None:
                draft.roles.append(role)


def _add_content(draft: Draft, content: Draft, name: RoleName) -> None:
    """What a noun is about, where that is an event of its own: "an investigation into the killing"."""
    free = not draft.trigger.pattern.verb and not draft.role(RoleName.OBJECT) and not draft.contents
    if free and name is RoleName.OBJECT and draft not in content.contents and group_of(draft.type) in _ABOUT:
        draft.contents.append(content)


def _is_own_object(draft: Draft, token: Token) -> bool:
    """Whether a word of the trigger is also what it is done to: "denied the allegations", "crane collapse"."""
    if draft.trigger.pattern.verb:
        return token.dep == "dobj" and token.lemma.lower() in lexicon().classes["proposal"] and token.tag == "NNS"
    return token.dep == "compound" and is_made_thing(token) and token.i < draft.trigger.head.i


def _candidates(sentence: Sentence, draft: Draft, fillers: Fillers) -> Iterator[tuple[RoleName, Token]]:
    """The heads that may be things, each with its role, the surest first; a role that is played by then is left out."""
    frame, slots = _frame(draft), draft.trigger.slots
    behind = [slot.name for name, part in frame if name is RoleName.OBJECT for slot in part]
    if draft.trigger.pattern.verb:
        if "subject" in behind:
            yield from _of_subject(draft, frame, fillers)
        if draft.trigger.said is None and not ("subject" in behind and draft.role(RoleName.OBJECT)):
            for token in slots.get("object", ()):
                yield from ((_done_to(frame), inner) for inner in joined(sentence, token))
        yield from _of_subject(draft, frame, fillers)
    else:
        yield from _of_noun(sentence, draft, behind)
    straight = draft.trigger.pattern.verb and slots.get("object")
    if not draft.role(RoleName.OBJECT) and not draft.contents and not straight:
        for name in behind:
            if name in _BEHIND:
                for token in slots.get(name, ()):
                    yield from ((RoleName.OBJECT, inner) for inner in joined(sentence, token))


def _done_to(frame: Frame) -> RoleName:
    """The role of a thing that stands as the object: `LOCATION` for what a disaster strikes."""
    names = [name for name, part in frame if any(slot.name == "object" for slot in part)]
    return RoleName.LOCATION if names[:1] == [RoleName.LOCATION] else RoleName.OBJECT


def _of_subject(draft: Draft, frame: Frame, fillers: Fillers) -> Iterator[tuple[RoleName, Token]]:
    """A thing as the subject: what it is done with, or what it happens to where there is no object."""
    names = [name for name, part in frame if any(slot.name == "subject" for slot in part)]
    trigger = draft.trigger
    name = names[0] if names else RoleName.AGENT
    if draft.role(name):
        return
    if name is RoleName.AGENT:
        name = RoleName.INSTRUMENT if _does(draft) else RoleName.OBJECT
    for token in trigger.slots.get("subject", ()):
        kinds = fillers.reading.kinds(draft.sentence, token)
        if "actor" not in kinds or "thing" in kinds or is_made_thing(token):
            yield name, meant(draft.sentence, token)


def _does(draft: Draft) -> bool:
    """Whether the verb has an object or says what is told: then its subject is no thing to which something happens."""
    trigger, sentence = draft.trigger, draft.sentence
    own = sentence.children(trigger.head, "dobj", "ccomp", "xcomp", "auxpass", "nsubjpass", "dative")
    told = trigger.said or draft.contents or trigger.pattern.frame in _TELLING
    relative = any(token.i == trigger.head.head for token in trigger.slots.get("object", ()))
    return bool(own or told or relative or is_passive(sentence, trigger.head))


def _of_noun(sentence: Sentence, draft: Draft, behind: list[str]) -> Iterator[tuple[RoleName, Token]]:
    """What a noun happens to, where no preposition of its frame leads to it: "the show's debut", "crane collapse"."""
    trigger = draft.trigger
    if draft.role(RoleName.OBJECT) or draft.contents:
        return
    for name in ("undergoer", "object", "poss", "subject"):
        if name in behind:
            yield from ((RoleName.OBJECT, token) for token in trigger.slots.get(name, ()))
    if any(slot.name == "of" for name, part in _frame(draft) if name is RoleName.AGENT for slot in part):
        yield from ((RoleName.OBJECT, token) for token in trigger.slots.get("of", ()) if token.pos == "NOUN")
    if group_of(draft.type) in _ACCIDENTS:
        before = sentence.tokens[trigger.head.i - 1] if trigger.head.i else trigger.head
        if before.dep == "compound" and before.pos == "NOUN" and before.head == trigger.head.i:
            yield RoleName.OBJECT, before


def _is_taken(draft: Draft, token: Token) -> bool:
    """Whether a word plays a part already, or is a word of the trigger."""
    trigger = draft.trigger
    words = {word.i for word in (*trigger.words, *trigger.beside, trigger.governed)}
    return token.i in words or any(role.mention.span.overlaps(token.span) for role in draft.roles)


def _role(sentence: Sentence, draft: Draft, token: Token, name: RoleName, fillers: Fillers) -> Role | None:
    if fillers.reading.named(token) is None and not _is_likely(draft, token, name):
        return None
    if name is RoleName.LOCATION and not is_place(fillers, sentence, token):
        name = RoleName.OBJECT
    found = fillers.thing(sentence, token, place=name is RoleName.LOCATION)
    if found is None or found.filler in draft.role(*RoleName) or _is_place(draft, token, found):
        return None
    if name is RoleName.OBJECT and draft.type in _SUFFERED and found.mention.annotator in (THING, NOMINAL):
        return None
    if found.mention.annotator in (UNNAMED, GROUP, BODY) and not _takes_people(draft, token, name):
        return None
    return dataclasses.replace(found, name=name)


def _is_place(draft: Draft, token: Token, found: Role) -> bool:
    """Whether it is where something happens, not what it happens to: "a sweep of the area of Lima"."""
    return not draft.trigger.pattern.verb and not found.mention.span.overlaps(token.span)


def _is_likely(draft: Draft, token: Token, name: RoleName) -> bool:
    """Whether a phrase without an entity may be a thing in this place: not somebody whose name nobody knew."""
    if name is RoleName.INSTRUMENT:
        acted_by = draft.sentence.head(token).dep == "agent"  # "flattened by a wall of snow"
        tool = token.pos == "NOUN" and not may_act(token) and not _happens(token)
        return tool and coarse_class(token) != "ORG" and (acted_by or coarse_class(token) != "LOC")
    if draft.sentence.head(token).lemma == "as":  # "served as host"
        return False
    if draft.type == "diplomatic-relations" and token.lemma.lower() in lexicon().classes["relations"]:
        return False  # the noun says what the event is
    if token.pos == "NOUN":
        return token.dep not in ("nsubj", "relcl") or not may_act(token)
    return draft.trigger.pattern.verb and not _meets(draft) and group_of(draft.type) not in _DONE_TO_PEOPLE


def _happens(token: Token) -> bool:
    """Whether a noun tells of a disaster or an accident: that is an event, and no tool."""
    alone = [p for p in lexicon().nouns.get(token.lemma.lower(), ()) if len(p.words) == 1]
    return any(group_of(pattern.type) in {"disaster", *_ACCIDENTS} for pattern in alone)


def _meets(draft: Draft) -> bool:
    """Whether the object of the verb is somebody: who is met, who is told."""
    names = {name for name, part in _frame(draft) if any(slot.name == "object" for slot in part)}
    return bool(names & {RoleName.PARTICIPANT, RoleName.RECIPIENT}) and RoleName.OBJECT not in names


def _takes_people(draft: Draft, token: Token, name: RoleName) -> bool:
    """Whether its frame has the role: in "resigned as mayor" nothing is done to the mayor."""
    return token.dep != "nsubj" and any(role is name for role, _ in _frame(draft))


def _frame(draft: Draft) -> Frame:
    return lexicon().frames[draft.trigger.pattern.frame]


def is_place(fillers: Fillers, sentence: Sentence, token: Token) -> bool:
    """Whether a phrase names or describes a place or building."""
    if fillers.reading.named(token):
        return not fillers.reading.kinds(sentence, token).isdisjoint({"place", "site"})
    return coarse_class(token) == "LOC"

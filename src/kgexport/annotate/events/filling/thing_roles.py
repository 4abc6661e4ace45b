"""Gives the roles that nobody plays to the things that the sentence puts there; knows frames, no status and no time.

It comes last, once it is settled what the sentence tells: that a thing is described makes no news of a word, and what
tells of an event of its own is that event (`parting/links.py`), and no thing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from kgexport.annotate.entities.concrete import is_made_thing
from kgexport.annotate.events.clause_repairs import feats
from kgexport.annotate.events.draft import Draft, Owners
from kgexport.annotate.events.filling.actor_nouns import may_act
from kgexport.annotate.events.filling.clause_things import add_clause_things, add_prices, spare_things
from kgexport.annotate.events.filling.companions import add_companions
from kgexport.annotate.events.filling.descriptions import BODY, GROUP, UNNAMED
from kgexport.annotate.events.filling.fillers import NOMINAL, Fillers
from kgexport.annotate.events.filling.thing_places import is_bought, is_disaster, is_fused, is_means, topics_of
from kgexport.annotate.events.filling.things import THING, coarse_class, joined, meant
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import Frame, lexicon
from kgexport.annotate.events.parting.causes import causing
from kgexport.annotate.events.passives import is_passive
from kgexport.model import Role, RoleName, Sentence, Token

_BEHIND = ("of", "on", "against", "into", "to", "onto", "from", "with", "at", "for", "over", "about")
"""Prepositions behind which a thing may stand to which something is done."""
_ACCIDENTS = {"accident"}
_DONE_TO_PEOPLE = {"conflict", "crime", "violence", "justice", "life", "health", "coercion", "diplomacy", "politics"}
"""Groups of events that happen to people: a name that nobody knew is somebody's there."""
_ABOUT = {"communication", "diplomacy", "justice"}
"""Groups of events that are about others."""
_SUFFERED = {"killing", "injury", "death", "arrest", "abduction", "layoff"}
"""What nobody but people and animals suffers."""
_TO_SOMEBODY = {"compulsion", "persuasion", "assistance", "demand", "appeal", "hospitalization"}
"""What nobody does to a thing: "them" is somebody there."""
_TELLING = {"say", "inform", "tell", "ask", "promise"}
"""Frames of verbs of telling, for which a paper stands: "the report says"."""


def add_things(sentence: Sentence, drafts: list[Draft], owners: Owners, fillers: Fillers) -> None:
    """Add to each draft that is told the things that play a part in it."""
    told = {id(draft) for draft in drafts}
    for draft in drafts:
        for name, token in _candidates(sentence, draft, fillers):
            if name is RoleName.INSTRUMENT and any(id(cause) in told for cause in draft.causes):
                continue
            owner = owners.get(token.i)
            if owner is not None and owner is not draft and id(owner) in told:
                _add_content(draft, owner, name)
            if owner is not None and id(owner) in told and not (owner is draft and _is_own_object(draft, token)):
                continue
            taken = _is_taken(draft, token) and not _is_own_object(draft, token)
            role = None if taken else _role(sentence, draft, token, name, fillers)
            if role is not None:
                draft.roles.append(role)
        add_clause_things(sentence, draft, {i for i, owner in owners.items() if id(owner) in told}, fillers)
        add_companions(sentence, draft, owners, fillers)
        add_prices(sentence, draft, fillers)
        draft.spare = list(spare_things(sentence, draft, fillers))


def _add_content(draft: Draft, content: Draft, name: RoleName) -> None:
    """What a noun is about, where that is an event of its own: "an investigation into the killing"."""
    free = not draft.role(RoleName.OBJECT) and not draft.contents
    if free and name is RoleName.OBJECT and draft not in content.contents and group_of(draft.type) in _ABOUT:
        draft.contents.append(content)


def _is_own_object(draft: Draft, token: Token) -> bool:
    """Whether a word of the trigger is also what it is done to: "denied the allegations", "crane collapse"."""
    if draft.trigger.pattern.verb:
        if token.dep != "dobj":
            return False
        if token.tag == "NNS" and token.lemma.lower() in lexicon().classes["proposal"]:
            return True
        return not draft.role(RoleName.OBJECT) and is_fused(draft, token)
    if token is draft.trigger.head:  # "will do the sequel"
        return token.lemma.lower() in lexicon().classes["work"]
    return token.dep == "compound" and is_made_thing(token) and token.i < draft.trigger.head.i


def _candidates(sentence: Sentence, draft: Draft, fillers: Fillers) -> Iterator[tuple[RoleName, Token]]:
    """The heads that may be things, each with its role, the surest first; a role that is played by then is left out."""
    frame, slots = _frame(draft), draft.trigger.slots
    behind = [slot.name for name, part in frame if name is RoleName.OBJECT for slot in part]
    if draft.trigger.pattern.frame == "blame":
        yield from ((RoleName.OBJECT, inner) for token in slots.get("on", ()) for inner in joined(sentence, token))
        yield from ((RoleName.OBJECT, inner) for token in slots.get("object", ()) for inner in joined(sentence, token))
    if draft.trigger.pattern.frame == "achieve":
        for deed in (deed for noun in slots.get("attr", ()) for deed in feats(sentence, noun)):
            yield from ((RoleName.OBJECT, token) for token in sentence.children(deed, "dobj"))
    elif draft.trigger.pattern.verb:
        if "subject" in behind:
            yield from _of_subject(draft, frame, fillers)
        if draft.trigger.said is None and not ("subject" in behind and draft.role(RoleName.OBJECT)):
            for token in slots.get("object", ()):
                yield from ((_done_to(frame), inner) for inner in joined(sentence, token))
        yield from _of_subject(draft, frame, fillers)
    else:
        yield from _of_noun(sentence, draft, behind)
    if draft.type == "participation" and draft.trigger.pattern.verb:  # "stepped in to help clear roads"
        aims = [t for t in slots.get("purpose", ()) if t.tag == "VB"]
        things = [token for aim in aims for token in sentence.children(aim, "dobj")]
        torn = [t for t in things if any(a.i - 1 == t.head for a in sentence.children(t, "amod"))]
        yield from ((RoleName.OBJECT, token) for token in things if token not in torn)  # "to help clear roads"
    if not draft.role(RoleName.AGENT):
        yield from ((RoleName.INSTRUMENT, t) for t in causing(sentence, draft) if _is_cause(sentence, t, fillers))
    straight = draft.trigger.pattern.verb and slots.get("object") and draft.trigger.pattern.frame != "strip"
    if not draft.role(RoleName.OBJECT) and not draft.contents and not straight:
        for name in (*behind, *topics_of(draft.type)):
            if name in _BEHIND:
                for token in slots.get(name, ()):
                    if name not in behind and is_means(token):
                        continue
                    yield from ((RoleName.OBJECT, inner) for inner in joined(sentence, token))


def _is_cause(sentence: Sentence, token: Token, fillers: Fillers) -> bool:
    """Whether a thing may have brought something about, and is nobody who acted."""
    acting = fillers.reading.kinds(sentence, token) & {"animate", "actor", "org", "place"}
    return token.pos == "NOUN" and not acting


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
        goal = trigger.pattern.frame == "move" and draft.role(RoleName.OBJECT)  # "roofs fell onto some people"
        name = RoleName.INSTRUMENT if goal or _does(draft) else RoleName.OBJECT
    for token in trigger.slots.get("subject", ()):
        kinds = fillers.reading.kinds(draft.sentence, token)
        if "actor" not in kinds or "thing" in kinds or is_made_thing(token):
            yield name, meant(draft.sentence, token)


def _does(draft: Draft) -> bool:
    """Whether the verb has an object or says what is told: then its subject is no thing to which something happens."""
    trigger, sentence = draft.trigger, draft.sentence
    own = sentence.children(trigger.head, "dobj", "ccomp", "xcomp", "auxpass", "nsubjpass", "dative")
    told = trigger.said or draft.contents or trigger.pattern.frame in _TELLING
    if draft.type == "earnings":  # "the film grossed $141 million"
        return False
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
    own = any(token.pos == "PRON" for token in trigger.slots.get("poss", ()))
    if own and "poss" in behind and trigger.support:  # "the show made its debut"
        yield from ((RoleName.OBJECT, token) for token in trigger.slots.get("subject", ()))
    if trigger.support and trigger.head.dep == "dobj":
        yield RoleName.OBJECT, trigger.head
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
    elif name is RoleName.OBJECT and draft.trigger.pattern.frame == "collide" and token.dep == "pobj":
        name = RoleName.LOCATION if is_place(fillers, sentence, token) else name  # "crashed into a lake"
    found = fillers.thing(sentence, token, place=name is RoleName.LOCATION, bought=is_bought(draft, token))
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
        tool = token.pos == "NOUN" and not may_act(token) and not is_disaster(token)
        return tool and coarse_class(token) != "ORG" and (acted_by or coarse_class(token) != "LOC")
    if token.text.lower() == "them" and draft.type in _TO_SOMEBODY:
        return False
    if draft.sentence.head(token).lemma == "as":  # "served as host"
        return False
    verb = draft.trigger.pattern.verb
    if token.pos == "PROPN" and verb and not _meets(draft) and draft.sentence.children(token, "det"):
        return token.label != "PERSON"  # "offered the Zephyr 8900"
    if draft.type == "diplomatic-relations" and token.lemma.lower() in lexicon().classes["relations"]:
        return False  # the noun says what the event is
    if token.pos == "NOUN":
        return token.dep not in ("nsubj", "relcl") or not may_act(token)
    return verb and not _meets(draft) and group_of(draft.type) not in _DONE_TO_PEOPLE


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

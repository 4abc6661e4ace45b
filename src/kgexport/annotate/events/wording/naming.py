"""Makes the readable name of an event from its words and roles: "Turkey gives kamikaze drones to Albania".

Knows the shape of phrases and nothing of how the roles were found; the forms of words are those of `phrases.py`.
"""

from __future__ import annotations

import re

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.sameness.merging import Merged
from kgexport.annotate.events.wording.agreement import is_many, is_plural
from kgexport.annotate.events.wording.listing import how_many, listed
from kgexport.annotate.events.wording.noun_naming import Who, by_noun
from kgexport.annotate.events.wording.phrases import (
    complement,
    gerund,
    participle,
    phrase,
    shortened,
    third_person,
)
from kgexport.annotate.events.wording.wording import PREPOSITIONS, became, doer, is_beside, preposition_of, unnamed
from kgexport.model import BlockKind, Entity, Role, RoleName
from kgexport.scheme import load_scheme

_GIVING = set("give send deliver sell hand offer provide grant lend supply donate pay return transfer present".split())
_PLAIN = {"meet", "fight", "face", "play", "marry", "phone", "telephone", "wed", "battle", "replace", "succeed"}
"""Verbs whose partner is their object."""
_HAPPENING = {"undergo", "happen", "rise", "sick", "hospital", "defeat", "win-passive", "succeed"}
"""Frames whose object is the subject of the sentence."""
_SAID = {"pledge": "promise", "threat": "threaten", "demand": "demand"}
"""What saying that one will or another must do something is called."""
_SO = (["guilty"], ["liable"], ["dead"], ["responsible"], ["not", "guilty"], ["open"], ["free"])
"""What stands behind the object: "finds X guilty", "shoots X dead"."""
_LONGEST_HEADLINE = 14


def name_of(event: Merged, entities: dict[str, Entity]) -> str:
    """A clause of agent, verb and object where a verb tells of the event; else the noun with who and what is in it."""
    draft = event.best
    told = [role for role in event.roles if is_beside(role, draft)]
    who = {name: listed(event, told, name, entities) for name in RoleName}
    who[RoleName.OBJECT] = how_many(event, draft) + who[RoleName.OBJECT]
    if draft.trigger.pattern.frame == "collide":
        who |= _collided(event, told, entities)
    headline = _headline(event)
    if headline and not any(who[name] for name in RoleName if name is not RoleName.LOCATION):
        return _tidy(headline)
    if not who[RoleName.OBJECT] and draft.trigger.pattern.frame not in _HAPPENING:
        who[RoleName.OBJECT] = unnamed(draft)
    return _tidy(_clause(draft, who, event, told) if draft.trigger.pattern.verb else by_noun(draft, who, event.roles))


def _collided(event: Merged, told: list[Role], entities: dict[str, Entity]) -> Who:
    """What ran into what: both suffer it, the first is the subject."""
    trigger = event.best.trigger
    before = trigger.slots.get("subject") or [t for t in trigger.slots.get("object", ()) if t.i < trigger.head.i]
    first = [role for role in told if any(token.span.overlaps(role.mention.span) for token in before)]
    rest = [role for role in told if role not in first]
    moving = listed(event, first, RoleName.OBJECT, entities) or doer(event.best)
    return {RoleName.AGENT: moving, RoleName.OBJECT: listed(event, rest, RoleName.OBJECT, entities)}


def _headline(event: Merged) -> str:
    """The headline that tells of an event in which nobody is named: "107 killed in crane collapse"."""
    for draft in event.drafts:
        tokens = draft.sentence.tokens
        told = draft.sentence.block is BlockKind.HEADLINE and draft.trigger.pattern.verb
        if told and len(tokens) <= _LONGEST_HEADLINE:
            begin = tokens[0].span.begin
            words = [
                " " * (t.span.begin > (tokens[i - 1].span.end if i else begin)) + t.text for i, t in enumerate(tokens)
            ]
            return "".join(words).strip()
    return ""


def _clause(draft: Draft, who: Who, event: Merged, beside: list[Role]) -> str:
    trigger = draft.trigger
    words = (
        [_SAID.get(draft.type, "say"), *trigger.pattern.words[1:]] if _is_saying(draft) else list(trigger.pattern.words)
    )
    agent, target, frame = who[RoleName.AGENT], who[RoleName.OBJECT], trigger.pattern.frame
    giver = RoleName.AGENT
    if frame == "get" and agent:
        words = ["give"]
    elif frame in ("get", "prize"):
        agent, giver, who = who[RoleName.RECIPIENT], RoleName.RECIPIENT, {**who, RoleName.RECIPIENT: ""}
    elif frame in _HAPPENING and not trigger.pattern.passive:
        agent, target, giver = (
            _figure(draft) or target or doer(draft),
            who[RoleName.LOCATION] if frame == "hospital" else agent if frame == "defeat" else became(draft),
            RoleName.INSTRUMENT if _figure(draft) else RoleName.OBJECT,
        )
        words = [*words, "to"] if frame == "defeat" and target and words[-1] not in ("to", "by") else words
    elif frame == "strikes":
        target = who[RoleName.LOCATION] or target
    if trigger.pattern.passive:
        return _state(draft, agent or target or who[RoleName.RECIPIENT], event)
    agent = agent or doer(draft)
    if not agent:
        return _passive(draft, target or who[RoleName.RECIPIENT] or who[RoleName.PARTICIPANT], event)
    verb = " ".join([words[0] if is_plural(draft, beside, giver) else third_person(words[0]), *words[1:]])
    if "and" in words[1:-1]:
        verb = " and ".join(third_person(word) for word in words if word != "and")
    if target and (lead := preposition_of(draft, RoleName.OBJECT)) and not PREPOSITIONS.intersection(words):
        target = f"{unnamed(draft)} {lead} {target}".strip()
    apart = len(words) > 2 and words[1] in PREPOSITIONS
    if target and (apart or words[1:] in _SO) and frame not in _HAPPENING:
        return f"{agent} {verb.split(' ')[0]} {target} {' '.join(words[1:])}"
    told = complement(draft) if not target or _is_saying(draft) or _is_asked(draft) else ""
    if told and target and not _is_saying(draft):
        return f"{agent} {verb} {target} {told}"
    asked = who[RoleName.RECIPIENT]
    if told and asked and (words[-1] in PREPOSITIONS or told.startswith("to ")) and asked not in told:
        told = f"{asked} {told}"
    rest = told or _content(draft) or _rest(words, target, who, draft)
    return f"{agent} {verb.replace(' oneself', '')} {rest}".replace(" - ", "-")


def _figure(draft: Draft) -> str:
    """What rises where its owner is who suffers it: "the stock price" of a firm."""
    heads = {token.i for name in ("subject", "object") for token in draft.trigger.slots.get(name, ())}
    spans = [role.mention.span for role in draft.roles if role.name is RoleName.OBJECT]
    inside = {token.i for span in spans for token in draft.sentence.tokens_in(span)}
    return doer(draft) if draft.trigger.pattern.frame == "rise" and spans and heads.isdisjoint(inside) else ""


def _is_asked(draft: Draft) -> bool:
    """Whether the object is who is asked to do what follows: "urges the two countries to talk"."""
    objects = draft.trigger.slots.get("object", ())
    above = [clause.head for clause in draft.trigger.slots.get("infinitive", ())]
    return bool(objects) and not draft.role(RoleName.OBJECT, RoleName.RECIPIENT) and draft.trigger.head.i in above


def _is_saying(draft: Draft) -> bool:
    return draft.trigger.pattern.words == ("say",)


def _passive(draft: Draft, patient: str, event: Merged) -> str:
    """As in "Daniel Montalvo is arrested"; where the form of the verb is not known, the type with the patient."""
    label = load_scheme()[event.type].label
    form = participle(draft.trigger.head)
    first, *rest = draft.trigger.pattern.words
    if not patient:
        told = complement(draft)
        return " ".join([gerund(first), *rest, told]) if told else label
    if any(role.name is RoleName.PARTICIPANT for role in event.roles):
        return f"{label} with {patient}"
    purpose = patient.startswith("for ")
    if not form or purpose:
        return " ".join([gerund(first), *rest, patient if rest or purpose else f"of {patient}"])
    be = "are" if is_many(draft, event.roles, RoleName.OBJECT) else "is"
    return f"{patient} {be} {' '.join([form, *rest])} {complement(draft)}"


def _state(draft: Draft, patient: str, event: Merged) -> str:
    """What is said with "be": "X is sworn in", "X is ready"."""
    if not patient:
        return load_scheme()[event.type].label
    role = next((r.name for r in event.roles if r.name is RoleName.AGENT), RoleName.OBJECT)
    be = "are" if is_many(draft, event.roles, role) else "is"
    return f"{patient} {be} {' '.join(word.text.lower() for word in draft.trigger.words)}"


def _content(draft: Draft) -> str:
    """What is announced, where that is an event: "the acquisition of drones"."""
    if not draft.contents or draft.type not in ("announcement", "admission"):
        return ""
    content = draft.contents[0]
    label = load_scheme()[content.type].label
    objects = [t for t in content.trigger.slots.get("object", ()) if t.pos in ("NOUN", "PROPN")]
    label = label.split(" of ")[0] if objects else label
    return f"{label} of {phrase(content.sentence, objects[0])}" if objects and content.trigger.pattern.verb else label


def _rest(words: list[str], target: str, who: Who, draft: Draft) -> str:
    """What stands behind the verb: "drones to Albania", "demands from the rebels", "Anna Brown"."""
    recipient, partner = who[RoleName.RECIPIENT], who[RoleName.PARTICIPANT]
    parts = [target]
    if recipient:
        lead = preposition_of(draft, RoleName.RECIPIENT)
        if words[0] in _GIVING:
            lead = "to" if target or len(words) > 1 or lead == "to" else ""
        led = f"{lead} {recipient}" if lead and words[-1] != lead else recipient
        parts = [target, led] if lead or not target else [recipient, target if _lead_of(target) else f"on {target}"]
    if partner and words[-1] != "with":
        lead = "from" if preposition_of(draft, RoleName.PARTICIPANT) == "from" else "with"
        parts.append(partner if not target and words[-1] in _PLAIN else f"{lead} {partner}")
    elif partner:
        parts = [partner]
    return " ".join(part for part in parts if part)


def _lead_of(words: str) -> str:
    """The preposition that a phrase begins with; empty where there is none."""
    first = words.split(" ")[0]
    return first if first in PREPOSITIONS else ""


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(" ,;:")
    text = re.sub(r" (with|to|of|for|as|at|from|before|by|into|against)$", "", text)
    text = _closed(shortened(text))
    return text[:1].upper() + text[1:]


def _closed(text: str) -> str:
    """Without the marks of a quotation that was cut."""
    for opening, closing in (("“", "”"), ("‘", "’")):
        if opening in text and closing not in text[text.rindex(opening) :]:
            text = text.replace(opening, "")
    return text.replace('"', "") if text.count('"') % 2 else text

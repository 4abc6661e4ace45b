"""Names an event by the noun that tells of it: "talks between Peru and Chile"; knows the roles, finds none."""

from __future__ import annotations

from collections.abc import Iterable

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.wording.agreement import is_plural
from kgexport.annotate.events.wording.forms import third_person
from kgexport.annotate.events.wording.phrases import article, count, of, phrase
from kgexport.annotate.events.wording.wording import PREPOSITIONS, preposition_of
from kgexport.model import Role, RoleName, Token

_UNDERGONE = frozenset(
    "return departure arrival exit disappearance death resignation injury rise fall birth retirement wedding "
    "surgery illness recovery relapse absence demise".split()
)
"""Nouns whose agent stands behind "of": "the return of Karl Holm"."""
_UPON = dict.fromkeys(("attack", "airstrike", "raid", "assault", "strike", "vote", "ban", "ambush"), "on")
_UPON |= {"offensive": "against", "rally": "against", "protest": "against", "sanction": "against"}
"""What stands behind a noun before what it is aimed at: "an airstrike on a village"."""
_TOGETHER = {"n-together", "n-agree", "n-conflict", "n-relations"}

_TOPIC = {"on", "about", "over"}

Who = dict[RoleName, str]


def by_noun(draft: Draft, who: Who, roles: Iterable[Role], plural: frozenset[str] = frozenset()) -> str:
    """The noun with who does it, to whom, with whom and where."""
    agent, target, partner = who[RoleName.AGENT], who[RoleName.OBJECT], who[RoleName.PARTICIPANT]
    words = list(draft.trigger.words)
    noun = " ".join(word.text if word.pos == "PROPN" else word.text.lower() for word in words)
    bare = not (agent or target or partner or who[RoleName.RECIPIENT])
    if bare:
        noun = max(phrase(draft.sentence, draft.trigger.head), noun, key=len)
    parts, frame = [noun.replace(" - ", "-")], draft.trigger.pattern.frame
    verb = _carried_by(draft)
    lead = preposition_of(draft, RoleName.OBJECT) if target else ""
    if verb and agent and not partner and (not target or lead in _TOPIC):
        base = verb.lemma.lower()
        form = base if is_plural(draft, roles, RoleName.AGENT, plural) else third_person(base)
        return _carried(draft, who, form, noun, f"{lead} {target}" if target else "")
    if frame in _TOGETHER and (agent or partner):
        everybody = " and ".join(side for side in (agent, partner) if side)
        parts.append(f"between {everybody}" if " and " in everybody else f"with {everybody}")
        about = preposition_of(draft, RoleName.OBJECT)
        return " ".join([*parts, f"{about if about in _TOPIC else 'on'} {target}" if target else ""])
    moves = frame == "n-move"
    if target and group_of(draft.type) == "sport":
        parts.append(f"over {target}" if "victory" in draft.type else f"of {target}")
    elif target and not moves and not _is_hit(draft):
        lead = _UPON.get(draft.trigger.words[-1].lemma.lower()) or preposition_of(draft, RoleName.OBJECT)
        lead = lead or ("against" if draft.type == "charge" else "of")
        parts.append(target if parts[0].split()[-1] in PREPOSITIONS | {"of"} else f"{lead} {target}")
    if agent:
        undergone = not target and draft.trigger.words[-1].lemma.lower() in _UNDERGONE
        if parts[0].endswith(" of"):  # "an offer of $12"
            parts[0] = parts[0].removesuffix(" of") + of(draft.sentence, draft.trigger.head)
        parts.append(f"of {agent}" if undergone else f"by {agent}")
    if target and moves:
        parts.append(f"to {target}")
    elif who[RoleName.RECIPIENT]:
        parts.append(f"to {who[RoleName.RECIPIENT]}")
    if partner:
        parts.append(f"between {partner}" if " and " in partner and not agent else f"with {partner}")
    if who[RoleName.LOCATION] and who[RoleName.LOCATION] not in noun and len(parts) < 3 and not moves:
        parts.append(f"in {who[RoleName.LOCATION]}")
    return " ".join(parts)


def _carried(draft: Draft, who: Who, verb: str, noun: str, topic: str) -> str:
    """A clause with the verb that carries the noun: "Ann Lee gives a speech on Lima to workers"."""
    head = draft.trigger.head
    told = count(draft.sentence, head) + max(phrase(draft.sentence, head), noun, key=len)
    told = article(draft.sentence, head, told.removesuffix(" of"))
    heard = f"to {who[RoleName.RECIPIENT]}" if who[RoleName.RECIPIENT] else ""
    return f"{who[RoleName.AGENT]} {verb} {told} {topic} {heard}"


def _is_hit(draft: Draft) -> bool:
    """Whether the object is who the verb hits that carries the noun: "the fire killed five" is no fire of five."""
    happens = draft.trigger.pattern.frame == "n-happen"
    return draft.trigger.harm or (happens and not draft.trigger.slots.get("of"))


def _carried_by(draft: Draft) -> Token | None:
    """The verb that carries a noun as its object in the active voice: "make" in "make an offer"."""
    verb = draft.trigger.support
    if verb is None or draft.trigger.head.dep != "dobj" or draft.trigger.head.head != verb.i:
        return None
    return verb if verb.lemma not in ("see", "be", "get") else None

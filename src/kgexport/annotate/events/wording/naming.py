"""Makes the readable name of an event from its words and roles: "Turkey gives kamikaze drones to Albania".

Knows the shape of phrases and nothing of how the roles were found; the forms of words are those of `phrases.py`.
"""

from __future__ import annotations

import dataclasses
import re

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.sameness.merging import Merged
from kgexport.annotate.events.wording.agreement import plurals
from kgexport.annotate.events.wording.clauses import HAPPENING, by_verb
from kgexport.annotate.events.wording.leading import without_owners
from kgexport.annotate.events.wording.listing import listed
from kgexport.annotate.events.wording.noun_naming import Who, by_noun
from kgexport.annotate.events.wording.phrases import shortened
from kgexport.annotate.events.wording.tails import is_of_office
from kgexport.annotate.events.wording.wording import doer, is_beside, is_stranded, unnamed
from kgexport.model import BlockKind, Entity, MentionKind, Role, RoleName, Sentence

_LONGEST_HEADLINE = 14
_LEFT_OVER = re.compile(r"(?: (?:with|to|of|for|as|at|from|before|by|into|against|on|in|the|an?|and|or|that))+$")
"""What no name ends with."""
_TIGHT = tuple(
    (re.compile(loose), tight)
    for loose, tight in (
        (r"(?<=\w) (['’]) ?(s|re|ve|ll|d|m)\b", r"\1\2"),
        (r"(?<=s) (['’])(?= [a-z])", r"\1"),
        (r"(?<=[a-z]) (n['’]t)\b", r"\1"),
        (r"(?<=\b[ap]\.) (?=m\.)", ""),
        (r"(?<=[$£€]) (?=\d)", ""),
        (r"(?<=\d[.,]) (?=\d{3}\b(?!,))", ""),
        (r"(?<=\d\.) (?=\d{1,2} ?(?:[a-z%-]|$))", ""),
        (r" (?=[,;:.!?)](?: |$))", ""),
        (r"(?<=\w) -(?=[a-z])", "-"),
        (r"(?<=\d) - (?=\d)", "-"),
        (r"(?<=\b[A-Z]) - ?(?=[A-Z][a-z])", "-"),
        (r"(?<=[$£€])(\d[\d.,]{0,12}) (m|bn|k)\b", r"\1\2"),
    )
)
"""What a tokeniser leaves between words and parts of words -> what print has."""


def name_of(event: Merged, entities: dict[str, Entity]) -> str:
    """A clause of agent, verb and object where a verb tells of the event; else the noun with who and what is in it."""
    draft = event.best
    own = {(role.name, role.filler): role for role in draft.roles}
    told = [own.get((r.name, r.filler), r) if r.mention.kind is MentionKind.PRONOUN else r for r in event.roles]
    told = [role for role in told if is_beside(role, draft) and not _is_own_noun(role, draft)]
    told = without_owners(draft, _without_mover(draft, told))
    told = _hit(draft, [role for role in told if not is_of_office(role, draft)])
    struck = draft.trigger.pattern.frame == "strikes" and not any(role.name is RoleName.OBJECT for role in told)
    who = {name: listed(event, _shown(told, name, struck=struck), name, entities) for name in RoleName}
    if draft.trigger.pattern.frame == "collide":
        who |= _collided(event, told, entities)
    if draft.trigger.pattern.frame == "blame":
        who |= _blamed(event, told, entities)
    headline = _headline(event)
    if headline and not any(who[name] for name in RoleName if name is not RoleName.LOCATION):
        return _tidy(headline, draft)
    if (
        not who[RoleName.OBJECT]
        and not (who[RoleName.PARTICIPANT] and draft.type == "meeting")
        and draft.trigger.pattern.frame not in HAPPENING
    ):
        who[RoleName.OBJECT] = unnamed(draft)
    plural = plurals(entities[role.filler] for role in event.roles if role.filler in entities)
    if draft.trigger.pattern.verb:
        return _tidy(by_verb(draft, who, event, told, plural), draft)
    return _tidy(by_noun(draft, who, event.roles, plural), draft)


def _shown(roles: list[Role], name: RoleName, *, struck: bool = False) -> list[Role]:
    """The roles that a name may show: of several places those with a name of their own, else the first.

    `struck`: the places are what is hit, and each is told.
    """
    if name is not RoleName.LOCATION:
        return roles
    places = [role for role in roles if role.name is name]
    if struck:
        return places
    return [role for role in places if not role.filler.startswith("nominal:")] or places[:1]


def _without_mover(draft: Draft, roles: list[Role]) -> list[Role]:
    """The roles without the thing that moves, the subject of the clause: "roofs" in "roofs fall onto people"."""
    moving = draft.trigger.pattern.verb and draft.trigger.pattern.frame not in {*HAPPENING, "get", "prize"}
    spans = [token.span for token in draft.trigger.slots.get("subject", ())] if moving else []
    return [r for r in roles if r.name is not RoleName.OBJECT or not any(r.mention.span.overlaps(s) for s in spans)]


def _is_own_noun(role: Role, draft: Draft) -> bool:
    """Whether the noun that tells of the event is also the thing that is made: "will do the sequel"."""
    return not draft.trigger.pattern.verb and role.mention.span.covers(draft.trigger.head.span)


def _collided(event: Merged, told: list[Role], entities: dict[str, Entity]) -> Who:
    """What ran into what: both suffer it, the first is the subject."""
    trigger = event.best.trigger
    before = trigger.slots.get("subject") or [t for t in trigger.slots.get("object", ()) if t.i < trigger.head.i]
    first = [role for role in told if any(token.span.overlaps(role.mention.span) for token in before)]
    rest = [role for role in told if role not in first]
    moving = listed(event, first, RoleName.OBJECT, entities) or doer(event.best)
    return {RoleName.AGENT: moving, RoleName.OBJECT: listed(event, rest, RoleName.OBJECT, entities)}


def _blamed(event: Merged, told: list[Role], entities: dict[str, Entity]) -> Who:
    """What is blamed on whom: "the crash on the pilots"."""
    accused = event.best.trigger.slots.get("on", ())
    on = [role for role in told if any(token.span.overlaps(role.mention.span) for token in accused)]
    what = listed(event, [role for role in told if role not in on], RoleName.OBJECT, entities) or unnamed(event.best)
    whom = listed(event, on, RoleName.OBJECT, entities)
    return {RoleName.OBJECT: f"{what} on {whom}" if what and whom else what or whom}


def _hit(draft: Draft, roles: list[Role]) -> list[Role]:
    """The roles with what a disaster hit for the only place: "houses" in "houses in Leeds were flooded"."""
    if draft.trigger.pattern.frame != "strikes":
        return roles
    heads = draft.trigger.slots.get("object", ())
    hit = [role for role in roles if any(token.span.overlaps(role.mention.span) for token in heads)]
    kept = [role for role in roles if role.name not in (RoleName.LOCATION, RoleName.OBJECT)]
    return [*kept, *(dataclasses.replace(role, name=RoleName.LOCATION) for role in hit)] if hit else roles


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


def _tidy(text: str, draft: Draft) -> str:
    text = plain(text, draft.sentence)
    particles = {t.text.lower() for t in draft.sentence.tokens if t.tag == "RP" or t.dep == "prt"}
    if not is_stranded(draft) and text.rsplit(" ", 1)[-1] not in particles:
        text = _LEFT_OVER.sub("", text)
    text = _closed(shortened(text))
    return text[:1].upper() + text[1:]


def plain(text: str, sentence: Sentence) -> str:
    """The words as print has them where the text is tokenised: "it's", "$2.5 million", "an eight-year deal"."""
    text = re.sub(r"\s+", " ", text).strip(" ,;:")
    for loose, tight in _TIGHT:
        text = loose.sub(tight, text)
    hyphens = [token for token in sentence.tokens if token.text == "-"]
    return text.replace(" - ", "-") if hyphens and all(token.tag == "HYPH" for token in hyphens) else text


def _closed(text: str) -> str:
    """Without the marks of a quotation that was cut."""
    for opening, closing in (("“", "”"), ("‘", "’")):
        if opening in text and closing not in text[text.rindex(opening) :]:
            text = text.replace(opening, "")
    return text.replace('"', "") if text.count('"') % 2 else text

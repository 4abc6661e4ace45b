"""Finds whose office somebody takes or leaves, and the part somebody is cast for; knows no status and no time."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from kgexport.annotate.events.clause import expanded
from kgexport.annotate.events.filling.actor_nouns import actor_class
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.finding.trigger import Trigger
from kgexport.annotate.events.lexicon import lexicon
from kgexport.model import Role, RoleName, Sentence, Token

_TAKEN = {
    "appointment",
    "job-change",
    "resignation",
    "dismissal",
    "retirement",
    "hiring",
    "election-victory",
    "selection",
}
OFFICES = frozenset(_TAKEN | {"casting"})
"""Types of events in which somebody takes or leaves an office or a part."""
_BEHIND = {"of", "at", "for", "with"}
"""Before the body whose an office is: "chairman of X", "editor at Y"."""
_HOLDING = ("attr", "as", "object")
"""Where the office stands: "became chief of X", "took over as chief of X"."""


def offices(sentence: Sentence, trigger: Trigger, fillers: Fillers, roles: list[Role]) -> list[Role]:
    """The bodies and places whose office it is, and for a casting the part, as participants."""
    if any(role.name is RoleName.PARTICIPANT for role in roles):
        return []
    known = {role.filler for role in roles}
    if trigger.pattern.type == "casting":
        parts = [role for role in _parts(sentence, trigger, fillers) if role.filler not in known]
        if parts:
            return parts
    if trigger.pattern.type not in OFFICES:
        return []
    heads = [t for office in _held(sentence, trigger, fillers) for t in _bodies(sentence, office, fillers)]
    found = (fillers.fill(sentence, token, RoleName.PARTICIPANT) for token in heads)
    return list({role.filler: role for role in found if role and role.filler not in known}.values())


def _held(sentence: Sentence, trigger: Trigger, fillers: Fillers) -> Iterator[Token]:
    """The nouns of the office: "chief" of "was named chief of X"."""
    for name in _HOLDING:
        for token in trigger.slots.get(name, ()):
            if token.i > trigger.head.i and not fillers.is_name(token) and _is_office(token):
                yield token


def _is_office(token: Token) -> bool:
    return actor_class(token) == "Person" or "office" in lexicon().classes_of.get(token.lemma.lower(), ())


def _bodies(sentence: Sentence, office: Token, fillers: Fillers) -> Iterator[Token]:
    """The names of bodies and places that say whose office it is."""
    heads = sentence.children(office, "poss", "compound", "nmod")
    for preposition in sentence.children(office, "prep"):
        if preposition.lemma.lower() in _BEHIND:
            heads += [t for phrase in sentence.children(preposition, "pobj") for t in expanded(sentence, phrase)]
    for token in heads:
        if fillers.is_name(token) and not fillers.reading.kinds(sentence, token).isdisjoint({"org", "place"}):
            yield token


def _parts(sentence: Sentence, trigger: Trigger, fillers: Fillers) -> Iterator[Role]:
    """Whom somebody is to play: "was announced as the new Inspector Holm"."""
    for token in trigger.slots.get("as", ()):
        office = "office" in lexicon().classes_of.get(token.lemma.lower(), ()) and not fillers.is_name(token)
        if office or token.i < trigger.head.i or token.span.begin in fillers.told:
            continue
        role = fillers.thing(sentence, token)
        if role is not None:
            yield dataclasses.replace(role, name=RoleName.PARTICIPANT)

"""An event in the making: what one trigger of one sentence tells; data only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from kgexport.annotate.events.finding.trigger import Trigger
from kgexport.annotate.events.reality.standing import Standing
from kgexport.model import Amount, Fired, Mention, Role, RoleName, Sentence, TimeExpression, Token

_CALENDAR = ("gYear", "gYearMonth", "date", "dateTime")


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers that tell a happening from others."""

    count: Decimal | None
    """How many suffer it."""
    exact: bool
    magnitude: str
    years: frozenset[str]
    """Years before its noun: "the 2014 Oscars"."""
    editions: frozenset[str]
    """Ordinals before it: "79th"."""
    score: str = ""
    """The result of a match: "3-1", the higher number first; empty where none is given."""
    things: frozenset[tuple[str, Decimal]] = frozenset()
    """How many of what it is told of, exactly: ("shell", 36)."""


@dataclass
class Draft:
    """An event in the making."""

    type: str
    trigger: Trigger
    sentence: Sentence
    mentions: tuple[Mention, ...]
    """Its trigger words; a verb that stands far from its noun has a mention of its own."""
    roles: list[Role]
    standing: Standing
    times: list[tuple[str, TimeExpression]] = field(default_factory=list)
    """Each with the preposition before it."""
    amounts: list[Amount] = field(default_factory=list)
    contents: list[Draft] = field(default_factory=list)
    """The events that it is about: what is demanded, announced, investigated."""
    prices: dict[str, Role] = field(default_factory=dict)
    """Key of a body -> its price, shares, rate: what rises, in the place of the body that the events are joined by."""
    spare: list[Role] = field(default_factory=list)
    """Things that it is about where no event comes of their nouns."""
    whole: Draft | None = None
    """The event that this one is part of."""
    causes: list[Draft] = field(default_factory=list)
    """The events that brought it about: the quake that killed."""
    brought: bool = False
    """Whether it brought another about that took place, so that it took place too."""
    occasion: Draft | None = None
    """The event at which this one took place."""
    fired: list[Fired] = field(default_factory=list)
    """The rules that gave it its times, places and wholes."""
    figures: Figures | None = None
    """Its numbers, once somebody asked for them."""
    nouns: tuple[str, ...] = ()
    """Nouns that were taken in as further mentions: "said in a statement"."""
    anew: bool = False
    """Whether a phrase in front brings it in as another one: "in a separate incident"."""
    asked: bool = False
    """Whether another event says that somebody is to do it, may do it, or is said to have done it."""
    passing: bool = False
    """Whether the words are too few to tell of an event: they may go back to one that is told elsewhere."""

    @property
    def mention(self) -> Mention:
        """The first mention."""
        return self.mentions[0]

    @property
    def clausal(self) -> bool:
        """Whether a verb tells of it, or carries the noun that does."""
        return self.trigger.pattern.verb or self.trigger.governed is not self.trigger.head

    def role(self, *names: RoleName) -> list[str]:
        """Keys of who plays one of the roles."""
        return [role.filler for role in self.roles if role.name in names]

    def calendar(self) -> Iterator[tuple[str, TimeExpression]]:
        """Its times that are points or stretches of the calendar, each with its preposition."""
        for preposition, time in self.times:
            if time.value is not None and time.value.precision in _CALENDAR:
                yield preposition, time


Owners = dict[int, Draft]
"""Position of each trigger word, support verb and governing word of a sentence -> its event."""


def owners_of(drafts: list[Draft]) -> Owners:
    """Index the drafts of a sentence by their words."""
    owners: Owners = {}
    for draft in drafts:
        for word in (*draft.trigger.words, draft.trigger.governed):
            owners.setdefault(word.i, draft)
    for draft in drafts:
        for word in draft.standing.governors:
            owners.setdefault(word.i, draft)
    return owners


def by_heads(drafts: list[Draft]) -> dict[int, Draft]:
    """Position of each trigger's head -> its event."""
    return {draft.trigger.head.i: draft for draft in drafts}


def first_head(sentence: Sentence, token: Token) -> Token:
    """The first of the phrases that are joined: "talks" of "talks and a visit"."""
    while token.dep == "conj" and token.head != token.i:
        token = sentence.head(token)
    return token

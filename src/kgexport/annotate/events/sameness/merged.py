"""One event of the article in the making, with all that tells of it; decides nothing.

What it knows is kept up with each draft: an event may be told a thousand times.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kgexport.annotate.entities.concrete import is_person_noun
from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.filling.descriptions import UNNAMED
from kgexport.annotate.events.filling.things import THING
from kgexport.annotate.events.reality.standing import Standing
from kgexport.annotate.events.sameness.ending import UNTIL, is_end
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.stretches import is_finer, told_of
from kgexport.annotate.events.sameness.things import barer, is_known_thing, is_named_in_full, shorter_names
from kgexport.annotate.events.setting.tables import POINTED
from kgexport.model import (
    BlockKind,
    Fired,
    Mention,
    Modality,
    Role,
    RoleName,
    Status,
    TimePrecision,
    TimeValue,
)

WHO = (RoleName.AGENT, RoleName.RECIPIENT, RoleName.OBJECT, RoleName.PARTICIPANT)
RELATIVE = ("by", "before", "after", "following", "ahead")
"""Behind these a time is not when it happened."""
_SIDES = ((RoleName.AGENT, RoleName.PARTICIPANT), (RoleName.OBJECT,), (RoleName.RECIPIENT,))
_DAYS = re.compile(r"P(\d{1,2})D")
_LONGEST = 30
"""How many days a length may have that is told in a word: "a three-day visit"."""


@dataclass
class Merged:
    """One event of the article."""

    drafts: list[Draft]
    roles: list[Role] = field(default_factory=list)
    start: TimeValue | None = None
    end: TimeValue | None = None
    stretch: tuple[TimeValue, TimeValue] | None = None
    """The first and last moment between which it began; narrower than `start` where the text tells the week."""
    times: list[str] = field(default_factory=list)
    fired: list[Fired] = field(default_factory=list)
    referring: set[int] = field(default_factory=set)
    """Identities of the drafts that only go back to what others tell: "the attack"."""
    nouns: set[str] = field(default_factory=set)
    """The nouns that tell of it, in their base form."""
    pointed: list[Mention] = field(default_factory=list)
    """The nouns that name it as what another event is about: "accepted the resignation"."""
    types: set[str] = field(default_factory=set)
    """The types of all drafts."""
    in_headline_only: bool = True
    """Whether nothing but the headline tells of it yet."""
    _type: str = ""
    _alleged: str = ""
    _days: int = 0
    _length: str = ""
    _best: Draft | None = None
    _told: Draft | None = None
    _brought: Draft | None = None
    _fillers: dict[RoleName, set[str]] = field(default_factory=dict)
    _strong: dict[RoleName, set[str]] = field(default_factory=dict)

    @property
    def best(self) -> Draft:
        """The draft that says most; it gives name and description."""
        return self._best or self.drafts[0]

    @property
    def standing(self) -> Standing:
        """What the body says of its reality, else the headline; what brought something about was done."""
        told = (self._told or self.best).standing
        return self._brought.standing if self._brought and told.status is Status.POTENTIAL else told

    @property
    def type(self) -> str:
        """The most special type of the drafts that tell of it; a charge makes no killing of a death."""
        if self._type or self.standing.modality is Modality.ALLEGED:
            return self._type or self._alleged or self.drafts[0].type
        return (self._told or self.drafts[0]).type if self._alleged else self.drafts[0].type

    def fillers(self, *names: RoleName) -> set[str]:
        """Keys of who plays one of the roles."""
        return {filler for name in names for filler in self._fillers.get(name, ())}

    def strong(self, *names: RoleName) -> set[str]:
        """As `fillers`, those only that tell this event from others."""
        if len(names) == 1:
            return self._strong.get(names[0], set())
        return {filler for name in names for filler in self._strong.get(name, ())}

    def add(self, draft: Draft, rule: str = "", *, refers: bool = False) -> None:
        """Take a draft in by a rule; `refers`: it only goes back to what is told, so it says nothing of its reality."""
        self.drafts.append(draft)
        self.types.add(draft.type)
        self.in_headline_only = self.in_headline_only and draft.sentence.block is BlockKind.HEADLINE
        if not draft.trigger.pattern.verb:
            self.nouns.add(draft.trigger.head.lemma.lower())
        self.nouns.update(draft.nouns)
        if rule:
            self.fired.append(Fired("merged", rule, draft.mention.span))
        if refers:
            self.referring.add(id(draft))
        else:
            self._rank(draft)
        if rule == "source-line":
            return
        self._add_roles(draft, refers or rule == "same-score")
        if not refers or draft.standing.modality in (Modality.ASSERTED, self.standing.modality):
            self._add_times(draft)

    def _rank(self, draft: Draft) -> None:
        self._brought = self._brought or (draft if draft.brought else None)
        if draft.type not in identity().lists["general"]:
            if draft.standing.modality is Modality.ALLEGED:
                self._alleged = self._alleged or draft.type
            else:
                self._type = self._type or draft.type
        if self._best is None or _says(draft) > _says(self._best):
            self._best = draft
        if self._told is None or _tells(draft) > _tells(self._told):
            self._told = draft

    def _add_roles(self, draft: Draft, refers: bool) -> None:
        placed = self.fillers(*WHO)
        full = {name for side in _SIDES if refers and self.strong(*side) for name in side}
        for role in draft.roles:
            known = self._fillers.setdefault(role.name, set())
            if role.filler in known or (role.name is not RoleName.LOCATION and role.filler in placed):
                continue
            if role.name in full or self._is_described_already(role, draft) or self._is_told_better(role, draft):
                continue
            self._forget_described(role, draft)
            self.roles.append(role)
            known.add(role.filler)
            if is_strong(role):
                self._strong.setdefault(role.name, set()).add(role.filler)

    def _is_described_already(self, role: Role, draft: Draft) -> bool:
        """Whether somebody without a name is the one whom another sentence names, or describes: "the suspect"."""
        own = draft.role(role.name)  # "talks between Lee and the firm" name Lee again, who is not the firm
        others = [r for r in self.roles if r.name is role.name and r.filler not in own]
        if role.name is RoleName.LOCATION and role.mention.annotator != POINTED:
            others = [r for r in others if is_described(r)]  # "in Leeds" and "at a hotel" may both be said of one
        return is_described(role) and bool(others)

    def _is_told_better(self, role: Role, draft: Draft) -> bool:
        """Whether another sentence has more words for the thing; a shorter name of it is dropped."""
        others = [r for r in self.roles if r.name is role.name and r not in draft.roles]
        if role.name is RoleName.LOCATION or is_described(role) or not others:
            return False
        for shorter in (*shorter_names(role, others), *barer(role, others)):
            self.roles.remove(shorter)
            self._fillers[role.name].discard(shorter.filler)
        others = [other for other in others if other in self.roles]
        return is_known_thing(role, others) or is_named_in_full(role, others)

    def _forget_described(self, role: Role, draft: Draft) -> None:
        """Drop whom another sentence only described, now that this one names him."""
        if role.name is RoleName.LOCATION or is_described(role):
            return
        for old in list(self.roles):
            if old.name is role.name and is_described(old) and old.filler not in draft.role(role.name):
                self.roles.remove(old)
                self._fillers[old.name].discard(old.filler)

    def drop(self, roles: Iterable[Role]) -> None:
        """Take roles away that turned out to be no people or things."""
        for role in list(roles):
            if role in self.roles:
                self.roles.remove(role)
                self._fillers[role.name].discard(role.filler)
                self._strong.get(role.name, set()).discard(role.filler)

    def _add_times(self, draft: Draft) -> None:
        for preposition, time in draft.calendar():
            if time.value is None or preposition in RELATIVE:
                continue
            first, last = told_of(time)
            if first is None:
                continue
            if is_end(draft, preposition, time):
                if self.end is None:
                    self.end = last or first
                    self.times.append(time.key)
            elif self.start is None or is_finer(first, self.start):
                self.start, self.end = first, last or self.end
                self.stretch = (time.value, time.end or time.value)
                self.times.append(time.key)
        self._add_length(draft)

    def _add_length(self, draft: Draft) -> None:
        """In "a three-day visit that began on Monday" the end is on Wednesday."""
        for preposition, time in draft.times:
            length = _DAYS.fullmatch(time.value.lexical) if time.value and not preposition else None
            if length and 1 < int(length[1]) <= _LONGEST:
                self._days, self._length = int(length[1]), time.key
        day = self.start.date if self.start and self.start.precision is TimePrecision.DAY else None
        if day and self._days and self.end is None:
            self.end = TimeValue.day(day + dt.timedelta(days=self._days - 1))
            self.times.append(self._length)


def is_strong(role: Role) -> bool:
    """Whether a filler tells events apart: a name, or a thing of more than a word ("drones" are anybody's)."""
    return not is_described(role) and (not role.filler.startswith("nominal:") or "-" in role.filler)


def is_described(role: Role) -> bool:
    """Whether a filler is somebody without a name, who may be the one whom another sentence names: "the suspect"."""
    if role.mention.annotator in (UNNAMED, THING, POINTED):
        return True
    return role.filler.startswith("nominal:") and is_person_noun(re.split("[:-]", role.filler)[-1])


def strong_of(draft: Draft, *names: RoleName) -> set[str]:
    """Keys of the fillers of a draft that tell one event from another."""
    return {role.filler for role in draft.roles if role.name in names and is_strong(role)}


def points(draft: Draft) -> Iterable[tuple[TimeValue, TimeValue]]:
    """The stretches of the calendar in which a draft says that it happened."""
    for preposition, time in draft.calendar():
        if time.value and preposition not in RELATIVE and preposition not in UNTIL and draft.trigger.effect != "stop":
            yield time.value, time.end or time.value


def _says(draft: Draft) -> tuple[bool, int, bool, int]:
    return draft.clausal, len(draft.roles), draft.trigger.pattern.verb, -draft.mention.span.begin


def _tells(draft: Draft) -> tuple[bool, bool, bool, bool, int]:
    """What is done wins over what was planned, the body over the headline."""
    stands = draft.standing
    done = stands.modality is Modality.ASSERTED and stands.status is not Status.FAILED
    body = draft.sentence.block is not BlockKind.HEADLINE
    return body, draft.clausal, done, draft.trigger.pattern.verb, -draft.mention.span.begin

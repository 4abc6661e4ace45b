"""Brings together what tells of one event: headline, standfirst and body; knows no grammar.

Two drafts are one event where type and standing agree, no role and no date speaks against it, and they share somebody;
a definite noun that says no more ("the visit") goes back to the event before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.reading import Reading
from kgexport.model import BlockKind, Modality, Polarity, Role, RoleName, Status, TimeValue

_SAME: tuple[set[str], ...] = (
    {"transfer", "arms-transfer", "aid", "purchase", "sale", "release"},
    {"visit", "travel"},
    {"killing", "death", "bombing", "shooting"},
)
_SAME += (
    {"armed-attack", "airstrike", "armed-conflict", "invasion", "cyberattack"},
    {"negotiation", "meeting"},
    {"crash", "explosion"},
)
_GENERAL = {"transfer", "travel", "death"}
"""Types that give way to a more special one."""
_LOOKED_BACK = 12
"""How many earlier events of the same sort are compared: keeps the work linear."""
_PLACED = {"disaster", "accident"}
"""Groups whose events are told apart by their place."""
_SIDES = ((RoleName.AGENT, RoleName.PARTICIPANT), (RoleName.OBJECT,), (RoleName.RECIPIENT,))
_WHO = (RoleName.AGENT, RoleName.RECIPIENT, RoleName.OBJECT, RoleName.PARTICIPANT)


@dataclass
class Merged:
    """One event of the article. What it knows is kept up with each draft: an event may be told a thousand times."""

    drafts: list[Draft]
    roles: list[Role] = field(default_factory=list)
    start: TimeValue | None = None
    end: TimeValue | None = None
    times: list[str] = field(default_factory=list)
    _best: Draft | None = None
    _fillers: dict[RoleName, set[str]] = field(default_factory=dict)

    @property
    def best(self) -> Draft:
        """The draft that says most; it gives name, description and standing."""
        return self._best or self.drafts[0]

    @property
    def type(self) -> str:
        """The most special type of its drafts."""
        special = next((draft.type for draft in self.drafts if draft.type not in _GENERAL), "")
        return special or self.drafts[0].type

    def fillers(self, *names: RoleName) -> set[str]:
        """Keys of who plays one of the roles."""
        return {filler for name in names for filler in self._fillers.get(name, ())}

    def add(self, draft: Draft) -> None:
        """Take a draft in."""
        self.drafts.append(draft)
        if self._best is None or _says(draft) > _says(self._best):
            self._best = draft
        placed = self.fillers(*_WHO)
        for role in draft.roles:
            known = self._fillers.setdefault(role.name, set())
            if role.filler not in known and (role.name is RoleName.LOCATION or role.filler not in placed):
                self.roles.append(role)
                known.add(role.filler)
        for preposition, time in draft.calendar():
            self._add_time(preposition, time.key, time.value, time.end, draft.trigger.effect)

    def _add_time(
        self, preposition: str, key: str, value: TimeValue | None, end: TimeValue | None, effect: str
    ) -> None:
        if value is None or preposition in ("by", "before", "after", "following"):
            return
        if preposition in ("until", "till") or effect == "stop":
            self.end = self.end or value
        elif self.start is None or (
            len(value.lexical) > len(self.start.lexical) and value.lexical.startswith(self.start.lexical)
        ):
            self.start, self.end = value, end or self.end
        else:
            return
        self.times.append(key)


def merge(drafts: list[Draft], reading: Reading) -> list[Merged]:
    """The events of the article, in order of their first mention."""
    events: list[Merged] = []
    by_sort: dict[str, list[Merged]] = {}
    for draft in drafts:
        earlier = by_sort.setdefault(_sort(draft.type), [])
        for event in reversed(earlier[-_LOOKED_BACK:]):
            if _is_one(event, draft) or _is_retold(event, draft, reading):
                event.add(draft)
                break
        else:
            if not draft.passing:
                event = Merged([])
                event.add(draft)
                events.append(event)
                earlier.append(event)
    return events


def _says(draft: Draft) -> tuple[bool, int, bool, int]:
    return draft.clausal, len(draft.roles), draft.trigger.pattern.verb, -draft.mention.span.begin


def _sort(name: str) -> str:
    return next((min(same) for same in _SAME if name in same), name)


def _is_one(event: Merged, draft: Draft) -> bool:
    return _agree_in_standing(event, draft) and _agree_in_time(event, draft) and _agree_in_roles(event, draft)


def _is_retold(event: Merged, draft: Draft, reading: Reading) -> bool:
    """Whether the lead says more fully what the headline told: "President resigns" - "Ann Lee resigned on Monday"."""
    if event.drafts[0].sentence.block is not BlockKind.HEADLINE or not reading.is_lead(draft.sentence):
        return False
    if draft.sentence.block is BlockKind.HEADLINE or group_of(draft.type) == "communication":
        return False
    if not _agree_in_standing(event, draft) or not _agree_in_time(event, draft):
        return False
    return all(
        not (ours and theirs) or not ours.isdisjoint(theirs)
        for ours, theirs in ((_telling(event.fillers(*names)), _telling(draft.role(*names))) for names in _SIDES)
    )


def _agree_in_standing(event: Merged, draft: Draft) -> bool:
    stands = event.best.standing
    if stands.polarity is not draft.standing.polarity:
        return False
    if stands.modality is draft.standing.modality:
        return (stands.status is Status.FAILED) is (draft.standing.status is Status.FAILED)
    by_noun, by_verb = (draft, event.best) if not draft.clausal else (event.best, draft)
    vague = not by_noun.clausal and by_noun.standing.modality is Modality.ASSERTED
    return vague and by_noun.standing.polarity is Polarity.POSITIVE and by_verb.standing.modality is Modality.PLANNED


def _agree_in_time(event: Merged, draft: Draft) -> bool:
    start = event.start
    for preposition, time in draft.calendar():
        if start and time.value and preposition not in ("by", "before", "after", "following", "until", "till"):
            a, b = start.lexical, time.value.lexical
            if not a.startswith(b) and not b.startswith(a):
                return False
    return True


def _agree_in_roles(event: Merged, draft: Draft) -> bool:
    shared = 0
    for names in _SIDES:
        ours, theirs = _telling(event.fillers(*names)), _telling(draft.role(*names))
        if ours and theirs and ours.isdisjoint(theirs):
            return False
        shared += len(ours & theirs)
    if group_of(draft.type) in _PLACED:
        ours, theirs = event.fillers(RoleName.LOCATION), set(draft.role(RoleName.LOCATION))
        if ours and theirs:
            return not ours.isdisjoint(theirs)
    if shared:
        return shared >= 2 or _is_special(event, draft)
    if draft.role(*_WHO):
        return (
            not _telling(event.fillers(*_WHO)).isdisjoint(_telling(draft.role(*_WHO)))
            and not draft.trigger.pattern.verb
        )
    return _refers_back(draft) and (not draft.passing or any(draft.type == known.type for known in event.drafts))


def _telling(keys: Iterable[str]) -> set[str]:
    """Those that tell one event from another: names, and phrases of more than a word ("people" are never the same)."""
    return {key for key in keys if not key.startswith("nominal:") or "-" in key}


def _is_special(event: Merged, draft: Draft) -> bool:
    """Whether one shared role is enough: not where one agent says or does many things of the same sort."""
    if group_of(draft.type) == "communication":
        return not (draft.role(RoleName.OBJECT, RoleName.RECIPIENT) or draft.trigger.slots.get("clause"))
    one, other = event.fillers(RoleName.OBJECT, RoleName.RECIPIENT), draft.role(RoleName.OBJECT, RoleName.RECIPIENT)
    return bool(set(other) & one) or not other or not one


def _refers_back(draft: Draft) -> bool:
    """Whether a noun may name what was told before: "the visit"; "after deadly earthquake"."""
    determiners = [child.text.lower() for child in draft.sentence.children(draft.trigger.head, "det")]
    bare = draft.passing and draft.trigger.head.tag == "NN" and not determiners
    return not draft.trigger.pattern.verb and (bare or not {"the", "this", "that"}.isdisjoint(determiners))

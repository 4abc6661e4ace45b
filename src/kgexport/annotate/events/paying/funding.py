"""Finds who pays how much for what: by the events of paying, and by the grammar around an amount (grants.py)."""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.paying.grants import Grant, grant_of
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.sameness.merging import Merged
from kgexport.model import (
    Amount,
    BlockKind,
    Funding,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    RoleName,
    Sentence,
    Token,
)

_PAYING = {"investment", "payment", "aid", "compensation"}
_RULE, _CONFIDENCE = "events/grant", 0.7
_UNSURE = frozenset({"deny", "allege", "accuse", "claim", "reject", "dismiss"})
"""Verbs by which a payment is only what somebody alleges, or denies."""


def fundings(events: list[tuple[str, Merged]], reading: Reading, fillers: Fillers) -> Iterator[Funding]:
    """A funding for each amount that somebody is said to pay for an event or thing; `events` with their keys."""
    seen: set[str] = set()
    for funding in (*_by_events(events), *_by_grammar(events, reading, fillers)):
        if funding.amount not in seen:
            seen.add(funding.amount)
            yield funding


def _by_events(events: list[tuple[str, Merged]]) -> Iterator[Funding]:
    keys = {id(draft): key for key, event in events for draft in event.drafts}
    for _, event in events:
        for draft in event.drafts:
            if draft.type not in _PAYING or draft.standing.modality is not Modality.ASSERTED:
                continue
            funded = keys.get(id(draft.occasion)) or next(iter(draft.role(RoleName.OBJECT, RoleName.RECIPIENT)), None)
            funder = next(iter(draft.role(RoleName.AGENT)), None)
            for amount in draft.amounts:
                if funded and draft.sentence.block is not BlockKind.BYLINE:
                    yield _funding(amount, funded, funder, draft.mention)


def _by_grammar(events: list[tuple[str, Merged]], reading: Reading, fillers: Fillers) -> Iterator[Funding]:
    doubted = {
        c.key for c in reading.annotations.claims if c.polarity is Polarity.NEGATIVE or c.reporting_verb in _UNSURE
    }
    told = {draft.trigger.head.span.begin: key for key, event in events for draft in event.drafts}
    for sentence in reading.annotations.sentences:
        for amount in dict.fromkeys(
            reading.amounts[t.span.begin] for t in sentence.tokens if t.span.begin in reading.amounts
        ):
            grant = grant_of(sentence, amount) if doubted.isdisjoint(reading.claims(amount.mention.span)) else None
            item = _node(sentence, grant.item, fillers, told) if grant is not None else None
            if grant is not None and item is not None:
                word = Mention(grant.word.span, MentionKind.RELATION, _RULE, _CONFIDENCE)
                yield _funding(amount, item, _giver(sentence, grant, fillers, item), word)


def _node(sentence: Sentence, head: Token, fillers: Fillers, told: dict[int, str]) -> str | None:
    """The key of what is paid for: an event, a name, or a thing."""
    if head.span.begin in told:
        return told[head.span.begin]
    role = fillers.fill(sentence, head, RoleName.OBJECT)
    return role.filler if role is not None else None


def _giver(sentence: Sentence, grant: Grant, fillers: Fillers, item: str) -> str | None:
    role = fillers.fill(sentence, grant.giver, RoleName.AGENT) if grant.giver is not None else None
    return role.filler if role is not None and role.filler != item else None


def _funding(amount: Amount, funded: str, funder: str | None, word: Mention) -> Funding:
    return Funding(f"funding:{amount.mention.span.begin}", amount.key, funded, (word, amount.mention), funder)

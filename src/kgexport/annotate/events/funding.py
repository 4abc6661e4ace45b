"""Finds who pays how much for what among the events; knows no grammar."""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.merging import Merged
from kgexport.model import BlockKind, Funding, Modality, RoleName

_PAYING = {"investment", "payment", "aid", "compensation"}


def fundings(events: list[tuple[str, Merged]]) -> Iterator[Funding]:
    """A funding for each amount that somebody is said to pay for an event or thing; `events` with their keys."""
    keys = {id(draft): key for key, event in events for draft in event.drafts}
    seen: set[str] = set()
    for _, event in events:
        for draft in event.drafts:
            if draft.type not in _PAYING or draft.standing.modality is not Modality.ASSERTED:
                continue
            funded = keys.get(id(draft.occasion)) or next(iter(draft.role(RoleName.OBJECT, RoleName.RECIPIENT)), None)
            funder = next(iter(draft.role(RoleName.AGENT)), None)
            for amount in draft.amounts:
                if funded and amount.key not in seen and draft.sentence.block is not BlockKind.BYLINE:
                    seen.add(amount.key)
                    yield Funding(
                        f"funding:{amount.mention.span.begin}",
                        amount.key,
                        funded,
                        (draft.mention, amount.mention),
                        funder,
                    )

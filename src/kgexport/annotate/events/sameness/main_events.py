"""Chooses the events that an article is about: those of its headline, completed by its lead; changes no event."""

from __future__ import annotations

from collections.abc import Iterable

from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.sameness.merging import Merged
from kgexport.model import BlockKind, Modality, RoleName

_MOST = 3
_SAYING = {"statement", "question", "forecast"}
"""What is said is main, and that it was said only where the headline tells it."""


def main_events(keyed: list[tuple[str, Merged]], reading: Reading) -> frozenset[str]:
    """Keys of at most three: those of the headline; those of the lead where who, where or when is still open.

    Where neither tells of an event, those of the first sentence that does.
    """
    headline = [item for item in keyed if _is_in(item[1], BlockKind.HEADLINE)]
    keyed = [item for item in keyed if item[1].type not in _SAYING] or keyed
    chosen = _ranked(headline)[:_MOST]
    if not chosen or not _is_complete(chosen):
        lead = _of_lead([item for item in keyed if item not in chosen], reading)
        chosen += _ranked(lead)[: max(1, _MOST - len(chosen)) if len(chosen) < _MOST else 0]
    if not chosen and keyed:
        first = min(draft.sentence.span for _, event in keyed for draft in event.drafts)
        chosen = _ranked(i for i in keyed if any(draft.sentence.span == first for draft in i[1].drafts))[:_MOST]
    return frozenset(key for key, _ in chosen)


def _is_in(event: Merged, block: BlockKind) -> bool:
    return any(draft.sentence.block is block for draft in event.drafts)


def _of_lead(items: list[tuple[str, Merged]], reading: Reading) -> list[tuple[str, Merged]]:
    """The events of the first sentence of the lead that tells of any."""
    leads = {d.sentence.span for _, event in items for d in event.drafts if reading.is_lead(d.sentence)}
    first = min(leads, default=None)
    return [item for item in items if any(draft.sentence.span == first for draft in item[1].drafts)]


def _is_complete(chosen: list[tuple[str, Merged]]) -> bool:
    """Whether the events say who, and where or when."""
    who = any(event.fillers(*(n for n in RoleName if n is not RoleName.LOCATION)) for _, event in chosen)
    return who and any(event.start or event.fillers(RoleName.LOCATION) for _, event in chosen)


def _ranked(items: Iterable[tuple[str, Merged]]) -> list[tuple[str, Merged]]:
    """What the sentence tells first of all before what it tells in passing, facts before what is wished for."""
    return sorted(items, key=lambda item: _depth(item[1]))


def _depth(event: Merged) -> tuple[bool, int, int]:
    draft = event.drafts[0]
    depth = len(draft.sentence.ancestors(draft.trigger.governed))
    unreal = draft.standing.modality in (Modality.CONDITIONAL, Modality.POSSIBLE, Modality.DESIRED)
    return unreal, depth, draft.mention.span.begin

"""Finds by their reporting words the claims and quotations of an article; knows no trigger and no event type.

What one speaker says in sentence after sentence is one turn: "X said … He added …".
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from kgexport.model import Annotations, Claim, Quotation, Span


@dataclass(frozen=True, slots=True)
class Said:
    """What one reporting word introduces."""

    cue: Span
    keys: tuple[str, ...]
    """Keys of the claims and quotations."""
    content: Span
    """What is said, or its first part."""
    speaker: str | None
    turn: int
    """Number of the stretch of sentences in which the same speaker goes on."""
    pieces: tuple[Span, ...] = ()
    """The content without words of telling in between."""


def said_by_cue(annotations: Annotations) -> dict[int, Said]:
    """Where a reporting word begins -> what it introduces; fragments of a claim count as the claim."""
    by_cue: dict[int, list[tuple[Span, Claim | Quotation]]] = {}
    whole: list[Claim | Quotation] = [q for q in annotations.quotations if q.claim is None]
    for item in (*annotations.claims, *whole):
        if item.cue is not None:
            by_cue.setdefault(item.cue.begin, []).append((item.cue, item))
    begins = [sentence.span.begin for sentence in annotations.sentences]
    found: dict[int, Said] = {}
    last: Said | None = None
    where = turn = -1
    for begin, items in sorted(by_cue.items(), key=lambda entry: entry[0]):
        at = bisect_right(begins, begin) - 1
        speaker = next((item.speaker for _, item in items if item.speaker), None)
        goes_on = last is not None and speaker is not None and speaker == last.speaker and at - where <= 1
        if last is not None and last.content.begin <= begin < last.content.end:  # "said he had told X that …"
            goes_on = False
        turn, where = turn if goes_on else turn + 1, at
        first = items[0][1]
        content = first.mention.span if isinstance(first, Claim) else first.mentions[0].span
        pieces = tuple(m.span for m in first.mentions) if isinstance(first, Claim) else (content,)
        last = found[begin] = Said(items[0][0], tuple(item.key for _, item in items), content, speaker, turn, pieces)
    return found

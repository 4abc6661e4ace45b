"""Says where in each sentence entities are named; knows no rule of reference."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from kgexport.model import Annotations, MentionKind

Place = tuple[int, int, str, MentionKind]
"""First token and end of a name or adjective, key of its entity, kind."""


def named_places(so_far: Annotations) -> list[list[Place]]:
    """Of each sentence the names and adjectives of lands, in order."""
    sentences = so_far.sentences
    begins = [s.span.begin for s in sentences]
    out: list[list[Place]] = [[] for _ in sentences]
    for entity in so_far.entities:
        for mention in entity.mentions:
            at = bisect_right(begins, mention.span.begin) - 1
            if at < 0 or mention.kind not in (MentionKind.NAME, MentionKind.ADJECTIVE):
                continue
            starts = [t.span.begin for t in sentences[at].tokens]
            first = max(bisect_right(starts, mention.span.begin) - 1, 0)
            end = bisect_left(starts, mention.span.end)
            if end > first:
                out[at].append((first, end, entity.key, mention.kind))
    for places in out:
        places.sort(key=lambda place: place[:3])
    return out

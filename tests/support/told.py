"""What whole texts tell: read once, in an article of Thursday, 16 May 2024, and asked for by their own words."""

from __future__ import annotations

from functools import cache

from kgexport.annotate import annotate
from kgexport.model import Annotations, Event, RoleName, Source
from kgexport.pipeline import read_opened

PUBLISHED = "2024-05-16"
INTRO = "Birds sing in spring. "
"""A sentence in front that tells of nothing, so that the next one is no headline."""


@cache
def read(text: str) -> Annotations:
    """All layers of a text; its first line is the headline."""
    return annotate(read_opened(Source(text.encode(), "text/plain", "a.txt"), PUBLISHED, None, "text"))


def at(text: str, words: str, nth: int = 1) -> Event:
    """The event with the shortest trigger on the nth occurrence of some words."""
    begin = -1
    for _ in range(nth):
        begin = text.index(words, begin + 1)
    told = [(m.span, e) for e in read(text).events for m in e.mentions if m.span.begin <= begin < m.span.end]
    assert told, [event.name for event in read(text).events]
    return min(told, key=lambda item: (len(item[0]), item[1].key))[1]


def names(text: str, event: Event, role: RoleName) -> set[str]:
    """The names of those that play a role, entities and events."""
    known = {entity.key: entity.name for entity in read(text).entities}
    known |= {one.key: one.name for one in read(text).events}
    return {known[r.filler] for r in event.roles if r.name is role}

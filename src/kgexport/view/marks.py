"""Cuts a text at its mentions, however they overlap, into stretches that each know what speaks there; knows no HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kgexport.view.things import Thing


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of the text that speaks of a thing."""

    begin: int
    end: int
    kind: str
    thing: str
    """Id of the thing; empty for a time, which is no node."""
    note: str = ""
    """What a time resolves to."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text that no mention begins or ends in."""

    begin: int
    text: str
    inner: Mark | None
    """The shortest mention that covers it: what a click opens."""
    others: tuple[str, ...]
    """Ids of what else is mentioned here, from the inside out."""
    speech: tuple[str, ...]
    """`quote`, `claim`: what it is part of."""
    opens: tuple[Mark, ...]
    """The quotations and claims that begin here."""
    anchor: bool
    """Whether a mention begins here, which links lead to."""


SPEECH = ("quote", "claim")
LINKED = ("person", "organization", "place", "thing", "event", "value")


def marks_of(things: Iterable[Thing], times: Iterable[tuple[int, int, str]]) -> tuple[Mark, ...]:
    """Every mention that a page marks, in the order of the text."""
    found = [
        Mark(begin, end, thing.kind.name, thing.id)
        for thing in things
        if thing.kind.name in (*LINKED, *SPEECH)
        for begin, end in thing.places
    ]
    found += [Mark(begin, end, "time", "", note) for begin, end, note in times]
    return tuple(sorted(found))


class Marker:
    """Marks one text. Blocks have to be asked for in the order of the text: each mention is looked at once."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self._text = text
        self._waiting = sorted(marks)
        self._next = 0
        self._active: list[Mark] = []

    def stretches(self, begin: int, end: int) -> list[Stretch]:
        """The text from `begin` to `end` in stretches; mentions that reach over an edge are cut there."""
        self._take_in(begin, end)
        cuts = {begin, end}
        for mark in self._active:
            cuts |= {place for place in (mark.begin, mark.end) if begin < place < end}
        places = sorted(cuts)
        made, live, fresh = [], list[Mark](), iter(sorted(self._active))
        waiting = next(fresh, None)
        for left, right in pairwise(places):
            live = [mark for mark in live if mark.end > left]
            while waiting is not None and waiting.begin <= left:
                live += [waiting] if waiting.end > left else []
                waiting = next(fresh, None)
            made.append(self._stretch(left, right, live))
        return made

    def _take_in(self, begin: int, end: int) -> None:
        self._active = [mark for mark in self._active if mark.end > begin]
        while self._next < len(self._waiting) and self._waiting[self._next].begin < end:
            mark = self._waiting[self._next]
            self._active += [mark] if mark.end > begin else []
            self._next += 1

    def _stretch(self, left: int, right: int, live: Sequence[Mark]) -> Stretch:
        here = sorted((m for m in live if m.kind not in SPEECH), key=lambda m: (m.end - m.begin, m.kind == "time", m))
        told = [mark for mark in live if mark.kind in SPEECH]
        inner = here[0] if here else None
        others = dict.fromkeys(mark.thing for mark in here[1:] if mark.thing and inner and mark.thing != inner.thing)
        speech = tuple(kind for kind in SPEECH if any(mark.kind == kind for mark in told))
        opens = tuple(mark for mark in told if mark.begin == left)
        anchor = any(mark.begin == left for mark in live)
        return Stretch(left, self._text[left:right], inner, tuple(others), speech, opens, anchor)

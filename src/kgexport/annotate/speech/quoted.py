"""Everything between quotation marks in an article: the families of marks put together, outer ones only."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from kgexport.annotate.speech.marks import DOUBLE, GUILLEMETS, Quoted
from kgexport.annotate.speech.paragraphs import across_paragraphs
from kgexport.annotate.speech.singles import single_quoted
from kgexport.model import Article


def find_quoted(article: Article) -> list[Quoted]:
    """Everything between outer marks, in the order of the text, without overlaps."""
    found = across_paragraphs(article, DOUBLE) + across_paragraphs(article, GUILLEMETS)
    taken = _Ranges((q.begin, q.end) for q in found)
    found += single_quoted(article, taken.holds)
    return list(_outermost(found))


def _outermost(found: Iterable[Quoted]) -> Iterator[Quoted]:
    end = 0
    for quoted in sorted(found, key=lambda q: (q.begin, -q.end)):
        if quoted.begin >= end:
            yield quoted
            end = quoted.end


class _Ranges:
    """Looks up whether a position lies strictly inside one of some ranges."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._ranges: list[tuple[int, int]] = []
        for begin, end in sorted(ranges):
            if not self._ranges or begin >= self._ranges[-1][1]:
                self._ranges.append((begin, end))
        self._begins = [begin for begin, _ in self._ranges]

    def holds(self, position: int) -> bool:
        place = bisect_right(self._begins, position) - 1
        return place >= 0 and position < self._ranges[place][1]

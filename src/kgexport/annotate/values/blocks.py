"""Which stretches of an article are searched for values, and what is taken there already; must not know any value."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from kgexport.model import Article, BlockKind, Span

PROSE = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.PARAGRAPH})
"""The blocks that are prose."""


def prose(article: Article, *more: BlockKind) -> Iterator[Span]:
    """The spans of the blocks of prose (and of other kinds asked for), in order."""
    return (block.span for block in article.blocks if block.kind in PROSE or block.kind in more)


_CUT = re.compile(r"(?<=[a-z)\"”’][.!?])\s+(?=[\"“(]?[A-Z])|\n")
_SHORT = 300


def pieces(text: str, span: Span) -> Iterator[Span]:
    """A span cut at ends of sentences into pieces of some hundred characters, to keep searches in them short."""
    begin = span.begin
    while cut := _CUT.search(text, min(begin + _SHORT, span.end), span.end):
        yield Span(begin, cut.start())
        begin = cut.end()
    if begin < span.end:
        yield Span(begin, span.end)


class Taken:
    """Spans that other values cover; answers whether a new one overlaps any of them in logarithmic time."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._begins: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.begin < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._begins.append(span.begin)
                self._ends.append(span.end)

    def overlaps(self, begin: int, end: int) -> bool:
        """Whether `begin:end` shares a character with any of the spans."""
        at = bisect_right(self._begins, end - 1) - 1
        return at >= 0 and self._ends[at] > begin

"""Joins quotations that run over paragraphs; knows marks and blocks, no words but a few of telling.

A quotation that does not close before its paragraph ends is dropped, unless the next paragraph goes on with it: by the
custom of repeating the opening mark, or (sources with a line a sentence) by a mark that can only be a closing one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kgexport.annotate.speech.marks import (
    CLOSING_BEFORE,
    PROSE,
    Mark,
    Quoted,
    Shape,
    closed,
    marks_in,
    trimmed,
    unclosed,
)
from kgexport.annotate.speech.pairing import pairs_of
from kgexport.model import Article, Block, BlockKind, Span

_LINES_WITHOUT_MARK = 4
"""How many lines a quotation may run through without any mark."""

_MOST_PARTS = 60
"""How many paragraphs a quotation may run over; more are a mark that was forgotten."""

_TOLD_INSIDE = re.compile(r",\s+(?:said|says|(?:he|she|they|[A-Z][\w’'-]+)\s+(?:said|says|told))\b")
"""A frame that shows that the closing mark was forgotten before it."""


_TOLD_AFTER = re.compile(
    r"(?:(?:he|she|they|it|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}) )?(?:said|says|told|added|explained)\b"
)
"""A frame that shows that the mark before it is a closing one, whatever the spaces."""


def _closes_badly(text: str, mark: Mark) -> bool:
    """Whether a mark that looks like an opening one closes: '…, "he said'."""
    before = text[max(0, mark.begin - 3) : mark.begin]
    return before[-1:].isspace() and before.rstrip()[-1:] in tuple(",.!?…") and bool(_TOLD_AFTER.match(text, mark.end))


def across_paragraphs(article: Article, pattern: re.Pattern[str]) -> list[Quoted]:
    """Pairs of one family, those that run over paragraphs joined."""
    found: list[Quoted] = []
    pending: _Pending | None = None
    for block in article.blocks:
        marks = list(marks_in(article.text, block, pattern)) if block.kind in PROSE else []
        if pending is not None:
            before = pending
            pending, marks, joined = pending.join(article.text, block, marks)
            if pending is not None:
                continue
            found += joined or before.alone
        pairs = pairs_of(marks)
        found += closed(article.text, pairs)
        if pairs and pairs[-1].closing is None and block.kind is not BlockKind.HEADLINE:
            pending = _Pending.start(article.text, block, pairs[-1].opening)
    found += pending.alone if pending is not None else ()
    return sorted(found, key=lambda q: q.begin)


@dataclass(frozen=True, slots=True)
class _Pending:
    """A quotation that was open at the end of the last block."""

    begin: int
    parts: tuple[Span, ...]
    unmarked: int = 0
    """Lines since the last mark."""
    alone: tuple[Quoted, ...] = ()
    """What is left of it where no closing mark is found."""

    @classmethod
    def start(cls, text: str, block: Block, opening: Mark) -> _Pending | None:
        part = trimmed(text, opening.end, block.span.end)
        if part is None or _TOLD_INSIDE.search(text, part.begin, part.end):
            return None
        alone = unclosed(text, block, opening)
        return cls(opening.begin, (part,), alone=(alone,) if alone else ())

    def join(
        self, text: str, block: Block, marks: list[Mark]
    ) -> tuple[_Pending | None, list[Mark], tuple[Quoted, ...]]:
        """Go on in the next block: what is still open, the marks that are left, and the quotation if it is complete."""
        if block.kind is not BlockKind.PARAGRAPH:
            return None, marks, ()
        repeated = bool(marks) and marks[0].begin == block.span.begin and marks[0].shape is not Shape.CLOSE
        begin = marks[0].end if repeated else block.span.begin
        rest = marks[1:] if repeated else marks
        if not rest:
            part = trimmed(text, begin, block.span.end)
            unmarked = 0 if repeated else self.unmarked + 1
            if part is None or unmarked > _LINES_WITHOUT_MARK or len(self.parts) >= _MOST_PARTS:
                return None, [], ()
            return _Pending(self.begin, (*self.parts, part), unmarked, self.alone), [], ()
        close = self._closing(text, rest, repeated)
        part = trimmed(text, begin, rest[close].begin) if close is not None else None
        if close is None or part is None:
            return None, marks, ()
        return None, rest[close + 1 :], (Quoted((*self.parts, part), self.begin, rest[close].end),)

    def _closing(self, text: str, marks: Sequence[Mark], repeated: bool) -> int | None:
        depth = 0
        for i, mark in enumerate(marks):
            if mark.shape is Shape.OPEN and not _closes_badly(text, mark):
                if not repeated:
                    return None
                depth += 1
            elif depth:
                depth -= 1
            else:
                sure = repeated or text[max(0, mark.begin - 3) : mark.begin].rstrip()[-1:] in CLOSING_BEFORE
                return i if sure else None
        return None

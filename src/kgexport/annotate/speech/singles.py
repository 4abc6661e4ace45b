"""Pairs single quotation marks and tells them from apostrophes; knows characters only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from kgexport.annotate.speech.marks import (
    CLOSING_BEFORE,
    OPENING_BEFORE,
    PROSE,
    SINGLE,
    Mark,
    Pair,
    Quoted,
    Shape,
    closed,
)
from kgexport.model import Article, Block

_ELISION = re.compile(r"(?:\d0s|em|til|tis|twas|cause|bout|round|n)\b", re.IGNORECASE)
"""What follows an apostrophe at the beginning of a word."""


def single_quoted(article: Article, is_taken: Callable[[int], bool]) -> Iterator[Quoted]:
    """What stands between single marks; `is_taken` says where other marks have been paired."""
    text = article.text
    for block in article.blocks:
        if block.kind in PROSE:
            found = [m for m in SINGLE.finditer(text, block.span.begin, block.span.end) if not is_taken(m.start())]
            pairs = _single_pairs(text, block, found)
            yield from closed(text, pairs)


def _single_pairs(text: str, block: Block, found: Sequence[re.Match[str]]) -> Iterator[Pair]:
    """Each opening mark with the next mark that is no apostrophe."""
    closers = _next_closers(text, block, found)
    i = 0
    while i < len(found):
        close = closers[i] if _opens_single(text, block, found[i]) else None
        if close is not None:
            opening, closing = found[i], found[close]
            yield Pair(
                Mark(opening.start(), opening.end(), Shape.OPEN), Mark(closing.start(), closing.end(), Shape.CLOSE)
            )
            i = close
        i += 1


def _next_closers(text: str, block: Block, found: Sequence[re.Match[str]]) -> list[int | None]:
    """For each mark the best closing one behind it: the next that is sure, else a plural's apostrophe before that."""
    closers: list[int | None] = []
    sure: int | None = None
    unsure: int | None = None
    for i in range(len(found) - 1, -1, -1):
        closers.append(sure if sure is not None else unsure)
        if _opens_single(text, block, found[i]):
            unsure = None
        match _closes_single(text, block, found[i]):
            case True:
                sure, unsure = i, None
            case None:
                unsure = i
    return closers[::-1]


def _opens_single(text: str, block: Block, mark: re.Match[str]) -> bool:
    begin, end = mark.span()
    before = text[begin - 1] if begin > block.span.begin else " "
    after = text[end] if end < block.span.end else " "
    if mark[0] == "’" or after.isspace() or not (before.isspace() or before in OPENING_BEFORE):
        return False
    return not _ELISION.match(text, end)


def _closes_single(text: str, block: Block, mark: re.Match[str]) -> bool | None:
    """True, False, or None for what may as well be the apostrophe of a plural ("the players’ fault")."""
    begin, end = mark.span()
    before = text[begin - 1] if begin > block.span.begin else " "
    after = text[end : end + 2] or " "
    if mark[0] in "‘‚" or before.isspace() or after[0].isalnum():
        return False
    if before in CLOSING_BEFORE or not after[0].isspace():
        return True
    return None if before in "sSz" and after[1:].isalnum() else True

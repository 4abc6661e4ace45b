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
    trimmed,
    unclosed,
)
from kgexport.model import Article, Block, BlockKind

_ELISION = re.compile(r"(?:\d0s|em|til|tis|twas|cause|bout|round|n)\b", re.IGNORECASE)
"""What follows an apostrophe at the beginning of a word."""
_MOST_LINES = 4
"""Lines that a quotation in single marks may go on for."""


def single_quoted(article: Article, is_taken: Callable[[int], bool]) -> Iterator[Quoted]:
    """What stands between single marks; `is_taken` says where other marks have been paired."""
    text = article.text
    done = 0
    for number, block in enumerate(article.blocks):
        if block.kind not in PROSE:
            continue
        found = [
            m
            for m in SINGLE.finditer(text, block.span.begin, block.span.end)
            if m.start() >= done and not is_taken(m.start())
        ]
        pairs = list(_single_pairs(text, block, found))
        yield from closed(text, pairs)
        opening = _left_open(text, block, found, pairs[-1].closing if pairs else None)
        quoted = _over_lines(article, number, opening) if opening else None
        if quoted is not None:
            yield quoted
            done = quoted.end


def _left_open(text: str, block: Block, found: Sequence[re.Match[str]], last: Mark | None) -> Mark | None:
    """The first mark behind the last pair that opens and finds no closing one in its block."""
    for match in found:
        if (last is None or match.start() >= last.end) and _opens_single(text, block, match):
            return Mark(match.start(), match.end(), Shape.OPEN)
    return None


def _over_lines(article: Article, number: int, opening: Mark) -> Quoted | None:
    """To the closing mark in one of the next lines, else to the end of the block; None unless words lead up to it."""
    text, blocks = article.text, article.blocks
    alone = unclosed(text, blocks[number], opening)
    if alone is None or blocks[number].kind is BlockKind.HEADLINE:
        return None
    parts = list(alone.parts)
    for block in blocks[number + 1 : number + 1 + _MOST_LINES]:
        found = list(SINGLE.finditer(text, block.span.begin, block.span.end))
        opens = [m.start() for m in found if _opens_single(text, block, m)]
        ends = [m for m in found if _closes_single(text, block, m) and _ends_sentence(text, m.start())]
        if block.kind is not BlockKind.PARAGRAPH or (opens and (not ends or opens[0] < ends[0].start())):
            break
        part = trimmed(text, block.span.begin, ends[0].start() if ends else block.span.end)
        if part is None:
            break
        parts.append(part)
        if ends:
            return Quoted(tuple(parts), opening.begin, ends[0].end())
    return alone


def _ends_sentence(text: str, position: int) -> bool:
    return text[max(0, position - 2) : position].rstrip()[-1:] in tuple(".!?…,")


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
    led = after.isspace() and before.isspace() and text[max(0, begin - 2) : begin].rstrip()[-1:] in (":", ",")
    if mark[0] == "’" or (after.isspace() and not led) or not (before.isspace() or before in OPENING_BEFORE):
        return False
    return not _ELISION.match(text, end)


def _closes_single(text: str, block: Block, mark: re.Match[str]) -> bool | None:
    """True, False, or None for what may as well be the apostrophe of a plural ("the players’ fault")."""
    begin, end = mark.span()
    before = text[begin - 1] if begin > block.span.begin else " "
    after = text[end : end + 2] or " "
    if mark[0] in "‘‚" or after[0].isalnum():
        return False
    if before.isspace():  # detached, as in tokenised text
        return after[0].isspace() and _ends_sentence(text, begin)
    if before in CLOSING_BEFORE or not after[0].isspace():
        return True
    return None if before in "sSz" and after[1:].isalnum() else True

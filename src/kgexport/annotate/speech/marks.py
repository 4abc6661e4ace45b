"""Quotation marks as they are printed: their shapes, the stretches between them; knows characters only, no words.

Three families of marks, each paired alone: double (`“ ” „ " `` ''`), guillemets (`« »`) and single (`‘ ’ '`), which
also serve as apostrophes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from kgexport.model import Article, Block, BlockKind, Span

PROSE = {BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.PARAGRAPH}
"""The blocks in which quotations are looked for."""

DOUBLE = re.compile(r"``|''|[“”„‟\"＂]")
GUILLEMETS = re.compile(r"[«»]")
SINGLE = re.compile(r"[‘’‚'](?![’'])(?<!['’]['’])")
CLOSING_BEFORE = frozenset(".,!?…;:-–—)]")
"""What stands before a closing mark and hardly before an apostrophe."""
OPENING_BEFORE = frozenset("([{-–—/=“\"«‘'`\u2009\u200a")
"""What besides white space stands before an opening mark."""


class Shape(Enum):
    """What a mark can be, by the characters beside it."""

    OPEN = 1
    CLOSE = 2
    EITHER = 3


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between two marks: one part a paragraph."""

    parts: tuple[Span, ...]
    """Between the marks, without the white space at the edges."""
    begin: int
    """Offset of the opening mark."""
    end: int
    """Offset after the closing mark."""
    closed: bool = True
    """Whether there is a closing mark; else the quotation runs to the end of its paragraph."""

    def text(self, article: Article) -> str:
        """The parts, a space between two."""
        return " ".join(part.of(article.text) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark; two characters long in the style of typewriters."""

    begin: int
    end: int
    shape: Shape
    straight: bool = False
    """Whether the same character opens and closes."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening mark with its closing one."""

    opening: Mark
    closing: Mark | None
    """None: still open at the end of the block."""


def marks_in(text: str, block: Block, pattern: re.Pattern[str]) -> Iterator[Mark]:
    """The marks of one family in a block."""
    for match in pattern.finditer(text, block.span.begin, block.span.end):
        before = text[match.start() - 1] if match.start() > block.span.begin else " "
        after = text[match.end()] if match.end() < block.span.end else " "
        yield Mark(match.start(), match.end(), _shape(match[0], before, after), match[0] in '"＂')


def _shape(mark: str, before: str, after: str) -> Shape:
    if mark in ("``", "„", "‟"):
        return Shape.OPEN
    opens = (before.isspace() or before in OPENING_BEFORE) and not after.isspace()
    closes = not before.isspace() and not after.isalnum()
    if mark == "«":  # closes in »…«
        return Shape.CLOSE if closes and not opens else Shape.OPEN
    if mark == "»":
        return Shape.OPEN if opens and not closes else Shape.CLOSE
    if mark == "“":  # closes in „…“
        return Shape.EITHER if closes and not opens else Shape.OPEN
    if mark in ("”", "''"):  # opens in ”…”
        return Shape.EITHER if opens and not closes else Shape.CLOSE
    if opens == closes:
        return Shape.EITHER
    return Shape.OPEN if opens else Shape.CLOSE


def closed(text: str, pairs: Iterable[Pair]) -> Iterator[Quoted]:
    """What stands between the marks of the pairs that are closed, empty ones left out."""
    for pair in pairs:
        part = trimmed(text, pair.opening.end, pair.closing.begin) if pair.closing else None
        if pair.closing and part:
            yield Quoted((part,), pair.opening.begin, pair.closing.end)


_TELLS_BEFORE = re.compile(r"\w[^.!?\n]{0,60}[:,]\s*$")


def unclosed(text: str, block: Block, opening: Mark) -> Quoted | None:
    """From an opening mark without a closing one to the end of its block, where words of telling lead up to it."""
    part = trimmed(text, opening.end, block.span.end)
    introduced = _TELLS_BEFORE.search(text, max(block.span.begin, opening.begin - 70), opening.begin)
    if part is None or introduced is None:
        return None
    return Quoted((part,), opening.begin, part.end, closed=False)


def trimmed(text: str, begin: int, end: int) -> Span | None:
    """The span without white space at its edges; None where nothing is left."""
    inside = text[begin:end]
    begin += len(inside) - len(inside.lstrip())
    end -= len(inside) - len(inside.rstrip())
    return Span(begin, end) if begin < end else None

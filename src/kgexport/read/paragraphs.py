"""Splits plain text into its paragraphs: one a line, or wrapped over several lines; knows nothing of what they say."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import pairwise

from kgexport.model import Span

_NARROWEST, _WIDEST = 40, 100
"""Characters of a line in wrapped text."""
_LINE = re.compile(r"[^\n]+")
_SENTENCE_ENDS = ".!?”\"’'"
_MOST_TITLE_LINES = 3


def paragraphs(text: str) -> list[Span]:
    """The paragraphs in order, without the white space around them. Line ends have to be `\\n`."""
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    if width is None:
        return lines
    found: list[Span] = []
    title = _title_lines(text, lines)
    for index, line in enumerate(lines):
        if index and (index < title or _is_full(text, lines[index - 1], line, width)):
            found[-1] = found[-1].to(line)
        else:
            found.append(line)
    return found


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        line = match[0]
        begin = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if begin < end:
            yield Span(begin, end)


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line goes on with this one: it stands directly below, and its first word had no room here."""
    first = text[following.begin : following.end].split(None, 1)[0]
    return _below(text, line, following) and len(line) + 1 + len(first) > width


def _below(text: str, line: Span, following: Span) -> bool:
    return text.count("\n", line.end, following.begin) == 1


def _wrap_width(text: str, lines: list[Span]) -> int | None:
    """The width that the text was wrapped at; None where every line is a paragraph of its own.

    Wrapped text is known by lines that are full and end in the middle of a sentence, at least one of them before a
    word in lower case.
    """
    if len(lines) < 2:
        return None
    lengths = sorted(len(line) for line in lines)
    width = lengths[math.ceil(0.98 * (len(lengths) - 1))]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = [(line, following) for line, following in pairwise(lines) if _is_full(text, line, following, width)]
    going_on = [following for line, following in full if text[line.end - 1] not in _SENTENCE_ENDS]
    is_wrapped = any(text[following.begin].islower() for following in going_on) and 2 * len(going_on) >= len(full)
    return width if is_wrapped else None


def _title_lines(text: str, lines: list[Span]) -> int:
    """How many lines of the first group, before a blank line, are one wrapped headline; 0 for none."""
    count = 1
    while count < len(lines) and _below(text, lines[count - 1], lines[count]):
        count += 1
    ends = [text[line.end - 1] for line in lines[:count]]
    is_title = (
        1 < count <= _MOST_TITLE_LINES and count < len(lines) and not any(end in _SENTENCE_ENDS + ":;" for end in ends)
    )
    return count if is_title and not any(any(c.isdigit() for c in line.of(text)) for line in lines[1:count]) else 0

"""Pairs the double marks of one block; knows their shapes only."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kgexport.annotate.speech.marks import Mark, Pair, Shape

_MOST_INSIDE = 2
"""How many quotations of the same marks a quotation may hold."""

_LONGEST_PART = 4000
"""How many characters of one paragraph."""


def pairs_of(marks: Sequence[Mark]) -> list[Pair]:
    """Outer pairs; the last may be unclosed. By shape where that comes out even, else in turn if that fits better."""
    pairs, even = _by_shape(marks)
    if even or len(marks) % 2 or not all(mark.straight for mark in marks):
        return pairs
    against = sum(mark.shape is (Shape.OPEN if i % 2 else Shape.CLOSE) for i, mark in enumerate(marks))
    if against > max(1, len(marks) // 4):
        return pairs
    return [Pair(marks[i], marks[i + 1]) for i in range(0, len(marks), 2)]


def _by_shape(marks: Sequence[Mark]) -> tuple[list[Pair], bool]:
    stack: list[Mark] = []
    pairs: list[Pair] = []
    even = True
    for mark in marks:
        opens = mark.shape is Shape.OPEN or (mark.shape is Shape.EITHER and not stack)
        if opens:
            stack.append(mark)
        elif not stack:
            even = False
        elif len(stack) == 1:
            pairs.append(Pair(stack.pop(), mark))
        else:
            inner = stack.pop()
            pairs.append(Pair(inner, mark))
    if stack:
        even = False
        later = [pair for pair in pairs if pair.opening.begin > stack[-1].begin]
        if not later:
            pairs.append(Pair(stack[-1], None))
    return sorted(_not_nested(pairs), key=lambda pair: pair.opening.begin), even


def _not_nested(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Outer pairs. One that holds many others, or a page of text, comes of a forgotten mark and does not count."""
    ordered = sorted(pairs, key=lambda p: p.opening.begin)
    begins = [pair.opening.begin for pair in ordered]
    end = -1
    for i, pair in enumerate(ordered):
        if pair.opening.begin < end:
            continue
        if pair.closing:
            inside = bisect_left(begins, pair.closing.begin) - i - 1
            if inside > _MOST_INSIDE or pair.closing.begin - pair.opening.begin > _LONGEST_PART:
                continue
            end = pair.closing.end
        yield pair

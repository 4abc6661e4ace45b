"""How far what is said reaches around the words of telling; knows tokens, no cues and no entities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kgexport.annotate.speech.context import Context
from kgexport.model import Sentence, Span, Token

_GOES_ON = frozenset({"and", "but", "or", "if", "unless", "because", "nor", "yet"})
"""Behind "…, X said," these words go on with what is said; others ("as …", "in a speech …") are the reporter's."""
_LOOSE_BEFORE = frozenset({",", ";", ":", "-", "–", "—", "--"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Token positions of what is said, both inclusive."""

    rule: str
    first: int
    last: int
    frame: tuple[int, int] | None = None
    """First and last token of the words of telling in between."""


def around_frame(
    sentence: Sentence, outer: Sequence[int], frame: tuple[int, int], head: int, rule: str
) -> Stretch | None:
    """What of the positions `outer` is said, where `frame` tells it; `head` is the verb of what is said."""
    low, high = frame
    left = [i for i in outer if i < low and _counts(sentence.tokens[i])]
    right = [i for i in outer if i > high and _counts(sentence.tokens[i], leading=False)]
    if not left and not right:
        return None
    if not right or (left and head < low and not _goes_on(sentence, right[0], high)):
        return Stretch(rule, outer[0], low - 1)
    if not left:
        return Stretch(rule, high + 1, outer[-1])
    return Stretch(rule, outer[0], outer[-1], frame)


def _counts(token: Token, leading: bool = True) -> bool:
    return token.pos not in ("PUNCT", "SPACE") and not (leading and token.dep in ("cc", "mark"))


def _goes_on(sentence: Sentence, first: int, high: int) -> bool:
    token = sentence.tokens[first]
    quoted = any(t.tag in ("``", "''") for t in sentence.tokens[high + 1 : first])
    return quoted or token.dep == "cc" or token.text.lower() in _GOES_ON


def aside_span(context: Context, sentence: Sentence, stretch: Stretch) -> Span | None:
    """The words of telling between, with the commas that set them off."""
    if stretch.frame is None:
        return None
    low, high = stretch.frame[0] - 1, stretch.frame[1] + 1
    while low > stretch.first and sentence.tokens[low].text in _LOOSE_BEFORE:
        low -= 1
    while high < stretch.last and sentence.tokens[high].text in _LOOSE_BEFORE:
        high += 1
    begin, end = sentence.tokens[low].span.end, sentence.tokens[high].span.begin
    return Span(begin, end) if begin < end else None


def between_semicolons(context: Context, sentence: Sentence, stretch: Stretch) -> Stretch:
    """The stretch without what a semicolon sets off from the part that words of telling interrupt."""
    if stretch.frame is None:
        return stretch
    stops = [t.i for t in sentence.tokens[stretch.first : stretch.last] if t.text == ";" and not context.is_quoted(t)]
    low, high = stretch.frame
    first = max((i + 1 for i in stops if i < low), default=stretch.first)
    last = min((i - 1 for i in stops if i > high), default=stretch.last)
    return replace(stretch, first=first, last=last)

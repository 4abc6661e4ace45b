"""Joins for the parser what tokenised text prints apart ("6. 1 - magnitude", "230, 000", "Lee ' s"); knows no parser.

The offsets stay those of the text: every character of the joined text knows where it stood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

_GLUED = re.compile(r"\d[.,]\d")
"""What a text never has whose numbers are apart."""
_APART = re.compile(r"\d[.,] \d|[A-Za-z\d] - ?[a-z]|\w ['’] ?s\b|[ap]\. m\.")
_ENOUGH = 2
"""Signs of a tokeniser that such a text needs: one may be chance ("in room 12, 300 people")."""
_HYPHENED = (
    "year|month|week|day|hour|minute|second|mile|kilomet|met|inch|foot|yard|pound|ton|magnitude|degree|story|storey|"
    "point|game|time|man|woman|member|seat|page|lap|run|round|goal|match|strong|plus|odd"
)
"""How words begin that a hyphen joins to a number."""
_HYPHEN = rf"(?<![\w.,])\d{{1,4}}(?:[.,] \d{{1,3}})? - ?(?=(?:{_HYPHENED}))"
_MONTH = r"(?<!Jan )(?<!Feb )(?<!March )(?<!April )(?<!May )(?<!June )(?<!July )(?<!ust )(?<!ber )(?<!ary )(?<!\. )"
_OWNER = r"(?<=\w) ['’] s(?=[ .,;:!?)]|$)"
_NUMBERS = re.compile(
    rf"{_HYPHEN}|{_OWNER}|{_MONTH}(?<![\d.,])\d{{1,3}}(?:, \d{{3}}){{1,3}}(?!\d)"
    r"|(?<![\d.,])\d{1,3}\. \d{1,2}(?!\d)(?=\W{0,3}[a-zA-Z%″])"
)
_ALWAYS = re.compile(
    rf"{_HYPHEN}|{_OWNER}|(?<![\d.,])\d{{1,3}}(?:, 000){{1,3}}(?!\d)"
    r"|(?<![\d.,])\d{1,3}\. \d{1,2}(?= (?:m|b|tr)illion\b)"
)
"""What can be nothing else in any text."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A text without the spaces that a tokeniser put in."""

    text: str
    places: tuple[int, ...] | None = None
    """Where each character stood; None where nothing was taken out."""

    def place(self, index: int) -> int:
        """Where a character stood."""
        return index if self.places is None else self.places[index]


def is_loose(text: str) -> bool:
    """Whether an article prints its numbers apart: none is in one piece, and there are signs of a tokeniser."""
    return not _GLUED.search(text) and len(list(islice(_APART.finditer(text), _ENOUGH))) == _ENOUGH


def joined(text: str, *, loose: bool) -> Joined:
    """The text with its numbers in one piece; `loose`: the article prints numbers apart."""
    dropped = {
        match.start() + at
        for match in (_NUMBERS if loose else _ALWAYS).finditer(text)
        for at, character in enumerate(match[0])
        if character == " "
    }
    if not dropped:
        return Joined(text)
    places = tuple(i for i in range(len(text)) if i not in dropped)
    return Joined("".join(text[i] for i in places), places)

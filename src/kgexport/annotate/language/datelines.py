"""Finds where a paragraph's own words begin, behind a dateline or the sign of a list; knows no parser.

The reader names the dateline of the article. Other paragraphs can have one too (a round-up), or one that has no mark of
a dateline but a colon: only a known place tells "BAGHDAD: Gunmen …" from "REED: We …".
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kgexport.read.datelines import dateline

_WORD = r"[A-Z][\w.'’-]{1,24}"
_PLACE = re.compile(rf"({_WORD}(?:\s{_WORD}){{0,2}})(?:,\s{_WORD}(?:\s{_WORD})?)?\s?:(?=\s[A-Z])")
_SIGN = re.compile(r"(?:[•·▪■►▶◆●*]\s*|[-–—]\s+)(?=\w|[\"“‘'])")


def dateline_length(paragraph: str, is_place: Callable[[str], bool]) -> int:
    """Characters of the dateline at the start of a paragraph; 0 where there is none."""
    found = dateline(paragraph)
    if found is not None:
        return found.span.end
    match = _PLACE.match(paragraph)
    return match.end() if match and is_place(match[1].title() if match[1].isupper() else match[1]) else 0


def sign_length(paragraph: str) -> int:
    """Characters of the sign of a list ("• ", "- ") at the start of a paragraph; 0 where there is none."""
    match = _SIGN.match(paragraph)
    return match.end() if match else 0

"""Recognises bylines, `By Jane Doe and John Roe, Staff Writers`; knows nothing of paragraphs or pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgexport.read.dates import DateLine, date_line
from kgexport.read.rules import rules

_LONGEST = 200
_MOST_WORDS = 5
"""Words of a person's name."""
_BY = re.compile(r"(?:written\s+|reported\s+|reporting\s+|story\s+)?by:?\s+(?=\S)", re.IGNORECASE)
_BREAKS = re.compile(r"\s+[|•·–—-]\s+|\s*[|•·/;]\s*|\s+--\s+|\n")
_LIST = re.compile(r"\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|with)\s+|\s*&\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-‐])*")
_PLACED = re.compile(r"\s+(?:in|for|at|from)\s+.*", re.DOTALL)
_SUFFIXES = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "md"}


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline states."""

    authors: tuple[str, ...]
    """Persons only, as printed; empty for `By Reuters`."""
    dates: DateLine | None = None
    """The dates that stand in the same line."""


def byline(line: str) -> Byline | None:
    """The byline that a line is; None for any other line, such as a sentence that begins with "By"."""
    start = _BY.match(line)
    if start is None or len(line) > _LONGEST or re.search(r"[^.\s]{3,}[.!?]['”\"]?$", line):
        return None
    first, *rest = _BREAKS.split(line[start.end() :].strip())
    names = person_names(first)
    if names is None:
        return None
    dates = next((dates for part in rest if (dates := date_line(part.strip(" ,")))), None)
    return Byline(names, dates)


def person_names(text: str) -> tuple[str, ...] | None:
    """The persons in `Jane Doe, John Roe and Max Moe, Staff Writers in Athens`; None where it is no list of names.

    An organisation's name, known by its words (`Reuters`, `… News`), gives no person.
    """
    names: list[str] = []
    for index, listed in enumerate(_LIST.split(text.strip())):
        part = _PLACED.sub("", listed)
        if part.lower() in _SUFFIXES and names:
            names[-1] += ", " + part
        elif _is_role(part) or (index and not is_person_name(part)):
            break
        elif not is_person_name(part):
            return None
        else:
            names.append(part)
    return tuple(dict.fromkeys(names))


def is_person_name(text: str) -> bool:
    """Whether the words look like a person's full name: two to five capitalised words, particles aside."""
    words = text.split()
    if not 2 <= len(words) <= _MOST_WORDS or words[0].lower() in rules().not_names or _is_role(text):
        return False
    if any(word.lower().rstrip(".") in _calendar() for word in words[:1]):
        return False
    if not words[-1][0].isupper():
        return False
    return all(_WORD.fullmatch(word) and (word[0].isupper() or _is_particle(word)) for word in words)


def _is_particle(word: str) -> bool:
    return word in rules().name_particles or word.split("-")[0].split("’")[0].split("'")[0] in rules().name_particles


def _is_role(part: str) -> bool:
    return any(word.lower().strip(".,()") in rules().role_words for word in part.split())


def _calendar() -> frozenset[str]:
    return frozenset(rules().weekdays) | (frozenset(rules().months) - {"may", "april", "june", "august", "jan"})

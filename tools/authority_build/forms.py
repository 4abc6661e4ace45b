"""Cleans names and aliases for the data files; knows nothing of where they were read."""

from __future__ import annotations

import re
import unicodedata

_LATIN = re.compile(r"[\w\s.,'’‘()&/+!:\-–]+")
_ACRONYM = re.compile(r"[A-Z][A-Z&\-]{2,9}")
_GENERIC = re.compile(r"\((?:[^()]*)\)$")
_FORMAL = re.compile(
    r"(?:(?:The )?(?:[A-Z][\w'’]+(?:,)? ){0,4}(?:Republic|Kingdom|State|States|Federation|Commonwealth|Union"
    r"|Principality|Sultanate|Emirate|Duchy|Territory|Bailiwick)(?: of (?:the )?.+)?)"
)


def is_latin(text: str) -> bool:
    """Whether every letter is of the Latin script."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all("LATIN" in unicodedata.name(c, "") for c in letters)


def is_acronym(text: str) -> bool:
    """Three to ten capitals, perhaps with `&` or `-`: forms that stand for an organisation on their own."""
    return bool(_ACRONYM.fullmatch(text)) and sum(c.isupper() for c in text) >= 3


def is_formal(text: str) -> bool:
    """Whether it is an English formal name of a state: "Republic of Albania", "Swiss Confederation"."""
    return bool(_FORMAL.fullmatch(text))


def without_article(text: str) -> str:
    """The name without a leading "the"."""
    return text[4:] if text[:4] in ("the ", "The ") and text[4:5].isupper() else text


def tidy(text: str) -> str:
    """NFC, single spaces, straight apostrophes, no disambiguation in brackets at the end."""
    text = unicodedata.normalize("NFC", text).replace("’", "'").replace("‘", "'")
    return " ".join(_GENERIC.sub("", text.strip()).split())


def is_usable_alias(text: str, kinds: tuple[str, ...]) -> bool:
    """Whether an alias may match in a text on its own.

    Out: one- and two-letter forms, lower-case and foreign-script forms, forms with digits, commas or brackets, roman
    numerals after one word ("Rama V"), and, for persons, every form of one word. Capitals alone only for organisations.
    """
    words = text.split()
    if not is_latin(text) or not _LATIN.fullmatch(text) or re.search(r"[,()/:!\d]", text):
        return False
    if len(text) < 3 or not text[0].isupper() or not 1 <= len(words) <= 8:
        return False
    if len(words) > 1 and re.fullmatch(r"[IVX]+\.?", words[-1]) and len(words) == 2:
        return False
    if "Person" in kinds:
        return (
            len(words) >= 2 and all(len(word.strip(".")) > 1 for word in (words[0], words[-1])) and not text.isupper()
        )
    if text.isupper() and len(words) == 1:
        return is_acronym(text) and any(kind in _ORGANISED for kind in kinds)
    return not (text.isupper() and len(text) > 10)


_ORGANISED = frozenset(
    "Organization Corporation GovernmentOrganization NewsMediaOrganization PoliticalParty NGO SportsOrganization"
    " EducationalOrganization".split()
)

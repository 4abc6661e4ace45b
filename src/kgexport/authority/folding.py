"""Folds the forms of a name that mean the same to a reader; knows no data."""

from __future__ import annotations

import re
import unicodedata

_MARKS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "\u00ad": "",
        "\u200b": "",
    }
)
_SAINT = re.compile(r"\bSt\.? (?=[A-Z])")
_SPACED = re.compile(r"\b([A-Z]\.) (?=[A-Z]\.)")
_UNDECOMPOSED = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
    }
)


def fold(name: str) -> str:
    """NFC, one space between words, straight apostrophes and hyphens, "Saint" for "St.", "U.S." for "U. S."."""
    if not name.isascii():
        name = unicodedata.normalize("NFC", name).translate(_MARKS)
    elif "`" in name:
        name = name.translate(_MARKS)
    name = " ".join(name.split())
    if ". " in name:
        name = _SPACED.sub(r"\1", name)
    return _SAINT.sub("Saint ", name) if "St" in name else name


def plain(name: str) -> str:
    """A folded name without diacritics: "Erdoğan" becomes "Erdogan"."""
    if name.isascii():
        return name
    decomposed = unicodedata.normalize("NFD", name.translate(_UNDECOMPOSED))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def readings(name: str) -> tuple[str, ...]:
    """The forms to look a name up by, in order: as given, without a leading "the", without a possessive at the end."""
    forms = [fold(name)]
    if forms[0][:4] in ("the ", "The ", "THE ") and forms[0][4:]:
        forms += [forms[0][4:], "The " + forms[0][4:]]
    for form in tuple(forms):
        if form.endswith(("'s", "'S")):
            forms.append(form[:-2])
        elif form.endswith("s'"):
            forms.append(form[:-1])
    return tuple(dict.fromkeys(forms))

"""Marks where a sentence can and cannot begin, from the words alone, before the parser runs; knows no parser.

What is not certain stays open, and the parser decides. The rules look at a few tokens to either side: linear time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kgexport.annotate.values.tables import rows

_INITIAL = re.compile(r"[A-Z]\.")
_LETTERS = re.compile(r"(?:[A-Za-z]\.){2,5}")
_FULL_STOP = "."
_TERMINAL = frozenset({".", "!", "?", "…", "...", "....", "..", "?!", "!!", "!?"})
_CLOSING = frozenset("”’»)]}") | {"''"}
_OPENING = frozenset("“‘«([{") | {"``"}
_NEVER_FIRST = frozenset({",", ";", ":", "%", ".", "!", "?"}) | _CLOSING
_LEADS_ON = frozenset({",", "’", "&", "$", "€", "£", "/"}) | _OPENING
"""What no sentence ends with."""
_DOMAINS = frozenset("com org net edu gov co html htm php uk eu info".split())
"""Parts of an address that a text prints with spaces."""
_LONG_ENOUGH = 5
"""Letters of a capitalised word that is hardly an abbreviation."""
_NEAR = 5
"""Tokens behind a quotation in which its speaker is told."""
_CUES = frozenset("said says asked asks shouted cried replied wondered added told".split())


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The table of abbreviations."""

    kinds: dict[str, str]
    """Form with its full stop -> kind."""
    joined: tuple[str, ...]
    """Forms that the tokenizer has to be told."""
    goes_on: frozenset[str]
    """What continues a time of day."""
    starters: frozenset[str]
    """Words with a capital that begin a sentence behind an abbreviation."""

    def kind(self, form: str) -> str:
        """The kind of a form, which ends in a full stop; empty where it is no abbreviation."""
        found = self.kinds.get(form) or (self.kinds.get(form.capitalize()) if form.isupper() else None)
        if found is None and _INITIAL.fullmatch(form):
            return "initial"
        return found or ("trailing" if _LETTERS.fullmatch(form) else "")


@cache
def abbreviations() -> Abbreviations:
    """Read the table, once; raises InputError where it is missing."""
    table = rows("abbreviations.tsv")
    words = frozenset({"goes-on", "starter"})
    return Abbreviations(
        {row["form"]: row["kind"] for row in table if row["kind"] not in words},
        tuple(row["form"] for row in table if row["joined"] == "yes"),
        frozenset(row["form"] for row in table if row["kind"] == "goes-on"),
        frozenset(row["form"] for row in table if row["kind"] == "starter"),
    )


_OWNERS = ("'s", "’s")
"""Nothing ends with the mark of an owner: "Ann Lee's It's a Long Way" goes on."""


def boundaries(words: Sequence[str], spaced: Sequence[bool]) -> list[bool | None]:
    """For each token whether a sentence begins at it; None where the words do not tell.

    `spaced` says for each token whether white space follows it.
    """
    quotes = _quotes(words, spaced)
    found: list[bool | None] = [True, *(_begins(words, quotes, i) for i in range(1, len(words)))][: len(words)]
    return found


def _begins(words: Sequence[str], quotes: Sequence[str], i: int) -> bool | None:
    word, before = words[i], words[i - 1]
    if quotes[i] == "closing" or (word in _NEVER_FIRST and quotes[i] != "opening"):
        return False
    if quotes[i - 1] == "opening" or (before in _LEADS_ON and quotes[i - 1] != "closing"):
        return False
    if quotes[i - 1] == "closing" or before in _CLOSING:
        return _behind_closing(words, quotes, i)
    kind, form = _abbreviation(words, i)
    if kind and quotes[i] != "opening":
        return _behind_abbreviation(kind, form, word)
    if before not in _TERMINAL:
        named = word == "Who" and before.istitle()  # "the new Doctor Who, the 12th actor"
        return False if word[0].islower() or before in _OWNERS or named else None
    return _behind_terminal(words, i, opens=quotes[i] == "opening")


def _abbreviation(words: Sequence[str], i: int) -> tuple[str, str]:
    """Kind and form of the abbreviation before a token; its full stop may be a token of its own."""
    form = words[i - 1]
    if form == _FULL_STOP and i > 1:
        form = words[i - 2] + form
        if len(form) == 2 and form[0].islower():  # "a . m ."
            letters = i > 3 and words[i - 3] == _FULL_STOP and len(words[i - 4]) == 1 and form[0] == "m"
            return ("time", "a.m.") if letters else ("", form)
        if form == "al." and not (i > 2 and words[i - 3] == "et"):
            return "", form
    return (abbreviations().kind(form) if form.endswith(_FULL_STOP) else ""), form


def _behind_abbreviation(kind: str, form: str, word: str) -> bool | None:
    if kind in ("leading", "mid"):
        return False
    if word[0].isdigit():
        return False if kind in ("numbered", "month") else None
    if kind == "numbered":
        return True if word in abbreviations().starters else None
    if word[0].islower() or (kind == "time" and word in abbreviations().goes_on):
        return False
    return True if word in abbreviations().starters else None


def _behind_terminal(words: Sequence[str], i: int, *, opens: bool) -> bool | None:
    word, mark, last = words[i], words[i - 1], words[i - 2] if i > 1 else ""
    if opens:
        return True if mark == _FULL_STOP and last.islower() else None
    if word[0].isdigit():
        return False if mark == _FULL_STOP and last.isdigit() else None
    if word[0].islower():
        half = word == "m" and last in ("a", "p")  # "3 p . m ."
        return False if mark != _FULL_STOP or word in _DOMAINS or half else None
    ended = last.islower() or last[-1:] in ")]%" or (last.isalpha() and len(last) >= _LONG_ENOUGH)
    return True if mark == _FULL_STOP and word[0].isupper() and ended else None


def _behind_closing(words: Sequence[str], quotes: Sequence[str], i: int) -> bool | None:
    """Behind a closing mark or bracket: what went before it decides."""
    last = i - 2
    while last >= 0 and (quotes[last] == "closing" or words[last] in _CLOSING):
        last -= 1
    mark = words[last] if last >= 0 else ""
    if words[i][0].islower() or mark == ",":
        return False
    asked = mark in _TERMINAL and mark != _FULL_STOP and quotes[i - 1] == "closing"
    return False if asked and _tells(words, i) else None


def _tells(words: Sequence[str], i: int) -> bool:
    """Whether a speaker is told at a token: `"Why?" Mr Reed asked.`"""
    for k in range(i, min(i + _NEAR, len(words))):
        if words[k] in _CUES:
            return k > i and (k + 1 == len(words) or words[k + 1] in _TERMINAL or words[k + 1] == ",")
        if words[k] in _TERMINAL or words[k] == "that":
            return False
    return False


def _quotes(words: Sequence[str], spaced: Sequence[bool]) -> list[str]:
    """For each token `opening`, `closing` or nothing: straight marks by turns, where there are as many as need be."""
    marks = [i for i, word in enumerate(words) if word == '"']
    roles = ["opening" if w in "“«" and w else "closing" if w in ("”", "»") else "" for w in words]
    for turn, i in enumerate(marks):
        by_turn = "opening" if turn % 2 == 0 else "closing"
        roles[i] = by_turn if len(marks) % 2 == 0 else _by_shape(spaced, i) or by_turn
    return roles


def _by_shape(spaced: Sequence[bool], i: int) -> str:
    """What the white space around a straight mark says it is."""
    before, behind = spaced[i - 1], spaced[i]
    if i == 0 or i + 1 == len(spaced):
        return "opening" if i == 0 else "closing"
    return "" if before == behind else "opening" if before else "closing"

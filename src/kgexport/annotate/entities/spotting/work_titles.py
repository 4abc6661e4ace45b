"""Finds titles of works that stand without quotation marks: "Anna Holm's The Long Road", "the film Alien: The Return".

Knows the words that bring a work and how titles are printed; no works. Behind an owner a word that no name begins with
has to have a capital ("The", "It"); a colon joins two parts only behind a word for a work or for making one.
"""

from __future__ import annotations

from collections.abc import Sequence

from kgexport.annotate.entities.spotting.quoted_titles import quoted_title
from kgexport.model import BlockKind, Sentence, Token

_OPENERS = frozenset(
    "The A An It I My Our Your His Her How What When Where Why Who No Once To In On Into All We You They This That If "
    "Not".split()
)
_SMALL = frozenset("a an the of in on at to for from by with and or nor but as is".split())
_WORKS = frozenset(
    "film movie sequel prequel series game book novel album documentary thriller comedy musical show franchise reboot "
    "remake installment instalment drama blockbuster play memoir biopic trilogy".split()
)
_MAKING = frozenset("direct star write produce release watch film publish screen premiere adapt pen".split())
_BETWEEN = frozenset("in to for of the a an her his their its 's ’s new upcoming".split())
_CLITICS = frozenset(("'s", "’s", "n't", "n’t", "'m", "’m", "'re", "’re", "'ll", "’ll", "'", "’", "s"))
_DIRECTING = frozenset(("direct", "adapt", "remake", "helm"))
_LONGEST, _PART, _OWNER = 9, 6, 4
_DATES = ("DATE", "TIME")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def title_end(sentence: Sentence, i: int) -> int | None:
    """The end of the title, in quotation marks or without, that begins at token `i`; None where there is none."""
    return quoted_title(sentence, i) or work_title(sentence, i)


def work_title(sentence: Sentence, i: int) -> int | None:
    """The end of the title that begins at token `i`; None where there is none."""
    if sentence.block is BlockKind.HEADLINE or i == 0 or not sentence.tokens[i].text[0].isupper():
        return None
    tokens = sentence.tokens
    return owned_title(tokens, i) or _directed_title(tokens, i) or _with_colon(tokens, i)


def _directed_title(tokens: Sequence[Token], i: int) -> int | None:
    """The end of "Anna Holm's It's a Long Way Home" behind who directed it: the author is then part of the title."""
    if tokens[i - 1].lemma.lower() not in _DIRECTING or tokens[i - 1].pos != "VERB":
        return None
    at = i
    while at < min(len(tokens) - 1, i + _OWNER) and tokens[at].pos == "PROPN":
        at += 1
    return owned_title(tokens, at + 1) if at > i and at + 1 < len(tokens) else None


def owned_title(tokens: Sequence[Token], i: int) -> int | None:
    """The end of "It's a Long Way Home" behind "Anna Holm's"."""
    named = i > 1 and tokens[i - 1].text in ("'s", "’s", "'", "’") and tokens[i - 2].pos == "PROPN"
    if not named or tokens[i].text not in _OPENERS or tokens[i].recased:
        return None
    end, capitals = i + 1, 0
    for at in range(i + 1, min(len(tokens), i + _LONGEST)):
        word = tokens[at]
        if word.label in _DATES and tokens[at - 1].text in _SMALL:
            break
        if word.text[0].isupper() and not word.recased:
            end, capitals = at + 1, capitals + 1
        elif word.text not in _CLITICS and word.text not in _SMALL:
            break
    return end if capitals else None


def _with_colon(tokens: tuple[Token, ...], i: int) -> int | None:
    """The end of "Alien: The Return" behind a word for a work."""
    colon = _part(tokens, i)
    if colon == i or colon + 1 >= len(tokens) or tokens[colon].text != ":" or not _is_led(tokens, i):
        return None
    end = _part(tokens, colon + 1)
    if end == colon + 1:
        return None
    says = end < len(tokens) and tokens[end].tag in _FINITE and tokens[colon + 1].text not in _OPENERS
    return None if says else end


def _part(tokens: tuple[Token, ...], i: int) -> int:
    """The end of the words with capitals from `i` on, with the hyphens and small words between them."""
    end = i
    for at in range(i, min(len(tokens), i + _PART)):
        word = tokens[at]
        if word.label in _DATES and at > i:
            break
        if word.text[0].isupper() or (end > i and word.text.isdigit()):
            end = at + 1
        elif at == i or (word.text not in ("-", "–") and word.text not in _SMALL):
            break
    return end


def _is_led(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a word for a work, or for making one, stands before the title."""
    for word in reversed(tokens[max(0, i - 5) : i]):
        if word.lemma.lower() in _WORKS or (word.pos == "VERB" and word.lemma.lower() in _MAKING):
            return True
        if word.text.lower() not in _BETWEEN:
            return False
    return False

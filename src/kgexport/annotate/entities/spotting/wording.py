"""How an article writes its words: small or with a capital, hyphens glued or apart; knows no lists and no names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from kgexport.annotate.entities.found import glued
from kgexport.model import BlockKind, Sentence

_OPENING = frozenset("\"“‘'«([—–-:;•*…")
_HYPHENS = frozenset(("-", "‑", "–"))
_FEW = 3
"""Hyphens that stand apart, from which an article without any other counts as written so."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How the article writes its words inside sentences."""

    lower: frozenset[str]
    """Words seen in lower case."""
    capital: frozenset[str]
    """Words (lower-cased) seen with a capital where a sentence does not begin."""
    apart: bool = False
    """Whether hyphens inside words have spaces around them, as tokenised text has: "T - Mobile"."""

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> Wording:
        """Count the prose; headlines, and lines in title case, do not vouch for capitals."""
        lower: set[str] = set()
        capital: set[str] = set()
        loose = tight = 0
        for sentence in sentences:
            if sentence.block is BlockKind.HEADLINE or any(token.recased for token in sentence.tokens):
                continue
            for token in sentence.tokens:
                if token.text[0].islower():
                    lower.add(token.text)
                elif token.text[0].isupper() and not begins(sentence, token.i) and not token.text.isupper():
                    capital.add(token.text.lower())
                elif token.text in _HYPHENS:
                    tight += glued_hyphen(sentence, token.i)
                    loose += detached_hyphen(sentence, token.i)
        return cls(frozenset(lower), frozenset(capital), loose >= _FEW and not tight)

    def surnames(self, sentences: Iterable[Sentence], given: Mapping[str, bool]) -> frozenset[str]:
        """The words that stand behind a given name and end a run of capitals: "Capaldi told" after "Peter Capaldi"."""
        found: set[str] = set()
        for sentence in sentences:
            tokens = sentence.tokens
            for left, right in pairwise(tokens):
                after = tokens[right.i + 1].form if right.i + 1 < len(tokens) else ""
                name = given.get(left.form.lower(), False) and left.form.istitle() and right.form.istitle()
                if name and right.form.lower() not in self.lower and not after[:1].isupper():
                    found.add(right.form)
        return frozenset(found)


def begins(sentence: Sentence, i: int) -> bool:
    """Whether the token has its capital from its place: first of the sentence or after an opening mark."""
    tokens = sentence.tokens
    if i > 1 and tokens[i - 1].text in ("'", "’") and glued(tokens[i - 2], tokens[i - 1]):
        return glued(tokens[i - 1], tokens[i])  # "Magistrates' Court" opens nothing
    marked = i > 0 and tokens[i - 1].text[0] in _OPENING and not any(c.isalnum() for c in tokens[i - 1].text)
    return i == 0 or (marked and not glued_hyphen(sentence, i - 1))


def glued_hyphen(sentence: Sentence, i: int) -> bool:
    """Whether the token is a hyphen inside a word."""
    tokens = sentence.tokens
    return (
        tokens[i].text in _HYPHENS
        and 0 < i < len(tokens) - 1
        and glued(tokens[i - 1], tokens[i])
        and glued(tokens[i], tokens[i + 1])
    )


def detached_hyphen(sentence: Sentence, i: int) -> bool:
    """Whether the token is a hyphen between two words with a space on either side."""
    tokens = sentence.tokens
    if tokens[i].text != "-" or not 0 < i < len(tokens) - 1:
        return False
    words = tokens[i - 1].text[-1].isalnum() and tokens[i + 1].text[0].isalnum()
    return words and not glued(tokens[i - 1], tokens[i]) and not glued(tokens[i], tokens[i + 1])


def letter_before_hyphen(sentence: Sentence, i: int) -> bool:
    """Whether a single capital stands before a hyphen with spaces and a word with a capital: "T - Mobile"."""
    tokens = sentence.tokens
    if len(tokens[i].form) != 1 or not tokens[i].form.isupper() or i + 2 >= len(tokens):
        return False
    word = tokens[i + 2].form
    return detached_hyphen(sentence, i + 1) and word[0].isupper() and not word.isupper() and len(word) > 2

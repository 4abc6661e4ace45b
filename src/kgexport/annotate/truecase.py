"""Gives words of headlines in title case or capitals the case they would have in a sentence; knows no parser.

The result has the same length as the input, so that offsets stay. What the body writes decides first ("receive" there
is "receive" in the headline), then the word list of the language, then the word stays as it is printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from kgexport.model import Article, BlockKind

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SUFFIXES = (
    ("ies", "y"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
)


@dataclass(frozen=True)
class Truecaser:
    """Re-cases headlines by what the article's prose and a word list say."""

    lower: frozenset[str]
    """Words that the prose writes in lower case."""
    names: dict[str, str]
    """Lower case -> the form in which the prose writes a word with a capital inside a sentence."""
    common: frozenset[str]
    """Common words of the language, in lower case."""
    is_name: Callable[[str], bool] = lambda word: False
    """Whether a capitalised word is a known name."""

    @classmethod
    def for_article(
        cls, article: Article, common: frozenset[str], is_name: Callable[[str], bool] = lambda word: False
    ) -> Truecaser:
        """Learn from the standfirst and the body."""
        lower: set[str] = set()
        capital: Counter[str] = Counter()
        for block in article.blocks:
            if block.kind in (BlockKind.STANDFIRST, BlockKind.PARAGRAPH):
                text = block.span.of(article.text)
                if not _is_capitalised(text):
                    _learn(text, lower, capital)
        names: dict[str, str] = {}
        for form, _ in sorted(capital.items(), key=lambda item: (item[1], item[0])):
            names[form.lower()] = form
        return cls(frozenset(lower), {k: v for k, v in names.items() if k not in lower}, common, is_name)

    def __call__(self, text: str, kind: BlockKind) -> str:
        """The text re-cased, if it is a headline that needs it; always as long as before."""
        if kind is not BlockKind.HEADLINE or not _is_capitalised(text):
            return text
        shouting = not any(c.islower() for c in text)
        return _WORD.sub(lambda match: self._word(match, shouting), text)

    def _word(self, match: re.Match[str], shouting: bool) -> str:
        word, low = match[0], match[0].lower()
        if len(low) != len(word):
            return word
        first = match.start() == len(match.string) - len(match.string.lstrip(" \"'“‘"))
        if low in self.names:
            known = self.names[low]
            return known if shouting or known.isupper() == word.isupper() else word
        if not shouting and any(c.isupper() for c in word[1:]):
            return word
        if low in self.lower or (self._is_common(low) and not self.is_name(word.capitalize())):
            return low.capitalize() if first else low
        return low.capitalize() if shouting else word

    def _is_common(self, low: str) -> bool:
        if low in self.common or len(low) <= 3:
            return True
        return any(low.endswith(end) and low[: -len(end)] + put in self.common for end, put in _SUFFIXES)


def _is_capitalised(text: str) -> bool:
    """Whether nearly all longer words start with a capital."""
    words = [w for w in _WORD.findall(text) if len(w) > 3]
    return len(words) >= 3 and sum(w[0].isupper() for w in words) >= 0.75 * len(words)


def _learn(text: str, lower: set[str], capital: Counter[str]) -> None:
    at_start = True
    for match in _WORD.finditer(text):
        word = match[0]
        between = text[max(0, match.start() - 3) : match.start()]
        at_start = match.start() == 0 or bool(re.search(r"[.!?:]\W*$|[\"“‘«]\s*$|\n", between))
        if word[0].islower():
            lower.add(word.lower())
        elif not at_start:
            capital[word] += 1

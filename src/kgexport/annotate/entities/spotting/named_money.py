"""Says whether a word for money is part of a name: "Dollar Tree", "Family Dollar"; knows no names and no sums."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from kgexport.model import BlockKind, Sentence, Token

_SIGNS = frozenset("$€£¥")


class NamedMoney:
    """The pairs of words of one article that name something with a word for money."""

    def __init__(self, sentences: Iterable[Sentence], words: Iterable[str], land: Callable[[str], bool]) -> None:
        """`words`: words for money with a capital; `land`: whether a form is of a country, region or town."""
        self._words = frozenset(words)
        self._land = land
        self._pairs = {
            (left.text, right.text)
            for sentence in sentences
            if sentence.block is not BlockKind.HEADLINE
            for left, right in pairwise(sentence.tokens)
            if self._is_pair(sentence, left, right)
        }

    def __contains__(self, place: tuple[Sentence, int]) -> bool:
        """Whether a token is the money of such a pair, in a headline, too."""
        sentence, i = place
        around = sentence.tokens[max(0, i - 1) : i + 2]
        return any((left.text, right.text) in self._pairs for left, right in pairwise(around))

    def _is_pair(self, sentence: Sentence, left: Token, right: Token) -> bool:
        """Whether two names stand beside each other, one a word for money; no sum and no currency of a land."""
        if (left.text in self._words) == (right.text in self._words):
            return False
        named = all(t.pos == "PROPN" and t.text.istitle() and not t.recased for t in (left, right))
        currency = right.text in self._words and (left.label in ("GPE", "NORP", "MONEY") or self._land(left.text))
        if not named or currency:
            return False
        before = sentence.tokens[left.i - 1].text[-1] if left.i else " "
        return not before.isdigit() and before not in _SIGNS

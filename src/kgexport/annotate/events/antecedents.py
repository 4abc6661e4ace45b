"""Finds the nouns and names of the article that its pronouns go back to; decides nothing."""

from __future__ import annotations

from kgexport.grouping import grouped
from kgexport.model import Annotations, Sentence, Token

_NONE: list[tuple[Sentence, Token]] = []


class Antecedents:
    """What pronouns without a name stand for, by where they begin."""

    def __init__(self, annotations: Annotations) -> None:
        begins = {noun for _, noun in annotations.antecedents}
        nouns = {t.span.begin: (s, t) for s in annotations.sentences for t in s.tokens if t.span.begin in begins}
        self._nouns = grouped((pronoun, nouns[at]) for pronoun, at in annotations.antecedents if at in nouns)

    def one(self, pronoun: Token) -> tuple[Sentence, Token] | None:
        """The noun that a pronoun stands for, where that is somebody or something without a name."""
        nouns = self._nouns.get(pronoun.span.begin, _NONE)
        return nouns[0] if len(nouns) == 1 else None

    def several(self, pronoun: Token) -> list[tuple[Sentence, Token]]:
        """The nouns and names of which "they" stands for all: "a man and his wife"; none for a pronoun of one noun."""
        nouns = self._nouns.get(pronoun.span.begin, _NONE)
        return nouns if len(nouns) > 1 else []

"""Tells "Theresa May" and "April O'Neil" from the months, by given names and the words around; knows no dates."""

from __future__ import annotations

from collections.abc import Iterable

from kgexport.annotate.entities.lexicon import Lexicon
from kgexport.model import Sentence, Token


class CalendarNames:
    """The months and seasons that are names of persons in one article."""

    def __init__(self, lexicon: Lexicon, sentences: Iterable[Sentence]) -> None:
        self._lexicon = lexicon
        self._words = lexicon.words
        self._surnames = frozenset(
            token.form
            for sentence in sentences
            for token in sentence.tokens
            if token.form in self._words["calendar_names"] and self._follows_given_name(sentence, token)
        )

    def is_name(self, sentence: Sentence, i: int) -> bool:
        """Whether a word of the calendar is part of a person's name there."""
        token = sentence.tokens[i]
        if token.form not in self._words["calendar_names"] or self._is_dated(sentence, i):
            return False
        if self._follows_given_name(sentence, token) or self._is_given_name(sentence, token):
            return True
        before = sentence.tokens[i - 1].form.lower() if i else ""
        return token.form in self._surnames and before not in self._words["time_leads"]

    def _follows_given_name(self, sentence: Sentence, token: Token) -> bool:
        if token.i == 0 or token.form not in self._words["calendar_names"] or self._is_dated(sentence, token.i):
            return False
        before = sentence.tokens[token.i - 1].form
        return before[0].isupper() and self._lexicon.given.get(before.lower(), False)

    def _is_given_name(self, sentence: Sentence, token: Token) -> bool:
        """ "April O'Neil": the model takes both words for one person."""
        following = sentence.tokens[token.i + 1 : token.i + 2]
        if not following or token.form.lower() not in self._lexicon.given or (token.i == 0 and token.label != "PERSON"):
            return False
        surname = following[0]
        before = sentence.tokens[token.i - 1].form if token.i else ""
        timed = before.lower() in self._words["time_leads"] or before in self._words["calendar"] or before == ","
        person = surname.label == token.label == "PERSON" and not surname.starts_entity
        named = surname.tag == "NNP" and surname.form not in self._words["calendar"]
        return named and surname.form[0].isupper() and (person or not timed)

    @staticmethod
    def _is_dated(sentence: Sentence, i: int) -> bool:
        """Whether a number beside it makes it a date."""
        beside = (*sentence.tokens[max(0, i - 1) : i], *sentence.tokens[i + 1 : i + 2])
        return any(t.text[0].isdigit() for t in beside)

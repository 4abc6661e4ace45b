"""Finds the titles in a run of capitalised words: "Foreign Minister" before a name; knows no authority."""

from __future__ import annotations

from collections.abc import Callable

from kgexport.annotate.entities.lexicon import Lexicon, Title
from kgexport.annotate.entities.runs import begins
from kgexport.model import Sentence


class TitleFinder:
    """Finds titles by the lists, and by what else is known of the words around them."""

    def __init__(self, lexicon: Lexicon, is_known: Callable[[str], bool], is_demonym: Callable[[str], bool]) -> None:
        self._lexicon = lexicon
        self._is_known = is_known
        self._is_demonym = is_demonym

    def find(self, sentence: Sentence, first: int, end: int) -> tuple[int, int, tuple[Title, ...]] | None:
        """Begin and end of the titles in a run, where a person's name (or nothing) follows."""
        forms = [t.form for t in sentence.tokens[first:end]]
        if self.is_organisation(forms):
            return None
        for at in range(len(forms)):
            match = self._lexicon.title_at(forms, at)
            if match is None or (at and not self._may_precede(sentence, first, first + at, match[1])):
                continue
            titles, after = [match[1]], at + match[0]
            while (
                after < len(forms) and (more := self._lexicon.title_at(forms, after)) and after + more[0] < len(forms)
            ):
                titles.append(more[1])
                after += more[0]
            return first + at, first + after, tuple(titles)
        return None

    def dotted(self, sentence: Sentence, first: int) -> Title | None:
        """The title right before a name whose full stop is a token of its own: "Col." """
        if first < 2 or sentence.tokens[first - 1].text != ".":
            return None
        word = sentence.tokens[first - 2].form
        return self._lexicon.titles.get(f"{word.lower()}.") if word[0].isupper() else None

    def role(self, sentence: Sentence, first: int, end: int) -> tuple[int, int, tuple[Title, ...]] | None:
        """An occupation with a capital before a person's name, at the start of a sentence: "Actor X Y"."""
        tokens = sentence.tokens
        role = tokens[first].form.lower()
        person = end - first > 1 and (
            tokens[end - 1].label == "PERSON" or tokens[first + 1].form.lower() in self._lexicon.given
        )
        if not person or role not in self._lexicon.roles or not begins(sentence, first):
            return None
        if self.is_organisation([t.form for t in tokens[first:end]]):
            return None
        return first, first + 1, (Title(tokens[first].form, "role", self._lexicon.roles[role], "-"),)

    def is_organisation(self, forms: list[str]) -> bool:
        """Whether the last word says that all is a body or a place: "Justice Department", "King Fahd Airport"."""
        last = forms[-1].lower()
        if last in self._lexicon.facilities and len(forms) > 1:
            return True
        return len(forms) > 1 and last in self._lexicon.organisations and self._lexicon.organisations[last][1]

    def _may_precede(self, sentence: Sentence, first: int, at: int, title: Title) -> bool:
        forms = [t.form for t in sentence.tokens[first:at]]
        if all(self._is_demonym(form) for form in forms) or self._is_demonym(" ".join(forms)):
            return True
        if title.kind in ("honorific", "nobility", "religious"):
            return False
        if all(self._lexicon.gazetteer.get(form.lower()) == "-" for form in forms):
            return True
        if any(self._is_known(" ".join(forms[:length])) for length in range(1, len(forms) + 1)):
            return True
        return self.is_organisation(forms) or " " in title.text

"""Finds the titles in a run of capitalised words: "Foreign Minister" before a name; knows no authority."""

from __future__ import annotations

from collections.abc import Callable

from kgexport.annotate.entities.lexicon import Lexicon, Title
from kgexport.annotate.entities.spotting.wording import begins
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
        body = self.is_organisation(forms) and not self._ends_in_title(forms)
        if body and not self._is_person_of_title(sentence, first, forms):
            return None
        for at in range(len(forms)):
            match = self._lexicon.title_at(forms, at)
            if match is None or (at and not self._may_precede(sentence, first, first + at, match[1])):
                continue
            titles, after = [match[1]], at + match[0]
            labelled = sentence.tokens[min(first + after, end - 1)].label == "PERSON"
            if match[1].kind == "position" and not (self._is_given(forms, after) or labelled):
                continue  # "PC World", but "PC Jane Doe"
            if forms[after : after + 1] and forms[after] in ("'s", "’s", "'", "’", "Who"):
                continue  # "King's College", "Doctor Who"
            if at and after == len(forms) - 1 and forms[-1].lower() in self._lexicon.organisations:
                return None  # the "U.S. Marshal Service"
            if at and after == len(forms) and match[1].text.lower() in self._lexicon.facilities:
                return None  # "Oak Valley Dr."
            while (
                after < len(forms) and (more := self._lexicon.title_at(forms, after)) and after + more[0] < len(forms)
            ):
                titles.append(more[1])
                after += more[0]
            return first + at, first + self._past_field(forms, after), tuple(titles)
        return None

    def _is_given(self, forms: list[str], at: int) -> bool:
        return len(forms) > at + 1 and forms[at].lower() in self._lexicon.given

    def _past_field(self, forms: list[str], after: int) -> int:
        """Behind words of an office that a misprint hides, where a given name follows: "Chief Financial Office X Y"."""
        fields, at = self._lexicon.words["title_modifiers"] | {"office"}, after
        while at < len(forms) and forms[at].lower() in fields:
            at += 1
        return at if at > after and self._is_given(forms, at) else after

    def _ends_in_title(self, forms: list[str]) -> bool:
        """Whether a title of several words fills the end: "US Secretary of State"."""
        matches = ((at, self._lexicon.title_at(forms, at)) for at in range(len(forms) - 1))
        return any(match is not None and 1 < match[0] == len(forms) - at for at, match in matches)

    def _is_person_of_title(self, sentence: Sentence, first: int, forms: list[str]) -> bool:
        """Whether a title of office, a given name and a surname like a place stand there: "Governor Daniel Park"."""
        match = self._lexicon.title_at(forms, 0)
        if match is None or match[1].kind in ("nobility", "religious") or match[0] != len(forms) - 2:
            return False
        noun = self._lexicon.facilities.get(forms[-1].lower())
        article = first > 0 and sentence.tokens[first - 1].form.lower() == "the"
        return noun is not None and not noun[1] and not article and self._lexicon.given.get(forms[-2].lower(), False)

    def after_prefix(self, sentence: Sentence, first: int, end: int) -> int:
        """1 where a word such as "Former" stands apart from the title that it belongs to: "Former Oslo Mayor X"."""
        if end - first < 4 or sentence.tokens[first].form.lower() not in self._lexicon.words["title_prefixes"]:
            return 0
        title = self.find(sentence, first + 1, end)
        return int(title is not None and title[0] > first + 1 and title[1] < end)

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
        forms = [t.form for t in tokens[first:end]]
        surname = len(forms) == 3 and forms[-1].lower() in self._lexicon.facilities  # "Actor Peter Hall"
        if self.is_organisation(forms) and not (surname and self._lexicon.given.get(forms[1].lower(), False)):
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
        if all(form.isupper() and len(form) > 1 for form in forms):
            return True  # "UAW President"
        if title.text.isupper() and len(title.text) > 2:
            return True  # no name holds "CEO"
        return self.is_organisation(forms) or " " in title.text

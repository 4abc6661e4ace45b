"""Cuts runs of capitalised words into names: titles and demonyms come off, facility nouns come on; decides no types."""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.entities.found import Found, Lookup, People, glued, text_of
from kgexport.annotate.entities.lexicon import LANDS, Lexicon, Title, fold
from kgexport.annotate.entities.runs import Run, RunFinder, Wording, begins
from kgexport.authority.base import Candidate
from kgexport.model import Sentence, Span


class NameFinder:
    """Finds the names and demonyms of one article."""

    def __init__(self, lexicon: Lexicon, authority: Lookup, sentences: tuple[Sentence, ...], text: str) -> None:
        self._lexicon = lexicon
        self._authority = authority
        self._sentences = sentences
        self._text = text
        self._cache: dict[str, tuple[Candidate, ...]] = {}
        self._runs = RunFinder(lexicon, Wording.of(sentences), self.is_known)
        self.people: list[People] = []

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """What the authority knows by that form, without short forms that are not acronyms."""
        if name not in self._cache:
            found = self._authority.candidates(name)
            self._cache[name] = tuple(c for c in found if c.matched != "short" or name.isupper())
        return self._cache[name]

    def is_known(self, name: str) -> bool:
        """Whether the gazetteer or the authority knows the name."""
        listed = self._lexicon.gazetteer.get(fold(name))
        return listed not in (None, "-") or bool(self.candidates(name))

    def find(self) -> list[Found]:
        """All names in order of the text; the demonyms are in `people`."""
        found = []
        for number, sentence in enumerate(self._sentences):
            for run in self._runs.runs(sentence):
                found += [name for name in self._cut(number, sentence, run) if self._may_be_name(name)]
        return found

    def _may_be_name(self, found: Found) -> bool:
        """Not a bare number, title or portfolio."""
        words = found.text.split()
        if not any(c.isalpha() for c in found.text) or self.is_known(found.text):
            return any(c.isalpha() for c in found.text)
        if all(w.lower() in self._lexicon.words["portfolios"] for w in words):
            return False
        title = self._lexicon.title_at(words, 0)
        return not (title and title[0] == len(words)) and not all(w.lower() in self._lexicon.titles for w in words)

    def _cut(self, number: int, sentence: Sentence, run: Run) -> Iterator[Found]:
        """The names in a run: what stands before a title is a name of its own."""
        first, end = self._without_openers(sentence, run)
        if first >= end:
            return
        if self._stays_whole(sentence, first, end):
            yield self._name(number, sentence, first, end, (), None)
            return
        title = self._find_title(sentence, first, end) or self._role(sentence, first, end)
        if title is None:
            yield from self._lands(number, sentence, first, end)
            return
        at, after, titles = title
        if at > first:
            yield from self._lands(number, sentence, first, at, before_title=True)
        if after < end:
            title_span = sentence.tokens[at].span.to(sentence.tokens[after - 1].span)
            yield self._name(number, sentence, after, end, titles, title_span)

    def _without_openers(self, sentence: Sentence, run: Run) -> Run:
        first, end = run
        words = self._lexicon.words
        while first < end and (
            sentence.tokens[first].form in words["openers"]
            and not (first + 1 < end and self.is_known(text_of(sentence, first, end, self._text)[1]))
        ):
            first += 1
        while end > first and sentence.tokens[end - 1].form in words["calendar"]:
            end -= 1
        return first, end

    def _stays_whole(self, sentence: Sentence, first: int, end: int) -> bool:
        if end - first < 2:
            return False
        text = text_of(sentence, first, end, self._text)[1]
        forms = " ".join(t.form for t in sentence.tokens[first:end])
        return any(
            c.types[0] != "Person" or not self._lexicon.title_at(text.split(), 0) for c in self.candidates(text)
        ) or (self._lexicon.gazetteer.get(fold(forms), "-") != "-")

    def _find_title(self, sentence: Sentence, first: int, end: int) -> tuple[int, int, tuple[Title, ...]] | None:
        """Begin and end of the titles in a run, where a person's name (or nothing) follows."""
        forms = [t.form for t in sentence.tokens[first:end]]
        if self._is_organisation(forms):
            return None
        for at in range(len(forms)):
            match = self._lexicon.title_at(forms, at)
            if match is None or (at and not self._may_precede_title(sentence, first, first + at, match[1])):
                continue
            titles, after = [match[1]], at + match[0]
            while (
                after < len(forms) and (more := self._lexicon.title_at(forms, after)) and after + more[0] < len(forms)
            ):
                titles.append(more[1])
                after += more[0]
            return first + at, first + after, tuple(titles)
        return None

    def _role(self, sentence: Sentence, first: int, end: int) -> tuple[int, int, tuple[Title, ...]] | None:
        """An occupation with a capital before a person's name, at the start of a sentence: "Actor X Y"."""
        tokens = sentence.tokens
        role = tokens[first].form.lower()
        person = end - first > 1 and (
            tokens[end - 1].label == "PERSON" or tokens[first + 1].form.lower() in self._lexicon.given
        )
        if not person or role not in self._lexicon.roles or not begins(sentence, first):
            return None
        if self._is_organisation([t.form for t in tokens[first:end]]):
            return None
        return first, first + 1, (Title(tokens[first].form, "role", self._lexicon.roles[role], "-"),)

    def _is_organisation(self, forms: list[str]) -> bool:
        """Whether the last word says that all is a body or a place: "Justice Department", "King Fahd Airport"."""
        last = forms[-1].lower()
        if last in self._lexicon.facilities and len(forms) > 1:
            return True
        return len(forms) > 1 and last in self._lexicon.organisations and self._lexicon.organisations[last][1]

    def _may_precede_title(self, sentence: Sentence, first: int, at: int, title: Title) -> bool:
        forms = [t.form for t in sentence.tokens[first:at]]
        if all(self.demonym(form) for form in forms) or self.demonym(" ".join(forms)):
            return True
        if title.kind in ("honorific", "nobility", "religious"):
            return False
        if any(self.is_known(" ".join(forms[:length])) for length in range(1, len(forms) + 1)):
            return True
        return self._is_organisation(forms) or " " in title.text

    def demonym(self, word: str) -> Candidate | None:
        """The land of an adjective or noun of people."""
        land = self._lexicon.demonyms.get(word)
        if land is not None:
            return next(iter(self.candidates(land)), None)
        if not word[:1].isupper() or self.candidates(word):
            return None
        return self._authority.demonym(word)

    def _lands(
        self, number: int, sentence: Sentence, first: int, end: int, before_title: bool = False
    ) -> Iterator[Found]:
        """Take demonyms and known lands off the front of a run and yield the names."""
        tokens = sentence.tokens
        while first < end:
            length, land = self._demonym_at(sentence, first, end)
            if land is None or self._keeps_demonym(sentence, first, end, length):
                break
            self.people.append(People(number, first, text_of(sentence, first, first + length, self._text)[0], land))
            first += length
            while first < end and not tokens[first].form[0].isalnum():
                first += 1
        if first >= end:
            return
        cut = self._known_prefix(sentence, first, end, before_title)
        if cut:
            yield self._name(number, sentence, first, cut, (), None)
            yield from self._lands(number, sentence, cut, end)
        else:
            yield self._name(number, sentence, first, end, (), None)

    def _demonym_at(self, sentence: Sentence, first: int, end: int) -> tuple[int, Candidate | None]:
        """The number of words of a demonym ("South African" has two) and its land."""
        if first + 1 < end:
            land = self.demonym(" ".join(t.form for t in sentence.tokens[first : first + 2]))
            if land is not None:
                return 2, land
        return 1, self.demonym(sentence.tokens[first].form)

    def _keeps_demonym(self, sentence: Sentence, first: int, end: int, length: int) -> bool:
        """ "Greek Orthodox Church", "Turkish Airlines", "American Red Cross" are names as they stand."""
        if end - first < length + 1 or not sentence.tokens[first + length].form[0].isalnum():
            return False
        forms = [t.form for t in sentence.tokens[first:end]]
        if self.is_known(" ".join(forms)):
            return True
        words = [form.lower() for form in forms]
        return (
            any(w in self._lexicon.organisations for w in (words[-1], words[length]))
            or words[-1] in self._lexicon.facilities
        )

    def _known_prefix(self, sentence: Sentence, first: int, end: int, before_title: bool) -> int:
        """The end of a known name that the run begins with, where the rest is a name by itself; else 0."""
        tokens = sentence.tokens
        for at in range(end - 1, first, -1):
            boundary = tokens[at].label != tokens[at - 1].label or tokens[at].starts_entity
            if not (boundary or before_title) or glued(tokens[at - 1], tokens[at]):
                continue
            text = text_of(sentence, first, at, self._text)[1]
            if self.is_known(text) and not self._is_organisation([t.form for t in tokens[first:end]]):
                return at
        return 0

    def _name(
        self, number: int, sentence: Sentence, first: int, end: int, titles: tuple[Title, ...], title_span: Span | None
    ) -> Found:
        span, text = text_of(sentence, first, end, self._text)
        found = Found(number, first, end, span, text)
        if titles:
            found.titles, found.title_span = titles, title_span
            return found
        return self._with_noun(found, sentence)

    def _with_noun(self, found: Found, sentence: Sentence) -> Found:
        """Take a lower-case facility noun into the name: "Namazgah mosque"."""
        forms = [t.form for t in sentence.tokens[found.end : found.end + 2]]
        for length in (2, 1):
            noun = " ".join(forms[:length])
            listed = self._lexicon.facilities.get(noun)
            if len(forms) < length or listed is None or not listed[1]:
                continue
            land = any(c.types[0] in LANDS for c in self.candidates(found.text))
            if land or self._lexicon.gazetteer.get(found.key) is not None:
                return found
            span, text = text_of(sentence, found.first, found.end + length, self._text)
            longer = Found(found.sentence, found.first, found.end + length, span, text)
            longer.add(listed[0], 4.0, "facility-noun")
            return longer
        return found

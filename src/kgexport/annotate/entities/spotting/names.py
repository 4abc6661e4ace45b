"""Cuts runs of capitalised words into names: titles and demonyms come off, facility nouns come on; decides no types."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgexport.annotate.entities.found import (
    Found,
    Lookup,
    People,
    glued,
    is_no_name,
    names_a_language,
    names_one_person,
    text_of,
)
from kgexport.annotate.entities.lexicon import LANDS, Lexicon, Title, coarse, fold, tight
from kgexport.annotate.entities.spotting.calendar_names import CalendarNames
from kgexport.annotate.entities.spotting.fronts import Fronts
from kgexport.annotate.entities.spotting.named_money import NamedMoney
from kgexport.annotate.entities.spotting.runs import Run, RunFinder
from kgexport.annotate.entities.spotting.wording import Wording
from kgexport.annotate.entities.spotting.work_titles import title_end
from kgexport.annotate.entities.titles import TitleFinder
from kgexport.authority.base import Candidate
from kgexport.model import Sentence, Span

_ROMAN = re.compile(r"^[IVX]{2,6}$")
_COMPASS = {"N.": "North", "S.": "South", "E.": "East", "W.": "West", "NE": "", "NW": "", "SE": "", "SW": ""}
_LONGEST_KNOWN = 20
"""Tokens that a known name has at most."""


class NameFinder:
    """Finds the names and demonyms of one article."""

    def __init__(self, lexicon: Lexicon, authority: Lookup, sentences: tuple[Sentence, ...], text: str) -> None:
        self._lexicon = lexicon
        self._authority = authority
        self._sentences = sentences
        self._text = text
        self._cache: dict[str, tuple[Candidate, ...]] = {}
        self.wording = Wording.of(sentences)
        calendar = CalendarNames(lexicon, sentences)
        self._fronts = Fronts(lexicon, self.wording, self.is_known, self.candidates, text, calendar)
        money = NamedMoney(sentences, lexicon.words["currencies"], self._is_of_land)
        self._runs = RunFinder(lexicon, self.wording, self.is_known, self.is_land, calendar, money)
        self._titles = TitleFinder(lexicon, self.is_known, lambda word: self.demonym(word) is not None)
        self._surnames = self.wording.surnames(sentences, lexicon.given)
        self.people: list[People] = []
        self.happenings: set[str] = set()
        """Folded names of storms and operations: "odette" of "Hurricane Odette"."""

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """What the authority knows by that form, without short forms that are not acronyms."""
        if name not in self._cache:
            found = self._authority.candidates(tight(name))
            self._cache[name] = tuple(c for c in found if c.matched != "short" or name.isupper())
        return self._cache[name]

    def is_team(self, name: str) -> bool:
        """Whether a name of a town is short for a team, too: "Chelsea"."""
        teams = ("SportsTeam", "SportsOrganization")
        return " " not in name and any(c.types[0] in teams for c in self._authority.candidates(name))

    def label(self, name: str) -> str:
        """What the authority calls the first thing known by a form, short forms and all; the form itself if nothing."""
        return next((c.name for c in self._authority.candidates(name)), name)

    def is_known(self, name: str) -> bool:
        """Whether the gazetteer or the authority knows the name."""
        listed = self._lexicon.gazetteer.get(fold(name))
        return listed not in (None, "-") or bool(self.candidates(name))

    def is_land(self, name: str) -> bool:
        """Whether a country, region or town is the first thing known by that name."""
        return any(c.types[0] in LANDS for c in self.candidates(name)[:1])

    def _is_of_land(self, name: str) -> bool:
        return self.is_land(name) or self.demonym(name) is not None

    def find(self) -> list[Found]:
        """All names in order of the text; the demonyms are in `people`."""
        found = []
        for number, sentence in enumerate(self._sentences):
            for run in self._runs.runs(sentence):
                cut = self._cut(number, sentence, run)
                found += [name for name in cut if self._may_be_name(name) and not is_no_name(sentence, name)]
        leads = self._lexicon.words["event_leads"]
        self.happenings = {" ".join(f.words[1:]) for f in found if len(f.words) > 1 and f.words[0] in leads}
        return found

    def _may_be_name(self, found: Found) -> bool:
        """Not a bare number, title or portfolio."""
        words = found.text.split()
        if _ROMAN.match(found.text) or len(found.text) == 1:
            return False
        if not any(c.isalpha() for c in found.text) or self.is_known(found.text):
            return any(c.isalpha() for c in found.text)
        if all(w.lower() in self._lexicon.words["portfolios"] for w in words):
            return False
        title = self._lexicon.title_at(words, 0)
        return not (title and title[0] == len(words)) and not all(w.lower() in self._lexicon.titles for w in words)

    def _cut(self, number: int, sentence: Sentence, run: Run) -> Iterator[Found]:
        """The names in a run: what stands before a title is a name of its own."""
        if title_end(sentence, run[0]) == run[1]:
            yield self._name(number, sentence, *run, (), None)
            return
        first, end = self._fronts.without_openers(sentence, run)
        if first >= end:
            return
        if joined := self._fronts.joined_lands(sentence, first, end):
            yield from (self._name(number, sentence, *part, (), None) for part in joined)
            return
        first += self._fronts.described(sentence, first, end)
        first += self._titles.after_prefix(sentence, first, end)
        if self._fronts.stays_whole(sentence, first, end):
            yield self._name(number, sentence, first, end, (), None)
            return
        if (land := self._fronts.land_of_happening(sentence, first, end)) is not None:
            yield self._name(number, sentence, first, land, (), None)
            return
        title = self._titles.find(sentence, first, end) or self._titles.role(sentence, first, end)
        if title is None and (dotted := self._titles.dotted(sentence, first)) is not None:
            span = sentence.tokens[first - 2].span.to(sentence.tokens[first - 1].span)
            yield self._name(number, sentence, first, end, (dotted,), span)
            return
        if title is None:
            yield from self._lands(number, sentence, first, end)
            return
        at, after, titles = title
        if at > first:
            yield from self._lands(number, sentence, first, at, before_title=True)
        if after < end:
            title_span = sentence.tokens[at].span.to(sentence.tokens[after - 1].span)
            yield self._name(number, sentence, after, end, titles, title_span)

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
            if land is None and tokens[first].form in _COMPASS and first + 1 < end:
                length, land = self._demonym_at(sentence, first + 1, end)
                first += int(land is not None)  # "E. Afghan"
            if land is None or self._fronts.keeps_demonym(sentence, first, end, length):
                break
            person = names_one_person(sentence, first, first + length)
            person = person or names_a_language(sentence, first, first + length)
            span = text_of(sentence, first, first + length, self._text)[0]
            self.people.append(People(number, first, span, land, person))
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
            left, right = (t.form for t in sentence.tokens[first : first + 2])
            land = self.demonym(f"{_COMPASS.get(left) or left} {right}")
            if land is not None:
                return 2, land
        return 1, self.demonym(sentence.tokens[first].form)

    def _known_prefix(self, sentence: Sentence, first: int, end: int, before_title: bool) -> int:
        """The end of a known name that the run begins with, where the rest is a name by itself; else 0."""
        tokens = sentence.tokens
        if self._lexicon.is_role([t.form for t in tokens[max(0, first - 2) : first] if t.form.islower()]):
            return 0
        for at in range(min(end - 1, first + _LONGEST_KNOWN), first, -1):
            boundary = tokens[at].label != tokens[at - 1].label or tokens[at].starts_entity
            boundary = boundary or self._fronts.begins_person(sentence, first, at, end)
            named = at == end - 1 and tokens[at].form in self._surnames  # "BBC Doe", where Jane Doe is spoken of
            boundary = boundary or (named and (at - first > 1 or tokens[first].form.lower() not in self._lexicon.given))
            apart = tokens[at].form[0].isupper() and not glued(tokens[at - 1], tokens[at])
            if not (boundary or before_title) or not apart or self._fronts.is_forename(sentence, first, at, end):
                continue
            text = text_of(sentence, first, at, self._text)[1]
            surname = at == end - 1 and tokens[at].label == "PERSON" and self.is_land(text)
            if (
                self.is_known(text)
                and not surname
                and not any(coarse(c.types[0]) == "PROD" for c in self.candidates(text)[:1])
                and not self._titles.is_organisation([t.form for t in tokens[first:end]])
            ):
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
        """Take a lower-case facility noun into the name: "Oakfield mosque"."""
        forms = [t.form for t in sentence.tokens[found.end : found.end + 2]]
        for length in (2, 1):
            noun = " ".join(forms[:length])
            listed = self._lexicon.facilities.get(noun)
            if len(forms) < length or listed is None or not listed[1]:
                continue
            kinds = [c.types[0] for c in self.candidates(found.text)]
            namesake = kinds[:1] == ["City"] and listed[0] == "AdministrativeArea"  # the province is not its city
            named = self._lexicon.gazetteer.get(found.key)
            if (not namesake and not LANDS.isdisjoint(kinds)) or (named and coarse(named) in ("LOC", "MISC")):
                return found
            span, text = text_of(sentence, found.first, found.end + length, self._text)
            longer = Found(found.sentence, found.first, found.end + length, span, text)
            longer.add(listed[0], 4.0, "facility-noun")
            return longer
        return found

"""What a run of capitalised words begins with: words that are no part of the name, or a name of its own.

Knows the lists and what is known of names, not which run comes next.
"""

from __future__ import annotations

from collections.abc import Callable

from kgexport.annotate.entities.found import quoted_from, quoted_whole, text_of
from kgexport.annotate.entities.lexicon import LANDS, Lexicon, fold
from kgexport.annotate.entities.spotting.calendar_names import CalendarNames
from kgexport.annotate.entities.spotting.feats import FEATS
from kgexport.annotate.entities.spotting.runs import Run
from kgexport.annotate.entities.spotting.wording import Wording, begins
from kgexport.authority.base import Candidate
from kgexport.model import Sentence

_AIRED = frozenset(("tv", "radio", "television", "media", "press"))
"""Nouns that an adjective of a land alone does not make a name of: "Dutch TV"."""
_OWNED = frozenset("wife husband son daughter mother father brother sister widow career birthday".split())
"""What persons have, and no towns or teams."""
_MOST_LANDS = 3
"""Hyphens between lands in one word: "the US-Japan-India-Australia group"."""
_HYPHENED = frozenset(("ex", "then", "pro", "anti", "non"))


class Fronts:
    """Looks at the front of runs in one article."""

    def __init__(
        self,
        lexicon: Lexicon,
        wording: Wording,
        known: Callable[[str], bool],
        candidates: Callable[[str], tuple[Candidate, ...]],
        text: str,
        calendar: CalendarNames,
    ) -> None:
        self._lexicon = lexicon
        self._wording = wording
        self._known = known
        self._candidates = candidates
        self._text = text
        self._calendar = calendar

    def _land(self, name: str) -> bool:
        return any(c.types[0] in LANDS for c in self._candidates(name)[:1])

    def described(self, sentence: Sentence, first: int, end: int) -> int:
        """How many tokens at the front only say what the name is: "Chipmaker" 1, "All-Star" 3."""
        if self._is_described(sentence, first, end):
            return 1
        if (prefix := self._prefixed(sentence, first, end)) > 0:
            return prefix
        hyphen = next((i for i in (first + 1, first - 1) if self._is_hyphened_off(sentence, i, end)), None)
        return 0 if hyphen is None else hyphen + 2 - first

    def without_openers(self, sentence: Sentence, run: Run) -> Run:
        """The run without words that only begin sentences, and days at its end; with "The" of The Hague."""
        first, end = run
        words = self._lexicon.words
        if first and sentence.tokens[first - 1].form == "The" and self._has_article(sentence, first, end):
            return first - 1, end
        if (opening := quoted_from(sentence, first, end)) is not None:
            return opening, end
        while first < end and (
            sentence.tokens[first].form in words["openers"]
            and sentence.tokens[first + 1 : first + 2]
            and sentence.tokens[first + 1].form not in ("of", "for", "-")
            and (begins(sentence, first) or sentence.tokens[first].pos not in ("PROPN", "NOUN"))
            and not (first + 1 < end and self._known(text_of(sentence, first, end, self._text)[1]))
        ):
            first += 1
        while end > first and sentence.tokens[end - 1].form in words["calendar"]:
            if self._calendar.is_name(sentence, end - 1):
                break
            end -= 1
        return first, end

    def _has_article(self, sentence: Sentence, first: int, end: int) -> bool:
        """Whether the article is part of a town's name: "The Hague"."""
        text = text_of(sentence, first - 1, end, self._text)[1]
        return any(c.types[0] == "City" and c.name.startswith("The ") for c in self._candidates(text))

    def joined_lands(self, sentence: Sentence, first: int, end: int) -> list[Run]:
        """The lands or towns with hyphens between them: "the Israel-Lebanon border"; no longer name is cut."""
        tokens = sentence.tokens
        if end - first < 3:
            return []
        hyphens = [i for i in range(first + 1, end - 1) if tokens[i].text in ("-", "–", "/")]
        if not 0 < len(hyphens) <= _MOST_LANDS or self._known(text_of(sentence, first, end, self._text)[1]):
            return []
        begins = [first, *(i + 1 for i in hyphens)]
        parts = list(zip(begins, [*hyphens, end], strict=True))
        names = [text_of(sentence, *part, self._text)[1] for part in parts if part[0] < part[1]]
        known = len(names) == len(parts) and all(self._land(name) for name in names)
        return parts if known else []

    def _is_described(self, sentence: Sentence, first: int, end: int) -> bool:
        """Whether the first word says what the name is: "Chipmaker Acme Inc.", "Democrat Jane Doe"."""
        tokens = sentence.tokens
        low, rest = tokens[first].form.lower(), [t.form for t in tokens[first + 1 : end]]
        if not rest or not rest[0][0].isalpha() or self._known(text_of(sentence, first, end, self._text)[1]):
            return False
        given = self._lexicon.given.get(rest[0].lower(), False) and len(rest) > 1
        nothing = self._lexicon.gazetteer.get(low) == "-"
        titles = low.endswith("s") and low[:-1] in self._lexicon.titles  # "Judges Jane Doe and …"
        if (given and (nothing or titles or low.endswith(("ist", "crat")))) or (
            nothing and len(rest) > 1 and self._known(" ".join(rest))
        ):
            return True
        body = rest[-1].lower() in self._lexicon.organisations or rest[-1].lower() in self._lexicon.facilities
        if nothing and tokens[first].form.isupper() and not body and first and tokens[first - 1].text[-1].isdigit():
            return True  # "512 GB Flash"
        said = low in self._lexicon.words["descriptors"] or (low.endswith("maker") and len(low) > 6)
        plain = begins(sentence, first) or low in self._wording.lower
        strong = self._lexicon.organisations.get(rest[-1].lower(), ("", False))[1] and len(rest) > 1
        return said and plain and (given or strong or self._known(" ".join(rest)))

    def _prefixed(self, sentence: Sentence, first: int, end: int) -> int:
        """1 for "Former" of "Former England captain", 2 for "Ex-" of "Ex-France coach", where a known name follows."""
        tokens = sentence.tokens
        low = tokens[first].form.lower()
        if low not in self._lexicon.words["title_prefixes"] | _HYPHENED or not begins(sentence, first):
            return 0
        hyphen = first + 2 < end and tokens[first + 1].text == "-"
        at = first + 2 if hyphen else first + 1
        if at >= end or (low in _HYPHENED and not hyphen):
            return 0
        whole, rest = (text_of(sentence, i, end, self._text)[1] for i in (first, at))
        return at - first if self._known(rest) and not self._known(whole) else 0

    def _is_hyphened_off(self, sentence: Sentence, hyphen: int, end: int) -> bool:
        """Whether the words around a hyphen stand before a person's name and name nothing: "All-Star Jane Doe"."""
        tokens = sentence.tokens
        if hyphen < 1 or hyphen + 2 >= end or tokens[hyphen].text != "-":
            return False
        both = f"{tokens[hyphen - 1].form}-{tokens[hyphen + 1].form}"
        given = tokens[hyphen + 2].form.lower() in self._lexicon.given
        return given and self._lexicon.gazetteer.get(fold(both)) == "-"

    def stays_whole(self, sentence: Sentence, first: int, end: int) -> bool:
        """Whether nothing may be cut off: a quoted title, "Duchess of X", what is known as it stands."""
        if end - first < 2:
            return False
        words = [t.form.lower() for t in sentence.tokens[first : first + 2]]
        if quoted_whole(sentence, first, end) or (words[1] == "of" and words[0] in self._lexicon.words["noble_names"]):
            return True
        text = text_of(sentence, first, end, self._text)[1]
        forms = " ".join(t.form for t in sentence.tokens[first:end])
        return any(
            c.types[0] != "Person" or not self._lexicon.title_at(text.split(), 0) for c in self._candidates(text)
        ) or (self._lexicon.gazetteer.get(fold(forms), "-") != "-")

    def land_of_happening(self, sentence: Sentence, first: int, end: int) -> int | None:
        """The end of the town or land that the name of a festival or race begins with: "Oslo City Marathon"."""
        forms = [t.form for t in sentence.tokens[first:end]]
        if len(forms) < 2 or self._lexicon.organisations.get(forms[-1].lower(), ("",))[0] != "-":
            return None
        for length in range(len(forms) - 1, 0, -1):
            if self._land(" ".join(forms[:length])) or (
                length > 1 and forms[length - 1] in ("City", "County") and self._land(" ".join(forms[: length - 1]))
            ):
                return first + length
        return None

    def begins_person(self, sentence: Sentence, first: int, at: int, end: int) -> bool:
        """Whether a full name begins after what is known as a place: "(Bishop of) Durham Paul Butler"."""
        given, forms = self._lexicon.given, [t.form.lower() for t in sentence.tokens[first:end]]
        if end - at < 2 or not given.get(forms[at - first], False) or forms[0] in given:
            return False
        place = self._candidates(text_of(sentence, first, at, self._text)[1])[:1]
        role = first > 0 and sentence.tokens[first - 1].form in self._lexicon.roles
        return not role and any(c.popularity >= 0.5 for c in place)

    def is_forename(self, sentence: Sentence, first: int, at: int, end: int) -> bool:
        """Whether a town's name before one word is a given name: "Paris Doe's wife" has what only persons have."""
        after = [t.lemma.lower() for t in sentence.tokens[end : end + 2]]
        personal = len(after) == 2 and after[0] in ("'s", "’s") and (after[1] in FEATS or after[1] in _OWNED)
        word = sentence.tokens[end - 1].form.lower()
        body = word in self._lexicon.organisations or word in self._lexicon.facilities
        return personal and at - first == 1 and end - at == 1 and not body

    def keeps_demonym(self, sentence: Sentence, first: int, end: int, length: int) -> bool:
        """ "Greek Orthodox Church", "Turkish Airlines", "American Red Cross" are names as they stand."""
        if end - first < length + 1 or not sentence.tokens[first + length].form[0].isalnum():
            return False
        forms = [t.form for t in sentence.tokens[first:end]]
        if self._known(" ".join(forms)):
            return True
        words = [form.lower() for form in forms]
        if len(words) == length + 1 and words[-1] in _AIRED and words[-1] not in self._lexicon.facilities:
            return False
        return (
            any(w in self._lexicon.organisations for w in (words[-1], words[length], " ".join(words[-2:])))
            or words[-1] in self._lexicon.facilities
        )

"""Finds runs of capitalised words that may be names; knows words and capitals only, not what the names name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kgexport.annotate.entities.lexicon import Lexicon, coarse, fold
from kgexport.annotate.entities.spotting.calendar_names import CalendarNames
from kgexport.annotate.entities.spotting.connectors import Connectors
from kgexport.annotate.entities.spotting.named_money import NamedMoney
from kgexport.annotate.entities.spotting.wording import Wording, begins, glued_hyphen, letter_before_hyphen
from kgexport.annotate.entities.spotting.work_titles import title_end
from kgexport.model import BlockKind, Sentence, Token

_CAPITAL_INSIDE = re.compile(r"^(?:(?:al|el|as|ad|ar|an)[-’'][A-Z]|[a-z]{1,2}[A-Z])")
_ADDRESS = re.compile(r"^[A-Z]\w*\.(?:com|org|net|info|[a-z]{2})$")
_DESCRIBING = re.compile(r"\.-[a-z]+$|^(?:[A-Z]\.){2,}-")
_MONTH_DAY = re.compile(r"^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\d{1,2}$")
_DOTTED = re.compile(r"^(?:[A-Z]\.)+$")
_NUMBER = re.compile(r"^\d{1,3}(?:\.\d)?$|^[A-Z]?-?\d{1,3}$")
_NOUN_AFTER = re.compile(r"^NN|^JJ|^CD")
_ORDINAL = re.compile(r"^\d{1,4}(?:st|nd|rd|th)$")
_INSIDE_TITLES = frozenset(("for", "to", "of", "and", "or", "the"))
_ENTITY_LABELS = frozenset("PERSON ORG GPE LOC FAC NORP PRODUCT EVENT WORK_OF_ART LAW".split())
_NAME_TAGS = frozenset("PROPN NOUN ADJ X VERB ADV INTJ NUM ADP SCONJ DET PRON".split())
_SURE_TAGS = frozenset("PROPN NOUN ADJ X".split())

Run = tuple[int, int]
"""First token and end."""


class RunFinder:
    """Finds the runs of one article."""

    def __init__(
        self,
        lexicon: Lexicon,
        wording: Wording,
        known: Callable[[str], bool],
        land: Callable[[str], bool],
        calendar: CalendarNames,
        money: NamedMoney,
    ) -> None:
        self._lexicon = lexicon
        self._money = money
        self._words = lexicon.words
        self._wording = wording
        self._known = known
        self._land = land
        self._calendar = calendar
        self._connectors = Connectors(lexicon, wording, known, self.is_name_word)

    def runs(self, sentence: Sentence) -> Iterator[Run]:
        """All maximal runs, in order."""
        i, count = 0, len(sentence.tokens)
        while i < count:
            if (title := title_end(sentence, i)) is not None:
                yield i, title
                i = title
                continue
            begin = self._starts(sentence, i)
            if begin is None:
                i += 1
                continue
            end = self._extend(sentence, begin)
            yield self._with_ordinal(sentence, i, end), end
            i = end

    def _with_ordinal(self, sentence: Sentence, first: int, end: int) -> int:
        """Where the name begins with the number of a unit: "the 82nd Airborne Division"."""
        numbered = first > 0 and _ORDINAL.match(sentence.tokens[first - 1].form)
        unit = any(t.form.lower() in self._words["numbered_units"] for t in sentence.tokens[first:end])
        return first - 1 if numbered and unit else first

    def is_name_word(self, sentence: Sentence, i: int) -> bool:
        """Whether a token may be a word of a name."""
        token = sentence.tokens[i]
        form = token.form
        if _ADDRESS.match(form):
            return True
        if not form[0].isupper():
            return bool(_CAPITAL_INSIDE.match(form)) and token.pos in _SURE_TAGS
        if _DESCRIBING.search(form):  # "the Bellevue, Wash.-based company"
            return False
        if form in self._words["calendar"]:
            return self._calendar.is_name(sentence, i)
        if form in ("I", "A"):
            return False
        if token.pos not in _NAME_TAGS and not form.isupper():
            return False
        if self._is_amount(sentence, i) or _MONTH_DAY.match(form):
            return False
        if form.isupper() and self._is_known_acronym(sentence, form):
            return True
        if form in self._words["openers"]:
            return len(form) > 2 and self._is_named_opener(sentence, token)
        if form.isupper() and form.lower() in self._wording.lower and len(form) > 2:
            return token.label in _ENTITY_LABELS
        if begins(sentence, i):
            return self._opens_with_name(sentence, token)
        if token.pos in _SURE_TAGS or token.label in _ENTITY_LABELS or form.lower() in self._wording.capital:
            return True
        following = sentence.tokens[i + 1 : i + 2]
        named = form.lower() in self._lexicon.given and bool(following)
        return named and following[0].form[0].isupper() and following[0].pos == "PROPN"  # ", and Per Dahl"

    def _is_named_opener(self, sentence: Sentence, token: Token) -> bool:
        """Whether a word that often begins sentences is part of a name here: "the People Power Party"."""
        following = sentence.tokens[token.i + 1 : token.i + 2]
        noun = token.pos in ("PROPN", "NOUN", "NUM") and bool(following)
        if noun and following[0].form[0].isupper() and self._known(f"{token.form} {following[0].form}"):
            return True  # "Police Scotland"
        if begins(sentence, token.i):
            return False
        goes_on = bool(following) and following[0].form[0].isupper() and sentence.block is not BlockKind.HEADLINE
        return token.pos == "PROPN" or (token.pos == "NOUN" and goes_on)

    def _is_known_acronym(self, sentence: Sentence, form: str) -> bool:
        """Whether capitals name something known where not all is in capitals: "WHO declares", whatever its tag."""
        listed = self._lexicon.gazetteer.get(fold(form), "-") != "-"
        return len(form) > 2 and listed and any(t.text.islower() or t.text.istitle() for t in sentence.tokens)

    def _is_amount(self, sentence: Sentence, i: int) -> bool:
        """Whether letters belong to a sum of money: "NZ $ 26 million", "USD 200", "USD200"."""
        tokens = sentence.tokens
        form = tokens[i].form
        after = tokens[i + 1].text[0] if i + 1 < len(tokens) else " "
        if form in self._words["currency_prefixes"] and after in "$€£¥":
            return True
        if form in self._words["currencies"]:
            return (sentence, i) not in self._money
        if form[:3] not in self._words["currency_codes"]:
            return False
        beside = after.isdigit() or (i > 0 and tokens[i - 1].text[-1].isdigit())
        return beside if len(form) == 3 else form[3:].isdigit()

    def _opens_with_name(self, sentence: Sentence, token: Token) -> bool:
        low = token.form.lower()
        if low in self._wording.capital:
            return True
        if token.pos not in _SURE_TAGS and token.label not in _ENTITY_LABELS:
            return False
        following = sentence.tokens[token.i + 1 : token.i + 2]
        if low in self._wording.lower and not (following and following[0].form[0].isupper()):
            return False
        common = bool(following) and following[0].tag.startswith("NN") and following[0].form.islower()
        if common and low in self._words["title_modifiers"] and not self._known(token.form):
            return False  # "National broadcaster X"
        if token.pos == "PROPN" or token.label in _ENTITY_LABELS:
            return True
        describes = token.pos == "ADJ" and bool(following) and following[0].form.islower() and token.dep == "amod"
        if describes and low not in self._wording.capital:
            return False  # "Normal service"
        if self._known(token.form) and low not in self._lexicon.heads and low not in self._lexicon.roles:
            return True
        return bool(following) and following[0].form[0].isupper() and following[0].pos == "PROPN"

    def _starts(self, sentence: Sentence, i: int) -> int | None:
        """Where the first name word is, if a run starts here (perhaps with a particle: "al-Amr")."""
        tokens = sentence.tokens
        doubled = tokens[i].form.lower() in ("von", "van", "de") and i + 2 < len(tokens)
        if doubled and tokens[i + 1].form in ("der", "den", "la", "los"):
            return i + 2 if self.is_name_word(sentence, i + 2) else None
        if self.is_name_word(sentence, i) or letter_before_hyphen(sentence, i):
            return i
        if tokens[i].form in self._words["particles"] and i + 1 < len(tokens):
            hyphen = i + 2 < len(tokens) and glued_hyphen(sentence, i + 1)
            following = i + 2 if hyphen else i + 1
            if (hyphen or tokens[i].label == "PERSON") and self.is_name_word(sentence, following):
                return following
        return None

    def _extend(self, sentence: Sentence, begin: int) -> int:
        end = begin + 1
        while (further := self._next(sentence, begin, end)) is not None:
            end = further
        return end

    def _next(self, sentence: Sentence, begin: int, end: int) -> int | None:
        """The end of the run with one more name word, or None."""
        tokens = sentence.tokens
        if end >= len(tokens):
            return None
        token = tokens[end]
        if token.text == "/" and end == begin + 1 and self._is_ship(tokens[begin : end + 3]):
            return end + 2
        if self.is_name_word(sentence, end):
            return end + 1
        if token.form in self._words["name_suffixes"] or _DOTTED.match(token.form):
            return end + 1
        if _NUMBER.match(token.form) and self._is_version(sentence, end):
            return end + 1
        return self._connectors.over(sentence, begin, end) or self._in_title(sentence, begin, end)

    def _is_ship(self, tokens: tuple[Token, ...]) -> bool:
        """Whether letters with a stroke between them stand before a capital: "M/V Corvel Star"."""
        listed = "".join(t.text for t in tokens[:3]) in self._words["ship_prefixes"]
        return listed and len(tokens) == 4 and tokens[3].text[0].isupper()

    def _in_title(self, sentence: Sentence, begin: int, end: int) -> int | None:
        """Over a small word inside the title behind a noun for works: "the book Blown for Good"."""
        tokens = sentence.tokens
        noun = tokens[begin - 1] if begin else None
        if noun is None or not noun.form.islower() or noun.lemma not in self._words["shown_works"]:
            return None
        if end + 1 >= len(tokens) or tokens[end].form not in _INSIDE_TITLES or noun.tag != "NN":
            return None
        after = tokens[end + 1]
        word = after.form[0].isupper() and self.is_name_word(sentence, after.i)
        return (
            after.i + 1
            if word and not self._known(after.form) and after.form.lower() not in self._lexicon.given
            else None
        )

    def _is_version(self, sentence: Sentence, i: int) -> bool:
        """Whether a number belongs to the name before it: "Internet Explorer 6"."""
        tokens = sentence.tokens
        after = tokens[i + 1].text if i + 1 < len(tokens) else "."
        if after[0].isupper() and tokens[i].head == tokens[i - 1].head and tokens[i].head > i:
            return tokens[i].dep in ("nummod", "compound") and tokens[i - 1].dep in ("compound", "nmod")
        place = tokens[i - 1].label in ("GPE", "LOC") or self._land(tokens[i - 1].form)
        if place or (i > 1 and self._land(f"{tokens[i - 2].form} {tokens[i - 1].form}")):
            return False  # "the Oslo 27": the yard line of a town's team
        made = i > 1 and tokens[i - 2].form.lower() in ("a", "an", "the") and self._known(tokens[i - 1].form)
        if made and tokens[i].tag == "CD" and len(tokens[i].form) == 3:
            return True
        if tokens[i + 1 : i + 2] and coarse(self._lexicon.heads.get(tokens[i + 1].lemma.lower(), "")) == "PROD":
            return tokens[i + 1].form.islower() and len(tokens[i].form) < 3
        product = coarse(self._lexicon.gazetteer.get(fold(tokens[i - 1].form), "")) == "PROD"
        beside = tokens[i].head == tokens[i - 1].head and tokens[i].head > i  # "Windows 7 users"
        if product and (beside or not _NOUN_AFTER.match(tokens[i + 1].tag if i + 1 < len(tokens) else ".")):
            return True
        follows = after[0].islower() and tokens[i + 1].pos in ("VERB", "AUX", "ADP", "CCONJ")
        return (follows or after[0] in ".,;:)'’\"”") and (
            tokens[i].head == i - 1 or tokens[i].label in ("PRODUCT", "FAC", "ORG")
        )

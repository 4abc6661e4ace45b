"""Takes small words, hyphens and commas between the words of a name into it: "Bank of England", "Jong-un".

Knows words and what is listed, not what a name names.
"""

from __future__ import annotations

from collections.abc import Callable

from kgexport.annotate.entities.found import glued
from kgexport.annotate.entities.lexicon import LONGEST_TITLE, Lexicon
from kgexport.annotate.entities.spotting.wording import Wording, detached_hyphen, glued_hyphen, letter_before_hyphen
from kgexport.model import Sentence, Token

_APOSTROPHES = frozenset(("'s", "’s", "'", "’"))
_LOOSE_PARTICLES = frozenset(("as", "an", "e", "y", "la", "le", "den", "ten"))
"""Particles that are words of other kinds too often to hold a name together."""
_SIGNS = frozenset("®™℠")
_MOST_FIELDS = 6
"""Fields of work in the name of a body: "Department for Environment, Food and Rural Affairs"."""
_OF_TWO = (["merger", "of"], ["marriage", "of"], ["combination", "of"], ["rivalry", "of"])
"""Words before two names that "and" joins."""


class Connectors:
    """What may stand between two words of one name."""

    def __init__(
        self,
        lexicon: Lexicon,
        wording: Wording,
        known: Callable[[str], bool],
        is_name_word: Callable[[Sentence, int], bool],
    ) -> None:
        self._lexicon = lexicon
        self._words = lexicon.words
        self._wording = wording
        self._known = known
        self._is_name_word = is_name_word

    def over(self, sentence: Sentence, begin: int, end: int) -> int | None:
        """The end of the run `begin` to `end` with what follows over the connector at `end`; None: it ends there."""
        tokens = sentence.tokens
        low = tokens[end].form
        if low in ("-", "‑", "–", "/"):
            return self._over_hyphen(sentence, begin, end)
        if low in _APOSTROPHES:
            return self._over_possessive(sentence, begin, end)
        if low in self._words["company_suffixes"]:
            return end + 1  # "Acme Foods plc"
        if low in _SIGNS:
            number = tokens[end + 1].form.isdigit() if end + 1 < len(tokens) else False
            return end + 2 if number or self._name_at(sentence, end + 1) else None  # "Acme® Pilot"
        if low == "&":
            return end + 2 if self._name_at(sentence, end + 1) else None
        if low == ",":
            if end + 1 < len(tokens) and tokens[end + 1].form in self._words["company_suffixes"]:
                return end + 2  # "Acme Robotics, Inc."
            return self._over_fields(sentence, begin, end)
        if (step := self._over_particle(sentence, end)) is not None:
            return step
        if low in ("of", "for", "on"):
            step = end + 1 + (end + 1 < len(tokens) and tokens[end + 1].form == "the")
            if not self._name_at(sentence, step):
                return None
            inside = low != "on" and self._is_inside_title(sentence, begin, end)
            return step + 1 if inside or self._takes_of(sentence, begin, end, step) else None
        if low == "and" and self._name_at(sentence, end + 1) and self._takes_and(sentence, begin, end):
            return end + 2
        return self._over_known(sentence, begin, end)

    def _over_known(self, sentence: Sentence, begin: int, end: int) -> int | None:
        """Any other small word inside a name that is known as a whole: "Research in Motion"."""
        tokens = sentence.tokens
        if not tokens[end].form.isalpha():
            return None
        titled = tokens[end].form in ("In", "Of", "For", "On", "To", "The", "And", "With", "Without")
        if (
            titled
            and not tokens[begin].recased
            and not self._in_title_case(sentence)
            and self._name_at(sentence, end + 1)
        ):
            return end + 2  # "Research In Motion" in prose
        begin = max(begin, end - 3)
        for step in (end + 1, end + 2):
            if step < len(tokens) and tokens[step].form[0].isupper():
                known = any(self._known(" ".join(t.text for t in tokens[at : step + 1])) for at in range(begin, end))
                return step + 1 if known else None
        return None

    @staticmethod
    def _in_title_case(sentence: Sentence) -> bool:
        """Whether hardly a longer word of the sentence is small."""
        words = [t.form for t in sentence.tokens if len(t.form) > 3 and t.form.isalpha()]
        return 3 * sum(w[0].isupper() for w in words) > 2 * len(words)

    def _name_at(self, sentence: Sentence, i: int) -> bool:
        return i < len(sentence.tokens) and self._is_name_word(sentence, i)

    def _over_hyphen(self, sentence: Sentence, begin: int, end: int) -> int | None:
        tokens = sentence.tokens
        if tokens[end].form == "-" and end + 3 < len(tokens) and tokens[end + 1].form in self._words["hyphened"]:
            return end + 4 if glued_hyphen(sentence, end + 2) and self._name_at(sentence, end + 3) else None
        if glued_hyphen(sentence, end):
            return end + 2 if self._name_at(sentence, end + 1) or self._is_syllable(tokens[end + 1]) else None
        letter = end - begin == 1 and letter_before_hyphen(sentence, begin)
        if letter or (detached_hyphen(sentence, end) and self._name_at(sentence, end + 1)):
            whole = " ".join(t.text for t in tokens[begin : end + 2])
            return end + 2 if letter or self._wording.apart or self._known(whole) else None
        return None

    def _over_possessive(self, sentence: Sentence, begin: int, end: int) -> int | None:
        """ "People's Army", "Sheriff's Office", and firms with an own 's: "Moody's"."""
        tokens = sentence.tokens
        low = tokens[end - 1].form.lower()
        if self._name_at(sentence, end + 1):
            following = tokens[end + 1].form.lower()
            if low in self._words["possessive_nouns"]:
                return end + 2
            if low in self._words["possessive_offices"] and following in self._words["nouns_of_offices"]:
                return end + 2
        own = tokens[end].form in ("'s", "’s") and glued(tokens[end - 1], tokens[end])
        name = " ".join(t.text for t in tokens[begin:end])
        return end + 1 if own and self._known(f"{name}'s") and not self._known(name) else None

    def _over_particle(self, sentence: Sentence, end: int) -> int | None:
        tokens = sentence.tokens
        low = tokens[end].form
        doubled = tokens[end - 1].form in ("Van", "Von", "De") and low in ("den", "der", "de", "la")
        if not doubled and (low not in self._words["particles"] or low in _LOOSE_PARTICLES):
            return None
        step = end + 2 if end + 1 < len(tokens) and glued_hyphen(sentence, end + 1) else end + 1
        step += step < len(tokens) and tokens[step].form in ("la", "der", "den", "de", "los", "het")
        return step + 1 if self._name_at(sentence, step) else None

    def _over_fields(self, sentence: Sentence, begin: int, end: int) -> int | None:
        """The end of a list of fields: "Ministry of Health, Labour and Welfare", "Bureau of Alcohol, Tobacco and …"."""
        tokens = sentence.tokens
        forms = [t.form.lower() for t in tokens[begin:end]]
        if forms[0] not in self._lexicon.organisations or not {"of", "for"} & set(forms):
            return None
        at = end
        for _ in range(_MOST_FIELDS):
            joined = [t.form.lower() for t in tokens[at : at + 2]]
            last = "and" in joined or "&" in joined
            at += 2 if joined == [",", "and"] else 1
            if not (last or joined[:1] == [","]) or (size := self._field(tokens[at : at + 2])) == 0:
                return None
            at += size
            if last:
                return at
        return None

    def _field(self, tokens: tuple[Token, ...]) -> int:
        """How many words name a field of work there: "Rural Affairs" 2, "Food" 1."""
        if not tokens or not tokens[0].form[0].isupper():
            return 0
        forms = [t.form.lower() for t in tokens]
        fields = self._words["portfolios"] | self._words["fields"]
        if len(forms) > 1 and tokens[1].form[0].isupper() and " ".join(forms) in fields:
            return 2
        return int(forms[0] in fields)

    def _is_syllable(self, token: Token) -> bool:
        """Whether a lower-case word after a hyphen is part of a person's name: "Jong-un"."""
        if not token.form.islower() or len(token.form) > 6:
            return False
        return token.label == "PERSON" or token.form in self._words["name_syllables"]

    def _is_inside_title(self, sentence: Sentence, begin: int, of: int) -> bool:
        """Whether an "of" is one of a title: "Secretary of State X", "Minister of Finance X"."""
        forms = [t.form for t in sentence.tokens[begin : of + LONGEST_TITLE]]
        matches = ((at, self._lexicon.title_at(forms, at)) for at in range(max(0, of - begin - 3), of - begin))
        return any(match is not None and at + match[0] > of - begin for at, match in matches)

    def _takes_of(self, sentence: Sentence, begin: int, end: int, step: int) -> bool:
        """Whether "X of Y" (or for, on) is one name: "Bank of England", "Council on Foreign Relations"."""
        tokens = sentence.tokens
        preposition = tokens[end].form
        if self._known(" ".join(t.text for t in tokens[begin : step + 1])):
            return True
        last = tokens[end - 1].form
        low = last.lower()
        if last in self._words["company_suffixes"]:
            return False
        if preposition == "on":
            return low in self._words["nouns_before_on"] and self._field(tokens[step : step + 2]) > 0
        if end - begin > 1 and self._lexicon.given.get(tokens[step].form.lower()) and tokens[step].label == "PERSON":
            return False  # "the Liberation Army of Jane Doe"
        if preposition == "of" and (last + " of") in self._words["country_prefixes"]:
            return True
        if preposition == "of" and end - begin == 1 and low in self._words["noble_names"]:
            return self._known(tokens[step].form)
        if low in self._lexicon.titles or tokens[step].form in self._words["calendar"]:
            return False
        if preposition == "for" and low in self._words["people_for"]:
            return not tokens[step].form.isupper() and tokens[step].label != "PERSON"
        if low in self._lexicon.organisations:
            return preposition == "of" or low in self._words["nouns_before_for"]
        person = end - begin == 2 and self._lexicon.given.get(tokens[begin].form.lower(), False)  # "Tom Hall of"
        return preposition == "of" and low in self._words["nouns_before_of"] and not person

    def _takes_and(self, sentence: Sentence, begin: int, end: int) -> bool:
        """Whether "X and Y" is one name: "Ministry of Health and Labour", "Globe and Mail"."""
        tokens = sentence.tokens
        if self._known(" ".join(t.text for t in tokens[begin : end + 2])):
            return True
        forms = [t.form.lower() for t in tokens[begin:end]]
        following = tokens[end + 1].form.lower()
        if f"{forms[-1]} and {following}" in self._lexicon.organisations:
            return True
        if "of" in forms and forms[0] in self._words["ministries"] and "the" not in forms:
            return not self._known(tokens[end + 1].form)
        if self._are_fields(sentence, begin, end):
            return True
        plurals = tokens[end - 1].form.endswith("s") and tokens[end + 1].form.endswith("s")
        if plurals and self._are_members(forms, following):
            return True
        if tokens[end + 2 : end + 3] and tokens[end + 2].form == "Autonomous":
            return True  # "the A and B Autonomous County" is of two peoples
        if plurals and "of" not in forms:
            return False
        if end - begin == 1 and begin and tokens[begin - 1].text == ",":
            return False  # the end of a list
        if [t.form.lower() for t in tokens[max(0, begin - 2) : begin]] in _OF_TWO or tokens[begin - 1].form in (
            "between",
            "both",
        ):
            return False
        inside = {tokens[end].label, tokens[end + 1].label, tokens[end - 1].label}
        return inside == {"ORG"} and not tokens[end + 1].starts_entity

    def _are_members(self, forms: list[str], following: str) -> bool:
        """Whether a body is called after its members: "Union of Teachers and Nurses"."""
        of_one = len(forms) > 2 and forms[-2] == "of" and forms[-3] in self._lexicon.organisations
        return of_one and not self._known(forms[-1].title()) and not self._known(following.title())

    def _are_fields(self, sentence: Sentence, begin: int, end: int) -> bool:
        """Whether fields of work on both sides lead up to a body: "the Food and Drug Administration"."""
        tokens = sentence.tokens
        if not self._field(tokens[end - 1 : end]) or self._known(tokens[end - 1].form):
            return False
        size = self._field(tokens[end + 1 : end + 3])
        body = tokens[end + 1 + size : end + 2 + size]
        return bool(size and body) and self._lexicon.organisations.get(body[0].form.lower(), ("", False))[0] != ""

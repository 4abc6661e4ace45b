"""Finds runs of capitalised words that may be names; knows words and capitals only, not what the names name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kgexport.annotate.entities.found import glued
from kgexport.annotate.entities.lexicon import LONGEST_TITLE, Lexicon, coarse, fold
from kgexport.model import BlockKind, Sentence, Token

_CAPITAL_INSIDE = re.compile(r"^(?:(?:al|el|as|ad|ar|an)[-’'][A-Z]|[a-z]{1,2}[A-Z])")
_DOTTED = re.compile(r"^(?:[A-Z]\.)+$")
_NUMBER = re.compile(r"^\d{1,3}(?:\.\d)?$|^[A-Z]?-?\d{1,3}$")
_NOUN_AFTER = re.compile(r"^NN|^JJ|^CD")
_ORDINAL = re.compile(r"^\d{1,4}(?:st|nd|rd|th)$")
_ENTITY_LABELS = frozenset("PERSON ORG GPE LOC FAC NORP PRODUCT EVENT WORK_OF_ART LAW".split())
_OPENING = frozenset("\"“‘'«([—–-:;•*…")
_NAME_TAGS = frozenset("PROPN NOUN ADJ X VERB ADV INTJ NUM ADP SCONJ DET PRON".split())
_SURE_TAGS = frozenset("PROPN NOUN ADJ X".split())

Run = tuple[int, int]
"""First token and end."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How the article writes its words inside sentences."""

    lower: frozenset[str]
    """Words seen in lower case."""
    capital: frozenset[str]
    """Words (lower-cased) seen with a capital where a sentence does not begin."""

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> Wording:
        """Count the prose; headlines do not vouch for capitals."""
        lower: set[str] = set()
        capital: set[str] = set()
        for sentence in sentences:
            if sentence.block is BlockKind.HEADLINE:
                continue
            for token in sentence.tokens:
                if token.text[0].islower():
                    lower.add(token.text)
                elif token.text[0].isupper() and not begins(sentence, token.i) and not token.text.isupper():
                    capital.add(token.text.lower())
        return cls(frozenset(lower), frozenset(capital))


def begins(sentence: Sentence, i: int) -> bool:
    """Whether the token has its capital from its place: first of the sentence or after an opening mark."""
    return i == 0 or (sentence.tokens[i - 1].text[0] in _OPENING and not glued_hyphen(sentence, i - 1))


def glued_hyphen(sentence: Sentence, i: int) -> bool:
    """Whether the token is a hyphen inside a word."""
    tokens = sentence.tokens
    return (
        tokens[i].text in ("-", "‑", "–")
        and 0 < i < len(tokens) - 1
        and glued(tokens[i - 1], tokens[i])
        and glued(tokens[i], tokens[i + 1])
    )


class RunFinder:
    """Finds the runs of one article."""

    def __init__(self, lexicon: Lexicon, wording: Wording, known: Callable[[str], bool]) -> None:
        self._lexicon = lexicon
        self._words = lexicon.words
        self._wording = wording
        self._known = known

    def runs(self, sentence: Sentence) -> Iterator[Run]:
        """All maximal runs, in order."""
        i, count = 0, len(sentence.tokens)
        while i < count:
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
        if not form[0].isupper():
            return bool(_CAPITAL_INSIDE.match(form)) and token.pos in _SURE_TAGS
        if form in self._words["calendar"] or token.pos not in _NAME_TAGS or (len(form) == 1 and form in "IA"):
            return False
        if form in self._words["openers"]:
            return token.pos == "PROPN" and not begins(sentence, i) and len(form) > 2
        if form.isupper() and form.lower() in self._wording.lower and len(form) > 2:
            return token.label in _ENTITY_LABELS
        if begins(sentence, i):
            return self._opens_with_name(sentence, token)
        return token.pos in _SURE_TAGS or token.label in _ENTITY_LABELS or token.form.lower() in self._wording.capital

    def _opens_with_name(self, sentence: Sentence, token: Token) -> bool:
        low = token.form.lower()
        if low in self._wording.capital:
            return True
        if token.pos not in _SURE_TAGS and token.label not in _ENTITY_LABELS:
            return False
        following = sentence.tokens[token.i + 1 : token.i + 2]
        if low in self._wording.lower and not (following and following[0].form[0].isupper()):
            return False
        if token.pos == "PROPN" or token.label in _ENTITY_LABELS or self._known(token.form):
            return True
        return bool(following) and following[0].form[0].isupper() and following[0].pos == "PROPN"

    def _starts(self, sentence: Sentence, i: int) -> int | None:
        """Where the first name word is, if a run starts here (perhaps with a particle: "al-Amr")."""
        if self.is_name_word(sentence, i):
            return i
        tokens = sentence.tokens
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
        if self.is_name_word(sentence, end):
            return end + 1
        if token.form in self._words["name_suffixes"] or _DOTTED.match(token.form):
            return end + 1
        if _NUMBER.match(token.form) and self._is_version(sentence, end):
            return end + 1
        return self._over_connector(sentence, begin, end)

    def _is_version(self, sentence: Sentence, i: int) -> bool:
        """Whether a number belongs to the name before it: "Internet Explorer 6"."""
        tokens = sentence.tokens
        after = tokens[i + 1].text if i + 1 < len(tokens) else "."
        if after[0].isupper() and tokens[i].head == tokens[i - 1].head and tokens[i].head > i:
            return tokens[i].dep in ("nummod", "compound") and tokens[i - 1].dep in ("compound", "nmod")
        made = i > 1 and tokens[i - 2].form.lower() in ("a", "an", "the") and self._known(tokens[i - 1].form)
        if made and tokens[i].tag == "CD" and len(tokens[i].form) == 3:
            return True
        if tokens[i + 1 : i + 2] and coarse(self._lexicon.heads.get(tokens[i + 1].lemma.lower(), "")) == "PROD":
            return tokens[i + 1].form.islower() and len(tokens[i].form) < 3
        product = coarse(self._lexicon.gazetteer.get(fold(tokens[i - 1].form), "")) == "PROD"
        if product and not _NOUN_AFTER.match(tokens[i + 1].tag if i + 1 < len(tokens) else "."):
            return True
        follows = after[0].islower() and tokens[i + 1].pos in ("VERB", "AUX", "ADP", "CCONJ")
        return (follows or after[0] in ".,;:)'’\"”") and (
            tokens[i].head == i - 1 or tokens[i].label in ("PRODUCT", "FAC", "ORG")
        )

    def _over_connector(self, sentence: Sentence, begin: int, end: int) -> int | None:
        tokens = sentence.tokens
        low = tokens[end].form

        def name_at(i: int) -> bool:
            return i < len(tokens) and self.is_name_word(sentence, i)

        if low == "-" and end + 3 < len(tokens) and tokens[end + 1].form in self._words["hyphened"]:
            return end + 4 if glued_hyphen(sentence, end + 2) and name_at(end + 3) else None
        if low in ("-", "‑", "–", "/") and glued_hyphen(sentence, end):
            return end + 2 if name_at(end + 1) or self._is_syllable(tokens[end + 1]) else None
        if low in ("'s", "’s", "'", "’") and name_at(end + 1):
            return end + 2 if tokens[end - 1].form.lower() in self._words["possessive_nouns"] else None
        if low == "&" and name_at(end + 1):
            return end + 2
        doubled = tokens[end - 1].form in ("Van", "Von", "De") and low in ("den", "der", "de", "la")
        if doubled or (low in self._words["particles"] and low not in ("as", "an", "e", "y", "la", "le", "den", "ten")):
            step = end + 2 if end + 1 < len(tokens) and glued_hyphen(sentence, end + 1) else end + 1
            step += step < len(tokens) and tokens[step].form in ("la", "der", "den", "de", "los", "het")
            if name_at(step):
                return step + 1
        if low in ("of", "for"):
            step = end + 1 + (end + 1 < len(tokens) and tokens[end + 1].form == "the")
            if name_at(step) and self._is_inside_title(sentence, begin, end):
                return step + 1
            if name_at(step) and self._takes_of(sentence, begin, end, step, low):
                return step + 1
        if low == "and" and name_at(end + 1) and self._takes_and(sentence, begin, end):
            return end + 2
        return None

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

    def _takes_of(self, sentence: Sentence, begin: int, end: int, step: int, preposition: str) -> bool:
        """Whether "X of Y" is one name: "Bank of England", "Republic of Turkey"."""
        tokens = sentence.tokens
        if self._known(" ".join(t.text for t in tokens[begin : step + 1])):
            return True
        last = tokens[end - 1].form
        if preposition == "of" and (last + " of") in self._words["country_prefixes"]:
            return True
        low = last.lower()
        if low in self._lexicon.titles or tokens[step].form in self._words["calendar"]:
            return False
        if low in self._lexicon.organisations:
            return preposition == "of" or low in self._words["nouns_before_for"]
        return preposition == "of" and low in self._words["nouns_before_of"]

    def _takes_and(self, sentence: Sentence, begin: int, end: int) -> bool:
        """Whether "X and Y" is one name: "Ministry of Health and Labour", "Globe and Mail"."""
        tokens = sentence.tokens
        if self._known(" ".join(t.text for t in tokens[begin : end + 2])):
            return True
        forms = [t.form.lower() for t in tokens[begin:end]]
        bodies = {"ministry", "department", "office", "secretariat", "committee", "commission", "bureau", "institute"}
        if "of" in forms and forms[0] in bodies and "the" not in forms:
            return not self._known(tokens[end + 1].form)
        plurals = tokens[end - 1].form.endswith("s") and tokens[end + 1].form.endswith("s")
        if plurals and "of" not in forms:
            return False
        inside = {tokens[end].label, tokens[end + 1].label, tokens[end - 1].label}
        return inside == {"ORG"} and not tokens[end + 1].starts_entity

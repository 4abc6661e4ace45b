"""Tells four digits that are a year from counts, names and addresses, by the words around; knows no calendar."""

from __future__ import annotations

import re
from functools import cache

from kgexport.annotate.values.numbers import label_before
from kgexport.annotate.values.tables import any_of
from kgexport.annotate.values.timeforms import Reading, words
from kgexport.model import Span

CLOSED = re.compile(r"\s?(?:[,;:)\]!?\"”’]|\.(?!\d)|[–—]|['’]s\b|\Z|\n)")
"""What ends a phrase."""
_YEAR_AFTER = re.compile(
    r"(?i)\b(?:in|since|until|till|by|from|during|of|before|after|circa|c\.|through|throughout|between|fiscal|year|fy|for|"
    r"and|or|to|back\sin|(?:later|earlier)\sthan|spring|summer|autumn|fall|winter|season|edition|seasons)\s(?:the\s)?\Z"
)
_SURE_AFTER = re.compile(r"(?i)\b(?:in|since|during|until|till|by|circa|year|fiscal|throughout)\s(?:the\s)?\Z")
_DETERMINER = re.compile(
    r"(?:\b(?i:the|an?|its|their|his|her|our|my|your|this|that|whose|each|every|second|first|third|last)|['’]s|s['’])\s\Z"
)
_DESCRIBED = re.compile(
    r"\b(?i:the|an?|its|their|his|her|that)\s"
    r"(?!(?:about|additional|another|estimated|extra|first|further|last|nearly|next|other|over|remaining|some|total|whole)\b)"
    r"[a-z]{3,14}(?:-[a-z]{2,10})?\s\Z"
)
_DESCRIBED_NOUN = re.compile(r"\s(?!(?:crew|men|people|personnel|police|staff|strong|women)\b)[a-z]{3,20}(?<!s)\b(?!-)")
"""A year behind a word that describes what happened then: "his deadly 2005 rampage"; no count of "people"."""
_FUNCTION_WORD = re.compile(
    r"\s(?:(?i:and|or|but|to|in|on|at|by|for|with|when|after|before|as|from|over|under|until|that|which|who|while|because|if|"
    r"was|were|is|are|has|had|have|will|would|saw|marked|brought|began|ended|the|a|an|he|she|it|they|we|his|her|its|their)\b)"
)
_COUNTED_BEFORE = re.compile(
    r"(?i)\b(?:rose|risen|rising|rises?|fell|fallen|falling|climb\w*|increas\w*|decreas\w*|grew|grown|jump\w*|drop\w*|up|down|"
    r"toll|total|number)\s(?:to|by|of)\s\Z"
)
"""A count and no year: "the toll rose to 2015"."""
_AND = re.compile(r"(?i)\b(?:and|or)\s\Z")
_YEAR_AND = re.compile(r"(?i)(?:\d{4}|\d0s|year),?\s(?:and|or)\s\Z")
_OPENING = re.compile(r"(?:\(|\[|,\s|;\s|[–—]\s|\n|\A)\Z")


@cache
def count_after() -> re.Pattern[str]:
    """What behind a number makes it a count."""
    return re.compile(rf"[\s-]?{any_of(words('count'))}(?!\w)", re.IGNORECASE)


def _around(text: str, reading: Reading, span: Span) -> tuple[str, str]:
    before = text[max(span.begin, reading.begin - _REACH) : reading.begin]
    return before, text[reading.end : min(span.end, reading.end + _REACH)]


_REACH = 24
"""Characters on either side that are looked at."""


def is_year(text: str, reading: Reading, span: Span) -> bool:
    """Four digits as a year, by the words around them."""
    year, said = int(reading.parts["year"]), text[reading.begin : reading.end]
    before, after = _around(text, reading, span)
    if re.search(r"[\w+=~<>*&@-]\Z", before) or re.match(r"[\w/%°$£€+*=]|-[A-Za-z\d]", after):
        return False
    if label_before().search(before):
        return False
    sure = (len(said) > 4 and said[-1].isdigit()) or bool(_SURE_AFTER.search(before))
    if count_after().match(after) and not (sure and re.match(r"\s", after)):
        return False
    if _COUNTED_BEFORE.search(before) or (_AND.search(before) and not _YEAR_AND.search(before)):
        return False
    if not said[-1].isdigit() and not sure:
        return False  # "nineteen eighty" only after "in"
    if not 1800 <= year <= 2099:
        return sure and (CLOSED.match(after) or _FUNCTION_WORD.match(after)) is not None
    if sure:
        return True
    plural = re.match(r"\s[a-z]{3,20}s\b", after)
    if _DETERMINER.search(before):
        return year % 1000 != 0 or not plural
    if _DESCRIBED.search(before) and _DESCRIBED_NOUN.match(after) and year >= 1900:
        return True
    if _YEAR_AFTER.search(before):
        return not plural and bool(CLOSED.match(after) or _FUNCTION_WORD.match(after) or re.match(r"\s[A-Z]", after))
    if re.search(r"[A-Z][\w.]*\s\Z", before):
        return False  # "Vision 2020", "Airbus 2000"
    if re.search(r"(?:\A|\n|[.!?]\s)\Z", before) and re.match(r"\s[A-Z][a-z]", after):
        return True  # "2026 World Cup …": a sentence begins with no other number in digits
    if _OPENING.search(before):
        return bool(CLOSED.match(after)) or re.match(r"\s(?:was|saw|will|is|has|marked)\b", after) is not None
    return False


def is_year_span(text: str, reading: Reading, span: Span) -> bool:
    """Two years as the ends of a stretch, by the words around them."""
    first = int(reading.parts["year"])
    last = reading.parts.get("year2") or reading.parts["year3"]
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if len(last) == 2 and first % 100 == 99 and last == "00":
        second += 100
    if "/" in text[reading.begin : reading.end] and second - first != 1:
        return False
    before, after = _around(text, reading, span)
    labelled = label_before().search(before) or count_after().match(after)
    return first < second <= first + 200 and not labelled and not re.search(r"[\w$£€-]\Z", before)

"""Rejects words that only look like a time: the surname May, Flight 1907, 2000 people; must not know the calendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from kgexport.annotate.values.numbers import label_before
from kgexport.annotate.values.tables import any_of
from kgexport.annotate.values.timeforms import Reading, words
from kgexport.model import Span

_AMBIGUOUS = {"may", "march", "mar", "august", "dec", "jan", "sat", "sun"}
"""Month names that in small letters are other words."""
_FORENAMES = {"april", "may", "june", "august"}
_SURNAME_MAY = re.compile(
    r"\b(?:Theresa|Mrs\.?|Ms\.?|Mr\.?|Brian|James|Minister|Sir|Dame|Lady|Lord|Elaine|Peter)\sMay\b"
)
_YEAR_AFTER = re.compile(
    r"(?i)\b(?:in|since|until|till|by|from|during|of|before|after|circa|c\.|through|throughout|between|fiscal|year|fy|for|"
    r"and|or|to|back\sin|(?:later|earlier)\sthan|spring|summer|autumn|fall|winter|season|edition|seasons)\s(?:the\s)?\Z"
)
_SURE_AFTER = re.compile(r"(?i)\b(?:in|since|during|until|till|by|circa|year|fiscal|throughout)\s(?:the\s)?\Z")
_DETERMINER = re.compile(
    r"(?:\b(?i:the|an?|its|their|his|her|our|my|your|this|that|whose|each|every|second|first|third|last)|['’]s|s['’])\s\Z"
)
_CLOSED = re.compile(r"\s?(?:[,;:)\]!?\"”’]|\.(?!\d)|[–—]|['’]s\b|\Z|\n)")
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
def _count_after() -> re.Pattern[str]:
    return re.compile(rf"[\s-]?{any_of(words('count'))}(?!\w)", re.IGNORECASE)


@cache
def _name_words(side: str) -> re.Pattern[str]:
    listed = any_of(word for word, where in words("name").items() if where == side)
    return re.compile(rf"\b{listed}\s\Z" if side == "before" else rf"\s{listed}\b", re.IGNORECASE)


class Judge:
    """Says whether a reading may be a time, by the text of one article around it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._may_is_a_name = bool(_SURNAME_MAY.search(text))

    def accepts(self, reading: Reading, span: Span) -> bool:
        """Whether the words may name a time; `span` is their block."""
        check = _CHECKS.get(reading.rule)
        return check is None or check(self, reading, span)

    def _before(self, reading: Reading, span: Span) -> str:
        return self._text[max(span.begin, reading.begin - 24) : reading.begin]

    def _after(self, reading: Reading, span: Span) -> str:
        return self._text[reading.end : min(span.end, reading.end + 24)]

    def _dated(self, reading: Reading, span: Span) -> bool:
        """A month with a day or a year: capitals, or small letters where the word is no other one."""
        month, day = reading.parts["month"], reading.parts.get("day", "")
        if day[:1].isalpha() and not re.search(
            rf"(?i){re.escape(day)}(?:\sday)?\sof|the\s{re.escape(day)}", self._said(reading)
        ):
            return False  # "the first March", but "fourth of July", "March the first"
        if _count_after().match(self._after(reading, span)) and "year" not in reading.parts:
            return False
        if month[0].islower() and month.lower() in _AMBIGUOUS:
            return "year" in reading.parts or bool(re.search(r"\d(?:st|nd|rd|th)", reading.parts.get("day", "")))
        return True

    def _said(self, reading: Reading) -> str:
        return self._text[reading.begin : reading.end]

    def _bare_month(self, reading: Reading, span: Span) -> bool:
        month, preposition = reading.parts["month"], reading.parts.get("prep", "").lower()
        if month[0].islower() or (
            len(month) <= 4 and month.lower() not in ("may", "june", "july") and "." not in self._said(reading)
        ):
            return False
        after = self._after(reading, span)
        if month.lower() in ("may", "march"):
            if month == "May" and self._may_is_a_name and preposition not in ("last", "next", "since", "until"):
                return False
            if preposition in ("to", "and", "for", "of", "by", "after", "before", "from", "this") and not _CLOSED.match(
                after
            ):
                return False
        return not (month.lower() in _FORENAMES and re.match(r"\s[A-Z][a-z]", after))

    def _months(self, reading: Reading, span: Span) -> bool:
        first, second, joint = reading.parts["month"], reading.parts["month2"], reading.parts.get("join", "/")
        if first[0].islower() or second[0].islower():
            return "year" in reading.parts
        if joint.strip().startswith("and"):
            close = (int(words("month")[second.lower()]) - int(words("month")[first.lower()])) % 12 == 1
            return close or bool(re.search(r"(?i)\bbetween\s\Z", self._before(reading, span)))
        return True

    def _days(self, reading: Reading, span: Span) -> bool:
        joint = reading.parts["join"].strip().lower()
        if joint.startswith("and") and not re.search(r"(?i)\bbetween\s(?:the\s)?\Z", self._before(reading, span)):
            return False
        return self._dated(reading, span)

    def _year(self, reading: Reading, span: Span) -> bool:
        """Four digits as a year, by the words around them."""
        year, said = int(reading.parts["year"]), self._said(reading)
        before, after = self._before(reading, span), self._after(reading, span)
        if re.search(r"[\w+=~<>*&@-]\Z", before) or re.match(r"[\w/%°$£€+*=]|-[A-Za-z\d]", after):
            return False
        if label_before().search(before):
            return False
        sure = (len(said) > 4 and said[-1].isdigit()) or bool(_SURE_AFTER.search(before))
        if _count_after().match(after) and not (sure and re.match(r"\s", after)):
            return False
        if _COUNTED_BEFORE.search(before) or (_AND.search(before) and not _YEAR_AND.search(before)):
            return False
        if not said[-1].isdigit() and not sure:
            return False  # "nineteen eighty" only after "in"
        if not 1800 <= year <= 2099:
            return sure and (_CLOSED.match(after) or _FUNCTION_WORD.match(after)) is not None
        if sure:
            return True
        plural = re.match(r"\s[a-z]{3,20}s\b", after)
        if _DETERMINER.search(before):
            return year % 1000 != 0 or not plural
        if _YEAR_AFTER.search(before):
            return not plural and bool(
                _CLOSED.match(after) or _FUNCTION_WORD.match(after) or re.match(r"\s[A-Z]", after)
            )
        if re.search(r"[A-Z][\w.]*\s\Z", before):
            return False  # "Vision 2020", "Airbus 2000"
        if re.search(r"(?:\A|\n|[.!?]\s)\Z", before) and re.match(r"\s[A-Z][a-z]", after):
            return True  # "2026 World Cup …": a sentence begins with no other number in digits
        if _OPENING.search(before):
            return bool(_CLOSED.match(after)) or re.match(r"\s(?:was|saw|will|is|has|marked)\b", after) is not None
        return False

    def _year_span(self, reading: Reading, span: Span) -> bool:
        first = int(reading.parts["year"])
        last = reading.parts.get("year2") or reading.parts["year3"]
        second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        if len(last) == 2 and first % 100 == 99 and last == "00":
            second += 100
        if "/" in self._said(reading) and second - first != 1:
            return False
        before, after = self._before(reading, span), self._after(reading, span)
        labelled = label_before().search(before) or _count_after().match(after)
        return first < second <= first + 200 and not labelled and not re.search(r"[\w$£€-]\Z", before)

    def _weekday(self, reading: Reading, span: Span) -> bool:
        before, after = self._before(reading, span), self._after(reading, span)
        if _name_words("before").search(before):
            return False
        if re.search(r"\b[Tt]he\s\Z", before) and re.match(r"\s[A-Z]", after):
            return False  # "the Sunday Times"
        return not (_name_words("after").match(after) and re.match(r"\s[A-Z]", after))

    def _duration(self, reading: Reading, span: Span) -> bool:
        number, unit = reading.parts["n"].lower(), reading.parts["unit"].lower().replace("centurie", "century")
        if unit in ("second", "sec") and not number[0].isdigit():
            return False  # "a second term"
        if "unit2" in reading.parts and _LENGTHS.index(words("unit")[unit][-1]) <= _LENGTHS.index(
            words("unit")[reading.parts["unit2"].lower()][-1]
        ):
            return False  # not "a year and two decades" as one duration
        if number in ("a", "an", "one", "half", "half a", "half an") and reading.rule == "duration":
            return bool(_SPANNING.search(self._before(reading, span)))
        return True

    def _rolling(self, reading: Reading, span: Span) -> bool:
        """Not "the last five months of her life", and not the number and the week of "only 3 next week"."""
        if re.match(r"\sof\b", self._after(reading, span)):
            return False
        return reading.parts["n"].lower() in ("a", "an", "one", "1") or self._said(reading).lower().endswith("s")

    def _period(self, reading: Reading, span: Span) -> bool:
        """Not "the last week of the campaign", "the last year of his life"."""
        return reading.parts.get("rel", "").lower() in ("", "this", "current") or not re.match(
            r"\sof\b", self._after(reading, span)
        )

    def _clock(self, reading: Reading, span: Span) -> bool:
        said = self._said(reading)
        if re.search(r"\d:\s?\Z", self._before(reading, span)):
            return False  # the minutes of "11: 10 am"
        return not re.fullmatch(r"(?i)\d{1,2}\s?am", said) or not re.match(
            r"\s(?:a|not|the|going)\b", self._after(reading, span)
        )

    def _holiday(self, reading: Reading, span: Span) -> bool:
        name = reading.parts["holiday"]
        if not name[0].isupper():
            return False
        if name.lower() not in ("christmas", "easter", "halloween") or {"year", "rel"} & reading.parts.keys():
            return True
        closed = _CLOSED.match(self._after(reading, span)) is not None
        return closed and bool(
            re.search(r"(?i)\b(?:before|after|since|until|till|by|at)\s\Z", self._before(reading, span))
        )

    def _today(self, reading: Reading, span: Span) -> bool:
        """Not "today's youth", and not "USA Today"."""
        before, after = self._before(reading, span), self._after(reading, span)
        word = reading.parts.get("word", "")
        if word[:1].isupper() and re.search(r"[A-Z][\w.]*\s\Z", before):
            return False
        general = r"\s(?:world|youth|society|generation|standards?|terms|money|dollars|prices|children|teenagers)\b"
        return not (self._said(reading).lower().endswith(("today's", "today’s")) and re.match(general, after))


_LENGTHS = "SMHDmY"
"""Letters of units, the shortest first."""
_SPANNING = re.compile(
    r"(?i)\b(?:for|in|within|after|over|during|under|nearly|almost|about|than|least|entire|whole|spent|lasted|lasts|took|"
    r"takes|another|and)\s\Z"
)

_CHECKS: dict[str, Callable[[Judge, Reading, Span], bool]] = {
    "md": Judge._dated,
    "dm": Judge._dated,
    "ymd": Judge._dated,
    "month_year": Judge._dated,
    "month": Judge._bare_month,
    "months": Judge._months,
    "days_md": Judge._days,
    "days_dm": Judge._days,
    "year": Judge._year,
    "year_span": Judge._year_span,
    "weekday": Judge._weekday,
    "weekday_set": Judge._weekday,
    "duration": Judge._duration,
    "in_units": Judge._duration,
    "ago": Judge._duration,
    "later": Judge._duration,
    "period": Judge._period,
    "rolling": Judge._rolling,
    "clock": Judge._clock,
    "holiday": Judge._holiday,
    "deictic": Judge._today,
}

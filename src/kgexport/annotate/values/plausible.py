"""Rejects words that only look like a time: the surname May, Flight 1907, 2000 people; must not know the calendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from kgexport.annotate.values.quarters import is_of_business
from kgexport.annotate.values.tables import any_of
from kgexport.annotate.values.timeforms import Reading, words
from kgexport.annotate.values.years import CLOSED, count_after, is_year, is_year_span
from kgexport.model import Span

_AMBIGUOUS = {"may", "march", "mar", "august", "dec", "jan", "sat", "sun"}
"""Month names that in small letters are other words."""
_FORENAMES = {"april", "may", "june", "august"}
_SURNAME_MAY = re.compile(
    r"\b(?:Theresa|Mrs\.?|Ms\.?|Mr\.?|Brian|James|Minister|Sir|Dame|Lady|Lord|Elaine|Peter)\sMay\b"
)


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
        if count_after().match(self._after(reading, span)) and "year" not in reading.parts:
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
            if preposition in ("to", "and", "for", "of", "by", "after", "before", "from", "this") and not CLOSED.match(
                after
            ):
                return False
        return not (month.lower() in _FORENAMES and re.match(r"\s[A-Z]['’]?[A-Za-z]", after))

    def _quarter(self, reading: Reading, span: Span) -> bool:
        """A quarter without its year: of a business year, not of a match or a town."""
        if "year" in reading.parts or "relyear" in reading.parts:
            return True
        return is_of_business(self._text, reading.begin, reading.end, span)

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
        return is_year(self._text, reading, span)

    def _year_span(self, reading: Reading, span: Span) -> bool:
        return is_year_span(self._text, reading, span)

    def _weekday(self, reading: Reading, span: Span) -> bool:
        before, after = self._before(reading, span), self._after(reading, span)
        if _name_words("before").search(before):
            return False
        if re.search(r"\b[Tt]he\s\Z", before) and re.match(r"\s[A-Z]", after):
            return False  # "the Sunday Times"
        return not (_name_words("after").match(after) and re.match(r"\s[A-Z]", after))

    def _duration(self, reading: Reading, span: Span) -> bool:
        number, unit = reading.parts["n"].lower(), reading.parts["unit"].lower().replace("centurie", "century")
        if reading.parts["unit"] in ("HR", "HRS", "MIN", "SEC"):
            return False  # "203 HR": home runs
        if unit in ("second", "sec") and not number[0].isdigit():
            return False  # "a second term"
        if "unit2" in reading.parts and _LENGTHS.index(words("unit")[unit][-1]) <= _LENGTHS.index(
            words("unit")[reading.parts["unit2"].lower()][-1]
        ):
            return False  # not "a year and two decades" as one duration
        hyphenated = number == "one" and self._said(reading)[3:4] == "-"
        if number in _UNITS_OF_ONE and reading.rule == "duration" and not hyphenated:
            return bool(_SPANNING.search(self._before(reading, span)))
        return True

    def _rolling(self, reading: Reading, span: Span) -> bool:
        """Not "the last five months of her life", and not the number and the week of "only 3 next week"."""
        before = self._before(reading, span)
        if re.match(r"\sof\b", self._after(reading, span)):
            return False
        if _LASTING.search(before) if self._said(reading).startswith("last") else _GOING.search(before):
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
        if not name[0].isupper() and not {"year", "rel"} & reading.parts.keys():
            return False
        if name.lower() not in ("christmas", "easter", "halloween") or {"year", "rel"} & reading.parts.keys():
            return True
        closed = CLOSED.match(self._after(reading, span)) is not None
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


_LASTING = re.compile(r"(?i)(?:\b(?:to|will|would|could|can|may|might|should|must|not|did|does|do)|n['’]t)\s\Z")
"""Words that make of "last" a verb: "was to last 60 days"."""
_GOING = re.compile(r"(?i)\b(?:go|goes|going|went|extend\w{0,3}|run|runs|push\w{0,3}|stretch\w{0,3})\s\Z")
"""Words that make of "past" a preposition: "to go past seven years"."""
_UNITS_OF_ONE = ("a", "an", "one", "half", "half a", "half an")
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
    "quarter": Judge._quarter,
    "week_in_month": Judge._dated,
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

"""Finds the words that may name a time, by the table of forms; must not know what day it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kgexport.annotate.values.blocks import pieces
from kgexport.annotate.values.numbers import first_letters, parse, word_pattern
from kgexport.annotate.values.tables import any_of, rows
from kgexport.model import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Words that a form matches, with the parts that the form names."""

    begin: int
    end: int
    rule: str
    confidence: float
    parts: dict[str, str]
    """The named groups that took part: `month`, `day`, `year`, `n`, `unit` …"""

    def having(self, **parts: str) -> Reading:
        """The same words with more parts, e.g. the year of a later date."""
        return Reading(self.begin, self.end, self.rule, self.confidence, {**self.parts, **parts})


@dataclass(frozen=True, slots=True)
class _Form:
    rule: str
    needs: str
    confidence: float
    pattern: re.Pattern[str]


@cache
def words(kind: str) -> dict[str, str]:
    """Words of one kind (in small letters but for time zones) with their values."""
    return {row["word"]: row["value"] for row in rows("time-words.tsv") if row["kind"] == kind}


@cache
def _spelled_year() -> str:
    """A year in words: "nineteen eighty-six", "two thousand and five"."""
    numbers = {kind: any_of(r["word"] for r in rows("number-words.tsv") if r["kind"] == kind) for kind in _LOW}
    low = rf"(?:{numbers['tens']}(?:[\s-]{numbers['digit']})?|{numbers['teen']}|oh[\s-]{numbers['digit']})\b"
    before_2000 = rf"(?:seventeen|eighteen|nineteen|twenty)\s(?:hundred\s(?:and\s)?)?{low}"
    return rf"{before_2000}|two\sthousand\s(?:and\s)?(?:{low}|{numbers['digit']}\b)"


_LOW = ("digit", "teen", "tens")
_THIS_CENTURY = 50
"""Two digits below it are a year of the twenty-first century."""


def _in_digits(year: str) -> str:
    """A year in four digits, from digits or words; "'98" is of the last century, "'23" of this one."""
    if year.isdigit():
        return year
    if year[0] in "'’":
        return ("20" if int(year[1:]) < _THIS_CENTURY else "19") + year[1:]
    if year.lower().startswith("two"):
        return str(parse(year))
    first, *rest = re.split(r"[\s-]", year.lower())
    low = " ".join(word for word in rest if word not in ("hundred", "and", "oh"))
    return str((parse(first) or 0) * 100 + (parse(low) or 0))


@cache
def _fragments() -> dict[str, str]:
    months, ordinals = any_of(words("month")), any_of(words("ordinal")).replace(r"\-", r"[\s-]")
    weekdays = any_of([*words("weekday"), *words("abbreviated-weekday")])
    units, count = any_of(words("unit")), any_of(words("count"))
    number = rf"(?=[\d{first_letters()}])(?:\d{{1,4}}(?:\.\d)?|{word_pattern()}|(?:an?|half\san?)\b)"
    half = r"(?:\sand\sa\shalf)?"
    year = rf"(?:1\d{{3}}|2[01]\d{{2}}|{_spelled_year()})"
    after_year = r"(?![\w%]|[.,:]\d|-\d)"
    day = rf"(?:3[01]|[12]\d|0?[1-9])(?:{{nth}})?(?!\d|\.\d|:\d|,\d{{{{3}}}}(?!\d))|{{word}}{ordinals}\b"
    short = r"['’][0-9]{2}(?![\d\w])"
    of_year = rf"(?:\s?,?\s?(?:of\s|in\s)?(?:the\syear\s)?(?P<year>{year}|{short}){after_year})"
    return {
        "<L>": r"(?<![\w$£€¥₹#/])(?<!\d[.,:–—-])(?<![A-Za-z]-)",
        "<LM>": r"(?<![\w$£€#/])(?<![A-Za-z]-)",
        "<MONTHS>": months,
        "<MONTH>": rf"(?P<month>{months})(?![a-z])\.?",
        "<MONTH2>": rf"(?P<month2>{months})(?![a-z])\.?",
        "<WD>": rf"(?:(?P<weekday>{weekdays})\.?\s?,?\s)?",
        "<WEEKDAY>": rf"(?P<weekday>{any_of(words('weekday'))})",
        "<DAY>": "(?P<day>" + day.format(nth=r"\s?(?:st|nd|rd|th)\b", word="") + ")",
        "<DAY2>": "(?P<day2>" + day.format(nth=r"\s?(?:st|nd|rd|th)\b", word="") + ")",
        "<YEARX>": rf"(?P<year>{year})",
        "<YEAR>": rf"(?P<year>{year}){after_year}",
        "<OFYEAR>": of_year,
        "<OFYEAR2>": of_year.replace("<year>", "<year2>"),
        "<JOIN>": r"(?P<join>\s?[-–—~]\s?|\s(?:to|through|thru|until|till|and)\s(?:the\s)?)",
        "<EDGE>": rf"(?:{any_of(words('edge'))}[\s-](?:in\s|of\s)?(?:the\s)?)",
        "<N>": rf"(?P<n>{number}{half})",
        "<N2>": rf"(?P<n2>{number}{half})",
        "<UNIT>": rf"(?P<unit>{units}|centurie)s?(?:['’]s?)?(?:\sand\sa\shalf)?",
        "<UNIT2>": rf"(?P<unit2>{units})s?",
        "<PART>": rf"(?:{any_of(words('daypart'))})\b",
        "<ZONE>": rf"(?:\s?\(?(?:(?P<zone>{any_of(words('zone'))})\b|local\stime|[ECMP]T\b)\)?)",
        "<NC>": rf"(?!\s?{count}(?!\w))",
        "<ORDINALS>": ordinals,
        "<QUARTERS>": "(?:first|second|third|fourth|final|last|1st|2nd|3rd|4th)",
        "<NUMBERS>": rf"(?=[\d{first_letters()}])(?:\d{{1,3}}|{word_pattern()})",
        "<HOLIDAY>": rf"(?P<holiday>{any_of(row['name'] for row in rows('holidays.tsv'))})(?!\w)",
    }


@cache
def _forms() -> tuple[_Form, ...]:
    found = []
    for row in rows("time-forms.tsv"):
        pattern = re.sub(r"<[A-Z0-9]+>", lambda part: _fragments()[part[0]], row["pattern"])
        compiled = re.compile(pattern, re.IGNORECASE)
        found.append(_Form(row["rule"], row["needs"], float(row["confidence"]), compiled))
    return tuple(found)


@cache
def _occasion() -> re.Pattern[str]:
    return re.compile(rf",?\s(?:(?!the\b|a\b)[\w-]{{1,20}}\s){{0,1}}{any_of(words('occasion'))}\b")


def names_an_occasion(text: str, end: int, limit: int) -> bool:
    """Whether a day and month that end at `end` stand in the name of an event: "the September 11 attacks"."""
    return _occasion().match(text, end, limit) is not None


def _trimmed(text: str, begin: int, end: int) -> int:
    """The end without white space, and without the full stop of a sentence that a month's full name ends."""
    said = text[begin:end].rstrip()
    last = re.search(r"([A-Za-z]+)\.$", said)
    full = (
        last and last[1].lower() in words("month") and (len(last[1]) > 4 or last[1].lower() in ("may", "june", "july"))
    )
    return begin + len(said) - bool(full)


@cache
def _needs() -> dict[str, re.Pattern[str]]:
    """For each kind of form, a cheap search in small letters that tells whether a paragraph can hold one."""
    units = any_of(words("unit"))
    low = any_of(row["word"] for row in rows("number-words.tsv") if row["kind"] not in ("short", "fraction"))
    relative = r"(?:(?:past|last|previous|next|coming|upcoming|following|and\sa\shalf)\s)?"
    first_words = {row["name"].split()[0].replace("\u2019", "'") for row in rows("holidays.tsv")}
    anywhere = {
        "month": rf"{any_of(words('month'))}",
        "weekday": any_of(words("weekday")),
        "unit": any_of([*words("unit"), *words("season"), "quarter", "weekend", "half", "centur"]),
        "measure": rf"(?:\d|\b(?:{low}|an?|half|times))[\s-]{relative}{units}|\baged?\s|\b(?:once|twice)\s",
        "quarter": r"\b(?:[qh][1-4]\b|fy\s?['’]?\d)",
        "year": r"(?<!\d)[12]\d{3}(?!\d)|\b(?:seventeen|eighteen|nineteen|twenty|thousand)\s",
        "clock": r"\d[:.]\d\d|\d\s?[ap]\.?\s?m\b|\d{4}\s?(?:gmt|utc|bst|h)",
        "deictic": r"yesterday|today|tomorrow|night|this|noon|midday|ties\b",
        "digit": r"\d(?:st|nd|rd|th|0s|0['’]s)\b",
        "set": r"\b(?:every|each|annually|biannually|biennially|twice|once)\b",
        "holiday": rf"\b{any_of(first_words)}",
    }
    return {kind: re.compile(pattern) for kind, pattern in anywhere.items()}


def readings(text: str, span: Span) -> Iterator[Reading]:
    """Every match of every form in a stretch of text, also overlapping; the first, longest, upper form first."""
    for piece in pieces(text, span):
        yield from _readings(text, piece)


def _readings(text: str, span: Span) -> Iterator[Reading]:
    said = span.of(text).lower()
    holds = {kind for kind, pattern in _needs().items() if pattern.search(said)}
    found = []
    for order, form in enumerate(_forms()):
        if form.needs not in holds:
            continue
        for match in form.pattern.finditer(text, span.begin, span.end):
            parts = {name: value for name, value in match.groupdict().items() if value is not None}
            parts |= {name: _in_digits(year) for name, year in parts.items() if name in ("year", "year2")}
            begin, end = match.span("s") if "s" in parts else match.span()
            end = _trimmed(text, begin, end)
            found.append((begin, -end, order, Reading(begin, end, form.rule, form.confidence, parts)))
    found.sort(key=lambda item: item[:3])
    return (reading for *_, reading in found)

"""Numbers in English text: digits with separators, decimals, words up to trillions; must not know what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kgexport.annotate.values.tables import any_of, rows

_GAP = "[ \t\u00a0\u202f\u2009-]"
"""Between the words of a number."""

DIGITS = (
    r"\d{1,3}(?:,\d{3}){1,6}(?!\d)(?:\.\d{1,9})?"  # 1,234,567.89
    r"|\d{1,2}(?:,\d{2}){1,5},\d{3}(?!\d)"  # 1,00,00,000: Indian grouping
    r"|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3}){1,6}(?!\d)"  # 10 000 with a no-break or thin space
    r"|\d{1,3}(?:,? 000){1,4}(?!\d)"  # with a plain space only where it cannot be two numbers
    r"|\d{1,3}\. \d{1,2}(?= (?:m|b|tr)illion\b)"  # as tokenised text has it
    r"|\d{1,18}(?:\.\d{1,9})?"
)
"""A number in digits (regular expression without groups)."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands."""

    begin: int
    end: int
    value: Decimal
    scale: Decimal = Decimal(1)
    """What the last word multiplies by: 1000000 in "2.5 million"."""
    in_digits: bool = True
    """Whether it begins with digits."""

    def scaled(self, scale: Decimal) -> Number:
        """The same number read with the scale of a later one: the 5 of "5-10 million"."""
        return Number(self.begin, self.end, self.value * scale, scale, self.in_digits)


@cache
def _words(kind: str) -> dict[str, Decimal]:
    return {row["word"]: Decimal(row["value"]) for row in rows("number-words.tsv") if row["kind"] == kind}


@cache
def word_pattern() -> str:
    """A number in words (regular expression without groups): "two hundred and fifty thousand", "half a million"."""
    digit, teen, tens = (any_of(_words(kind)) for kind in ("digit", "teen", "tens"))
    scale = any_of(_words("scale"))
    low = f"(?:{tens}(?:{_GAP}{digit})?|{teen}|{digit})"
    high = rf"(?:(?:(?:{digit}|{teen}|{tens}|an?){_GAP})hundred(?:(?:\sand\s|{_GAP}){low})?|{low})"
    half = rf"(?:half{_GAP}(?:an?{_GAP})?|(?:an?|one|three){_GAP}quarters?{_GAP}(?:of{_GAP})?(?:an?{_GAP})?)"
    return (
        rf"{half}(?:{scale}|dozen|hundred)"
        rf"|(?:{high}|an?)(?:{_GAP}{scale}){{1,2}}(?:,?\s(?:and\s)?{high}{_GAP}{scale}){{0,3}}"
        rf"(?:,?\s(?:and\s)?{high}(?!{_GAP}{scale}))?"
        rf"|(?:{low}|an?){_GAP}dozen"
        rf"|{high}"
    )


@cache
def first_letters() -> str:
    """The letters that numbers in words begin with: a cheap look ahead before the search for one."""
    return "".join(sorted({word[0] for kind in ("digit", "teen", "tens", "fraction") for word in _words(kind)} | {"a"}))


@cache
def number_pattern() -> re.Pattern[str]:
    """Any number with its scale and a fraction after it ("2.5 million", "two and a half"); groups `digits`, `words`."""
    scale = any_of(_words("scale"))
    fraction = rf"{_GAP}and{_GAP}a{_GAP}(?:half|quarter)\b(?:{_GAP}{scale}\b)?"
    return re.compile(
        rf"(?<!\d)(?<!\d[.,])(?P<digits>(?:{DIGITS})[½¼¾]?)(?:{_GAP}?{scale}\b){{0,2}}(?:{_GAP}dozen\b)?(?:{fraction})?"
        rf"|\b(?=[{first_letters()}])(?P<words>{word_pattern()})\b(?:{fraction})?",
        re.IGNORECASE,
    )


@cache
def short_scale_pattern() -> re.Pattern[str]:
    """An abbreviated scale right after digits: the "bn" of "1.5bn", the "m" of "20 m"; group `short`."""
    return re.compile(rf"[ \u00a0]?(?P<short>{any_of(_words('short'))})(?![\w/²³])", re.IGNORECASE)


@cache
def label_before() -> re.Pattern[str]:
    """A word that makes the number after it a name, to be matched up to the number: "Flight 1907"."""
    labels = any_of(row["word"] for row in rows("number-labels.tsv"))
    return re.compile(rf"\b{labels}\s\Z", re.IGNORECASE)


class _Sum:
    """Adds up the words of one number, from left to right."""

    def __init__(self) -> None:
        self.total, self.last = Decimal(0), Decimal(1)
        self.current: Decimal | None = None
        """What no scale has multiplied yet."""

    def take(self, word: str, after_article: bool) -> bool:
        """Take the next word; False where English does not go on so."""
        if word[0].isdigit():
            held, self.current = self.current, Decimal(re.sub(r"[, \u00a0\u202f\u2009]", "", word).rstrip("."))
            return held is None
        if word in _SIGNS:
            self.current = (self.current or Decimal(0)) + _SIGNS[word]
        elif (low := _low(word)) is not None:
            return self._add(low)
        elif word in _words("hundred") or word in _words("group"):
            self.current = (self.current or Decimal(1)) * (_words("hundred") | _words("group"))[word]
        elif word in _words("fraction"):
            self._part(_words("fraction")[word], after_article)
        elif word in _words("scale") or word in _words("short"):
            self._multiply(_words("scale").get(word) or _words("short")[word])
        else:
            return word in _FILLERS
        return True

    def _add(self, value: Decimal) -> bool:
        """Put a word below a hundred behind what is there; not "twenty thirty"."""
        held = self.current or Decimal(0)
        if held % (10 if value < 10 else 100) or (value < 10 and 10 <= held % 100 < 20):
            return False
        self.current = held + value
        return True

    def _part(self, part: Decimal, after_article: bool) -> None:
        if after_article and self.current is None and self.total:  # a million and a half
            self.total += part * self.last
        elif after_article and self.current is not None:  # two and a half
            self.current += part
        else:  # half a million, three quarters of a million
            self.current = (self.current or Decimal(1)) * part

    def _multiply(self, scale: Decimal) -> None:
        if self.current is None and self.total:  # a thousand million
            self.total *= scale
        else:
            self.total += (Decimal(1) if self.current is None else self.current) * scale
        self.last, self.current = scale, None


_SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_FILLERS = ("a", "an", "and", "of")


def parse(text: str) -> Decimal | None:
    """The value of a number in digits, words or both; None for what is not a number.

    Raises nothing: `parse("half a million") == 500000`, `parse("2.5 million") == 2500000`, `parse("two dozen") == 24`.
    """
    whole = re.sub(r"(?<=\d)([.,]) (?=\d)", r"\1", text.lower())
    tokens = re.findall(r"\d[\d,.\u00a0\u202f\u2009]*(?: 000)*|[½¼¾]|[a-z]+", whole)
    if all(token in _FILLERS for token in tokens):
        return None
    found = _Sum()
    for position, token in enumerate(tokens):
        before = tokens[position - 1] if position else ""
        # only an article inside the number joins a part: "two and a half", not "a quarter million"
        if not found.take(token, before == "a" and position > 1):
            return None
    return found.total + (found.current or 0)


def _low(word: str) -> Decimal | None:
    return next((_words(kind)[word] for kind in ("digit", "teen", "tens") if word in _words(kind)), None)


def scale_of(text: str) -> Decimal:
    """What the last word of a number multiplies by; 1 where it has no such word."""
    last = re.search(r"[a-z]+$", text.lower())
    return _words("scale").get(last[0], Decimal(1)) if last else Decimal(1)


def numbers(text: str, begin: int = 0, end: int | None = None) -> Iterator[Number]:
    """The numbers of a stretch of text, in order, without abbreviated scales (see `with_short_scale`)."""
    for match in number_pattern().finditer(text, begin, len(text) if end is None else end):
        value = parse(match[0])
        if value is not None and not re.match(r"0\d", match[0]):
            yield Number(match.start(), match.end(), value, scale_of(match[0]), match["digits"] is not None)


def with_short_scale(number: Number, text: str, end: int) -> Number | None:
    """The number with the abbreviated scale after it ("1.5bn"); None where there is none."""
    if not number.in_digits or number.scale != 1:
        return None
    match = short_scale_pattern().match(text, number.end, end)
    if not match:
        return None
    scale = _words("short")[match["short"].lower()]
    return Number(number.begin, match.end(), number.value * scale, scale, True)


def plain(value: Decimal, decimals: int = 0) -> Decimal:
    """The value without exponent and trailing zeros, but with `decimals` places where it is not whole (0.50)."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1))
    value = value.normalize()
    exponent = value.as_tuple().exponent
    places = max(decimals, -exponent if isinstance(exponent, int) else 0)
    return value.quantize(Decimal(1).scaleb(-places))

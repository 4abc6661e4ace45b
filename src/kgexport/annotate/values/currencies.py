"""Which currency a sign, a code or a word means, also by what else the article says; must not know amounts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kgexport.annotate.values.tables import Row, any_of, forms, rows


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or sign for money: either of one currency (`code`) or of a family that the context decides on."""

    family: str
    code: str | None = None
    """ISO 4217 code, where the word or sign says which currency."""
    factor: Decimal = Decimal(1)
    """0.01 for cents and the like."""
    weak: bool = False
    """Also an everyday word."""


@cache
def _by_code() -> dict[str, Row]:
    return {row["code"]: row for row in rows("currencies.tsv")}


@cache
def _families() -> dict[str, tuple[str, ...]]:
    """Family -> codes, those in use first."""
    found: dict[str, list[str]] = {}
    for row in sorted(rows("currencies.tsv"), key=lambda row: "old" in row["flags"]):
        found.setdefault(row["family"], []).append(row["code"])
    return {family: tuple(codes) for family, codes in found.items()}


@cache
def _words() -> dict[str, Unit]:
    """Unit word in lower case -> what it means without an adjective."""
    found = {}
    for row in rows("currency-words.tsv"):
        unit = Unit(row["family"], None, Decimal(row["factor"]), row["weak"] == "yes")
        found.update({word.lower(): unit for word in forms(row["words"])})
    for family in _families():
        for word in (family, family + "s"):
            found.setdefault(word, Unit(family))
    return found


@cache
def _defaults() -> dict[tuple[str, Decimal], str]:
    """(Family, factor) -> code of the bare word in international news; families of one currency need no row."""
    found = {(family, Decimal(1)): codes[0] for family, codes in _families().items() if len(codes) == 1}
    for row in rows("currency-words.tsv"):
        key = row["family"], Decimal(row["factor"])
        if row["default"] == "-":
            found.pop(key, None)
        else:
            found.setdefault(key, row["default"])
    return found


@cache
def _adjectives() -> dict[tuple[str, str], str]:
    """(Family, adjective in lower case) -> code."""
    return {
        (row["family"], adjective.lower()): row["code"]
        for row in reversed(rows("currencies.tsv"))
        for adjective in forms(row["adjectives"])
    }


@cache
def _signs() -> dict[str, Unit]:
    """Sign as `_normal_sign` leaves it -> what it means."""
    found = {
        _normal_sign(sign): Unit(row["family"], row["code"])
        for row in rows("currencies.tsv")
        for sign in forms(row["symbols"])
    }
    for row in rows("currency-words.tsv"):
        unit = Unit(row["family"], None, Decimal(row["factor"]), row["weak"] == "yes")
        found.update({_normal_sign(sign): unit for sign in forms(row["signs"])})
    return found


def _normal_sign(sign: str) -> str:
    return re.sub(r"[\s.]", "", sign).upper()


PENCE = Unit("pound", "GBP", Decimal("0.01"))
"""The p of 85p."""
LOWER_CODES = {"usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "cny": "CNY", "inr": "INR", "aud": "AUD"}
"""Codes that are also read in small letters; the others look too much like words."""


@cache
def before_pattern() -> re.Pattern[str]:
    """A sign or code right before a number, to be matched up to the number; groups `dollar`, `sign`, `code`."""
    others = [s for row in rows("currencies.tsv") for s in forms(row["symbols"]) if not s.endswith("$")]
    others += [s for row in rows("currency-words.tsv") for s in forms(row["signs"]) if not s.endswith("$")]
    spelled = any_of(s for s in others if s[0].isalpha() and s.isascii())
    signs = any_of(s for s in others if not (s[0].isalpha() and s.isascii()))
    codes = any_of([*_by_code(), *LOWER_CODES])
    return re.compile(
        rf"(?:(?P<dollar>(?:(?<![A-Za-z])(?:[A-Za-z]{{1,4}}|[Uu]\.[Ss]\.?)\s?)?[$＄])|(?P<sign>{signs}|(?<!\w){spelled})"
        rf"|(?<![\w-])(?P<code>{codes}))\s?\Z"
    )


@cache
def after_pattern() -> re.Pattern[str]:
    """A sign, code or unit word right after a number; groups `sign`, `scale`, `code`, `adjective`, `word`."""
    signs = any_of(s for s in _all_signs() if not s.isascii() or s == "$")
    adjectives = any_of(adjective for _, adjective in _adjectives())
    codes = any_of([*_by_code(), *LOWER_CODES])
    return re.compile(
        rf"\s?(?P<sign>{signs})(?!\s?\d|\w)|[\s-]?\(?(?P<scale>[MKB]|MN|BN)?(?P<code>{codes})\b"
        rf"|[\s-](?i:(?:(?P<adjective>{adjectives})[\s-])?(?P<word>{any_of(_words())}))\b"
    )


@cache
def _all_signs() -> tuple[str, ...]:
    cells = [row["symbols"] for row in rows("currencies.tsv")] + [row["signs"] for row in rows("currency-words.tsv")]
    return tuple(sign for cell in cells for sign in forms(cell))


def unit_before(match: re.Match[str]) -> tuple[Unit, int] | None:
    """What a match of `before_pattern` means and where it begins; None for a word that only looks like a code."""
    if code := match["code"]:
        code = LOWER_CODES.get(code, code)
        return Unit(_by_code()[code]["family"], code), match.start("code")
    if sign := match["sign"]:
        return _signs()[_normal_sign(sign)], match.start("sign")
    printed = match["dollar"]
    begin = match.start("dollar")
    spaced = len(printed) > 2 and printed[-2].isspace()
    # "it 's $ 5", "a $ 4 billion": a single letter belongs to a sign that stands apart only in "C $"
    lonely = spaced and len(printed[:-1].strip()) == 1 and printed[0] not in "cC"
    known = None if lonely else _signs().get(_normal_sign(printed))
    return (known, begin) if known else (_signs()["$"], begin + len(printed) - 1)


def unit_after(match: re.Match[str]) -> Unit:
    """What a match of `after_pattern` means."""
    if code := match["code"]:
        code = LOWER_CODES.get(code, code)
        return Unit(_by_code()[code]["family"], code)
    if sign := match["sign"]:
        return _signs()[_normal_sign(sign)]
    unit = _words()[re.sub(r"\s", " ", match["word"]).lower()]
    adjective = re.sub(r"\s", " ", match["adjective"] or "").lower()
    code = _adjectives().get((unit.family, adjective)) if adjective else None
    return Unit(unit.family, code, unit.factor, unit.weak and code is None)


def is_word_code(code: str) -> bool:
    """Whether a code is also an English word or abbreviation."""
    return "word" in _by_code()[code]["flags"]


def minor_unit(code: str) -> int:
    """Decimal places of the currency's minor unit (ISO 4217)."""
    return int(_by_code()[code]["minor"])


class Context:
    """Decides what a bare unit word or sign means in one article."""

    def __init__(self, text: str, said: Counter[str]) -> None:
        """Take the article's text and how often each currency is named beyond doubt in it."""
        self._text = text
        self._said = said
        self._countries: dict[str, int] = {}

    def mentions(self, code: str) -> int:
        """How often the article names the currency's country or its people."""
        if code not in self._countries:
            words = forms(_by_code()[code]["countries"])
            pattern = rf"\b{any_of(words)}\b" if words else r"(?!)"
            self._countries[code] = len(re.findall(pattern, self._text))
        return self._countries[code]

    def resolve(self, unit: Unit, begin: int) -> tuple[str, float] | None:
        """The code and the confidence of the unit of an amount at `begin`; None where nothing in the article tells."""
        if unit.code:
            return unit.code, 0.95
        codes = _families().get(unit.family, ())
        default = _defaults().get((unit.family, unit.factor)) or _defaults().get((unit.family, Decimal(1)))
        named = [code for code in codes if self._said[code]]
        if len(named) == 1 and named[0] != default:
            return named[0], 0.7
        if default:
            local = self._local(codes, default)
            return (local, 0.6) if local else (default, 0.95 if len(codes) == 1 or default in named else 0.85)
        near = self._nearest(codes, begin)
        if named and near not in named:
            return None
        if near:
            return near, 0.65
        counts = sorted(((self.mentions(code), code) for code in codes if self.mentions(code)), reverse=True)
        if not counts or (len(counts) > 1 and counts[0][0] == counts[1][0]):
            return None
        return counts[0][1], 0.6

    def _local(self, codes: Iterable[str], default: str) -> str | None:
        """The dollar of the country that the article speaks of, where it never speaks of the default's."""
        if self._said[default] or self.mentions(default):
            return None
        told = [code for code in codes if "local" in _by_code()[code]["flags"] and self.mentions(code)]
        return told[0] if len(told) == 1 and self.mentions(told[0]) >= _OFTEN else None

    def _nearest(self, codes: Iterable[str], begin: int) -> str | None:
        """The currency of the only country with such money that the clause names before the amount."""
        before = re.split(r"[.!?;]\s|\n", self._text[max(0, begin - _CLAUSE) : begin])[-1]
        found = [code for code in codes if re.search(rf"\b{any_of(forms(_by_code()[code]['countries']))}\b", before)]
        return found[0] if len(found) == 1 else None


_CLAUSE = 120
"""Characters before an amount in which the country stands whose money it is."""
_OFTEN = 2
"""So many mentions make a country the article's."""

"""Finds amounts of money in an article's prose; must not know who pays them, or any RDF."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kgexport.annotate.values import bounds, currencies, numbers, titled
from kgexport.annotate.values.blocks import prose
from kgexport.annotate.values.bounds import Bound
from kgexport.annotate.values.currencies import Context, Unit
from kgexport.annotate.values.numbers import Number
from kgexport.annotate.values.weight import is_weight
from kgexport.model import Amount, Annotations, Mention, MentionKind, Span

_SINGLE = re.compile(
    r"\b(?P<number>an?)\s(?P<word>dollar|euro|cent|penny)(?=\s?[,.;!?]|\s(?:an?|per|each|more|less|apiece|on the)\b)"
)
"""Amounts of one; "a dollar bill" is none."""
_CENTS = re.compile(r",?\s(?:and\s)?\Z")
_LOOSE_CENTS = re.compile(r"\s(?:and\s)?\Z")


@dataclass(frozen=True, slots=True)
class _Money:
    """A number with the unit that makes it an amount."""

    begin: int
    end: int
    number: Number
    unit: Unit
    second: Number | None = None
    """The upper end of a range."""


def _is_capitals(text: str, span: Span) -> bool:
    """Whether a block is set in capitals, so that a code looks like any word."""
    letters = [letter for letter in span.of(text)[:200] if letter.isalpha()]
    return sum(map(str.isupper, letters)) * 2 > len(letters)


def _readable(unit: Unit, number: Number, text: str, begin: int, end: int, capitals: bool) -> bool:
    """Whether a word or code that is also an everyday word means money here."""
    if unit.code and currencies.is_word_code(unit.code) and text[begin : begin + 3] == unit.code:
        big = number.scale > 1 or number.value >= 1000 or "." in text[number.begin : number.end]
        if capitals or not big:
            return False  # "ALL 20", "TRY 5"
    if unit.family == "pound" and unit.code is None and re.search(r"(?i)pounds?$", text[begin:end]):
        return not is_weight(text, begin, end)
    large = number.scale > 1 or (number.value >= 1000 and "," in text[number.begin : number.end])
    return large or not unit.weak


def _is_torn(number: Number, text: str) -> bool:
    """Whether white space stands inside the number, "$1, 199", "$19. 99": then no part of it is its value."""
    goes_on = re.match(r"[.,]\s\d{3}(?!\d)|\.\s\d\d(?!\d)", text[number.end : number.end + 6])
    return bool(goes_on or re.search(r"\d\.\s\Z", text[max(0, number.begin - 4) : number.begin]))


def _money(number: Number, text: str, span: Span, low: int, capitals: bool) -> _Money | None:
    """The amount that a number is part of, by what stands right before it (not before `low`) and after it."""
    if number.in_digits and _is_torn(number, text):
        return None
    number = numbers.with_short_scale(number, text, span.end) or number
    begin, end, unit = number.begin, number.end, None
    before = currencies.before_pattern().search(text, max(low, begin - 8), begin)
    if before and (found := currencies.unit_before(before)):
        unit, begin = found
    elif text[begin - 1 : begin].isalnum() or re.search(r"[\d.,]\Z", text[max(span.begin, begin - 1) : begin]):
        return None
    if unit is None and _is_pence(number, text):
        return _Money(begin, end + 1, number, currencies.PENCE)
    after = currencies.after_pattern().match(text, end, span.end)
    if after:
        named = currencies.unit_after(after)
        if unit is None or (named.family == unit.family and named.factor == 1):
            unit = named if unit is None or (named.code and not unit.code) else unit
            end = after.end()
            if after["scale"]:
                number = dataclasses.replace(number, value=number.value * _SCALES[after["scale"][0]])
    if unit is None or not _readable(unit, number, text, begin, end, capitals):
        return None
    if not capitals and titled.is_name(text, begin, end, number.value > 1):
        return None
    if text[number.begin : number.end].lower().startswith(("a m", "a b")) and text[number.end : end].startswith("-"):
        return None  # "a million-dollar question"
    return _Money(begin, end, number, unit)


_PENCE = re.compile(r"p(?![\w’'-])")
_BRITISH = re.compile(r"£|\bpence\b|\bsterling\b|\b(?:Britain|British|UK|U\.K\.|London|England|Scotland|Wales)\b")
_SCREENS = frozenset({240, 360, 480, 540, 576, 720})
"""Lines of a screen: "720p"."""


def _is_pence(number: Number, text: str) -> bool:
    """Whether "85p" is a price, by the article's country."""
    low = number.in_digits and number.scale == 1 and number.value < 1000 and number.value not in _SCREENS
    return low and bool(_PENCE.match(text, number.end)) and _is_british(text)


@lru_cache(maxsize=2)
def _is_british(text: str) -> bool:
    return bool(_BRITISH.search(text))


_SCALES = {"K": Decimal(1000), "M": Decimal(10**6), "B": Decimal(10**9)}


def _with_cents(money: _Money, following: _Money | Number, text: str) -> _Money | None:
    """ "Five dollars and 50 cents", "15 dollars 50" as one amount; None where the next number is not its cents."""
    if money.unit.factor != 1 or money.number.scale != 1 or following.begin < money.end:
        return None
    if money.number.value % 1:
        return None
    joint = text[money.end : following.begin]
    if isinstance(following, _Money):
        if following.unit.factor == 1 or not _CENTS.fullmatch(joint):
            return None
        part, end = following.number.value * following.unit.factor, following.end
    else:
        loose = _LOOSE_CENTS.fullmatch(joint) and re.match(r"\s?(?:[.,;!?](?!\d)|\Z)", text[following.end :][:3])
        worded = text[money.end - 1 : money.end].isalpha()
        if not loose or not worded or not 10 <= following.value < 100 or following.scale != 1:
            return None
        part, end = following.value / 100, following.end
    value = money.number.value + part
    return dataclasses.replace(money, end=end, number=dataclasses.replace(money.number, value=value))


def _join(first: _Money | Number, second: _Money | Number, text: str) -> _Money | None:
    """Two values as one range: "$1.5bn-$2bn", "5 to 10 million dollars", "€2-3 billion"; None where they are not."""
    if not isinstance(first, _Money) and not isinstance(second, _Money):
        return None
    if not bounds.is_range(text, first.end, second.begin, first.begin):
        return None
    unit = first.unit if isinstance(first, _Money) else second.unit if isinstance(second, _Money) else None
    low = first.number if isinstance(first, _Money) else first
    high = second.number if isinstance(second, _Money) else second
    if isinstance(first, _Money) and isinstance(second, _Money):
        if (first.unit.family, first.unit.factor) != (second.unit.family, second.unit.factor):
            return None
        unit = second.unit if second.unit.code else first.unit
    elif isinstance(first, _Money):
        high = numbers.with_short_scale(high, text, len(text)) or high
        if text[first.end - 1 : first.end].isalpha() or (high.scale == 1 and text[first.end] not in "-–—"):
            return None
    if low.scale == 1 and high.scale > 1 and low.value < 1000:
        low = low.scaled(high.scale)
    if unit is None or low.value >= high.value:
        return None
    end = second.end if isinstance(second, _Money) else high.end
    return _Money(first.begin, end, low, unit, high)


def _in_block(text: str, span: Span) -> Iterator[_Money]:
    """The amounts of one block, in order."""
    capitals = _is_capitals(text, span)
    found: list[_Money | Number] = []
    for number in numbers.numbers(text, span.begin, span.end):
        before = found[-1] if found else None
        item = _money(number, text, span, before.end if before else span.begin, capitals) or number
        if before is not None and item.begin < before.end:
            continue
        merged = None
        if before is not None and item.begin - before.end <= 6:
            merged = _with_cents(before, item, text) if isinstance(before, _Money) else None
            merged = merged or _join(before, item, text)
        if merged:
            found[-1] = merged
        else:
            found.append(item)
    yield from (item for item in found if isinstance(item, _Money))
    for match in _SINGLE.finditer(text, span.begin, span.end):
        one = Number(match.start(), match.end("number"), Decimal(1), in_digits=False)
        word = currencies.after_pattern().match(text, match.end("number"), match.end())
        if word:
            yield _Money(match.start(), match.end(), one, currencies.unit_after(word))


def _counts(text: str, money: _Money, span: Span) -> bool:
    """Whether an amount is one, and no part of a title or of a turn of phrase."""
    return not titled.in_title(text, money.begin, money.end, span) and not titled.in_idiom(text, money.begin, money.end)


class AmountAnnotator:
    """Adds the layer `amounts`."""

    def annotate(self, so_far: Annotations) -> Annotations:
        """Find the amounts in the headline, standfirst and paragraphs; give back the annotations with them."""
        text = so_far.article.text
        blocks = prose(so_far.article)
        found = [(money, span) for span in blocks for money in _in_block(text, span) if _counts(text, money, span)]
        said = Counter(money.unit.code for money, _ in found if money.unit.code)
        context = Context(text, said)
        amounts = {amount.key: amount for money, span in found if (amount := self._amount(money, text, span, context))}
        return so_far.adding(amounts=sorted(amounts.values(), key=lambda amount: amount.mention.span))

    def _amount(self, money: _Money, text: str, span: Span, context: Context) -> Amount | None:
        resolved = context.resolve(money.unit, money.begin)
        if resolved is None:
            return None
        code, confidence = resolved
        value = self._value(money.number, money.unit, code)
        if money.second is not None:
            fields: bounds.Limits = {"minimum": value, "maximum": self._value(money.second, money.unit, code)}
        else:
            kind = bounds.bound(text, money.begin, money.end, span.end)
            fields = bounds.limits(kind, value)
            confidence *= 0.9 if kind is Bound.APPROXIMATE else 1
        where = Span(money.begin, money.end)
        mention = Mention(where, MentionKind.VALUE, "amounts", round(confidence, 3))
        return Amount(f"amount:{where.begin}-{where.end}", mention, code, **fields)

    @staticmethod
    def _value(number: Number, unit: Unit, code: str) -> Decimal:
        return numbers.plain(number.value * unit.factor, currencies.minor_unit(code))

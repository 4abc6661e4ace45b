"""Finds measured quantities and counts of persons in an article's prose; must not know what they are features of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kgexport.annotate.values import bounds, numbers, units
from kgexport.annotate.values.blocks import Taken, prose
from kgexport.annotate.values.bounds import Bound
from kgexport.annotate.values.numbers import Number
from kgexport.annotate.values.units import FoundUnit
from kgexport.annotate.values.weight import is_weight
from kgexport.model import Annotations, Mention, MentionKind, Quantity, Span

_NOT_BEFORE = re.compile(
    r"[\w$£€¥₹#/:]\Z|\d[.,–—-]\Z|\d\.\s\Z|\b\d{1,3}\sin\s\Z|[A-Za-z](?:-|\s-\s)\Z"
    r"|(?i:\b(?:no|nos|one in|out of|number|aged?)\b\.?\s?)\Z"
)
"""What before a number makes it something else: a part of a name, a share ("1 in 5 people"), a rank, an age."""
_BELOW_ZERO = frozenset({"CEL", "FAH", "P1"})
_MINUS = re.compile(r"(?:\A|[\s(])(?P<minus>[-−]|minus\s)\Z", re.IGNORECASE)
_POUNDS = re.compile(r"[\s-]pounds?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Measured:
    """A number with its unit."""

    begin: int
    end: int
    number: Number
    unit: FoundUnit
    confidence: float
    second: Number | None = None
    """The upper end of a range."""


def _unit(number: Number, text: str, span: Span) -> tuple[Number, FoundUnit, float] | None:
    """The unit of a number, with the abbreviated scale that may stand between the two ("2.5m tonnes", "6m people")."""
    for reading in (numbers.with_short_scale(number, text, span.end), number):
        if reading is None:
            continue
        if unit := units.unit_after(text, reading.end, span.end):
            if unit.text in ("degree", "foot", "yard") and not reading.in_digits and reading.value < 3:
                continue  # "a second degree", "one foot"
            return reading, unit, 0.95
        if reading.value % 1 == 0 and (unit := units.persons(text, reading.begin, reading.end, span.end)):
            return reading, unit, 0.85 if reading.in_digits else 0.8
    pounds = _POUNDS.match(text, number.end, span.end)
    if pounds and is_weight(text, number.begin, pounds.end()):
        return number, FoundUnit("pound", "LBR", pounds.end()), 0.7
    return None


def _signed(number: Number, unit: FoundUnit, text: str, low: int) -> Number:
    """The number with the minus before it, of temperatures and percentages: "-12C", "minus 3 percent"."""
    minus = _MINUS.search(text, max(low, number.begin - 7), number.begin) if unit.code in _BELOW_ZERO else None
    return replace(number, begin=minus.start("minus"), value=-number.value) if minus else number


def _measured(number: Number, text: str, span: Span) -> _Measured | None:
    if re.match(r"[.,]\s\d", text[number.end : number.end + 3]) and number.in_digits:
        return None  # a number with white space inside, "4. 6": no part of it is its value
    if before := units.unit_before(text, number.begin, number.end):
        return _Measured(before[1], number.end, number, before[0], 0.9)
    low = max(span.begin, number.begin - 16)
    if _NOT_BEFORE.search(text, low, number.begin) or numbers.label_before().search(text, low, number.begin):
        return None
    found = _unit(number, text, span)
    if found is None or re.match(r"-(?:year|day|week|month)", text[found[1].end : found[1].end + 6]):
        return None
    number = _signed(found[0], found[1], text, span.begin)
    return _Measured(number.begin, found[1].end, number, found[1], found[2])


def _join(first: _Measured | Number, second: _Measured, text: str) -> _Measured | None:
    """Two values as one range: "10-15 km", "5% to 10%", "between 20 and 30 people"; None where they are not."""
    if isinstance(first, _Measured) and (first.unit.text != second.unit.text or first.second):
        return None
    low = first.number if isinstance(first, _Measured) else first
    if isinstance(first, Number) and _NOT_BEFORE.search(text, max(0, first.begin - 10), first.begin):
        return None
    if low.scale == 1 and second.number.scale > 1 and low.value < 1000:
        low = low.scaled(second.number.scale)
    if low.value >= second.number.value or not bounds.is_range(text, first.end, second.begin, first.begin):
        return None
    return _Measured(first.begin, second.end, low, second.unit, second.confidence, second.number)


def _is_start(first: Number, second: _Measured, text: str) -> bool:
    """Whether a bare number is what a change begins at: "from 5 to 7 per cent"."""
    between = text[first.end : second.begin]
    return between == " to " and text[max(0, first.begin - 5) : first.begin].lower() == "from "


def _in_block(text: str, span: Span, taken: Taken) -> Iterator[_Measured]:
    """The quantities of one block, in order, those apart that lie in other values."""
    found: list[_Measured | Number] = []
    for number in numbers.numbers(text, span.begin, span.end):
        before = found[-1] if found else None
        if taken.overlaps(number.begin, number.end) or (before and number.begin < before.end):
            continue
        item = _measured(number, text, span) or number
        if isinstance(item, Number) and before and text[before.end : item.begin] in ("-", "–", "—"):
            # a range whose unit is attached to the second number only after its own look-behind was met: "10-15 km"
            unit = _unit(item, text, span)
            item = _Measured(item.begin, unit[1].end, unit[0], unit[1], unit[2]) if unit else item
            joined = _join(before, item, text) if isinstance(item, _Measured) else None
            item = joined or number
        elif isinstance(item, _Measured) and before and item.begin - before.end <= 6:
            joined = _join(before, item, text)
            if joined is None and isinstance(before, Number) and _is_start(before, item, text):
                found[-1] = _Measured(before.begin, before.end, before, item.unit, item.confidence)
        else:
            joined = None
        if joined:
            found[-1] = joined
        else:
            found.append(item)
    yield from (item for item in found if isinstance(item, _Measured) and not taken.overlaps(item.begin, item.end))


def _mentions(so_far: Annotations) -> Iterator[Mention]:
    yield from (item.mention for item in so_far.times)
    yield from (item.mention for item in so_far.amounts)


class QuantityAnnotator:
    """Adds the layer `quantities`; runs after those of times and amounts, whose numbers it leaves alone."""

    def annotate(self, so_far: Annotations) -> Annotations:
        """Find the quantities in the headline, standfirst and paragraphs; give back the annotations with them."""
        text = so_far.article.text
        taken = Taken(mention.span for mention in _mentions(so_far))
        blocks = prose(so_far.article)
        return so_far.adding(
            quantities=[self._quantity(item, text, span) for span in blocks for item in _in_block(text, span, taken)]
        )

    def _quantity(self, item: _Measured, text: str, span: Span) -> Quantity:
        confidence, value = item.confidence, numbers.plain(item.number.value)
        if item.second is not None:
            fields: bounds.Limits = {"minimum": value, "maximum": numbers.plain(item.second.value)}
        else:
            kind = bounds.bound(text, item.begin, item.end, span.end)
            if kind is Bound.EXACT:
                kind = bounds.bound(text, item.begin, item.number.end, span.end)
            fields = bounds.limits(kind, value)
            confidence *= 0.9 if kind is Bound.APPROXIMATE else 1
        where = Span(item.begin, item.end)
        mention = Mention(where, MentionKind.VALUE, "quantities", round(confidence, 3))
        return Quantity(f"quantity:{where.begin}-{where.end}", mention, item.unit.text, item.unit.code, **fields)

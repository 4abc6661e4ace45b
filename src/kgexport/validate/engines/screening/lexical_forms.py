"""Which lexical forms are well-formed beyond doubt, and what numbers they say; knows no library for RDF.

The forms are narrower than those of XML Schema: what is outside of them may still be right, and the reference is asked.
Source: W3C XML Schema Definition Language 1.1, Part 2: Datatypes, section 3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date, datetime
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from kgexport.validate.engines.screening.view import Unsure
from kgexport.validate.facts import Term

XSD = "http://www.w3.org/2001/XMLSchema#"
_LONGEST = 400
"""Python refuses to read integers of more than 4,300 digits; nobody writes nearly as many."""


def _matching(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern)
    return lambda text: len(text) < _LONGEST and compiled.fullmatch(text) is not None


def _dated(pattern: str, read: Callable[[str], object]) -> Callable[[str], bool]:
    has_form = _matching(pattern)

    def is_date(text: str) -> bool:
        if not has_form(text):
            return False
        try:
            read(text)
        except ValueError:
            return False
        return True

    return is_date


_ZONE = "(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9])?"
_MONTH = "(0[1-9]|1[0-2])"
_DAY = f"[0-9]{{4}}-{_MONTH}-[0-3][0-9]"
_COUNT = "[0-9]{1,6}"
_DURATION = f"P(?=[0-9T])({_COUNT}Y)?({_COUNT}M)?({_COUNT}D)?(T(?=[0-9])({_COUNT}H)?({_COUNT}M)?({_COUNT}S)?)?"
_is_integer = _matching("[+-]?[0-9]+")
SURE: dict[str, Callable[[str], bool]] = {
    XSD + "string": lambda _: True,
    XSD + "integer": lambda text: (text.isdecimal() and text.isascii() and len(text) < _LONGEST) or _is_integer(text),
    XSD + "decimal": _matching(r"[+-]?[0-9]+(\.[0-9]+)?"),
    XSD + "double": _matching(r"[+-]?[0-9]{1,15}(\.[0-9]+)?([eE][+-]?[0-9]{1,2})?"),
    XSD + "boolean": _matching("true|false|1|0"),
    XSD + "gYear": _matching("[12][0-9]{3}"),
    XSD + "gYearMonth": _matching(f"[12][0-9]{{3}}-{_MONTH}"),
    XSD + "gMonth": _matching(f"--{_MONTH}"),
    XSD + "gMonthDay": _matching(f"--{_MONTH}-([0-2][0-9]|30)"),
    XSD + "time": _matching("([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z?"),
    XSD + "duration": _matching(_DURATION),
    XSD + "anyURI": _matching("https?://[0-9A-Za-z.:/?#&=_~-]+"),
    XSD + "date": _dated(_DAY, date.fromisoformat),
    XSD + "dateTime": _dated(
        rf"{_DAY}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{{3}}|\.[0-9]{{6}})?{_ZONE}", datetime.fromisoformat
    ),
}
"""Datatype -> whether a text is surely one of its lexical forms."""

_READ: dict[str, Callable[[str], int | Decimal | float]] = {
    XSD + "integer": int,
    XSD + "decimal": Decimal,
    XSD + "double": float,
}
_INTEGER = NamedNode(XSD + "integer")
_DAYS = XSD + "date"


def number(term: object) -> int | Decimal | float:
    """The number that a literal is; raises Unsure for anything else."""
    if isinstance(term, Literal):
        datatype, text = term.datatype.value, term.value
        if datatype in _READ and SURE[datatype](text):
            return _READ[datatype](text)
    raise Unsure


def numbers(terms: Collection[Term]) -> list[int | Decimal | float]:
    """The numbers that literals are, in their order; raises Unsure for anything else. Offsets come by the hundred."""
    texts = [term.value for term in terms if isinstance(term, Literal) and term.datatype == _INTEGER]
    if len(texts) == len(terms) and all(map(SURE[_INTEGER.value], texts)):
        return list(map(int, texts))
    return [*map(number, terms)]


def is_less(term: object, other: object) -> bool:
    """Whether one number or day is before another; raises Unsure for anything else."""
    if isinstance(term, Literal) and isinstance(other, Literal) and term.datatype.value == _DAYS:
        first, second = term.value, other.value
        if other.datatype.value == _DAYS and SURE[_DAYS](first) and SURE[_DAYS](second):
            return first < second
    return number(term) < number(other)

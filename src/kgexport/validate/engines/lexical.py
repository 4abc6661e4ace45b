"""Lexical spaces of XML Schema's datatypes, where rdflib reads more than they hold; knows no library for RDF.

rdflib takes what Python takes for a number (`1_0`, ` 1`, digits of other scripts, an exponent in a decimal) and what
ISO 8601 takes for a moment (`2022-W08`, a day without a time). Ranges, such as that of a month, it checks itself.
Source: W3C XML Schema Definition Language 1.1, Part 2: Datatypes, section 3.
"""

from __future__ import annotations

import re

_XSD = "http://www.w3.org/2001/XMLSchema#"
_ZONE = "(Z|[+-][0-9]{2}:[0-9]{2})?"
_DAY = "-?[0-9]{4,}-[0-9]{2}-[0-9]{2}"
_CLOCK = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?"
_NUMBER = r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"
_INTEGERS = (
    "integer int long short byte nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger "
    "unsignedLong unsignedInt unsignedShort unsignedByte"
).split()

_FORMS = {
    **dict.fromkeys(_INTEGERS, "[+-]?[0-9]+"),
    "boolean": "true|false|1|0",
    "decimal": _NUMBER,
    **dict.fromkeys(("double", "float"), rf"{_NUMBER}([eE][+-]?[0-9]+)?|[+-]?INF|NaN"),
    "date": _DAY + _ZONE,
    "dateTime": f"{_DAY}T{_CLOCK}{_ZONE}",
    "time": _CLOCK + _ZONE,
    "duration": r"-?P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]+)?S)?)?",
}
_PATTERNS = {_XSD + name: re.compile(form) for name, form in _FORMS.items()}


def is_written_wrongly(text: str, datatype: str) -> bool:
    """Whether the text is outside of the lexical space of a datatype; False for a datatype without a rule here."""
    pattern = _PATTERNS.get(datatype)
    return pattern is not None and pattern.fullmatch(text) is None

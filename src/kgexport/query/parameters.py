"""Reads values that users give for variables into checked terms; knows no query."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation

from pyoxigraph import Literal, NamedNode

from kgexport.errors import InputError, UnknownNameError, shown
from kgexport.query.binding import Term
from kgexport.vocabulary import PREFIXES, XSD

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_TAGGED = re.compile(r'"(?P<text>.*)"(?:@(?P<tag>[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)|\^\^(?P<type>\S+))?', re.DOTALL)
_PREFIXED = re.compile(r"(?P<prefix>[a-z]+):(?P<local>[A-Za-z0-9_][A-Za-z0-9_.-]*)")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S+|urn:\S+")
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_DECIMAL = re.compile(r"[+-]?[0-9]{0,18}\.[0-9]{1,18}")
_PERIODS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"[0-9]{4}"), "gYear", "%Y"),
    (re.compile(r"[0-9]{4}-[0-9]{2}"), "gYearMonth", "%Y-%m"),
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), "date", "%Y-%m-%d"),
)
"""How a date of that precision is written, its data type, and how its value is checked."""
_DATE_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})?"
)


def pairs(given: Iterable[str]) -> dict[str, str]:
    """`name=value` texts as a table; raises InputError for what is none, or a name that comes twice."""
    table: dict[str, str] = {}
    for text in given:
        name, sign, value = text.partition("=")
        name = name.strip().lstrip("?$")
        if not sign or not _NAME.fullmatch(name):
            raise InputError(f"--param {shown(text)!r}: write it as name=value, the name of letters, digits and _")
        if name in table:
            raise InputError(f"--param {name} is given twice")
        table[name] = value
    return table


def guessed(name: str, value: str) -> Term:
    """The term for a value whose type nobody states.

    An IRI (whole, in angle brackets, or with a prefix of the profile), a quoted string with or without language tag or
    data type, a date or part of one with a hyphen in it, a number; everything else is a plain string.
    """
    if value.startswith("<") or _IRI.fullmatch(value) or _is_prefixed(value):
        return iri(name, value)
    if len(value) > 1 and value.startswith('"'):
        return quoted(name, value)
    if _INTEGER.fullmatch(value) or _DECIMAL.fullmatch(value):
        return number(name, value)
    if "-" in value and (_DATE_TIME.fullmatch(value) or any(p.fullmatch(value) for p, _, _ in _PERIODS)):
        return period(name, value)
    return text(name, value)


def iri(name: str, value: str) -> NamedNode:
    """An IRI: `<http://…>`, `http://…`, or `wd:Q43` with a prefix of the profile."""
    bare = value.removeprefix("<").removesuffix(">") if value.startswith("<") else value
    if bare == value and _is_prefixed(value):
        prefix, _, local = value.partition(":")
        bare = PREFIXES[prefix] + local
    try:
        node = NamedNode(bare)
    except ValueError as error:
        raise _bad(name, value, "an IRI such as wd:Q43 or http://example.org/x") from error
    if ":" not in bare or any(sign in '<>"{}|^`\\' or ord(sign) <= 32 for sign in bare):
        raise _bad(name, value, "an IRI such as wd:Q43 or http://example.org/x")
    return node


def text(name: str, value: str) -> Literal:
    """A plain string, whatever is in it."""
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise _bad(name, value, "text in UTF-8") from error
    return Literal(value)


def quoted(name: str, value: str) -> Literal:
    """`"text"`, `"text"@en` or `"5"^^xsd:integer`; what stands between the outer quotation marks is taken as it is."""
    found = _TAGGED.fullmatch(value)
    if found is None:
        raise _bad(name, value, 'text such as "Norland", "Norland"@en or "5"^^xsd:integer')
    content = text(name, found["text"]).value
    if found["tag"]:
        return Literal(content, language=found["tag"])
    return Literal(content, datatype=iri(name, found["type"])) if found["type"] else Literal(content)


def number(name: str, value: str) -> Literal:
    """A whole or decimal number."""
    try:
        if _INTEGER.fullmatch(value):
            return Literal(value, datatype=XSD["integer"])
        if _DECIMAL.fullmatch(value):
            return Literal(str(Decimal(value)), datatype=XSD["decimal"])
    except InvalidOperation as error:
        raise _bad(name, value, "a number such as 5 or 0.75") from error
    raise _bad(name, value, "a number such as 5 or 0.75")


def whole(name: str, value: str) -> Literal:
    """A whole number."""
    if not _INTEGER.fullmatch(value):
        raise _bad(name, value, "a whole number such as 5")
    return Literal(value, datatype=XSD["integer"])


def period(name: str, value: str) -> Literal:
    """A year, a month, a day or a moment, checked by the calendar."""
    try:
        if _DATE_TIME.fullmatch(value):
            datetime.fromisoformat(value)
            return Literal(value, datatype=XSD["dateTime"])
        for pattern, kind, form in _PERIODS:
            if pattern.fullmatch(value):
                datetime.strptime(value, form)
                return Literal(value, datatype=XSD[kind])
    except ValueError as error:
        raise _bad(name, value, _A_DATE) from error
    raise _bad(name, value, _A_DATE)


def thing(name: str, value: str) -> Term:
    """Somebody or something: an IRI where it looks like one, else (a part of) its name."""
    term = guessed(name, value)
    if isinstance(term, NamedNode):
        return term
    content = term.value if value.startswith('"') else value
    if not content.strip():
        raise _bad(name, value, "a name, or an IRI such as wd:Q43")
    return text(name, content)


def event_type(name: str, value: str) -> NamedNode:
    """A type of event by its name (`visit`) or its IRI (`type:visit`); raises UnknownNameError for an unknown one."""
    from kgexport.scheme import load_scheme

    short = value.removeprefix("type:").removeprefix(PREFIXES["type"])
    known = load_scheme().types
    if short not in known:
        raise UnknownNameError(f"--param {name}: event type", shown(short), known)
    return NamedNode(PREFIXES["type"] + short)


_A_DATE = "a year, a month or a day: 2024, 2024-05 or 2024-05-31"
READERS: Mapping[str, Callable[[str, str], Term]] = {
    "thing": thing,
    "text": text,
    "date": period,
    "integer": whole,
    "number": number,
    "iri": iri,
    "event-type": event_type,
}
"""The types that a parameter of a recipe can have, and what reads a value of each."""


def _is_prefixed(value: str) -> bool:
    found = _PREFIXED.fullmatch(value)
    return found is not None and found["prefix"] in PREFIXES


def _bad(name: str, value: str, wanted: str) -> InputError:
    return InputError(f"--param {name}={shown(value)}: give {wanted}")

"""Rules about values: that they are things or data of a kind that schema.org expects for the property."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from kgexport.validate.facts import Subject, Term
from kgexport.validate.report import Finding
from kgexport.validate.spec.datatypes import DATA_TYPES, FREE, LITERAL, is_written_as
from kgexport.validate.spec.domains import ANYWHERE
from kgexport.validate.spec.suggest import a, either
from kgexport.validate.spec.use import Kinds, Use
from kgexport.validate.spec.vocabulary import SPELLINGS, term_name

_TYPE = frozenset({"Class", "Thing"})
"""What a type is where a value should stand: no member of itself."""

Expected = frozenset[str]
Row = tuple[str, Expected, Subject, Term]


def _rows(use: Use, literals: bool) -> Iterator[Row]:
    """Every value that is a literal (or none) of a property whose range is known."""
    for name, node in use.properties:
        known = use.vocabulary.properties.get(name)
        if known is not None and known.range:
            for subject, value in use.facts.pairs(node):
                if isinstance(value, Literal) is literals:
                    yield name, known.range, subject, value


def wrong_range(use: Use) -> Iterator[Finding]:
    """A value whose types are known has one, with superclasses, that schema.org expects for the property."""
    for name, expected, subject, value in _rows(use, literals=False):
        if expected <= LITERAL:
            continue
        kinds = _kinds(use, value)
        if kinds is not None and kinds.isdisjoint(expected | {ANYWHERE}):
            message = f"{use.vocabulary.name} expects {either(expected)} here; {_what(use, value)}."
            yield use.finding(subject, f"schema:{name}", value, message)


def _kinds(use: Use, value: Term) -> Kinds:
    """All that a value is: by the graph, or by the vocabulary where it is a term of schema.org."""
    term = term_name(value)
    if term is None or value in use.kinds:
        return use.kinds.get(value)  # type: ignore[arg-type]
    if term in use.vocabulary.members:
        found = use.vocabulary.all_above(use.vocabulary.members[term])
        return found and found | (use.vocabulary.above(term) or frozenset())
    return _TYPE if use.vocabulary.is_class(term) else None


def _what(use: Use, value: Term) -> str:
    types = None if isinstance(value, Literal) else use.types.get(value)
    if types:
        return f"“{use.facts.name(value)}” is {' and '.join(map(a, sorted(set(types))))}"
    term = term_name(value) or ""
    kinds = use.vocabulary.members.get(term)
    return f"schema:{term} is {a(either(kinds)) if kinds else 'a type'}"


def thing_for_data(use: Use) -> Iterator[Finding]:
    """Where schema.org expects only data, such as a text, a number or a date, there is no thing."""
    for name, expected, subject, value in _rows(use, literals=False):
        if expected <= LITERAL and not _may_be_data(use, expected, value):
            message = f"{use.vocabulary.name} expects {either(expected)} here: a value, and no thing."
            yield use.finding(subject, f"schema:{name}", value, message)


def _may_be_data(use: Use, expected: Expected, value: Term) -> bool:
    """An IRI is a URL, and a URL is a text; True and False are terms; a list holds values."""
    if use.is_list(value):
        return True
    if not isinstance(value, NamedNode):
        return False
    kinds = _kinds(use, value)
    is_thing = kinds is not None and ANYWHERE not in kinds
    return (
        "URL" in expected or (not is_thing and bool(expected & FREE)) or not (kinds or frozenset()).isdisjoint(expected)
    )


def text_for_thing(use: Use) -> Iterator[Finding]:
    """Where schema.org expects a thing, there is one, which can say more of itself, and not a text."""
    for name, expected, subject, value in _rows(use, literals=True):
        if not expected <= LITERAL and not _is_address(value) and not _fits(use, expected, value):
            message = (
                f"{use.vocabulary.name} expects {either(expected)} here; text is accepted, but it says nothing more."
            )
            yield use.finding(subject, f"schema:{name}", value, message)


def _is_address(value: Term) -> bool:
    """A URL may stand for any thing, and pages write it as text; one of schema.org itself is a term."""
    return value.value.startswith(("http://", "https://")) and not value.value.startswith(SPELLINGS)


def wrong_value(use: Use) -> Iterator[Finding]:
    """A value is written as its data type: dates in ISO 8601, numbers in digits with a full stop, whole addresses."""
    for name, expected, subject, value in _rows(use, literals=True):
        if expected <= LITERAL and not _fits(use, expected, value):
            message = f"schema.org expects {_forms(expected)}."
            yield use.finding(subject, f"schema:{name}", value, message)


def _forms(expected: Expected) -> str:
    """How the data types are written; a day is enough where a day or a moment may stand."""
    shown = expected - {"DateTime"} if "Date" in expected else expected
    return " or ".join(sorted({DATA_TYPES[data_type][1] for data_type in shown if data_type in DATA_TYPES}))


def _fits(use: Use, expected: Expected, value: Term) -> bool:
    """True where a literal is written as one of the data types, or names a member of one of the enumerations."""
    if not expected.isdisjoint(FREE) or any(is_written_as(value.value, data_type) for data_type in expected):
        return True
    name = value.value.strip()
    for spelling in SPELLINGS:
        name = name.removeprefix(spelling)
    kinds = use.vocabulary.all_above(use.vocabulary.members.get(name, ()))
    return kinds is not None and not kinds.isdisjoint(expected)

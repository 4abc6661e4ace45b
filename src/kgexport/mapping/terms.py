"""Literals of the profile: plain strings, numbers, dates; knows no article."""

from __future__ import annotations

from decimal import Decimal

from pyoxigraph import Literal

from kgexport.model import TimeValue
from kgexport.vocabulary import XSD


def text(value: str) -> Literal:
    """A plain string (xsd:string)."""
    return Literal(value)


def integer(value: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(value), datatype=XSD["integer"])


def number(value: Decimal) -> Literal:
    """An xsd:integer where the value is whole, else an xsd:decimal; never with an exponent."""
    if value == value.to_integral_value():
        return Literal(str(int(value)), datatype=XSD["integer"])
    return Literal(f"{value:f}", datatype=XSD["decimal"])


def decimal(value: Decimal | float, places: int | None = None) -> Literal:
    """An xsd:decimal, with a fixed number of places where given."""
    return Literal(f"{value:.{places}f}" if places is not None else f"{value:f}", datatype=XSD["decimal"])


def moment(value: TimeValue) -> Literal:
    """A date at its own precision: xsd:gYear, gYearMonth, date, dateTime …"""
    return Literal(value.lexical, datatype=XSD[value.precision.value])

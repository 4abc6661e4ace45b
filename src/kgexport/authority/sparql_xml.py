"""Reads the rows of a SPARQL result in XML one after the other; knows neither items nor Wikidata."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, iterparse

from kgexport.authority.sparql import SparqlRow
from kgexport.errors import InputError

_SPARQL = "{http://www.w3.org/2005/sparql-results#}"
_START = re.compile(rb"\s*<(?:\?xml|sparql\b|!--)")


def is_xml(start: bytes) -> bool:
    """Whether a file that begins so may be a result in XML."""
    return _START.match(start) is not None


def xml_rows(stream: io.BufferedReader, name: str) -> Iterator[SparqlRow]:
    """The rows of a result (SPARQL Query Results XML Format); no more than one is held.

    Raises InputError where it is none; what stands before has been given by then.
    """
    root: Element | None = None
    try:
        for event, element in iterparse(stream, events=("start", "end")):
            if root is None:
                root = element
                if root.tag != f"{_SPARQL}sparql":
                    raise InputError(f"{name} is no result of a SPARQL query in XML: it begins with {root.tag!r}")
            if event == "end" and element.tag == f"{_SPARQL}result":
                yield dict(_bound(element))
                _forget(root)
    except ParseError as error:
        raise InputError(f"{name} is no result of a SPARQL query in XML: {error}") from error


def _bound(result: Element) -> Iterator[tuple[str, str]]:
    """Name and value of each variable that is bound."""
    for binding in result.findall(f"{_SPARQL}binding"):
        value = "".join(binding.itertext()).strip()
        if value:
            yield binding.get("name", ""), value


def _forget(root: Element) -> None:
    """Drop the results that were read: they would fill the memory."""
    for results in root.findall(f"{_SPARQL}results"):
        results.clear()

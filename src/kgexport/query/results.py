"""Answers and the formats they are written in; knows no store."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

import pyoxigraph as ox

from kgexport.errors import InputError, OutsideError
from kgexport.vocabulary import PREFIXES


class ResultFormat(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    TURTLE = "turtle"
    JSONLD = "jsonld"
    NTRIPLES = "ntriples"
    RDFXML = "rdfxml"


_SOLUTION_FORMATS = {
    ResultFormat.CSV: ox.QueryResultsFormat.CSV,
    ResultFormat.TSV: ox.QueryResultsFormat.TSV,
    ResultFormat.JSON: ox.QueryResultsFormat.JSON,
    ResultFormat.XML: ox.QueryResultsFormat.XML,
}
"""Of SELECT and ASK."""
_TRIPLE_FORMATS = {
    ResultFormat.TABLE: ox.RdfFormat.TURTLE,
    ResultFormat.TURTLE: ox.RdfFormat.TURTLE,
    ResultFormat.JSONLD: ox.RdfFormat.JSON_LD,
    ResultFormat.NTRIPLES: ox.RdfFormat.N_TRIPLES,
    ResultFormat.RDFXML: ox.RdfFormat.RDF_XML,
}
"""Of CONSTRUCT and DESCRIBE."""
_PREFIXED = (ox.RdfFormat.TURTLE, ox.RdfFormat.RDF_XML)
_LINES = (ResultFormat.JSON, ResultFormat.XML, ResultFormat.JSONLD)
"""Formats whose last line is given its end."""


@dataclass(frozen=True, slots=True)
class Triples:
    """What CONSTRUCT and DESCRIBE answer: each triple once, sorted as N-Triples."""

    triples: tuple[ox.Triple, ...]


Answer = ox.QuerySolutions | ox.QueryBoolean | Triples


def one_line(error: BaseException) -> str:
    """What an error says, without line ends."""
    return " ".join(str(error).split())


@contextmanager
def answering() -> Iterator[None]:
    """An answer comes while it is read, and so do its errors: of the network too, where the query names a SERVICE."""
    try:
        yield
    except OSError as error:
        raise OutsideError(f"the query cannot be answered: {one_line(error)}") from error
    except (ValueError, RuntimeError) as error:
        raise InputError(f"the query cannot be answered: {one_line(error)}") from error


def serialise(answer: Answer, form: ResultFormat) -> bytes:
    """The answer in a machine-readable format; raises InputError where the format cannot hold that kind of answer."""
    if isinstance(answer, Triples):
        return _triples(answer, form)
    if form not in _SOLUTION_FORMATS:
        raise InputError(f"SELECT and ASK give no triples for {form}; use table, csv, tsv, json or xml")
    if isinstance(answer, ox.QueryBoolean) and form in (ResultFormat.CSV, ResultFormat.TSV):
        return b"true\n" if answer else b"false\n"
    with answering():
        return _ended(cast(bytes, answer.serialize(format=_SOLUTION_FORMATS[form])), form)


def _triples(answer: Triples, form: ResultFormat) -> bytes:
    written = _TRIPLE_FORMATS.get(form)
    if written is None:
        raise InputError(
            f"CONSTRUCT and DESCRIBE give triples, which {form} cannot hold; use turtle, jsonld, ntriples or rdfxml"
        )
    used = {p: iri for p, iri in PREFIXES.items() if any(f"<{iri}" in str(triple) for triple in answer.triples)}
    prefixes = used if written in _PREFIXED else None
    return _ended(cast(bytes, ox.serialize(answer.triples, format=written, prefixes=prefixes)), form)


def _ended(written: bytes, form: ResultFormat) -> bytes:
    return written + b"\n" if form in _LINES and not written.endswith(b"\n") else written


def rows(answer: ox.QuerySolutions) -> tuple[list[str], list[list[str]]]:
    """Column names and cells for reading: IRIs cut to a prefix where one is known, literals without their type."""
    columns = [variable.value for variable in answer.variables]
    with answering():
        return columns, [[_cell(solution[name]) for name in columns] for solution in answer]


def _cell(term: object) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.Literal):
        return term.value
    if isinstance(term, ox.NamedNode):
        for prefix, iri in PREFIXES.items():
            local = term.value.removeprefix(iri)
            if local != term.value and re.fullmatch(r"[\w-]+", local):
                return f"{prefix}:{local}"
        return term.value
    return str(term)

"""SPARQL over exported graphs; knows RDF files and queries, and nothing of articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
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


_SOLUTION_FORMATS = {
    ResultFormat.CSV: ox.QueryResultsFormat.CSV,
    ResultFormat.TSV: ox.QueryResultsFormat.TSV,
    ResultFormat.JSON: ox.QueryResultsFormat.JSON,
    ResultFormat.XML: ox.QueryResultsFormat.XML,
}
_END = {ResultFormat.JSON: b"\n"}
Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def load_graphs(paths: Iterable[Path]) -> ox.Store:
    """A store in memory with the RDF files; named graphs stay named.

    Raises InputError, naming the file and the place in it, for a file that cannot be read or parsed.
    """
    store = ox.Store()
    for path in paths:
        form = ox.RdfFormat.from_extension(path.suffix.lstrip(".").lower())
        if form is None:
            raise InputError(f"{path}: not a known RDF file; known: .ttl .jsonld .nt .nq .trig .rdf")
        try:
            store.bulk_load(path=str(path), format=form)
        except FileNotFoundError as error:
            raise InputError(f"{path}: no such file") from error
        except OSError as error:
            raise InputError(f"{path}: cannot be read ({error.strerror or error})") from error
        except (SyntaxError, ValueError) as error:
            raise InputError(f"{path}: not valid {form.name} ({_one_line(error)})") from error
    return store


def ask(store: ox.Store, query: str) -> Answer:
    """Answer a SPARQL 1.1 query over the union of all graphs; the prefixes of the profile need no declaration.

    Raises InputError that points at the place in the query.
    """
    with _answering():
        return store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)


@contextmanager
def _answering() -> Iterator[None]:
    """An answer comes while it is read, and so do its errors: of the network too, where the query names a SERVICE."""
    try:
        yield
    except SyntaxError as error:
        raise InputError(f"the query cannot be read: {_one_line(error)}") from error
    except OSError as error:
        raise OutsideError(f"the query cannot be answered: {_one_line(error)}") from error
    except (ValueError, RuntimeError) as error:
        raise InputError(f"the query cannot be answered: {_one_line(error)}") from error


def serialise(answer: Answer, form: ResultFormat) -> bytes:
    """The answer in a machine-readable format; raises InputError where the format cannot hold that kind of answer."""
    if isinstance(answer, ox.QueryTriples):
        if form not in (ResultFormat.TURTLE, ResultFormat.TABLE):
            raise InputError(f"CONSTRUCT and DESCRIBE give triples, which {form} cannot hold; use --format turtle")
        with _answering():
            triples = sorted(answer, key=str)
        used = {p: iri for p, iri in PREFIXES.items() if any(f"<{iri}" in str(triple) for triple in triples)}
        return cast(bytes, ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=used))
    if form not in _SOLUTION_FORMATS:
        raise InputError(f"SELECT and ASK give no triples for {form}; use table, csv, tsv, json or xml")
    if isinstance(answer, ox.QueryBoolean) and form in (ResultFormat.CSV, ResultFormat.TSV):
        return b"true\n" if answer else b"false\n"
    with _answering():
        return cast(bytes, answer.serialize(format=_SOLUTION_FORMATS[form])) + _END.get(form, b"")


def rows(answer: ox.QuerySolutions) -> tuple[list[str], list[list[str]]]:
    """Column names and cells for reading: IRIs cut to a prefix where one is known, literals without their type."""
    columns = [variable.value for variable in answer.variables]
    with _answering():
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


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())

"""Reads results of SPARQL queries, JSON or CSV, as rows of text, in constant memory; knows no authority."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from kgexport.errors import InputError

_PIECE = 1 << 16
_LONGEST = 1 << 20
"""Characters that one row of a JSON result may have."""

SparqlRow = Mapping[str, str]
"""Name of a variable -> its value as text; what is not bound is not there."""


def json_rows(stream: io.BufferedReader, name: str) -> Iterator[SparqlRow]:
    """The rows of a result in JSON: that of the SPARQL protocol, or a plain list of objects.

    Raises InputError where it is no JSON; what stands before has been given by then.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8-sig")
    try:
        for number, data in enumerate(_objects(text)):
            if not isinstance(data, dict):
                raise InputError(f"{name}: row {number + 1} of the result is no object")
            yield {key: value for key, cell in data.items() if (value := _value(cell)) is not None}
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{name} is no result of a SPARQL query in JSON: {error}") from error
    finally:
        _release(text)


def _release(text: io.TextIOWrapper) -> None:
    """Leave the stream open for whoever opened it."""
    if not text.closed:
        text.detach()


def _objects(text: io.TextIOWrapper) -> Iterator[Any]:
    """The members of the list of rows, each decoded as soon as it is complete."""
    decoder, buffer, at = json.JSONDecoder(), _from_list(text), 0
    while True:
        at += len(buffer[at : at + 100]) - len(buffer[at : at + 100].lstrip(" \t\r\n,"))
        if buffer.startswith("]", at):
            return
        try:
            data, at = decoder.raw_decode(buffer, at)
        except json.JSONDecodeError:
            piece = text.read(_PIECE)
            if not piece or len(buffer) - at > _LONGEST:
                raise
            buffer, at = buffer[at:] + piece, 0
            continue
        yield data


def _from_list(text: io.TextIOWrapper) -> str:
    """What follows the bracket that opens the list of rows."""
    buffer = ""
    while piece := text.read(_PIECE):
        buffer += piece
        begin = 0 if buffer.lstrip().startswith("[") else buffer.find('"bindings"')
        if begin >= 0 and "[" in buffer[begin:]:
            return buffer[buffer.index("[", begin) + 1 :]
        if len(buffer) > _LONGEST:
            break
    raise json.JSONDecodeError("it has no list of bindings", buffer[:20], 0)


def _value(cell: Any) -> str | None:
    """The value of a cell: of the protocol an object with `value`, in a plain list the text itself."""
    value = cell.get("value") if isinstance(cell, dict) else cell
    return str(value) if isinstance(value, str | int | float) else None


def csv_rows(stream: io.BufferedReader, name: str) -> Iterator[SparqlRow]:
    """The rows of a result in CSV, or TSV where the header has tabs. Raises InputError where it is none."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        header = text.readline(_PIECE)
        tabs = "\t" in header
        quoting: Literal[0, 3] = csv.QUOTE_NONE if tabs else csv.QUOTE_MINIMAL
        columns = next(csv.reader([header], delimiter="\t" if tabs else ",", quoting=quoting), [])
        columns = [column.strip().removeprefix("?") for column in columns]
        for cells in csv.reader(text, delimiter="\t" if tabs else ",", quoting=quoting, strict=True):
            yield {column: _plain(cell, tabs) for column, cell in zip(columns, cells, strict=False) if cell}
    except (csv.Error, UnicodeDecodeError) as error:
        raise InputError(f"{name} is no result of a SPARQL query in CSV: {error}") from error
    finally:
        _release(text)


def _plain(cell: str, tabs: bool) -> str:
    """A cell of TSV without the signs of its term (SPARQL 1.1 Query Results CSV and TSV Formats, section 4)."""
    if tabs and cell.startswith("<") and cell.endswith(">"):
        return cell[1:-1]
    return cell.rpartition('"')[0][1:] if tabs and cell.startswith('"') and '"' in cell[1:] else cell

"""`kgexport query`: SPARQL over exported graphs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kgexport.cli.app import app
from kgexport.cli.console import emit, reporting
from kgexport.errors import InputError


@app.command(
    short_help="Ask SPARQL over exported graphs.",
    epilog="Example: kgexport query out/*.ttl -q 'SELECT ?name WHERE { ?e a schema:Event ; schema:name ?name }'",
)
def query(
    graphs: Annotated[list[Path], typer.Argument(metavar="GRAPH", help="RDF files: .ttl .jsonld .nt .nq .trig")],
    text: Annotated[str | None, typer.Option("-q", "--query", metavar="SPARQL", help="The query.")] = None,
    file: Annotated[
        str | None, typer.Option("--file", metavar="FILE", help="A file with the query; - is stdin.")
    ] = None,
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="FORMAT", help="table, csv, tsv, json, xml or turtle.")
    ] = "table",
) -> None:
    """Ask SPARQL over exported graphs; the prefixes schema:, kgx:, prov:, nif:, skos:, type:, wd: … are known."""
    with reporting():
        from kgexport.query import ResultFormat, ask, load_graphs, serialise

        if form not in list(ResultFormat):
            from kgexport.errors import UnknownNameError

            raise UnknownNameError("result format", form, list(ResultFormat))
        answer = ask(load_graphs(graphs), _query_text(text, file))
        if form == ResultFormat.TABLE:
            from kgexport.rendering.table import as_table

            emit(as_table(answer, sys.stdout.isatty()))
        else:
            emit(serialise(answer, ResultFormat(form)))


def _query_text(text: str | None, file: str | None) -> str:
    if (text is None) == (file is None):
        raise InputError("give the query either with --query or with --file")
    if text is not None:
        return text
    try:
        return sys.stdin.read() if file == "-" else Path(str(file)).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: the query cannot be read ({getattr(error, 'strerror', None) or error})") from error

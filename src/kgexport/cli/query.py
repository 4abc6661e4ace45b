"""`kgexport query`: SPARQL over exported graphs, and recipes for those who do not write it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgexport.cli.app import app
from kgexport.cli.console import LogFormat, emit, messages, reporting
from kgexport.errors import InputError, UnknownNameError, shown

if TYPE_CHECKING:
    from kgexport.query import Answer, Source
    from kgexport.query.binding import Value
    from kgexport.query.recipes import Recipe


Graphs = Annotated[
    list[str] | None, typer.Argument(metavar="GRAPH...", help="RDF files, also .gz, folders, patterns, or - for stdin.")
]
QueryText = Annotated[str | None, typer.Option("-q", "--query", metavar="SPARQL", help="The query.")]
QueryFile = Annotated[str | None, typer.Option("--file", metavar="FILE", help="A file with the query; - is stdin.")]
RecipeName = Annotated[
    str | None, typer.Option("--recipe", metavar="NAME", help="A query that is ready made; see --list.")
]
Parameters = Annotated[
    list[str] | None,
    typer.Option(
        "--param",
        metavar="NAME=VALUE",
        help='A value for ?NAME: wd:Q43, text, "text"@en, 2024-05, 5. May be repeated.',
    ),
]
Store = Annotated[
    str | None, typer.Option("--store", metavar="DIR|URL", help="A local store or a SPARQL endpoint to ask.")
]
StoreType = Annotated[
    str | None, typer.Option("--store-type", metavar="TYPE", help="What kind of store the URL is that of.")
]
Form = Annotated[
    str,
    typer.Option(
        "-f",
        "--format",
        metavar="FORMAT",
        help="table, csv, tsv, json or xml; for triples turtle, jsonld, ntriples or rdfxml.",
    ),
]
Timeout = Annotated[
    float | None, typer.Option("--timeout", metavar="SECONDS", help="Seconds to wait for the answer.", min=0.001)
]
Service = Annotated[
    bool, typer.Option("--service", help="Let SERVICE in the query ask other servers over the network.")
]
Show = Annotated[
    bool,
    typer.Option("--show", help="Print the SPARQL that would be asked, for any client; graphs tell whom names mean."),
]
_UNION = "# asked over the union of all graphs: in some stores an option of the server, see docs/stores.md"
ListRecipes = Annotated[
    bool, typer.Option("--list", help="Say which recipes there are, or with --recipe what it takes and tells.")
]


@app.command(
    short_help="Ask SPARQL, or a recipe, over exported graphs.",
    epilog="Examples: kgexport query out/*.ttl -q 'SELECT ?name WHERE { ?e a schema:Event ; schema:name ?name }' · "
    "kgexport query --store DIR --recipe who-met-whom --param who=Rama",
)
def query(
    graphs: Graphs = None,
    text: QueryText = None,
    file: QueryFile = None,
    recipe: RecipeName = None,
    param: Parameters = None,
    store: Store = None,
    store_type: StoreType = None,
    form: Form = "table",
    timeout: Timeout = None,
    service: Service = False,
    show: Show = False,
    list_recipes: ListRecipes = False,
) -> None:
    """Ask SPARQL over exported graphs; the prefixes schema:, kgx:, prov:, nif:, skos:, type:, wd: … are known."""
    with reporting():
        if list_recipes:
            from kgexport.rendering.recipes import one_recipe, recipe_list

            emit((one_recipe(recipe) if recipe else recipe_list()).encode())
            return
        _check_format(form)
        found, values = _asked(text, file, recipe, param or [])
        if show and not graphs and store is None:
            emit(_shown(found if isinstance(found, str) else found.query(values), values))
            return
        source = _source(graphs or [], store, store_type, service)
        asked, values = (found, values) if isinstance(found, str) else _meant(found, values, source, timeout)
        if show:
            emit(_shown(asked, values, source.prefixes))
            return
        with _pointing():
            answer = source.ask(asked, values, timeout)
        emit(_written(answer, form))


@contextmanager
def _pointing() -> Iterator[None]:
    """Show the place of a mistake in the query, below the line that tells it."""
    from kgexport.query.diagnosis import QueryError

    try:
        yield
    except QueryError as error:
        messages.error(str(error), place=error.pointer)
        if messages.log_format is LogFormat.TEXT:
            messages.info(error.pointer)
        raise typer.Exit(error.exit_code) from error


def _asked(
    text: str | None, file: str | None, recipe: str | None, param: list[str]
) -> tuple[str | Recipe, dict[str, Value]]:
    """The query or the recipe, and the values of its variables."""
    from kgexport.query.parameters import guessed, pairs

    given = pairs(param)
    if [text, file, recipe].count(None) != 2:
        raise InputError("give the query with one of --query, --file and --recipe (--list says which there are)")
    if recipe is not None:
        from kgexport.query.recipes import recipe as recipe_of

        found = recipe_of(recipe)
        return found, {**found.values(given)}
    return _query_text(text, file), {name: guessed(name, value) for name, value in given.items()}


def _meant(
    found: Recipe, values: dict[str, Value], source: Source, timeout: float | None
) -> tuple[str, dict[str, Value]]:
    """The recipe's query and its values once the source said who is meant by names; what is no whole name is told."""
    from kgexport.query.naming import resolved

    values, meanings = resolved(source, values, found.things, timeout)
    for meaning in meanings:
        if not meaning.things:
            messages.info(f"{meaning.parameter}={shown(meaning.name)}: nobody and nothing has this in its name")
        elif not meaning.whole:
            messages.info(f"{meaning.parameter}={shown(meaning.name)}: no whole name; taken for a part of one")
    return found.query(values), values


def _query_text(text: str | None, file: str | None) -> str:
    if text is not None:
        return text
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(str(file)).read_bytes()
        return data.decode("utf-8-sig")
    except (OSError, ValueError) as error:
        raise InputError(f"{file}: the query cannot be read ({getattr(error, 'strerror', None) or error})") from error


def _shown(asked: str, values: dict[str, Value], prefixes: Mapping[str, str] | None = None) -> bytes:
    """What is asked, whole, with what a client must know that is not in the query."""
    from kgexport.query.binding import bind
    from kgexport.query.tokens import declared
    from kgexport.vocabulary import PREFIXES

    text = declared(bind(asked, values).text, on_lines=True, prefixes=prefixes or PREFIXES)
    return f"{_UNION}\n{text.rstrip()}\n".encode()


def _source(graphs: list[str], store: str | None, store_type: str | None, service: bool) -> Source:
    from kgexport.query import StoreSource, load_graphs, local_store

    if (store is None) == (not graphs):
        raise InputError("say what to ask: files of graphs, or a store with --store DIR|URL, and not both")
    if store is None:
        return StoreSource(load_graphs(graphs), service)
    from kgexport.store.address import is_url

    if not is_url(store):
        if store_type is not None:
            raise InputError(f"--store-type is about a store at an address, but --store {store} is a folder")
        return local_store(Path(store), services=service)
    from kgexport.query.endpoint import Endpoint

    return Endpoint(store, store_type)


def _check_format(form: str) -> None:
    from kgexport.query import ResultFormat

    if form not in list(ResultFormat):
        raise UnknownNameError("result format", form, list(ResultFormat))


def _written(answer: Answer, form: str) -> bytes:
    from kgexport.query import ResultFormat, serialise

    if form != ResultFormat.TABLE:
        return serialise(answer, ResultFormat(form))
    from kgexport.rendering.table import as_table

    return as_table(answer, sys.stdout.isatty())

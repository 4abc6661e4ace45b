"""`kgexport load`: exported graphs into a triple store, one named graph an article."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgexport.cli.app import app
from kgexport.cli.console import reporting
from kgexport.errors import InputError

if TYPE_CHECKING:
    from kgexport.store.reading import Choice
    from kgexport.store.results import Action

Store = Annotated[
    str,
    typer.Option(
        metavar="URL|DIR",
        envvar="KGEXPORT_STORE",
        help="Address of a store, such as http://localhost:7878, or a folder for a store of your own.",
    ),
]
StoreType = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="oxigraph, fuseki, graphdb, rdf4j, virtuoso, blazegraph, stardog, qlever, neptune, graph-store or "
        "sparql-update; without it that is found out where possible.",
    ),
]
UseProtocol = Annotated[
    str, typer.Option("--protocol", metavar="NAME", help="graph-store or update, where a store has both; else auto.")
]
QueryUrl = Annotated[str | None, typer.Option(metavar="URL", help="Endpoint of queries, where it is another.")]
Append = Annotated[bool, typer.Option("--append", help="Add to the graphs instead of replacing them.")]
Delete = Annotated[bool, typer.Option("--delete", help="Remove the graphs of these articles from the store.")]
GraphName = Annotated[
    str | None, typer.Option("--graph", metavar="IRI", help="Name of the graph (one file without names only).")
]
Evidence = Annotated[bool, typer.Option("--evidence/--no-evidence", help="Load graphs of evidence too.")]
Jobs = Annotated[int, typer.Option(metavar="N", min=1, max=64, help="Graphs that are sent at the same time.")]
ChunkBytes = Annotated[
    int | None, typer.Option(metavar="N", min=1000, help="Bytes of one request at most, where a store has a limit.")
]
Retries = Annotated[int, typer.Option(metavar="N", min=0, help="How often a request is sent again.")]
RetryWait = Annotated[
    float, typer.Option(metavar="SECONDS", min=0, help="Before the first of these; doubled for each next one.")
]
Timeout = Annotated[float, typer.Option(metavar="SECONDS", min=0.01, help="To wait for an answer.")]
Resume = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Note there what is done, and leave out what it says was done."),
]
Verify = Annotated[bool, typer.Option("--verify", help="Read each graph back and compare it with the file.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be sent, and send nothing.")]


@app.command(
    short_help="Put exported graphs into a triple store.",
    epilog="Examples: kgexport load out/*.ttl --store http://localhost:7878 · kgexport load out --store mystore · "
    "kgexport load out/*.trig --store http://localhost:3030/news --resume news.jsonl --verify. Name and password come "
    "from KGEXPORT_STORE_USER and KGEXPORT_STORE_PASSWORD, a token from KGEXPORT_STORE_TOKEN, else both from netrc. "
    "Exit codes: 0 done; 2 wrong use, or a file that cannot be read; 3 the store failed.",
)
def load(
    graphs: Annotated[
        list[str], typer.Argument(metavar="GRAPH...", help="RDF files, folders, patterns, or - for stdin.")
    ],
    store: Store,
    store_type: StoreType = None,
    protocol: UseProtocol = "auto",
    query_url: QueryUrl = None,
    append: Append = False,
    delete: Delete = False,
    graph: GraphName = None,
    evidence: Evidence = True,
    jobs: Jobs = 4,
    chunk_bytes: ChunkBytes = None,
    retries: Retries = 5,
    retry_wait: RetryWait = 0.5,
    timeout: Timeout = 120.0,
    resume: Resume = None,
    verify: Verify = False,
    dry_run: DryRun = False,
) -> None:
    """Load articles into a store: each replaces its own named graph and no other, so loading twice changes nothing."""
    with reporting():
        from kgexport.cli.loading import Run
        from kgexport.store.inputs import Job
        from kgexport.store.limits import Limits
        from kgexport.store.opening import Where
        from kgexport.store.reading import graph_files
        from kgexport.store.retry import Retry

        files = graph_files(graphs)
        if graph is not None and len(files) > 1:
            raise InputError("--graph names one graph, but there are several files; load them one by one")
        job = Job(_action(append, delete), _choice(graph, evidence), jobs, verify, dry_run)
        where = Where(store, store_type, protocol, query_url)
        retry = Retry(retries, retry_wait, stopped=threading.Event())
        code = Run(where, Limits(jobs, timeout, chunk_bytes), retry, job, resume).load(files)
    raise typer.Exit(code)


def _action(append: bool, delete: bool) -> Action:
    from kgexport.store.results import Action

    if append and delete:
        raise InputError("--append and --delete are opposites; give one of them")
    return Action.APPEND if append else Action.DELETE if delete else Action.REPLACE


def _choice(graph: str | None, evidence: bool) -> Choice:
    from kgexport.store.naming import checked_iri
    from kgexport.store.reading import Choice

    return Choice(None if graph is None else checked_iri(graph), evidence)

"""`kgexport serve`: a local SPARQL endpoint with a query page over exported graphs."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from kgexport.cli.app import app
from kgexport.cli.console import emit, internal_error, messages, progress, reporting
from kgexport.cli.options import settings_of
from kgexport.errors import InputError, KgexportError

if TYPE_CHECKING:
    from kgexport.serve.contents import Contents
    from kgexport.store.results import Result


class _Stopped(BaseException):
    """Somebody wants the server to end: Ctrl-C, or a signal of a service manager or of a closed terminal."""


@app.command(
    short_help="A local SPARQL endpoint with a query page.",
    epilog="Examples: kgexport serve · kgexport serve out/*.trig · kgexport serve mystore --port 7878. The address is "
    "on stdout once the server answers; Ctrl-C ends it. Exit codes: 0 ended as wanted; 2 nothing to serve; 3 the port "
    "is busy, or the server failed.",
)
def serve(
    graphs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="DIR|GRAPH...", help="A store of `load --store DIR`, or RDF files, folders; default: out."
        ),
    ] = None,
    port: Annotated[int, typer.Option(metavar="N", help="Port on 127.0.0.1; 0 is a free one.")] = 0,
    evidence: Annotated[bool, typer.Option("--evidence/--no-evidence", help="Graphs of evidence too.")] = True,
) -> None:
    """Serve exported graphs, read-only, on this machine only, until Ctrl-C; a query without GRAPH sees all of them."""
    with reporting(), _until_stopped():
        from kgexport.serve.contents import contents
        from kgexport.serve.program import find_program
        from kgexport.serve.server import Server

        program = find_program()
        with (
            contents(graphs or [_default()], evidence, _tell) as found,
            Server(program, found.folder, port) as server,
        ):
            _present(server.address, found)
            server.wait()


@contextmanager
def _until_stopped() -> Iterator[None]:
    """End quietly when asked to, after whatever is open was closed; further signals do not disturb that."""
    wanted = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]

    def stop(number: int, frame: FrameType | None) -> None:
        for one in wanted:
            signal.signal(one, signal.SIG_IGN)
        raise _Stopped

    before = {one: signal.signal(one, stop) for one in wanted}
    try:
        yield
    except _Stopped:
        messages.info("stopped")
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _default() -> str:
    """Where `kgexport export` writes."""
    folder = settings_of({}).output
    if folder == "-" or not Path(folder).is_dir():
        raise InputError(f"nothing to serve: there is no folder {folder}; name graph files or the folder of a store")
    return folder


def _tell(result: Result) -> None:
    """Say what is wrong with a file; the others are served."""
    progress(f"loading {result.file} ")
    if isinstance(result.error, KgexportError):
        text = str(result.error)
        messages.error(text if text.startswith(result.file) else f"{result.file}: {text}", source=result.file)
    elif result.error is not None:
        internal_error(result.error, result.file)


def _present(address: str, found: Contents) -> None:
    """The address for programs on stdout; for people how to ask."""
    from kgexport.serve.asking import Guide

    guide = Guide(address, found.articles, found.schema_iri)
    messages.info(guide.as_text(links=sys.stderr is not None and sys.stderr.isatty()), **guide.as_record())
    emit(f"{address}/\n".encode())

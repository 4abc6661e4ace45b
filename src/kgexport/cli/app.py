"""The command `kgexport` itself: its name, its help, the options before a command."""

from __future__ import annotations

from typing import Annotated

import typer

from kgexport.cli.console import LogFormat, emit, messages

app = typer.Typer(
    name="kgexport",
    help="A news article in, a checked knowledge graph in schema.org terms out.",
    epilog="Exit codes: 0 done, 1 data does not conform, 2 wrong use or unreadable input, 3 network or store failed.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from kgexport import __version__

        emit(f"kgexport {__version__}\n".encode())
        raise typer.Exit


@app.callback()
def _common(
    log_format: Annotated[LogFormat, typer.Option(help="How messages on stderr are written.")] = LogFormat.TEXT,
    version: Annotated[
        bool, typer.Option("--version", help="Say the version and stop.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    messages.log_format = log_format

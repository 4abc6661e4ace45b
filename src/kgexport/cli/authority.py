"""`kgexport authority build`: names and identifiers from a dump."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgexport.cli.app import app
from kgexport.cli.console import emit, messages, progress, reporting
from kgexport.errors import InputError

if TYPE_CHECKING:
    from kgexport.authority.build import Counts

authority_app = typer.Typer(help="Names and identifiers of your own.", no_args_is_help=True)
app.add_typer(authority_app, name="authority", short_help="Make an authority of your own for --authority.")


@authority_app.command(
    "build",
    short_help="Make an authority file from a Wikidata dump or a SPARQL result.",
    epilog="Example: kgexport authority build latest-all.json.bz2 -o names.tsv --types Person --min-sitelinks 20",
)
def authority_build(
    source: Annotated[
        str,
        typer.Argument(metavar="SOURCE", help="A JSON dump (also .gz, .bz2), a SPARQL result (JSON, XML, CSV), or -."),
    ],
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE.tsv", help="What to write; - is stdout.")],
    types: Annotated[
        str, typer.Option(metavar="TYPE,…", help="Only these schema.org classes and those under them.")
    ] = "",
    min_sitelinks: Annotated[int, typer.Option(metavar="N", min=0, help="Pages it must have in the wikis.")] = 10,
    language: Annotated[str, typer.Option(metavar="CODE", help="Language of the names.")] = "en",
) -> None:
    """Read a source of any size in constant memory and write its things as a table that --authority reads."""
    with reporting():
        from kgexport.authority.build import Counts, Wanted, build
        from kgexport.export.writing import write_pieces_atomically

        if output != "-" and not output.endswith(".tsv"):
            raise InputError(f"{output}: what is written is a table with tabs; give a name that ends in .tsv")
        counts, names = Counts(), tuple(name.strip() for name in types.split(",") if name.strip())
        pieces = build(source, Wanted(names, min_sitelinks, language), counts, show_progress)
        if output == "-":
            for piece in pieces:
                emit(piece)
        else:
            write_pieces_atomically(Path(output), pieces)
        messages.info(f"{output}: {counts.text()}", output=output, **counts.as_record())


def show_progress(counts: Counts) -> None:
    """How far it is, on a terminal only."""
    progress(f"{counts.read:,} read, {counts.written:,} kept")

"""`kgexport view`: pages to look at, from articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kgexport.cli.app import app
from kgexport.cli.console import emit, guarded, messages, reporting
from kgexport.cli.options import (
    Articles,
    Authorities,
    Base,
    InputFormat,
    Linker,
    LinkOnline,
    Model,
    Published,
    Url,
    settings_of,
)

if TYPE_CHECKING:
    from kgexport.view.publish import Gallery

Output = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="DIR|FILE", help="Folder, a file that ends in .html, or - for stdout."),
]
Picture = Annotated[
    str | None,
    typer.Option(metavar="FILE", help="Write the graph's picture too: FILE.svg, or FILE.png (kgexport[picture])."),
]


@app.command(
    short_help="A page to look at: the article, its events, its graph.",
    epilog="Examples: kgexport view article.txt · kgexport view articles/ -o site · "
    "kgexport view article.txt -o - --picture graph.svg > article.html",
)
def view(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, http(s) URLs, or -.")],
    output: Output = None,
    picture: Picture = None,
    published: Published = None,
    url: Url = None,
    input_format: InputFormat = None,
    base: Base = None,
    model: Model = None,
    articles: Articles = None,
    linker: Linker = None,
    authorities: Authorities = None,
    link_online: LinkOnline = None,
) -> None:
    """Write one self-contained HTML page an article, DIR/{source stem}.html, and DIR/index.html over several."""
    with reporting():
        from kgexport.batch import Stated
        from kgexport.view.publish import Gallery

        settings = settings_of(locals())
        gallery = Gallery(settings, sources, picture, Stated(published, url, input_format))
        code = max(guarded(source, lambda where: _view_one(where, gallery)) for source in gallery.sources)
        index = gallery.finish()
        if index is not None:
            messages.info(f"{index}: the index over {len(gallery)} articles", files=[str(index)], articles=len(gallery))
    raise typer.Exit(code)


def _view_one(where: str, gallery: Gallery) -> int:
    """Make one page, say what is on it; the exit code."""
    from kgexport.rendering.summary import as_record, as_text

    done = gallery.view(where)
    if done.page:
        emit(done.page)
    record = as_record(done.where, done.result, done.files, evidence=True)
    messages.info(as_text(record), **record)
    if not done.report.conforms:
        messages.info(done.report.to_text(done.where))
    return 0 if done.report.conforms else 1

"""`kgexport inspect`: what was read and annotated, and by which rule."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from kgexport.cli.app import app
from kgexport.cli.console import emit, reporting
from kgexport.cli.options import (
    Articles,
    Authorities,
    InputFormat,
    Linker,
    LinkOnline,
    Model,
    Published,
    Url,
    settings_of,
)


class InspectFormat(StrEnum):
    """How annotations are written."""

    TEXT = "text"
    JSON = "json"


@app.command(
    short_help="Show what was read and found, and by which rule.", epilog="Example: kgexport inspect article.txt"
)
def inspect(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A file, an http(s) URL, or - for stdin.")],
    form: Annotated[InspectFormat, typer.Option("-f", "--format", help="How it is written.")] = InspectFormat.TEXT,
    events: Annotated[
        bool, typer.Option("--events", help="Only the events, each with the rules that gave it what it says.")
    ] = False,
    published: Published = None,
    url: Url = None,
    input_format: InputFormat = None,
    model: Model = None,
    articles: Articles = False,
    linker: Linker = None,
    authorities: Authorities = None,
    link_online: LinkOnline = None,
) -> None:
    """Show what was read and annotated, before any RDF: every thing with its words and the rule that found it."""
    with reporting():
        from kgexport.pipeline import annotate_article, read_article
        from kgexport.rendering.events import as_event_data, as_event_text
        from kgexport.rendering.inspection import as_data, as_text

        settings = settings_of(locals())
        found = annotate_article(read_article(source, published, url, input_format), settings)
        if form is InspectFormat.TEXT:
            text = as_event_text(found) if events else as_text(found)
        else:
            text = json.dumps(as_event_data(found) if events else as_data(found), ensure_ascii=False, indent=1)
        emit(text.encode() + b"\n")

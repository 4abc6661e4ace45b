"""Options that several commands take, and the settings they make."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from kgexport.settings import Settings

Published = Annotated[str | None, typer.Option(metavar="DATE", help="Date of publication, where the source has none.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Canonical URL of the article (one source only).")]
InputFormat = Annotated[str | None, typer.Option("--from", metavar="FORMAT", help="What the source is: text, html.")]
Base = Annotated[str | None, typer.Option(metavar="IRI", help="What the IRIs of entities begin with.")]
Model = Annotated[str | None, typer.Option(metavar="NAME|PATH", help="spaCy model.")]
Articles = Annotated[
    bool | None,
    typer.Option("--articles/--no-articles", help='Let the evidence of a name take in its article ("the Kremlin").'),
]
Linker = Annotated[str | None, typer.Option(metavar="NAME", help="Where identities come from: authority, none.")]
Authorities = Annotated[
    list[str] | None,
    typer.Option(
        "--authority", metavar="FILE", help="Your own names and identifiers: .tsv, .csv or SKOS .ttl; may be repeated."
    ),
]
LinkOnline = Annotated[
    bool | None,
    typer.Option("--link-online/--no-link-online", help="Ask Wikidata about what stays open; answers are kept."),
]
PageUrl = Annotated[
    str | None, typer.Option(metavar="URL", help="Page that the markup is for, if not the article's own (one source).")
]
Publisher = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who publishes the page, where the article names nobody.")
]
PublisherUrl = Annotated[str | None, typer.Option(metavar="URL", help="Home page of the publisher.")]
PublisherLogo = Annotated[str | None, typer.Option(metavar="URL", help="Picture of the publisher's logo.")]
Images = Annotated[
    list[str] | None,
    typer.Option("--image", metavar="URL", help="Picture of the article besides its own; may be repeated."),
]
AuthorUrls = Annotated[
    list[str] | None,
    typer.Option("--author-url", metavar="NAME=URL", help="Page about an author; may be repeated."),
]
Speakable = Annotated[
    list[str] | None,
    typer.Option(metavar="SELECTOR", help="CSS selector of what may be read aloud; may be repeated."),
]
MaxBytes = Annotated[
    int | None,
    typer.Option(metavar="N", help="Longest markup for a page; the least important is left out first, and named."),
]


def settings_of(parameters: Mapping[str, Any]) -> Settings:
    """The settings by flags, environment and files; raises InputError for one that cannot be used.

    `parameters` are those of a command: the ones that are called as a setting are flags, an empty list is none given.
    """
    from kgexport.settings import NAMES, load_settings

    flags = {name: parameters[name] for name in NAMES if name in parameters}
    given = {name: (tuple(value) or None) if isinstance(value, list) else value for name, value in flags.items()}
    return load_settings(given, os.environ, Path.cwd())

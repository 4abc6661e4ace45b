"""`kgexport export`, the main job: articles in, checked graphs out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kgexport.cli.app import app
from kgexport.cli.console import emit, guarded, messages, reporting
from kgexport.cli.options import (
    Articles,
    Authorities,
    AuthorUrls,
    Base,
    Images,
    InputFormat,
    Linker,
    LinkOnline,
    MaxBytes,
    Model,
    PageUrl,
    Published,
    Publisher,
    PublisherLogo,
    PublisherUrl,
    Speakable,
    Url,
    settings_of,
)

if TYPE_CHECKING:
    from kgexport.batch import Batch, Exported

Formats = Annotated[
    list[str] | None,
    typer.Option(
        "-f",
        "--format",
        metavar="FORMAT",
        help="turtle, jsonld, web-jsonld, ntriples, nquads or trig; may be repeated.",
    ),
]
Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="DIR", help="Folder to write to, or - for stdout.")
]
SchemaIri = Annotated[str | None, typer.Option(metavar="http|https", help="Namespace of schema.org terms.")]
Body = Annotated[bool | None, typer.Option("--body/--no-body", help="Put the article's text into the graph.")]
Evidence = Annotated[
    bool | None, typer.Option("--evidence/--no-evidence", help="Write the evidence (default: in TriG, N-Quads).")
]


@app.command(
    short_help="Articles in, checked graphs out: the main job.",
    epilog="Examples: kgexport export article.txt · kgexport export -f trig -o graphs *.html · "
    "kgexport export -f turtle -o - article.txt | less",
)
def export(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Files, http(s) URLs, or - for stdin.")],
    formats: Formats = None,
    output: Output = None,
    published: Published = None,
    url: Url = None,
    input_format: InputFormat = None,
    base: Base = None,
    model: Model = None,
    articles: Articles = None,
    linker: Linker = None,
    authorities: Authorities = None,
    link_online: LinkOnline = None,
    schema_iri: SchemaIri = None,
    body: Body = None,
    evidence: Evidence = None,
    page_url: PageUrl = None,
    publisher: Publisher = None,
    publisher_url: PublisherUrl = None,
    publisher_logo: PublisherLogo = None,
    images: Images = None,
    author_urls: AuthorUrls = None,
    speakable: Speakable = None,
    max_bytes: MaxBytes = None,
) -> None:
    """Read articles and write their graphs: DIR/{source stem}.{extension}, Turtle and JSON-LD unless told otherwise."""
    with reporting():
        from kgexport.batch import Batch, Stated

        settings = settings_of(locals())
        batch = Batch(settings, len(sources), Stated(published, url, input_format))
        code = max(guarded(source, lambda where: _export_one(where, batch)) for source in sources)
    raise typer.Exit(code)


def _export_one(where: str, batch: Batch) -> int:
    """Export one source, say what was found; its exit code."""
    done = batch.export(where)
    if batch.to_stdout:
        emit(done.data)
    _summarise(done, batch)
    return 0 if done.result.report.conforms else 1


def _summarise(done: Exported, batch: Batch) -> None:
    from kgexport.rendering.summary import as_record, as_text

    record = as_record(done.where, done.result, done.files, batch.with_evidence)
    messages.info(as_text(record), **record)
    for note in done.notes:
        messages.info(f"  note     {note}", source=done.where, message=note)
    if not done.result.report.conforms:
        messages.info(done.result.report.to_text(done.where))

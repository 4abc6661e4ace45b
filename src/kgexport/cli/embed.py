"""`kgexport embed`: puts the markup of an article into its web page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
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
from kgexport.errors import InputError

if TYPE_CHECKING:
    from kgexport.model import Source
    from kgexport.web.embed.work import Done, Embedder

Pages = Annotated[
    list[str],
    typer.Argument(metavar="PAGE...", help="HTML files, folders of them, or - for stdin (the page goes to stdout)."),
]
ArticleSource = Annotated[
    str | None,
    typer.Option("--source", metavar="SOURCE", help="Read the article from here, not from the page (one page)."),
]
GraphFile = Annotated[
    Path | None,
    typer.Option("--graph", metavar="FILE", help="Take the graph or web-jsonld that export wrote (one page)."),
]
Merge = Annotated[
    bool,
    typer.Option("--merge", help="Bring the page's own markup of the article under one @id; what it states wins."),
]
Check = Annotated[bool, typer.Option("--check", help="Write nothing; exit with 1 if a page is not up to date.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Write nothing; print what would change as a unified diff.")]
Backup = Annotated[bool, typer.Option("--backup", help="Keep each page that is changed as PAGE.bak.")]

_ALONE = "its identifier is another one, or a blank node, so that it stays a description of its own"


@app.command(
    short_help="Put the markup of an article into its web page.",
    epilog="Examples: kgexport embed page.html · kgexport embed --check site/ · kgexport embed --dry-run --merge "
    "page.html. Exit codes: 0 done (also with a warning about other markup); 1 --check found a page that is not up to "
    "date, or a graph does not conform; 2 wrong use, or a page that cannot be used; 3 network failed. The highest of "
    "all pages counts.",
)
def embed(
    pages: Pages,
    source: ArticleSource = None,
    graph: GraphFile = None,
    merge: Merge = False,
    check: Check = False,
    dry_run: DryRun = False,
    backup: Backup = False,
    published: Published = None,
    url: Url = None,
    base: Base = None,
    model: Model = None,
    articles: Articles = None,
    linker: Linker = None,
    authorities: Authorities = None,
    link_online: LinkOnline = None,
    page_url: PageUrl = None,
    publisher: Publisher = None,
    publisher_url: PublisherUrl = None,
    publisher_logo: PublisherLogo = None,
    images: Images = None,
    author_urls: AuthorUrls = None,
    speakable: Speakable = None,
    max_bytes: MaxBytes = None,
) -> None:
    """Insert the script id="kgexport" into pages, or replace it there; every other byte stays as it is."""
    with reporting():
        from kgexport.batch import Stated
        from kgexport.web.embed.work import Embedder, Origin

        settings = settings_of(locals())
        run = _Run(merge, check, dry_run, backup)
        found = run.find(pages)
        embedder = Embedder(settings, Stated(published, url), Origin(source, graph), len(found), merge)
        run.embed(found, embedder)
    raise typer.Exit(run.code)


@dataclass(slots=True)
class _Run:
    """One call of the command."""

    merge: bool
    check: bool
    dry_run: bool
    backup: bool
    code: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    def find(self, arguments: list[str]) -> list[str]:
        """The pages, each once; a folder that cannot be used does not lose the others."""
        from kgexport.web.embed.files import pages_of

        found: list[str] = []

        def add(argument: str) -> int:
            found.extend(pages_of(argument))
            return 0

        codes = [guarded(argument, add) for argument in arguments]
        self.code = max(codes)
        self.counts["failed"] = sum(code > 0 for code in codes)
        return list(dict.fromkeys(found))

    def embed(self, pages: list[str], embedder: Embedder) -> None:
        """Work on all pages; the outcome is said at the end where there are several."""
        for page in pages:
            self._finish(guarded(page, lambda where: self._one(where, embedder)))
        if self.counts.total() > 1:
            counts = {name: count for name, count in sorted(self.counts.items()) if count}
            said = ", ".join(f"{count} {name}" for name, count in counts.items())
            messages.info(f"{self.counts.total()} pages: {said}", pages=self.counts.total(), **counts)

    def _finish(self, code: int) -> None:
        self.code = max(self.code, code)
        self.counts["failed"] += code > 1

    def _one(self, where: str, embedder: Embedder) -> int:
        from kgexport.fetch import open_source

        page = open_source(where)
        done = embedder.embed(page)
        self._say(page, done)
        is_changed = done.embedded.page != page.body
        if self.dry_run and is_changed:
            _show_difference(page, done.embedded.page)
        elif not self.check and not self.dry_run:
            self._write(page, done.embedded.page)
        self.counts[self._outcome(done)] += 1
        conforms = done.report is None or done.report.conforms
        return 1 if not conforms or (self.check and is_changed) else 0

    def _outcome(self, done: Done) -> str:
        change = str(done.embedded.change)
        if change == "unchanged":
            return change
        return "not up to date" if self.check else f"would be {change}" if self.dry_run else change

    def _say(self, page: Source, done: Done) -> None:
        for one in done.embedded.duplicated:
            hint = "--merge brings both together" if one.can_be_merged else _ALONE
            warning = f"the page describes the article also as {one}; {_ALONE if self.merge else hint}"
            messages.info(f"{page.name}: warning: {warning}", source=page.name, warning=warning, line=one.line)
        for note in done.notes:
            messages.info(f"{page.name}: note: {note}", source=page.name, note=note)
        if done.report is not None and not done.report.conforms:
            messages.info(done.report.to_text(page.name))
        outcome = self._outcome(done)
        messages.info(f"{page.name}: {outcome}", source=page.name, outcome=outcome)

    def _write(self, page: Source, made: bytes) -> None:
        from kgexport.export.writing import write_atomically
        from kgexport.web.embed.files import keep_copy

        if page.file is None:
            emit(made)
        elif made != page.body:
            try:
                if page.file.read_bytes() != page.body:
                    raise InputError(f"{page.name} was changed by another program just now; embed again")
                if self.backup:
                    keep_copy(page.file, page.body)
            except OSError as error:
                raise InputError(f"{page.name} cannot be read again ({error.strerror}); check the folder") from error
            write_atomically(page.file, made)


def _show_difference(page: Source, made: bytes) -> None:
    from kgexport.web.embed.differences import unified_diff
    from kgexport.web.embed.units import page_codec

    name = "stdin" if page.file is None else page.name
    emit(unified_diff(page.body, made, name, page_codec(page.body)))

"""Makes the markup of pages and puts it into them, one after the other; knows no console and writes no file."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kgexport.batch import Stated
from kgexport.errors import InputError
from kgexport.fetch import open_source
from kgexport.iri import check_base
from kgexport.link import linker
from kgexport.model import Source
from kgexport.pipeline import at_page, open_authorities, process_article, read_opened
from kgexport.settings import Settings
from kgexport.web import PageSettings, web_profile
from kgexport.web.embed.graph_file import read_graph
from kgexport.web.embed.page import Embedded, embed, size_in, without_script

if TYPE_CHECKING:
    from kgexport.graph import ArticleGraph
    from kgexport.validate import Report

_HTML = ("text/html", "application/xhtml+xml")
_TEXT = frozenset({".txt", ".text", ".md", ".rst"})
_TAG = re.compile(rb"<[A-Za-z!?]")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the article is read from; neither: the page itself."""

    source: str | None = None
    """A path or URL of the article."""
    graph: Path | None = None
    """A file that `export` wrote."""


@dataclass(frozen=True, slots=True)
class Done:
    """One page."""

    embedded: Embedded
    report: Report | None
    """Whether the article's graph conforms; None where it came from a file, which `validate` is for."""
    notes: tuple[str, ...]


class Embedder:
    """Embeds by one set of settings. Raises InputError for what cannot work, before any work."""

    def __init__(self, settings: Settings, stated: Stated, origin: Origin, pages: int, merging: bool) -> None:
        self.settings, self.stated, self.origin, self.merging = settings, stated, origin, merging
        self.page_settings = PageSettings.of(settings)
        given = {
            "--url": stated.url,
            "--page-url": settings.page_url,
            "--source": origin.source,
            "--graph": origin.graph,
        }
        for option, value in given.items():
            if value and pages > 1:
                raise InputError(f"{option} is for one page, but there are several; embed them one by one")
        if origin.source and origin.graph:
            raise InputError("--source and --graph both say what the page is about; give one of them")
        check_base(settings.base)
        linker(settings.linker)
        open_authorities(settings)
        self._read = read_graph(origin.graph) if origin.graph else None

    def embed(self, page: Source) -> Done:
        """The page with its markup. Raises KgexportError."""
        _check_is_page(page)
        if isinstance(self._read, dict):
            return Done(self._embedded(page, self._read), None, ())
        if self._read is not None:
            return self._of_graph(page, self._read, None)
        result = process_article(at_page(self._article(page), self.settings.page_url), self.settings)
        return self._of_graph(page, result.graph, result.report)

    def _article(self, page: Source) -> Any:
        stated = self.stated
        if self.origin.source:
            return read_opened(open_source(self.origin.source), stated.published, stated.url, stated.reader)
        bare = replace(page, body=without_script(page.body, page.name))
        article = read_opened(bare, stated.published, stated.url, "html")
        if not article.headline:  # a list of links is no article, and markup that says it is counts as spam
            raise InputError(f"{page.name} has no headline, so it is taken for no article; give one with --source")
        return article

    def _of_graph(self, page: Source, graph: ArticleGraph, report: Report | None) -> Done:
        profile = web_profile(graph, self.page_settings, size_in(page.body, page.name))
        return Done(self._embedded(page, profile.data), report, tuple(profile.notes(graph)))

    def _embedded(self, page: Source, data: dict[str, Any]) -> Embedded:
        return embed(page.body, data, merging=self.merging, name=page.name)


def _check_is_page(page: Source) -> None:
    """Raises InputError for what is no HTML: a script in a plain text would spoil it."""
    is_html = page.media_type in _HTML
    is_like_html = page.media_type == "text/plain" and _TAG.search(page.body.replace(b"\0", b"")) is not None
    is_text = page.file is not None and page.file.suffix.lower() in _TEXT
    if not is_html and (is_text or not is_like_html):
        raise InputError(f"{page.name} is no HTML page; give the page, and the article's text with --source")

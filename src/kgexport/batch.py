"""Exports many sources, one after the other, into a folder or as bytes; knows no console, so programs can use it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kgexport.errors import InputError
from kgexport.export import WEB_JSONLD, Format, by_name, export_graph, write_atomically
from kgexport.fetch import open_source
from kgexport.iri import check_base
from kgexport.link import linker
from kgexport.pipeline import Result, at_page, open_authorities, process_article, read_opened
from kgexport.settings import Settings
from kgexport.web import PageSettings, web_profile


@dataclass(frozen=True, slots=True)
class Stated:
    """What the user says about a source."""

    published: str | None = None
    """Date of publication: `2024-10-10`, or less or more precise."""
    url: str | None = None
    """Canonical URL."""
    reader: str | None = None
    """Name of the reader, where the source does not tell what it is."""


@dataclass(frozen=True, slots=True)
class Exported:
    """One source that was exported."""

    where: str
    result: Result
    files: tuple[Path, ...]
    """What was written; none where the output is stdout."""
    data: bytes
    """The graph in the one format of stdout; empty where files were written."""
    notes: tuple[str, ...] = ()
    """What the user should know of it, a line each."""


class Batch:
    """Exports sources by one set of settings. Raises InputError for settings that cannot work, before any work."""

    def __init__(self, settings: Settings, sources: int, stated: Stated | None = None) -> None:
        self.settings = settings
        self.stated = stated or Stated()
        self.to_stdout = settings.output == "-"
        self.formats = self._formats(sources)
        self._written: dict[Path, str] = {}
        self._check(sources)

    @property
    def with_evidence(self) -> bool:
        """Whether any output carries the evidence."""
        if self.settings.evidence is None:
            return any(form.evidence for form in self.formats)
        return self.settings.evidence

    def _formats(self, sources: int) -> list[Format]:
        names = self.settings.formats or (("turtle",) if self.to_stdout else ("turtle", "jsonld"))
        formats = list({found.name: found for found in map(by_name, names)}.values())
        if self.to_stdout and len(formats) > 1:
            raise InputError("stdout takes one format; give one --format, or a folder with --output")
        if self.to_stdout and sources > 1 and formats[0].media_type == WEB_JSONLD.media_type:
            raise InputError("several JSON-LD documents cannot share stdout; give a folder with --output")
        return formats

    def _check(self, sources: int) -> None:
        """What would otherwise fail only after an article has been annotated."""
        if self.stated.url is not None and sources > 1:
            raise InputError("--url names one article, but there are several sources; export them one by one")
        if self.settings.page_url and sources > 1:
            raise InputError("--page-url is the page of one article, but there are several sources")
        PageSettings.of(self.settings)
        check_base(self.settings.base)
        linker(self.settings.linker)
        open_authorities(self.settings)
        folder = Path(self.settings.output)
        if not self.to_stdout and folder.exists() and not folder.is_dir():
            raise InputError(f"{folder} is no folder to write to; choose one with --output")

    def export(self, where: str) -> Exported:
        """Export one source. Raises KgexportError; files that are there stay whole."""
        source = open_source(where)
        paths = [] if self.to_stdout else self._paths(source.stem, where)
        article = read_opened(source, self.stated.published, self.stated.url, self.stated.reader)
        result = process_article(at_page(article, self.settings.page_url), self.settings)
        notes: list[str] = []
        made = [self._made(result, form, notes) for form in self.formats]
        if self.to_stdout:
            return Exported(where, result, (), made[0], tuple(notes))
        self._write(paths, made)
        self._written.update(dict.fromkeys(paths, where))
        return Exported(where, result, tuple(paths), b"", tuple(notes))

    def _made(self, result: Result, form: Format, notes: list[str]) -> bytes:
        """The graph in one format; what the user should know of it goes to the notes."""
        if form is not WEB_JSONLD:
            return export_graph(result.graph, form, self.settings.evidence)
        profile = web_profile(result.graph, PageSettings.of(self.settings))
        notes += profile.notes(result.graph)
        return f"{profile.text}\n".encode()

    def _paths(self, stem: str, where: str) -> list[Path]:
        paths = [Path(self.settings.output) / (stem + form.extension) for form in self.formats]
        for path in paths:
            if path in self._written:
                raise InputError(f"{where}: {path} was just written for {self._written[path]}; use another --output")
        return paths

    def _write(self, paths: Sequence[Path], made: Sequence[bytes]) -> None:
        folder = Path(self.settings.output)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f"{folder}: no folder to write to ({error.strerror}); choose one with --output") from error
        for path, data in zip(paths, made, strict=True):
            write_atomically(path, data)

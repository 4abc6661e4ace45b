"""Makes the pages of many sources, one after the other, and the index over them; knows no console.

What can be known to fail fails before any article is read; each file is written whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kgexport.batch import Stated
from kgexport.errors import InputError, MissingExtraError, UnknownNameError
from kgexport.export import write_atomically
from kgexport.fetch import open_source
from kgexport.graph import ArticleGraph
from kgexport.iri import check_base
from kgexport.link import linker
from kgexport.pipeline import Result, open_authorities, process_article, read_opened
from kgexport.settings import Settings
from kgexport.validate import Report, Verdict, validate_triples
from kgexport.validate.namespaces import in_http
from kgexport.view.index import Entry, entry_of, index_page
from kgexport.view.page import view_page
from kgexport.view.picture import graph_picture, has_renderer, png_of

ARTICLE_EXTENSIONS = (".txt", ".html", ".htm", ".xhtml")
"""What is taken from a folder; a file that is named itself may be called anything."""
PICTURE_EXTENSIONS = (".svg", ".png")
INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Viewed:
    """One source that was made a page of."""

    where: str
    result: Result
    report: Report
    """What the page says of the graph: the profile's verdict and that of schema.org's own rules."""
    files: tuple[Path, ...]
    page: bytes
    """The page, where it is for stdout; else empty."""


def sources_of(named: Sequence[str]) -> tuple[str, ...]:
    """The sources with the articles of each folder in its place. Raises InputError for a folder without any."""
    found: list[str] = []
    for where in named:
        folder = Path(where)
        if where in ("", "-") or not folder.is_dir():
            found.append(where)
            continue
        inside = sorted(str(path) for path in folder.iterdir() if _is_article(path))
        if not inside:
            raise InputError(f"{where}: no article in this folder ({', '.join(ARTICLE_EXTENSIONS)}); name its files")
        found += inside
    return tuple(found)


def _is_article(path: Path) -> bool:
    return path.suffix.lower() in ARTICLE_EXTENSIONS and not path.name.startswith(".") and path.is_file()


class Gallery:
    """Pages by one set of settings. Raises InputError for what cannot work, before any work."""

    def __init__(
        self, settings: Settings, named: Sequence[str], picture: str | None = None, stated: Stated | None = None
    ) -> None:
        self.settings = settings
        self.stated = stated or Stated()
        self.sources = sources_of(named)
        self.picture = Path(picture) if picture is not None else None
        self.with_index = len(self.sources) > 1 or self.sources != tuple(named)
        self.to_stdout = settings.output == "-"
        self._single = Path(settings.output) if settings.output.lower().endswith((".html", ".htm")) else None
        self._protected = {path.resolve(): where for where in self.sources if (path := Path(where)).exists()}
        self._written: dict[Path, str] = {}
        self._entries: list[Entry] = []
        self._check()

    def _check(self) -> None:
        several = len(self.sources) > 1 or self.with_index
        if several and (self.to_stdout or (self._single and not self._single.is_dir())):
            raise InputError("several pages need a folder to be written to; choose one with --output")
        if self.stated.url is not None and several:
            raise InputError("--url names one article, but there are several sources; view them one by one")
        if self.picture is not None:
            self._check_picture(self.picture, several)
        check_base(self.settings.base)
        linker(self.settings.linker)
        open_authorities(self.settings)
        folder = self._folder
        if not self.to_stdout and folder.exists() and not folder.is_dir():
            raise InputError(f"{folder} is no folder to write to; choose one with --output")

    def _check_picture(self, picture: Path, several: bool) -> None:
        if several:
            raise InputError("--picture is of one article, but there are several sources; view them one by one")
        if picture.suffix.lower() not in PICTURE_EXTENSIONS:
            raise UnknownNameError(f"kind of picture in --picture {picture}:", picture.suffix, PICTURE_EXTENSIONS)
        if picture.suffix.lower() == ".png" and not has_renderer():
            raise MissingExtraError("a picture as PNG", "kgexport[picture]")

    @property
    def _folder(self) -> Path:
        if self._single and not self._single.is_dir():
            return self._single.parent
        return Path(self.settings.output)

    def view(self, where: str) -> Viewed:
        """Make the page of one source. Raises KgexportError; files that are there stay whole."""
        source = open_source(where)
        page = None if self.to_stdout else self._path(source.stem, where)
        article = read_opened(source, self.stated.published, self.stated.url, self.stated.reader)
        result = process_article(article, self.settings)
        report = _judged(result)
        data = view_page(article, result.annotations, result.graph, report)
        files = [] if page is None else [page]
        if page is not None:
            self._write(page, data, where)
            self._entries.append(entry_of(page.name, article, result.graph, report))
        if self.picture is not None:
            files.append(self.picture)
            self._write(self.picture, _picture(result.graph, self.picture), where)
        return Viewed(where, result, report, tuple(files), data if page is None else b"")

    def __len__(self) -> int:
        """How many pages were made."""
        return len(self._entries)

    def finish(self) -> Path | None:
        """Write the index over the pages that were made, where there is to be one; where it is."""
        if not self.with_index or not self._entries:
            return None
        path = self._folder / INDEX
        self._write(path, index_page(self._entries), "the index")
        return path

    def _path(self, stem: str, where: str) -> Path:
        if self._single and not self._single.is_dir():
            return self._free(self._single, where)
        name = f"{stem}.html" if not (self.with_index and f"{stem}.html" == INDEX) else "index-article.html"
        return self._free(self._folder / name, where)

    def _free(self, path: Path, where: str) -> Path:
        """The path, if it is no source and was not written before."""
        if path in self._written:
            raise InputError(f"{where}: {path} was just written for {self._written[path]}; use another --output")
        if path.resolve() in self._protected:
            raise InputError(f"{where}: its page would replace the source {path}; use another --output")
        return path

    def _write(self, path: Path, data: bytes, where: str) -> None:
        self._free(path, where)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = f"no folder to write to ({error.strerror}); choose one with --output"
            raise InputError(f"{path.parent}: {reason}") from error
        write_atomically(path, data)
        self._written[path] = where


def _judged(result: Result) -> Report:
    """The verdict of the profile that every article gets, and schema.org's beside it; the worst findings first."""
    spec = validate_triples(map(in_http, result.graph.knowledge), (Verdict.SPEC,))
    return _joined((result.report, spec))


def _joined(reports: Iterable[Report]) -> Report:
    every = tuple(reports)
    findings = [finding for report in every for finding in report.findings]
    verdicts = tuple(sorted({verdict for report in every for verdict in report.verdicts}))
    return Report.of(findings, max(report.focus_count for report in every), verdicts)


def _picture(graph: ArticleGraph, path: Path) -> bytes:
    drawn = graph_picture(graph)
    return png_of(drawn) if path.suffix.lower() == ".png" else drawn

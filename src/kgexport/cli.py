"""The command line: the only place that prints or sets an exit code; every heavy import happens inside a command.

Data goes to stdout, everything else to stderr. Exit codes: 0 done · 1 the data does not conform · 2 wrong use or
unreadable input · 3 the outside world failed · 70 an error in kgexport itself (please report it).
"""

from __future__ import annotations

import json
import logging
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kgexport.errors import InputError, KgexportError

if TYPE_CHECKING:
    from kgexport.authority.build import Counts
    from kgexport.export import Format
    from kgexport.pipeline import Result
    from kgexport.settings import Settings

INTERNAL_ERROR = 70
"""`EX_SOFTWARE` of sysexits.h."""

app = typer.Typer(
    name="kgexport",
    help="A news article in, a checked knowledge graph in schema.org terms out.",
    epilog="Exit codes: 0 done, 1 data does not conform, 2 wrong use or unreadable input, 3 network or store failed.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class LogFormat(StrEnum):
    """How messages on stderr are written."""

    TEXT = "text"
    JSON = "json"


class _Messages:
    """Messages on stderr, for people or as one JSON object a line."""

    log_format = LogFormat.TEXT

    def error(self, text: str, **fields: Any) -> None:
        """One line that says what went wrong."""
        self._write("error", f"kgexport: {' '.join(text.split())}", {"message": text, **fields})

    def info(self, text: str, **fields: Any) -> None:
        """What was done."""
        self._write("info", text, fields or {"message": text})

    def _write(self, level: str, text: str, fields: dict[str, Any]) -> None:
        if self.log_format is LogFormat.JSON:
            text = json.dumps({"level": level, **fields}, ensure_ascii=False)
        print(text, file=sys.stderr)  # noqa: T201


_messages = _Messages()


def main() -> None:
    """The entry point of the command `kgexport`."""
    logging.basicConfig(level=logging.ERROR, format="kgexport: %(name)s: %(message)s")  # not the warnings of libraries
    try:
        app()
    except Exception as error:  # noqa: BLE001 - users get a line, and the code says that the error is ours
        sys.exit(_internal_error(error))


def _internal_error(error: Exception, source: str | None = None) -> int:
    """Say that the program is at fault, and where; the exit code."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(where.filename).name}:{where.lineno}"
    about = f"{source}: " if source else ""
    _messages.error(f"{about}internal error in {place} ({type(error).__name__}: {error}); please report it")
    if os.environ.get("KGEXPORT_TRACEBACK"):
        traceback.print_exception(error)
    return INTERNAL_ERROR


@contextmanager
def _reporting() -> Iterator[None]:
    """Turn an error that is meant for the user into its line and its exit code."""
    try:
        yield
    except KgexportError as error:
        _messages.error(str(error))
        raise typer.Exit(error.exit_code) from error


def _emit(data: bytes) -> None:
    """Write data to stdout; ends the process where its reader has gone, as in `kgexport … | head`."""
    if sys.stdout is None:
        raise InputError("stdout is closed; give a folder with --output")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python fails again when it closes stdout
        if isinstance(error, BrokenPipeError):
            sys.exit(0)
        raise InputError(f"cannot write to stdout ({error.strerror}); give a folder with --output") from error


def _show_version(wanted: bool) -> None:
    if wanted:
        from kgexport import __version__

        _emit(f"kgexport {__version__}\n".encode())
        raise typer.Exit


@app.callback()
def _common(
    log_format: Annotated[LogFormat, typer.Option(help="How messages on stderr are written.")] = LogFormat.TEXT,
    version: Annotated[
        bool, typer.Option("--version", help="Say the version and stop.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    _messages.log_format = log_format


Published = Annotated[str | None, typer.Option(metavar="DATE", help="Date of publication, where the source has none.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Canonical URL of the article (one source only).")]
InputFormat = Annotated[str | None, typer.Option("--from", metavar="FORMAT", help="What the source is: text, html.")]
Base = Annotated[str | None, typer.Option(metavar="IRI", help="What the IRIs of entities begin with.")]
Model = Annotated[str | None, typer.Option(metavar="NAME|PATH", help="spaCy model.")]
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


@app.command(
    short_help="Articles in, checked graphs out: the main job.",
    epilog="Examples: kgexport export article.txt · kgexport export -f trig -o graphs *.html · "
    "kgexport export -f turtle -o - article.txt | less",
)
def export(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help="Files, http(s) URLs, or - for stdin.")],
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "-f", "--format", metavar="FORMAT", help="turtle, jsonld, ntriples, nquads or trig; may be repeated."
        ),
    ] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="DIR", help="Folder to write to, or - for stdout.")
    ] = None,
    published: Published = None,
    url: Url = None,
    input_format: InputFormat = None,
    base: Base = None,
    model: Model = None,
    linker: Linker = None,
    authority: Authorities = None,
    link_online: LinkOnline = None,
    schema_iri: Annotated[str | None, typer.Option(metavar="http|https", help="Namespace of schema.org terms.")] = None,
    body: Annotated[
        bool | None, typer.Option("--body/--no-body", help="Put the article's text into the graph.")
    ] = None,
    evidence: Annotated[
        bool | None, typer.Option("--evidence/--no-evidence", help="Write the evidence (default: in TriG, N-Quads).")
    ] = None,
) -> None:
    """Read articles and write their graphs: DIR/{source stem}.{extension}, Turtle and JSON-LD unless told otherwise."""
    with _reporting():
        settings = _settings(
            output=output,
            formats=tuple(formats) if formats else None,
            base=base,
            model=model,
            linker=linker,
            authorities=tuple(authority) if authority else None,
            link_online=link_online,
            schema_iri=schema_iri,
            body=body,
            evidence=evidence,
        )
        if url is not None and len(sources) > 1:
            raise InputError("--url names one article, but there are several sources; export them one by one")
        outputs = _formats(settings, len(sources))
        _check_before_work(settings)
        export_one = _Exporting(settings, outputs, published, url, input_format)
        code = max(_guarded(source, export_one) for source in sources)
    raise typer.Exit(code)


def _settings(**flags: Any) -> Settings:
    from kgexport.settings import load_settings

    return load_settings(flags, os.environ, Path.cwd())


def _formats(settings: Settings, sources: int) -> list[Format]:
    """The formats to write, checked before any work is done."""
    from kgexport.export import by_name

    to_stdout = settings.output == "-"
    names = settings.formats or (("turtle",) if to_stdout else ("turtle", "jsonld"))
    formats = list({found.name: found for found in map(by_name, names)}.values())
    if to_stdout and len(formats) > 1:
        raise InputError("stdout takes one format; give one --format, or a folder with --output")
    if to_stdout and sources > 1 and formats[0].name == "jsonld":
        raise InputError(
            "several JSON-LD documents cannot share stdout; give a folder with --output, or another format"
        )
    return formats


def _check_before_work(settings: Settings) -> None:
    """What would otherwise fail only after an article has been annotated."""
    from kgexport.iri import check_base
    from kgexport.link import linker
    from kgexport.pipeline import open_authorities

    check_base(settings.base)
    linker(settings.linker)
    open_authorities(settings)
    if settings.output != "-" and Path(settings.output).exists() and not Path(settings.output).is_dir():
        raise InputError(f"{settings.output} is no folder to write to; choose one with --output")


def _guarded(source: str, export_one: Callable[[str], int]) -> int:
    """Export one source; whatever happens to it, the others are not lost. Its exit code."""
    try:
        return export_one(source)
    except KgexportError as error:
        _messages.error(str(error), source=source)
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - the batch goes on; the code says that the error is ours
        return _internal_error(error, source)


class _Exporting:
    """Exports sources one after the other, and remembers which files it wrote."""

    def __init__(
        self, settings: Settings, formats: list[Format], published: str | None, url: str | None, reader: str | None
    ) -> None:
        self.settings, self.formats = settings, formats
        self.stated = (published, url, reader)
        self.written: dict[Path, str] = {}

    def __call__(self, where: str) -> int:
        """Export one source; its exit code. Raises KgexportError."""
        from kgexport.fetch import open_source
        from kgexport.pipeline import process_article, read_opened

        source = open_source(where)
        paths = self._paths(source.stem, where)
        result = process_article(read_opened(source, *self.stated), self.settings)
        self._write(result, paths)
        self._summarise(where, result, paths)
        return 0 if result.report.conforms else 1

    def _paths(self, stem: str, where: str) -> list[Path]:
        if self.settings.output == "-":
            return []
        paths = [Path(self.settings.output) / (stem + form.extension) for form in self.formats]
        for path in paths:
            if path in self.written:
                raise InputError(f"{where}: {path} was just written for {self.written[path]}; use another --output")
        return paths

    def _write(self, result: Result, paths: list[Path]) -> None:
        from kgexport.export import export_graph
        from kgexport.export.writing import write_atomically

        made = [export_graph(result.graph, form, self.settings.evidence) for form in self.formats]
        if not paths:
            _emit(made[0])
        else:
            _make_folder(Path(self.settings.output))
        for path, data in zip(paths, made, strict=bool(paths)):
            write_atomically(path, data)

    def _summarise(self, where: str, result: Result, paths: list[Path]) -> None:
        from kgexport.rendering.summary import as_record, as_text

        self.written.update(dict.fromkeys(paths, where))
        evidence = self.settings.evidence or any(form.evidence for form in self.formats)
        record = as_record(where, result, paths, evidence)
        _messages.info(as_text(record), **record)
        if not result.report.conforms:
            _messages.info(result.report.to_text(where))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}: no folder to write to ({error.strerror}); choose one with --output") from error


authority_app = typer.Typer(help="Names and identifiers of your own.", no_args_is_help=True)
app.add_typer(authority_app, name="authority", short_help="Make an authority of your own for --authority.")


@authority_app.command(
    "build",
    short_help="Make an authority file from a Wikidata dump or a SPARQL result.",
    epilog="Example: kgexport authority build latest-all.json.bz2 -o names.tsv --types Person --min-sitelinks 20",
)
def authority_build(
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="A JSON dump (also .gz, .bz2), a SPARQL result (JSON, CSV), or -.")
    ],
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE.tsv", help="What to write; - is stdout.")],
    types: Annotated[
        str, typer.Option(metavar="TYPE,…", help="Only these schema.org classes and those under them.")
    ] = "",
    min_sitelinks: Annotated[int, typer.Option(metavar="N", min=0, help="Pages it must have in the wikis.")] = 10,
    language: Annotated[str, typer.Option(metavar="CODE", help="Language of the names.")] = "en",
) -> None:
    """Read a source of any size in constant memory and write its things as a table that --authority reads."""
    with _reporting():
        from kgexport.authority.build import Counts, Wanted, build
        from kgexport.export.writing import write_pieces_atomically

        if output != "-" and not output.endswith(".tsv"):
            raise InputError(f"{output}: what is written is a table with tabs; give a name that ends in .tsv")
        counts, names = Counts(), tuple(name.strip() for name in types.split(",") if name.strip())
        pieces = build(source, Wanted(names, min_sitelinks, language), counts, _progress)
        if output == "-":
            for piece in pieces:
                _emit(piece)
        else:
            write_pieces_atomically(Path(output), pieces)
        _messages.info(f"{output}: {counts.text()}", output=output, **counts.as_record())


def _progress(counts: Counts) -> None:
    """One line that changes, on a terminal only."""
    if sys.stderr is not None and sys.stderr.isatty() and _messages.log_format is LogFormat.TEXT:
        print(f"\r{counts.read:,} read, {counts.written:,} kept", end="\r", file=sys.stderr, flush=True)  # noqa: T201


class ReportFormat(StrEnum):
    """How a validation report is written."""

    TEXT = "text"
    JSON = "json"
    TURTLE = "turtle"
    SARIF = "sarif"


@app.command(short_help="Check graphs against the shapes.", epilog="Example: kgexport validate out/*.ttl")
def validate(
    graphs: Annotated[list[Path], typer.Argument(metavar="GRAPH", help="RDF files: .ttl .jsonld .nt .nq .trig")],
    report_format: Annotated[
        ReportFormat, typer.Option("-f", "--format", help="How the report is written.")
    ] = ReportFormat.TEXT,
) -> None:
    """Check graphs against the shapes; a graph with nothing to check does not pass."""
    from kgexport.validate import render, validate_file

    def check(path: str) -> int:
        report = validate_file(Path(path))
        _emit(render(report, report_format.value, path).rstrip("\n").encode() + b"\n")
        return 0 if report.conforms else 1

    with _reporting():
        code = max(_guarded(str(path), check) for path in graphs)
    raise typer.Exit(code)


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
    published: Published = None,
    url: Url = None,
    input_format: InputFormat = None,
    model: Model = None,
    linker: Linker = None,
    authority: Authorities = None,
    link_online: LinkOnline = None,
) -> None:
    """Show what was read and annotated, before any RDF: every thing with its words and the rule that found it."""
    with _reporting():
        from kgexport.pipeline import annotate_article, read_article
        from kgexport.rendering.inspection import as_data, as_text

        settings = _settings(
            model=model,
            linker=linker,
            authorities=tuple(authority) if authority else None,
            link_online=link_online,
        )
        found = annotate_article(read_article(source, published, url, input_format), settings)
        text = (
            as_text(found) if form is InspectFormat.TEXT else json.dumps(as_data(found), ensure_ascii=False, indent=1)
        )
        _emit(text.encode() + b"\n")


@app.command(
    short_help="Ask SPARQL over exported graphs.",
    epilog="Example: kgexport query out/*.ttl -q 'SELECT ?name WHERE { ?e a schema:Event ; schema:name ?name }'",
)
def query(
    graphs: Annotated[list[Path], typer.Argument(metavar="GRAPH", help="RDF files: .ttl .jsonld .nt .nq .trig")],
    text: Annotated[str | None, typer.Option("-q", "--query", metavar="SPARQL", help="The query.")] = None,
    file: Annotated[
        str | None, typer.Option("--file", metavar="FILE", help="A file with the query; - is stdin.")
    ] = None,
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="FORMAT", help="table, csv, tsv, json, xml or turtle.")
    ] = "table",
) -> None:
    """Ask SPARQL over exported graphs; the prefixes schema:, kgx:, prov:, nif:, skos:, type:, wd: … are known."""
    with _reporting():
        from kgexport.query import ResultFormat, ask, load_graphs, serialise

        if form not in list(ResultFormat):
            from kgexport.errors import UnknownNameError

            raise UnknownNameError("result format", form, list(ResultFormat))
        answer = ask(load_graphs(graphs), _query_text(text, file))
        if form == ResultFormat.TABLE:
            from kgexport.rendering.table import as_table

            _emit(as_table(answer, sys.stdout.isatty()))
        else:
            _emit(serialise(answer, ResultFormat(form)))


def _query_text(text: str | None, file: str | None) -> str:
    if (text is None) == (file is None):
        raise InputError("give the query either with --query or with --file")
    if text is not None:
        return text
    try:
        return sys.stdin.read() if file == "-" else Path(str(file)).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: the query cannot be read ({getattr(error, 'strerror', None) or error})") from error

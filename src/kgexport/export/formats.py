"""The table of formats: the one place that knows names, media types, extensions and exporters; spells no syntax."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from pyoxigraph import RdfFormat

from kgexport.errors import UnknownNameError
from kgexport.export.base import Exporter
from kgexport.export.jsonld import JsonLdExporter
from kgexport.export.lines import NQuadsExporter, NTriplesExporter
from kgexport.export.page import PageExporter
from kgexport.export.turtle import TrigExporter, TurtleExporter
from kgexport.graph import ArticleGraph


@dataclass(frozen=True, slots=True)
class Format:
    """A format that kgexport writes."""

    name: str
    """As users type it: `turtle`."""
    label: str
    """As it is called: `Turtle`."""
    media_type: str
    extension: str
    """With its dot: `.ttl`."""
    datasets: bool
    """Whether it holds named graphs."""
    evidence: bool
    """Whether it carries the evidence unless told otherwise."""
    exporter: Exporter
    aliases: tuple[str, ...] = ()
    """Other names that users type."""

    @property
    def rdf_format(self) -> RdfFormat:
        """What pyoxigraph calls it, to read it with."""
        found = RdfFormat.from_media_type(self.media_type)
        if found is None:
            raise UnknownNameError("format of pyoxigraph", self.media_type, ())
        return found


FORMATS: tuple[Format, ...] = (
    Format("turtle", "Turtle", "text/turtle", ".ttl", False, False, TurtleExporter(), ("ttl",)),
    Format("jsonld", "JSON-LD", "application/ld+json", ".jsonld", False, False, JsonLdExporter(), ("json-ld",)),
    Format(
        "ntriples", "N-Triples", "application/n-triples", ".nt", False, False, NTriplesExporter(), ("nt", "n-triples")
    ),
    Format("nquads", "N-Quads", "application/n-quads", ".nq", True, True, NQuadsExporter(), ("nq", "n-quads")),
    Format("trig", "TriG", "application/trig", ".trig", True, True, TrigExporter()),
)
"""Every format that holds a whole graph, the first being the one that is written if none is named."""

WEB_JSONLD = Format(
    "web-jsonld", "JSON-LD for pages", "application/ld+json", ".web.jsonld", False, False, PageExporter(), ("web",)
)
"""The markup for a page: a part of the graph, in schema.org's own context."""


def by_name(name: str) -> Format:
    """The format of a name or alias, in any case; raises UnknownNameError."""
    known = {word: item for item in (*FORMATS, WEB_JSONLD) for word in (item.name, *item.aliases)}
    return _look_up("format", name, known, name.strip())


def by_extension(path: str | PurePath) -> Format:
    """The format of a file name, a path or an extension with its dot (`a/b.ttl`, `.ttl`); raises UnknownNameError."""
    name = PurePath(path).name
    extension = PurePath(name).suffix or name
    return _look_up("file extension", extension, {item.extension: item for item in FORMATS}, extension)


def by_media_type(media_type: str) -> Format:
    """The format of a media type, parameters such as `; charset=utf-8` aside; raises UnknownNameError."""
    essence = media_type.partition(";")[0].strip()
    return _look_up("media type", media_type, {item.media_type: item for item in FORMATS}, essence)


def export_graph(graph: ArticleGraph, format: str | Format, evidence: bool | None = None) -> bytes:  # noqa: A002
    """The graph in a format; `evidence` None leaves it to the format. Raises UnknownNameError for an unknown format."""
    chosen = by_name(format) if isinstance(format, str) else format
    return chosen.exporter.export(graph, chosen.evidence if evidence is None else evidence)


def _look_up(kind: str, asked: str, table: dict[str, Format], key: str) -> Format:
    found = table.get(key.lower())
    if found is None:
        raise UnknownNameError(kind, asked, table)
    return found

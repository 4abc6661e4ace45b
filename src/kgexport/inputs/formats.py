"""Which format a graph is in, by its extension, by what a server says or by its first bytes; parses nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from pyoxigraph import RdfFormat

HEAD = 1 << 16
"""How many of the first bytes are looked at."""
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a graph down."""

    label: str
    """What messages call it."""
    rdf: RdfFormat | None
    """The parser; None for web pages, in which the graph is embedded."""
    extensions: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    """Extensions that other files have too: those are read where they are named, not where a folder is searched."""


TURTLE = Format("Turtle", RdfFormat.TURTLE, (".ttl",), ("text/turtle", "application/x-turtle"))
N_TRIPLES = Format("N-Triples", RdfFormat.N_TRIPLES, (".nt",), ("application/n-triples",))
N_QUADS = Format("N-Quads", RdfFormat.N_QUADS, (".nq",), ("application/n-quads", "text/x-nquads"))
TRIG = Format("TriG", RdfFormat.TRIG, (".trig",), ("application/trig", "application/x-trig"))
TURTLE_OR_TRIG = Format("Turtle or TriG", RdfFormat.TRIG)
N3 = Format("N3", RdfFormat.N3, (".n3",), ("text/n3", "text/rdf+n3"))
RDF_XML = Format("RDF/XML", RdfFormat.RDF_XML, (".rdf", ".owl"), ("application/rdf+xml",), (".xml",))
JSON_LD = Format("JSON-LD", RdfFormat.JSON_LD, (".jsonld",), ("application/ld+json", "application/json"), (".json",))
PAGE = Format("HTML", None, (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"))

FORMATS = (TURTLE, N_TRIPLES, N_QUADS, TRIG, N3, RDF_XML, JSON_LD, PAGE)
ACCEPT = (
    "text/turtle, application/n-triples, application/n-quads, application/trig, application/ld+json, "
    "application/rdf+xml;q=0.9, text/html;q=0.8, application/xhtml+xml;q=0.8, */*;q=0.1"
)
"""What a server is asked for: RDF where it has some, else the page."""

_BY_EXTENSION = {name: form for form in FORMATS for name in (*form.extensions, *form.doubtful)}
_BY_MEDIA_TYPE = {name: form for form in FORMATS for name in form.media_types}
_SURE = {name for form in FORMATS for name in form.extensions}

_COMMENTS = re.compile(rb"(?:\s+|<!--.{0,60000}?-->|<\?.{0,2000}?\?>)*", re.S)
_PAGE_START = re.compile(
    rb"<(?:!doctype\s+html\b|html[\s>]|(?:head|body|script|title)>|[a-z][a-z0-9]*\s+[a-z:-]+[\s=>/])", re.I
)
_XML_START = re.compile(rb"<\?xml\b|<!DOCTYPE\s+(?:\w+:)?RDF\b|<(?:\w+:)?RDF[\s>]|<\w[\w:.-]*\s+xmlns\b")
_JSON_START = re.compile(rb'\s*(?:\{\s*(?:"|\}\s*\Z)|\[\s*(?:\{|\[|\]\s*\Z))')
_IRI, _BLANK = rb"<[^<>\s]*>", rb"_:[^\s<>\"]+"
_LITERAL = rb'"(?:[^"\\\n]|\\.)*+"(?:@[A-Za-z0-9-]+|\^\^<[^<>\s]*>)?'
_QUAD_LINE = re.compile(
    rb"^[ \t]*(?:%b|%b)[ \t]*%b[ \t]*(?:%b|%b|%b)[ \t]*(?:%b|%b)[ \t]*\.[ \t]*(?:#.*)?$"
    % (_IRI, _BLANK, _IRI, _IRI, _BLANK, _LITERAL, _IRI, _BLANK),
    re.M,
)


def extensions() -> str:
    """The known extensions, for messages."""
    return ", ".join(sorted(_BY_EXTENSION))


def by_extension(name: str) -> Format | None:
    """The format that a file name stands for, `.gz` aside; None for one that says nothing."""
    path = PurePath(name.lower())
    return _BY_EXTENSION.get(PurePath(path.stem).suffix if path.suffix == ".gz" else path.suffix)


def found_in_folders(name: str) -> bool:
    """Whether a folder's file of that name is surely a graph or a page."""
    form = by_extension(name)
    return form is not None and name.lower().removesuffix(".gz").endswith(tuple(_SURE))


def by_media_type(stated: str | None) -> Format | None:
    """The format that a server's answer is said to be in; None for one that says nothing."""
    return _BY_MEDIA_TYPE.get((stated or "").partition(";")[0].strip().lower())


def sniff(head: bytes) -> Format | None:
    """The format of a document by its first bytes, at most `HEAD` of them; None for what is no text.

    Triples are read as TriG, in which Turtle and N-Triples are valid as they are; N-Quads are known by a whole line.
    """
    head = head[:HEAD].removeprefix(BOM)
    if b"\0" in head:
        return None
    if _JSON_START.match(head):
        return JSON_LD
    skipped = _COMMENTS.match(head)
    start = head[skipped.end() :] if skipped else head
    if start.startswith(b"<") and ((_PAGE_START.match(start) and not _XML_START.match(start)) or _is_xhtml(start)):
        return PAGE
    if _XML_START.match(start) or head.lstrip().startswith(b"<?xml"):
        return RDF_XML
    if head.lstrip().startswith(b"<!--"):
        return PAGE
    return N_QUADS if _QUAD_LINE.search(head) else TURTLE_OR_TRIG


def _is_xhtml(start: bytes) -> bool:
    return bool(re.match(rb"<html\s", start, re.I))

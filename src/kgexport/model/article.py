"""What a reader makes of a source: the canonical text, its blocks, and what the source says about itself."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from kgexport.model.span import Span
from kgexport.model.time import TimeValue


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes as they were opened or fetched, before anything was read from them."""

    body: bytes
    """The undecoded content."""
    media_type: str
    """`text/plain`, `text/html`, … without parameters."""
    name: str
    """What messages call it: the path as given, `-`, or the URL."""
    url: str | None = None
    """Where it was fetched from; None for files."""
    charset: str | None = None
    """What the transport declared, e.g. `utf-8`; None where nothing did."""
    file: Path | None = None
    """The file it was read from, if it was one: `name` is for people, and may spell a path otherwise."""

    @property
    def stem(self) -> str:
        """The file name of outputs, without extension."""
        last = self.file.name if self.file else self.name.split("?")[0].rstrip("/").rsplit("/", 1)[-1]
        stem = last.rsplit(".", 1)[0] if "." in last.strip(".") else last
        return stem if stem not in ("", "-") else "article"


class BlockKind(StrEnum):
    """What a line or paragraph of the article is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATE = "date"
    PARAGRAPH = "paragraph"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """One line or paragraph of the canonical text, without the white space around it."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Dateline:
    """`TIRANA, Oct 10 (Reuters) -` at the start of the first paragraph."""

    span: Span
    """All of it, dash included."""
    place: Span | None = None
    """The place name."""
    date: Span | None = None
    """The date as printed."""
    agency: Span | None = None
    """The agency in brackets."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about the article besides its words. Nothing here is guessed."""

    url: str | None = None
    """Canonical URL, without fragment."""
    published: TimeValue | None = None
    """Date of publication, as precise as stated."""
    modified: TimeValue | None = None
    """Date of the last change, as precise as stated."""
    authors: tuple[str, ...] = ()
    """Names in the order of the byline."""
    author_urls: tuple[tuple[str, str], ...] = ()
    """Name of an author -> page about the author, where the source names one."""
    publisher: str | None = None
    """Name of the publishing organisation or site."""
    publisher_url: str | None = None
    """Its home page, where the source names it."""
    publisher_logo: str | None = None
    """URL of its logo, where the source names it."""
    language: str = "en"
    """BCP 47 tag in lower case."""
    section: str | None = None
    """The section it appeared in."""
    keywords: tuple[str, ...] = ()
    """Keywords as the source states them."""
    image: str | None = None
    """URL of the main image."""
    source_name: str | None = None
    """The name of the site that an `Original Source:` line gives."""
    source_url: str | None = None
    """The URL of that site."""


@dataclass(frozen=True, slots=True)
class Article:
    """One news article. Raises ValueError where a span leaves the text or blocks overlap."""

    text: str
    """The canonical text: for plain text the decoded file (BOM dropped, line ends `\\n`)."""
    blocks: tuple[Block, ...]
    """In reading order."""
    metadata: Metadata = Metadata()
    """What the source says about itself."""
    dateline: Dateline | None = None
    """The dateline, where there is one."""

    def __post_init__(self) -> None:
        last = 0
        for block in self.blocks:
            if block.span.begin < last or block.span.end > len(self.text):
                raise ValueError(f"block {block} is out of order or outside the text")
            last = block.span.end

    def _texts(self, kind: BlockKind) -> list[str]:
        return [block.span.of(self.text) for block in self.blocks if block.kind is kind]

    @property
    def headline(self) -> str | None:
        """The headline as printed."""
        return next(iter(self._texts(BlockKind.HEADLINE)), None)

    @property
    def standfirst(self) -> str | None:
        """The standfirst (abstract) as printed."""
        return "\n".join(self._texts(BlockKind.STANDFIRST)) or None

    @property
    def body(self) -> str:
        """The body's paragraphs, a line feed between two."""
        return "\n".join(self._texts(BlockKind.PARAGRAPH))

    def with_metadata(self, **changes: Any) -> Article:
        """A copy with other metadata (fields of `Metadata`)."""
        return dataclasses.replace(self, metadata=dataclasses.replace(self.metadata, **changes))

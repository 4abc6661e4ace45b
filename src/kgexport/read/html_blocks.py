"""From a parsed page to its blocks of text in reading order; does not know which of them are the article.

A block is what a browser would set as one run of text: inline markup neither adds nor loses white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import islice
from typing import TYPE_CHECKING

from kgexport.read.rules import rules

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Not `head`: where a page leaves out the tags of head and body, the parser puts an `article` into the head.
_SKIPPED = frozenset(
    "applet audio canvas button datalist embed iframe input map math meter noframes noscript object option "
    "progress rp rt script select style svg template textarea title video".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q ruby s samp "
    "small source span strike strong sub sup time tt u var wbr".split()
)
_ASIDE = frozenset({"aside", "dialog", "figcaption", "figure", "footer", "menu", "nav"})
_ASIDE_ROLES = frozenset({"banner", "complementary", "contentinfo", "dialog", "menu", "navigation", "search"})
_FRAMES = frozenset({"html", "body", "main", "article", "form"})
_SPACE = re.compile(r"[ \t\n\r\f]+")
_INVISIBLE = re.compile("[\u00ad\u200b\ufeff]")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NEAR = 3


class Aside(IntEnum):
    """Whether something is no part of an article's text."""

    NO = 0
    MAYBE = 1
    """A class name or id says so."""
    YES = 2
    """The element says so: `nav`, `footer`, `figcaption` …"""


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One run of text of a page."""

    text: str
    """One line, white space collapsed, character references decoded."""
    tag: str
    """The element that makes it a block."""
    parents: tuple[int, ...]
    """Numbers of the nearest elements around that one, nearest first."""
    linked: float
    """Share of its characters that are links."""
    aside: Aside
    """Whether it stands in navigation, a footer, a caption, a box of links and the like."""
    region: str | None
    """`article` or `main` where it stands in one."""


@dataclass(slots=True)
class _Open:
    """A block-level element that is being read."""

    tag: str
    number: int
    aside: Aside
    region: str | None


@dataclass(slots=True)
class _Run:
    """The text since the last boundary."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    broken: bool = False
    """Whether a `br` was the last thing."""


def page_blocks(root: HtmlElement) -> list[PageBlock]:
    """All blocks with text, those in hidden elements, scripts and the like aside."""
    return list(_Walk(_framing(root)).blocks(root))


def _framing(root: HtmlElement) -> frozenset[object]:
    """The elements around the first headlines and articles: no class name makes these an aside."""
    marks = islice(root.iter("h1", "article", "main"), 20)
    return frozenset(around for mark in marks for around in mark.iterancestors())


class _Walk:
    """One pass over a page, without recursion: pages may be nested thousands deep."""

    def __init__(self, framing: frozenset[object]) -> None:
        self.framing = framing
        self.open: list[_Open] = [_Open("body", 0, Aside.NO, None)]
        self.links = 0
        self.run = _Run()
        self.numbered = 0

    def blocks(self, root: HtmlElement) -> Iterator[PageBlock]:
        """Yields a block at each boundary."""
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if _is_skipped(element):
                    walk.skip_subtree()
                else:
                    yield from self.enter(element)
                    self.add(element.text)
                continue
            if not _is_skipped(element):
                yield from self.leave(element)
            if element is not root:
                self.add(element.tail)
        yield from self.flush()

    def enter(self, element: HtmlElement) -> Iterator[PageBlock]:
        tag = str(element.tag)
        if tag == "br":
            yield from self.line_break()
        elif tag == "a":
            self.links += 1
        elif self.is_block(tag):
            yield from self.flush()
            self.numbered += 1
            above = self.open[-1]
            aside = above.aside if element in self.framing else max(above.aside, _aside(element))
            self.open.append(_Open(tag, self.numbered, aside, _region(element) or above.region))
        elif tag not in _INLINE:
            self.add(" ")

    def leave(self, element: HtmlElement) -> Iterator[PageBlock]:
        tag = str(element.tag)
        if tag == "a":
            self.links -= 1
        elif tag == self.open[-1].tag and self.is_block(tag, leaving=True):
            yield from self.flush()
            self.open.pop()
        elif tag not in _INLINE and tag != "br":
            self.add(" ")

    def is_block(self, tag: str, leaving: bool = False) -> bool:
        """Whether a tag starts a block here; inside a headline nothing does."""
        inside = self.open[-2 if leaving else -1].tag
        return tag not in _INLINE and tag != "br" and inside not in HEADINGS

    def line_break(self) -> Iterator[PageBlock]:
        """One `br` is a space, two are the end of a paragraph."""
        if self.run.broken and self.open[-1].tag not in HEADINGS:
            yield from self.flush()
        else:
            self.run.pieces.append(" ")
            self.run.broken = True

    def add(self, text: str | None) -> None:
        if text:
            self.run.pieces.append(text)
            if not text.isspace():
                self.run.broken = False
                self.run.linked += len(text) if self.links else 0

    def flush(self) -> Iterator[PageBlock]:
        raw, linked = "".join(self.run.pieces), self.run.linked
        self.run = _Run()
        text = _SPACE.sub(" ", _INVISIBLE.sub("", raw)).strip()
        if text:
            inner = self.open[-1]
            parents = tuple(around.number for around in self.open[-2 : -2 - _NEAR : -1])
            yield PageBlock(text, inner.tag, parents, min(1.0, linked / len(text)), inner.aside, inner.region)


def _is_skipped(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _SKIPPED:
        return True
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def _aside(element: HtmlElement) -> Aside:
    if element.tag in _FRAMES:
        return Aside.NO
    if element.tag in _ASIDE or element.get("role", "").lower() in _ASIDE_ROLES:
        return Aside.YES
    names = f"{element.get('class', '')} {element.get('id', '')}".lower()
    words = set(names.split()) | set(re.split(r"[\s_-]+", names))
    return Aside.NO if words.isdisjoint(rules().boilerplate) else Aside.MAYBE


def _region(element: HtmlElement) -> str | None:
    tag, role = element.tag, element.get("role")
    if tag == "article" or role == "article" or "articlebody" in element.get("itemprop", "").lower():
        return "article"
    return "main" if tag == "main" or role == "main" else None

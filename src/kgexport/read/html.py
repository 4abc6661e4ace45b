"""Reads HTML pages: the canonical text is headline, standfirst and body, a line each; knows no other format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kgexport.errors import InputError
from kgexport.model import Article, BlockKind, Metadata, Source, Span
from kgexport.read.bylines import byline
from kgexport.read.dates import date_line
from kgexport.read.encoding import decode
from kgexport.read.html_blocks import HEADINGS, PageBlock, page_blocks
from kgexport.read.html_choice import article_blocks, key
from kgexport.read.html_metadata import PageMetadata, page_metadata
from kgexport.read.structure import structure

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([a-z0-9_:.-]{2,40})", re.IGNORECASE)
_PROLOGUE = 4096
"""Bytes in which a page may state its charset; the standard asks for 1024."""
_WORD = re.compile(r"[^\W_]")
_TELLING = 20
"""Letters of a headline that are enough to know it by the start of a longer title."""


class HtmlReader:
    """Reads `text/html` and `application/xhtml+xml`."""

    def read(self, source: Source) -> Article:
        """The article of a page. Raises InputError where the page holds no text."""
        root = _parsed(decode(source.body, source.name, source.charset or declared_charset(source.body)), source.name)
        page = page_metadata(root, source.url) if root is not None else None
        blocks = page_blocks(root) if root is not None else []
        if root is None or page is None or not any(_WORD.search(block.text) for block in blocks):
            raise InputError(f"{source.name} is a page without text; give the page of an article")
        lines, known = _arranged(blocks, article_blocks(blocks, root), page)
        text = "\n".join(lines)
        if not _WORD.search(text):
            raise InputError(f"{source.name} is a page without an article; give the page of an article")
        found = structure(text, _spans(lines), known)
        if not any(block.kind is BlockKind.PARAGRAPH for block in found.blocks):
            raise InputError(f"{source.name} is a page with a source line and no article; give the page of an article")
        return Article(text, found.blocks, _together(page.metadata, found.metadata), found.dateline)


def declared_charset(body: bytes) -> str | None:
    """The charset that a page states in its first bytes, not UTF-16, which a page that can be read so far is not."""
    match = _XML.match(body) or _CHARSET.search(body[:_PROLOGUE])
    return match[1].decode("ascii") if match and not match[1].lower().startswith(b"utf-16") else None


def _parsed(text: str, name: str) -> HtmlElement | None:
    """The tree of a page; None for nothing. Raises InputError rather than to lose what the parser gave up on."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except etree.ParserError:
        return None
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise InputError(f"{name} has elements nested some thousand deep; save the article as plain text")
    return root


def _arranged(
    blocks: Sequence[PageBlock], chosen: Sequence[int], page: PageMetadata
) -> tuple[list[str], list[BlockKind]]:
    """The lines of the canonical text, and the kinds of the first ones where the page states them."""
    top = _top(blocks, chosen, page.titles)
    headline = blocks[top].text if top is not None else next(filter(_WORD.search, page.titles), None)
    body = _without_headline(blocks, chosen, key(headline or ""))
    lines, known = ([headline], [BlockKind.HEADLINE]) if headline else ([], [])
    standfirst = _standfirst(blocks, body, page.descriptions)
    if standfirst is not None:
        lines.append(blocks[standfirst].text)
        known.append(BlockKind.STANDFIRST)
        body = [i for i in body if i != standfirst]
    above = range(top + 1, body[0]) if top is not None and body else ()
    body = [i for i in above if not blocks[i].aside and _is_header_line(blocks[i].text)] + body
    return lines + [blocks[i].text for i in body], known


def _top(blocks: Sequence[PageBlock], chosen: Sequence[int], titles: Sequence[str]) -> int | None:
    """The `h1` that the page's titles agree with, else the last one above the text."""
    tops = [i for i, block in enumerate(blocks) if block.tag == "h1" and _WORD.search(block.text)]
    stated = [key(title) for title in titles]
    for i in tops:
        own = key(blocks[i].text)
        if any(own == title or (len(own) > _TELLING and title.startswith(own)) for title in stated):
            return i
    above = [i for i in tops if not blocks[i].aside and (not chosen or i < chosen[0])]
    return above[-1] if above else None


def _without_headline(blocks: Sequence[PageBlock], chosen: Sequence[int], headline: str) -> list[int]:
    """The body without the headline said again: above the first paragraph, or as a heading anywhere."""
    repeated = {i for i in chosen if headline and key(blocks[i].text) == headline}
    leading = next((n for n, i in enumerate(chosen) if i not in repeated), len(chosen))
    return [i for i in chosen[leading:] if i not in repeated or blocks[i].tag not in HEADINGS]


def _is_header_line(line: str) -> bool:
    return date_line(line) is not None or byline(line) is not None


def _standfirst(blocks: Sequence[PageBlock], body: Sequence[int], descriptions: Sequence[str]) -> int | None:
    """The block that literally is the page's description, where it stands before the second paragraph of several."""
    stated = {key(description) for description in descriptions} - {""}
    if not stated or len(body) < 2:
        return None
    before = (
        i
        for i, block in enumerate(blocks[: body[1]])
        if not block.aside and block.tag != "h1" and key(block.text) in stated
    )
    return next(before, None)


def _spans(lines: Sequence[str]) -> list[Span]:
    begin, spans = 0, []
    for line in lines:
        spans.append(Span(begin, begin + len(line)))
        begin += len(line) + 1
    return spans


def _together(stated: Metadata, printed: Metadata) -> Metadata:
    """What the page states, filled up with what its lines say."""
    return replace(
        stated,
        published=stated.published or printed.published,
        modified=stated.modified or printed.modified,
        authors=stated.authors or printed.authors,
        source_name=printed.source_name,
        source_url=printed.source_url,
    )

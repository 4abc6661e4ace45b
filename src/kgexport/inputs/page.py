"""Reads the graphs that a web page embeds: JSON-LD in scripts, and microdata and RDFa; fetches and checks nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from pyoxigraph import NamedNode, Quad

from kgexport.errors import InputError, MissingExtraError
from kgexport.inputs.jsonld import text_quads
from kgexport.read.encoding import decode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.I)
_LD_JSON = "application/ld+json"
_OPENING = re.compile(r"\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)")
_CLOSING = re.compile(r"(?:(?://|/\*)?\s*(?:\]\]>(?:\s*\*/)?|-->))\s*\Z")
_END = re.compile(r"</html[ \t]*>", re.I)
_NOTHING = "no JSON-LD, microdata or RDFa in it"


def page_quads(body: bytes, name: str, address: str, charset: str | None, notes: list[str]) -> Iterator[Quad]:
    """The quads of everything that the page embeds, its blank nodes apart; `address` is where the page is from.

    Raises InputError for broken JSON (with the line in the page) and for a context that is not schema.org's. Without
    the extra `html`, a page with JSON-LD is read without its microdata and RDFa, which is a note; one that has
    nothing else raises MissingExtraError.
    """
    root = _parsed(body, name, charset)
    base = base_of(root, address)
    scripts = [script for script in root.iter("script") if _is_json_ld(script.get("type"))]
    for script in scripts:
        where = f"{name}:{script.sourceline}"
        text = _bare(script.text or "")
        if not text.strip():
            raise InputError(f"{where}: this script of JSON-LD is empty; fill it or take it out")
        yield from text_quads(text, name, base, notes, first_line=script.sourceline, page=True)
    has_markup = bool(root.xpath("boolean(//*[@itemscope or @typeof or @vocab])"))
    if has_markup:
        try:
            from kgexport.inputs.markup import markup_quads

            yield from markup_quads(root, name, base)
        except MissingExtraError as error:
            if not scripts:
                raise
            notes.append(f"only its JSON-LD is checked; {error}")
    elif not scripts:
        notes.append(_NOTHING)


def base_of(root: HtmlElement, address: str) -> str:
    """What relative IRIs resolve against: the page's canonical address, or where it is from, and its base element."""
    canonical = next(
        (link.get("href", "") for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split()),
        "",
    )
    joined = _joined(address, canonical)
    page = joined if urlsplit(joined).scheme in ("http", "https") else address
    stated = next((element.get("href") for element in root.iter("base") if element.get("href")), "")
    return _joined(page, stated)


def _joined(base: str, reference: str) -> str:
    """The reference, resolved; the base where it is no address."""
    if not reference.strip():
        return base
    try:
        return NamedNode(urljoin(base, re.sub(r"\s", "%20", reference.strip()))).value
    except ValueError:
        return base


def _is_json_ld(stated: str | None) -> bool:
    return (stated or "").partition(";")[0].strip().lower() == _LD_JSON


def _parsed(body: bytes, name: str, charset: str | None) -> HtmlElement:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    declared = _CHARSET.search(body[:4096])
    text = _open_ended(decode(body, name, charset or (declared[1].decode("ascii") if declared else None)))
    try:
        root = document_fromstring(
            text.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise InputError(f"{name}: not HTML: {error}") from error
    return root


def _open_ended(text: str) -> str:
    """The page without its last `</html>`, after which libxml2 stops; browsers read on, as HTML has it."""
    ends = list(_END.finditer(text))
    if not ends or "<" not in text[ends[-1].end() :]:
        return text
    return text[: ends[-1].start()] + text[ends[-1].end() :]


def _bare(text: str) -> str:
    """The script without the comment or CDATA marks of old pages, its line numbers as they are."""
    opening = _OPENING.match(text)
    if opening is None:
        return text
    lines = "\n" * opening[0].count("\n")
    return lines + _CLOSING.sub("", text[opening.end() :])

"""Turns microdata and RDFa, as extruct finds them in a page, into quads; the only user of extruct."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin, urlsplit

from lxml import etree
from pyoxigraph import Quad

from kgexport.errors import InputError, MissingExtraError
from kgexport.inputs.jsonld import tree_quads
from kgexport.vocabulary import SCHEMA

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SCHEMA = re.compile(r"https?://(?:www\.)?schema\.org/", re.I)
_ADDRESSES = ("href", "src", "data", "itemid", "itemtype", "resource", "about")
_RELATIONS_OF_LINKS = frozenset(
    "alternate bookmark canonical external icon manifest next nofollow noopener noreferrer opener pingback preconnect "
    "prefetch preload prev privacy-policy search shortcut sponsored stylesheet tag ugc".split()
)
"""What `rel` says to browsers; with a `vocab` around it, RDFa would take it for a property of schema.org."""
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_NOT_ABOUT_THE_PAGES_DATA = (
    "http://ogp.me/",
    "https://ogp.me/",
    "https://dev.twitter.com/",
    "http://www.w3.org/ns/rdfa#",
    "http://www.w3.org/1999/xhtml/vocab#",
)
"""What pages say in RDFa for social networks and browsers: no structured data, and no matter of the rules."""


def markup_quads(root: HtmlElement, name: str, base: str) -> Iterator[Quad]:
    """The quads of a page's microdata and RDFa; raises MissingExtraError without the extra `html`."""
    microdata, rdfa = _extractors()
    _mend_addresses(root)
    _drop_relations(root)
    items = _items(microdata, root, name, base) if root.xpath("boolean(//*[@itemscope])") else []
    yield from tree_quads([_node(item, base, None) for item in items], name, base)
    if root.xpath("boolean(//*[@typeof or @vocab])"):
        nodes = [_about_data(node) for node in _rdfa(rdfa, root, name, base)]
        yield from tree_quads(nodes, name, base)


def _extractors() -> tuple[Any, Any]:
    try:
        with _quiet_rdflib():
            from extruct.rdfa import RDFaExtractor
            from extruct.w3cmicrodata import MicrodataExtractor
    except ImportError:
        raise MissingExtraError("reading microdata and RDFa", "kgexport[html]") from None
    return MicrodataExtractor(strict=True), RDFaExtractor()


def _mend_addresses(root: HtmlElement) -> None:
    """Percent-encode the brackets of what is no address, `http://[here]`: neither extractor would read the page."""
    for element in root.iter(etree.Element):
        for name in _ADDRESSES:
            value = element.get(name)
            if value is not None and "[" in value and not _is_address(value):
                element.set(name, value.replace("[", "%5B").replace("]", "%5D"))


def _drop_relations(root: HtmlElement) -> None:
    for element in root.iter("a", "area", "link", "form"):
        words = (element.get("rel") or "").split()
        kept = [word for word in words if word.lower() not in _RELATIONS_OF_LINKS]
        if len(kept) < len(words):
            element.attrib.pop("rel")
            if kept:
                element.set("rel", " ".join(kept))


def _is_address(value: str) -> bool:
    try:
        urlsplit(value.strip())
    except ValueError:
        return False
    return True


def _items(extractor: Any, root: HtmlElement, name: str, base: str) -> list[dict[str, Any]]:
    """The top items; a `time` without an attribute is its text (HTML, section 4.5.14), which extruct leaves out."""
    for time in root.iter("time"):
        if time.get("datetime") is None:
            time.set("datetime", " ".join(time.text_content().split()))
    try:
        found: list[dict[str, Any]] = extractor.extract_items(root, base)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name}: its microdata cannot be read ({error}); check it at validator.schema.org") from error
    return found


def _rdfa(extractor: Any, root: HtmlElement, name: str, base: str) -> list[dict[str, Any]]:
    text = etree.tostring(root, encoding="unicode", method="html")
    with _quiet_rdflib():
        try:
            found: list[dict[str, Any]] = extractor.extract(text, base_url=base)
        except Exception as error:  # pyRdfa raises whatever its parts raise, for odd prefixes and addresses
            raise InputError(f"{name}: its RDFa cannot be read ({error}); check it at validator.schema.org") from error
    return found


@contextmanager
def _quiet_rdflib() -> Iterator[None]:
    """Leave the logger of rdflib as it was, which extruct changes for good, and have it silent meanwhile.

    What it says of literals and addresses, the rules say better.
    """
    logger = logging.getLogger("rdflib")
    before = logger.level
    try:
        logger.setLevel(logging.CRITICAL)
        yield
    finally:
        logger.setLevel(before)


def _node(item: Any, base: str, outer: str | None) -> Any:
    """JSON-LD in full IRIs for one item (W3C, Microdata to RDF); `outer` is the vocabulary of the item around it."""
    if not isinstance(item, dict):
        return item
    types = [_SCHEMA.sub(SCHEMA.iri, found) for found in item.get("type", ())]
    vocabulary = re.sub(r"[^/#]*\Z", "", types[0]) if types else outer
    node: dict[str, Any] = {"@type": [_iri(found, base) for found in types]} if types else {}
    if item.get("id"):
        node["@id"] = _iri(item["id"], base)
    for prop, values in item.get("properties", {}).items():
        key = prop if _ABSOLUTE.fullmatch(prop) else (vocabulary or f"{base.partition('#')[0]}#") + prop
        key = _iri(_SCHEMA.sub(SCHEMA.iri, key), base)
        node[key] = [_node(value, base, vocabulary) for value in values if value is not None]
    return node


def _iri(reference: str, base: str) -> str:
    """An absolute IRI without the characters that none may have."""
    try:
        joined = urljoin(base, reference.strip())
    except ValueError:
        joined = reference
    return re.sub(r"[\x00-\x20<>\"{}|\\^`]", lambda found: quote(found[0], safe=""), joined)


def _about_data(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if not key.startswith(_NOT_ABOUT_THE_PAGES_DATA)}

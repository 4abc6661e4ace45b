"""The pages about those who made an article, and the publisher's logo, as far as the page names them; reads no names.

Only addresses with a path are pages about somebody: many pages give the home page of the site as that of every author.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from kgexport.read import jsonld
from kgexport.read.html_choice import key

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Absolute = Callable[[str], str | None]
_MOST = 20


def author_urls(root: HtmlElement, node: Mapping[str, Any], absolute: Absolute) -> tuple[tuple[str, str], ...]:
    """Name and page of each author, from JSON-LD and links with `rel=author`, the first page of a name alone."""
    found: dict[str, tuple[str, str]] = {}
    for name, stated in (*_of_objects(node), *_of_links(root)):
        url = absolute(stated)
        if key(name) and url and urlsplit(url).path.strip("/"):
            found.setdefault(key(name), (name, url))
    return tuple(found.values())


def publisher_addresses(node: Mapping[str, Any], absolute: Absolute) -> tuple[str | None, str | None]:
    """Home page and logo of the publisher that JSON-LD describes; None for what it does not say."""
    publisher = node.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if len(publisher) == 1 else None
    if not isinstance(publisher, Mapping):
        return None, None
    pages, logos = (jsonld.urls(publisher.get(name)) for name in ("url", "logo"))
    return _first(pages, absolute), _first(logos, absolute)


def _of_objects(node: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    stated = node.get("author") or node.get("creator")
    for author in (stated if isinstance(stated, list) else [stated])[:_MOST]:
        if isinstance(author, Mapping):
            names = jsonld.strings(author.get("name"))
            for url in [*jsonld.urls(author.get("url")), *jsonld.urls(author.get("sameAs"))]:
                yield from ((name, url) for name in names[:1])


def _of_links(root: HtmlElement) -> Iterator[tuple[str, str]]:
    links = [link for link in root.iter("a") if "author" in (link.get("rel") or "").lower().split()]
    for link in links[:_MOST]:
        yield " ".join(link.text_content().split()), link.get("href") or ""


def _first(urls: Iterable[str], absolute: Absolute) -> str | None:
    return next((url for one in urls if (url := absolute(one))), None)

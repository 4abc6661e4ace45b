"""What a page states about its article, in meta elements, JSON-LD and time elements; guesses nothing.

trafilatura's own metadata is not used: it takes dates that can be read in two ways and names from any element that
looks like an author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from kgexport.model import Metadata, TimeValue
from kgexport.read import jsonld
from kgexport.read.bylines import byline, is_person_name, person_names
from kgexport.read.dates import stated_date
from kgexport.read.html_choice import key
from kgexport.read.html_makers import author_urls, publisher_addresses

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = (
    "article:published_time", "datepublished", "og:article:published_time", "og:published_time", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate",
    "publishdate", "publish-date", "published-date", "publication_date", "publication-date",
    "citation_publication_date", "article.published", "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "dc.date.modified", "last-modified",
    "lastmod", "article.updated",
)  # fmt: skip
_AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "sailthru.author",
    "citation_author",
)
_DESCRIPTIONS = ("description", "og:description", "twitter:description", "dc.description", "dcterms.description")
_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "parsely-title")
_SITES = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher")
_SECTIONS = ("article:section", "parsely-section", "articlesection")
_KEYWORDS = ("news_keywords", "keywords", "parsely-tags", "article:tag")
_IMAGES = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "thumbnailurl")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8}){0,4}")
_SEPARATOR = re.compile(r"\s+[|·•»–—-]\s+|\s*::\s*|\s*\|\s*")
_LONGEST = 1000
OWN_SCRIPT_ID = "kgexport"
"""The `id` of the script that kgexport puts into pages: what it once read there is no statement of the publisher."""


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of itself."""

    metadata: Metadata
    titles: tuple[str, ...]
    """Headlines that it states, the most trustworthy first."""
    descriptions: tuple[str, ...]


def page_metadata(root: HtmlElement, fetched: str | None) -> PageMetadata:
    """Read the head of a page, and its `time` elements; `fetched` is the URL that it came from."""
    page = _Page(root, fetched)
    site = page.meta(*_SITES)
    publisher = jsonld.first(page.node.get("publisher")) or next(iter(site), None)
    home, logo = publisher_addresses(page.node, page.absolute)
    metadata = Metadata(
        url=page.canonical(),
        published=page.date("datePublished", _PUBLISHED) or page.time(),
        modified=page.date("dateModified", _MODIFIED),
        authors=page.authors(publisher),
        author_urls=author_urls(root, page.node, page.absolute),
        publisher=publisher if publisher and not _is_url(publisher) else None,
        publisher_url=home,
        publisher_logo=logo,
        language=page.language(),
        section=jsonld.first(page.node.get("articleSection")) or next(iter(page.meta(*_SECTIONS)), None),
        keywords=page.keywords(),
        image=next((url for one in page.images() if (url := page.absolute(one))), None),
    )
    titles = (*jsonld.strings(page.node.get("headline"))[:1], *page.meta(*_TITLES), *page.title(publisher))
    descriptions = (*page.meta(*_DESCRIPTIONS), *jsonld.strings(page.node.get("description")))
    return PageMetadata(metadata, tuple(dict.fromkeys(titles)), tuple(dict.fromkeys(descriptions)))


class _Page:
    """The statements of one page by name."""

    def __init__(self, root: HtmlElement, fetched: str | None) -> None:
        self.root, self.fetched = root, fetched
        base = root.find(".//base[@href]")
        self.base = _joined(fetched, base.get("href")) if base is not None else fetched
        self.metas: dict[str, list[str]] = {}
        for element in root.iter("meta"):
            content = " ".join((element.get("content") or "").split())[:_LONGEST]
            for name in (element.get("property"), element.get("name"), element.get("itemprop")):
                if name and content:
                    self.metas.setdefault(name.strip().lower(), []).append(content)
        scripts = (
            e.text or ""
            for e in root.iter("script")
            if "ld+json" in (e.get("type") or "").lower() and e.get("id") != OWN_SCRIPT_ID
        )
        self.node = jsonld.article_node(scripts)

    def meta(self, *names: str) -> list[str]:
        """All contents of the meta elements of these names, in the order of the names."""
        return [content for name in names for content in self.metas.get(name, ())]

    def date(self, ld_name: str, names: tuple[str, ...]) -> TimeValue | None:
        """The first date that can be read: Open Graph, JSON-LD, then the others."""
        stated = [*self.meta(names[0]), *jsonld.strings(self.node.get(ld_name)), *self.meta(*names[1:])]
        return next((value for text in stated if (value := stated_date(text))), None)

    def time(self) -> TimeValue | None:
        """A `time` element that is marked as the date of publication, or the first one of the article's own header."""
        marked = [
            e for e in self._times() if "datepublished" in (e.get("itemprop") or "").lower() or "pubdate" in e.attrib
        ]
        for element in marked or list(self._times())[:1]:
            text = element.get("datetime") or element.get("content") or element.text_content()
            value = stated_date(text[:_LONGEST])
            if value is not None and len(value.lexical) >= 10:
                return value
        return None

    def _times(self) -> Iterator[HtmlElement]:
        outside = {"aside", "nav", "footer", "li", "figure"}
        for element in self.root.iter("time", "abbr"):
            itemprop = element.get("itemprop") or ""
            if (element.tag == "abbr" or "modified" in itemprop.lower()) and "datePublished" not in itemprop:
                continue
            if not any(around.tag in outside for around in element.iterancestors()):
                yield element

    def authors(self, publisher: str | None) -> tuple[str, ...]:
        """Persons that are named as authors."""
        stated = jsonld.strings(self.node.get("author") or self.node.get("creator")) or self.meta(*_AUTHORS)
        if not stated:
            links = [
                e for e in self.root.iter("a", "span") if e.get("rel") == "author" or e.get("itemprop") == "author"
            ]
            stated = [" ".join(link.text_content().split())[:_LONGEST] for link in links[:20]]
        names = [name for text in stated for name in _names(text) if key(name) != key(publisher or "")]
        return _unique(names)

    def keywords(self) -> tuple[str, ...]:
        """Keywords, each once."""
        stated = jsonld.strings(self.node.get("keywords")) or self.meta(*_KEYWORDS)
        words = [word.strip() for text in stated for word in re.split(r"[,;|]", text)]
        return _unique(words)

    def images(self) -> list[str]:
        return [*self.meta(*_IMAGES), *jsonld.urls(self.node.get("image"))]

    def language(self) -> str:
        html = next(iter(self.root.iter("html")), self.root)
        stated = [html.get("lang") or html.get("xml:lang") or "", *self.meta("content-language", "og:locale")]
        tags = [
            text.strip().lower().replace("_", "-") for text in [*stated, *jsonld.strings(self.node.get("inLanguage"))]
        ]
        return next((tag for tag in tags if _LANGUAGE.fullmatch(tag)), "en")

    def title(self, site: str | None) -> list[str]:
        """The `title` element without the name of the site."""
        text = " ".join((self.root.findtext(".//title") or "").split())[:_LONGEST]
        parts = list(_SEPARATOR.finditer(text))
        host = key(_host(self.fetched or self.metas.get("og:url", [""])[0]).removeprefix("www."))
        if parts:
            last, name = text[parts[-1].end() :], key(text[parts[-1].end() :])
            is_site = bool(name) and (name == key(site or "") or host.startswith(name) or "|" in parts[-1][0])
            if is_site and len(last.split()) <= 6:
                text = text[: parts[-1].start()]
        return [text] if text else []

    def canonical(self) -> str | None:
        """The canonical URL, absolute, without fragment; a home page is not taken for the page that was fetched."""
        links = [
            e.get("href") or "" for e in self.root.iter("link") if "canonical" in (e.get("rel") or "").lower().split()
        ]
        stated = [
            *links,
            *self.meta("og:url"),
            *jsonld.urls(self.node.get("mainEntityOfPage")),
            *jsonld.urls(self.node.get("url")),
        ]
        for text in [*stated, self.fetched or ""]:
            url = self.absolute(text)
            if url and not (
                self.fetched and urlsplit(url).path in ("", "/") and urlsplit(self.fetched).path not in ("", "/")
            ):
                return url
        return None

    def absolute(self, url: str) -> str | None:
        """An http(s) URL without fragment; None for what cannot be made one."""
        joined = _joined(self.base, url)
        return urldefrag(joined)[0] if joined and _is_url(joined) else None


def _unique(names: list[str]) -> tuple[str, ...]:
    """Each name once, as it is written first."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(key(name), name)
    return tuple(name for same, name in found.items() if same)


def _joined(base: str | None, url: str | None) -> str | None:
    try:
        return urljoin(base or "", (url or "").strip()) or None
    except ValueError:
        return None


def _is_url(text: str) -> bool:
    """Whether it is an http(s) URL that can stand as an IRI (RFC 3987: no spaces, angle brackets, quotes …)."""
    try:
        parts = urlsplit(text)
        return (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and not re.search(r"[\s<>\"{}|\\^`\x00-\x20]", text)
        )
    except ValueError:
        return False


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _names(text: str) -> tuple[str, ...]:
    """Persons in the text of an author element: `Jane Doe`, `By Jane Doe and John Roe`, `Doe, Jane` as printed."""
    if _is_url(text):
        return ()
    line = byline(text)
    return line.authors if line else person_names(text) or ((text,) if is_person_name(text) else ())

"""What the page says that the article does not: its address, who publishes it, its pictures; knows no graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from pyoxigraph import NamedNode

from kgexport.errors import InputError
from kgexport.iri import as_iri, is_web_address

if TYPE_CHECKING:
    from kgexport.settings import Settings


@dataclass(frozen=True, slots=True)
class PageSettings:
    """The page that the markup is for. Raises InputError for an address or a number that cannot be used.

    All addresses begin with http:// or https://.
    """

    url: str | None = None
    """Address of the page, where it is not the article's own: it becomes `mainEntityOfPage`."""
    publisher: str | None = None
    """Name of who publishes the page: used where the article names nobody."""
    publisher_url: str | None = None
    """Home page of the publisher."""
    publisher_logo: str | None = None
    """Picture of the publisher's logo."""
    images: tuple[str, ...] = ()
    """Pictures of the article, the best first."""
    author_urls: tuple[tuple[str, str], ...] = ()
    """Name of an author -> page about the author."""
    speakable: tuple[str, ...] = ()
    """CSS selectors of what may be read aloud."""
    max_bytes: int | None = None
    """The JSON is at most as long, in UTF-8 with its line end; None: as long as it gets."""

    @classmethod
    def of(cls, settings: Settings) -> PageSettings:
        """What the user's settings say of the page. Raises InputError for what cannot be used, naming it."""
        pairs = (line.partition("=") for line in settings.author_urls)
        return cls(
            url=settings.page_url or None,
            publisher=settings.publisher or None,
            publisher_url=settings.publisher_url or None,
            publisher_logo=settings.publisher_logo or None,
            images=settings.images,
            author_urls=tuple((name.strip(), url.strip()) for name, _, url in pairs),
            speakable=settings.speakable,
            max_bytes=settings.max_bytes,
        )

    @property
    def address(self) -> NamedNode | None:
        """The page as an IRI, without the fragment that leads into it."""
        return as_iri(urldefrag(self.url).url) if self.url else None

    def __post_init__(self) -> None:
        for what, url in self._addresses():
            if not is_web_address(url):
                raise InputError(f"{what}: {url!r} is no absolute URL; give one that begins with https://")
        if not all(name for name, _ in self.author_urls):
            raise InputError("the page about an author has no author; give NAME=URL")
        if self.publisher is not None and not self.publisher.strip():
            raise InputError("the publisher has no name; give one, or leave it out")
        if not all(selector.strip() for selector in self.speakable):
            raise InputError("a speakable selector is empty; give a CSS selector such as h1, or leave it out")
        if self.max_bytes is not None and self.max_bytes < 1:
            raise InputError(f"the byte budget {self.max_bytes} is no size; give a number of bytes such as 20000")

    def _addresses(self) -> Iterator[tuple[str, str]]:
        """Every address, with what it is for."""
        named = {"page URL": self.url, "publisher URL": self.publisher_url, "publisher logo": self.publisher_logo}
        yield from ((what, url) for what, url in named.items() if url is not None)
        yield from (("image", url) for url in self.images)
        yield from ((f"URL of the author {name}", url) for name, url in self.author_urls)

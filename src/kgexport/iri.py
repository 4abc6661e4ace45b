"""The only place that mints an IRI: pure functions of the input and the settings, nothing counted, nothing random.

The document D of an article is its canonical URL, or `{base}article/{slug}-{hash}`; what belongs to the article is a
hash IRI in D, named by its content, so that it stays the same when an unrelated sentence changes.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote, urldefrag, urlsplit

from pyoxigraph import NamedNode

from kgexport.errors import InputError
from kgexport.model import Article, Span

DEFAULT_BASE = "https://kgexport.example/"
"""A reserved name (RFC 2606): it can collide with nobody's."""

_LONGEST_SLUG = 60
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"  # what may stand in an IRI (RFC 3987) besides letters and digits
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LATIN = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


def digest(*parts: str) -> str:
    """Twelve hexadecimal digits that stand for the parts (SHA-256)."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens; a text without such words becomes its digest.

    >>> slug("Recep Tayyip Erdoğan’s visit to Tirana")
    'recep-tayyip-erdogans-visit-to-tirana'
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LATIN))
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’\u0300-\u036f]", "", folded))
    whole = "-".join(words)
    if len(whole) <= _LONGEST_SLUG:
        return whole or digest(text)
    return f"{whole[:_LONGEST_SLUG].rsplit('-', 1)[0]}-{digest(text)[:6]}"


def check_base(base: str) -> str:
    """The base with a closing slash; raises InputError unless it is an absolute http(s) IRI, no query, no fragment."""
    if not is_web_address(base) or "?" in base or "#" in base:
        raise InputError(f"the base {base!r} is no absolute http(s) IRI; give one such as {DEFAULT_BASE}")
    return as_iri(base if base.endswith("/") else base + "/").value


def is_web_address(url: str) -> bool:
    """Whether it is an absolute http(s) URL, with a host that has no white space.

    >>> is_web_address("https://news.example/a b"), is_web_address("https://"), is_web_address("https://[x/")
    (True, False, False)
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", parts.netloc)


def as_iri(url: str) -> NamedNode:
    """A URL as an IRI: what an IRI may not contain is percent-encoded; raises InputError if it is no absolute one."""
    whole = _STRAY_PERCENT.sub("%25", url.strip())
    try:
        return NamedNode("".join(c if c.isalnum() or c in _SAFE else quote(c, safe="") for c in whole))
    except ValueError as error:
        raise InputError(f"{url!r} is no absolute URL; give one that begins with https://") from error


class Minter:
    """The IRIs of one article."""

    def __init__(self, article: Article, base: str = DEFAULT_BASE) -> None:
        self.base = check_base(base)
        if article.metadata.url:
            document = as_iri(urldefrag(article.metadata.url).url)
        else:
            title = article.headline or article.body[:80] or article.text[:80]
            document = NamedNode(f"{self.base}article/{slug(title)}-{digest(article.text)}")
        self.document = document
        self.article = self.local("article")
        self.evidence = self.local("evidence")
        self.text = self.local("text")

    def local(self, name: str) -> NamedNode:
        """A hash IRI in the document."""
        return NamedNode(f"{self.document.value}#{name}")

    def entity(self, identifier: str) -> NamedNode:
        """The IRI of a linked entity, the same in every article: `{base}entity/Q222`."""
        return NamedNode(f"{self.base}entity/{identifier}")

    def mention(self, span: Span) -> NamedNode:
        """A stretch of the canonical text (RFC 5147, as NIF does)."""
        return self.local(f"char={span.begin},{span.end}")

    def named(self, kind: str, contents: Iterable[tuple[str, str, str]]) -> dict[str, NamedNode]:
        """IRIs `D#{kind}-{slug}` for things given as (key, name, further content), by key.

        Where two share a slug, each takes a digest of its further content too; where even that is the same, the later
        ones in the given order take their ordinal.
        """
        items = [(key, slug(name), digest(name, more)[:8]) for key, name, more in contents]
        counts: dict[str, int] = {}
        for _, short, _ in items:
            counts[short] = counts.get(short, 0) + 1
        given: dict[str, NamedNode] = {}
        used: dict[str, int] = {}
        for key, short, hashed in items:
            whole = short if counts[short] == 1 else f"{short}-{hashed}"
            used[whole] = used.get(whole, 0) + 1
            given[key] = self.local(f"{kind}-{whole}" + (f"-{used[whole]}" if used[whole] > 1 else ""))
        return given

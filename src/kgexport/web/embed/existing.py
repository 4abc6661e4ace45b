"""The markup about its article that a page already has, in JSON-LD, microdata or RDFa; changes nothing."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag

from kgexport.read.html_choice import key
from kgexport.read.jsonld import strings, urls

if TYPE_CHECKING:
    from turbohtml import Document, Element

    from kgexport.web.embed.units import Edit, Units

ARTICLES = frozenset(
    """
    Article AdvertiserContentArticle NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle
    OpinionNewsArticle ReportageNewsArticle ReviewNewsArticle Report SatiricalArticle ScholarlyArticle
    MedicalScholarlyArticle SocialMediaPosting BlogPosting LiveBlogPosting DiscussionForumPosting TechArticle
    APIReference
    """.split()
)
"""`schema:Article` and the types below it, in release 30.0."""
_SCHEMA = re.compile(r"(?:https?://(?:www\.)?schema\.org/|schema:)")
_TELLING = 20
"""Letters of a headline that are enough to know it by the start of a longer one."""


@dataclass(frozen=True, slots=True)
class Existing:
    """One description of the page's article, or of another one."""

    syntax: str
    """JSON-LD, microdata or RDFa."""
    line: int
    type: str
    """The name of its type in schema.org."""
    properties: Mapping[str, tuple[str, ...]]
    """Names of the properties it states, with their texts and URLs."""
    identifier: str | None
    """The `@id`, `itemid` or `resource`; None for none and for a blank node, which no other script can mean."""
    naming: Naming | None
    """How to give it an identifier, where it has none and can be given one."""

    def __str__(self) -> str:
        return f"{self.type} in {self.syntax} (line {self.line})"

    @property
    def can_be_merged(self) -> bool:
        """Whether it has an identifier or can be given one."""
        return self.identifier is not None or self.naming is not None

    @property
    def headlines(self) -> list[str]:
        """Its headlines, to be compared."""
        return [key(text) for name in ("headline", "name") for text in self.properties.get(name, ()) if key(text)]

    @property
    def addresses(self) -> set[str]:
        """Its URLs, to be compared."""
        stated = [text for name in ("url", "mainEntityOfPage") for text in self.properties.get(name, ())]
        return {_address(text) for text in (*stated, self.identifier or "") if "://" in text}


@dataclass(frozen=True, slots=True)
class Naming:
    """A place in the page where an identifier goes in, and how it is written there."""

    place: int
    before: str
    after: str
    is_json: bool

    def edit(self, identifier: str) -> Edit:
        """What gives the thing the identifier: ASCII, whatever is in it."""
        from kgexport.web.embed.units import Edit
        from kgexport.web.escaping import web_json

        quoted = f'"{html.escape(identifier).encode("ascii", "xmlcharrefreplace").decode()}"'
        shown = web_json(identifier, ascii_only=True) if self.is_json else quoted
        return Edit(self.place, self.place, f"{self.before}{shown}{self.after}")


def about_the_article(found: Iterable[Existing], ours: Existing) -> list[Existing]:
    """Those of the descriptions that are about the article and not about one that the page only leads to.

    Those that agree with what was read in a headline or a URL, if any do; else all but those that differ in both.
    """
    described = list(found)
    same = [one for one in described if _shares_headline(one, ours) or one.addresses & ours.addresses]
    return same or [one for one in described if not (_differs(one, ours))]


def _differs(one: Existing, ours: Existing) -> bool:
    return bool(one.addresses and ours.addresses and one.headlines and ours.headlines)


def _shares_headline(one: Existing, ours: Existing) -> bool:
    return any(_same_headline(a, b) for a in one.headlines for b in ours.headlines)


def _same_headline(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) > _TELLING and long.startswith(short))


def _address(url: str) -> str:
    """A URL without what changes nothing: fragment, scheme, last slash."""
    return urldefrag(url)[0].partition("://")[2].rstrip("/").lower()


def existing_articles(document: Document, units: Units, own_id: str) -> list[Existing]:
    """All descriptions of articles at the top of the page's markup, in its order; not those in kgexport's script."""
    from kgexport.web.embed.existing_json import in_script
    from kgexport.web.embed.existing_markup import in_element
    from kgexport.web.embed.place import is_html, is_json_ld

    found: list[Existing] = []
    for element in _elements(document):
        if is_html(element, "script"):
            if is_json_ld(element) and element.attr("id") != own_id:
                found += in_script(element, units)
        else:
            found += in_element(element)
    return found


def _elements(document: Document) -> Iterator[Element]:
    """Scripts, and elements that begin a thing, but those of templates."""
    from kgexport.web.embed.place import Templates

    templates = Templates()
    for element in document.select("script, [itemtype], [typeof]"):
        if not templates.hold(element):
            yield element


def article_type(names: Iterable[str]) -> str | None:
    """The first type of an article among names or IRIs of types."""
    bare = (_SCHEMA.sub("", name, count=1) for name in names)
    return next((name for name in bare if name in ARTICLES), None)


def of_object(node: Mapping[str, Any], line: int, naming: Naming | None = None) -> Existing | None:
    """What a JSON-LD object says, with the names that the official context gives `@id` and `@type`."""
    types = node.get("@type", node.get("type"))
    kind = article_type(name for name in (types if isinstance(types, list) else [types]) if isinstance(name, str))
    if kind is None:
        return None
    stated = {_SCHEMA.sub("", name, count=1): _texts(value) for name, value in node.items() if _is_stated(name, value)}
    named = next((node[name] for name in ("@id", "id") if name in node), None)
    usable = isinstance(named, str) and named.strip() and not named.startswith("_:")
    return Existing("JSON-LD", line, kind, stated, str(named) if usable else None, naming if named is None else None)


def _is_stated(name: str, value: object) -> bool:
    return not name.startswith("@") and name not in ("id", "type") and value not in (None, "", [], {})


def _texts(value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*strings(value), *urls(value))))

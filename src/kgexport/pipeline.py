"""The way of the data in one call: a source in, a checked graph out; each step can also be called alone.

source ──read──▶ Article ──annotate──▶ Annotations ──link──▶ Annotations ──map──▶ ArticleGraph ──validate──▶ Report
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from kgexport.annotate import annotate
from kgexport.annotate.entities.extents import with_articles
from kgexport.errors import InputError
from kgexport.fetch import open_source
from kgexport.graph import ArticleGraph
from kgexport.iri import as_iri, is_web_address
from kgexport.link import link
from kgexport.model import Annotations, Article, Source, TimeValue
from kgexport.read import read_source
from kgexport.settings import Settings

if TYPE_CHECKING:
    from kgexport.authority.combined import CombinedAuthority
    from kgexport.authority.wikidata import WikidataAuthority
    from kgexport.validate import Report


@dataclass(frozen=True)
class Result:
    """What became of one source."""

    article: Article
    annotations: Annotations
    graph: ArticleGraph
    report: Report


def read_article(
    where: str,
    published: str | None = None,
    url: str | None = None,
    format: str | None = None,  # noqa: A002
) -> Article:
    """Read an article from a path, `-` (stdin) or a URL.

    `published` (`2024`, `2024-10`, `2024-10-10` or ISO 8601 date and time) and `url` state what a text cannot; `format`
    is the name of a reader where the source does not tell. Raises InputError, or OutsideError where fetching fails.
    """
    return read_opened(open_source(where), published, url, format)


def read_opened(source: Source, published: str | None, url: str | None, format: str | None) -> Article:  # noqa: A002
    """Read an article from a source that is already open; otherwise as `read_article`."""
    article = read_source(source, format)
    stated: dict[str, object] = {}
    if published is not None:
        stated["published"] = _date(published)
    if url is not None:
        stated["url"] = _url(url)
    return article.with_metadata(**stated) if stated else article


def _date(text: str) -> TimeValue:
    try:
        return TimeValue.parse(text)
    except ValueError as error:
        raise InputError(f"{text!r} is no date; give one such as 2024-10-10 or 2024-10-10T12:00+02:00") from error


def _url(url: str) -> str:
    """The URL as it is published: without fragment, user name and password; scheme and host in lower case."""
    if not is_web_address(url):
        raise InputError(f"{url!r} is no absolute URL; give one that begins with https://")
    parts = urlsplit(as_iri(url).value)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2].lower(), fragment=""))


def at_page(article: Article, page_url: str | None) -> Article:
    """The article, with the address of its page where it has none of its own: the IRIs of its graph begin with that.

    Raises InputError for an address that is no absolute URL.
    """
    if not page_url or article.metadata.url:
        return article
    return article.with_metadata(url=_url(page_url))


def annotate_article(article: Article, settings: Settings | None = None) -> Annotations:
    """Find entities, events, statements, amounts and times, and link entities to identities.

    Raises InputError where the language model or an authority of the settings cannot be used, and OutsideError where
    linking online fails.
    """
    used = settings or Settings()
    names, online = open_authorities(used)
    shown = names.typed() if names else None
    found = link(annotate(article, used.model, shown), used.linker, names, online)
    return with_articles(found) if used.articles else found


def open_authorities(settings: Settings) -> tuple[CombinedAuthority | None, WikidataAuthority | None]:
    """Where names are looked up besides the embedded authority: in the user's files, and online if wanted.

    Raises InputError for a file that cannot be used.
    """
    names, online = None, None
    if settings.authorities:
        from kgexport.authority.combined import load_authorities

        names = load_authorities(settings.authorities)
    if settings.link_online:
        from kgexport.authority.wikidata import open_wikidata

        online = open_wikidata(settings.wikidata_url, settings.cache)
    return names, online


def map_article(annotations: Annotations, settings: Settings | None = None) -> ArticleGraph:
    """The graph of an annotated article, by the RDF profile; raises InputError for a base that is no IRI."""
    from kgexport.export import with_schema_iri
    from kgexport.mapping import map_article as map_by_rules
    from kgexport.web import PageSettings, with_page

    used = settings or Settings()
    graph = with_page(map_by_rules(annotations, used.base, used.body), PageSettings.of(used))
    return with_schema_iri(graph, used.schema_iri)


def process_article(article: Article, settings: Settings | None = None) -> Result:
    """Annotate, link, map and validate an article; pySHACL is asked, and imported, where a rule may be broken."""
    from kgexport.validate import validate_graph

    used = settings or Settings()
    annotations = annotate_article(article, used)
    graph = map_article(annotations, used)
    return Result(article, annotations, graph, validate_graph(graph, engine="fast"))

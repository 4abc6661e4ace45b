"""The article itself, its authors, its publisher and the site it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from kgexport.graph import Node
from kgexport.iri import as_iri, slug
from kgexport.mapping import terms
from kgexport.mapping.context import Context
from kgexport.mapping.rule import Rule, ThingTable
from kgexport.model import Article, BlockKind, MentionKind, RoleName, Span

_ORGANIZATION_WORDS = re.compile(
    r"\b(news|staff|agency|press|times|post|desk|team|editors?|reporters|media|online)\b", re.I
)


def _text(value: str | None) -> list[Node]:
    return [terms.text(value)] if value else []


def _link(url: str | None) -> list[Node]:
    return [as_iri(url)] if url else []


def _unwrapped(article: Article, kind: BlockKind) -> list[str]:
    """The blocks of a kind, each as one line: where a plain text wraps its lines says nothing."""
    texts = (block.span.of(article.text) for block in article.blocks if block.kind is kind)
    return [" ".join(line.strip() for line in text.split("\n")) for text in texts]


def _headline(article: Article, context: Context) -> list[Node]:
    return _text(next(iter(_unwrapped(article, BlockKind.HEADLINE)), None))


def _abstract(article: Article, context: Context) -> list[Node]:
    return _text("\n".join(_unwrapped(article, BlockKind.STANDFIRST)))


def _body(article: Article, context: Context) -> list[Node]:
    """Its paragraphs, a line each."""
    return _text("\n".join(_unwrapped(article, BlockKind.PARAGRAPH))) if context.with_body else []


def _word_count(article: Article, context: Context) -> list[Node]:
    return [terms.integer(len(re.findall(r"\w+(?:[-'’]\w+)*", article.body)))]


def _dateline(article: Article, context: Context) -> list[Node]:
    if article.dateline is None:
        return []
    return _text(context.words(article.dateline.span).rstrip(" -–—"))


def _lead(article: Article) -> list[Span]:
    """The headline; where there is none, the first sentence of the body."""
    headline = [block.span for block in article.blocks if block.kind is BlockKind.HEADLINE]
    return headline or [block.span for block in article.blocks if block.kind is BlockKind.STANDFIRST]


def _about(article: Article, context: Context) -> Iterator[Node]:
    """Main events with who acts in them, and what the headline names."""
    lead = _lead(article) or [sentence.span for sentence in context.annotations.sentences[:1]]
    for entity in context.entities_in(lead):
        if any(m.kind is not MentionKind.PRONOUN and any(s.covers(m.span) for s in lead) for m in entity.mentions):
            yield context.iri(entity.key)
    for event in context.annotations.events:
        if event.main:
            yield context.iri(event.key)
            for role in event.roles:
                if role.name in (RoleName.AGENT, RoleName.RECIPIENT) and role.filler in context.entities:
                    yield context.iri(role.filler)


def _mentions(article: Article, context: Context) -> Iterator[Node]:
    """Every entity and event; amounts and quantities that nothing else leads to."""
    notes = context.annotations
    yield from (context.iri(entity.key) for entity in notes.entities)
    yield from (context.iri(event.key) for event in notes.events)
    reached = {key for event in notes.events for key in event.amounts} | {f.amount for f in context.fundings}
    values = [*(amount.key for amount in notes.amounts), *(quantity.key for quantity in notes.quantities)]
    yield from (context.iri(key) for key in values if key not in reached and key not in context.measured)


def _source(article: Article, context: Context) -> list[Node]:
    return [_website_iri(article, context)] if article.metadata.source_name else []


def _author_iri(name: str, context: Context) -> NamedNode:
    return context.minter.local(f"author-{slug(name)}")


def _publisher_iri(name: str, context: Context) -> NamedNode:
    return context.minter.local(f"publisher-{slug(name)}")


def _website_iri(article: Article, context: Context) -> NamedNode:
    return context.minter.local(f"source-{slug(article.metadata.source_name or '')}")


def _publisher(article: Article, context: Context) -> list[Node]:
    name = article.metadata.publisher
    return [_publisher_iri(name, context)] if name else []


ARTICLE_RULES: tuple[Rule[Article], ...] = (
    Rule("headline", _headline),
    Rule("abstract", _abstract),
    Rule("articleBody", _body),
    Rule("wordCount", _word_count),
    Rule("inLanguage", lambda a, c: [terms.text(a.metadata.language.lower())]),
    Rule("keywords", lambda a, c: map(terms.text, a.metadata.keywords)),
    Rule("articleSection", lambda a, c: _text(a.metadata.section)),
    Rule("datePublished", lambda a, c: [terms.moment(t) for t in (a.metadata.published,) if t]),
    Rule("dateModified", lambda a, c: [terms.moment(t) for t in (a.metadata.modified,) if t]),
    Rule("dateline", _dateline),
    Rule("author", lambda a, c: [_author_iri(name, c) for name in a.metadata.authors]),
    Rule("publisher", _publisher),
    Rule("isBasedOn", _source),
    Rule("url", lambda a, c: _link(a.metadata.url)),
    Rule("image", lambda a, c: _link(a.metadata.image)),
    Rule("about", _about),
    Rule("mentions", _mentions),
    Rule("hasPart", lambda a, c: [c.iri(quotation.key) for quotation in c.annotations.quotations]),
)
"""What is said of the article."""

ARTICLE_TABLE: ThingTable[Article] = ThingTable(
    layer=lambda context: [context.article],
    subject=lambda article, context: context.minter.article,
    types=lambda article, context: ["NewsArticle"],
    rules=ARTICLE_RULES,
    mentions=lambda article, context: (),
)


def _author_types(name: str, context: Context) -> list[str]:
    metadata = context.article.metadata
    is_body = name == metadata.publisher or _ORGANIZATION_WORDS.search(name)
    return ["Organization" if is_body else "Person"]


def _author_page(name: str, context: Context) -> list[Node]:
    """The page about an author, whom the source may write in another way there ("OLA VIK")."""
    pages = {slug(named): url for named, url in context.article.metadata.author_urls}
    return _link(pages.get(slug(name)))


AUTHOR_TABLE: ThingTable[str] = ThingTable(
    layer=lambda context: context.annotations.article.metadata.authors,
    subject=_author_iri,
    types=_author_types,
    rules=(Rule[str]("name", lambda name, c: [terms.text(name)]), Rule[str]("url", _author_page)),
    mentions=lambda name, context: (),
)


def _publishers(context: Context) -> Iterable[str]:
    publisher = context.article.metadata.publisher
    return [publisher] if publisher else []


PUBLISHER_TABLE: ThingTable[str] = ThingTable(
    layer=_publishers,
    subject=_publisher_iri,
    types=lambda name, context: ["Organization"],
    rules=(
        Rule[str]("name", lambda name, c: [terms.text(name)]),
        Rule[str]("url", lambda name, c: _link(c.article.metadata.publisher_url)),
        Rule[str]("logo", lambda name, c: _link(c.article.metadata.publisher_logo)),
    ),
    mentions=lambda name, context: (),
)

WEBSITE_TABLE: ThingTable[Article] = ThingTable(
    layer=lambda context: [context.article] if context.article.metadata.source_name else [],
    subject=_website_iri,
    types=lambda article, context: ["WebSite"],
    rules=(
        Rule[Article]("name", lambda a, c: _text(a.metadata.source_name)),
        Rule[Article]("url", lambda a, c: _link(a.metadata.source_url)),
    ),
    mentions=lambda article, context: (),
)

__all__ = ["ARTICLE_RULES", "ARTICLE_TABLE", "AUTHOR_TABLE", "PUBLISHER_TABLE", "WEBSITE_TABLE"]

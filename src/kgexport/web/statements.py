"""Adds to an article's graph what its page says: address, publisher, pictures, the place of an event; writes no JSON.

It is done before anything is exported, so that the markup of a page never says what the Turtle does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kgexport.export.schema_scheme import with_schema_iri
from kgexport.graph import ArticleGraph, Node
from kgexport.iri import as_iri, slug
from kgexport.vocabulary import RDF, SCHEMA
from kgexport.web.attending import address_triples
from kgexport.web.facts import Facts
from kgexport.web.page_settings import PageSettings


def with_page(graph: ArticleGraph, page: PageSettings) -> ArticleGraph:
    """The graph and what the page says; the same graph where that is nothing new, so that it can be done twice."""
    if graph.schema_iri != SCHEMA.iri:
        return with_schema_iri(with_page(with_schema_iri(graph, "http"), page), "https")
    facts = Facts(graph.knowledge)
    if graph.article not in facts:
        return graph
    said = (*_of_article(graph, facts, page), *_of_publisher(graph, facts, page), *_of_authors(graph, facts, page))
    more = {*said, *address_triples(graph.article, facts)} - set(graph.knowledge)
    if not more:
        return graph
    knowledge = (*graph.knowledge, *more)
    return ArticleGraph.of(graph.document, graph.evidence_name, knowledge, graph.evidence, base=graph.base)


def _of_article(graph: ArticleGraph, facts: Facts, page: PageSettings) -> Iterator[Triple]:
    article = graph.article
    own = facts.nodes(article, SCHEMA["url"])
    address = page.address or min(own, key=str, default=None)
    if address:
        yield Triple(article, SCHEMA["mainEntityOfPage"], address)
    for url in page.images:
        yield Triple(article, SCHEMA["image"], as_iri(url))
    if page.speakable:
        said = NamedNode(f"{graph.document.value}#speakable")
        yield Triple(article, SCHEMA["speakable"], said)
        yield Triple(said, RDF["type"], SCHEMA["SpeakableSpecification"])
        yield from (Triple(said, SCHEMA["cssSelector"], Literal(selector)) for selector in page.speakable)


def _of_publisher(graph: ArticleGraph, facts: Facts, page: PageSettings) -> Iterator[Triple]:
    """Name, home page and logo; the last two never for a publisher of another name."""
    stated = facts.nodes(graph.article, SCHEMA["publisher"])
    if not stated and page.publisher:
        node = NamedNode(f"{graph.document.value}#publisher-{slug(page.publisher)}")
        yield Triple(graph.article, SCHEMA["publisher"], node)
        yield Triple(node, RDF["type"], SCHEMA["Organization"])
        yield Triple(node, SCHEMA["name"], Literal(page.publisher))
        stated = [node]
    for node in stated if len(stated) == 1 else ():
        names = {*map(_folded, facts.texts(node, "name"))}
        if page.publisher and names and _folded(page.publisher) not in names:
            continue
        yield from _addresses(node, facts, {"url": page.publisher_url, "logo": page.publisher_logo})


def _of_authors(graph: ArticleGraph, facts: Facts, page: PageSettings) -> Iterator[Triple]:
    pages = {_folded(name): url for name, url in page.author_urls}
    for author in facts.nodes(graph.article, SCHEMA["author"]):
        for name in facts.texts(author, "name"):
            yield from _addresses(author, facts, {"url": pages.get(_folded(name))})


def _addresses(node: NamedNode, facts: Facts, urls: dict[str, str | None]) -> Iterator[Triple]:
    """The addresses that the article itself does not give."""
    for name, url in urls.items():
        if url and not facts.has(node, name):
            value: Node = as_iri(url)
            yield Triple(node, SCHEMA[name], value)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())

"""The index over the pages of several articles: what each is, and whom and what they share; knows no single page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kgexport.graph import ArticleGraph
from kgexport.model import Article
from kgexport.rendering.summary import counted
from kgexport.validate import Report
from kgexport.view.kinds import ENTITIES, Kind
from kgexport.view.page import UNTITLED
from kgexport.view.templates import render_page
from kgexport.view.things import Things
from kgexport.view.wording import moment, plain

MOST_SHARED = 200
"""How many shared entities an index lists at most; those in the most articles are taken."""


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as an index knows it."""

    iri: str
    id: str
    """Its id on the article's page."""
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Entry:
    """One article's line."""

    file: str
    """The name of its page, beside the index."""
    headline: str
    date: str
    """As published; empty where the source does not say."""
    counts: tuple[str, ...]
    """How much was found: `3 events`."""
    conforms: bool
    about: tuple[str, ...]
    """Names of what the article is about."""
    linked: tuple[Named, ...]
    """Entities with an identity outside of the article, so that two articles can share them."""
    words: str
    """What the search box looks in: headline and names."""


@dataclass(frozen=True, slots=True)
class Shared:
    """An entity that more than one article names."""

    named: Named
    entries: tuple[tuple[Entry, str], ...]
    """The articles, with the id of the entity on the page of each."""


def entry_of(file: str, article: Article, graph: ArticleGraph, report: Report) -> Entry:
    """The line of an article whose page has that file name."""
    things = Things(graph)
    entities = things.of(*ENTITIES)
    published = article.metadata.published
    local = graph.document.value + "#"
    headline = " ".join((article.headline or UNTITLED).split())
    counts = (
        counted(len(entities), "entity", "entities"),
        counted(len(things.of("event")), "event"),
        counted(len(things.of("quote", "claim")), "statement"),
    )
    return Entry(
        file=file,
        headline=headline,
        date=published.lexical if published else "",
        counts=counts,
        conforms=report.conforms,
        about=tuple(value.text for value in things.article.values("about"))[:6],
        linked=tuple(Named(t.iri, t.id, t.name, t.kind) for t in entities if not t.iri.startswith(local)),
        words=plain(" ".join((headline, *(thing.name for thing in entities)))).casefold(),
    )


def index_page(entries: Sequence[Entry]) -> bytes:
    """A page that lists the articles, the latest first, and the entities that they share; one file, as `view_page`."""
    ordered = sorted(sorted(entries, key=lambda entry: entry.file), key=lambda entry: entry.date, reverse=True)
    found = _shared(ordered)
    return render_page(
        "index.html",
        title=f"{len(entries):,} articles" if len(entries) != 1 else "1 article",
        language="en",
        entries=[(entry, moment(entry.date)) for entry in ordered],
        shared=found[:MOST_SHARED],
        left_out=max(0, len(found) - MOST_SHARED),
    )


def _shared(entries: Iterable[Entry]) -> list[Shared]:
    """The entities of at least two articles, those of the most articles first."""
    found: dict[str, list[tuple[Entry, Named]]] = {}
    for entry in entries:
        for named in entry.linked:
            found.setdefault(named.iri, []).append((entry, named))
    several = [
        Shared(some[0][1], tuple((entry, named.id) for entry, named in some))
        for some in found.values()
        if len(some) > 1
    ]
    return sorted(several, key=lambda shared: (-len(shared.entries), shared.named.name, shared.named.iri))

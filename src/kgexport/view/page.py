"""The page of one article: gathers what its sections show and fills the template; reads no source and no settings.

The stable entry for whoever wants a page is `view_page`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgexport.export import export_graph
from kgexport.graph import ArticleGraph
from kgexport.model import Annotations, Article, BlockKind
from kgexport.validate import Report, Severity, Verdict
from kgexport.view.atlas import atlas
from kgexport.view.happenings import cards, timeline
from kgexport.view.kinds import BY_NAME, ENTITIES
from kgexport.view.marks import Marker, Stretch, marks_of
from kgexport.view.network import network
from kgexport.view.picture import frame
from kgexport.view.shapes import EXTRA
from kgexport.view.speech import sayings, sums
from kgexport.view.templates import render_page, verbatim
from kgexport.view.things import Thing, Things, time_places
from kgexport.view.wording import moment, plain

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_RULES: dict[Verdict, str] = {
    Verdict.PROFILE: "What kgexport promises of its graphs (SHACL shapes and checks)",
    Verdict.SPEC: "schema.org: known terms, in their domain and range",
    Verdict.WEB: "What search engines ask of markup in pages",
}
UNTITLED = "Article without a headline"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the article, cut at its mentions."""

    kind: str
    stretches: tuple[Stretch, ...]


def view_page(article: Article, annotations: Annotations, graph: ArticleGraph, report: Report) -> bytes:
    """The article, its events and its graph as one HTML file (UTF-8): nothing is loaded from anywhere, ever.

    `annotations` and `graph` are what the pipeline made of the article (the graph with its evidence), `report` the
    outcome of validating the graph. The same bytes for the same input. Everything of the article is escaped.
    """
    things = Things(graph)
    return render_page(
        "page.html",
        **_reading(article, things, graph),
        **_pictures(things, graph),
        things=things,
        entities=[(BY_NAME[name], things.of(name)) for name in ENTITIES],
        others=things.of("other"),
        cards=(made := cards(things, graph, article.text, annotations.sentences)),
        timeline=timeline(made),
        quotations=sayings(things, "quote"),
        claims=sayings(things, "claim"),
        sums=sums(things),
        turtle=verbatim(export_graph(graph, "turtle")),
        jsonld=verbatim(export_graph(graph, "jsonld")),
        report=report,
        verdicts=_verdicts(report),
        triples=len(graph.knowledge),
        evidence_triples=len(graph.evidence),
    )


def _reading(article: Article, things: Things, graph: ArticleGraph) -> dict[str, object]:
    """What the head of the page and its article show."""
    blocks = _blocks(article, things, graph)
    language = article.metadata.language
    first = next((i for i, block in enumerate(blocks) if block.kind == BlockKind.HEADLINE), None)
    return {
        "title": plain(article.headline or UNTITLED),
        "language": language if _LANGUAGE.fullmatch(language) else "en",
        "facts": _facts(article),
        "headline": None if first is None else blocks[first],
        "blocks": [block for i, block in enumerate(blocks) if i != first],
        "about": [things.by_id[value.thing] for value in things.article.values("about") if value.thing],
        "most": _most_named(things),
    }


def _pictures(things: Things, graph: ArticleGraph) -> dict[str, object]:
    """The graph's picture and the map."""
    drawn = network(things, graph)
    return {"drawn": drawn, "frame": frame(drawn), "atlas": atlas(things), "map_extra": EXTRA}


def _blocks(article: Article, things: Things, graph: ArticleGraph) -> list[Paragraph]:
    marker = Marker(article.text, marks_of(things.all, time_places(graph)))
    return [
        Paragraph(block.kind.value, tuple(marker.stretches(block.span.begin, block.span.end)))
        for block in article.blocks
    ]


def _most_named(things: Things) -> list[Thing]:
    """The entities that the text speaks of most often."""
    return sorted(things.of(*ENTITIES), key=lambda thing: -len(thing.places))[:8]


def _verdicts(report: Report) -> list[tuple[str, int, int]]:
    """Each set of rules with its violations and the other findings."""
    found = [(verdict, [f.severity for f in report.findings if f.verdict is verdict]) for verdict in report.verdicts]
    return [(_RULES[verdict], (bad := some.count(Severity.VIOLATION)), len(some) - bad) for verdict, some in found]


def _facts(article: Article) -> list[tuple[str, str]]:
    """What the source says about itself, for the head of the page."""
    about = article.metadata
    stated = (
        ("Published", moment(about.published.lexical) if about.published else ""),
        ("Changed", moment(about.modified.lexical) if about.modified else ""),
        ("By", ", ".join(about.authors)),
        ("In", about.publisher or ""),
        ("Section", about.section or ""),
        ("Source", about.source_name or ""),
        ("Address", about.url or ""),
    )
    return [(label, value) for label, value in stated if value]

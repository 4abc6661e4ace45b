"""Makes the markup of a page short enough: drops the least important first, and says what; never half a thing.

The table of cuts is the order of importance. What an article result is made of (headline, dates, author, publisher,
picture, address) is not in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from kgexport.export.reading_order import natural
from kgexport.graph import ArticleGraph
from kgexport.vocabulary import PROV, RDF, SCHEMA
from kgexport.web.facts import Facts, local
from kgexport.web.selection import closed

CUTS: tuple[tuple[str, str], ...] = (
    ("article", "articleBody"),  # the page has the text anyway
    ("things", "additionalProperty geo identifier"),
    ("things", "alternateName"),
    ("things", "description award"),
    ("each", "hasPart"),
    ("things", "*"),  # how the things are related
    ("each", "mentions"),
    ("article", "wordCount dateline"),
    ("article", "isBasedOn"),
    ("article", "keywords articleSection"),
    ("article", "abstract"),
    ("each", "about"),
    ("article", "inLanguage speakable"),
)
"""The least important first: these properties of the article, of all other things, or of the article one by one."""

_STAY = frozenset({"name", "text", "headline", "sameAs", "url", "logo", "jobTitle", "creator", "spokenByCharacter"})
"""What a thing keeps as long as it is there."""
_NAMED = 8
"""How many things are named in a line: the others are counted."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One step on the way to a shorter page."""

    what: str
    """The property that is dropped, `mentions`."""
    drops: Callable[[Triple], bool] | Triple
    """The one triple, or a test for all of them."""
    thing: str | None = None
    """The name of what goes with it, where it goes alone."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What had to go, of one property."""

    what: str
    """The property."""
    count: int
    """How many values of it."""
    names: tuple[str, ...]
    """The names of the things that went with it."""

    def __str__(self) -> str:
        more = ["…"] if len(self.names) > _NAMED else []
        names = f": {', '.join([*self.names[:_NAMED], *more])}" if self.names else ""
        return f"{self.what} ({self.count}{names})"


def cuts(graph: ArticleGraph, triples: tuple[Triple, ...]) -> tuple[Cut, ...]:
    """The cuts that change anything, in their order."""
    facts = Facts(triples)
    made = [cut for whose, names in CUTS for cut in _cuts(whose, names, graph, facts)]
    return tuple(cut for cut in made if isinstance(cut.drops, Triple) or any(map(cut.drops, triples)))


def after(article: NamedNode, triples: tuple[Triple, ...], done: tuple[Cut, ...]) -> tuple[Triple, ...]:
    """What is left of the triples: closed again."""
    dropped = _dropped(triples, done)
    return closed(article, (item for item in triples if item not in dropped)) if dropped else triples


def _dropped(triples: tuple[Triple, ...], done: tuple[Cut, ...]) -> set[Triple]:
    """What the cuts themselves take away, without what then is not reached any more."""
    tests = [cut.drops for cut in done if not isinstance(cut.drops, Triple)]
    named = {cut.drops for cut in done if isinstance(cut.drops, Triple)}
    return named | {item for item in triples if any(test(item) for test in tests)}


def left_out(before: tuple[Triple, ...], left: tuple[Triple, ...], done: tuple[Cut, ...]) -> tuple[LeftOut, ...]:
    """What the cuts took away, a line a property, in the order of the cuts; what only went with it is not counted."""
    kept = Facts(left)
    gone = {item for item in _dropped(before, done) if item.subject in kept}
    counts = Counter(local(item.predicate) or "" for item in gone)
    names: dict[str, list[str]] = {}
    for cut in done:
        names.setdefault(cut.what, []).extend([cut.thing] if cut.thing else [])
    order = [name for _, line in CUTS for name in line.split()]
    known = sorted(counts, key=lambda name: (order.index(name) if name in order else order.index("*"), name))
    return tuple(LeftOut(name, counts[name], tuple(names.get(name, ()))) for name in known)


def _cuts(whose: str, line: str, graph: ArticleGraph, facts: Facts) -> Iterator[Cut]:
    names = frozenset(line.split())
    if whose == "each":
        for name in names:
            for node in _least_first(graph, facts, facts.nodes(graph.article, SCHEMA[name])):
                yield Cut(name, Triple(graph.article, SCHEMA[name], node), _name(node, facts))
    elif whose == "article":
        yield Cut(line, lambda item: item.subject == graph.article and local(item.predicate) in names)
    else:
        kept = _keepers(graph, facts)
        yield Cut(line, lambda item: item.subject not in kept and _is_detail(item, names))


def _is_detail(item: Triple, names: frozenset[str]) -> bool:
    if item.predicate == RDF["type"]:
        return False
    name = local(item.predicate)
    return name not in _STAY if "*" in names else name in names


def _keepers(graph: ArticleGraph, facts: Facts) -> set[NamedNode]:
    """What is never cut into: the article, who made it, the event and its place, values that make no sense in part."""
    whole = {graph.article}
    for node in facts:
        if facts.types(node) & {"Event", "GeoCoordinates", "PostalAddress", "PropertyValue", "SpeakableSpecification"}:
            whole |= {node, *facts.nodes(node, SCHEMA["location"])}
    for name in ("author", "publisher"):
        whole.update(facts.nodes(graph.article, SCHEMA[name]))
    return whole


def _least_first(graph: ArticleGraph, facts: Facts, nodes: list[NamedNode]) -> list[NamedNode]:
    """What the article names seldom before what it names often; what has an identity, and the event, last."""
    often = Counter(item.subject for item in graph.evidence if item.predicate == PROV["wasDerivedFrom"])

    def importance(node: NamedNode) -> tuple[bool, bool, int]:
        return "Event" in facts.types(node), bool(facts.values(node, SCHEMA["sameAs"])), often[node]

    return sorted(sorted(nodes, key=lambda node: natural(node.value), reverse=True), key=importance)


def _name(node: NamedNode, facts: Facts) -> str | None:
    return min(facts.texts(node, "name"), default=None)

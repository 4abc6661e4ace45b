"""Many articles at once, without a language model: the expected graphs of tests/golden under other names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
    serialize,
)

from tests.support.process import ROOT

Term = NamedNode | BlankNode | Literal | Triple
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = frozenset(_XSD + name for name in ("integer", "decimal"))
_SCHEMA = "http://schema.org/"
_PLACE = b"https://news.example/story"

ODD = [
    *("plain", 'with "quotes", \\ and \t', "two\nlines", "Ünï \u2028 😀", "", "</script>", "'); DROP GRAPH <x> #"),
    "long " * 30_000,
]
"""Texts that stores and their parsers have trouble with."""
TYPED = {
    "gYear": "2024",
    "gYearMonth": "2024-10",
    "gMonthDay": "--10-10",
    "date": "2024-10-10",
    "dateTime": "2024-10-10T12:00:00+02:00",
    "time": "12:00:00",
    "duration": "P3D",
    "integer": "5000000",
    "decimal": "0.50",
    "anyURI": "https://n.example/",
}
"""A literal of each data type that kgexport writes."""


@dataclass(frozen=True)
class Corpus:
    """Files, and what each graph in them holds."""

    folder: Path
    graphs: dict[str, set[Triple]]
    forms: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def form_of(self, name: str) -> tuple[str, ...]:
        """The canonical form of a graph, made once."""
        if name not in self.forms:
            self.forms[name] = canonical_form(self.graphs[name])
        return self.forms[name]

    def change_one(self) -> str:
        """Give the first article another headline and take a triple away, in its file; the name of its graph."""
        path = sorted(self.folder.glob("*.nq"))[0]
        quads = sorted(parse(path.read_bytes(), format=RdfFormat.N_QUADS), key=str)
        name = next(
            q.graph_name for q in quads if isinstance(q.graph_name, NamedNode) and "#" not in q.graph_name.value
        )
        own = [quad for quad in quads if quad.graph_name == name]
        new = Quad(own[0].subject, NamedNode(_SCHEMA + "headline"), Literal("Another headline"), name)
        changed = [quad for quad in quads if quad != own[0]] + [new]
        path.write_bytes(_written(changed))
        self.forms.pop(name.value, None)
        self.graphs[name.value] = {quad.triple for quad in changed if quad.graph_name == name}
        return name.value


def make_corpus(folder: Path, count: int) -> Corpus:
    """`count` articles as N-Quads, cut to a third; every twentieth whole and with its evidence, the last one odd."""
    folder.mkdir(parents=True)
    texts = [_as_news(path.read_bytes()) for path in sorted((ROOT / "tests/golden/expected").glob("*.trig"))]
    graphs: dict[str, set[Triple]] = {}
    for number in range(count):
        quads = _variant(texts[number % len(texts)], number) if number + 1 < count else _odd()
        (folder / f"article-{number:04}.nq").write_bytes(_written(quads))
        for quad in quads:
            graphs.setdefault(_graph(quad).value, set()).add(quad.triple)
    return Corpus(folder, graphs)


def _graph(quad: Quad) -> NamedNode:
    assert isinstance(quad.graph_name, NamedNode)
    return quad.graph_name


def _written(quads: list[Quad]) -> bytes:
    return serialize(quads, format=RdfFormat.N_QUADS) or b""


def _as_news(trig: bytes) -> bytes:
    """N-Quads with the document's IRI at one place on the web."""
    quads = list(parse(trig, format=RdfFormat.TRIG))
    names = {_graph(quad).value.partition("#")[0] for quad in quads}
    (document,) = names
    return _written(quads).replace(document.encode(), _PLACE)


def _variant(text: bytes, number: int) -> list[Quad]:
    """The article under a name of its own; most are cut short, since what counts is their number."""
    own = text.replace(_PLACE, f"{_PLACE.decode()}-{number}".encode())
    quads = sorted(parse(own, format=RdfFormat.N_QUADS), key=str)
    if number % 20 == 0:
        return quads
    knowledge = [quad for quad in quads if not _graph(quad).value.endswith("#evidence")]
    return [quad for n, quad in enumerate(knowledge) if n % 3 == number % 3 or str(quad.subject).endswith("#article>")]


def _odd() -> list[Quad]:
    document = "https://news.example/größe/a'b(c)/q=1&r=2;%20x"
    article, graph = NamedNode(f"{document}#article"), NamedNode(document)
    values = [Literal(text) for text in ODD] + [Literal("tagged", language="de-at")]
    values += [Literal(text, datatype=NamedNode(_XSD + name)) for name, text in TYPED.items()]
    quads = [Quad(article, NamedNode(f"{_SCHEMA}keywords"), value, graph) for value in values]
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    return [*quads, Quad(article, kind, NamedNode(f"{_SCHEMA}NewsArticle"), graph)]


def canonical_form(triples: Iterable[Triple]) -> tuple[str, ...]:
    """The RDFC-1.0 form of a graph, in which numbers stand for their values: 0.50 is 0.5, and 1.0 is 1."""
    dataset = Dataset(Quad(t.subject, t.predicate, _number(t.object)) for t in triples)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0_SHA_256)
    return tuple(sorted(map(str, dataset)))


def _number(term: Term) -> Term:
    if isinstance(term, Literal) and term.datatype.value in _NUMBERS:
        return Literal(f"{Decimal(term.value).normalize():f}", datatype=NamedNode(_XSD + "decimal"))
    return term


def changed_types(sent: set[Triple], back: set[Triple]) -> set[str]:
    """Data types of which some literal did not come back as it was sent."""
    return {
        triple.object.datatype.value.removeprefix(_XSD) for triple in sent - back if isinstance(triple.object, Literal)
    }

"""IRIs come from content: what an unrelated paragraph adds leaves the names of everything else as they were."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kgexport.graph import ArticleGraph
from kgexport.model import Source
from kgexport.pipeline import process_article, read_opened
from kgexport.vocabulary import KGX, NIF, PROV, RDF, SCHEMA, Namespace

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
URL = "https://news.example/storm"

STORY = (
    "Storm kills three in Lunde",
    "LUNDE, Norway (AP) — Two officers rescued a family from a flooded house in Lunde on Monday, police said.",
    "Three people were killed and 40 were injured when the roof of a school collapsed, officials said.",
    "“We lost everything,” said Kari Holm, a teacher. “The water rose within minutes.”",
    "Protesters blocked the road to the harbour on Tuesday. Two officers arrested a man.",
    "Prime Minister Ola Vik said Norway would give 5 million euros to Sudland.",
    "Two officers were injured. The mayor thanked two officers who had carried a child to safety.",
)
"""An article with people without a name, several of them described alike, acts of speech and counts."""

UNRELATED = (
    "Wheat was cheap.",
    "The museum opens at nine and closes at five.",
    "In other news, Zelda Quimby founded a bakery in Perth in 1987.",
    "“Bread is warm,” said Zelda Quimby, a baker.",
    "Gardeners in Perth sold 300 roses for $900.",
    "A court in Perth fined two cyclists.",
)
PLACES = st.integers(2, len(STORY))


@cache
def graph_of(paragraphs: tuple[str, ...]) -> ArticleGraph:
    source = Source("\n\n".join(paragraphs).encode(), "text/plain", "storm.txt")
    return process_article(read_opened(source, "2024-05-07", URL, None)).graph


def things(graph: ArticleGraph) -> set[str]:
    """The IRIs of all that the knowledge describes."""
    return {triple.subject.value for triple in graph.knowledge if isinstance(triple.subject, NamedNode)}


def values(graph: ArticleGraph, subject: str, name: str, space: Namespace = SCHEMA) -> list[str]:
    triples = (*graph.knowledge, *graph.evidence)
    found = [t.object for t in triples if t.subject == NamedNode(subject) and t.predicate == space[name]]
    return [str(value.value) for value in found]  # type: ignore[union-attr]


def of_class(graph: ArticleGraph, iri: NamedNode) -> set[str]:
    return {t.subject.value for t in graph.knowledge if t.predicate == RDF["type"] and t.object == iri}  # type: ignore[union-attr]


def test_the_story_has_what_this_is_about() -> None:
    graph = graph_of(STORY)
    officers = {iri for iri in of_class(graph, KGX["Group"]) if "two-officers" in iri}
    assert len(officers) >= 1
    assert len([t for t in graph.knowledge if t.predicate == SCHEMA["result"]]) >= 3
    assert len([t for t in graph.knowledge if t.predicate == KGX["quantity"]]) >= 2


@settings(max_examples=15, deadline=None, derandomize=True, database=None, suppress_health_check=[*HealthCheck])
@given(st.lists(st.tuples(PLACES, st.sampled_from(UNRELATED)), min_size=1, max_size=3, unique_by=lambda item: item[1]))
def test_an_unrelated_paragraph_leaves_every_iri_as_it_was(added: list[tuple[int, str]]) -> None:
    paragraphs = [*STORY]
    for place, paragraph in sorted(added, reverse=True):
        paragraphs.insert(place, paragraph)
    assert things(graph_of(STORY)) - things(graph_of(tuple(paragraphs))) == set()


def test_what_is_new_leads_back_to_its_words() -> None:
    graph = graph_of(STORY)
    text = values(graph, f"{URL}#text", "isString", NIF)[0]
    for iri in sorted(of_class(graph, KGX["Group"])):
        mentions = values(graph, iri, "wasDerivedFrom", PROV)
        kinds = {kind for mention in mentions for kind in values(graph, mention, "mentionKind", KGX)}
        assert kinds
        assert kinds <= {"nominal", "pronoun"}
    for triple in graph.knowledge:
        if triple.predicate == SCHEMA["result"]:
            _is_the_cue(graph, triple.subject.value, text)  # type: ignore[union-attr]
        if triple.predicate == KGX["quantity"]:
            mentions = values(graph, triple.object.value, "wasDerivedFrom", PROV)  # type: ignore[union-attr]
            words = {_words(mention, text).lower().split()[0] for mention in mentions}
            assert words in ({"two"}, {"three"}, {"40"})


def _is_the_cue(graph: ArticleGraph, event: str, text: str) -> None:
    assert {_words(mention, text) for mention in values(graph, event, "wasDerivedFrom", PROV)} == {"said"}
    carriers = [
        t.subject.value
        for t in graph.evidence
        if t.predicate == RDF["subject"] and t.object == NamedNode(event) and isinstance(t.subject, NamedNode)
    ]
    said = [iri for iri in carriers if values(graph, iri, "predicate", RDF) == [SCHEMA["result"].value]]
    assert said
    for carrier in said:
        assert {_words(mention, text) for mention in values(graph, carrier, "wasDerivedFrom", PROV)} == {"said"}


def _words(mention: str, text: str) -> str:
    begin, end = map(int, mention.rpartition("=")[2].split(","))
    return text[begin:end]


def test_the_bytes_of_an_article_do_not_depend_on_the_hash_seed() -> None:
    script = (
        "import hashlib\n"
        "from kgexport.export import FORMATS, export_graph\n"
        "from tests.property.test_identity import STORY, graph_of\n"
        "for item in FORMATS:\n"
        "    print(item.name, hashlib.sha256(export_graph(graph_of(STORY), item, True)).hexdigest())\n"
    )
    path = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    outputs = set()
    for seed in "012":
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            [sys.executable, "-c", script], env=environment, check=True, capture_output=True, timeout=120
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert outputs.pop().count(b"\n") >= 5

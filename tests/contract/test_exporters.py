"""What every exporter must hold to, run over every format of the table."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import BaseDirection, Literal, NamedNode, Triple

from kgexport.export.base import Exporter
from kgexport.export.formats import FORMATS, Format, by_name, export_graph
from kgexport.export.schema_scheme import with_schema_iri
from kgexport.graph import ArticleGraph
from kgexport.vocabulary import SCHEMA
from tests.fixtures.export.graphs import doc, graph_of, rich_graph, small_graph
from tests.fixtures.export.readers import by_pyld, by_pyoxigraph, by_rdflib, expected

ROOT = Path(__file__).resolve().parents[2]

every_format = pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
every_graph = pytest.mark.parametrize(
    "graph", [small_graph(), rich_graph(), graph_of([])], ids=["small", "rich", "empty"]
)
with_and_without = pytest.mark.parametrize("evidence", [False, True], ids=["knowledge", "evidence"])


@every_format
def test_it_is_an_exporter(format_: Format) -> None:
    exporter: Exporter = format_.exporter
    assert exporter.export(small_graph(), evidence=False) == export_graph(small_graph(), format_, evidence=False)


@every_format
@every_graph
@with_and_without
def test_pyoxigraph_reads_the_same_graph(format_: Format, graph: ArticleGraph, evidence: bool) -> None:
    data = export_graph(graph, format_, evidence)
    assert by_pyoxigraph(data, format_) == expected(graph, format_, evidence)


@every_format
@every_graph
@with_and_without
def test_rdflib_reads_the_same_graph(format_: Format, graph: ArticleGraph, evidence: bool) -> None:
    data = export_graph(graph, format_, evidence)
    assert by_rdflib(data, format_) == expected(graph, format_, evidence)


@every_graph
@with_and_without
def test_pyld_reads_the_same_graph_and_loads_nothing(graph: ArticleGraph, evidence: bool) -> None:
    data = export_graph(graph, "jsonld", evidence)
    assert by_pyld(data) == expected(graph, by_name("jsonld"), evidence)


@every_format
def test_the_https_scheme_reads_back(format_: Format) -> None:
    graph = with_schema_iri(rich_graph(), "https")
    data = export_graph(graph, format_, evidence=True)
    assert by_pyoxigraph(data, format_) == expected(graph, format_, evidence=True)
    assert b"http://schema.org/headline" not in data


@every_format
@with_and_without
def test_the_order_of_the_input_does_not_matter(format_: Format, evidence: bool) -> None:
    graph, shuffle = rich_graph(), random.Random(7).sample
    mixed = graph_of(shuffle(graph.knowledge, len(graph.knowledge)), shuffle(graph.evidence, len(graph.evidence)))
    unsorted = ArticleGraph(
        graph.document,
        graph.evidence_name,
        tuple(shuffle(graph.knowledge, len(graph.knowledge))),
        tuple(shuffle(graph.evidence, len(graph.evidence))),
    )
    data = export_graph(graph, format_, evidence)
    assert export_graph(mixed, format_, evidence) == data
    assert export_graph(unsorted, format_, evidence) == data


@every_format
def test_evidence_is_left_out_unless_asked_for(format_: Format) -> None:
    assert b"anchorOf" not in export_graph(small_graph(), format_, evidence=False)
    assert b"anchorOf" in export_graph(small_graph(), format_, evidence=True)
    assert export_graph(small_graph(), format_) == export_graph(small_graph(), format_, evidence=format_.evidence)


@every_format
def test_there_are_no_blank_nodes(format_: Format) -> None:
    for quad in pyoxigraph.parse(export_graph(rich_graph(), format_, evidence=True), format_.rdf_format):
        assert isinstance(quad.subject, NamedNode)
        assert isinstance(quad.object, NamedNode | Literal)


@every_format
def test_it_is_utf_8_with_unix_line_ends_and_one_at_the_end(format_: Format) -> None:
    text = export_graph(small_graph(), format_, evidence=True).decode()
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    assert "\ufeff" not in text
    assert not re.search(r"[ \t]\n", text)


@pytest.mark.parametrize("name", ["turtle", "trig"])
@every_graph
@with_and_without
def test_only_used_prefixes_are_printed(name: str, graph: ArticleGraph, evidence: bool) -> None:
    text = export_graph(graph, name, evidence).decode()
    prefixes = re.findall(r"^@prefix (\w*): <.*> \.$", text, re.MULTILINE)
    body = re.sub(r"^@prefix .*\n", "", text, flags=re.MULTILINE)
    assert prefixes == sorted(prefixes)
    for prefix in prefixes:
        assert re.search(rf"(?:^|[\s^]){prefix}:\w", body, re.MULTILINE), f"{prefix}: is not used"


@every_graph
@with_and_without
def test_the_context_holds_only_what_is_used(graph: ArticleGraph, evidence: bool) -> None:
    document = json.loads(export_graph(graph, "jsonld", evidence))
    context = document.pop("@context")
    words = set(_strings(document))
    definitions = set(_strings(context))
    prefixes = {word.partition(":")[0] for word in words | definitions if ":" in word}
    for word, definition in context.items():
        is_prefix = isinstance(definition, str) and definition.endswith(("/", "#"))
        assert word in (prefixes if is_prefix else words), f"{word} is not used"


def _strings(value: object) -> Iterator[str]:
    """Every key and every string in some JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value:
            yield from _strings(item)
        if isinstance(value, dict):
            yield from _strings(list(value.values()))


@with_and_without
def test_formats_hold_the_same_graph_as_each_other(evidence: bool) -> None:
    read = {item.name: by_pyoxigraph(export_graph(rich_graph(), item, evidence), item) for item in FORMATS}
    assert read["turtle"] == read["jsonld"] == read["ntriples"]
    assert read["trig"] == read["nquads"]


def test_the_knowledge_in_trig_is_the_turtle() -> None:
    turtle = export_graph(small_graph(), "turtle").decode().partition("\n\n")[2]
    trig = export_graph(small_graph(), "trig").decode().partition("{\n")[2].partition("\n}\n")[0]
    assert re.sub(r"^    ", "", trig, flags=re.MULTILINE) + "\n" == turtle


@every_format
def test_a_base_direction_is_refused_in_one_line(format_: Format) -> None:
    name = Literal("x", language="ar", direction=BaseDirection.RTL)
    with pytest.raises(ValueError, match="base direction"):
        export_graph(graph_of([Triple(doc("a"), SCHEMA["name"], name)]), format_)


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    script = (
        "import hashlib\n"
        "from kgexport.export.formats import FORMATS, export_graph\n"
        "from tests.fixtures.export.graphs import rich_graph\n"
        "for item in FORMATS:\n"
        "    print(item.name, hashlib.sha256(export_graph(rich_graph(), item, True)).hexdigest())\n"
    )
    outputs = set()
    for seed in "012":
        path = os.pathsep.join([str(ROOT), str(ROOT / "src")])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-c", script]
        outputs.add(subprocess.run(command, env=environment, check=True, capture_output=True, timeout=60).stdout)
    assert len(outputs) == 1
    assert len(outputs.pop().splitlines()) == len(FORMATS)

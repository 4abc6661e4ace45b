"""What the markup of a page must hold to, over the graphs that every exporter is tried with."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from kgexport.export import FORMATS, WEB_JSONLD, by_name, export_graph, with_schema_iri
from kgexport.export.base import Exporter
from kgexport.graph import ArticleGraph
from kgexport.inputs.formats import by_extension
from kgexport.validate import validate_triples
from kgexport.validate.report import Verdict
from kgexport.vocabulary import SCHEMA
from kgexport.web import web_profile, with_page
from kgexport.web.page_settings import PageSettings
from tests.fixtures.export.graphs import graph_of, rich_graph, small_graph
from tests.support.page_graphs import crowded_graph, festival_graph
from tests.support.web import faults, things, triples_by_pyld, with_xsd_dates

ROOT = Path(__file__).resolve().parents[2]
every_graph = pytest.mark.parametrize(
    "graph",
    [small_graph(), rich_graph(), festival_graph(), crowded_graph(), with_schema_iri(small_graph(), "https")],
    ids=["small", "rich", "festival", "crowded", "https"],
)


def test_it_is_a_format_that_users_can_name_and_no_format_of_whole_graphs() -> None:
    assert by_name("web-jsonld") is by_name("Web") is WEB_JSONLD
    assert WEB_JSONLD not in FORMATS
    exporter: Exporter = WEB_JSONLD.exporter
    assert exporter.export(small_graph(), evidence=True) == export_graph(small_graph(), WEB_JSONLD)


def test_its_files_are_beside_those_of_json_ld_and_read_as_such() -> None:
    assert WEB_JSONLD.extension not in [item.extension for item in FORMATS]
    found = by_extension(f"article{WEB_JSONLD.extension}")
    assert found is not None
    assert found.label == "JSON-LD"


@every_graph
def test_it_is_a_part_of_the_graph_and_its_page(graph: ArticleGraph) -> None:
    read = with_xsd_dates(triples_by_pyld(json.loads(export_graph(graph, WEB_JSONLD))))
    whole = with_page(with_schema_iri(graph, "http"), PageSettings())
    assert read == set(web_profile(graph).triples)
    assert read <= set(whole.knowledge)


@every_graph
def test_nothing_is_empty_lost_or_said_twice(graph: ArticleGraph) -> None:
    assert not faults(web_profile(graph).data)


@every_graph
def test_only_terms_of_schema_org_are_in_it(graph: ArticleGraph) -> None:
    data = web_profile(graph).data
    assert data["@context"] == "https://schema.org"
    for thing in things(data):
        types = thing.get("@type", [])
        names = {*thing, *([types] if isinstance(types, str) else types)}
        assert all(name in SCHEMA for name in names if not name.startswith("@")), thing


@every_graph
def test_it_breaks_no_rule_of_schema_org_and_of_search_engines(graph: ArticleGraph) -> None:
    read = triples_by_pyld(web_profile(graph).data)
    report = validate_triples(read, (Verdict.SPEC, Verdict.WEB))
    assert report.conforms, report.to_text()


@every_graph
def test_the_order_of_the_input_does_not_matter(graph: ArticleGraph) -> None:
    shuffle = random.Random(7).sample
    knowledge, evidence = (tuple(shuffle(side, len(side))) for side in (graph.knowledge, graph.evidence))
    mixed = ArticleGraph(graph.document, graph.evidence_name, knowledge, evidence, graph.schema_iri)
    assert export_graph(mixed, WEB_JSONLD) == export_graph(graph, WEB_JSONLD)


def test_an_empty_graph_has_no_markup() -> None:
    assert json.loads(export_graph(graph_of([]), WEB_JSONLD)) == {"@context": "https://schema.org"}


def test_it_is_utf_8_with_one_line_end_at_the_end() -> None:
    text = export_graph(festival_graph(), WEB_JSONLD).decode()
    assert text.endswith("}\n")
    assert "\r" not in text


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    script = (
        "import hashlib\n"
        "from kgexport.web import PageSettings, web_profile\n"
        "from tests.support.page_graphs import crowded_graph\n"
        "for budget in (None, 3000, 1500):\n"
        "    made = web_profile(crowded_graph(), PageSettings(max_bytes=budget))\n"
        "    print(hashlib.sha256((made.text + str(made.left_out)).encode()).hexdigest())\n"
    )
    outputs = set()
    for seed in "012":
        path = os.pathsep.join([str(ROOT), str(ROOT / "src")])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-c", script]
        outputs.add(subprocess.run(command, env=environment, check=True, capture_output=True, timeout=60).stdout)
    assert len(outputs) == 1
    assert len(set(outputs.pop().splitlines())) == 3

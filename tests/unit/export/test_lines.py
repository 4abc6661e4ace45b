from __future__ import annotations

from pyoxigraph import Literal

from kgexport.export.formats import export_graph
from kgexport.vocabulary import SCHEMA
from tests.fixtures.export.graphs import DOCUMENT, doc, graph_of, said, small_graph


def test_lines_are_canonical() -> None:
    texts = said(doc("a"), (SCHEMA["name"], 'q " b \\ \n\r\t é'), (SCHEMA["name"], Literal("x", language="EN")))
    assert export_graph(graph_of(texts), "nt").decode() == (
        f'<{DOCUMENT}#a> <http://schema.org/name> "q \\" b \\\\ \\n\\r\\t é" .\n'
        f'<{DOCUMENT}#a> <http://schema.org/name> "x"@en .\n'
    )


def test_lines_are_in_code_point_order() -> None:
    for name in ("nt", "nq"):
        lines = export_graph(small_graph(), name, evidence=True).split(b"\n")[:-1]
        assert lines == sorted(lines)


def test_a_quad_names_its_graph() -> None:
    lines = export_graph(small_graph(), "nq", evidence=True).decode().splitlines()
    graph = small_graph()
    assert sum(line.endswith(f" <{DOCUMENT}> .") for line in lines) == len(graph.knowledge)
    assert sum(line.endswith(f" <{DOCUMENT}#evidence> .") for line in lines) == len(graph.evidence)


def test_what_both_graphs_say_is_said_once_in_triples() -> None:
    triples = said(doc("a"), (SCHEMA["name"], "x"))
    assert export_graph(graph_of(triples, triples), "nt", evidence=True).count(b"\n") == 1
    assert export_graph(graph_of(triples, triples), "nq", evidence=True).count(b"\n") == 2

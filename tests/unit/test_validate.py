"""Checking graphs: every hand-broken graph gives exactly its findings, whole graphs conform, reports read well."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from kgexport.errors import InputError
from kgexport.graph import ArticleGraph
from kgexport.validate import (
    Finding,
    Report,
    Severity,
    render,
    validate_file,
    validate_graph,
    validate_triples,
)
from kgexport.vocabulary import XSD

CASES = Path(__file__).resolve().parents[1] / "shapes"
VALID = sorted((CASES / "valid").iterdir())
INVALID = sorted((CASES / "invalid").glob("*.ttl"))
DOCUMENT = "https://news.example/a"

Seen = tuple[str, str | None, str | None, str | None, str]


def _seen(finding: Finding) -> Seen:
    value = finding.value.value if finding.value is not None else None
    return (finding.severity.value, finding.focus, finding.property, value, finding.shape)


def _expected(path: Path) -> list[Seen]:
    def whole(name: str | None) -> str | None:
        return DOCUMENT + name if name and name.startswith("#") else name

    rows = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))["finding"]
    return [
        (
            row.get("severity", "violation"),
            whole(row.get("focus")),
            row.get("property"),
            whole(row.get("value")),
            row["shape"],
        )
        for row in rows
    ]


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_a_broken_graph_gives_exactly_the_findings_that_are_expected(path: Path) -> None:
    report = validate_file(path)
    expected = _expected(path)
    assert sorted(map(str, map(_seen, report.findings))) == sorted(map(str, expected))
    assert report.conforms is all(row[0] != "violation" for row in expected)


def test_there_are_enough_broken_graphs_and_each_has_its_expectation() -> None:
    assert len(INVALID) >= 25
    assert sorted(path.stem for path in INVALID) == sorted(path.stem for path in (CASES / "invalid").glob("*.toml"))


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.name)
def test_a_graph_of_every_class_of_the_profile_conforms_without_a_remark(path: Path) -> None:
    report = validate_file(path)
    assert report.findings == ()
    assert report.conforms
    assert report.focus_count > 25


def _article_graph(schema_iri: str = "http://schema.org/") -> ArticleGraph:
    document = "https://news.example/2024/ferry"
    sides: dict[bool, list[Triple]] = {False: [], True: []}
    text = (CASES / "valid" / "with-evidence.trig").read_text(encoding="utf-8")
    for quad in parse(text.replace("http://schema.org/", schema_iri), format=RdfFormat.TRIG):
        sides[quad.graph_name != NamedNode(document)].append(quad.triple)
    names = NamedNode(document), NamedNode(document + "#evidence")
    return ArticleGraph.of(*names, sides[False], sides[True], schema_iri=schema_iri)


@pytest.mark.parametrize("schema_iri", ["http://schema.org/", "https://schema.org/"])
@pytest.mark.parametrize("evidence", [True, False])
def test_an_article_graph_conforms_in_either_schema_namespace(schema_iri: str, evidence: bool) -> None:
    report = validate_graph(_article_graph(schema_iri), evidence=evidence)
    assert report.findings == ()
    assert report.conforms
    assert report.focus_count == (65 if evidence else 34)


def test_a_finding_names_the_thing_the_property_the_value_and_the_shape() -> None:
    (finding,) = validate_file(CASES / "invalid" / "person-works-for-city.ttl").findings
    assert finding == Finding(
        severity=Severity.VIOLATION,
        thing="Kari Holm",
        focus=DOCUMENT + "#entity-kari-holm",
        property="schema:worksFor",
        value=NamedNode(DOCUMENT + "#entity-oslo"),
        message="A person works for, or is affiliated with, an organization; "
        "a country in that place is also a schema:Organization.",
        shape="Person-worksFor",
    )


@pytest.mark.parametrize(
    ("case", "thing"),
    [
        ("article-word-count-as-text", "News"),
        ("claim-without-verb", "it rains"),
        ("mention-too-confident", "Norway"),
        ("money-without-currency", "#amount-x"),
        ("empty", "the graph"),
    ],
)
def test_a_thing_is_called_by_what_readers_know_it_by(case: str, thing: str) -> None:
    assert validate_file(CASES / "invalid" / f"{case}.ttl").findings[0].thing == thing


def test_a_long_name_is_cut() -> None:
    article = NamedNode(DOCUMENT + "#quote-long")
    rdf_type = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    text = Triple(article, NamedNode("http://schema.org/text"), Literal("word\n" * 100))
    report = validate_triples([Triple(article, rdf_type, NamedNode("http://schema.org/Quotation")), text])
    assert report.findings[0].thing == "word " * 11 + "word…"


@pytest.mark.parametrize("extension", ["nt", "nq", "trig", "ttl", "jsonld"])
def test_every_format_gives_the_same_report(extension: str, tmp_path: Path) -> None:
    source = CASES / "invalid" / "event-without-status.ttl"
    path = tmp_path / f"graph.{extension}"
    rdf_format = {"jsonld": RdfFormat.JSON_LD}.get(extension) or RdfFormat.from_extension(extension)
    assert rdf_format is not None
    serialize((quad.triple for quad in parse(path=source)), output=path, format=rdf_format)
    assert validate_file(path) == validate_file(source)


def test_a_syntax_error_says_file_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text('<http://a.example/a>\n  <http://a.example/b> "c" ;\n  oops .\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"broken\.ttl:3:\d+: not Turtle: "):
        validate_file(path)


def test_a_remote_context_is_not_fetched(tmp_path: Path) -> None:
    path = tmp_path / "page.jsonld"
    path.write_text('{"@context": "https://a.example/context", "@type": "Person"}', encoding="utf-8")
    with pytest.raises(InputError, match=r"context 'https://a.example/context' is elsewhere and is not fetched"):
        validate_file(path)


def test_a_missing_file_and_an_unknown_extension_are_input_errors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.ttl: No such file"):
        validate_file(tmp_path / "gone.ttl")
    (tmp_path / "graph.xyz").write_bytes(b"\0")
    with pytest.raises(InputError, match=r"neither RDF nor HTML .*\.json, \.jsonld, \.n3, \.nq, \.nt, .*\.trig, \.ttl"):
        validate_file(tmp_path / "graph.xyz")


def test_checking_is_silent_and_leaves_rdflib_as_it_is(capfd: pytest.CaptureFixture[str]) -> None:
    before = (rdflib.NORMALIZE_LITERALS, list(logging.getLogger("rdflib.term").filters))
    validate_file(CASES / "invalid" / "article-date-impossible.ttl")
    assert (rdflib.NORMALIZE_LITERALS, list(logging.getLogger("rdflib.term").filters)) == before
    assert capfd.readouterr() == ("", "")


def test_values_stay_as_they_are_written() -> None:
    report = validate_file(CASES / "invalid" / "mention-too-confident.ttl")
    assert report.findings[0].value == Literal("90.0", datatype=XSD["decimal"])


def test_importing_the_package_loads_no_heavy_library() -> None:
    code = "import sys, kgexport.validate; print(sorted({'rdflib', 'pyshacl'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_report_does_not_depend_on_the_hash_seed(seed: str) -> None:
    path = CASES / "invalid" / "event-and-person.ttl"
    code = (
        "import sys, pathlib; from kgexport.validate import *; "
        "sys.stdout.write(validate_file(pathlib.Path(sys.argv[1])).to_json())"
    )
    run = [sys.executable, "-c", code, str(path)]
    paths = str(Path(__file__).resolve().parents[2] / "src")
    done = subprocess.run(
        run, capture_output=True, check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": paths}, encoding="utf-8"
    )
    assert done.stdout == validate_file(path).to_json()


def test_findings_are_sorted_and_come_once() -> None:
    warning = Finding(Severity.WARNING, "a", "http://a.example/", None, None, "m", "s")
    error = Finding(Severity.VIOLATION, "z", "http://z.example/", None, None, "m", "s")
    report = Report.of([warning, error, warning], 2)
    assert report.findings == (error, warning)
    assert not report.conforms
    assert Report.of([warning], 1).conforms
    assert not Report.of([], 0).conforms


def test_the_text_reads_well() -> None:
    report = validate_file(CASES / "invalid" / "person-works-for-city.ttl")
    assert report.to_text("city.ttl") == (
        "city.ttl\n"
        "  profile: what kgexport promises of its graphs\n"
        "    Kari Holm <https://news.example/a#entity-kari-holm>\n"
        "      error   schema:worksFor #entity-oslo: A person works for, or is affiliated with, an organization; "
        "a country in that place is also a schema:Organization. [Person-worksFor]\n"
        "city.ttl does not conform: 3 nodes checked, 1 error, 0 warnings\n"
    )


def test_the_json_is_whole() -> None:
    report = validate_file(CASES / "invalid" / "money-with-a-sign.ttl")
    whole = json.loads(report.to_json("money.ttl"))
    assert (whole["source"], whole["conforms"], whole["focusCount"]) == ("money.ttl", False, 3)
    (finding,) = whole["findings"]
    assert finding["value"] == {"text": "€", "datatype": "xsd:string"}
    assert (finding["thing"], finding["shape"]) == ("#amount-x", "MonetaryAmount-currency")


def test_the_turtle_is_a_validation_report_without_blank_nodes() -> None:
    report = validate_file(CASES / "invalid" / "event-and-person.ttl")
    graph = rdflib.Graph().parse(data=report.to_turtle("event.ttl"), format="turtle")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    (whole,) = graph.subjects(rdflib.RDF.type, sh.ValidationReport)
    assert len(list(graph.objects(whole, sh.result))) == len(report.findings)
    assert {str(focus) for focus in graph.objects(None, sh.focusNode)} == {f.focus for f in report.findings}
    assert not any(isinstance(node, rdflib.BNode) for node in graph.all_nodes())


def test_the_sarif_has_a_result_for_each_finding() -> None:
    report = validate_file(CASES / "invalid" / "claim-review.ttl")
    (run,) = json.loads(render(report, "sarif", "claim.ttl"))["runs"]
    assert [result["level"] for result in run["results"]] == ["error", "warning"]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {f.shape for f in report.findings}

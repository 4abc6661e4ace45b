"""`kgexport validate` as users call it: every option, exit codes, terminals, files that are whole or not there."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from kgexport.errors import KgexportError
from kgexport.validate.engines import make_engine
from tests.support.process import Run, kgexport
from tests.support.standin import Answer, stand_in

PREFIXES = "@prefix schema: <http://schema.org/> .\n@prefix : <https://news.example/a#> .\n"
ARTICLE = (
    ':article a schema:NewsArticle ; schema:headline "News" ; schema:inLanguage "en" ; schema:mentions :kari, :oslo .\n'
)
CITY = ':oslo a schema:City ; schema:name "Oslo" .\n'
GOOD = ARTICLE + CITY + ':kari a schema:Person ; schema:name "Kari Holm" .\n'
BAD = GOOD + ":kari schema:worksFor :oslo .\n"
ODD = GOOD + ':kari schema:gender "female" .\n'

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a graph that conforms, one that does not, one with a warning, an empty and a broken one."""
    texts = {"good": GOOD, "bad": BAD, "odd": ODD, "empty": "", "broken": ":kari a ."}
    for name, text in texts.items():
        (tmp_path / f"{name}.ttl").write_text(PREFIXES + text, encoding="utf-8")
    return tmp_path


def _errors(done: Run) -> list[str]:
    assert "Traceback" not in done.err
    return [line for line in done.err.splitlines() if line.startswith("kgexport: ")]


def _what_is_missing(engine: str) -> str:
    try:
        make_engine(engine)
    except KgexportError as error:
        return str(error)
    return ""


def test_a_graph_that_conforms(folder: Path) -> None:
    done = kgexport("validate", "good.ttl", cwd=folder)
    assert (done.code, done.err) == (0, "")
    assert done.out == "good.ttl conforms: 3 nodes checked, 0 errors, 0 warnings\n"


def test_a_graph_that_does_not_conform(folder: Path) -> None:
    done = kgexport("validate", "bad.ttl", cwd=folder)
    assert (done.code, done.err) == (1, "")
    lines = done.out.splitlines()
    assert lines[:3] == [
        "bad.ttl",
        "  profile: what kgexport promises of its graphs",
        "    Kari Holm <https://news.example/a#kari>",
    ]
    assert lines[3].startswith("      error   schema:worksFor #oslo: ")
    assert lines[3].endswith(" [Person-worksFor]")
    assert lines[4:] == ["bad.ttl does not conform: 3 nodes checked, 1 error, 0 warnings"]


def test_nothing_to_check_is_no_pass(folder: Path) -> None:
    done = kgexport("validate", "empty.ttl", cwd=folder)
    assert done.code == 1
    assert "[nothing-to-check]" in done.out


def test_a_bad_source_does_not_lose_the_others(folder: Path) -> None:
    done = kgexport("validate", "-f", "json", "broken.ttl", "good.ttl", "gone.ttl", "bad.ttl", cwd=folder)
    assert done.code == 2
    assert len(_errors(done)) == 2
    assert "broken.ttl:3:" in _errors(done)[0]
    assert "gone.ttl: No such file" in _errors(done)[1]
    report = json.loads(done.out)
    assert [(row["source"], row["conforms"], "error" in row) for row in report["sources"]] == [
        ("broken.ttl", False, True),
        ("good.ttl", True, False),
        ("gone.ttl", False, True),
        ("bad.ttl", False, False),
    ]


@pytest.mark.parametrize("form", ["text", "table"])
def test_nothing_is_printed_about_a_source_that_is_gone(form: str, folder: Path) -> None:
    done = kgexport("validate", "gone.ttl", "-f", form, cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert len(_errors(done)) == 1


class TestSources:
    def _checked(self, folder: Path, *arguments: str, stdin: bytes = b"") -> list[str]:
        done = kgexport("validate", "-f", "json", "--fail-on", "never", *arguments, cwd=folder, stdin=stdin)
        return [row["source"] for row in json.loads(done.out)["sources"] if "error" not in row]

    def test_a_folder_a_pattern_and_stdin(self, folder: Path) -> None:
        assert self._checked(folder, ".") == ["bad.ttl", "empty.ttl", "good.ttl", "odd.ttl"]
        assert self._checked(folder, "*d.ttl", "bad.ttl") == ["bad.ttl", "good.ttl", "odd.ttl"]
        assert self._checked(folder, "-", stdin=(PREFIXES + GOOD).encode()) == ["-"]

    def test_a_named_graph_of_an_endpoint(self, folder: Path) -> None:
        answer = Answer((PREFIXES + BAD).encode(), headers={"Content-Type": "text/turtle"})
        with stand_in(lambda _: answer) as server:
            call = ("validate", "--endpoint", server.url, "--graph", "https://news.example/a")
            done = kgexport(*call, cwd=folder)
        assert done.code == 1, done.err
        assert "[Person-worksFor]" in done.out
        assert "GRAPH <https://news.example/a>" in server.asked[0]["query"]

    def test_a_server_that_is_not_there_is_code_three(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            address = f"http://127.0.0.1:{probe.getsockname()[1]}/sparql"
        done = kgexport("validate", "good.ttl", "--endpoint", address, cwd=folder)
        assert done.code == 3
        assert len(_errors(done)) == 1
        assert "good.ttl conforms" in done.out

    def test_a_graph_without_its_endpoint_is_one_line(self, folder: Path) -> None:
        done = kgexport("validate", "--graph", "https://news.example/a", cwd=folder)
        assert (done.code, done.out) == (2, "")
        assert _errors(done) == ["kgexport: --graph is a graph of an --endpoint; give that too"]

    def test_pages_are_checked_by_spec_and_web_unless_it_is_said(self, folder: Path) -> None:
        data = '{"@context": "https://schema.org", "@type": "NewsArticle", "headlin": "Title"}'
        (folder / "page.html").write_text(f'<html><script type="application/ld+json">{data}</script>', encoding="utf-8")
        by_default = json.loads(kgexport("validate", "page.html", "good.ttl", "-f", "json", cwd=folder).out)
        said = json.loads(kgexport("validate", "page.html", "-f", "json", "--profile", "profile", cwd=folder).out)
        assert [row["verdicts"] for row in by_default["sources"]] == [["spec", "web"], ["profile"]]
        assert "schema:headlin" in {finding["property"] for finding in by_default["findings"]}
        assert [row["verdicts"] for row in said["sources"]] == [["profile"]]

    def test_what_is_worth_knowing_about_a_source_goes_to_stderr(self, folder: Path) -> None:
        (folder / "page.html").write_text("<!doctype html><html><body><p>No data.</p></body></html>", encoding="utf-8")
        done = kgexport("validate", "page.html", cwd=folder)
        assert done.code == 1
        assert done.err.startswith("page.html: ")


class TestFormats:
    def _of(self, form: str, folder: Path) -> str:
        done = kgexport("validate", "bad.ttl", "good.ttl", "--format", form, cwd=folder)
        assert (done.code, done.err) == (1, "")
        return done.out

    def test_table(self, folder: Path) -> None:
        head, _, row, *last = self._of("table", folder).splitlines()
        assert head.split() == "source severity verdict thing property value message rule".split()
        assert row.split()[:5] == ["bad.ttl", "error", "profile", "Kari", "Holm"]
        assert row.endswith("Person-worksFor")
        assert last == [
            "bad.ttl does not conform: 3 nodes checked, 1 error, 0 warnings",
            "good.ttl conforms: 3 nodes checked, 0 errors, 0 warnings",
            "2 sources: 1 conform, 1 do not",
        ]

    def test_json(self, folder: Path) -> None:
        report = json.loads(self._of("json", folder))
        assert [source["conforms"] for source in report["sources"]] == [False, True]
        assert [(row["source"], row["shape"]) for row in report["findings"]] == [("bad.ttl", "Person-worksFor")]

    def test_sarif(self, folder: Path) -> None:
        (run,) = json.loads(self._of("sarif", folder))["runs"]
        assert [result["ruleId"] for result in run["results"]] == ["Person-worksFor"]
        assert [rule["helpUri"] for rule in run["tool"]["driver"]["rules"]] == ["https://schema.org/worksFor"]

    def test_junit(self, folder: Path) -> None:
        suites = ElementTree.fromstring(self._of("junit", folder))
        assert [(suite.get("name"), suite.get("failures")) for suite in suites] == [("bad.ttl", "1"), ("good.ttl", "0")]

    def test_turtle(self, folder: Path) -> None:
        quads = list(ox.parse(self._of("turtle", folder).encode(), format=ox.RdfFormat.TURTLE))
        said = [quad.object.value for quad in quads if quad.predicate.value.endswith("#conforms")]
        assert said == ["false", "true"]

    def test_an_unknown_one_is_one_line(self, folder: Path) -> None:
        done = kgexport("validate", "bad.ttl", "-f", "sarfi", cwd=folder)
        assert (done.code, done.out) == (2, "")
        assert _errors(done) == [
            "kgexport: unknown report format 'sarfi' (did you mean sarif?); "
            "known: json, junit, sarif, table, text, turtle"
        ]


class TestOutput:
    def test_the_report_goes_into_a_file_and_a_line_to_stderr(self, folder: Path) -> None:
        done = kgexport("validate", "bad.ttl", "-f", "json", "-o", "found.json", cwd=folder)
        assert (done.code, done.out) == (1, "")
        assert done.err == "found.json: 1 violations, 0 warnings, 0 infos\n"
        assert json.loads((folder / "found.json").read_text(encoding="utf-8"))["conforms"] is False

    def test_a_file_that_cannot_be_written_is_one_line_and_leaves_nothing(self, folder: Path) -> None:
        before = sorted(folder.rglob("*"))
        done = kgexport("validate", "bad.ttl", "-o", "no/found.json", cwd=folder)
        assert (done.code, done.out) == (2, "")
        assert _errors(done) == ["kgexport: cannot write no/found.json: its folder does not exist; make it first"]
        assert sorted(folder.rglob("*")) == before

    def test_an_old_report_stays_when_there_is_no_new_one(self, folder: Path) -> None:
        (folder / "found.txt").write_text("old")
        done = kgexport("validate", "bad.ttl", "-o", "found.txt", "--baseline", "gone.json", cwd=folder)
        assert done.code == 2
        assert (folder / "found.txt").read_text() == "old"


class TestFailOn:
    @pytest.mark.parametrize(
        ("source", "least", "code"),
        [
            ("bad.ttl", "violation", 1),
            ("bad.ttl", "never", 0),
            ("odd.ttl", "violation", 0),
            ("odd.ttl", "warning", 1),
            ("odd.ttl", "info", 1),
            ("good.ttl", "info", 0),
            ("gone.ttl", "never", 2),
        ],
    )
    def test_the_exit_code(self, source: str, least: str, code: int, folder: Path) -> None:
        assert kgexport("validate", source, "--fail-on", least, cwd=folder).code == code

    def test_an_unknown_severity_is_one_line(self, folder: Path) -> None:
        done = kgexport("validate", "good.ttl", "--fail-on", "error", cwd=folder)
        assert done.code == 2
        assert _errors(done) == ["kgexport: unknown severity 'error'; known: info, never, violation, warning"]


class TestMaxFindings:
    def test_the_first_are_shown_and_the_others_counted(self, folder: Path) -> None:
        done = kgexport("validate", "odd.ttl", "bad.ttl", "--max-findings", "1", cwd=folder)
        assert done.code == 1
        assert "[unknown-term]" in done.out
        assert "[Person-worksFor]" not in done.out
        assert "1 more finding not shown" in done.out

    def test_none_is_possible_and_less_is_not(self, folder: Path) -> None:
        done = kgexport("validate", "bad.ttl", "--max-findings", "0", cwd=folder)
        assert done.out.splitlines()[-1] == "1 more finding not shown"
        assert kgexport("validate", "bad.ttl", "--max-findings", "-1", cwd=folder).code == 2


class TestBaseline:
    def test_what_is_written_is_accepted_and_told_when_it_is_gone(self, folder: Path) -> None:
        done = kgexport("validate", "bad.ttl", "odd.ttl", "--write-baseline", "known.json", cwd=folder)
        assert (done.code, done.err) == (0, "known.json: 2 accepted\n")
        done = kgexport("validate", "bad.ttl", "odd.ttl", "--baseline", "known.json", "--fail-on", "info", cwd=folder)
        assert (done.code, done.err) == (0, "")
        assert "bad.ttl conforms: 3 nodes checked, 0 errors, 0 warnings, 1 accepted" in done.out
        (folder / "bad.ttl").write_text(PREFIXES + GOOD, encoding="utf-8")
        done = kgexport("validate", "bad.ttl", "odd.ttl", "--baseline", "known.json", cwd=folder)
        assert done.code == 0
        assert "1 accepted finding no longer found" in done.out
        assert "  Person-worksFor: Kari Holm schema:worksFor" in done.out

    def test_what_is_new_fails(self, folder: Path) -> None:
        kgexport("validate", "odd.ttl", "--write-baseline", "known.json", cwd=folder)
        done = kgexport("validate", "odd.ttl", "bad.ttl", "--baseline", "known.json", cwd=folder)
        assert done.code == 1
        assert "[Person-worksFor]" in done.out
        assert "[unknown-term]" not in done.out

    def test_nothing_to_check_cannot_be_accepted(self, folder: Path) -> None:
        assert kgexport("validate", "empty.ttl", "--write-baseline", "known.json", cwd=folder).code == 1
        assert kgexport("validate", "empty.ttl", "--baseline", "known.json", cwd=folder).code == 1

    def test_it_is_not_written_where_a_source_could_not_be_read(self, folder: Path) -> None:
        (folder / "known.json").write_text("old")
        done = kgexport("validate", "broken.ttl", "bad.ttl", "--write-baseline", "known.json", cwd=folder)
        assert done.code == 2
        assert _errors(done)[-1] == "kgexport: known.json is not written: broken.ttl could not be checked"
        assert "[Person-worksFor]" in done.out
        assert (folder / "known.json").read_text() == "old"

    def test_a_file_that_is_none_is_one_line(self, folder: Path) -> None:
        done = kgexport("validate", "good.ttl", "--baseline", "good.ttl", cwd=folder)
        assert (done.code, done.out) == (2, "")
        assert len(_errors(done)) == 1
        assert "good.ttl: not a baseline" in done.err


class TestProfile:
    @pytest.mark.parametrize(
        ("arguments", "verdicts"),
        [
            ((), ["profile"]),
            (("--profile", "spec"), ["spec"]),
            (("--profile", "spec,profile"), ["profile", "spec"]),
            (("--profile", "spec", "--profile", "profile, spec"), ["profile", "spec"]),
        ],
    )
    def test_several_may_be_asked(self, arguments: tuple[str, ...], verdicts: list[str], folder: Path) -> None:
        done = kgexport("validate", "good.ttl", "-f", "json", *arguments, cwd=folder)
        assert json.loads(done.out)["sources"][0]["verdicts"] == verdicts

    @pytest.mark.parametrize(("name", "hint"), [("webb", " (did you mean web?)"), ("", ""), ("spec,", "")])
    def test_an_unknown_one_is_one_line(self, name: str, hint: str, folder: Path) -> None:
        done = kgexport("validate", "good.ttl", "--profile", name, cwd=folder)
        assert (done.code, done.out) == (2, "")
        unknown = "webb" if hint else ""
        assert _errors(done) == [f"kgexport: unknown profile '{unknown}'{hint}; known: profile, spec, web"]


class TestEngine:
    def test_the_reference_by_name(self, folder: Path) -> None:
        assert kgexport("validate", "good.ttl", "--engine", "pyshacl", cwd=folder).code == 0

    def test_an_unknown_one_is_one_line(self, folder: Path) -> None:
        done = kgexport("validate", "good.ttl", "--engine", "fsat", cwd=folder)
        assert done.code == 2
        assert _errors(done) == ["kgexport: unknown engine 'fsat' (did you mean fast?); known: fast, pyshacl, shacl"]

    @pytest.mark.parametrize("engine", ["fast", "shacl"])
    def test_another_says_the_same_or_what_to_install(self, engine: str, folder: Path) -> None:
        wanted = kgexport("validate", "bad.ttl", "odd.ttl", "-f", "json", cwd=folder)
        done = kgexport("validate", "bad.ttl", "odd.ttl", "-f", "json", "--engine", engine, cwd=folder)
        missing = _what_is_missing(engine)
        if missing:
            assert (done.code, done.out) == (2, "")
            assert _errors(done) == [f"kgexport: {missing}"]
        else:
            assert (done.code, done.out, done.err) == (wanted.code, wanted.out, wanted.err)


class TestCompare:
    def test_the_engines_are_compared_over_a_sample(self, folder: Path) -> None:
        done = kgexport("validate", "bad.ttl", "broken.ttl", "good.ttl", "odd.ttl", "--compare", "2", cwd=folder)
        assert done.code == 2
        (said,) = done.err.splitlines()[1:]
        assert said.startswith("2 of 4 graphs compared")
        assert said.endswith("fast and pyshacl say the same")

    def test_a_difference_is_told_and_is_an_error_of_our_own(self, folder: Path) -> None:
        (folder / "half_blind.py").write_text(
            "from kgexport.validate.engines.pyshacl_engine import PyshaclEngine\n"
            "class Engine(PyshaclEngine):\n"
            "    def check(self, facts, verdict):\n"
            "        findings, focus = super().check(facts, verdict)\n"
            "        return [found for found in findings if found.shape != 'Person-worksFor'], focus\n",
            encoding="utf-8",
        )
        program = (
            "import kgexport.validate.engines as engines, kgexport.cli\n"
            "engines.ENGINES['fast'] = 'half_blind:Engine'\n"
            "kgexport.cli.main()"
        )
        call = [
            sys.executable,
            "-c",
            program,
            "validate",
            "good.ttl",
            "bad.ttl",
            "--compare",
            "9",
            "--fail-on",
            "never",
        ]
        done = subprocess.run(call, cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8")
        assert done.returncode == 70
        assert "[Person-worksFor]" in done.stdout
        said, alone = done.stderr.splitlines()
        assert said.startswith("2 of 2 graphs compared")
        assert "fast and pyshacl differ" in said
        assert alone.startswith("graph 2, pyshacl alone: Person-worksFor, Kari Holm")

    def test_there_is_nothing_to_compare_without_shapes(self, folder: Path) -> None:
        done = kgexport("validate", "good.ttl", "--profile", "spec", "--compare", "1", cwd=folder)
        assert (done.code, done.out) == (2, "")
        assert len(_errors(done)) == 1


class TestVocabulary:
    def test_terms_are_those_of_the_release_that_is_given(self, folder: Path) -> None:
        (folder / "release.ttl").write_text(
            "@prefix schema: <https://schema.org/> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
            "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
            "schema:Person a rdfs:Class . schema:name a rdf:Property ; schema:rangeIncludes schema:Person .\n",
            encoding="utf-8",
        )
        call = ("validate", "good.ttl", "--profile", "spec", "-f", "json")
        assert kgexport(*call, cwd=folder).code == 0
        done = kgexport(*call, "--vocabulary", "release.ttl", cwd=folder)
        assert done.code == 1
        assert "unknown-class" in {finding["shape"] for finding in json.loads(done.out)["findings"]}

    def test_one_that_cannot_be_read_is_a_line_a_source(self, folder: Path) -> None:
        done = kgexport("validate", "good.ttl", "--profile", "spec", "--vocabulary", "broken.ttl", cwd=folder)
        assert (done.code, done.out) == (2, "")
        assert len(_errors(done)) == 1
        assert "broken.ttl" in _errors(done)[0]


def test_a_vocabulary_that_is_missing_is_one_line(folder: Path) -> None:
    done = kgexport("validate", "good.ttl", "bad.ttl", "--profile", "spec", "--vocabulary", "no.ttl", cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert _errors(done) == ["kgexport: no.ttl: no such file; --vocabulary is a release of schema.org as RDF"]


class TestRules:
    def test_a_rule_is_explained_with_examples(self, folder: Path) -> None:
        done = kgexport("validate", "--explain", "Person-worksFor", cwd=folder)
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith("Person-worksFor · profile · violation\n")
        assert all(word in done.out for word in ("why", "https://schema.org/worksFor", "  good\n", "  bad\n"))

    def test_a_rule_that_is_none_is_one_line(self, folder: Path) -> None:
        done = kgexport("validate", "--explain", "Person-worksfor!", cwd=folder)
        assert (done.code, done.out) == (2, "")
        assert "did you mean Person-worksFor" in _errors(done)[0]

    def test_all_rules_are_listed_or_those_of_a_profile(self, folder: Path) -> None:
        listed = {
            options: kgexport("validate", "--list-rules", *options, cwd=folder)
            for options in ((), ("--profile", "spec"))
        }
        every, spec = ({line.split()[0]: line.split()[1] for line in done.out.splitlines()} for done in listed.values())
        assert every["Person-worksFor"] == every["nothing-to-check"] == "profile"
        assert every["wrong-domain"] == "spec"
        assert set(spec) < set(every)
        assert set(spec.values()) == {"spec"}


def test_no_graph_is_one_line(folder: Path) -> None:
    done = kgexport("validate", cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert _errors(done) == ["kgexport: name the graphs to check: kgexport validate GRAPH… (more with --help)"]


def test_help_tells_the_exit_codes(folder: Path) -> None:
    words = " ".join(kgexport("validate", "--help", cwd=folder).out.split())
    for code in ("0 nothing that --fail-on names", "1 something, or nothing to check", "2 wrong use", "3 network"):
        assert code in words


def test_messages_can_be_json(folder: Path) -> None:
    done = kgexport("--log-format", "json", "validate", "bad.ttl", "gone.ttl", "-o", "found.txt", cwd=folder)
    rows = [json.loads(line) for line in done.err.splitlines()]
    assert [row["level"] for row in rows] == ["error", "info"]
    assert (rows[0]["source"], rows[1]["violations"]) == ("gone.ttl", 1)


def test_a_name_that_is_no_utf8_is_shown(folder: Path) -> None:
    name = os.fsdecode(b"b\xffd.ttl")
    try:
        (folder / name).write_text(PREFIXES + BAD, encoding="utf-8")
    except OSError:
        pytest.skip("this file system has UTF-8 names only")
    for form in ("text", "json", "sarif"):
        done = kgexport("validate", folder / name, "-f", form, cwd=folder)
        assert done.code == 1, done.err


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX terminal")
class TestTerminal:
    def _shown(self, folder: Path, *arguments: str, **environ: str) -> str:
        """What a terminal of 60 columns gets."""
        import pty

        ours, theirs = pty.openpty()
        clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM", "COLUMNS")}
        call = [sys.executable, "-W", "error", "-m", "kgexport", "validate", "bad.ttl", *arguments]
        with subprocess.Popen(
            call, cwd=folder, stdout=theirs, stdin=subprocess.DEVNULL, env={**clean, "COLUMNS": "60", **environ}
        ) as process:
            os.close(theirs)
            shown = b""
            while piece := _read(ours):
                shown += piece
        os.close(ours)
        assert process.returncode == 1
        return shown.decode()

    def test_it_is_coloured(self, folder: Path) -> None:
        shown = self._shown(folder, TERM="xterm-256color")
        assert "\x1b[1;31merror  \x1b[0m schema:worksFor" in shown
        assert "\x1b[1mKari Holm\x1b[0m" in shown

    def test_a_table_keeps_to_the_width(self, folder: Path) -> None:
        shown = self._shown(folder, "-f", "table", TERM="dumb")
        assert max(len(line.rstrip()) for line in shown.splitlines()[:-1]) <= 60
        assert "\x1b" not in shown
        assert "\x1b[1;31merror" in self._shown(folder, "-f", "table", TERM="xterm")

    @pytest.mark.parametrize("environ", [{"NO_COLOR": "1", "TERM": "xterm"}, {"TERM": "dumb"}])
    def test_it_is_plain_where_colours_are_not_wanted(self, environ: dict[str, str], folder: Path) -> None:
        assert "\x1b" not in self._shown(folder, **environ)

    def test_programs_and_files_get_no_colours(self, folder: Path) -> None:
        assert "\x1b" not in self._shown(folder, "-f", "json", TERM="xterm")
        self._shown(folder, "-o", "found.txt", TERM="xterm")
        assert "\x1b" not in (folder / "found.txt").read_text(encoding="utf-8")
        assert "\x1b" not in kgexport("validate", "bad.ttl", cwd=folder, TERM="xterm").out


def _read(terminal: int) -> bytes:
    """What there is to read; Linux raises an error where the other side has gone."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""

"""The commands on good input, as users call them."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
import rdflib

from tests.support.process import SAMPLE, kgexport

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the sample was exported with no option."""
    folder = tmp_path_factory.mktemp("sample")
    done = kgexport("export", SAMPLE, cwd=folder)
    assert done.code == 0, done.err
    assert done.out == ""
    assert "conforms" in done.err
    return folder / "out"


def test_the_main_job_writes_turtle_and_jsonld(out: Path) -> None:
    assert sorted(path.name for path in out.iterdir()) == [f"{SAMPLE.stem}.jsonld", f"{SAMPLE.stem}.ttl"]


def test_the_graph_conforms_with_more_than_thirty_focus_nodes(out: Path) -> None:
    done = kgexport("validate", out / f"{SAMPLE.stem}.ttl", "-f", "json", cwd=out)
    assert done.code == 0, done.out
    report = json.loads(done.out)
    assert report["conforms"] is True
    assert report["focusCount"] > 30


def test_stdout_takes_one_format(out: Path) -> None:
    done = kgexport("export", SAMPLE, "-o", "-", cwd=out)
    assert done.code == 0
    assert done.out == (out / f"{SAMPLE.stem}.ttl").read_text(encoding="utf-8")


def test_stdin_is_read_like_a_file(out: Path) -> None:
    done = kgexport("export", "-", "-o", "-", "-f", "nt", cwd=out, stdin=SAMPLE.read_bytes())
    graph = rdflib.Graph().parse(data=done.out, format="nt")
    assert len(graph) == len(rdflib.Graph().parse(out / f"{SAMPLE.stem}.ttl"))


def test_options_reach_the_graph(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A storm hit Paris on Monday. Nobody was hurt.\n")
    options = (
        "--url",
        "https://n.example/a#x",
        "--published",
        "2024-10-10",
        "--base",
        "https://kg.example",
        "--no-body",
    )
    done = kgexport("export", *options, "-f", "nq", "-o", "-", "--no-evidence", "a.txt", cwd=tmp_path)
    assert done.code == 0, done.err
    assert {line.rsplit(" ", 2)[1] for line in done.out.splitlines()} == {"<https://n.example/a>"}
    assert '"2024-10-10"^^<http://www.w3.org/2001/XMLSchema#date>' in done.out
    assert "https://kg.example/entity/" in done.out
    assert "articleBody" not in done.out


def test_the_other_schema_scheme(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A storm hit Paris on Monday.\n")
    done = kgexport("export", "--schema-iri", "https", "-f", "nt", "-o", "-", "a.txt", cwd=tmp_path)
    assert done.code == 0, done.err
    assert "<https://schema.org/NewsArticle>" in done.out
    assert "<http://schema.org/" not in done.out


def test_the_evidence_of_a_name_takes_in_its_article_unless_told_otherwise(tmp_path: Path) -> None:
    article = tmp_path / "kremlin.txt"
    article.write_text("Talks in Moscow\n\nThe minister visited the Kremlin on Tuesday.\n", encoding="utf-8")
    anchors = {}
    for options in ((), ("--no-articles",)):
        done = kgexport("export", article, "-f", "trig", "-o", "-", *options, cwd=tmp_path)
        assert done.code == 0, done.err
        anchors[options] = "the Kremlin" in re.findall(r'nif:anchorOf "([^"]*)"', done.out)
        assert 'schema:name "Kremlin"' in done.out
    assert anchors == {(): True, ("--no-articles",): False}


def test_inspect_leaves_the_article_outside_unless_told_otherwise(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks in Moscow\n\nThe minister visited the Kremlin on Tuesday.\n")
    spans = {
        options: "[the Kremlin]" in kgexport("inspect", "a.txt", *options, cwd=tmp_path).out
        for options in ((), ("--articles",))
    }
    assert spans == {(): False, ("--articles",): True}


def test_inspect_says_which_rule_found_what(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("President Ada Berg visited Paris on 5 May 2021.\n")
    done = kgexport("inspect", "a.txt", cwd=tmp_path)
    assert done.code == 0, done.err
    assert "Ada Berg  [Person]" in done.out
    assert "by entities/" in done.out
    assert "2021-05-05" in done.out
    data = json.loads(kgexport("inspect", "a.txt", "-f", "json", cwd=tmp_path).out)
    assert "Ada Berg" in {entity["name"] for entity in data["entities"]}


class TestInspectEvents:
    text = "Fire in Oslo\nA fire broke out in Oslo on Monday. Karl Weber was arrested on 5 May 2021, Ann Lee said.\n"

    def test_each_event_says_which_rules_made_it(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(self.text)
        done = kgexport("inspect", "--events", "a.txt", "--published", "2021-05-06", cwd=tmp_path)
        assert done.code == 0, done.err
        assert re.search(r"trigger +\d+,\d+  “arrested”  lexicon\.tsv line \d+: arrest", done.out)
        assert re.search(r"start +\d+,\d+  “5 May 2021”  clause \+ times/", done.out)
        assert re.search(r"location +\d+,\d+  “Oslo”  clause", done.out)
        assert re.search(r"merged +\d+,\d+  “fire broke.*”  lead", done.out)
        assert "vouched by Ann Lee" in done.out
        assert "entities/" in done.out

    def test_the_line_of_a_row_is_its_line_in_the_table(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(self.text)
        done = kgexport("inspect", "--events", "-f", "json", "a.txt", cwd=tmp_path)
        assert done.code == 0, done.err
        arrest = next(event for event in json.loads(done.out) if event["type"] == "arrest")
        assert arrest["vouched_by"] == ["Ann Lee"]
        assert [role["filler"] for role in arrest["roles"]] == ["Karl Weber"]
        rule = next(rule for rule in arrest["rules"] if rule["gave"] == "trigger")
        table = Path(__file__).parents[2] / "ontology" / "events" / rule["rule"]
        assert "arrest" in table.read_text(encoding="utf-8").splitlines()[rule["line"] - 1].split("\t")[0]
        begin, end = rule["span"]
        assert self.text[begin:end] == rule["text"] == "arrested"


class TestQuery:
    select = "SELECT ?name WHERE { ?c a schema:Country ; schema:name ?name } ORDER BY ?name"

    def test_table(self, out: Path) -> None:
        done = kgexport("query", out / f"{SAMPLE.stem}.ttl", "-q", self.select, cwd=out)
        assert done.code == 0, done.err
        assert "Albania" in done.out
        assert "rows)" in done.out

    def test_csv_and_json_agree(self, out: Path) -> None:
        graph = out / f"{SAMPLE.stem}.jsonld"
        table = kgexport("query", graph, "-q", self.select, "-f", "csv", cwd=out).out
        tree = json.loads(kgexport("query", graph, "-q", self.select, "-f", "json", cwd=out).out)
        names = [row["name"] for row in csv.DictReader(io.StringIO(table))]
        assert names == [row["name"]["value"] for row in tree["results"]["bindings"]]
        assert "Turkey" in names

    def test_construct_gives_turtle(self, out: Path) -> None:
        construct = "CONSTRUCT { ?c schema:name ?n } WHERE { ?c a schema:Country ; schema:name ?n }"
        done = kgexport(
            "query", out / f"{SAMPLE.stem}.ttl", "--file", "-", "-f", "turtle", cwd=out, stdin=construct.encode()
        )
        assert len(rdflib.Graph().parse(data=done.out, format="turtle")) > 3

    def test_ask(self, out: Path) -> None:
        assert (
            kgexport("query", out / f"{SAMPLE.stem}.ttl", "-q", "ASK { ?a a schema:NewsArticle }", cwd=out).out
            == "yes\n"
        )


def test_help_names_every_command_with_an_example(tmp_path: Path) -> None:
    top = kgexport("--help", cwd=tmp_path).out
    for command in ("export", "validate", "inspect", "query", "load", "serve", "embed", "view"):
        assert command in top
        assert "Example" in kgexport(command, "--help", cwd=tmp_path).out


def test_version(tmp_path: Path) -> None:
    assert kgexport("--version", cwd=tmp_path).out == "kgexport 0.1.0\n"

"""The user's own names, names of Wikidata online (a local stand-in), and the command that builds an authority."""

from __future__ import annotations

import json
import socket
import sys
from pathlib import Path

import pytest
import rdflib

from kgexport.authority.build import Counts
from kgexport.cli.authority import show_progress
from tests.support.process import kgexport
from tests.support.standin import Answer, Parameters, stand_in
from tests.support.wikidata import entities_answer, item, search_answer, write_dump

pytestmark = pytest.mark.slow

TEXT = (
    "Zorvex Institute opens in Tirana\n\nThe Zorvex Institute opened a laboratory in Tirana on Friday. "
    "Darvo Melk, a physicist from Albania, met the staff. Zorvex employs 200 people.\n"
)
TABLE = (
    "id\tname\ttype\taliases\tcountry\tsameAs\n"
    "zorvex\tZorvex Institute\tResearchOrganization\tZorvex\tAL\thttps://zorvex.example/\n"
)
SCHEMA = rdflib.Namespace("http://schema.org/")
ENTITY = rdflib.Namespace("https://kgexport.example/entity/")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "own.tsv").write_text(TABLE)
    return tmp_path


def graph_of(folder: Path, *arguments: str, **environ: str) -> rdflib.Graph:
    done = kgexport("export", "a.txt", "-o", "-", *arguments, cwd=folder, stdin=b"", **environ)
    assert done.code == 0, done.err
    return rdflib.Graph().parse(data=done.out, format="turtle")


def test_a_name_of_the_user_becomes_a_node_of_the_user(folder: Path) -> None:
    graph = graph_of(folder, "--authority", "own.tsv")
    zorvex = ENTITY["zorvex"]
    assert set(graph.objects(zorvex, SCHEMA.sameAs)) == {rdflib.URIRef("https://zorvex.example/")}
    assert (zorvex, rdflib.RDF.type, SCHEMA.ResearchOrganization) in graph
    assert {str(name) for name in graph.objects(zorvex, SCHEMA.alternateName)} == {"Zorvex"}


def test_the_setting_says_the_same_as_the_flag(folder: Path) -> None:
    by_flag = graph_of(folder, "--authority", "own.tsv")
    assert set(graph_of(folder, KGEXPORT_AUTHORITIES="own.tsv")) == set(by_flag)
    (folder / "kgexport.toml").write_text('authorities = ["own.tsv"]\n')
    assert set(graph_of(folder)) == set(by_flag)


def test_skos_says_the_same_as_a_table(folder: Path) -> None:
    (folder / "own.ttl").write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix schema: <https://schema.org/> .\n"
        '<urn:own:zorvex> a schema:ResearchOrganization ; skos:prefLabel "Zorvex Institute"@en ;'
        ' skos:altLabel "Zorvex"@en ; schema:sameAs <https://zorvex.example/> .\n'
    )
    assert set(graph_of(folder, "--authority", "own.ttl")) == set(graph_of(folder, "--authority", "own.tsv"))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--authority", "none.tsv"), "none.tsv cannot be read"),
        (("--authority", "bad.tsv"), "bad.tsv:3: unknown type 'Persn' (did you mean Person?)"),
        (("--authority", "a.txt"), "known: .csv, .tsv, .ttl"),
        (("--link-online", "--linker", "none"), "leave one of them out"),
    ],
)
def test_what_cannot_be_used_is_said_once_before_any_work(folder: Path, arguments: tuple[str, ...], says: str) -> None:
    (folder / "bad.tsv").write_text("id\tname\ttype\nQ1\tA\tPerson\nQ2\tB\tPersn\n")
    done = kgexport("export", "a.txt", "a.txt", *arguments, cwd=folder)
    assert (done.code, done.err.count("\n"), done.out) == (2, 1, "")
    assert says in done.err
    assert not (folder / "out").exists()


def _melk(asked: Parameters) -> Answer:
    if asked["action"] == "wbgetentities":
        return Answer(entities_answer(item("Q900001", "Darvo Melk", P27="Q222")))
    hits = [("Q900001", "label", "Darvo Melk")] if asked["search"] == "Darvo Melk" else []
    return Answer(search_answer(*hits))


def test_what_stays_open_is_asked_online_once(folder: Path) -> None:
    cache = {"KGEXPORT_CACHE": str(folder / "kept")}
    with stand_in(_melk) as server:
        settings = {**cache, "KGEXPORT_WIKIDATA_URL": server.url}
        without = graph_of(folder, **settings)
        assert server.asked == []
        graph = graph_of(folder, "--link-online", **settings)
        asked = len(server.asked)
        assert 2 <= asked <= 6
        assert not any(parameters.get("search") in ("Tirana", "Albania") for parameters in server.asked)
    same_as = rdflib.URIRef("http://www.wikidata.org/entity/Q900001")
    assert (ENTITY["Q900001"], SCHEMA.sameAs, same_as) in graph
    assert (None, SCHEMA.sameAs, same_as) not in without
    assert set(graph_of(folder, "--link-online", **settings)) == set(graph), "answers are kept: no server is needed"
    seen = kgexport("inspect", "a.txt", "--link-online", cwd=folder, stdin=b"", **settings)
    assert "wikidata)" in seen.out


def test_no_network_is_an_error_of_the_outside_world(folder: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}/w/api.php"
    settings = {"KGEXPORT_CACHE": str(folder / "kept"), "KGEXPORT_WIKIDATA_URL": url}
    done = kgexport("export", "a.txt", "--link-online", cwd=folder, stdin=b"", **settings)
    assert (done.code, done.err.count("\n")) == (3, 1)
    assert "the network failed" in done.err
    assert not list(folder.rglob("*.ttl"))


def test_an_authority_that_was_built_is_used(folder: Path) -> None:
    dump = [
        item("Q900001", "Darvo Melk", P27="Q222"),
        item("Q900002", "Zorvex Institute", ["Q327333"], sitelinks=3),
    ]
    write_dump(folder / "dump.json", dump)
    done = kgexport("authority", "build", "dump.json", "-o", "built.tsv", cwd=folder)
    assert (done.code, done.out) == (0, "")
    assert done.err == "built.tsv: 1 of 2 things; left out: 1 known to few wikis\n"
    graph = graph_of(folder, "--authority", "built.tsv")
    assert (ENTITY["Q900001"], rdflib.RDF.type, SCHEMA.Person) in graph


def test_an_authority_can_be_built_in_a_pipe(folder: Path) -> None:
    dump = write_dump(folder / "dump.json", [item("Q900001", "Darvo Melk")]).read_bytes()
    done = kgexport("authority", "build", "-", "-o", "-", "--types", "Person,City", cwd=folder, stdin=dump)
    assert (done.code, done.out.splitlines()[1].split("\t")[:3]) == (0, ["Q900001", "Darvo Melk", "Person"])


def test_the_numbers_as_json(folder: Path) -> None:
    write_dump(folder / "dump.json", [item("Q900001", "Darvo Melk")])
    done = kgexport("--log-format", "json", "authority", "build", "dump.json", "-o", "b.tsv", cwd=folder)
    said = {"level": "info", "output": "b.tsv", "read": 1, "written": 1, "bad": 0, "left_out": {}}
    assert json.loads(done.err) == said


def test_progress_is_shown_on_a_terminal_only(capsys: pytest.CaptureFixture[str]) -> None:
    show_progress(Counts(read=20_000, written=7))
    assert capsys.readouterr().err == ""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.stderr, "isatty", lambda: True)
        show_progress(Counts(read=20_000, written=7))
        assert capsys.readouterr().err == "\r20,000 read, 7 kept\r"


def test_names_that_are_not_in_the_text_change_nothing(folder: Path) -> None:
    (folder / "other.tsv").write_text("id\tname\ttype\nQ900009\tNobody Known\tPerson\n")
    assert set(graph_of(folder, "--authority", "other.tsv")) == set(graph_of(folder))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("dump.json", "-o", "old.tsv", "--min-sitelinks", "99"), "nothing to write: 0 of 1 things"),
        (("none.json", "-o", "old.tsv"), "none.json cannot be read"),
        (("dump.json", "-o", "old.tsv", "--types", "Persn"), "did you mean Person?"),
        (("dump.json", "-o", "old.csv"), "ends in .tsv"),
        (("dump.json", "-o", "none/old.tsv"), "its folder does not exist"),
    ],
)
def test_a_build_that_fails_leaves_the_old_file(folder: Path, arguments: tuple[str, ...], says: str) -> None:
    write_dump(folder / "dump.json", [item("Q900001", "Darvo Melk")])
    (folder / "old.tsv").write_text("precious")
    done = kgexport("authority", "build", *arguments, cwd=folder)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert says in done.err
    assert (folder / "old.tsv").read_text() == "precious"
    assert not list(folder.glob(".kgexport-*"))

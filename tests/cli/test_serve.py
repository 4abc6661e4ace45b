"""`kgexport serve` as a user meets it: the real server starts, answers, and goes without a trace."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from tests.support.corpora import make_corpus
from tests.support.process import child_environ, kgexport
from tests.support.stores import free_port

pytestmark = pytest.mark.slow

COUNT = 5
ALL = "SELECT (COUNT(DISTINCT ?a) AS ?n) WHERE { ?a a <http://schema.org/NewsArticle> }"


@dataclass
class Serving:
    """A running `kgexport serve`."""

    process: subprocess.Popen[bytes]
    page: str
    folder: Path

    @property
    def err(self) -> str:
        return (self.folder / "err").read_text(encoding="utf-8")

    def ask(self, query: str) -> requests.Response:
        return requests.post(f"{self.page}query", data={"query": query}, headers={"Accept": "text/csv"}, timeout=60)

    def children(self) -> list[int]:
        """The server's process: the one child."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(number) for number in listed.split()]


@contextmanager
def serving(folder: Path, *arguments: str | Path, before: tuple[str, ...] = ()) -> Iterator[Serving]:
    """Start it with a folder for temporary files of its own, and read the address that it prints."""
    temporary = folder / "temporary"
    temporary.mkdir()
    environ = {**child_environ(), "TMPDIR": str(temporary)}
    command = [sys.executable, "-W", "error", "-m", "kgexport", *before, "serve", *map(str, arguments)]
    with (folder / "err").open("wb") as err:
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=err, env=environ)
    assert process.stdout is not None
    try:
        page = process.stdout.readline().decode().strip()
        assert page, (folder / "err").read_text()
        yield Serving(process, page, folder)
    finally:
        process.terminate()
        process.wait(60)
        process.stdout.close()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return make_corpus(tmp_path / "articles", COUNT).folder


def test_files_are_served_to_browsers_curl_python_and_kgexport(tmp_path: Path, articles: Path) -> None:
    with serving(tmp_path, articles) as server:
        assert "Yasgui" in requests.get(server.page, timeout=60).text
        assert server.ask(ALL).text.split() == ["n", str(COUNT)]
        named = server.ask("SELECT (COUNT(DISTINCT ?g) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }")
        assert named.text.split() == ["n", str(COUNT + 1)], "one named graph an article, and one of evidence"
        shown = server.err
        assert f"{COUNT} articles" in shown
        assert "headline" in run_shown(re.search(r"^curl http.*?LIMIT 10'$", shown, re.M | re.S), ["sh", "-c"])
        python = run_shown(re.search(r"^from rdflib.*?print\(\*row\)$", shown, re.M | re.S), [sys.executable, "-c"])
        assert "https://news.example/story-0#article" in python
        recipe = re.search(r"^  kgexport (query .* --recipe planned-events)$", shown, re.M)
        assert recipe is not None
        done = kgexport(*recipe[1].split(), cwd=tmp_path)
        assert done.code == 0, done.err


def run_shown(found: re.Match[str] | None, shell: list[str]) -> str:
    """Run what the user was shown, as it stands there."""
    assert found is not None
    return subprocess.run([*shell, found[0]], check=True, capture_output=True, text=True, timeout=60).stdout


def test_links_to_recipes_hold_queries_that_the_server_answers(tmp_path: Path, articles: Path) -> None:
    from urllib.parse import parse_qs

    with serving(tmp_path, articles, before=("--log-format", "json")) as server:
        record = json.loads(server.err)
        assert record["page"] == server.page
        assert len(record["recipes"]) > 5
        for link in record["recipes"].values():
            page, _, fragment = link.partition("#")
            assert page == server.page
            answer = server.ask(parse_qs(fragment)["query"][0])
            assert answer.status_code == 200, answer.text


def test_nothing_can_be_changed(tmp_path: Path, articles: Path) -> None:
    with serving(tmp_path, articles) as server:
        update = requests.post(f"{server.page}update", data={"update": "CLEAR ALL"}, timeout=60)
        put = requests.put(
            f"{server.page}store",
            params={"graph": "https://news.example/x"},
            data=b"",
            timeout=60,
            headers={"Content-Type": "text/turtle"},
        )
        assert (update.status_code, put.status_code) == (403, 403)
        assert server.ask(ALL).text.split() == ["n", str(COUNT)]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_ends_when_asked_to_and_leaves_nothing(tmp_path: Path, articles: Path, number: signal.Signals) -> None:
    with serving(tmp_path, articles) as server:
        (child,) = server.children()
        assert list((tmp_path / "temporary").iterdir()) != []
        server.process.send_signal(number)
        assert server.process.wait(60) == 0
        assert server.err.endswith("stopped\n")
    assert list((tmp_path / "temporary").iterdir()) == []
    assert not Path(f"/proc/{child}").exists()


def test_a_server_that_dies_is_an_error_with_its_last_words(tmp_path: Path, articles: Path) -> None:
    with serving(tmp_path, articles) as server:
        os.kill(server.children()[0], signal.SIGKILL)
        assert server.process.wait(60) == 3
        assert "kgexport: the server ended by itself (signal 9): it said nothing; start it again" in server.err
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_local_store_is_served_as_it_is(tmp_path: Path, articles: Path) -> None:
    assert kgexport("load", articles, "--store", "mystore", cwd=tmp_path).code == 0
    with serving(tmp_path, "mystore") as server:
        assert server.ask(ALL).text.split() == ["n", str(COUNT)]
        assert list((tmp_path / "temporary").iterdir()) == [], "no copy is made"
    done = kgexport("serve", "mystore", articles, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "mystore is a store, which is served alone" in done.err


def test_a_file_that_cannot_be_read_loses_no_other(tmp_path: Path, articles: Path) -> None:
    (articles / "broken.ttl").write_text("<a> <b> .\n")
    with serving(tmp_path, articles, "--no-evidence") as server:
        assert "kgexport: " in server.err
        assert "broken.ttl:1" in server.err
        assert server.ask(ALL).text.split() == ["n", str(COUNT)]
        assert server.ask("ASK { ?s <http://www.w3.org/ns/prov#none> ?o }").status_code == 200
        evidence = server.ask("ASK { ?m <https://w3id.org/kgexport/ns#confidence> ?c }")
        assert evidence.text.strip() == "false"


def test_the_https_namespace_is_what_schema_means_then(tmp_path: Path) -> None:
    text = (
        "@prefix schema: <https://schema.org/> .\n<https://n.example/a#article> a schema:NewsArticle ;\n"
        '  schema:headline "One" .\n'
    )
    (tmp_path / "a.ttl").write_text(text)
    with serving(tmp_path, "a.ttl") as server:
        assert "PREFIX schema: <https://schema.org/>" in server.err
        assert "PREFIX schema: <http://schema.org/>" not in server.err
        command = re.search(r"^curl http.*?LIMIT 10'$", server.err, re.M | re.S)
        assert "One" in run_shown(command, ["sh", "-c"])


def test_without_arguments_it_serves_where_export_writes(tmp_path: Path, articles: Path) -> None:
    done = kgexport("serve", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "nothing to serve: there is no folder out" in done.err
    articles.rename(tmp_path / "out")
    with serving(tmp_path) as server:
        assert server.ask(ALL).text.split() == ["n", str(COUNT)]


class TestPorts:
    def test_the_port_is_the_one_wanted(self, tmp_path: Path, articles: Path) -> None:
        port = free_port()
        with serving(tmp_path, articles, "--port", str(port)) as server:
            assert server.page == f"http://127.0.0.1:{port}/"
            done = kgexport("serve", articles, "--port", str(port), cwd=tmp_path)
            assert (done.code, done.out) == (3, "")
            assert done.err == (
                f"kgexport: port {port} is in use on 127.0.0.1; "
                "choose another with --port, or leave it out for a free one\n"
            )

    def test_a_port_that_cannot_be(self, tmp_path: Path, articles: Path) -> None:
        done = kgexport("serve", articles, "--port", "70000", cwd=tmp_path)
        assert done.code == 2
        assert "70000" in done.err


@pytest.mark.parametrize(
    ("name", "said"),
    [("missing", "missing"), ("empty", "empty"), ("page.html", "page.html")],
)
def test_what_cannot_be_served_is_one_line(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "page.html").write_text("<!doctype html><title>x</title>")
    done = kgexport("serve", name, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert all(line.startswith("kgexport: ") for line in done.err.splitlines())


def test_without_the_package_it_says_what_to_install(tmp_path: Path, articles: Path) -> None:
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(
        "import importlib.metadata as m\n"
        "real = m.distribution\n"
        "def distribution(name):\n"
        "    if name == 'oxigraph':\n"
        "        raise m.PackageNotFoundError(name)\n"
        "    return real(name)\n"
        "m.distribution = distribution\n"
    )
    path = os.pathsep.join(filter(None, [str(hidden), os.environ.get("PYTHONPATH", "")]))
    done = kgexport("serve", articles, cwd=tmp_path, PYTHONPATH=path, PATH="/nonexistent")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "kgexport: kgexport serve needs a package that is not installed: pip install 'kgexport[serve]'\n"
    )

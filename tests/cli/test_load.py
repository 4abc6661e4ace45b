"""`kgexport load` as users call it: safe to do twice, says what it did, and never a secret."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.graph_store import Asked, Fault, GraphStoreServer, article, graph_store
from tests.support.process import Run, kgexport

COUNT = 5
TRIPLES = 7
"""Of one article."""
QUICK = ("--retry-wait", "0")


@pytest.fixture
def server() -> Iterator[GraphStoreServer]:
    with graph_store() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    for number in range(COUNT):
        (tmp_path / "out" / f"{number}.ttl").write_bytes(article(number)[1])
    return tmp_path


def load(folder: Path, server: GraphStoreServer | str, *arguments: str, **environ: str) -> Run:
    address = server if isinstance(server, str) else server.url
    files = [] if arguments and arguments[0].startswith("out") else ["out"]
    return kgexport("load", *files, "--store", address, *QUICK, *arguments, cwd=folder, stdin=b"", **environ)


def facts(run: Run) -> dict[str, object]:
    """The summary of `--log-format json`."""
    found: dict[str, object] = json.loads(run.err.splitlines()[-1])
    return found


@pytest.mark.slow
def test_loading_twice_changes_nothing_and_a_changed_article_its_own_graph(
    folder: Path, server: GraphStoreServer
) -> None:
    first = load(folder, server, "--verify")
    assert (first.code, first.out) == (0, "")
    assert f"  loaded   {COUNT} graphs, {COUNT * TRIPLES} triples" in first.err
    assert f"  verified {COUNT} graphs\n" in first.err
    before = server.graphs()
    assert load(folder, server).code == 0
    assert server.graphs() == before
    name, body = article(2, "Other words.")
    (folder / "out" / "2.ttl").write_bytes(body)
    assert load(folder, server, "out/2.ttl").code == 0
    after = server.graphs()
    assert {graph for graph in before if before[graph] != after[graph]} == {name}
    assert len(before[name] - after[name]) == len(after[name] - before[name]) == 1


@pytest.mark.slow
def test_the_resume_file_leaves_out_what_is_done(folder: Path, server: GraphStoreServer) -> None:
    assert load(folder, server, "--resume", "r.jsonl").code == 0
    (folder / "out" / "1.ttl").write_bytes(article(1, "New words.")[1])
    server.asked.clear()
    second = load(folder, server, "--resume", "r.jsonl")
    assert second.code == 0
    assert f"  skipped  {COUNT - 1} graphs" in second.err
    assert [asked.graph for asked in server.changes] == [article(1)[0]]
    with graph_store() as other:
        assert load(folder, other, "--resume", "r.jsonl").code == 0
        assert len(other.graphs()) == COUNT, "another store has nothing yet"


@pytest.mark.slow
def test_verify_does_not_trust_the_resume_file(folder: Path, server: GraphStoreServer) -> None:
    load(folder, server, "--resume", "r.jsonl")
    whole = server.graphs()
    server.store.clear()
    done = load(folder, server, "--resume", "r.jsonl", "--verify")
    assert done.code == 0
    assert server.graphs() == whole


@pytest.mark.slow
def test_a_dry_run_sends_nothing_and_says_what_it_would(folder: Path, server: GraphStoreServer) -> None:
    done = load(folder, server, "--dry-run", "--resume", "r.jsonl")
    assert done.code == 0
    assert server.asked == []
    lines = [line.split("\t") for line in done.out.splitlines()]
    assert lines[0] == ["replace", article(0)[0], str(TRIPLES), "out/0.ttl"]
    assert len(lines) == COUNT
    assert "planned  5 graphs (nothing was sent)" in done.err
    assert load(folder, server, "--resume", "r.jsonl").code == 0
    assert len(server.graphs()) == COUNT


@pytest.mark.slow
def test_delete_removes_these_graphs_and_no_other(folder: Path, server: GraphStoreServer) -> None:
    load(folder, server)
    done = load(folder, server, "out/1.ttl", "out/3.ttl", "--delete", "--verify")
    assert done.code == 0
    assert "  deleted  2 graphs in " in done.err
    assert "  absent   2 graphs" in done.err, "the graphs of evidence, which were not there"
    assert set(server.graphs()) == {article(n)[0] for n in (0, 2, 4)}


@pytest.mark.slow
def test_append_keeps_what_is_there(folder: Path, server: GraphStoreServer) -> None:
    load(folder, server)
    (folder / "out" / "0.ttl").write_bytes(article(0, "More words.")[1])
    done = load(folder, server, "out/0.ttl", "--append", "--verify")
    assert (done.code, "  added    1 graph, 7 triples" in done.err) == (0, True)
    assert len(server.graphs()[article(0)[0]]) == TRIPLES + 1
    (folder / "out" / "0.ttl").write_bytes(article(0)[1] + b"<a:a> <a:b> [] .")
    refused = load(folder, server, "out/0.ttl", "--append")
    assert refused.code == 2
    assert "has blank nodes, which --append would add again each time" in refused.err


@pytest.mark.slow
def test_one_graph_in_two_files_is_said_and_not_overwritten(folder: Path, server: GraphStoreServer) -> None:
    (folder / "out" / "a-copy.nt").write_bytes(_as_n_triples(article(1)[1]))
    (folder / "out" / "other.ttl").write_bytes(article(2, "Other words.")[1])
    done = load(folder, server)
    assert done.code == 2
    assert "kgexport: out/other.ttl: <https://news.example/2> is in out/2.ttl too, with other triples" in done.err
    assert "  same     1 graph " in done.err
    assert f"  loaded   {COUNT} graphs" in done.err
    assert b"Some words." in next(asked.body for asked in server.changes if asked.graph == article(2)[0])


def _as_n_triples(body: bytes) -> bytes:
    import pyoxigraph as ox

    triples = [quad.triple for quad in ox.parse(body, format=ox.RdfFormat.TURTLE)]
    return ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""


@pytest.mark.slow
def test_a_bad_file_does_not_lose_the_others(folder: Path, server: GraphStoreServer) -> None:
    (folder / "out" / "2.ttl").write_bytes(b"<a:a> <a:b> .\n")
    done = kgexport("--log-format", "json", "load", "out", "missing.ttl", "--store", server.url, *QUICK, cwd=folder)
    assert done.code == 2
    assert len(server.graphs()) == COUNT - 1
    errors = [json.loads(line) for line in done.err.splitlines()][:-1]
    assert [error["level"] for error in errors] == ["error", "error"]
    assert errors[0]["message"].startswith("out/2.ttl:1:")
    assert "missing.ttl" in errors[1]["message"]
    summary = facts(done)
    assert (summary["done"], summary["failed"], summary["store"]) == (COUNT - 1, 2, server.url)


@pytest.mark.slow
def test_a_wrong_password_is_said_once_and_not_repeated(folder: Path, server: GraphStoreServer) -> None:
    server.fault = lambda asked: (
        Fault(status=401, body=asked.headers["Authorization"].encode()) if asked.graph else None
    )
    done = load(folder, server, "--jobs", "1", KGEXPORT_STORE_USER="anna", KGEXPORT_STORE_PASSWORD="tops3cret")
    assert done.code == 3
    assert len(server.changes) == 1
    errors = [line for line in done.err.splitlines() if line.startswith("kgexport: ")]
    assert len(errors) == 1
    assert "does not accept your name and password" in errors[0]
    assert f"  untried  {COUNT - 1} graphs or files" in done.err
    assert "tops3cret" not in done.err
    assert "YW5uYTp0b3BzM2NyZXQ" not in done.err


@pytest.mark.slow
def test_a_secret_in_the_address_is_refused_and_not_repeated(folder: Path) -> None:
    done = load(folder, "http://anna:tops3cret@127.0.0.1:1/", "--resume", "r.jsonl")
    assert done.code == 2
    assert "KGEXPORT_STORE_USER" in done.err
    assert "tops3cret" not in done.err
    assert not (folder / "r.jsonl").exists()


@pytest.mark.slow
def test_a_store_that_does_not_run(folder: Path) -> None:
    with graph_store() as gone:
        address = gone.url
    done = load(folder, address, "--retries", "1")
    assert done.code == 3
    assert done.err.count("kgexport: ") == 1
    assert "check that the store runs" in done.err


@pytest.mark.slow
def test_evidence_may_stay_out(folder: Path, server: GraphStoreServer) -> None:
    name, trig = article(9)[0], folder / "out9.trig"
    trig.write_text(f"<{name}> {{ <a:a> <a:b> <a:c> }} <{name}#evidence> {{ <a:d> <a:e> <a:f> }}")
    assert load(folder, server, "out9.trig", "--no-evidence").code == 0
    assert list(server.graphs()) == [name]
    assert load(folder, server, "out9.trig").code == 0
    assert set(server.graphs()) == {name, f"{name}#evidence"}
    assert load(folder, server, "out9.trig", "--delete").code == 0
    assert server.graphs() == {}


@pytest.mark.slow
def test_standard_input_and_a_name_of_ones_own(folder: Path, server: GraphStoreServer) -> None:
    done = kgexport(
        "load", "-", "--store", server.url, "--graph", "https://x.example/g", cwd=folder, stdin=b"<a:a> <a:b> 1 ."
    )
    assert done.code == 0
    assert list(server.graphs()) == ["https://x.example/g"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--append", "--delete"), "opposites"),
        (("--graph", "https://x.example/g"), "several files"),
        (("out/0.ttl", "--graph", "no iri"), "no absolute IRI"),
        (("--store-type", "fusek"), "did you mean fuseki?"),
        (("--protocol", "gsp"), "graph-store"),
        (("--resume", "out/0.ttl"), "resume file"),
        (("--jobs", "0"), "--jobs"),
        (("--chunk-bytes", "5"), "--chunk-bytes"),
    ],
)
def test_wrong_use_is_one_line_and_sends_nothing(
    folder: Path, server: GraphStoreServer, arguments: tuple[str, ...], says: str
) -> None:
    done = load(folder, server, *arguments)
    assert done.code == 2
    assert says in done.err
    assert "Traceback" not in done.err
    assert server.changes == []
    assert (folder / "out" / "0.ttl").read_bytes() == article(0)[1]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT], ids=["killed", "Ctrl-C"])
def test_kgexport_is_stopped_in_the_middle_and_run_again(
    folder: Path, server: GraphStoreServer, how: signal.Signals
) -> None:
    third, go_on = threading.Event(), threading.Event()

    def decide(asked: Asked) -> Fault | None:
        if asked.method == "PUT" and asked.graph == article(2)[0]:
            third.set()
            go_on.wait(10)
        return None

    server.fault = decide
    command = [sys.executable, "-m", "kgexport", "load", "out", "--store", server.url, "--jobs", "1", "--resume", "r"]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as process:
        assert third.wait(60)
        process.send_signal(how)
        time.sleep(0.2)
        go_on.set()
        said = process.communicate(timeout=60)[1]
    assert process.returncode == (-how if how is signal.SIGKILL else 130)
    assert "Traceback" not in said
    outcomes = [json.loads(line)["outcome"] for line in (folder / "r").read_text().splitlines()]
    assert outcomes[:5] == ["begun", "done", "begun", "done", "begun"]
    server.fault = lambda _: None
    server.asked.clear()
    done = load(folder, server, "--resume", "r")
    assert done.code == 0
    assert article(0)[0] not in {asked.graph for asked in server.changes}
    assert {name: len(triples) for name, triples in server.graphs().items()} == {
        article(n)[0]: TRIPLES for n in range(COUNT)
    }


@pytest.mark.slow
def test_there_is_no_progress_where_nobody_looks(folder: Path, server: GraphStoreServer) -> None:
    done = load(folder, server)
    assert "\r" not in done.err
    assert done.err.count("\n") == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.nq", None),
        ("bad.nq", "<a"),
        ("bad.trig", "<http://e.example/g> { <http://e.example/s> <p"),
        ("e.ttl", ""),
    ],
)
def test_what_cannot_be_read_leaves_no_store_behind(tmp_path: Path, name: str, content: str | None) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    for new in ("new", "deep/new"):
        run = kgexport("load", name, "--store", new, cwd=tmp_path)
        assert (run.code, run.out) == (2, "")
        assert [path.name for path in tmp_path.iterdir()] == [name] * (content is not None)


def test_standard_input_goes_into_a_new_local_store(tmp_path: Path) -> None:
    quads = b"<a:s> <a:p> <a:o> <a:g> ."
    run = kgexport("load", "-", "--store", "store", cwd=tmp_path, stdin=quads)
    assert run.code == 0
    assert "  loaded   1 graph, 1 triple," in run.err

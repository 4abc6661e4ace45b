"""The loader over a dictionary, and over the embedded store: order, batches, what is held and what is not."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple

from kgexport.errors import InputError, OutsideError
from kgexport.store import loading
from kgexport.store.base import BulkTarget, GraphData, RefusedError, Target
from kgexport.store.chunks import triples_of
from kgexport.store.inputs import Job
from kgexport.store.journal import Journal, JournalError
from kgexport.store.loading import Loader
from kgexport.store.local import LocalStore
from kgexport.store.opening import identity_of
from kgexport.store.reading import graph_files
from kgexport.store.results import Action, Agreement, Outcome, Result, Summary
from tests.support.graph_store import article


class Shelf:
    """A store in memory; what is in `broken` cannot be put there."""

    name, identity = "shelf", "shelf"

    def __init__(self) -> None:
        self.graphs: dict[str, set[Triple]] = {}
        self.broken: set[str] = set()
        self.loses = 0

    def replace(self, graph: GraphData) -> None:
        self._check(graph.name)
        self.graphs[graph.name.value] = set(sorted(triples_of(graph), key=str)[self.loses :])

    def append(self, graph: GraphData) -> None:
        self._check(graph.name)
        self.graphs.setdefault(graph.name.value, set()).update(triples_of(graph))

    def delete(self, name: NamedNode) -> bool:
        return self.graphs.pop(name.value, None) is not None

    def count(self, name: NamedNode) -> int:
        return len(self.graphs.get(name.value, ()))

    def read(self, name: NamedNode) -> Iterable[Triple]:
        return iter(self.graphs.get(name.value, ()))

    def has_evidence(self) -> bool:
        return any(name.endswith("#evidence") for name in self.graphs)

    def close(self) -> None:
        """Nothing to close."""

    def _check(self, name: NamedNode) -> None:
        if name.value in self.broken:
            raise OutsideError("it broke")


class BulkShelf(Shelf):
    """One that takes many at once, and leaves the work half done when one of them is broken."""

    def __init__(self) -> None:
        super().__init__()
        self.batches: list[int] = []
        self.is_empty = False

    def bulk(self, graphs: Iterable[GraphData]) -> None:
        taken = list(graphs)
        self.batches.append(len(taken))
        for graph in taken:
            self.replace(graph)

    def bulk_file(self, path: Path, form: RdfFormat) -> None:
        raise InputError("not this one")

    def sizes(self) -> dict[NamedNode, int] | None:
        return None

    def clear(self) -> None:
        self.graphs.clear()

    def finish(self) -> None:
        """There is no disorder."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for number in range(6):
        (made / f"{number}.ttl").write_bytes(article(number)[1])
    return made


def load(target: Target | None, *files: Path, job: Job | None = None, resume: Path | None = None) -> list[Result]:
    with Journal(resume, "shelf") as journal:
        loader = Loader(target, journal, job or Job(), threading.Event())
        return list(loader.run(graph_files([str(file) for file in files])))


def outcomes(results: Iterable[Result]) -> list[str]:
    return [result.outcome.value for result in results]


@pytest.mark.parametrize("make", [Shelf, BulkShelf])
def test_results_come_in_the_order_of_the_files(folder: Path, make: type[Shelf]) -> None:
    target = make()
    results = load(target, folder)
    assert [Path(result.file).name for result in results] == [f"{n}.ttl" for n in range(6)]
    assert outcomes(results) == ["done"] * 6
    assert set(target.graphs) == {article(n)[0] for n in range(6)}


def test_many_graphs_go_together_where_a_store_can_take_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = BulkShelf()
    load(target, folder)
    assert target.batches == [6]
    monkeypatch.setattr(loading, "BULK", 1)
    small = BulkShelf()
    load(small, folder)
    assert small.batches == [1] * 6
    assert small.graphs == target.graphs


def test_one_broken_graph_of_a_batch_loses_no_other(folder: Path, tmp_path: Path) -> None:
    target = BulkShelf()
    target.broken.add(article(2)[0])
    results = load(target, folder, resume=tmp_path / "r")
    assert outcomes(results) == ["done", "done", "failed", "done", "done", "done"]
    target.broken.clear()
    assert outcomes(load(target, folder, resume=tmp_path / "r")) == ["held", "held", "done", "held", "held", "held"]
    assert len(target.graphs) == 6


def test_a_bad_file_between_batches_keeps_its_place(folder: Path) -> None:
    (folder / "3.ttl").write_text("no turtle")
    results = load(BulkShelf(), folder)
    assert outcomes(results) == ["done", "done", "done", "failed", "done", "done"]
    assert isinstance(results[3].error, InputError)


def test_verification_finds_what_a_store_lost(folder: Path, tmp_path: Path) -> None:
    target = Shelf()
    target.loses = 1
    results = load(target, folder / "0.ttl", job=Job(verify=True), resume=tmp_path / "r")
    assert outcomes(results) == ["failed"]
    assert "7 triples sent, but 6 are there" in str(results[0].error)
    target.loses = 0
    (again,) = load(target, folder / "0.ttl", job=Job(verify=True), resume=tmp_path / "r")
    assert (again.outcome, again.verified) == (Outcome.DONE, Agreement.EXACT)


def test_verification_finds_what_a_store_changed(folder: Path) -> None:
    class Liar(Shelf):
        def read(self, name: NamedNode) -> Iterable[Triple]:
            kept = sorted(super().read(name), key=str)
            return [*kept[:-1], Triple(NamedNode("a:a"), NamedNode("a:b"), NamedNode("a:c"))]

    (result,) = load(Liar(), folder / "0.ttl", job=Job(verify=True))
    assert result.outcome is Outcome.FAILED
    assert "1 missing" in str(result.error)
    assert "1 not sent" in str(result.error)


def test_a_store_that_gives_back_only_a_part_is_said_to_do_so(folder: Path) -> None:
    class Short(Shelf):
        def read(self, name: NamedNode) -> Iterable[Triple]:
            return sorted(super().read(name), key=str)[:3]

    (result,) = load(Short(), folder / "0.ttl", job=Job(verify=True))
    assert (result.outcome, result.verified) == (Outcome.DONE, Agreement.IN_PART)


def test_a_resume_file_that_cannot_be_written_ends_the_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = Shelf()

    def full(*_: object) -> None:
        raise JournalError("no space left")

    monkeypatch.setattr(Journal, "begun", full)
    results = load(target, folder, job=Job(jobs=1))
    assert outcomes(results) == ["failed"] + ["untried"] * 5
    assert target.graphs == {}


def test_an_error_of_our_own_is_one_result(folder: Path) -> None:
    class Buggy(Shelf):
        def replace(self, graph: GraphData) -> None:
            if graph.name.value == article(1)[0]:
                raise RuntimeError("a bug")
            super().replace(graph)

    results = load(Buggy(), folder)
    assert outcomes(results) == ["done", "failed", "done", "done", "done", "done"]
    assert isinstance(results[1].error, RuntimeError)


def test_the_summary_adds_up() -> None:
    summary = Summary("s", Action.REPLACE)
    name = NamedNode("a:g")
    summary.add(Result("1", name, Outcome.DONE, 5, 1500, verified=Agreement.BY_VALUE))
    summary.add(Result("2", name, Outcome.DONE, 7, 500, verified=Agreement.EXACT))
    summary.add(Result("3", None, Outcome.FAILED, error=InputError("x")))
    assert summary.exit_code == 2
    summary.add(Result("4", name, Outcome.FAILED, 5, 5, error=RefusedError("y")))
    summary.add(Result("5", None, Outcome.UNTRIED))
    assert summary.exit_code == 3
    assert summary.as_text(1.25) == (
        "s\n"
        "  loaded   2 graphs, 12 triples, 2.0 kB in 1.2 s\n"
        "  verified 2 graphs (1 by value: the store spells some literals in its own way)\n"
        "  failed   2 graphs or files (see above)\n"
        "  untried  1 graph or file (the run ended before)"
    )
    assert summary.as_record()["verified_by_value"] == 1
    assert summary.as_record()["triples"] == 12


def test_the_embedded_store_is_one_of_them(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "store"
    target = LocalStore(place)
    assert isinstance(target, BulkTarget)
    assert target.identity == identity_of(str(place))
    assert {r.verified for r in load(target, folder, job=Job(verify=True))} == {Agreement.EXACT}
    before = {n: set(target.read(NamedNode(article(n)[0]))) for n in range(6)}
    (folder / "4.ttl").write_bytes(article(4, "Other words.")[1])
    assert outcomes(load(target, folder, job=Job(verify=True))) == ["done"] * 6
    after = {n: set(target.read(NamedNode(article(n)[0]))) for n in range(6)}
    assert {n for n in range(6) if before[n] != after[n]} == {4}
    assert outcomes(load(target, folder / "0.ttl", job=Job(Action.DELETE, verify=True))) == ["done", "absent"]
    assert target.count(NamedNode(article(0)[0])) == 0
    target.close()


def quads(*numbers: int, words: str = "Some words.") -> str:
    """N-Quads of articles in their graphs."""
    lines = []
    for number in numbers:
        name, body = article(number, words)
        triples = triples_of(GraphData(NamedNode(name), body, RdfFormat.TURTLE, 7))
        lines += [f"{triple} <{name}> .\n" for triple in triples]
    return "".join(lines)


def sizes(target: LocalStore) -> dict[str, int]:
    found = target.sizes()
    assert found is not None
    return {name.value: size for name, size in found.items()}


@pytest.mark.parametrize("name", ["a.nq", "a.trig"])
def test_a_file_of_graphs_goes_whole_into_an_empty_store(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(quads(1, 2) if name == "a.nq" else "<a:g> { <a:a> <a:b> 1, 2 } <a:h> { <a:a> <a:b> 3 }")
    target = LocalStore(tmp_path / "store")
    results = load(target, path)
    target_sizes = sizes(target)
    assert {r.graph.value: r.triples for r in results if r.graph} == target_sizes
    assert target_sizes == ({article(n)[0]: 7 for n in (1, 2)} if name == "a.nq" else {"a:g": 2, "a:h": 1})
    assert set(outcomes(results)) == {"done"}
    target.close()


def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    pipe, store = tmp_path / "graphs.nq", tmp_path / "store"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=("<a:s> <a:p> <a:o> <a:g> .\n",), daemon=True)
    writer.start()
    target = LocalStore(store)
    (result,) = load(target, pipe)
    target.close()
    assert (result.outcome, result.triples) == (Outcome.DONE, 1)


def test_only_an_empty_store_takes_a_file_whole(tmp_path: Path) -> None:
    """Else graphs would be joined instead of replaced."""
    path, target = tmp_path / "a.nq", LocalStore(tmp_path / "store")
    for words in ("Some words.", "Other words."):
        path.write_text(quads(1, 2, words=words))
        assert set(outcomes(load(target, path))) == {"done"}
        assert set(sizes(target).values()) == {7}
    target.close()


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("<a:a> <a:b> .\n", ":15:"),
        ("<a:a> <a:b> <a:c> .\n", "--graph"),
        ("<a:a> <a:b> <a:c> _:g .\n", "blank node for its name"),
        ("<a:a> <a:b> <c> <a:g> .\n", "a.nq"),
    ],
)
def test_a_file_that_cannot_be_taken_whole_leaves_nothing(tmp_path: Path, more: str, says: str) -> None:
    path, target = tmp_path / "a.nq", LocalStore(tmp_path / "store")
    path.write_text(quads(1, 2) + more)
    (result,) = load(target, path)
    assert says in str(result.error)
    assert target.is_empty
    target.close()


def test_with_a_resume_file_each_graph_is_noted(tmp_path: Path) -> None:
    path, target = tmp_path / "a.nq", LocalStore(tmp_path / "store")
    path.write_text(quads(1, 2))
    assert outcomes(load(target, path, resume=tmp_path / "r")) == ["done", "done"]
    assert outcomes(load(target, path, resume=tmp_path / "r")) == ["held", "held"]
    target.close()


def test_the_same_graph_after_a_whole_file_is_seen(tmp_path: Path, folder: Path) -> None:
    path, target = tmp_path / "a.nq", LocalStore(tmp_path / "store")
    path.write_text(quads(1, 2))
    (folder / "2.ttl").write_bytes(article(2, "Other words.")[1])
    results = load(target, path, folder / "1.ttl", folder / "2.ttl")
    assert outcomes(results) == ["done", "done", "same", "failed"]
    target.close()


def test_what_was_done_in_a_store_that_is_gone_is_not_done(folder: Path, tmp_path: Path) -> None:
    resume, runs = tmp_path / "resume.jsonl", []
    for _ in range(3):
        target = LocalStore(tmp_path / "store")
        runs.append(outcomes(load(target, folder, resume=resume)))
        target.close()
        if len(runs) == 2:
            shutil.rmtree(tmp_path / "store")
    assert runs == [["done"] * 6, ["held"] * 6, ["done"] * 6]

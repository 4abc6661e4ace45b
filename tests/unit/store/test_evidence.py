"""Evidence of an older version of an article goes with that version, and stays where it still fits."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from kgexport.store.base import Target
from kgexport.store.inputs import Job
from kgexport.store.journal import Journal
from kgexport.store.limits import Limits
from kgexport.store.loading import Loader
from kgexport.store.opening import Where, identity_of, open_store
from kgexport.store.reading import Choice, graph_files
from kgexport.store.results import Action, Outcome, Result, Summary
from kgexport.store.retry import Retry
from tests.support.graph_store import Asked, Fault, GraphStoreServer, graph_store

NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
NAMES = ["https://news.example/1", "https://news.example/2"]


def turtle(name: str, words: str) -> str:
    return f'<{name}#article> a <http://schema.org/NewsArticle> ; <http://schema.org/articleBody> "{words}" .\n'


def evidence(name: str, words: str) -> str:
    return f'<{name}#evidence> {{ <{name}#text> a <{NIF}Context> ; <{NIF}isString> "{words}" . }}\n'


def both(name: str, words: str) -> str:
    return f"<{name}> {{ {turtle(name, words)} }}\n" + evidence(name, words)


@pytest.fixture
def server() -> Iterator[GraphStoreServer]:
    with graph_store() as running:
        yield running


@pytest.fixture(params=["folder", "graph-store", "update"])
def opened(request: pytest.FixtureRequest, server: GraphStoreServer, tmp_path: Path) -> Callable[[], Target]:
    """Opens a local store, or a server by one of its protocols; the same one each time."""
    if request.param == "folder":
        return lambda: open_store(Where(str(tmp_path / "store")), Limits(), Retry())
    where = Where(server.url, "oxigraph", request.param, environ={})
    return lambda: open_store(where, Limits(2, 5.0), Retry(0))


def load(target: Target, *files: Path, job: Job | None = None, resume: Path | None = None) -> list[Result]:
    try:
        with Journal(resume, target.identity) as journal:
            loader = Loader(target, journal, job or Job(), threading.Event())
            return list(loader.run(graph_files([str(file) for file in files])))
    finally:
        target.close()


def words_of(target: Target, name: str) -> list[str]:
    """The literals of a graph."""
    try:
        return [triple.object.value for triple in target.read(NamedNode(name)) if isinstance(triple.object, Literal)]
    finally:
        target.close()


@pytest.fixture
def full(opened: Callable[[], Target], tmp_path: Path) -> Callable[[], Target]:
    """The store with two articles and their evidence."""
    for number, name in enumerate(NAMES):
        (tmp_path / f"{number}.trig").write_text(both(name, "Old words."))
    results = load(opened(), tmp_path / "0.trig", tmp_path / "1.trig")
    assert [(result.outcome, result.error) for result in results] == [(Outcome.DONE, None)] * 4
    return opened


def test_a_changed_article_without_evidence_takes_the_old_evidence_along(
    full: Callable[[], Target], tmp_path: Path
) -> None:
    (tmp_path / "0.ttl").write_text(turtle(NAMES[0], "New words."))
    (result,) = load(full(), tmp_path / "0.ttl")
    assert (result.outcome, result.outdated) == (Outcome.DONE, True)
    assert words_of(full(), NAMES[0]) == ["New words."]
    assert words_of(full(), f"{NAMES[0]}#evidence") == []
    assert words_of(full(), f"{NAMES[1]}#evidence") == ["Old words."]


def test_an_article_that_is_the_same_keeps_its_evidence(full: Callable[[], Target], tmp_path: Path) -> None:
    (tmp_path / "0.ttl").write_text(turtle(NAMES[0], "Old words."))
    (result,) = load(full(), tmp_path / "0.ttl")
    assert (result.outcome, result.outdated) == (Outcome.DONE, False)
    assert words_of(full(), f"{NAMES[0]}#evidence") == ["Old words."]


def test_evidence_that_is_left_out_is_as_none(full: Callable[[], Target], tmp_path: Path) -> None:
    (tmp_path / "0.trig").write_text(both(NAMES[0], "New words."))
    (result,) = load(full(), tmp_path / "0.trig", job=Job(choice=Choice(evidence=False)))
    assert result.outdated
    assert words_of(full(), f"{NAMES[0]}#evidence") == []


@pytest.mark.parametrize("order", [1, -1])
def test_new_evidence_from_another_file_of_the_run_stays(
    full: Callable[[], Target], tmp_path: Path, order: int
) -> None:
    (tmp_path / "a.ttl").write_text(turtle(NAMES[0], "New words."))
    (tmp_path / "e.trig").write_text(evidence(NAMES[0], "New words."))
    load(full(), *[tmp_path / "a.ttl", tmp_path / "e.trig"][::order])
    assert words_of(full(), f"{NAMES[0]}#evidence") == ["New words."]


def test_adding_to_an_article_leaves_its_evidence(full: Callable[[], Target], tmp_path: Path) -> None:
    (tmp_path / "0.ttl").write_text(turtle(NAMES[0], "New words."))
    (result,) = load(full(), tmp_path / "0.ttl", job=Job(Action.APPEND))
    assert not result.outdated
    assert words_of(full(), f"{NAMES[0]}#evidence") == ["Old words."]


def test_the_resume_file_knows_that_the_evidence_went(full: Callable[[], Target], tmp_path: Path) -> None:
    resume = tmp_path / "r.jsonl"
    load(full(), tmp_path / "0.trig", resume=resume)
    (tmp_path / "0.ttl").write_text(turtle(NAMES[0], "New words."))
    load(full(), tmp_path / "0.ttl", resume=resume)
    again = load(full(), tmp_path / "0.trig", resume=resume)
    assert [result.outcome for result in again] == [Outcome.DONE, Outcome.DONE]
    assert words_of(full(), f"{NAMES[0]}#evidence") == ["Old words."]


def test_a_store_without_evidence_is_asked_once_and_proved_once(server: GraphStoreServer, tmp_path: Path) -> None:
    for number, name in enumerate(NAMES):
        (tmp_path / f"{number}.ttl").write_text(turtle(name, "Words."))
    where = Where(server.url, "oxigraph", environ={})
    load(open_store(where, Limits(), Retry()), tmp_path / "0.ttl", tmp_path / "1.ttl")
    assert sorted(asked.method for asked in server.asked) == ["POST", "POST", "PUT", "PUT"]


def test_a_store_that_takes_no_queries_is_loaded_and_said_to_be_unsure(
    server: GraphStoreServer, tmp_path: Path
) -> None:
    def no_queries(asked: Asked) -> Fault | None:
        return Fault(status=404) if asked.target.startswith("/query") else None

    server.fault = no_queries
    (tmp_path / "0.ttl").write_text(turtle(NAMES[0], "Words."))
    target = open_store(Where(server.url, "oxigraph", environ={}), Limits(), Retry())
    with Journal(None, identity_of(server.url)) as journal:
        loader = Loader(target, journal, Job(), threading.Event())
        (result,) = loader.run(graph_files([str(tmp_path / "0.ttl")]))
    target.close()
    assert result.outcome is Outcome.DONE
    assert "there is no such endpoint" in loader.unsure


def test_the_summary_says_what_was_removed_and_what_is_not_known() -> None:
    summary = Summary("store", Action.REPLACE)
    summary.add(Result("a.ttl", NamedNode("a:g"), Outcome.DONE, 3, 20, outdated=True))
    summary.unsure = "because"
    text = summary.as_text(1.0)
    assert "  outdated 1 graph of evidence removed (" in text
    assert "  unsure   whether evidence of older versions is left (because)" in text
    assert (summary.as_record()["outdated"], summary.as_record()["unsure"]) == (1, "because")


def test_a_graph_that_is_named_by_a_part_of_a_document_has_no_evidence(
    opened: Callable[[], Target], tmp_path: Path
) -> None:
    (tmp_path / "a.ttl").write_text(turtle(NAMES[0], "Words."))
    named = Choice(NamedNode(f"{NAMES[0]}#part"))
    (loaded,) = load(opened(), tmp_path / "a.ttl", job=Job(choice=named))
    (deleted,) = load(opened(), tmp_path / "a.ttl", job=Job(Action.DELETE, named))
    assert (loaded.outcome, deleted.outcome, deleted.error) == (Outcome.DONE, Outcome.DONE, None)

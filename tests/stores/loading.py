"""What every real store must do with 500 articles; each store's own test module inherits it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from pyoxigraph import Triple

from tests.support.corpora import Corpus, canonical_form, changed_types, make_corpus
from tests.support.process import Run, child_environ, kgexport
from tests.support.stores import RealStore, running

COUNT = 500
STORY = "GRAPH <https://news.example/story-20>"
QUESTIONS = (
    ("-q", "SELECT ?a ?h { ?a a schema:NewsArticle ; schema:headline ?h } ORDER BY ?a", "-f", "csv"),
    ("-q", f"ASK {{ {STORY} {{ ?e schema:additionalType type:visit }} }}"),
    ("-q", f"CONSTRUCT {{ ?s schema:name ?o }} WHERE {{ {STORY} {{ ?s schema:name ?o }} }}", "-f", "ntriples"),
    ("--recipe", "planned-events", "-f", "csv"),
)


class LoadingArticles:
    """The tests, in this order: each goes on with the store that the one before left."""

    make: ClassVar[staticmethod[[Path], RealStore]]
    respelt: ClassVar[frozenset[str]]
    """Data types whose literals the store gives back in another spelling of the same value."""
    after_a_kill: ClassVar[tuple[str, ...]] = ()
    """What a load needs to be told in a store that a kill empties: the resume file says that the graphs are there."""

    @pytest.fixture(scope="class")
    @classmethod
    def corpus(cls, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
        return make_corpus(tmp_path_factory.mktemp("corpus") / "articles", COUNT)

    @pytest.fixture(scope="class")
    @classmethod
    def store(cls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealStore]:
        with running(cls.make, tmp_path_factory.mktemp("store")) as store:
            yield store

    def test_all_articles_read_back_equal(self, store: RealStore, corpus: Corpus) -> None:
        done = load(store, corpus.folder, "--verify")
        assert done.code == 0, done.err
        assert f"loaded   {len(corpus.graphs)} graphs" in done.err
        assert f"verified {len(corpus.graphs)} graphs" in done.err
        back = assert_holds(store, corpus)
        respelt = set().union(*(changed_types(sent, back[name]) for name, sent in corpus.graphs.items()))
        assert respelt == self.respelt

    def test_loading_again_changes_nothing(self, store: RealStore, corpus: Corpus) -> None:
        assert load(store, corpus.folder).code == 0
        assert_holds(store, corpus)

    def test_a_changed_article_replaces_exactly_its_graph(self, store: RealStore, corpus: Corpus) -> None:
        before = {name: store.read(name) for name in corpus.graphs}
        name = corpus.change_one()
        done = load(store, corpus.folder / "article-0000.nq")
        assert done.code == 0, done.err
        after = assert_holds(store, corpus)
        assert {n for n in corpus.graphs if before[n] != after[n]} == {name}

    def test_updates_do_the_same_as_the_graph_store_protocol(self, store: RealStore, corpus: Corpus) -> None:
        article = corpus.folder / "article-0020.nq"
        done = load(store, article, "--protocol", "update", "--verify")
        assert done.code == 0, done.err
        assert "verified 2 graphs" in done.err
        name = "https://news.example/story-20"
        assert canonical_form(store.read(name)) == corpus.form_of(name)

    def test_an_article_is_deleted_with_its_evidence_and_nothing_else(self, store: RealStore, corpus: Corpus) -> None:
        article, name = corpus.folder / "article-0040.nq", "https://news.example/story-40"
        done = load(store, article, "--delete", "--verify")
        assert done.code == 0, done.err
        assert store.graphs() == set(corpus.graphs) - {name, f"{name}#evidence"}
        assert "absent   2 graphs" in load(store, article, "--delete").err
        assert load(store, article).code == 0
        assert_holds(store, corpus)

    @pytest.mark.parametrize("asked", QUESTIONS, ids=["table", "ask", "triples", "recipe"])
    def test_a_question_has_the_same_answer_as_from_the_files(
        self, store: RealStore, corpus: Corpus, asked: tuple[str, ...]
    ) -> None:
        files = sorted(corpus.folder.glob("*.nq"))
        from_files = kgexport("query", *files, *asked, cwd=corpus.folder)
        address = ("--store", store.address)
        from_store = kgexport("query", *address, *asked, cwd=corpus.folder, stdin=b"", **store.environ)
        assert from_store == from_files
        assert from_files.code == 0
        assert len(from_files.out.splitlines()) > 10 or from_files.out == "yes\n"

    def test_a_kill_in_mid_load_loses_and_doubles_nothing(self, corpus: Corpus, tmp_path: Path) -> None:
        journal = tmp_path / "resume.jsonl"
        with running(self.make, tmp_path / "store") as store:
            with loading(store, corpus.folder, journal) as process:
                wait_for_lines(journal, 100, process)
                store.kill()
                assert process.wait() == 3
            done_before = journal.read_text().count('"done"')
            assert 0 < done_before < len(corpus.graphs)
            store.start()
            done = load(store, corpus.folder, "--resume", journal, *self.after_a_kill)
            assert done.code == 0, done.err
            assert ("skipped" in done.err) is not bool(self.after_a_kill)
            assert_holds(store, corpus)


def load(store: RealStore, where: Path, *options: str | Path) -> Run:
    where_to = ("--store", store.address, *store.options)
    return kgexport("load", where, *where_to, *options, cwd=where.parent, stdin=b"", **store.environ)


def loading(store: RealStore, where: Path, journal: Path) -> subprocess.Popen[bytes]:
    """A load that goes on beside the test, with few retries."""
    options = ["--resume", str(journal), "--retries", "1", "--retry-wait", "0.1"]
    command = [sys.executable, "-m", "kgexport", "load", str(where), "--store", store.address, *store.options, *options]
    return subprocess.Popen(command, env={**child_environ(), **store.environ}, stderr=subprocess.DEVNULL)


def wait_for_lines(journal: Path, count: int, process: subprocess.Popen[bytes]) -> None:
    while not journal.exists() or journal.read_bytes().count(b"\n") < count:
        assert process.poll() is None, "the load ended before it could be disturbed"
        time.sleep(0.005)


def assert_holds(store: RealStore, corpus: Corpus) -> dict[str, set[Triple]]:
    """The store has exactly the graphs of the corpus; as it gave them back."""
    assert store.graphs() == set(corpus.graphs)
    back = {name: store.read(name) for name in corpus.graphs}
    wrong = [name for name in corpus.graphs if corpus.form_of(name) != canonical_form(back[name])]
    assert wrong == []
    return back

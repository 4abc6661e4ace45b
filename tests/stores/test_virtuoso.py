"""500 articles in the real Virtuoso of Debian."""

from __future__ import annotations

import pytest

from tests.stores.loading import LoadingArticles
from tests.support.corpora import Corpus
from tests.support.process import kgexport
from tests.support.stores import RealStore, virtuoso

pytestmark = pytest.mark.slow


class TestVirtuoso(LoadingArticles):
    make = staticmethod(virtuoso)
    respelt = frozenset({"decimal"})

    def test_wrong_credentials_end_the_run_and_change_nothing(self, store: RealStore, corpus: Corpus) -> None:
        name, article = next(iter(corpus.graphs)), corpus.folder / "article-0001.nq"
        before = store.size(name)
        wrong = {**store.environ, "KGEXPORT_STORE_PASSWORD": "very-secret"}
        done = kgexport("load", article, "--store", store.address, cwd=corpus.folder, stdin=b"", **wrong)
        assert done.code == 3
        assert "401" in done.err
        assert "very-secret" not in done.err
        assert store.size(name) == before

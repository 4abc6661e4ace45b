"""500 articles in Comunica, which has SPARQL Update only, and keeps all of them in memory."""

from __future__ import annotations

import pytest

from tests.stores.loading import LoadingArticles
from tests.support.stores import comunica

pytestmark = pytest.mark.slow


class TestComunica(LoadingArticles):
    make = staticmethod(comunica)
    respelt = frozenset()
    after_a_kill = ("--verify",)

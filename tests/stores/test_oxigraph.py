"""500 articles in the real Oxigraph server."""

from __future__ import annotations

import pytest

from tests.stores.loading import LoadingArticles
from tests.support.stores import oxigraph

pytestmark = pytest.mark.slow


class TestOxigraph(LoadingArticles):
    make = staticmethod(oxigraph)
    respelt = frozenset({"decimal"})

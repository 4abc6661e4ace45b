"""Every recipe in every real store, as `kgexport query --store URL` asks it: the answers known of the made articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kgexport.errors import KgexportError
from kgexport.query.endpoint import Endpoint
from kgexport.query.recipes import recipe
from tests.recipes.test_recipes import CASES, MADE, ONLY_FIRST
from tests.recipes.test_recipes import _rows as answer_of
from tests.stores.loading import load
from tests.support.process import kgexport
from tests.support.stores import RealStore, comunica, oxigraph, running, virtuoso

pytestmark = pytest.mark.slow

ORDER, ANSWER, REFUSED = "another order", "another answer", "an error of the store"
DIFFERENT: dict[str, dict[str, str]] = {
    "oxigraph": {},
    "comunica": {"publishers": ORDER, "who-said-what speaker=Ada Berg about=Kingdom of Sudland to=2024-05": ORDER},
    "virtuoso": {},
}
"""What a store is known to do in another way; each line is true, and a store that mends it fails the test.

Comunica 5.4.1 compares strings as an alphabet does, where SPARQL says code points (XPath's fn:compare, section 17.3).
"""


@pytest.fixture(scope="module", params=[oxigraph, virtuoso, comunica], ids=lambda make: make.__name__)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealStore]:
    make: Callable[[Path], RealStore] = request.param
    with running(make, tmp_path_factory.mktemp("store")) as store:
        done = load(store, MADE, "--jobs", "1")
        assert done.code == 0, done.err
        yield store


@pytest.mark.parametrize(("name", "given", "expected"), CASES, ids=[" ".join([n, *g]) for n, g, _ in CASES])
def test_the_known_answer(store: RealStore, name: str, given: list[str], expected: list[list[str]]) -> None:
    assert _difference(store, name, given, expected) == DIFFERENT[store.kind].get(" ".join([name, *given]), "")


def test_the_graph_of_an_entity(store: RealStore) -> None:
    asked = ("--recipe", "graph-of-entity", "--param", "who=wd:Q3", "-f", "ntriples")
    from_file = kgexport("query", MADE, *asked, cwd=MADE.parent)
    from_store = kgexport("query", "--store", store.address, *asked, cwd=MADE.parent, stdin=b"", **store.environ)
    assert from_store == from_file
    assert '"Ada Berg"' in from_file.out


def _difference(store: RealStore, name: str, given: list[str], expected: list[list[str]]) -> str:
    kind = "sparql-update" if store.options else store.kind
    try:
        told = answer_of(Endpoint(store.address, kind, store.environ), recipe(name), given)
    except KgexportError:
        return REFUSED
    if name in ONLY_FIRST:
        told = told[: len(expected)]
    if told == expected:
        return ""
    return ORDER if sorted(told) == sorted(expected) else ANSWER

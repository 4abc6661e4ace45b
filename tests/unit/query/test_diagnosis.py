"""What is wrong with a query is told at its place."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kgexport.errors import OutsideError
from kgexport.query import StoreSource
from kgexport.query.diagnosis import QueryError


@pytest.mark.parametrize(
    ("query", "place", "words"),
    [
        ("", "line 1, column 1", "empty"),
        ("SELEC ?s { ?s ?p ?o }", "line 1, column 1", "did you mean SELECT"),
        ("SELECT ?s\n{ ?s shema:name ?o }", "line 2, column 6", "did you mean schema:"),
        ("SELECT ?s { ?s ?p ?o", "line 1, column 11", "brace that is not closed"),
        ("SELECT ?s { ?s ?p ?o FILTER(?o = 1 }", "line 1, column 36", "closes nothing"),
        ("SELECT ?s { ?s ?p 'abc }", "line 1, column 19", "not closed"),
        ("SELECT ?s { ?s ?p ?o FILTER(contain(?o, 'x')) }", "line 1, column 29", "did you mean CONTAINS"),
        ("INSERT DATA { <a:a> <a:b> 1 }", "line 1, column 1", "kgexport load"),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }", "line 1", "GROUP BY"),
        ("SELECT ?s { ?s ?p ?o } LIMIT ?s", "line 1, column 30", "not expected"),
    ],
)
def test_the_place_and_the_reason(query: str, place: str, words: str) -> None:
    with pytest.raises(QueryError) as caught:
        StoreSource(ox.Store()).ask(query)
    told = str(caught.value)
    assert place in told
    assert words in told
    assert "\n" not in told
    assert caught.value.pointer.splitlines()[-1].strip() == "^"


def test_the_caret_stands_under_the_place_when_values_were_put_in() -> None:
    with pytest.raises(QueryError) as caught:
        StoreSource(ox.Store()).ask("SELECT ?s { ?s ?p ?who } LIMIT ?s", {"who": ox.Literal("x" * 50)})
    line, caret = caught.value.pointer.splitlines()
    assert line[caret.index("^") :] == "?s"


def test_an_answer_that_takes_too_long() -> None:
    store = ox.Store()
    store.extend(ox.Quad(ox.NamedNode(f"a:{i}"), ox.NamedNode("a:p"), ox.Literal(i)) for i in range(400))
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?p ?x . ?b ?q ?y . ?c ?r ?z FILTER(?x + ?y + ?z > 1195) }"
    with pytest.raises(OutsideError, match=r"within 0\.05 s"):
        StoreSource(store).ask(slow, timeout=0.05)

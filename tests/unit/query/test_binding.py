"""Values reach every part of a query, and nothing in them changes what the query means."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest

from kgexport.errors import InputError, UnknownNameError
from kgexport.query import StoreSource, Triples, rows
from kgexport.query.binding import bind
from kgexport.query.parameters import READERS, guessed
from kgexport.query.recipes import recipes
from kgexport.query.tokens import Kind, tokens

HOSTILE = (
    '"',
    "'",
    '"""',
    "'''",
    "\\",
    '\\"',
    '" }',
    '" } #',
    '"} UNION { ?s ?p ?o } #',
    "x' } ; DROP ALL #",
    "\n",
    "\r\n} #",
    "\t",
    "# comment",
    "?x",
    "$x",
    "<http://example.org/>",
    "<a> . ?s ?p ?o",
    "http://a.example/> } #",
    "http://a.example/\\u003e",
    "wd:Q1 } #",
    "wd:",
    ":",
    "_:b",
    "{",
    "}",
    "{}",
    "(",
    ")",
    "UNDEF",
    "} VALUES ?x { 1 }",
    "1 } #",
    "1e9",
    "-1",
    "2024-05-31",
    "2024-02-31",
    '"x"@en } #',
    '"x"@en',
    '"x"^^xsd:integer',
    '"x"^^<http://e.example/> } #',
    '"\\"@en',
    "\u0000",
    "\u202e",
    "\ufeff",
    "é",
    "e\u0301",
    "😀",
    "%22%7D",
    "&quot;",
    "</script>",
    "${x}",
    "{{x}}",
    "%s",
    "x" * 10_000,
    "SELECT",
    "}\u2028{",
    "@prefix x: <x> .",
    "<<",
    "'@en-}",
)
QUERY = "SELECT ?s WHERE { ?s <http://e.example/p> ?v . FILTER(STR(?v) = STR(?who)) }"
STORE = ox.Store()
STORE.update(
    "INSERT DATA { <http://e.example/a> <http://e.example/p> 1 . <http://e.example/b> <http://e.example/p> 'plain' }"
)


def _answer(query: str, **values: str) -> list[list[str]]:
    answer = StoreSource(STORE).ask(query, {name: guessed(name, value) for name, value in values.items()})
    assert isinstance(answer, ox.QuerySolutions)
    return sorted(rows(answer)[1])


def test_there_are_fifty() -> None:
    assert len(set(HOSTILE)) >= 50


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_value_stays_one_value(value: str) -> None:
    try:
        term = guessed("who", value)
    except InputError:
        return
    bound = bind(QUERY, {"who": term}).text
    cut = [token.text for token in tokens(bound)]
    added = tokens(f"VALUES ?who {{ {term} }}")
    plain = [token.text for token in tokens(QUERY)]
    at = plain.index("{") + 1
    assert cut == [*plain[:at], *(token.text for token in added), *plain[at:]]
    assert [t.kind for t in added][3] in (Kind.IRI, Kind.STRING)
    assert _answer(QUERY, who=value) == []


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("kind", READERS)
def test_a_hostile_value_of_a_recipe_is_refused_or_one_value(kind: str, value: str) -> None:
    try:
        term = READERS[kind]("who", value)
    except InputError:
        return
    answer = StoreSource(STORE).ask("SELECT (?who AS ?w) WHERE { FILTER(BOUND(?who)) }", {"who": term})
    assert isinstance(answer, ox.QuerySolutions)
    assert [solution["w"] for solution in answer] == [term]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?s { ?s ?p ?v }", ["e:a"]),
        ("SELECT ?s { { ?s ?p ?w FILTER(?w = ?v) } UNION { ?s ?p ?v } }", ["e:a", "e:a"]),
        ("SELECT ?s { ?s ?p ?w OPTIONAL { ?s ?q ?n FILTER(?w = ?v) } FILTER(BOUND(?n)) }", ["e:a"]),
        ("SELECT ?s { { SELECT ?s { ?s ?p ?w FILTER(?w = ?v) } } }", ["e:a"]),
        ("SELECT ?s { { SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?w FILTER(?w = ?v) } GROUP BY ?s } }", ["e:a"]),
        ("SELECT ?s { ?s ?p ?w FILTER EXISTS { ?s ?p ?z FILTER(?z = ?v) } }", ["e:a"]),
        ("SELECT ?s { ?s ?p ?w FILTER NOT EXISTS { { ?s ?p ?v } UNION { ?s ?p ?v } } }", ["e:b"]),
        ("SELECT ?s { ?s ?p ?w MINUS { ?s ?p ?v } }", ["e:b"]),
        ("SELECT ?s { VALUES ?w { 1 'plain' } ?s ?p ?w FILTER(?w = ?v) }", ["e:a"]),
        ("SELECT ?s { VALUES (?w) { (1) } ?s ?p ?w FILTER(?w = ?v) } # ?v {", ["e:a"]),
    ],
)
def test_a_value_reaches_every_group(query: str, expected: list[str]) -> None:
    assert [row[0].replace("http://e.example/", "e:") for row in _answer(query, v="1")] == expected


def test_a_template_and_describe() -> None:
    source = StoreSource(STORE)
    made = source.ask("CONSTRUCT { ?s ?p ?v } WHERE { ?s ?p ?v }", {"v": guessed("v", "1")})
    told = source.ask("DESCRIBE ?s WHERE { ?s ?p ?v }", {"v": guessed("v", "1")})
    assert made == told


def test_names_that_do_not_fit() -> None:
    with pytest.raises(UnknownNameError, match="did you mean who"):
        bind(QUERY, {"wha": ox.Literal("x")})
    with pytest.raises(InputError, match="no variables"):
        bind("ASK {}", {"x": ox.Literal("x")})
    with pytest.raises(InputError, match="in no WHERE"):
        bind("DESCRIBE ?x", {"x": ox.Literal("x")})


def test_places_are_those_of_the_given_text() -> None:
    bound = bind(QUERY, {"who": ox.Literal("x")})
    ((place, length, _),) = bound.insertions
    assert [bound.original(i) for i in range(place)] == list(range(place))
    assert {bound.original(i) for i in range(place, place + length + 1)} == {place}
    assert bound.original(len(bound.text)) == len(QUERY)


def test_every_recipe_can_be_bound_with_all_of_its_parameters() -> None:
    samples = {
        "thing": "x",
        "text": "x",
        "date": "2024",
        "integer": "1",
        "number": "0.5",
        "iri": "wd:Q1",
        "event-type": "visit",
    }
    for found in recipes().values():
        given = {parameter.name: samples[parameter.type] for parameter in found.parameters}
        values = found.values(given)
        StoreSource(ox.Store()).ask(found.query(values), values)


SHORT = "CONSTRUCT\nWHERE { ?s <http://e.example/p> ?o . ?s <http://e.example/q> [] }"


def test_the_short_form_of_construct_takes_values() -> None:
    store = ox.Store()
    store.load(
        b"<http://e.example/a> <http://e.example/p> 1 ; <http://e.example/q> 2 ."
        b"<http://e.example/b> <http://e.example/p> 3 ; <http://e.example/q> 4 .",
        format=ox.RdfFormat.TURTLE,
    )
    short = "CONSTRUCT WHERE { ?s <http://e.example/p> ?o }"
    answer = StoreSource(store).ask(short, {"s": ox.NamedNode("http://e.example/b")})
    assert isinstance(answer, Triples)
    assert [triple.object.value for triple in answer.triples if isinstance(triple.object, ox.Literal)] == ["3"]
    from_graph = "CONSTRUCT FROM <http://e.example/g> WHERE { ?s ?p ?o } LIMIT 5"
    ox.Store().query(bind(from_graph, {"o": ox.Literal("x")}).text)
    ox.Store().query(bind(SHORT, {"o": ox.Literal("x")}).text)


def test_a_place_in_the_copied_template_is_the_one_it_was_copied_from() -> None:
    bound = bind(SHORT, {"o": ox.Literal("x")})
    first, second = (match.start() for match in re.finditer("<http://e.example/q>", bound.text))
    assert bound.original(first) == bound.original(second) == SHORT.index("<http://e.example/q>")
    assert bound.original(len(bound.text)) == len(SHORT)


def test_a_mistake_in_the_short_form_is_shown_where_it_was_made() -> None:
    with pytest.raises(InputError, match="line 3, column 12: this is not expected here"):
        StoreSource(ox.Store()).ask("CONSTRUCT\nWHERE {\n  ?s ?p ?o FILTER(?s) }", {"o": ox.Literal("x")})


@pytest.mark.parametrize(
    "query",
    ["SELECT ?x {\n ?x a ?n BIND(1 AS ?n) }", "SELECT (COUNT(*)\nAS ?n) { ?x a ?y }", 'SELECT * {\n BIND("x" as $n) }'],
)
def test_a_variable_that_the_query_sets_takes_no_value(query: str) -> None:
    with pytest.raises(InputError, match=r"line 2, column \d+: the query sets [?$]n itself"):
        bind(query, {"n": ox.Literal("x")})

"""Each recipe gives the known answers over two made articles, keeps to its header, and answers over real articles."""

from __future__ import annotations

import shlex
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgexport.errors import InputError
from kgexport.query import Source, StoreSource, Triples, load_graphs, rows
from kgexport.query.binding import Value
from kgexport.query.naming import resolved
from kgexport.query.parameters import pairs
from kgexport.query.recipes import Recipe, recipe, recipes
from kgexport.vocabulary import PREFIXES
from tests.support.process import ROOT

MADE = Path(__file__).with_name("made.trig")
GOLDEN = sorted((ROOT / "tests" / "golden" / "expected").glob("*.trig"))
A, B = "https://news.example/a#article", "https://news.example/b#article"
DONE, ACTIVE, PLAN, FAILED = (
    "CompletedActionStatus",
    "ActiveActionStatus",
    "PotentialActionStatus",
    "FailedActionStatus",
)
KNOWN: dict[str, list[tuple[list[str], list[list[str]]]]] = {
    "who-met-whom": [
        ([], [["2024-05", "Ada Berg", "Bo Dahl", "Ada Berg meets Bo Dahl", "Port", A]]),
        (
            ["who=dahl", "from=2024-05-31", "to=2024"],
            [["2024-05", "Ada Berg", "Bo Dahl", "Ada Berg meets Bo Dahl", "Port", A]],
        ),
        (["from=2024-06"], []),
        (["to=2024-04-30"], []),
    ],
    "visits": [([], [["2024-05-02", "Ada Berg", "Port", "Ada Berg visits Port", A]]), (["who=Dahl"], [])],
    "arms-transfers": [
        (
            ["who=Kingdom"],
            [
                ["2024", "Norland", "Sudland", "", DONE, "asserted", "positive", B],
                ["2024", "Norland", "Sudland", "boats", PLAN, "planned", "positive", A],
                ["", "Norland", "Sudland", "", FAILED, "alleged", "negative", B],
            ],
        ),
        (["who=wd:Q9"], []),
    ],
    "planned-events": [
        (["who=wd:Q1"], [["", "Norland", "discussion", "Talks on boats", A]]),
        (["from=2025-03", "to=2025-04"], [["2025", "Bo Dahl", "visit", "Bo Dahl will visit Norland", A]]),
    ],
    "announced-and-done": [
        (
            [],
            [["Norland", "arms-transfer", "Norland sends boats to Sudland", "Norland hands over boats", "2024", A, B]],
        ),
    ],
    "contradicting-events": [
        (
            [],
            [
                [
                    "Norland",
                    "Sudland",
                    "arms-transfer",
                    "Norland hands over boats",
                    "Norland hands boats to Sudland",
                    "alleged",
                    B,
                    B,
                ]
            ],
        ),
    ],
    "contradicting-claims": [
        (["about=Norland"], [["Ada Berg", "the boats will come", "President Berg", "no boats came", A, B]]),
    ],
    "amounts-by-funder": [
        (["currency=eur"], [["Norland", "EUR", "", "5000000", "", "Norland sends boats to Sudland", PLAN, A]]),
        (["currency=USD"], []),
    ],
    "money-in-events": [
        ([], [["EUR", "5000000", "at least", "Norland sends boats to Sudland", PLAN, "planned", A]]),
        (["least=5000001"], []),
    ],
    "casualties": [([], [["2024-04-30", "killing", "3", "", "", "people", "Port", "A storm kills three", A]])],
    "protests-by-place": [([], [["Port", "demonstration", "1", "2024-05-01", "2024-05-01", "1"]])],
    "agreements": [
        (
            ["who=Norland"],
            [
                [
                    "2024-05-30",
                    "Norland",
                    "agreement-signing",
                    "Norland and Sudland sign a treaty",
                    DONE,
                    "asserted",
                    "positive",
                    B,
                ],
                [
                    "2024-05-30",
                    "Sudland",
                    "agreement-signing",
                    "Norland and Sudland sign a treaty",
                    DONE,
                    "asserted",
                    "positive",
                    B,
                ],
            ],
        ),
    ],
    "criticism": [([], [["", "Sudland", "condemnation", "Norland", "Sudland condemns Norland", B]])],
    "appointments": [([], [["2024-05-31", "resignation", "President Berg resigns", "President Berg", B]])],
    "quotations-of-person": [(["who=Ada"], [["2024-05-03", "Ada Berg", 'They "float".', A]])],
    "who-said-what": [
        (
            ["speaker=Ada Berg", "about=Kingdom of Sudland", "to=2024-05"],
            [
                ["2024-05-03", "Ada Berg", "Sudland", "quotation", 'They "float".', "", A],
                ["2024-05-03", "Ada Berg", "Sudland", "claim", "the boats will come", "positive", A],
            ],
        ),
    ],
    "negated-events": [
        ([], [["arms-transfer", "Norland hands boats to Sudland", "alleged", "Berg denied it.", B]]),
        (["type=visit"], []),
    ],
    "allegations": [([], [["Norland", "Norland hands boats to Sudland", "President Berg", "negative", B]])],
    "sources-of-events": [
        (
            ["type=arms-transfer"],
            [
                ["Norland hands boats to Sudland", "President Berg", "", "site.example", B],
                ["Norland hands over boats", "the article", "", "site.example", B],
                ["Norland sends boats to Sudland", "Ada Berg", "The Paper", "", A],
            ],
        ),
    ],
    "same-event": [
        (
            [],
            [
                ["2024", "arms-transfer", "Norland", "2", "Norland hands over boats"],
                ["2024", "arms-transfer", "Sudland", "2", "Norland hands over boats"],
            ],
        ),
    ],
    "timeline": [
        (
            ["who=Ada Berg"],
            [
                ["2024-05", "participant", "Ada Berg meets Bo Dahl", DONE, "asserted", "positive", A],
                ["2024-05-02", "agent", "Ada Berg visits Port", DONE, "asserted", "positive", A],
                ["2024-05-31", "agent", "President Berg resigns", DONE, "asserted", "positive", B],
            ],
        ),
        (
            ["who=wd:Q3", "to=2024-05-01"],
            [["2024-05", "participant", "Ada Berg meets Bo Dahl", DONE, "asserted", "positive", A]],
        ),
    ],
    "co-mentions": [
        ([], [["Norland", "Ada Berg", "2"], ["Norland", "Sudland", "2"], ["Sudland", "Ada Berg", "2"]]),
        (["least=3"], []),
    ],
    "articles-per-entity-and-day": [
        (["who=Ada"], [["2024-06-01", "President Berg", "1"], ["2024-05-03", "Ada Berg", "1"]])
    ],
    "most-mentioned": [(["class=schema:Person"], [["Person", "Ada Berg", "wd:Q3", "2"]])],
    "office-holders": [(["title=president"], [["Ada Berg", "President", "Norland", "1"]]), (["body=wd:Q2"], [])],
    "publishers": [
        ([], [["The Paper", "1", "2024-05-03", "2024-05-03"], ["site.example", "1", "2024-06-01", "2024-06-01"]])
    ],
    "relations-of": [(["who=Pact"], [["Norland", "memberOf", "Sea Pact", "1"]])],
    "parts-of-events": [(["who=Ada"], [["Ada Berg meets Bo Dahl", "Talks on boats", "", A]])],
    "events-on-map": [(["type=visit"], [["2024-05-02", "visit", "Ada Berg visits Port", "Port", "1.5", "2.5", A]])],
    "weak-evidence": [([], [["0.6", "meets", "Ada Berg meets Bo Dahl", A]])],
    "unlinked-entities": [
        (
            [],
            [
                ["Bo Dahl", "Person", "1"],
                ["Port", "City", "1"],
                ["Sea Pact", "Organization", "1"],
                ["The Paper", "NewsMediaOrganization", "1"],
            ],
        ),
    ],
    "incomplete-events": [([], [["arms-transfer", "3", "1", "3", "0"], ["visit", "2", "0", "0", "0"]])],
    "event-types": [([], [["arms-transfer", "3", "1", "1", "1", "0"], ["visit", "2", "1", "1", "0", "0"]])],
    "events-of-country": [
        (
            ["country=wd:Q2", "from=2024-05", "type=agreement-signing"],
            [
                [
                    "2024-05-30",
                    "agreement-signing",
                    "Norland and Sudland sign a treaty",
                    "agent",
                    "",
                    DONE,
                    "positive",
                    "asserted",
                    B,
                ]
            ],
        ),
        (
            ["country=Sudland", "type=killing"],
            [["2024-04-30", "killing", "A storm kills three", "location", "Port", DONE, "positive", "asserted", A]],
        ),
    ],
}
ONLY_FIRST = ("incomplete-events", "event-types")
CASES = [(name, given, expected) for name, cases in KNOWN.items() for given, expected in cases]


@pytest.fixture(scope="module")
def made() -> StoreSource:
    return StoreSource(load_graphs([MADE]))


def _rows(source: Source, found: Recipe, given: list[str], *, by_name: bool = False) -> list[list[str]]:
    """Its answer, with entities in the place of names, or with the names themselves in the query."""
    values: dict[str, Value] = {**found.values(pairs(given))}
    if not by_name:
        values, _ = resolved(source, values, found.things)
    answer = source.ask(found.query(values), values)
    assert isinstance(answer, ox.QuerySolutions)
    return rows(answer)[1]


@pytest.mark.parametrize(("name", "given", "expected"), CASES, ids=[f"{n} {' '.join(g)}" for n, g, _ in CASES])
def test_the_known_answer(made: StoreSource, name: str, given: list[str], expected: list[list[str]]) -> None:
    told = _rows(made, recipe(name), given)
    assert (told[: len(expected)] if name in ONLY_FIRST else told) == expected


def test_the_graph_of_an_entity(made: StoreSource) -> None:
    found = recipe("graph-of-entity")
    values = found.values({"who": "wd:Q3"})
    answer = made.ask(found.query(values), values)
    assert isinstance(answer, Triples)
    assert {triple.object.value for triple in answer.triples if isinstance(triple.object, ox.Literal)} == {
        "Ada Berg",
        "President Berg",
        "President",
    }


def test_every_recipe_is_tested_here() -> None:
    assert {*KNOWN, "graph-of-entity"} == set(recipes())
    assert len(recipes()) >= 25


@pytest.mark.parametrize("found", recipes().values(), ids=recipes())
def test_a_recipe_keeps_to_its_header_and_answers_over_real_articles(found: Recipe) -> None:
    given = pairs(word for word in shlex.split(found.example) if "=" in word)
    values = found.values(given)
    source = StoreSource(load_graphs(GOLDEN))
    answer = source.ask(found.query(values), values)
    if isinstance(answer, ox.QuerySolutions):
        assert [variable.value for variable in answer.variables] == [name for name, _ in found.columns]
        assert rows(answer) == rows(source.ask(found.query(values), values))  # type: ignore[arg-type]
        assert "ORDER BY" in found.text
    assert set(given) <= {parameter.name for parameter in found.parameters}


def test_planned_things_are_not_told_as_done(made: StoreSource) -> None:
    told = [
        cell
        for name in ("who-met-whom", "visits", "protests-by-place")
        for row in _rows(made, recipe(name), [])
        for cell in row
    ]
    assert not [cell for cell in told if "will visit" in cell or "strike" in cell or cell == "Talks on boats"]


def test_a_place_in_a_place_in_a_country_is_in_the_country_and_no_actor() -> None:
    store = ox.Store()
    store.load(MADE.read_bytes(), format=ox.RdfFormat.TRIG)
    store.update(
        """PREFIX a: <https://news.example/a#> PREFIX schema: <http://schema.org/>
        INSERT DATA { GRAPH <https://news.example/a> {
          a:quay schema:name "Quay" ; schema:containedInPlace a:port . a:quay a schema:Place .
          a:march schema:location a:quay . a:boats schema:agent a:quay } }"""
    )
    asked = StoreSource(store), recipe("events-of-country")
    (march,) = _rows(*asked, ["country=Sudland", "type=demonstration"])
    assert march[2:5] == ["A march in Port", "location", "Quay"]
    boats = _rows(*asked, ["country=Sudland", "type=arms-transfer"])
    assert {(row[3], row[4]) for row in boats} == {("recipient", "")}


def _made_with(triples: str) -> StoreSource:
    """The made graphs, with more in the first of them."""
    store = ox.Store()
    store.load(MADE.read_bytes(), format=ox.RdfFormat.TRIG)
    prefixes = "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items())
    own = "PREFIX a: <https://news.example/a#> PREFIX e: <https://kgexport.example/entity/> "
    store.update(f"{prefixes}{own} INSERT DATA {{ GRAPH <https://news.example/a> {{ {triples} }} }}")
    return StoreSource(store)


FACT = 'kgx:polarity "positive" ; kgx:modality "asserted" ; schema:actionStatus schema:CompletedActionStatus'
FOUR = 'a:cy a schema:Person ; schema:name "Cy Eld" . a:di a schema:Person ; schema:name "Di Falk" . '


def test_two_whom_a_third_one_met_are_no_pair() -> None:
    source = _made_with(
        FOUR + f'a:m a schema:Event ; schema:name "M" ; schema:additionalType type:meeting ; {FACT} ; '
        "schema:agent a:dahl ; schema:participant a:cy, a:di ; schema:object e:Q1 ."
    )
    pairs_of = {frozenset(row[1:3]) for row in _rows(source, recipe("who-met-whom"), []) if row[3] == "M"}
    assert pairs_of == {frozenset({"Bo Dahl", name}) for name in ("Cy Eld", "Di Falk", "Norland")}


def test_who_travels_together_or_to_a_country_meets_nobody() -> None:
    source = _made_with(
        FOUR + f'a:v a schema:Event ; schema:name "V" ; schema:additionalType type:visit ; {FACT} ; '
        "schema:agent a:cy, a:dahl ; schema:object e:Q1, a:di ."
    )
    pairs_of = {frozenset(row[1:3]) for row in _rows(source, recipe("who-met-whom"), []) if row[3] == "V"}
    assert pairs_of == {frozenset({"Di Falk", name}) for name in ("Cy Eld", "Bo Dahl")}


def test_a_number_that_is_told_twice_is_one_row() -> None:
    source = _made_with(
        'a:storm kgx:quantity a:q1, a:q2, a:q3 . a:q1 schema:minValue 3 ; schema:unitText "killed" . '
        'a:q2 schema:value 3 ; schema:unitText "sailors" . a:q3 schema:value 9 ; schema:unitText "injured" .'
    )
    told = [row[2:6] for row in _rows(source, recipe("casualties"), [])]
    assert told == [["9", "", "", "people"], ["3", "3", "", "people"], ["3", "", "", "sailors"]]


def test_who_appoints_does_not_take_the_office() -> None:
    source = _made_with(
        FOUR + f'a:j a schema:Event ; schema:name "J" ; schema:additionalType type:appointment ; {FACT} ; '
        "schema:agent a:cy ; schema:object a:di ."
    )
    assert [row[3] for row in _rows(source, recipe("appointments"), []) if row[2] == "J"] == ["Di Falk"]


def test_people_of_one_name_are_told_in_one_row() -> None:
    source = _made_with(FOUR + 'a:cy schema:jobTitle "Mayor" ; schema:worksFor e:Q1 .')
    schema = PREFIXES["schema"]
    source.store.update(
        f'INSERT DATA {{ GRAPH <https://news.example/b> {{ <https://news.example/b#cy> <{schema}name> "Cy Eld" ; '
        f'<{schema}jobTitle> "Mayor" ; <{schema}worksFor> <https://kgexport.example/entity/Q1> }} }}'
    )
    assert _rows(source, recipe("office-holders"), ["title=mayor"]) == [["Cy Eld", "Mayor", "Norland", "2"]]
    assert _rows(source, recipe("relations-of"), ["who=Cy"]) == [["Cy Eld", "worksFor", "Norland", "2"]]


def test_places_with_a_name_come_first() -> None:
    source = _made_with(
        "".join(
            f'a:p{n} a schema:Event ; schema:name "P" ; schema:additionalType type:strike ; {FACT} . ' for n in range(3)
        )
    )
    assert [row[0] for row in _rows(source, recipe("protests-by-place"), [])] == ["Port", ""]


def test_a_thing_is_called_as_most_articles_call_it() -> None:
    source = _made_with("")
    (row,) = _rows(source, recipe("most-mentioned"), ["class=schema:City", "least=1"]) or [["", "none"]]
    assert row[1] == "none"
    for number, name in enumerate(["L. P.", "Port", "Port", "Port of Sudland"]):
        graph = f"GRAPH <https://news.example/x{number}>"
        source.store.update(
            f'INSERT DATA {{ {graph} {{ <a:port> <{PREFIXES["schema"]}name> "{name}" ; a <{PREFIXES["schema"]}City> ; '
            f"<{PREFIXES['schema']}sameAs> <{PREFIXES['wd']}Q9> }} }}"
        )
    (row,) = _rows(source, recipe("most-mentioned"), ["class=schema:City"])
    assert row == ["City", "Port", "wd:Q9", "4"]


def test_values_that_are_missing_or_wrong() -> None:
    for given, words in (
        ({}, "needs --param who"),
        ({"who": "x", "form": "1"}, "did you mean from"),
        ({"who": "x", "to": "May"}, "2024-05"),
    ):
        with pytest.raises(InputError, match=words):
            recipe("timeline").values(given)
    with pytest.raises(InputError, match="did you mean visits"):
        recipe("visit")

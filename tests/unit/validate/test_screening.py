"""The screen: it leaves nothing open over graphs that conform, and nothing out that pySHACL finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kgexport.validate import Verdict
from kgexport.validate.engines.fast_engine import FastEngine
from kgexport.validate.engines.pyshacl_engine import PyshaclEngine
from kgexport.validate.engines.screening import Open, open_parts
from kgexport.validate.engines.screening.lexical_forms import SURE, XSD, is_less, number
from kgexport.validate.engines.screening.plan import Plan
from kgexport.validate.engines.screening.view import Unsure
from kgexport.validate.engines.targets import Targets
from kgexport.validate.engines.terms import to_rdflib
from kgexport.validate.facts import Facts
from kgexport.validate.shapes import SH_IRI, shape_triples
from tests.conformance.shacl.reading import CASES, read

TESTS = Path(__file__).resolve().parents[2]
WHOLE = [*sorted((TESTS / "golden" / "expected").glob("*.trig")), *sorted((TESTS / "shapes" / "valid").iterdir())]
SHAPES, DATA = "http://shapes.example/", "http://data.example/"
PREFIXES = f"@prefix d: <{DATA}> . @prefix s: <{SHAPES}> . @prefix sh: <{SH_IRI}> . @prefix xsd: <{XSD}> . "
HEAD = "s:T sh:targetSubjectsOf d:p ; sh:property s:P . "


def _triples(turtle: str) -> tuple[Triple, ...]:
    return tuple(quad.triple for quad in parse((PREFIXES + turtle).encode(), format=RdfFormat.TURTLE))


def _open(shapes: Iterable[Triple], facts: Facts) -> Open:
    known = tuple(shapes)
    return open_parts(Plan(known), facts, Targets(known).focus(facts))


def _left(shapes: str, data: str) -> dict[str, set[str]]:
    """Shape -> nodes, by their local names."""
    found = _open(_triples(HEAD + shapes), Facts(_triples(data)))
    return {_name(part): set(map(_name, nodes)) for part, nodes in found.items()}


def _name(node: object) -> str:
    return str(node).strip("<>").rpartition("/")[2]


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_nothing_is_left_open_of_a_graph_that_conforms(path: Path) -> None:
    facts = Facts(quad.triple if isinstance(quad, Quad) else quad for quad in parse(path=path))
    assert _open(shape_triples(Verdict.PROFILE), facts) == {}


def test_over_a_graph_that_conforms_the_reference_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("asked")

    monkeypatch.setattr(PyshaclEngine, "check_nodes", refuse)
    facts = Facts(quad.triple if isinstance(quad, Quad) else quad for quad in parse(path=WHOLE[0]))
    assert FastEngine().check(facts, Verdict.PROFILE)[0] == []
    with pytest.raises(AssertionError, match="asked"):
        FastEngine().check(Facts(facts.triples[:50]), Verdict.PROFILE)


EXACT = {
    "minCount 1": ("d:a d:p 1 . d:b d:q 1 .", set()),
    "maxCount 1": ("d:a d:p 1, 2 . d:b d:p 1 .", {"a"}),
    "minCount 2": ("d:a d:p 1, 2 . d:b d:p 1 .", {"b"}),
    "hasValue d:v": ("d:a d:p d:v, d:w . d:b d:p d:w .", {"b"}),
    "class d:C": ("d:a d:p d:v . d:v a d:C . d:b d:p d:w . d:c d:p 'x' .", {"b", "c"}),
    "datatype xsd:integer": ("d:a d:p 1 . d:b d:p '1' . d:c d:p d:v .", {"b", "c"}),
    "nodeKind sh:IRI": ("d:a d:p d:v . d:b d:p 'x' . d:c d:p [] .", {"b", "c"}),
    "in ( 1 d:v )": ("d:a d:p 1, d:v . d:b d:p 2 . d:c d:p '1' .", {"b", "c"}),
    "pattern '^a$'": ("d:a d:p 'a' . d:b d:p 'b' . d:c d:p 'a\\n' .", {"b", "c"}),
    "pattern '^A' ; sh:flags 'i'": ("d:a d:p 'a' . d:b d:p 'b' .", {"b"}),
    "minLength 2 ; sh:maxLength 3": ("d:a d:p 'ab' . d:b d:p 'a' . d:c d:p 'abcd' . d:e d:p [] .", {"b", "c", "e"}),
    "minInclusive 1 ; sh:maxExclusive 2.5": ("d:a d:p 1, 2.4 . d:b d:p 2.5 . d:c d:p 0 .", {"b", "c"}),
    "lessThan d:q": ("d:a d:p 1 ; d:q 2 . d:b d:p 2 ; d:q 2 .", {"b"}),
    "lessThanOrEquals d:q": ("d:a d:p 2 ; d:q 2 . d:b d:p 3 ; d:q 2 .", {"b"}),
    "equals d:q": ("d:a d:p 1 ; d:q 1 . d:b d:p 1 . ", {"b"}),
    "disjoint d:q": ("d:a d:p 1 ; d:q 2 . d:b d:p 1 ; d:q 1 . ", {"b"}),
    "node s:N": ("d:a d:p d:v . d:v d:r 1 . d:b d:p d:w .", {"b"}),
    "not s:N": ("d:a d:p d:v . d:v d:r 1 . d:b d:p d:w .", {"a"}),
    "or ( s:N s:M )": ("d:a d:p d:v . d:v d:r 1 . d:b d:p d:w . d:c d:p 'x' .", {"b"}),
    "and ( s:N s:K )": ("d:a d:p d:v . d:v d:r 1 . d:b d:p d:w .", {"b"}),
    "property s:R": ("d:a d:p d:v . d:v d:r 1 . d:b d:p d:w .", {"b"}),
    "qualifiedValueShape s:N ; sh:qualifiedMinCount 1": ("d:a d:p d:v, d:w . d:v d:r 1 . d:b d:p d:w .", {"b"}),
    "qualifiedValueShape s:N ; sh:qualifiedMaxCount 1": (
        "d:a d:p d:v, d:w . d:v d:r 1 . d:b d:p d:v, d:u . d:u d:r 1 .",
        {"b"},
    ),
}
NESTED = (
    "s:N a sh:NodeShape ; sh:property s:R . s:R sh:path d:r ; sh:minCount 1 . "
    "s:M sh:nodeKind sh:Literal . s:K sh:nodeKind sh:IRI . "
)


@pytest.mark.parametrize("constraint", EXACT)
def test_a_constraint_leaves_open_the_nodes_that_break_it_and_no_other(constraint: str) -> None:
    data, broken = EXACT[constraint]
    assert _left(f"s:P sh:path d:p ; sh:{constraint} . {NESTED}", data) == ({"P": broken} if broken else {})


@pytest.mark.parametrize(
    ("path", "data", "broken"),
    [
        ("[ sh:inversePath d:r ]", "d:a d:p 1 . d:v d:r d:a . d:b d:p 1 .", {"b"}),
        ("[ sh:alternativePath ( d:r d:s ) ]", "d:a d:p 1 ; d:s 1 . d:b d:p 1 .", {"b"}),
        ("[ sh:alternativePath ( d:r [ sh:inversePath d:s ] ) ]", "d:a d:p 1 . d:v d:s d:a . d:b d:p 1 .", {"b"}),
        ("( d:r d:s )", "d:a d:p 1 ; d:r d:v . d:v d:s 1 . d:b d:p 1 .", {"a", "b"}),
        ("[ sh:zeroOrMorePath d:r ]", "d:a d:p 1 .", {"a"}),
    ],
)
def test_paths_of_a_step_are_followed_and_longer_ones_left_to_the_reference(
    path: str, data: str, broken: set[str]
) -> None:
    assert _left(f"s:P sh:path {path} ; sh:minCount 1 .", data) == {"P": broken}


@pytest.mark.parametrize(
    "constraint",
    [
        "uniqueLang true",
        "languageIn ( 'en' )",
        "xone ( s:N s:M )",
        "pattern 'a' ; sh:flags 'x'",
        "datatype xsd:hexBinary",
        "datatype xsd:gDay",
        "minInclusive '2022-01-01'^^xsd:date",
        "lessThan d:q",
        "node s:Loop",
        "sparql [ sh:select 'SELECT $this WHERE {}' ]",
        "not [ sh:node s:Loop ]",
    ],
)
def test_what_no_screen_can_say_is_left_to_the_reference(constraint: str) -> None:
    data = "d:a d:p '05'^^xsd:hexBinary, '---05'^^xsd:gDay ; d:q '05'^^xsd:hexBinary ."
    loop = "s:Loop a sh:NodeShape ; sh:property [ sh:path d:p ; sh:node s:Loop ] . "
    assert _left(f"s:P sh:path d:p ; sh:{constraint} . {NESTED} {loop}", data) == {"P": {"a"}}


def test_a_component_of_the_user_s_own_switches_the_screen_off() -> None:
    shapes = "s:P sh:path d:p ; s:own 1 . s:Own a sh:ConstraintComponent ."
    assert _left(shapes, "d:a d:p 1 .") == {"T": {"a"}, "P": {"a"}}


def test_a_shape_that_is_switched_off_leaves_nothing_open() -> None:
    assert _left("s:P sh:path d:p ; sh:deactivated true ; sh:maxCount 0 .", "d:a d:p 1 .") == {}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_pyshacl_finds_in_a_case_was_left_open(path: Path) -> None:
    case = read(path)
    source: Callable[[Verdict], tuple[Triple, ...]] = lambda _: case.shapes  # noqa: E731
    found = PyshaclEngine(source).check(case.data, Verdict.PROFILE)[0]
    assert bool(found) <= bool(_open(case.shapes, case.data))


@pytest.mark.parametrize(
    "text",
    "1 -1 +1 01 1.0 1. .5 1e3 1E-3 INF NaN true false 0 yes 2022 0000 22022 2022-02 2022-13 2022-02-24 2022-02-30 "
    "2022-02-24Z 2022-02-24T10:00:00 2022-02-24T10:00:00Z 2022-02-24T24:00:00 2022-02-24T10:00:00.123456 "
    "2022-02-24T10:00:00+05:30 2022-02-24T10:00 ２０２２ 1_0 --02 --13 --02-28 --02-30 05:00:00 24:00:00 5:00 P1D P "
    "P1W PT2H PT P1Y2M3DT4H5M6S P1S http://a.example/b?c=d http://a.example/<b>".split(),
)
@pytest.mark.parametrize("datatype", SURE)
def test_what_is_surely_well_formed_is_well_formed_for_the_reference(text: str, datatype: str) -> None:
    if SURE[datatype](text):
        literal = to_rdflib(Literal(text, datatype=NamedNode(datatype)))
        assert getattr(literal, "ill_typed", None) is not True


def test_the_common_forms_are_surely_well_formed() -> None:
    common = {"string": "a", "integer": "17", "decimal": "0.95", "double": "1.5", "boolean": "true", "gYear": "2022"}
    dates = {"gYearMonth": "2022-02", "date": "2022-02-24", "dateTime": "2022-02-24T10:00:00Z"}
    assert all(SURE[XSD + name](text) for name, text in {**common, **dates}.items())
    others = {"gMonth": "--02", "gMonthDay": "--02-24", "time": "05:00:00", "duration": "P2D"}
    addresses = {"anyURI": "https://news.example/a?b=c#d"}
    assert all(SURE[XSD + name](text) for name, text in {**others, **addresses}.items())
    assert {XSD + name for name in {**common, **dates, **others, **addresses}} == set(SURE)


def test_numbers_of_all_kinds_and_days_have_an_order_and_nothing_else() -> None:
    one, two, day, later = (_triples(f"d:a d:p {text} .")[0].object for text in ("1", "2.0e0", *map(_day, (1, 2))))
    assert is_less(one, two)
    assert not is_less(two, one)
    assert is_less(day, later)
    for pair in ((one, day), (Literal("a"), Literal("b")), (NamedNode(DATA), one)):
        with pytest.raises(Unsure):
            is_less(*pair)
    with pytest.raises(Unsure):
        number(Literal("9" * 5000, datatype=NamedNode(XSD + "integer")))


def _day(number: int) -> str:
    return f"'2022-01-0{number}'^^xsd:date"

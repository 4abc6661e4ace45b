"""The engines: shortcuts change nothing, and the others say what pySHACL says."""

from __future__ import annotations

import builtins
import random
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse
from pyshacl import ShapesGraph
from pyshacl.errors import ReportableRuntimeError
from pyshacl.graph_abstraction import DataGraph
from pyshacl.pytypes import SHACLExecutor

from kgexport.errors import InputError, UnknownNameError
from kgexport.validate import Finding, Verdict, validate_triples
from kgexport.validate.engines import ENGINES, make_engine, pyshacl_engine
from kgexport.validate.engines.compare import compare, sample_of
from kgexport.validate.engines.facts_graph import FactsGraph
from kgexport.validate.engines.fast_engine import FastEngine
from kgexport.validate.engines.lexical import is_written_wrongly
from kgexport.validate.engines.proven import PROVEN, split
from kgexport.validate.engines.pyshacl_engine import PyshaclEngine
from kgexport.validate.engines.results import finding
from kgexport.validate.engines.shacl_engine import ShaclEngine
from kgexport.validate.engines.shape_index import shape_index
from kgexport.validate.engines.targets import Targets
from kgexport.validate.engines.terms import add_triples
from kgexport.validate.facts import Facts
from kgexport.validate.shapes import SH_IRI, shape_triples
from kgexport.vocabulary import RDF, XSD

TESTS = Path(__file__).resolve().parents[2]
INVALID = sorted((TESTS / "shapes" / "invalid").glob("*.ttl"))
WHOLE = [*sorted((TESTS / "golden" / "expected").glob("*.trig")), *sorted((TESTS / "shapes" / "valid").iterdir())]
MUTANTS = 25

_XSD = "http://www.w3.org/2001/XMLSchema#"
Triples = list[Triple]
D, P, Q = NamedNode("http://data.example/d"), NamedNode("http://data.example/p"), NamedNode("http://data.example/q")


@cache
def _read(path: Path) -> tuple[Triple, ...]:
    return tuple(quad.triple if isinstance(quad, Quad) else quad for quad in parse(path=path))


OTHERS: tuple[type[FastEngine | ShaclEngine], ...] = (FastEngine, ShaclEngine)


def _found(engine: type[PyshaclEngine | FastEngine | ShaclEngine], triples: Iterable[Triple]) -> set[Finding]:
    return set(engine().check(Facts(triples), Verdict.PROFILE)[0])


@cache
def _plain_shapes() -> Any:
    graph = rdflib.Graph(bind_namespaces="none")
    add_triples(graph, shape_triples(Verdict.PROFILE))
    return ShapesGraph(graph)


def _plain(triples: Iterable[Triple]) -> set[Finding]:
    """What pySHACL finds when it is left alone: its own graph, its own focus nodes, node by node."""
    graph = rdflib.Graph(bind_namespaces="none")
    facts = Facts(triples)
    add_triples(graph, facts.triples)
    data, index = DataGraph.from_rdflib(graph), shape_index(shape_triples, Verdict.PROFILE)
    found: set[Finding] = set()
    for shape in _plain_shapes().shapes:
        for _, node, said in shape.validate(SHACLExecutor(), data)[1]:
            about = pyshacl_engine._about(node, said)
            found.add(finding(facts, Verdict.PROFILE, pyshacl_engine._result(index, about)))
    return found


def _mutant(triples: tuple[Triple, ...], seed: int) -> Triples:
    """The graph with one random defect; the same one for the same seed."""
    chance = random.Random(seed)
    position = chance.randrange(len(triples))
    subject, predicate, value = triples[position]
    other = chance.choice([triple for triple in triples if isinstance(triple.subject, NamedNode)])
    text = value.value if isinstance(value, Literal | NamedNode) else "x"
    kinds = ("string", "integer", "decimal", "date", "dateTime", "gYear", "anyURI", "boolean")
    changed: Triples = chance.choice(
        [
            [],
            [Triple(subject, predicate, Literal(text, datatype=XSD[chance.choice(kinds)]))],
            [Triple(subject, predicate, Literal(text, language="en"))],
            [Triple(subject, predicate, Literal(chance.choice(["", " ", text + " ", text + "\n", "-1", "1e3"])))],
            [Triple(subject, predicate, other.subject)],
            [Triple(subject, predicate, BlankNode("new"))],
            [Triple(subject, predicate, NamedNode("http://a.example/nowhere"))],
            [Triple(subject, predicate, value), Triple(subject, predicate, other.object)],
            [Triple(subject, other.predicate, value)],
            [Triple(other.subject, predicate, value)],
            [Triple(subject, predicate, value), Triple(subject, RDF["type"], NamedNode("http://schema.org/Person"))],
        ]
    )
    return [*triples[:position], *changed, *triples[position + 1 :]]


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_every_engine_says_of_a_broken_graph_what_plain_pyshacl_says(path: Path) -> None:
    plain = _plain(_read(path))
    assert _found(PyshaclEngine, _read(path)) == plain
    assert [_found(engine, _read(path)) for engine in OTHERS] == [plain, plain]


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_the_engines_say_the_same_of_a_whole_graph_and_of_its_mutants(path: Path) -> None:
    whole = _read(path)
    for graph in (list(whole), *(_mutant(whole, seed) for seed in range(MUTANTS))):
        wanted = _found(PyshaclEngine, graph)
        assert [_found(engine, graph) for engine in OTHERS] == [wanted, wanted]


_CORRECTED = ("lessThan", "lessThanOrEquals", "minInclusive", "maxInclusive", "minExclusive", "maxExclusive")


@cache
def _corrected() -> frozenset[str]:
    """The shapes that pySHACL left alone judges otherwise where terms have no order."""
    index = shape_index(shape_triples, Verdict.PROFILE)
    said = {NamedNode(SH_IRI + name) for name in _CORRECTED}
    return frozenset(
        index.name(triple.subject) for triple in shape_triples(Verdict.PROFILE) if triple.predicate in said
    )


def _is_uncorrected(found: Finding) -> bool:
    ends_in_line_break = isinstance(found.value, Literal) and found.value.value.endswith("\n")
    return found.shape not in _corrected() and not ends_in_line_break


def test_the_shortcuts_of_the_reference_change_nothing_over_mutants() -> None:
    whole = _read(TESTS / "golden" / "expected" / "ferry-accident.trig")
    compared = 0
    for seed in range(16):
        graph = _mutant(whole, seed)
        try:
            plain = _plain(graph)
        except ReportableRuntimeError:
            continue  # a blank node that is compared: see the corrections
        compared += 1
        assert set(filter(_is_uncorrected, _found(PyshaclEngine, graph))) == set(filter(_is_uncorrected, plain))
    assert compared > 10


def test_the_engines_have_looked_at_the_same_nodes() -> None:
    for path in WHOLE:
        facts = Facts(_read(path))
        wanted = PyshaclEngine().check(facts, Verdict.PROFILE)[1]
        assert [engine().check(facts, Verdict.PROFILE)[1] for engine in OTHERS] == [wanted, wanted]


def test_a_blank_node_keeps_its_name_in_a_finding() -> None:
    triples = _read(TESTS / "shapes" / "invalid" / "blank-node.ttl")
    for engine in OTHERS:
        assert {found.thing for found in _found(engine, triples) if found.focus == "_:"} == {"X"}


def test_every_engine_works_for_the_whole_check_and_an_unknown_one_is_refused() -> None:
    triples = _read(INVALID[0])
    assert set(ENGINES) == {"pyshacl", "fast", "shacl"}
    for engine in ENGINES:
        assert validate_triples(triples, engine=engine) == validate_triples(triples, engine="pyshacl")
    with pytest.raises(UnknownNameError, match="pyshacl"):
        make_engine("quick")


def test_without_its_package_an_engine_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def refuse(name: str, *rest: Any, **named: Any) -> Any:
        if name == "shacl":
            raise ImportError(name)
        return original(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(InputError, match=r'pip install "kgexport\[shacl\]"'):
        make_engine("shacl")


def test_a_graph_that_a_compiled_engine_cannot_read_is_an_input_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgexport.validate.engines.shacl_engine.written", lambda _: "<oops")
    with pytest.raises(InputError, match=r'cannot read this graph: .*; use the engine "pyshacl"'):
        ShaclEngine().check(Facts(_read(INVALID[0])), Verdict.PROFILE)


def test_a_quoted_triple_is_refused_by_every_engine() -> None:
    quoted = Triple(D, P, Triple(D, P, Q))
    for engine in ENGINES:
        with pytest.raises(InputError, match="quoted"):
            validate_triples([quoted], engine=engine)


# what is not proven


def _shapes(turtle: str) -> Callable[[Verdict], tuple[Triple, ...]]:
    prefixes = "@prefix d: <http://data.example/> . @prefix s: <http://shapes.example/> . "
    prefixes += f"@prefix sh: <{SH_IRI}> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . "
    triples = tuple(quad.triple for quad in parse((prefixes + turtle).encode(), format=RdfFormat.TURTLE))
    return lambda _: triples


_THING = "s:Thing a sh:NodeShape ; sh:targetSubjectsOf d:p ; sh:property s:p, s:q . "
_GOOD = "s:p a sh:PropertyShape ; sh:path d:p ; sh:maxCount 0 . "
_QUERY = "sh:sparql [ sh:message 'too long' ; sh:select 'SELECT $this WHERE { $this <http://data.example/p> ?value }' ]"


def _left(turtle: str) -> set[str]:
    return {str(node).strip("<>").rpartition("/")[2] for node in split(_shapes(turtle)(Verdict.PROFILE)).others}


@pytest.mark.parametrize(
    ("turtle", "left"),
    [
        (_THING + _GOOD + "s:q sh:path d:q ; sh:minCount 1 .", set()),
        (_THING + _GOOD + f"s:q sh:path d:q ; {_QUERY} .", {"q"}),
        (_THING + _GOOD + "s:q sh:path d:q ; sh:pattern '(?=a)' .", {"q"}),
        (_THING + _GOOD + "s:q sh:path d:q ; sh:datatype xsd:hexBinary .", {"q"}),
        (_THING + _GOOD + "s:q sh:path d:q ; sh:node s:N . s:N sh:or ( s:M ) . s:M sh:pattern '\\\\p{L}' .", {"q"}),
        (f"s:Thing a sh:NodeShape ; sh:targetSubjectsOf d:p ; {_QUERY} ; sh:property s:p . " + _GOOD, {"Thing"}),
    ],
)
def test_what_is_not_proven_is_left_to_pyshacl(turtle: str, left: set[str]) -> None:
    assert _left(turtle) == left


@pytest.mark.parametrize("owner", ["s:q sh:path d:q ; ", "s:q sh:path d:q ; sh:maxCount 5 . s:Thing "])
def test_what_is_left_to_pyshacl_is_found_and_nothing_else_twice(owner: str) -> None:
    source = _shapes(_THING + _GOOD + f"{owner} {_QUERY} .")
    facts = Facts([Triple(D, P, Literal("x"))])
    for engine in OTHERS:
        findings, _ = engine(source).check(facts, Verdict.PROFILE)
        assert sorted(found.message for found in findings)[-1] == "too long"
        assert len(findings) == len(set(findings)) == 2
        assert set(findings) == set(PyshaclEngine(source).check(facts, Verdict.PROFILE)[0])


def test_the_shapes_of_the_profile_are_all_proven() -> None:
    assert split(shape_triples(Verdict.PROFILE)).others == frozenset()


def test_every_proven_constraint_has_a_case() -> None:
    cases = "".join(path.read_text(encoding="utf-8") for path in (TESTS / "conformance/shacl/cases").glob("*.ttl"))
    described = {"defaultValue", "description", "group", "name", "order"}
    assert {term for term in PROVEN - described if f"sh:{term} " not in cases} == set()


# the parts


def test_a_shape_has_all_its_focus_nodes() -> None:
    source = _shapes("s:A sh:targetSubjectsOf d:p, d:q ; sh:targetNode d:d . s:B sh:targetObjectsOf d:r .")
    facts = Facts([Triple(D, P, Literal("1")), Triple(D, Q, Literal("2")), Triple(P, Q, Literal("2"))])
    focus = Targets(source(Verdict.PROFILE)).focus(facts)
    assert list(focus.values()) == [{D, P}]


def test_the_graph_for_pyshacl_answers_like_one_of_rdflib() -> None:
    triples = _read(TESTS / "shapes" / "valid" / "knowledge.ttl")
    plain = rdflib.Graph()
    add_triples(plain, triples)
    graph = FactsGraph(Facts(triples))
    assert len(graph) == len(plain)
    assert set(graph) == set(plain)
    subject, predicate, value = sorted(plain)[0]
    assert (subject, predicate, value) in graph
    assert (value, predicate, subject) not in graph
    assert set(graph.predicate_objects(subject)) == set(plain.predicate_objects(subject))
    assert set(graph.subject_predicates(value)) == set(plain.subject_predicates(value))
    assert set(graph.subjects(predicate, value)) == set(plain.subjects(predicate, value))
    assert set(graph.objects(subject, predicate)) == set(plain.objects(subject, predicate))


@pytest.mark.parametrize(
    ("text", "kind", "wrong"),
    [
        ("-007", "integer", False),
        ("1_0", "integer", True),
        ("٣", "integer", True),
        ("1e3", "decimal", True),
        ("1e3", "double", False),
        ("2022-02-24", "dateTime", True),
        ("20220224", "date", True),
        ("P1W", "duration", True),
        ("P1DT2H", "duration", False),
        ("yes", "boolean", True),
        ("anything", "string", False),
    ],
)
def test_a_lexical_form_is_that_of_the_datatype(text: str, kind: str, wrong: bool) -> None:
    assert is_written_wrongly(text, _XSD + kind) is wrong


def _literal(text: str, kind: str) -> Literal:
    return Literal(text, datatype=NamedNode(_XSD + kind))


_TERMS: tuple[NamedNode | BlankNode | Literal, ...] = (
    *(_literal(text, "integer") for text in ("1", "2", "x")),
    *(_literal(text, "double") for text in ("2", "NaN", "INF")),
    _literal("1.5", "decimal"),
    *(_literal(text, "boolean") for text in ("true", "false")),
    *(_literal(text, "date") for text in ("2022-01-01", "2022-01-02")),
    *(_literal(text, "dateTime") for text in ("2022-01-01T00:00:00", "2022-01-01T00:00:00Z", "2022-01-02T00:00:00Z")),
    *(_literal(text, "time") for text in ("05:00:00", "06:00:00")),
    *(_literal(text, "gYear") for text in ("2022", "2023")),
    *(_literal(text, "duration") for text in ("P1D", "P2D")),
    *(_literal(text, "anyURI") for text in ("http://a.example/", "http://b.example/")),
    *(Literal(text) for text in ("a", "b", "1")),
    *(Literal(text, language="en") for text in ("a", "b")),
    *(NamedNode(text) for text in ("urn:a", "urn:b")),
    BlankNode("x"),
)
_LESS = {  # kind -> what SPARQL orders among these terms
    "lessThan": lambda a, b: a < b,
    "lessThanOrEquals": lambda a, b: a <= b,
}


@pytest.mark.parametrize("parameter", _LESS)
def test_terms_without_an_order_are_found_by_every_engine(parameter: str) -> None:
    source = _shapes(f"s:Thing sh:targetSubjectsOf d:p ; sh:property s:p . s:p sh:path d:p ; sh:{parameter} d:q .")
    numbers = {"1": 1.0, "2": 2.0, "1.5": 1.5, "INF": float("inf")}
    kinds = {"integer", "double", "decimal"}
    for value in _TERMS:
        others = {NamedNode(f"http://data.example/n{number}"): other for number, other in enumerate(_TERMS)}
        facts = Facts(row for node, other in others.items() for row in (Triple(node, P, value), Triple(node, Q, other)))
        found = [set(made(source).check(facts, Verdict.PROFILE)[0]) for made in (PyshaclEngine, *OTHERS)]
        assert found[0] == found[1] == found[2]
        if isinstance(value, Literal) and value.datatype.value.rpartition("#")[2] in kinds and value.value in numbers:
            fine = {
                node.value
                for node, other in others.items()
                if isinstance(other, Literal)
                and other.datatype.value.rpartition("#")[2] in kinds
                and other.value in numbers
                and _LESS[parameter](numbers[value.value], numbers[other.value])
            }
            assert {node.value for node in others} - {finding.focus for finding in found[0]} == fine


@pytest.mark.parametrize("parameter", ["minInclusive", "maxInclusive", "minExclusive", "maxExclusive"])
@pytest.mark.parametrize("limit", ["1", "1.5", "2.0e0", "'x'^^xsd:integer"])
def test_what_is_no_number_is_beyond_every_limit_of_numbers(parameter: str, limit: str) -> None:
    source = _shapes(f"s:Thing sh:targetSubjectsOf d:p ; sh:property s:p . s:p sh:path d:p ; sh:{parameter} {limit} .")
    facts = Facts(Triple(D, P, value) for value in _TERMS)
    found = [set(made(source).check(facts, Verdict.PROFILE)[0]) for made in (PyshaclEngine, *OTHERS)]
    assert found[0] == found[1] == found[2]
    assert {value for value in _TERMS if value in {NamedNode("urn:a"), Literal("a")}} <= {one.value for one in found[0]}


# the comparison


def test_a_sample_is_spread_evenly_and_the_same_each_time() -> None:
    assert sample_of(10, 3) == (0, 3, 6)
    assert sample_of(2, 5) == (0, 1)
    assert sample_of(0, 5) == sample_of(5, 0) == ()


def test_engines_that_agree_are_said_to_agree() -> None:
    outcome = compare([_read(path) for path in INVALID], sample=5)
    assert outcome.agrees
    assert len(outcome.positions) == 5
    assert outcome.findings >= 5
    assert outcome.to_text().endswith("fast and pyshacl say the same")


def test_a_difference_is_reported_with_its_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = _read(TESTS / "shapes" / "invalid" / "person-works-for-city.ttl")
    reference = validate_triples(graph).findings
    monkeypatch.setattr(FastEngine, "check", lambda self, facts, verdict: ([], frozenset({"x"})))
    outcome = compare([graph], sample=1)
    assert not outcome.agrees
    assert outcome.differences[0].missing == reference
    assert outcome.differences[0].surplus == ()
    assert "pyshacl alone: Person-worksFor, Kari Holm" in outcome.to_text()

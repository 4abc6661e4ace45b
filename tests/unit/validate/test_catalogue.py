"""The catalogue of rules: every rule is explained, comes from somewhere, and its two examples behave."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import rdflib
from pyoxigraph import NamedNode, RdfFormat, parse
from pyshacl import ShapesGraph
from pyshacl.graph_abstraction import DataGraph
from pyshacl.pytypes import SHACLExecutor

from kgexport.errors import UnknownNameError
from kgexport.validate import Finding, Severity, Verdict, validate_triples
from kgexport.validate.catalogue import explain, rules
from kgexport.validate.facts import Facts, short
from kgexport.validate.profile import CHECKS
from kgexport.validate.rule import Rule, few, snippet, whole_example
from kgexport.validate.run import NOTHING_TO_CHECK
from kgexport.validate.shapes import SH_IRI, SHAPES_IRI, constraint_triples, shape_files, shape_triples
from kgexport.validate.spec import check_spec
from kgexport.vocabulary import KGX, NIF, RDF

CASES = Path(__file__).resolve().parents[2] / "shapes"
RULES = rules()
BY_NAME = {(rule.verdict, rule.name): rule for rule in RULES}
UNMENTIONED = "Thing-mentioned"
"""Examples are short: the article that mentions their things is left out."""
AT_ONCE = {
    "Claim-hasPart": {"Quotation-isPartOf"},
    "ClaimReview": {"unknown-term"},
    "ClaimReview-type": {"unknown-term"},
    "Event-typeAlone": {"Person-type"},
    "Quotation-spokenByCharacter": {"Quotation-creator"},
    "WikidataIri": {"identity"},
}
"""What else is wrong where a rule is broken, since it cannot be broken alone."""
THROUGH_PARTS = {"WebEvent-fullAddress"}
"""Shapes with a path whose parts carry their own names in the findings."""
SOURCES = (
    "https://schema.org/",
    "https://www.w3.org/",
    "https://www.rfc-editor.org/",
    "https://www.iso.org/",
    "https://unece.org/",
    "https://www.wikidata.org/wiki/",
    "https://developers.google.com/search/",
    "https://w3id.org/kgexport/",
    NIF.iri,
)


def _id(rule: Rule) -> str:
    return f"{rule.verdict}-{rule.name}"


def _findings(rule: Rule, turtle: str) -> list[Finding]:
    quads = list(parse(whole_example(turtle), format=RdfFormat.TURTLE))
    if rule.verdict is Verdict.SPEC:
        return check_spec(Facts(quad.triple for quad in quads))[0]
    return list(validate_triples(quads, [rule.verdict]).findings)


@cache
def _relatives(verdict: Verdict, name: str) -> frozenset[str]:
    """The shape, those that use it, those that use these and so on, and the parts of the shape itself."""
    found, todo = {name}, [name]
    while todo:
        rule = BY_NAME.get((verdict, todo.pop()))
        new = set(rule.used_by if rule else ()) - found
        found |= new
        todo += new
    return frozenset(found | {rule.name for rule in RULES if rule.verdict is verdict and name in rule.used_by})


@pytest.mark.parametrize("field", ["title", "message", "why", "source", "good", "bad"])
def test_every_rule_is_explained(field: str) -> None:
    assert [_id(rule) for rule in RULES if not getattr(rule, field)] == []


def test_every_explanation_is_its_own_and_a_sentence() -> None:
    reasons = [rule.why for rule in RULES]
    assert sorted({why for why in reasons if reasons.count(why) > 1}) == []
    assert [_id(rule) for rule in RULES if not re.fullmatch(r"(?s).{20,400}[.?]", rule.why)] == []


def test_every_rule_has_its_two_examples_apart() -> None:
    assert [_id(rule) for rule in RULES if rule.good == rule.bad] == []


def test_every_source_is_an_address_of_a_specification() -> None:
    assert [rule.source for rule in RULES if not rule.source.startswith(SOURCES)] == []
    own = [rule.source.removeprefix(KGX.iri) for rule in RULES if rule.source.startswith(KGX.iri)]
    assert [name for name in own if name and name not in KGX] == []


def test_every_source_in_schema_org_is_a_term_of_it() -> None:
    path = Path(__file__).resolve().parents[3].parent / "shared" / "schemaorg" / "schemaorg-current-http.nt"
    if not path.exists():
        pytest.skip("the published schema.org vocabulary is not beside the checkout")
    terms = set(re.findall(r"^<http://schema\.org/(\w+)> ", path.read_text(encoding="utf-8"), re.M))
    names = [match[1] for rule in RULES if (match := re.fullmatch(r"https://schema\.org/(\w+)", rule.source))]
    assert len(names) > 100
    assert [name for name in names if name not in terms] == []


@pytest.mark.parametrize("rule", RULES, ids=_id)
def test_the_good_example_breaks_nothing_and_the_bad_one_the_rule(rule: Rule) -> None:
    related = _relatives(rule.verdict, rule.name) - {UNMENTIONED}
    good, bad = _findings(rule, rule.good), _findings(rule, rule.bad)
    before, after = {finding.shape for finding in good}, {finding.shape for finding in bad}
    assert before & ({rule.name} if rule.name == UNMENTIONED else related) == set()
    own = [finding for finding in bad if finding.shape == rule.name]
    assert own or not _says_so_itself(rule)
    assert own or after & related - before
    assert {finding.severity for finding in own} <= {rule.severity}
    assert after - before - related - {rule.name, UNMENTIONED} <= AT_ONCE.get(rule.name, set())


def _says_so_itself(rule: Rule) -> bool:
    """Whether findings carry this name: those of a shape that only others use, or that only lists parts, do not."""
    parts = any(rule.name in other.used_by for other in RULES if other.verdict is rule.verdict)
    return (
        bool(rule.targets)
        and rule.name not in THROUGH_PARTS
        and not (rule.path == "" and parts and rule.name != "EventAction")
    )


HELPERS = [rule for rule in rules(Verdict.PROFILE) if not rule.targets or not _says_so_itself(rule)]


@cache
def _profile_shapes() -> ShapesGraph:
    graph = rdflib.Graph()
    for path in shape_files(Verdict.PROFILE):
        graph.parse(path, format="turtle")
    shapes = ShapesGraph(graph)
    assert len(shapes.shapes) > 200  # they are read when they are first asked for
    return shapes


@pytest.mark.parametrize("rule", [rule for rule in HELPERS if not rule.targets], ids=_id)
def test_a_shape_that_only_others_use_finds_its_own_example_right_and_the_bad_one_not(rule: Rule) -> None:
    shape = _profile_shapes().lookup_shape_from_node(rdflib.URIRef(SHAPES_IRI + rule.name))
    conforming = []
    for turtle in (rule.good, rule.bad):
        graph = rdflib.Graph().parse(data=whole_example(turtle), format="turtle")
        data = DataGraph.from_rdflib(graph)
        nodes: set[Any] = {*graph.subjects(), *graph.objects()}
        conforming.append({node for node in nodes if shape.validate(SHACLExecutor(), data, focus=[node])[0]})
    assert conforming[0] - conforming[1] != set()


def test_every_check_is_in_the_table() -> None:
    checks = {rule.name for rule in rules(Verdict.PROFILE) if not rule.name[0].isupper()}
    assert checks == {*CHECKS, NOTHING_TO_CHECK.shape}


def test_every_rule_of_the_profile_has_a_broken_graph_among_the_cases() -> None:
    files = sorted((CASES / "invalid").glob("*.toml"))
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in files]
    found = {row["shape"] for table in tables for row in table["finding"]}
    wanted = {rule.name for rule in rules(Verdict.PROFILE) if _says_so_itself(rule)}
    assert sorted(wanted - found) == []


def test_every_shape_has_something_to_look_at_in_the_graphs_that_conform() -> None:
    facts = Facts(quad.triple for path in sorted((CASES / "valid").iterdir()) for quad in parse(path=path))
    used = {short(predicate.value) for predicate in facts.predicates()}
    present = {f"subjects of {predicate}" for predicate in used}
    present |= {short(kind.value) for _, kind in facts.pairs(RDF["type"]) if isinstance(kind, NamedNode)}
    shapes = [rule for rule in rules(Verdict.PROFILE) if rule.targets and rule.name[0].isupper()]
    unseen = [rule.name for rule in shapes if not present & {*rule.targets}]
    assert unseen == ["ClaimReview", "ClaimReview-type"]  # there must be none of these
    steps = {rule.name: {step.removeprefix("^") for step in rule.path.split("|")} for rule in shapes if rule.path}
    assert [name for name, path in steps.items() if not path & used] == []


def test_names_are_told_apart_within_a_verdict() -> None:
    names = [(rule.verdict, rule.name) for rule in RULES]
    assert len(names) == len(set(names))
    assert all(rule.verdict is Verdict.SPEC for rule in rules(Verdict.SPEC))
    assert {rule.verdict for rule in RULES} >= {Verdict.SPEC, Verdict.PROFILE}


@pytest.mark.parametrize("name", ["Event-agent", "kgs:Event-agent", SHAPES_IRI + "Event-agent", " Event-agent "])
def test_a_rule_is_found_by_its_name(name: str) -> None:
    rule = explain(name)
    assert (rule.name, rule.verdict, rule.severity) == ("Event-agent", Verdict.PROFILE, Severity.VIOLATION)
    assert (rule.path, rule.thing, rule.used_by) == ("schema:agent", "Event", ("Event",))
    assert "schema:TravelAction" in rule.targets
    assert "subjects of schema:actionStatus" in rule.targets
    assert rule.source == "https://schema.org/agent"


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Person-worksFor", "schema:worksFor|schema:affiliation"),
        ("MonetaryGrant-fundedItem", "schema:fundedItem|^schema:funding"),
        ("Day", ""),
    ],
)
def test_a_path_is_said_in_short(name: str, path: str) -> None:
    assert explain(name).path == path


def test_a_built_in_check_is_explained_too() -> None:
    assert explain("dangling").targets == ("every reference into the document or to an entity of the base",)
    assert explain("wrong-range").verdict is Verdict.SPEC
    assert explain(NOTHING_TO_CHECK.shape).verdict is Verdict.PROFILE


def test_an_unknown_rule_is_told_its_neighbours_and_not_all_two_hundred() -> None:
    with pytest.raises(UnknownNameError) as caught:
        explain("event-agnt")
    assert str(caught.value).startswith("unknown rule 'event-agnt'; did you mean Event-agent")
    assert len(str(caught.value)) < 160
    with pytest.raises(UnknownNameError, match=r"unknown rule 'xyzzy'; kgexport validate --list-rules names them all"):
        explain("xyzzy")


def test_an_explanation_reads_well() -> None:
    assert explain("GeoCoordinates-latitude").to_text() == (
        "GeoCoordinates-latitude · profile · violation\n"
        "  about     latitude\n"
        "  looks at  schema:GeoCoordinates\n"
        "  property  schema:latitude\n"
        "  used by   GeoCoordinates\n"
        "  rule      Coordinates have exactly one latitude, a number of degrees from -90 to 90.\n"
        "  why       Latitudes end at the poles, at 90 degrees. A larger number is mostly a longitude in the\n"
        "            wrong place.\n"
        "  source    https://schema.org/latitude\n"
        "\n"
        "  good\n"
        "    :geo-suva a schema:GeoCoordinates ; schema:latitude -18.14 ; schema:longitude 178.44 .\n"
        "\n"
        "  bad\n"
        "    :geo-suva a schema:GeoCoordinates ; schema:latitude 178.44 ; schema:longitude -18.14 .\n"
    )


def test_many_names_are_cut_and_few_are_not() -> None:
    assert few(("a", "b", "c", "d", "e", "f")) == "a, b, c, d, e, f"
    assert few(("a", "b", "c", "d", "e", "f", "g")) == "a, b, c, d, e and 2 more"
    assert few(()) == ""


def test_a_snippet_loses_its_indent_and_the_prefixes_that_all_share() -> None:
    turtle = '\n    @prefix schema: <http://schema.org/> .\n    :a a schema:Event ;\n        schema:name "a" .\n    '
    assert snippet(turtle) == ':a a schema:Event ;\n    schema:name "a" .'


def test_the_order_does_not_depend_on_the_hash_seed_and_no_engine_is_loaded() -> None:
    code = (
        "import json, sys; from kgexport.validate.catalogue import rules; from kgexport.validate import Verdict;"
        "print(json.dumps([[rule.name, rule.targets, rule.used_by] for rule in rules(Verdict.PROFILE)]));"
        "assert not {'rdflib', 'pyshacl'} & set(sys.modules)"
    )
    seen = set()
    for seed in ("1", "2"):
        environ = {**os.environ, "PYTHONHASHSEED": seed}
        seen.add(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environ).stdout)
    assert len(seen) == 1
    assert len(json.loads(seen.pop())) > 200


def test_engines_can_leave_out_what_only_people_read() -> None:
    kept, whole = constraint_triples(Verdict.PROFILE), shape_triples(Verdict.PROFILE)
    left_out = {triple.predicate.value.rpartition("#")[2] for triple in set(whole) - set(kept)}
    assert left_out == {"description", "seeAlso", "label", "comment", "good", "bad"}
    assert {SH_IRI + name for name in ("message", "name", "severity")} <= {triple.predicate.value for triple in kept}

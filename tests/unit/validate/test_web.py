"""The verdict `web`: pages as search engines read them, each with exactly its findings, from both engines."""

from __future__ import annotations

import datetime as dt
import json
import random
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kgexport import resources
from kgexport.validate import Finding, Severity, Verdict, validate_triples
from kgexport.validate.catalogue import explain, rules
from kgexport.validate.engines import make_engine
from kgexport.validate.facts import Facts
from kgexport.validate.rule import whole_example
from kgexport.validate.shapes import SH_IRI, SHAPES_IRI, shape_triples
from kgexport.validate.web import CHECKS, check_web
from kgexport.validate.web.authors import byline_words, fault
from kgexport.validate.web.dates import is_before, when
from kgexport.validate.web.page import Page, targets
from kgexport.validate.web.rules import RULES
from kgexport.vocabulary import KGX, SCHEMA, XSD

TODAY = dt.date(2026, 11, 23)
CASES = tomllib.loads(Path(__file__).with_name("web-cases.toml").read_text(encoding="utf-8"))["case"]
GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "expected"
SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "schemaorg" / "schemaorg-current-http.nt"
ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Norway gives Iceland a ferry",
    "image": ["https://news.example/1x1/ferry.jpg", "https://news.example/16x9/ferry.webp"],
    "datePublished": "2024-05-02T18:30:00+02:00",
    "dateModified": "2024-05-03T08:00:00+02:00",
    "author": {"@type": "Person", "name": "Ola Vik", "jobTitle": "Reporter", "url": "https://news.example/staff/vik"},
    "publisher": {"@type": "Organization", "name": "The Example Wire", "logo": "https://news.example/logo.png"},
}
EVENT = {
    "@type": "MusicEvent",
    "name": "Tide Sisters: Songs of the Sea",
    "description": "The Tide Sisters sing their new album.",
    "startDate": "2027-07-21T19:00:00+02:00",
    "endDate": "2027-07-21T23:00:00+02:00",
    "eventStatus": "https://schema.org/EventScheduled",
    "image": "https://events.example/tide.jpg",
    "location": {
        "@type": "Place",
        "name": "Lunde Hall",
        "address": {"@type": "PostalAddress", "streetAddress": "4 Harbour Street", "addressLocality": "Lunde"},
    },
    "offers": {
        "@type": "Offer",
        "price": 30,
        "priceCurrency": "EUR",
        "availability": "https://schema.org/InStock",
        "url": "https://events.example/tide/tickets",
    },
    "organizer": {"@type": "Organization", "name": "Lunde Club", "url": "https://club.example/"},
    "performer": {"@type": "PerformingGroup", "name": "Tide Sisters"},
}
ENGINES = ("pyshacl", "fast", "shacl")
MUTANTS = 5
VALUES = [
    "",
    " ",
    "2027-07-21T00:00:00Z\n",
    "2027-07-21",
    "USD\n",
    "EventScheduled",
    "30",
    "<b>",
    "&amp;",
    "https://a b",
    "CONCERT",
    "٢٠",
]
BASES: dict[str, dict[str, Any]] = {"article": ARTICLE, "event": EVENT}


def _jsonld(tree: dict[str, Any], schema: str = SCHEMA.iri) -> list[Quad]:
    text = json.dumps({"@context": {"@vocab": schema}} | tree)
    return list(parse(text, format=RdfFormat.JSON_LD, base_iri="https://news.example/a"))


def _page(case: dict[str, Any], schema: str = SCHEMA.iri) -> list[Quad]:
    if "turtle" in case:
        return list(parse(whole_example(case["turtle"]).replace(SCHEMA.iri, schema), format=RdfFormat.TURTLE))
    if "jsonld" in case:
        return _jsonld(json.loads(case["jsonld"]), schema)
    changed = BASES[case["base"]] | json.loads(case["change"])
    return _jsonld({key: value for key, value in changed.items() if value is not None}, schema)


def _said(findings: list[Finding] | tuple[Finding, ...], case: dict[str, Any]) -> list[str]:
    kept = [found for found in findings if found.shape in case.get("only", [found.shape])]
    assert all(found.verdict is Verdict.WEB for found in kept)
    return sorted(f"{found.severity} {found.property or '-'} {found.shape}" for found in kept)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day on which the cases are read, wherever the day is asked for."""

    def page(facts: Facts, _: dt.date) -> Page:
        return Page(facts, TODAY)

    monkeypatch.setattr("kgexport.validate.web.Page", page)


@pytest.mark.parametrize("schema", [SCHEMA.iri, "https://schema.org/"], ids=["http", "https"])
@pytest.mark.parametrize("engine", ["pyshacl", "fast"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_page_gives_exactly_the_findings_that_are_expected(case: dict[str, Any], engine: str, schema: str) -> None:
    report = validate_triples(_page(case, schema), [Verdict.WEB], engine)
    assert _said(report.findings, case) == sorted(case["findings"])
    assert report.conforms is not any(found.severity is Severity.VIOLATION for found in report.findings)


def test_the_engines_say_the_same_to_the_word() -> None:
    for case in CASES:
        found = [set(check_web(Facts(quad.triple for quad in _page(case)), make_engine(name))[0]) for name in ENGINES]
        assert found[0] == found[1], case["name"]


def _mutant(whole: list[Triple], chance: random.Random) -> list[Triple]:
    """The graph with one random defect."""
    position = chance.randrange(len(whole))
    triple, other = whole[position], chance.choice(whole)
    node, prop, text = triple.subject, triple.predicate, chance.choice(VALUES)
    changed = chance.choice(
        [
            [],
            [Triple(node, prop, Literal(text))],
            [Triple(node, prop, Literal(text, language="en"))],
            [Triple(node, prop, Literal(text, datatype=XSD["date"]))],
            [Triple(node, prop, other.subject)],
            [Triple(node, prop, NamedNode("https://news.example/nowhere"))],
            [triple, Triple(node, prop, other.object)],
            [Triple(node, other.predicate, triple.object)],
        ]
    )
    return [*whole[:position], *changed, *whole[position + 1 :]]


def test_the_engines_say_the_same_of_mutants() -> None:
    for number, case in enumerate(CASES):
        whole, chance = [quad.triple for quad in _page(case)], random.Random(number)
        for _ in range(MUTANTS):
            facts = Facts(_mutant(whole, chance))
            found = [set(make_engine(name).check(facts, Verdict.WEB)[0]) for name in ENGINES]
            assert found[0] == found[1], case["name"]


def test_the_cases_and_examples_find_every_rule() -> None:
    """Rules that findings can name: those that look at something themselves."""
    named = {line.split()[2] for case in CASES for line in case["findings"]} - {"nothing-to-check"}
    wanted = {rule.name for rule in rules(Verdict.WEB) if rule.targets and rule.name not in {"WebArticle", "WebEvent"}}
    assert named == wanted


def test_a_finding_names_the_thing_and_not_its_label() -> None:
    found = validate_triples(_jsonld(EVENT | {"offers": {"@type": "Offer"}}), [Verdict.WEB]).findings
    assert {finding.thing for finding in found} == {"Tide Sisters: Songs of the Sea"}
    assert not any("_:" in finding.message for finding in found)


def test_the_day_is_that_of_the_clock_where_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgexport.validate.web.Page", Page)
    engine = make_engine("pyshacl")
    for date, count in (("2024-05-02T08:00:00Z", 0), ("2999-05-02T08:00:00Z", 1)):
        facts = Facts(quad.triple for quad in _jsonld(ARTICLE | {"datePublished": date, "dateModified": "n"}))
        assert sum(found.shape == "web-future-date" for found in check_web(facts, engine)[0]) == count
    facts = Facts(quad.triple for quad in _jsonld(ARTICLE))
    early = check_web(facts, engine, dt.date(2020, 1, 1))[0]
    assert {found.shape for found in early} == {"web-future-date"}


def test_happenings_are_no_events_to_the_shapes_and_other_types_stay() -> None:
    turtle = ":gift a schema:Event, schema:GiveAction, schema:Thing ; schema:name 'gift' . :fair a schema:Event ."
    quads = parse(whole_example(turtle), format=RdfFormat.TURTLE)
    page = Page(Facts(quad.triple for quad in quads), TODAY)
    gift = NamedNode("https://news.example/a#gift")
    assert page.happenings == {gift: False}
    kinds = {value.value.removeprefix(SCHEMA.iri) for value in page.seen.values(gift, _type()) if _is_iri(value)}
    assert kinds == {"GiveAction", "Thing"}
    assert page.seen.literals(gift, SCHEMA["name"]) == ["gift"]


def test_what_no_shape_asks_for_changes_nothing_and_is_not_handed_over() -> None:
    quads = list(parse(path=GOLDEN / "central-bank.trig"))
    facts = Facts(quad.triple for quad in quads)
    page = Page(facts, TODAY)
    kept = {triple.predicate for triple in page.seen.triples}
    assert KGX["polarity"] in facts.predicates()
    assert KGX["polarity"] not in kept
    engine = make_engine("pyshacl")
    told = {
        (gone.subject, gone.object) for gone in set(facts.triples) - set(page.seen.triples) if gone.predicate == _type()
    }
    whole = Facts(triple for triple in facts.triples if (triple.subject, triple.object) not in told)
    assert set(engine.check(whole, Verdict.WEB)[0]) == set(engine.check(page.seen, Verdict.WEB)[0])


def test_a_graph_of_kgexport_has_warnings_and_no_violation() -> None:
    for path in sorted(GOLDEN.glob("*.trig")):
        report = validate_triples(parse(path=path), [Verdict.WEB])
        assert report.conforms, path.name
        events = [found for found in report.findings if found.shape.startswith("WebEvent")]
        assert events == [], path.name


def _type() -> NamedNode:
    return NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def _is_iri(value: object) -> bool:
    return isinstance(value, NamedNode)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Ola Vik", None),
        ("Kari Holm-Berg", None),
        ("Jean-Luc de la Tour", None),
        ("Byron Bay", None),
        ("Drew Authorson", None),
        ("Professora Lima", None),
        ("by Ola Vik", "introductory words"),
        ("Author: Ola Vik", "introductory words"),
        ("Story by  Ola Vik", "introductory words"),
        ("Prof. Kari Holm", "honorificPrefix"),
        ("Sir Ola Vik", "honorificPrefix"),
        ("Kari Holm, PhD", "honorificSuffix"),
        ("Kari Holm MBE", "honorificSuffix"),
        ("Ola Vik Staff Writer", "jobTitle"),
        ("Ola Vik, senior editor", "jobTitle"),
        ("Ola Vik | The Example Wire", "publisher"),
        ("Ola Vik, Kari Holm", "more than one name"),
        ("Ola Vik & Kari Holm", "more than one name"),
        ("Ola Vik (Oslo)", "more than one name"),
        ("", None),
    ],
)
def test_what_a_name_has_besides_the_name(name: str, part: str | None) -> None:
    said = fault(name, frozenset({"the example wire"}))
    assert said is None if part is None else part in str(said)


def test_the_words_of_bylines_are_of_known_kinds_and_in_order() -> None:
    text = resources.path("ontology", "language", "byline-words.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]
    assert {row[1] for row in rows} == set(byline_words())
    assert len({row[0] for row in rows}) == len(rows) > 40


@pytest.mark.parametrize(
    "text", ["", "2027", "2027-7-1", "2027-02-30", "20270721", "2027-07-21T25:00", "21 July", "٢٠٢٧-٠٧-٢١"]
)
def test_what_is_no_date(text: str) -> None:
    assert when(text) is None


@pytest.mark.parametrize(
    ("first", "second", "before"),
    [
        ("2027-07-21", "2027-07-22", True),
        ("2027-07-21", "2027-07-21", False),
        ("2027-07-21T19:00", "2027-07-21", False),
        ("2027-07-21T19:00", "2027-07-21T20:00", True),
        ("2027-07-21T19:00Z", "2027-07-21T20:00+02:00", False),
        ("2027-07-21T17:00Z", "2027-07-21T20:00+02:00", True),
        ("2027-07-21T10:00", "2027-07-21T20:00Z", False),
        ("2027-07-20T10:00", "2027-07-21T20:00Z", True),
    ],
)
def test_dates_are_compared_as_far_as_they_say(first: str, second: str, before: bool) -> None:
    earlier, later = when(first), when(second)
    assert earlier is not None
    assert later is not None
    assert is_before(earlier, later) is before


def _listed(shape: str, predicate: str) -> set[str]:
    node = NamedNode(SHAPES_IRI + shape)
    said = [triple for triple in shape_triples(Verdict.WEB) if triple.subject == node]
    heads = [triple.object for triple in said if triple.predicate.value == SH_IRI + predicate]
    rest: dict[tuple[object, str], object] = {
        (triple.subject, triple.predicate.value.rpartition("#")[2]): triple.object
        for triple in shape_triples(Verdict.WEB)
        if triple.predicate.value.endswith(("#first", "#rest"))
    }
    found: set[str] = set()
    head: object = heads[0]
    while (head, "first") in rest:
        found.add(str(rest[head, "first"]).strip("<>").removeprefix(SCHEMA.iri))
        head = rest[head, "rest"]
    return found


def _below(release: str) -> Callable[[str], set[str]]:
    pairs = re.findall(
        r"^<http://schema\.org/(\w+)> <http://www\.w3\.org/2000/01/rdf-schema#subClassOf> <http://schema\.org/(\w+)>",
        release,
        re.M,
    )

    def below(name: str) -> set[str]:
        found, todo = {name}, [name]
        while todo:
            above = todo.pop()
            new = {lower for lower, upper in pairs if upper == above} - found
            found |= new
            todo += new
        return found

    return below


def test_the_lists_of_classes_are_those_of_schema_org() -> None:
    if not SHARED.exists():
        pytest.skip("the published schema.org vocabulary is not beside the checkout")
    below = _below(SHARED.read_text(encoding="utf-8"))
    names = {
        shape: {kind.value.removeprefix(SCHEMA.iri) for kind in targets(shape)} for shape in ("WebArticle", "WebEvent")
    }
    assert names["WebArticle"] == below("Article")
    nobody_comes = below("UserInteraction") | below("PublicationEvent") | {"DeliveryEvent", "CourseInstance"}
    assert names["WebEvent"] == below("Event") - nobody_comes
    assert _listed("WebAgentClass", "in") == below("Person") | below("Organization")


def test_every_check_has_its_row_and_is_explained() -> None:
    assert set(RULES) == set(CHECKS)
    assert explain("web-happening").severity is Severity.WARNING
    assert explain("WebEvent-address").severity is Severity.VIOLATION


def test_only_what_the_page_requires_is_a_violation() -> None:
    violations = {rule.name for rule in rules(Verdict.WEB) if rule.severity is Severity.VIOLATION and rule.targets}
    assert violations == {
        "WebEvent",
        "WebEvent-address",
        "WebEvent-attendance",
        "WebEvent-location",
        "WebEvent-name",
        "WebEvent-rescheduled",
        "WebEvent-startDate",
        "WebEvent-startDateForm",
        "WebText-given",
        "web-date-order",
    }


def test_the_page_for_users_names_every_rule_that_findings_name() -> None:
    page = Path(__file__).resolve().parents[3] / "docs" / "web-rules.md"
    text = page.read_text(encoding="utf-8")
    named = {rule.name for rule in rules(Verdict.WEB) if rule.targets} - {"WebArticle", "WebEvent"}
    assert sorted(name for name in named if f"`{name}`" not in text) == []

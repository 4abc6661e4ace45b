"""The verdict `spec`: hand-made wrong graphs give exactly their findings, right ones none; messages say how."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from kgexport.errors import InputError
from kgexport.mapping import map_article
from kgexport.validate import Severity, Verdict
from kgexport.validate.facts import Facts
from kgexport.validate.report import Finding
from kgexport.validate.spec import RULES, check_spec
from tests.support.articles import sample_annotations

CASES = tomllib.loads(Path(__file__).with_name("spec-cases.toml").read_text(encoding="utf-8"))
EXAMPLE = "https://news.example/"
PREFIXES = (
    "@prefix : <http://schema.org/> . @prefix schema: <http://schema.org/> . "
    f"@prefix ex: <{EXAMPLE}> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . "
)


def facts_of(turtle: str) -> Facts:
    return Facts(quad.triple for quad in parse((PREFIXES + turtle).encode(), format=RdfFormat.TURTLE))


def found(turtle: str, vocabulary: Path | None = None) -> list[Finding]:
    return check_spec(facts_of(turtle), vocabulary)[0]


def shown(finding: Finding) -> str:
    thing = (finding.focus or "-").removeprefix(EXAMPLE)
    value = "-" if finding.value is None else finding.value.value
    blank = finding.value is None and finding.shape in ("wrong-range", "thing-for-data", "untyped-reference")
    return f"{finding.shape} {thing} {finding.property or '-'} {'_' if blank else value}"


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_wrong_graph_gives_exactly_its_findings(name: str) -> None:
    assert sorted(map(shown, found(CASES[name]["turtle"]))) == sorted(CASES[name]["findings"])


def test_there_is_a_case_of_every_rule() -> None:
    seen = {line.split()[0] for case in CASES.values() for line in case["findings"]}
    assert seen == set(RULES)


@pytest.mark.parametrize("name", sorted(RULES))
def test_the_examples_of_a_rule_are_examples_of_it(name: str) -> None:
    rule = RULES[name]
    assert found(rule.good) == []
    assert [(finding.shape, finding.severity) for finding in found(rule.bad)] == [(name, rule.severity)]


def test_a_rule_tells_what_people_ask_of_it() -> None:
    for name, rule in RULES.items():
        assert name == rule.name
        assert rule.description.endswith(".")
        assert rule.why.endswith(".")
        assert rule.source.startswith("https://schema.org/")


RIGHT = {
    "subclasses stand for their superclass": "ex:a a :NewsArticle ; :author ex:o . ex:o a :NewsMediaOrganization .",
    "one of several types is enough": "ex:e a :Event, :GiveAction ; :agent ex:p . ex:p a :Person .",
    "a Role stands anywhere": (
        'ex:a a :NewsArticle ; :author ex:r . ex:r a :Role ; :author ex:p ; :roleName "editor" . ex:p a :Person .'
    ),
    "text where text is listed": 'ex:a a :NewsArticle ; :keywords "flood", 7, true ; :articleBody "" .',
    "an address where text is listed": "ex:a a :NewsArticle ; :keywords <http://www.wikidata.org/entity/Q8068> .",
    "an address for a thing": 'ex:a a :NewsArticle ; :author "https://news.example/ada" .',
    "truth values": 'ex:a a :NewsArticle ; :isAccessibleForFree true, "False", :True, "http://schema.org/False" .',
    "members": "ex:e a :Event ; :eventStatus :EventCancelled .",
    "members as text": 'ex:e a :Event ; :eventStatus "EventCancelled", "https://schema.org/EventPostponed" .',
    "durations": 'ex:e a :Event ; :duration "PT1H30M" .',
    "a page of schema.org": "ex:a a :NewsArticle ; :about <https://schema.org/docs/about.html> . "
    "<https://schema.org/docs/about.html> a :WebPage .",
    "other vocabularies": "ex:a a <http://xmlns.com/foaf/0.1/Person> ; <urn:nick> ex:b ; <urn:x> 3 .",
    "a type of another vocabulary": 'ex:a a <https://other.example/Story> ; :headline "Flood" .',
    "values of a type of another vocabulary": (
        "ex:a a :NewsArticle ; :author ex:p . ex:p a <http://xmlns.com/foaf/0.1/Person> ."
    ),
    "a type that the graph puts below one of schema.org": (
        "<https://other.example/Crew> <http://www.w3.org/2000/01/rdf-schema#subClassOf> :Organization . "
        'ex:a a :NewsArticle ; :author ex:c . ex:c a <https://other.example/Crew> ; :name "the crew" ; :member ex:p . '
        "ex:p a :Person ."
    ),
    "a type as a subject": "ex:a a :NewsArticle ; :about :Person .",
    "a list of authors": "ex:a a :NewsArticle ; :author ( ex:p ex:q ) . ex:p a :Person . ex:q a :Person .",
    "annotations of actions": 'ex:s a :SearchAction ; :query-input "required name=q" .',
    "the other spelling": 'ex:a a <https://schema.org/NewsArticle> ; <https://schema.org/headline> "Flood" .',
    "types newer than the vocabulary": 'ex:o a :PoliticalParty ; :name "Nor" ; :headline "?" .',
}


@pytest.mark.parametrize("name", sorted(RIGHT))
def test_a_right_graph_has_no_finding(name: str) -> None:
    assert found(RIGHT[name]) == []


def test_what_kgexport_writes_has_no_finding() -> None:
    graph = map_article(sample_annotations())
    findings, focus = check_spec(Facts((*graph.knowledge, *graph.evidence)))
    assert findings == []
    assert len(focus) > 5


MESSAGES = {
    "misspelt-type": "schema.org of 2021 has no type 'Persn'; did you mean schema:Person?",
    "type-in-small-letters": "schema.org of 2021 has no type 'newsarticle'; did you mean schema:NewsArticle?",
    "misspelt-property": "schema.org of 2021 has no property 'autor'; did you mean schema:author?",
    "property-with-capital": "schema.org of 2021 has no property 'Headline'; did you mean schema:headline?",
    "property-for-a-type": "schema.org of 2021 has no type 'headline': that is a property.",
    "type-for-a-property": "schema.org of 2021 has no property 'Person': that is a type.",
    "member-for-a-type": (
        "schema.org of 2021 has no type 'EventScheduled': that is an EventStatusType, which can only be a value."
    ),
    "misspelt-status": "schema.org of 2021 has no value 'EventPostpond'; did you mean schema:EventPostponed?",
    "headline-of-a-person": "schema.org of 2021 has schema:headline for CreativeWork; this is a Person.",
    "job-of-an-organization": (
        "schema.org of 2021 has schema:jobTitle for Person; this is a GovernmentOrganization and an Organization."
    ),
    "author-is-a-city": "schema.org of 2021 expects Organization or Person here; “Norburg” is a City.",
    "status-of-an-action-on-an-event": (
        "schema.org of 2021 expects EventStatusType here; schema:CompletedActionStatus is an ActionStatusType."
    ),
    "author-as-text": (
        "schema.org of 2021 expects Organization or Person here; text is accepted, but it says nothing more."
    ),
    "headline-is-a-thing": "schema.org of 2021 expects Text here: a value, and no thing.",
    "date-in-words": "schema.org expects a date in ISO 8601, such as 2024-05-31.",
    "half-an-address": "schema.org expects a whole IRI, such as https://example.org/a.",
    "replaced-type": "schema.org has replaced schema:Code; write schema:SoftwareSourceCode.",
    "both-spellings-of-one-thing": (
        "1 of 4 terms are written with https://schema.org/, the others with http://schema.org/: to RDF they are "
        "different words, and a query finds one part only; write all of them with http://schema.org/."
    ),
}


@pytest.mark.parametrize("name", sorted(MESSAGES))
def test_a_message_says_what_would_be_right(name: str) -> None:
    assert found(CASES[name]["turtle"])[0].message == MESSAGES[name]


def test_a_finding_names_the_thing_as_readers_do() -> None:
    (finding,) = found('ex:p a :Person ; :name "Ada  Berg" ; :headline "Flood" .')
    assert finding.thing == "Ada Berg"
    assert finding.focus == "https://news.example/p"
    assert (finding.verdict, finding.severity) == (Verdict.SPEC, Severity.WARNING)


def test_a_thing_without_an_iri_is_named_too() -> None:
    (finding,) = found('[] a <https://schema.org/Persn> ; <https://schema.org/name> "Ada Berg" .')
    assert (finding.thing, finding.focus) == ("Ada Berg", "_:")


def test_a_name_like_no_other_is_said_to_be_looked_for_in_a_newer_release() -> None:
    (finding,) = found("ex:a a :Zqxjkvb .")
    assert finding.message == (
        "schema.org of 2021 has no type 'Zqxjkvb'. "
        "A newer release than the one that comes with pySHACL can be given with --vocabulary."
    )


def test_the_nodes_in_focus_are_those_that_use_schema_org() -> None:
    facts = facts_of('ex:a a :Event . ex:b :name "b" . ex:c a <urn:C> ; <urn:p> ex:a . [] :name "d" .')
    focus = check_spec(facts)[1]
    assert {node for node in focus if not node.startswith("_:")} == {EXAMPLE + "a", EXAMPLE + "b"}
    assert len(focus) == 3


def test_a_graph_without_schema_org_has_nothing_in_focus() -> None:
    assert check_spec(facts_of("ex:a a <urn:C> .")) == ([], frozenset())


def test_many_unknown_names_do_not_take_long_searches() -> None:
    turtle = "".join(f"ex:a :nam{number} {number} . " for number in range(1000)) + "ex:a a :Thing ; :Name 1 ."
    messages = [finding.message for finding in found(turtle)]
    assert len(messages) == 1001
    assert sum("did you mean" in message for message in messages) <= 201
    assert any(message.endswith("'Name'; did you mean schema:name?") for message in messages)


def test_the_vocabulary_that_is_given_is_used(tmp_path: Path) -> None:
    release = tmp_path / "own.ttl"
    release.write_text(
        "@prefix s: <https://schema.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . "
        "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . "
        "s:Text a s:DataType, rdfs:Class . s:Ship a rdfs:Class . "
        "s:flag a rdf:Property ; s:domainIncludes s:Ship ; s:rangeIncludes s:Text .",
        encoding="utf-8",
    )
    assert found('ex:s a :Ship ; :flag "red" .', release) == []
    assert [shown(finding) for finding in found('ex:s a :Event ; :flag "red" .', release)] == [
        "unknown-class s rdf:type http://schema.org/Event"
    ]
    assert len(found('ex:s a :Ship ; :flag "red" .')) == 2


def test_a_vocabulary_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.nt: No such file"):
        found("ex:s a :Event .", tmp_path / "none.nt")


def test_a_value_is_the_iri_as_it_would_be_right() -> None:
    (finding,) = found("ex:e a <https://schema.org/Evnt> .")
    assert finding.value == NamedNode("http://schema.org/Evnt")

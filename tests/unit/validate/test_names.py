"""Almost right names: which namespace or term was meant, and what is left alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kgexport.validate.facts import Facts
from kgexport.validate.profile.names import misspelling, misspelt_namespace
from kgexport.vocabulary import SCHEMA


@pytest.mark.parametrize(
    ("iri", "meant"),
    [
        ("http://www.schema.org/name", "schema:name"),
        ("http://schema.org#name", "schema:name"),
        ("HTTP://Schema.org/name", "schema:name"),
        ("http://w3id.org/kgexport/ns#amount", "kgx:amount"),
        ("https://w3id.org/kgexport/ns/amount", "kgx:amount"),
        ("http://www.w3.org/ns/prov/wasDerivedFrom", "prov:wasDerivedFrom"),
        ("https://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf", "nif:anchorOf"),
    ],
)
def test_a_namespace_that_is_almost_right_is_named(iri: str, meant: str) -> None:
    (found,) = misspelt_namespace(_said(iri))
    assert f"another word than {meant}:" in found.message
    assert found.value == NamedNode(iri)


@pytest.mark.parametrize(
    "iri",
    [
        "http://schema.org/name",
        "https://schema.org/name",
        "http://xmlns.com/foaf/0.1/name",
        "http://health-lifesci.schema.org/drug",
        "http://www.w3.org/ns/dcat#theme",
        "urn:x",
    ],
)
def test_other_namespaces_are_left_alone(iri: str) -> None:
    assert list(misspelt_namespace(_said(iri))) == []


def _said(predicate: str) -> Facts:
    return Facts([Triple(NamedNode("https://news.example/a#x"), NamedNode(predicate), Literal("x"))])


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("headlne", "headline"),
        ("headLine", "headline"),
        ("Headline", "headline"),
        ("headlnie", "headline"),
        ("nname", "name"),
        ("Persn", "Person"),
        ("alternativeHeadline", None),
        ("Recipe", None),
        ("zzzzqqq", None),
        ("x", None),
        ("x" * 10_000, None),
    ],
)
def test_only_what_schema_org_does_not_have_is_a_misspelling(name: str, meant: str | None) -> None:
    assert misspelling(name, "type" if name in ("Persn", "Recipe") else "property") == meant


def _meant(name: str) -> str | None:
    return misspelling(name, "property" if name[:1].islower() else "type")


def test_every_term_of_the_profile_is_known_and_found_again_after_a_slip() -> None:
    assert [term for term in sorted(SCHEMA.terms) if _meant(term)] == []
    lost = [term for term in sorted(SCHEMA.terms) if len(term) > 5 and _meant(term[:3] + "~" + term[3:]) != term]
    assert lost == []


def test_no_term_of_the_release_is_a_misspelling() -> None:
    path = Path(__file__).resolve().parents[3].parent / "shared" / "schemaorg" / "schemaorg-current-http.nt"
    if not path.exists():
        pytest.skip("the published schema.org vocabulary is not beside the checkout")
    terms = set(re.findall(r"^<http://schema\.org/(\w+)> ", path.read_text(encoding="utf-8"), re.M))
    assert len(terms) > 2000
    assert {term: meant for term in sorted(terms) if (meant := _meant(term))} == {}

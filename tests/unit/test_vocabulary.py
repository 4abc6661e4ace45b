"""The terms that can be written are those that exist."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from kgexport.errors import UnknownNameError
from kgexport.vocabulary import KGX, NAMESPACES, PREFIXES, RDF, SCHEMA

SCHEMA_ORG = Path(__file__).resolve().parents[2].parent / "shared" / "schemaorg" / "schemaorg-current-http.nt"


def test_a_term_is_an_iri_of_its_namespace() -> None:
    assert SCHEMA["name"] == NamedNode("http://schema.org/name")
    assert KGX["polarity"] == NamedNode("https://w3id.org/kgexport/ns#polarity")


def test_a_misspelt_term_is_an_error_that_names_the_right_one() -> None:
    with pytest.raises(UnknownNameError, match="did you mean headline"):
        SCHEMA["headlien"]


def test_a_namespace_knows_its_terms_in_order() -> None:
    assert "type" in RDF
    assert "types" not in RDF
    nodes = [node.value for node in KGX]
    assert nodes == sorted(nodes)
    assert len(nodes) == len(KGX.terms)


def test_every_namespace_has_a_prefix_of_its_own() -> None:
    assert len({namespace.prefix for namespace in NAMESPACES}) == len(NAMESPACES)
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    assert PREFIXES["schema"] == "http://schema.org/"


@pytest.fixture(scope="module")
def published() -> dict[str, set[str]]:
    """Every term of schema.org with the predicates that are said of it."""
    if not SCHEMA_ORG.exists():
        pytest.skip("the published schema.org vocabulary is not beside the checkout")
    terms: dict[str, set[str]] = {}
    for quad in parse(path=SCHEMA_ORG, format=RdfFormat.N_TRIPLES):
        if isinstance(quad.subject, NamedNode):
            terms.setdefault(quad.subject.value, set()).add(quad.predicate.value)
    return terms


def test_every_schema_term_is_published(published: dict[str, set[str]]) -> None:
    assert [node.value for node in SCHEMA if node.value not in published] == []


def test_no_schema_term_is_superseded(published: dict[str, set[str]]) -> None:
    gone = SCHEMA.iri + "supersededBy"
    assert [node.value for node in SCHEMA if gone in published[node.value]] == []


def test_classes_are_upper_case_and_properties_lower_case(published: dict[str, set[str]]) -> None:
    properties = {iri for iri, said in published.items() if SCHEMA.iri + "domainIncludes" in said}
    assert {node.value for node in SCHEMA if node.value[len(SCHEMA.iri)].islower()} <= properties

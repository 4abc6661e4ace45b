"""Every term that the tables of the mapping can write is documented, ordered, checked, and in schema.org's domain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from kgexport import resources
from kgexport.export.reading_order import PROPERTIES
from kgexport.mapping.classes import DOMAIN_AND_RANGE, FUNDABLE, MEASURABLE, Family, families
from kgexport.mapping.entities import ENTITY_TABLE
from kgexport.mapping.rule import Rule
from kgexport.mapping.tables import THING_TABLES
from kgexport.model import Status
from kgexport.vocabulary import SCHEMA

ROOT = Path(__file__).resolve().parents[3]
SCHEMA_ORG = ROOT.parent / "shared" / "schemaorg" / "schemaorg-current-http.nt"


def _spelt(rule: Rule[object]) -> str:
    return rule.term if rule.namespace is SCHEMA else f"{rule.namespace.prefix}:{rule.term}"


TERMS = sorted({_spelt(rule) for table in THING_TABLES for rule in table.rules})
SHAPES = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((resources.folder("shapes") / "profile").glob("*.ttl"))
)
PAGE = (ROOT / "docs" / "graph.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("term", TERMS)
def test_a_term_has_its_place_in_the_reading_order(term: str) -> None:
    assert term in " ".join(PROPERTIES).split()


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_on_the_page_about_the_graph(term: str) -> None:
    assert re.search(rf"(?<![\w:]){term}(?!\w)", PAGE)


@pytest.mark.parametrize("term", TERMS)
def test_a_shape_looks_at_a_term(term: str) -> None:
    spelt = term if ":" in term else f"schema:{term}"
    assert re.search(rf"sh:path (?:[^;]*[\s(])?{spelt}[\s;)]", SHAPES)


@pytest.fixture(scope="module")
def published() -> dict[str, dict[str, set[str]]]:
    """Of the published vocabulary: predicate -> term -> what it leads to, names without namespaces."""
    if not SCHEMA_ORG.exists():
        pytest.skip("the published schema.org vocabulary is not beside the checkout")
    found: dict[str, dict[str, set[str]]] = {}
    for quad in parse(path=SCHEMA_ORG, format=RdfFormat.N_TRIPLES):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            predicate = re.split("[/#]", quad.predicate.value)[-1]
            subject, value = (node.value.removeprefix(SCHEMA.iri) for node in (quad.subject, quad.object))
            found.setdefault(predicate, {}).setdefault(subject, set()).add(value)
    return found


def _above(published: dict[str, dict[str, set[str]]], name: str) -> set[str]:
    found, open_ = {name}, [name]
    while open_:
        new = published["subClassOf"].get(open_.pop(), set()) - found
        found |= new
        open_ += new
    return found


def _outside(published: dict[str, dict[str, set[str]]], which: str, term: str, held: Iterable[Family]) -> list[str]:
    """The classes that the mapping lets stand on a side of a property, and schema.org does not."""
    statuses = {status.value for status in Status}
    classes = [name for name in sorted(SCHEMA.terms - statuses) if name[0].isupper()]
    allowed = published[which][term]
    things = [name for name in classes if not name.endswith("Action") and families([name]) & frozenset(held)]
    return [name for name in things if not _above(published, name) & allowed and "Thing" not in allowed]


@pytest.mark.parametrize("term", sorted(DOMAIN_AND_RANGE))
def test_a_relation_stays_in_its_domain_and_range(published: dict[str, dict[str, set[str]]], term: str) -> None:
    domain, span = DOMAIN_AND_RANGE[term]
    assert _outside(published, "domainIncludes", term, domain) == []
    assert _outside(published, "rangeIncludes", term, span) == []


@pytest.mark.parametrize(("term", "held"), [("additionalProperty", MEASURABLE), ("funding", FUNDABLE)])
def test_what_is_measured_and_funded_stays_in_its_domain(
    published: dict[str, dict[str, set[str]]], term: str, held: frozenset[Family]
) -> None:
    assert _outside(published, "domainIncludes", term, held) == []


def test_what_is_funded_stays_in_the_range_of_what_a_grant_is_for(published: dict[str, dict[str, set[str]]]) -> None:
    assert _outside(published, "rangeIncludes", "fundedItem", FUNDABLE) == []


def test_relations_are_written_of_entities() -> None:
    assert set(DOMAIN_AND_RANGE) <= {rule.term for rule in ENTITY_TABLE.rules}

from __future__ import annotations

import pytest

from kgexport.link.classes import agreement, ancestry, common, family, is_a, refined
from kgexport.resources import path
from kgexport.vocabulary import SCHEMA


def test_every_class_is_one_of_schema_org_and_listed_once() -> None:
    lines = path("ontology", "authority", "classes.tsv").read_text(encoding="utf-8").splitlines()[1:]
    classes = [line.split("\t")[0] for line in lines]
    assert classes == sorted(set(classes))
    assert all(name in SCHEMA for line in lines for name in line.split("\t"))
    assert all(len(ancestry(name)) < 6 for name in classes)


def test_ancestry() -> None:
    assert ancestry("City") == ("City", "AdministrativeArea", "Place")
    assert family("Mosque") == "Place"
    assert family("Person") == "Person"
    assert is_a("PoliticalParty", "Organization")
    assert common("Corporation", "NGO") == "Organization"
    assert common("Person", "Place") is None


@pytest.mark.parametrize(
    ("entity", "candidate", "fit"),
    [
        *(("Place", "City", 1.0), ("City", "Place", 1.0), ("Organization", "Country", 1.0)),
        ("Corporation", "NewsMediaOrganization", 0.5),
        *(("Person", "Country", None), ("Mosque", "City", None), ("City", "Country", None)),
        *(("Country", "AdministrativeArea", None), ("Person", "City", None), ("Organization", "City", None)),
    ],
)
def test_agreement(entity: str, candidate: str, fit: float | None) -> None:
    assert agreement(entity, candidate) == fit


def test_refined_takes_the_narrower_class_and_of_sisters_what_both_are() -> None:
    assert refined(("Place",), ("City",)) == ("City",)
    assert refined(("City",), ("Place",)) == ("City",)
    assert refined(("Corporation",), ("NGO",)) == ("Organization",)
    assert refined(("Organization",), ("Country",)) == ("Country", "Organization")
    assert refined(("Country", "Organization"), ("Country",)) == ("Country", "Organization")

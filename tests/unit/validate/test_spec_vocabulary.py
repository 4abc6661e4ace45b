"""The vocabulary of schema.org: read from a release in any syntax, or from the packages that carry an older one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse, serialize
from tools.schema_terms import misplaced_in_shapes, unknown_names

from kgexport.errors import InputError
from kgexport.validate.spec import Property, Vocabulary, bundled, load_vocabulary
from kgexport.validate.spec.bundled import bundled_vocabulary
from kgexport.validate.spec.release import read_release
from kgexport.validate.spec.suggest import Suggester, a, either
from kgexport.validate.spec.vocabulary import local_name, term_name
from kgexport.vocabulary import SCHEMA

RELEASE = """
    @prefix schema: <{namespace}> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    schema:Thing a rdfs:Class ; rdfs:label "Thing" .
    schema:Vessel a rdfs:Class ; rdfs:subClassOf schema:Thing .
    schema:Ferry a rdfs:Class ; rdfs:subClassOf schema:Vessel, <https://other.example/Boat> .
    schema:Boat a rdfs:Class ; rdfs:subClassOf schema:Ferry ; schema:supersededBy schema:Ferry .
    schema:Text a schema:DataType, rdfs:Class .
    schema:Flag a rdfs:Class ; rdfs:subClassOf schema:Thing .
    schema:RedFlag a schema:Flag .
    schema:flag a rdf:Property ; schema:domainIncludes schema:Vessel ; schema:rangeIncludes schema:Flag, schema:Text .
    schema:banner a rdf:Property ; schema:supersededBy schema:flag .
    <https://other.example/mast> a rdf:Property .
"""
FORMATS = {
    "nt": RdfFormat.N_TRIPLES,
    "ttl": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "nq": RdfFormat.N_QUADS,
    "rdf": RdfFormat.RDF_XML,
}


def _write(folder: Path, extension: str, namespace: str = "https://schema.org/") -> Path:
    path = folder / f"release.{extension}"
    quads = list(parse(RELEASE.format(namespace=namespace).encode(), format=RdfFormat.TURTLE))
    made = quads if extension in ("nq", "jsonld") else [quad.triple for quad in quads]
    serialize(made, str(path), format=FORMATS[extension])
    return path


@pytest.mark.parametrize("namespace", ["http://schema.org/", "https://schema.org/"])
@pytest.mark.parametrize("extension", sorted(FORMATS))
def test_a_release_is_read_in_every_syntax_and_spelling(tmp_path: Path, extension: str, namespace: str) -> None:
    read = read_release(_write(tmp_path, extension, namespace))
    assert read.parents["Ferry"] == {"Vessel"}
    assert read.properties == {
        "banner": Property(frozenset(), frozenset()),
        "flag": Property(frozenset({"Vessel"}), frozenset({"Flag", "Text"})),
    }
    assert read.members == {"RedFlag": {"Flag"}}
    assert read.superseded == {"Boat": {"Ferry"}, "banner": {"flag"}}


def test_the_superclasses_of_a_type(tmp_path: Path) -> None:
    read = read_release(_write(tmp_path, "nt"))
    assert read.above("Boat") == frozenset({"Boat", "Ferry", "Vessel", "Thing"})
    assert read.above("Raft") is None
    assert read.all_above(["Flag", "Ferry"]) == frozenset({"Flag", "Ferry", "Vessel", "Thing"})
    assert read.all_above(["Flag", "Raft"]) is None
    assert read.all_above([]) is None


def test_superclasses_in_a_circle_come_to_an_end() -> None:
    circle = Vocabulary({"A": frozenset("B"), "B": frozenset("A")}, {}, {}, {})
    assert circle.above("A") == frozenset("AB")


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = _write(tmp_path, "nt")
    assert read_release(path) is read_release(path)
    path.write_bytes(path.read_bytes() + path.read_bytes().splitlines()[0].replace(b"flag", b"sail") + b"\n")
    assert read_release(path) == load_vocabulary(path)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.nt", "<urn:a> <urn:b> <urn:c> .\n", "no release of schema.org"),
        ("a.nt", "nonsense", "not N-Triples"),
        ("a.csv", "id,label\n", r"has one of the extensions \.nt, \.ttl"),
        ("context.jsonld", '{"@context": {"schema": "http://schema.org/"}}', "no release of schema.org"),
    ],
)
def test_what_is_no_release_is_an_error_in_one_line(tmp_path: Path, name: str, content: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message) as caught:
        read_release(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_vocabulary_that_is_carried_along_is_whole() -> None:
    carried = bundled_vocabulary()
    assert len(carried.parents) > 800
    assert len(carried.properties) > 1300
    assert carried.above("NewsArticle") == frozenset({"NewsArticle", "Article", "CreativeWork", "Thing"})
    assert carried.properties["author"] == Property(
        frozenset({"CreativeWork", "Rating"}), frozenset({"Organization", "Person"})
    )
    assert carried.properties["startDate"].range == {"Date", "DateTime"}
    assert carried.properties["image"].range == {"ImageObject", "URL"}
    assert carried.properties["actionStatus"].range == {"ActionStatusType"}
    assert carried.members["EventScheduled"] == {"EventStatusType"}
    assert carried.members["True"] == {"Boolean"}
    assert carried.superseded["Code"] == {"SoftwareSourceCode"}


def test_nearly_every_property_that_is_carried_along_has_a_range() -> None:
    properties = bundled_vocabulary().properties
    assert sum(not known.range for known in properties.values()) < 5
    assert all(known.domain for known in properties.values())


def test_newer_terms_are_known_by_name() -> None:
    carried = bundled_vocabulary()
    assert carried.is_class("MolecularEntity")
    assert carried.is_property("inChIKey")
    assert not carried.is_property("MolecularEntity")
    assert carried.above("MolecularEntity") is None


def test_every_term_that_kgexport_writes_is_known() -> None:
    assert [name for name in sorted(SCHEMA.terms) if not bundled_vocabulary().is_term(name)] == []


def test_a_name_is_of_one_kind() -> None:
    carried = bundled_vocabulary()
    assert carried.is_class("Person")
    assert not carried.is_property("Person")
    assert carried.is_property("headline")
    assert not carried.is_class("headline")
    assert carried.is_term("EventScheduled")
    assert not carried.is_class("EventScheduled")
    assert carried.is_property("query-input")
    assert not carried.is_property("nonsense-input")


def test_reading_it_imports_neither_package() -> None:
    code = (
        "import sys; from kgexport.validate.spec import load_vocabulary; load_vocabulary(); "
        "sys.exit(any(name in sys.modules for name in ('rdflib', 'pyshacl')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_package_without_its_file_is_an_error_that_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundled, "find_spec", lambda _name: None)
    bundled_vocabulary.cache_clear()
    try:
        with pytest.raises(InputError, match=r"pyshacl has no assets/schema\.ttl: name a release"):
            bundled_vocabulary()
    finally:
        bundled_vocabulary.cache_clear()


def test_a_term_is_told_from_a_page() -> None:
    assert local_name(NamedNode("https://schema.org/docs/full.html")) == "docs/full.html"
    assert term_name(NamedNode("https://schema.org/docs/full.html")) is None
    assert term_name(NamedNode("http://schema.org/Person")) == "Person"
    assert local_name(NamedNode("http://www.schema.org/Person")) is None


def test_the_nearest_name_is_of_the_same_kind() -> None:
    suggester = Suggester(bundled_vocabulary())
    assert suggester.near("event", "type") == "Event"
    assert suggester.near("Event", "property") == "event"
    assert suggester.near("creater", "property") == "creator"
    assert suggester.near("NewsArtical", "type") == "NewsArticle"
    assert suggester.near("x" * 5000, "type") is None


def test_names_in_a_sentence() -> None:
    assert either(["Person"]) == "Person"
    assert either(["Person", "Organization"]) == "Organization or Person"
    assert either("EDCBA") == "A, B, C, D or E"
    assert either("GFEDCBA") == "A, B, C, D or another of 7"
    assert [a(name) for name in ("Event", "Person", "URL", "Action")] == ["an Event", "a Person", "a URL", "an Action"]


def test_the_tool_finds_names_and_places_that_a_release_does_not_have() -> None:
    carried = bundled_vocabulary()
    poorer = Vocabulary(
        {name: above for name, above in carried.parents.items() if name != "Airport"},
        {**carried.properties, "headline": Property(frozenset({"City"}), frozenset({"Text"}))},
        carried.members,
        {"jobTitle": frozenset({"occupation"})},
        carried.others,
    )
    unknown = set(unknown_names(poorer)) - set(unknown_names(carried))
    assert {line.split(": ")[1] for line in unknown} == {
        "schema.org has no Airport",
        "schema.org has replaced jobTitle",
    }
    assert {"vocabulary.py", "facilities.tsv"} <= {line.split(":")[0] for line in unknown}
    assert {line.split("#")[1] for line in misplaced_in_shapes(poorer) if "headline" in line} == {
        "NewsArticle>: no class that it looks at has headline",
        "WebArticle>: no class that it looks at has headline",
    }

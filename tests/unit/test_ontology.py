"""The project's vocabulary and shapes are whole: documented, consistent with the code and with schema.org."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS

from kgexport import resources
from kgexport.model import MentionKind, Modality, Polarity, Status
from kgexport.validate.engines.pyshacl_shapes import SH
from kgexport.validate.engines.targets import targets
from kgexport.validate.profile import CHECKS
from kgexport.validate.report import Verdict
from kgexport.validate.run import NOTHING_TO_CHECK
from kgexport.validate.shapes import shape_triples
from kgexport.vocabulary import EVENT_TYPES_IRI, KGX, SCHEMA

CASES = Path(__file__).resolve().parents[1] / "shapes"
KGS = rdflib.Namespace("https://w3id.org/kgexport/shapes#")
SHAPE_FILES = sorted((resources.folder("shapes") / "profile").glob("*.ttl"))


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(resources.path("ontology", "kgexport.ttl"))


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in SHAPE_FILES:
        graph.parse(path)
    return graph


def test_the_ontology_defines_exactly_the_terms_of_the_code(ontology: rdflib.Graph) -> None:
    terms = (*ontology.subjects(RDF.type, RDF.Property), *ontology.subjects(RDF.type, RDFS.Class))
    defined = {str(term).removeprefix(KGX.iri) for term in terms}
    assert defined == KGX.terms


PROPERTIES = sorted(name for name in KGX.terms if name[0].islower())
CLASSES = sorted(KGX.terms - set(PROPERTIES))


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_has_label_comment_and_a_class_of_schema_org_above_it(ontology: rdflib.Graph, name: str) -> None:
    term = rdflib.URIRef(KGX.iri + name)
    for predicate in (RDFS.label, RDFS.comment, RDFS.subClassOf, RDFS.isDefinedBy):
        assert len(list(ontology.objects(term, predicate))) == 1, predicate
    above = str(ontology.value(term, RDFS.subClassOf))
    assert above.removeprefix(SCHEMA.iri) in SCHEMA
    assert (term, RDF.type, OWL.Class) in ontology


@pytest.mark.parametrize("name", PROPERTIES)
def test_every_term_has_label_comment_domain_and_range(ontology: rdflib.Graph, name: str) -> None:
    term = rdflib.URIRef(KGX.iri + name)
    for predicate in (RDFS.label, RDFS.comment, RDFS.domain, RDFS.range, RDFS.isDefinedBy):
        assert len(list(ontology.objects(term, predicate))) == 1, predicate
    comment = ontology.value(term, RDFS.comment)
    assert isinstance(comment, rdflib.Literal)
    assert comment.language == "en"
    assert len(comment) > 30
    kinds = set(ontology.objects(term, RDF.type)) - {RDF.Property}
    assert kinds in ({OWL.ObjectProperty}, {OWL.DatatypeProperty})


@pytest.mark.parametrize(
    ("name", "values"), [("Polarity", Polarity), ("Modality", Modality), ("MentionKind", MentionKind)]
)
def test_the_lists_of_values_are_those_of_the_code(ontology: rdflib.Graph, name: str, values: type[Polarity]) -> None:
    enumeration = ontology.value(rdflib.URIRef(KGX.iri + name), OWL.equivalentClass)
    members = ontology.value(enumeration, OWL.oneOf)
    assert members is not None
    assert [str(item) for item in rdflib.collection.Collection(ontology, members)] == [str(value) for value in values]


@pytest.mark.parametrize(
    ("shape", "values"),
    [
        ("Event-polarity", list(Polarity)),
        ("Claim-polarity", list(Polarity)),
        ("Event-modality", list(Modality)),
        ("Mention-mentionKind", list(MentionKind)),
        ("Event-actionStatus", [SCHEMA.iri + status for status in Status]),
    ],
)
def test_the_lists_in_the_shapes_are_those_of_the_code(shapes: rdflib.Graph, shape: str, values: list[str]) -> None:
    members = shapes.value(KGS[shape], SH["in"])
    assert members is not None
    assert [str(item) for item in rdflib.collection.Collection(shapes, members)] == [str(value) for value in values]


def test_the_shapes_name_the_namespace_of_event_types(shapes: rdflib.Graph) -> None:
    assert EVENT_TYPES_IRI.replace(".", "\\.") in str(shapes.value(KGS.EventTypeIri, SH.pattern))


def _node_shapes(shapes: rdflib.Graph) -> set[rdflib.term.Node]:
    return set(shapes.subjects(RDF.type, SH.NodeShape))


def _property_shapes(shapes: rdflib.Graph) -> set[rdflib.term.Node]:
    return set(shapes.subjects(SH.path))


def test_every_property_shape_has_an_iri_a_message_a_name_and_a_severity(shapes: rdflib.Graph) -> None:
    assert len(_property_shapes(shapes)) > 90
    for shape in sorted(_property_shapes(shapes), key=str):
        assert isinstance(shape, rdflib.URIRef)
        assert (shape, RDF.type, SH.PropertyShape) in shapes
        for predicate in (SH.message, SH.name, SH.severity, SH.path):
            assert len(list(shapes.objects(shape, predicate))) == 1, (shape, predicate)
        message = str(shapes.value(shape, SH.message))
        assert message[0].isupper() or message.startswith(("schema", "kgx:")), message
        assert message.endswith((".", "…")), message


def test_every_node_shape_has_a_name_and_targets_something_or_is_used(shapes: rdflib.Graph) -> None:
    targets = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
    listed = {item for lists in shapes.objects(None, SH["or"]) for item in shapes.items(lists)}
    used = listed | {*shapes.objects(None, SH.node), *shapes.objects(None, SH.qualifiedValueShape)}
    for shape in sorted(_node_shapes(shapes), key=str):
        assert shapes.value(shape, SH.name), shape
        assert any((shape, predicate, None) in shapes for predicate in targets) or shape in used, shape


def test_no_shape_is_left_over(shapes: rdflib.Graph) -> None:
    assert _property_shapes(shapes) == set(shapes.objects(None, SH.property))


def test_the_shapes_are_shacl_core(shapes: rdflib.Graph) -> None:
    beyond = ("sparql", "select", "js", "rule", "target", "expression", "values")
    assert not [term for term in beyond if (None, SH[term], None) in shapes]


def test_every_targeting_shape_has_a_broken_graph_that_it_finds(shapes: rdflib.Graph) -> None:
    owners: dict[str, set[str]] = {}
    for owner, part in shapes.subject_objects(SH.property):
        owners.setdefault(str(part).removeprefix(KGS), set()).add(str(owner).removeprefix(KGS))
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((CASES / "invalid").glob("*.toml")))
    found = {line.split('"')[1] for line in text.splitlines() if line.startswith("shape = ")}
    covered = found | {owner for shape in found for owner in owners.get(shape, ())}
    targeting = {str(shape.value).removeprefix(KGS) for shape in targets(shape_triples, Verdict.PROFILE).shapes}
    assert targeting - covered == set()


def _targeted(shapes: rdflib.Graph) -> set[str]:
    return {str(target).removeprefix(SCHEMA.iri) for target in shapes.objects(None, SH.targetClass)}


def test_every_schema_class_of_the_vocabulary_is_checked_by_a_shape(shapes: rdflib.Graph) -> None:
    statuses = {status.value for status in Status}
    classes = {term for term in SCHEMA.terms if term[0].isupper()} - statuses
    assert classes - _targeted(shapes) == set()


def test_every_class_of_the_shapes_is_in_the_vocabulary(shapes: rdflib.Graph) -> None:
    written = {str(node) for node in shapes.all_nodes() if str(node).startswith(SCHEMA.iri)}
    assert {iri.removeprefix(SCHEMA.iri) for iri in written} - SCHEMA.terms == {"ClaimReview"}


def _alternatives(shapes: rdflib.Graph, shape: str) -> Iterator[str]:
    """The names in a pattern `^http://schema\\.org/(A|B|C)$`."""
    pattern = str(shapes.value(KGS[shape], SH.pattern))
    assert pattern.startswith("^http://schema\\.org/(")
    yield from pattern.removeprefix("^http://schema\\.org/(").removesuffix(")$").split("|")


@pytest.mark.parametrize(("targeting", "group"), [("Place", "PlaceClass"), ("Organization", "OrganizationClass")])
def test_a_group_of_classes_is_the_same_in_targets_and_in_patterns(
    shapes: rdflib.Graph, targeting: str, group: str
) -> None:
    targets = {str(target).removeprefix(SCHEMA.iri) for target in shapes.objects(KGS[targeting], SH.targetClass)}
    assert set(_alternatives(shapes, group)) == targets


def test_agents_are_persons_and_organizations(shapes: rdflib.Graph) -> None:
    assert {*_alternatives(shapes, "AgentClass")} == {"Person", *_alternatives(shapes, "OrganizationClass")}


@pytest.mark.parametrize(("root", "shape"), [("Place", "Place"), ("Organization", "Organization"), ("Action", "Event")])
def test_a_group_holds_every_class_that_schema_org_puts_below_it(
    shapes: rdflib.Graph, schema_org: rdflib.Graph, root: str, shape: str
) -> None:
    below = {str(node).removeprefix(SCHEMA.iri) for node in _below(schema_org, root)} & SCHEMA.terms
    targets = {str(target).removeprefix(SCHEMA.iri) for target in shapes.objects(KGS[shape], SH.targetClass)}
    assert targets == below


@pytest.mark.parametrize(("name", "shape"), [("recipient", "RecipientClass"), ("toLocation", "RouteClass")])
def test_a_property_stays_in_the_domain_that_schema_org_gives_it(
    shapes: rdflib.Graph, schema_org: rdflib.Graph, name: str, shape: str
) -> None:
    domains = schema_org.objects(_schema(name), _schema("domainIncludes"))
    below = {str(node).removeprefix(SCHEMA.iri) for domain in domains for node in _below(schema_org, domain)}
    actions = {str(node).removeprefix(SCHEMA.iri) for node in _below(schema_org, "Action")}
    members = shapes.value(KGS[shape], SH["in"])
    assert members is not None
    assert {str(item).removeprefix(SCHEMA.iri) for item in shapes.items(members)} == below & actions & SCHEMA.terms


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("author", "CreativeWorkClass"),
        ("creator", "CreativeWorkClass"),
        ("director", "ScreenClass"),
        ("actor", "ScreenClass"),
        ("byArtist", "MusicClass"),
        ("manufacturer", "MadeClass"),
        ("memberOf", "AgentClass"),
        ("founder", "OrganizationClass"),
        ("geo", "PlaceClass"),
    ],
)
def test_what_is_said_of_things_stays_in_the_domain_of_schema_org(
    shapes: rdflib.Graph, schema_org: rdflib.Graph, name: str, shape: str
) -> None:
    assert _members(shapes, shape) == _domain(schema_org, name)


def test_an_award_stays_in_the_domain_of_schema_org(shapes: rdflib.Graph, schema_org: rdflib.Graph) -> None:
    parts = shapes.value(KGS["AwardedClass"], SH["or"])
    assert parts is not None
    names = [str(part).removeprefix(KGS) for part in shapes.items(parts)]
    assert set().union(*(_members(shapes, name) for name in names)) == _domain(schema_org, "award")


def _members(shapes: rdflib.Graph, shape: str) -> set[str]:
    """The classes that a shape lists, as values or as a pattern."""
    listed = shapes.value(KGS[shape], SH["in"])
    if listed is None:
        return {*_alternatives(shapes, shape)}
    return {str(item).removeprefix(SCHEMA.iri) for item in shapes.items(listed)}


def _domain(schema_org: rdflib.Graph, name: str) -> set[str]:
    """The classes of the vocabulary, actions aside, that schema.org gives a property to."""
    domains = schema_org.objects(_schema(name), _schema("domainIncludes"))
    below = {str(node).removeprefix(SCHEMA.iri) for domain in domains for node in _below(schema_org, domain)}
    actions = {str(node).removeprefix(SCHEMA.iri) for node in _below(schema_org, "Action")}
    return (below & SCHEMA.terms) - actions


def _schema(name: str) -> rdflib.URIRef:
    return rdflib.URIRef(SCHEMA.iri + name)


def _below(graph: rdflib.Graph, root: object) -> set[rdflib.term.Node]:
    start = root if isinstance(root, rdflib.URIRef) else _schema(str(root))
    return {node for node in graph.transitive_subjects(RDFS.subClassOf, start) if node is not None}


@pytest.fixture(scope="module")
def schema_org() -> rdflib.Graph:
    path = Path(__file__).resolve().parents[2].parent / "shared" / "schemaorg" / "schemaorg-current-http.nt"
    if not path.exists():
        pytest.skip("the published schema.org vocabulary is not beside the checkout")
    return rdflib.Graph().parse(path, format="nt")


def test_what_the_ontology_says_of_schema_org_is_true(ontology: rdflib.Graph, schema_org: rdflib.Graph) -> None:
    written = {node for node in ontology.all_nodes() if str(node).startswith(SCHEMA.iri)}
    unknown = {node for node in written if (node, RDF.type, None) not in schema_org}
    assert unknown == set()


def test_the_pages_name_every_file_check_and_term() -> None:
    docs = Path(__file__).resolve().parents[2] / "docs"
    shapes_page = (docs / "shapes.md").read_text(encoding="utf-8")
    assert [path.name for path in SHAPE_FILES if f"`{path.name}`" not in shapes_page] == []
    assert [name for name in (*CHECKS, NOTHING_TO_CHECK.shape) if f"| `{name}` |" not in shapes_page] == []
    ontology_page = (docs / "ontology.md").read_text(encoding="utf-8")
    assert [name for name in sorted(KGX.terms) if f"| `kgx:{name}` |" not in ontology_page] == []

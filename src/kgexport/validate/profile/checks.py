"""What SHACL core cannot say: built-in checks over the triples of a graph, a function each; knows nothing of shapes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode

from kgexport.model import Modality
from kgexport.scheme import load_scheme
from kgexport.validate.facts import HTTPS_SCHEMA, Facts, Subject, Term, focus_iri, short
from kgexport.validate.profile.evidence import anchor, no_evidence, orphan_mention
from kgexport.validate.profile.happenings import HAPPENINGS
from kgexport.validate.profile.names import misspelling, misspelt_namespace
from kgexport.validate.profile.structure import STRUCTURE
from kgexport.validate.report import Finding, Severity, violation
from kgexport.vocabulary import EVENT_TYPES_IRI, KGX, NIF, PROV, RDF, SCHEMA, WIKIDATA_ENTITY_IRI

_TERM_POSITIONS = frozenset({RDF["type"], RDF["predicate"], SCHEMA["actionStatus"]})
_ADDRESSES = frozenset(
    {*(SCHEMA[name] for name in ("additionalType", "image", "logo", "mainEntityOfPage", "sameAs", "url")), RDF["type"]}
)
_REFERENCES = frozenset({*SCHEMA, *KGX, *NIF, *PROV}) - _ADDRESSES - _TERM_POSITIONS
"""Properties of the profile whose IRIs are things of the graph, wherever they are called after."""
_OWN_NAMESPACE = re.compile(r"[^#]+#|.+/entity/")
_ENTITY = "/entity/Q"
_QID = re.compile(rf".+{_ENTITY[:-1]}(Q[1-9][0-9]*)")
_WIKIDATA = re.compile(re.escape(WIKIDATA_ENTITY_IRI) + "Q[1-9][0-9]*")
_INTERVALS = ((SCHEMA["startDate"], SCHEMA["endDate"]), (KGX["timeValue"], KGX["timeEnd"]))
_NOT_YET = frozenset({Modality.PLANNED.value, Modality.DESIRED.value})


def _about(facts: Facts, subject: Subject, prop: NamedNode | None, value: Term | None, message: str) -> Finding:
    return violation(facts.name(subject), focus_iri(subject), short(prop.value) if prop else None, value, message)


def wrong_namespace(facts: Facts) -> Iterator[Finding]:
    """Terms of https://schema.org/: another graph, which queries for http://schema.org/ do not find."""
    terms: Counter[str] = Counter()
    for predicate, column in facts.columns():
        if predicate.value.startswith(HTTPS_SCHEMA):
            terms[predicate.value] += len(column.objects)
        if predicate in _TERM_POSITIONS or predicate.value == HTTPS_SCHEMA + "actionStatus":
            wrong = {value for value in column.nodes if value.value.startswith(HTTPS_SCHEMA)}
            terms.update(value.value for value in column.objects if wrong and value in wrong)
    if terms:
        message = (
            f"{terms.total()} terms are written with https://schema.org/; the profile has http://schema.org/, "
            "as the official context has. Export again without --schema-iri https, or replace the namespace."
        )
        yield violation("the graph", None, None, NamedNode(min(terms)), message)


def blank_node(facts: Facts) -> Iterator[Finding]:
    """Nodes without an IRI: they cannot be asked for, merged or compared."""
    if not facts.has_blank_nodes:
        return
    message = "A node has no IRI; give it one, so that the same graph is the same file every time."
    reached = {value for _, _, value in facts.rows() if isinstance(value, BlankNode)}
    for subject, predicate, value in facts.rows():
        if isinstance(value, BlankNode):
            yield _about(facts, subject, predicate, None, message)
        elif isinstance(subject, BlankNode) and subject not in reached:
            yield _about(facts, subject, None, None, message)


def dangling(facts: Facts) -> Iterator[Finding]:
    """References that lead nowhere: all of the profile, others into the graph's own namespaces (`D#`, `entity/`)."""
    message = "This leads to something that the graph says nothing about; describe it, or leave the reference out."
    own: set[str | None] | None = None
    for predicate, column in facts.columns():
        lost = column.nodes - facts.typed
        if not lost or predicate in _ADDRESSES:
            continue
        if predicate not in _REFERENCES:
            lost = frozenset(filter(_namespace, lost))
            own = _own_namespaces(facts) if lost and own is None else own
            lost = frozenset(value for value in lost if own and _namespace(value) in own)
        for subject, value in column.pairs if lost else ():
            if value in lost:
                yield _about(facts, subject, predicate, value, message)


def _own_namespaces(facts: Facts) -> set[str | None]:
    return {_namespace(subject) for subject in facts.typed} - {None, WIKIDATA_ENTITY_IRI}


def _namespace(node: Term) -> str | None:
    match = _OWN_NAMESPACE.match(focus_iri(node))
    return match[0] if match else None


def untyped(facts: Facts) -> Iterator[Finding]:
    """Things without a type, at which no shape looks, and types that are texts."""
    types = facts.column(RDF["type"])
    texts = (
        {subject: kind for subject, kind in types.pairs if isinstance(kind, Literal)} if Literal in types.kinds else {}
    )
    for subject, kind in texts.items():
        yield _about(facts, subject, RDF["type"], kind, "A type is the IRI of a class; this is a text.")
    message = "It has no rdf:type, so that nothing about it could be checked."
    for subject in sorted(facts.subjects - facts.typed - texts.keys(), key=str):
        if isinstance(subject, NamedNode):
            yield _about(facts, subject, RDF["type"], None, message)


def unknown_term(facts: Facts) -> Iterator[Finding]:
    """Words of the two vocabularies that do not exist, or that kgexport does not use."""
    for predicate in facts.predicates():
        if not _is_known(predicate.value):
            for subject, _ in facts.pairs(predicate):
                yield _unknown(facts, subject, predicate, None)
    unknown = {value for value in facts.column(RDF["type"]).nodes if not _is_known(value.value)}
    for subject, value in facts.pairs(RDF["type"]) if unknown else ():
        if isinstance(value, NamedNode) and value in unknown:
            yield _unknown(facts, subject, RDF["type"], value)


@lru_cache(4096)
def _is_known(iri: str) -> bool:
    spaces = [space for space in (SCHEMA, KGX) if iri.startswith(space.iri)]
    return all(iri.removeprefix(space.iri) in space for space in spaces)


def _unknown(facts: Facts, subject: Subject, predicate: NamedNode, value: NamedNode | None) -> Finding:
    iri = (value or predicate).value
    severity, message = Severity.WARNING, "The profile does not use this term of schema.org, or there is none."
    if iri.startswith(KGX.iri):
        severity, message = Severity.VIOLATION, "The kgexport vocabulary has no such term."
    elif meant := misspelling(iri.removeprefix(SCHEMA.iri), "type" if value else "property"):
        severity, message = Severity.VIOLATION, f"schema.org has no such term; did you mean schema:{meant}?"
    return Finding(severity, facts.name(subject), focus_iri(subject), short(predicate.value), value, message, "")


def identity(facts: Facts) -> Iterator[Finding]:
    """A linked entity, `…/entity/Q222`, has schema:sameAs the same item of Wikidata, written as Wikidata does."""
    message = "A thing of Wikidata is http://www.wikidata.org/entity/Q…; this is its page or a misspelt address."
    for subject, value in facts.pairs(SCHEMA["sameAs"]):
        if isinstance(value, NamedNode) and "wikidata.org/" in value.value and not _WIKIDATA.fullmatch(value.value):
            yield _about(facts, subject, SCHEMA["sameAs"], value, message)
    message = "Its IRI names a Wikidata item that its schema:sameAs does not."
    for subject in facts.typed:
        iri = focus_iri(subject)
        match = _QID.fullmatch(iri) if _ENTITY in iri else None
        same = NamedNode(WIKIDATA_ENTITY_IRI + match[1]) if match else subject
        if same != subject and same not in facts.values(subject, SCHEMA["sameAs"]):
            yield _about(facts, subject, SCHEMA["sameAs"], None, message)


def date_order(facts: Facts) -> Iterator[Finding]:
    """An end is not before its start, as far as both are known."""
    for first, last in _INTERVALS:
        starts = facts.by_subject(first)
        for subject, end in facts.pairs(last):
            for start in starts.get(subject, []):
                if isinstance(start, Literal) and isinstance(end, Literal) and _is_before(end.value, start.value):
                    yield _about(facts, subject, last, end, "It ends before it starts.")


def _is_before(end: str, start: str) -> bool:
    """As far as both are given to the day; what does not begin with a year or a month is not compared."""
    length = min(len(start), len(end), len("2022-02-24"))
    return (
        start[:2].isdigit() and end[:2].isdigit() and ":" not in start[:3] + end[:3] and end[:length] < start[:length]
    )


def event_type(facts: Facts) -> Iterator[Finding]:
    """A type in the namespace of the event types is one of them."""
    message = "The scheme of event types has no such type."
    for subject, value in facts.pairs(SCHEMA["additionalType"]):
        name = value.value.removeprefix(EVENT_TYPES_IRI) if isinstance(value, NamedNode) else ""
        if name and value.value != name and name not in load_scheme().types:
            yield _about(facts, subject, SCHEMA["additionalType"], value, message)


def wished(facts: Facts) -> Iterator[Finding]:
    """What is only planned or wished for has not happened."""
    message = "What is only planned or wished for cannot have the status completed."
    for subject, modality in facts.pairs(KGX["modality"]):
        status = SCHEMA["CompletedActionStatus"]
        happened = status in facts.values(subject, SCHEMA["actionStatus"])
        if happened and isinstance(modality, Literal) and modality.value in _NOT_YET:
            yield _about(facts, subject, SCHEMA["actionStatus"], status, message)


CHECKS: dict[str, Callable[[Facts], Iterator[Finding]]] = {
    "wrong-namespace": wrong_namespace,
    "blank-node": blank_node,
    "dangling": dangling,
    "untyped": untyped,
    "unknown-term": unknown_term,
    "identity": identity,
    "date-order": date_order,
    "event-type": event_type,
    "wished": wished,
    "anchor": anchor,
    "no-evidence": no_evidence,
    "orphan-mention": orphan_mention,
    "misspelt-namespace": misspelt_namespace,
    **STRUCTURE,
    **HAPPENINGS,
}
"""Every built-in check by the name that its findings carry as their shape."""

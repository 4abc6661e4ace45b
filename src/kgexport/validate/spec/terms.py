"""Rules about names: that schema.org has them, in one spelling of its namespace, and still recommends them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pyoxigraph import NamedNode

from kgexport.validate.facts import Subject, Term
from kgexport.validate.report import Finding
from kgexport.validate.spec.suggest import a, either
from kgexport.validate.spec.use import Use
from kgexport.validate.spec.vocabulary import SPELLINGS, local_name, term_name
from kgexport.vocabulary import RDF

_ALMOST = re.compile(r"(?i)https?://(?:www\.)?schema\.org[/#](?=[A-Za-z0-9]+$)")


def mixed_namespace(use: Use) -> Iterator[Finding]:
    """A graph writes schema.org's terms in one spelling, http://schema.org/ or https://schema.org/, not in both."""
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for iri, count in _terms(use):
        for spelling in SPELLINGS:
            if iri.startswith(spelling):
                counts[spelling] += count
                first[spelling] = min(iri, first.get(spelling, iri))
    if len(counts) == len(SPELLINGS):
        rarer, other = sorted(SPELLINGS, key=lambda spelling: (counts[spelling], spelling == SPELLINGS[0]))
        message = (
            f"{counts[rarer]} of {counts.total()} terms are written with {rarer}, the others with {other}: "
            f"to RDF they are different words, and a query finds one part only; write all of them with {other}."
        )
        yield use.finding(None, None, NamedNode(first[rarer]), message)


def almost_namespace(use: Use) -> Iterator[Finding]:
    """Terms are in schema.org's own namespace, not in one that only looks like it (with www. or #)."""
    counts: Counter[str] = Counter()
    for iri, count in _terms(use):
        match = _ALMOST.match(iri)
        if match and match[0] not in SPELLINGS:
            counts[match[0]] += count
    for namespace, count in sorted(counts.items()):
        said = "1 term is" if count == 1 else f"{count} terms are"
        message = f"{said} written with {namespace}, which is not schema.org's namespace; write {SPELLINGS[0]}."
        yield use.finding(None, None, NamedNode(namespace), message)


def _terms(use: Use) -> Iterator[tuple[str, int]]:
    """The IRI of every property and type, and how often it is used."""
    for predicate in use.written.predicates():
        yield predicate.value, len(use.written.pairs(predicate))
    types = Counter(kind.value for _, kind in use.written.pairs(RDF["type"]) if isinstance(kind, NamedNode))
    yield from types.items()


def unknown_class(use: Use) -> Iterator[Finding]:
    """A type in schema.org's namespace is one that schema.org has."""
    known: dict[object, str | None] = {}
    for subject, kind in use.facts.pairs(RDF["type"]):
        if kind not in known:
            name = local_name(kind)
            known[kind] = None if name is None or use.vocabulary.is_class(name) else _unknown(use, name, "type")
        if (message := known[kind]) is not None:
            yield use.finding(subject, "rdf:type", kind, message)


def unknown_property(use: Use) -> Iterator[Finding]:
    """A property in schema.org's namespace is one that schema.org has."""
    for name, node in use.properties:
        if not use.vocabulary.is_property(name):
            message = _unknown(use, name, "property")
            subjects: dict[Subject, None] = {subject: None for subject, _ in use.facts.pairs(node)}
            for subject in subjects:
                yield use.finding(subject, f"schema:{name}", None, message)


def unknown_value(use: Use) -> Iterator[Finding]:
    """A value in schema.org's namespace, such as the status of an event, is a term that schema.org has."""
    known: dict[object, str | None] = {}
    for name, subject, value in use.uses():
        if isinstance(value, NamedNode) and value not in known:
            found = term_name(value)
            exists = found is None or use.vocabulary.is_term(found) or value in use.described
            known[value] = None if exists or found is None else _unknown(use, found, "value")
        if isinstance(value, NamedNode) and (message := known[value]) is not None:
            yield use.finding(subject, f"schema:{name}", value, message)


def _unknown(use: Use, name: str, kind: str) -> str:
    """What is wrong with a name, and what was meant by it."""
    vocabulary = use.vocabulary
    near = use.suggester.near(name, kind)
    said = f"{vocabulary.name} has no {kind} {name!r}"
    if near is not None and (near.lower() == name.lower() or not vocabulary.is_term(name)):
        return f"{said}; did you mean schema:{near}?"
    if name in vocabulary.members:
        return f"{said}: that is {a(either(vocabulary.members[name]))}, which can only be a value."
    if vocabulary.is_term(name):
        return f"{said}: that is a {'property' if vocabulary.is_property(name) else 'type'}."
    return f"{said}. {vocabulary.hint or 'All that it has is listed at https://schema.org/docs/full.html.'}"


def superseded(use: Use) -> Iterator[Finding]:
    """Terms are those that schema.org recommends, not those that it has replaced and keeps for old data."""
    for name, node in use.properties:
        if name in use.vocabulary.superseded:
            for subject in {subject: None for subject, _ in use.facts.pairs(node)}:
                yield use.finding(subject, f"schema:{name}", None, _replaced(use, name))
    for prop, pairs in [("rdf:type", use.facts.pairs(RDF["type"])), *_values(use)]:
        for subject, value in pairs:
            name = term_name(value) or ""
            if name in use.vocabulary.superseded:
                yield use.finding(subject, prop, value, _replaced(use, name))


def _values(use: Use) -> Iterator[tuple[str, list[tuple[Subject, Term]]]]:
    for name, node in use.properties:
        yield f"schema:{name}", use.facts.pairs(node)


def _replaced(use: Use, name: str) -> str:
    instead = either(f"schema:{by}" for by in use.vocabulary.superseded[name])
    return f"schema.org has replaced schema:{name}; write {instead}."

"""Rules about what has a property: that the thing has a type, and that schema.org has the property for such things."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, NamedNode

from kgexport.validate.facts import Term
from kgexport.validate.report import Finding
from kgexport.validate.spec.datatypes import LITERAL
from kgexport.validate.spec.suggest import a, either
from kgexport.validate.spec.use import Use
from kgexport.validate.spec.vocabulary import local_name, term_name

ANYWHERE = "Role"
"""A role stands between a thing and its value, and has the property of both (https://schema.org/Role)."""


def untyped_subject(use: Use) -> Iterator[Finding]:
    """What has properties of schema.org has a type."""
    message = "It has no type: nobody can tell what it is, or whether its properties fit; give it an rdf:type."
    for subject in use.speakers:
        if subject not in use.facts.typed and local_name(subject) is None:
            yield use.finding(subject, "rdf:type", None, message)


def wrong_domain(use: Use) -> Iterator[Finding]:
    """A property is on a thing one of whose types, with superclasses, schema.org lists for it."""
    for name, node in use.properties:
        known = use.vocabulary.properties.get(name)
        if known is None or not known.domain:
            continue
        allowed = known.domain | {ANYWHERE}
        for subject in {subject: None for subject, _ in use.facts.pairs(node)}:
            kinds = use.kinds.get(subject)
            if kinds is not None and kinds.isdisjoint(allowed):
                types = " and ".join(map(a, sorted(set(use.types[subject]))))
                message = f"{use.vocabulary.name} has schema:{name} for {either(known.domain)}; this is {types}."
                yield use.finding(subject, f"schema:{name}", None, message)


def untyped_reference(use: Use) -> Iterator[Finding]:
    """Where only a thing can stand, what a property leads to has a type in the graph."""
    message = "It leads to something without a type; describe it in the graph, at least by an rdf:type and a name."
    for name, node in use.properties:
        known = use.vocabulary.properties.get(name)
        if known is not None and known.range and known.range.isdisjoint(LITERAL):
            for subject, value in use.facts.pairs(node):
                if _is_untyped(use, value):
                    yield use.finding(subject, f"schema:{name}", value, message)


def _is_untyped(use: Use, value: Term) -> bool:
    if not isinstance(value, NamedNode | BlankNode) or value in use.facts.typed or value in use.speakers:
        return False  # `untyped-subject` says it of what has properties of schema.org itself
    return term_name(value) is None and not use.is_list(value)

"""A page as search engines see it: its articles and events, and the events that are only told of; judges nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache, cached_property

from pyoxigraph import NamedNode

from kgexport.validate.facts import Facts, Subject
from kgexport.validate.report import Verdict
from kgexport.validate.shapes import SH_IRI, SHAPES_IRI, shape_triples
from kgexport.vocabulary import KGX, RDF, RDFS, SCHEMA

_TARGET_CLASS = NamedNode(SH_IRI + "targetClass")
_STEPS = frozenset(
    NamedNode(iri)
    for iri in (
        *(SH_IRI + name for name in ("path", "inversePath", "targetSubjectsOf", "targetObjectsOf")),
        RDF["first"].value,
    )
)
"""What leads to a property in shapes: a path, a member of a list of paths, a target."""
_ALWAYS = frozenset({RDF["type"], RDFS["subClassOf"], SCHEMA["name"], SCHEMA["headline"], SCHEMA["text"]})
_TOLD = (SCHEMA["actionStatus"], KGX["modality"], KGX["polarity"])
"""What is said of things that happen and not of things that people can go to."""
_MENTIONED = (SCHEMA["about"], SCHEMA["mentions"])
_OFFERED = (SCHEMA["startDate"], SCHEMA["location"], NamedNode(SCHEMA.iri + "offers"))


@cache
def targets(shape: str) -> frozenset[NamedNode]:
    """The classes that a shape of the verdict targets, `WebArticle` or `WebEvent`."""
    node = NamedNode(SHAPES_IRI + shape)
    said = (triple for triple in shape_triples(Verdict.WEB) if triple.subject == node)
    return frozenset(
        triple.object for triple in said if triple.predicate == _TARGET_CLASS and isinstance(triple.object, NamedNode)
    )


@cache
def _asked() -> frozenset[NamedNode]:
    """The properties that a shape of the verdict asks for, and those that give things their names."""
    steps = {triple.object for triple in shape_triples(Verdict.WEB) if triple.predicate in _STEPS}
    return frozenset({step for step in steps if isinstance(step, NamedNode)} | _ALWAYS)


class Page:
    """The facts of one page, in http://schema.org/, and the day on which they are read."""

    def __init__(self, facts: Facts, today: dt.date) -> None:
        self.facts = facts
        self.today = today

    @cached_property
    def articles(self) -> tuple[Subject, ...]:
        """Everything that is an article, in the order of the facts."""
        return tuple(dict.fromkeys(self._members(targets("WebArticle"))))

    @cached_property
    def happenings(self) -> dict[Subject, bool]:
        """The events that are told of and not offered to be visited -> whether an article only mentions them.

        They are actions, have a status, a modality or a polarity, or are mentioned without a start, a place and offers.
        """
        mentioned = {
            value for prop in _MENTIONED for article in self.articles for value in self.facts.values(article, prop)
        }
        found: dict[Subject, bool] = {}
        for event in self._members(targets("WebEvent")):
            if self._is_told(event):
                found[event] = False
            elif event in mentioned and not any(self.facts.values(event, prop) for prop in _OFFERED):
                found[event] = True
        return found

    @cached_property
    def events(self) -> tuple[Subject, ...]:
        """The other events: those that people can go to."""
        members = dict.fromkeys(self._members(targets("WebEvent")))
        return tuple(event for event in members if event not in self.happenings)

    @cached_property
    def seen(self) -> Facts:
        """The facts for the shapes: happenings are no events there, so that nobody is asked for their tickets.

        What no shape asks for, such as the evidence of kgexport's graphs, is left out: engines need not read it.
        """
        kinds, asked = targets("WebEvent"), _asked()
        return Facts(
            triple
            for triple in self.facts.triples
            if triple.predicate in asked
            and not (triple.predicate == RDF["type"] and triple.object in kinds and triple.subject in self.happenings)
        )

    @cached_property
    def referred(self) -> frozenset[object]:
        """Everything that another thing leads to; being the main entity of a page does not count."""
        main = NamedNode(SCHEMA.iri + "mainEntity")
        return frozenset(
            value for subject, predicate, value in self.facts.rows() if predicate != main and value != subject
        )

    def _members(self, kinds: frozenset[NamedNode]) -> Iterator[Subject]:
        return (subject for subject, kind in self.facts.pairs(RDF["type"]) if kind in kinds)

    def _is_told(self, event: Subject) -> bool:
        kinds = (kind.value for kind in self.facts.values(event, RDF["type"]) if isinstance(kind, NamedNode))
        return any(map(_is_action, kinds)) or any(self.facts.values(event, prop) for prop in _TOLD)


def _is_action(iri: str) -> bool:
    """Whether a class is one of schema.org's actions; all but one are named so."""
    name = iri.removeprefix(SCHEMA.iri)
    return name != iri and (name.endswith("Action") or name == "MoneyTransfer")

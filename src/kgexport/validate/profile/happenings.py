"""Built-in checks of events: their status agrees with how the text puts them, their action with their type."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pyoxigraph import Literal, NamedNode

from kgexport.model import Modality, Polarity, Status
from kgexport.scheme import load_scheme
from kgexport.validate.facts import Facts, Subject, focus_iri
from kgexport.validate.report import Finding, violation
from kgexport.vocabulary import EVENT_TYPES_IRI, KGX, SCHEMA

_BEGUN = frozenset({Status.COMPLETED, Status.ACTIVE})
_AGAINST: tuple[tuple[frozenset[str], frozenset[str], frozenset[Status], str], ...] = (
    (
        frozenset({Modality.PLANNED, Modality.DESIRED}),
        frozenset(Polarity),
        frozenset({Status.ACTIVE}),
        "What is only planned or wished for is not under way.",
    ),
    (
        frozenset({Modality.POSSIBLE, Modality.CONDITIONAL}),
        frozenset(Polarity),
        frozenset({Status.COMPLETED}),
        "What is only possible, or hangs on a condition, cannot have the status completed.",
    ),
    (
        frozenset({Modality.ASSERTED}),
        frozenset({Polarity.NEGATIVE}),
        _BEGUN,
        "What the text says did not happen is neither completed nor under way; its status is failed.",
    ),
    (
        frozenset({Modality.ASSERTED}),
        frozenset(Polarity),
        frozenset({Status.POTENTIAL}),
        "What is told as a fact has begun, is over or has failed; what is to come is planned, desired or possible.",
    ),
)
"""Modalities, polarities, the statuses that contradict them, and what to say. (Planned and completed: `wished`.)"""


def status_agrees(facts: Facts) -> Iterator[Finding]:
    """How far an event is a fact and how it stands do not contradict each other."""
    polarities = facts.by_subject(KGX["polarity"])
    statuses = facts.by_subject(SCHEMA["actionStatus"])
    for event, modality in facts.pairs(KGX["modality"]):
        for polarity in polarities.get(event, []):
            for status in statuses.get(event, []):
                message = _contradiction(modality, polarity, status)
                if message:
                    yield violation(facts.name(event), focus_iri(event), "schema:actionStatus", status, message)


def _contradiction(modality: object, polarity: object, status: object) -> str | None:
    if not (isinstance(modality, Literal) and isinstance(polarity, Literal) and isinstance(status, NamedNode)):
        return None  # the shape of events says so
    name = status.value.removeprefix(SCHEMA.iri)
    return next(
        (
            message
            for modalities, polarities, statuses, message in _AGAINST
            if modality.value in modalities and polarity.value in polarities and name in statuses
        ),
        None,
    )


def event_action(facts: Facts) -> Iterator[Finding]:
    """An event has the class of actions that its type in the scheme names, or the plain schema:Action."""
    kinds: dict[Subject, list[str]] = {}
    for kind, members in facts.instances.items():
        if isinstance(kind, NamedNode) and kind.value.endswith(("Action", "MoneyTransfer")):
            for subject in members:
                kinds.setdefault(subject, []).append(kind.value.removeprefix(SCHEMA.iri))
    types = load_scheme().types
    for subject, value in facts.pairs(SCHEMA["additionalType"]):
        name = value.value.removeprefix(EVENT_TYPES_IRI) if isinstance(value, NamedNode) else ""
        found = sorted(kinds.get(subject, []))
        if name in types and found and not {types[name].action, "Action"} & {*found}:
            message = (
                f"An event of the type {name} is a schema:{types[name].action}, as the scheme of event types says."
            )
            yield violation(
                facts.name(subject), focus_iri(subject), "rdf:type", NamedNode(SCHEMA.iri + found[0]), message
            )


HAPPENINGS: dict[str, Callable[[Facts], Iterator[Finding]]] = {
    "status-agrees": status_agrees,
    "event-action": event_action,
}
"""The checks of this module by name."""

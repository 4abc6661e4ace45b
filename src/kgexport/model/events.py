"""Happenings: their roles, and how sure the text is of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kgexport.model.mention import Mention
from kgexport.model.span import Span
from kgexport.model.time import TimeValue


class Polarity(StrEnum):
    """Whether something is said to be so or not to be so (`kgx:polarity`)."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(StrEnum):
    """How the text puts a happening (`kgx:modality`)."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    DESIRED = "desired"
    """Wished, demanded, advocated."""
    POSSIBLE = "possible"
    """May, might, is feared."""
    CONDITIONAL = "conditional"
    ALLEGED = "alleged"


class Status(StrEnum):
    """schema.org `ActionStatusType` members."""

    POTENTIAL = "PotentialActionStatus"
    ACTIVE = "ActiveActionStatus"
    COMPLETED = "CompletedActionStatus"
    FAILED = "FailedActionStatus"


class RoleName(StrEnum):
    """How a participant takes part; the mapping keeps each inside its schema.org domain."""

    AGENT = "agent"
    RECIPIENT = "recipient"
    OBJECT = "object"
    PARTICIPANT = "participant"
    INSTRUMENT = "instrument"
    LOCATION = "location"


@dataclass(frozen=True, slots=True, order=True)
class Role:
    """An entity in an event."""

    name: RoleName
    filler: str
    """Key of the entity (or of an event, for `OBJECT` and `INSTRUMENT`)."""
    mention: Mention
    """The words that fill the role here."""


@dataclass(frozen=True, slots=True, order=True)
class Fired:
    """A rule that gave an event something: for `inspect`, never in the graph."""

    gave: str
    """What it gave: `trigger`, `merged`, `start`, `end`, `location`, `part`."""
    rule: str
    """Its name, or the table with the row."""
    span: Span
    """The words that it looked at."""


@dataclass(frozen=True, slots=True)
class Event:
    """A happening of a type of the scheme."""

    key: str
    type: str
    """Local name of a concept of `ontology/event-types.ttl`."""
    name: str
    """A readable phrase: "Turkey gives kamikaze drones to Albania"."""
    description: Span
    """Its sentence."""
    mentions: tuple[Mention, ...]
    """Its trigger words; at least one."""
    roles: tuple[Role, ...] = ()
    start: TimeValue | None = None
    end: TimeValue | None = None
    times: tuple[str, ...] = ()
    """Keys of the time expressions that gave start and end."""
    status: Status = Status.COMPLETED
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    amounts: tuple[str, ...] = ()
    """Keys of amounts."""
    super_event: str | None = None
    """Key of the event that it is part of."""
    claims: tuple[str, ...] = ()
    """Keys of the claims it is stated in: then a speaker vouches for it, not the article."""
    said: tuple[str, ...] = ()
    """Keys of the claims and quotations that it is the saying of."""
    main: bool = False
    """Whether it is what the article is about."""
    rules: tuple[Fired, ...] = ()
    """The rules that fired, in the order of the text."""

"""Stand-off annotations: what was found in an article, each with the characters it was found in.

Keys (`Entity.key` …) are local names, unique over all layers of one `Annotations`; they never leave the process, since
`iri.py` mints IRIs from content. Relations and roles point to keys.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Protocol

from kgexport.model.article import Article
from kgexport.model.span import Span
from kgexport.model.syntax import Sentence
from kgexport.model.time import TimeValue


class MentionKind(StrEnum):
    """What sort of words a mention is made of (`kgx:mentionKind`)."""

    NAME = "name"
    """A proper name: "Edi Rama", "Rama", "NATO"."""
    NOMINAL = "nominal"
    """A common noun phrase: "the mosque", "kamikaze drones", "the prime minister"."""
    PRONOUN = "pronoun"
    ADJECTIVE = "adjective"
    """An adjectival form of a name: "Turkish" for Turkey. Never a name of the entity."""
    TRIGGER = "trigger"
    """The words that tell of an event."""
    VALUE = "value"
    """An amount or a quantity."""
    TIME = "time"
    QUOTE = "quote"
    """What stands between quotation marks."""
    STATEMENT = "statement"
    """What somebody is said to have said."""
    RELATION = "relation"
    """The words that carry a relation or an attribute: "Prime Minister", "is a NATO member"."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span that something was read from."""

    span: Span
    kind: MentionKind
    annotator: str
    """Which annotator (and rule, after a slash) found it: `entities/title-name`."""
    confidence: float = 1.0
    """0 to 1: the annotator's own estimate."""

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence must be between 0 and 1, not {self.confidence}")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who or what an entity is, by a source outside of the article."""

    id: str
    """`Q222` or `geonames-3183875`: the last part of the entity's IRI."""
    same_as: tuple[str, ...]
    """IRIs of the same thing elsewhere, at most one of Wikidata."""
    source: str
    """The data the identifier was read in: `authority`, `geonames`, `wikidata`."""
    confidence: float = 1.0
    iso3166: str | None = None
    """ISO 3166-1 alpha-2 code of a country."""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    """WGS 84 degrees; both or none."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place, organisation, product or concept of the article."""

    key: str
    types: tuple[str, ...]
    """schema.org class names, the main one first: `("Country",)`, `("Mosque",)`."""
    name: str
    """The fullest form in the text (or the label of the identity where the text has only an acronym or adjective)."""
    mentions: tuple[Mention, ...]
    """At least one."""
    alternate_names: tuple[str, ...] = ()
    """Every other form by which the text names it; adjectives are mentions only."""
    identity: Identity | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A schema.org property between two things that the text states."""

    subject: str
    """Key of an entity or event."""
    predicate: str
    """schema.org property: `memberOf`, `worksFor`, `containedInPlace` …"""
    object: str
    """Key of an entity."""
    mentions: tuple[Mention, ...]
    """The words that carry it; at least one."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """A schema.org property of an entity with a text as its value."""

    subject: str
    predicate: str
    """`jobTitle`, `description` …"""
    value: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time."""

    key: str
    mention: Mention
    value: TimeValue | None = None
    """What they resolve to; the start of an interval; None where the article gives nothing to resolve them by."""
    end: TimeValue | None = None
    """The end of an interval (inclusive, at its own precision)."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money; `value`, or bounds ("exceeding" gives a minimum, "up to" a maximum)."""

    key: str
    mention: Mention
    currency: str
    """ISO 4217 code."""
    value: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None

    def __post_init__(self) -> None:
        if self.value is None and self.minimum is None and self.maximum is None:
            raise ValueError("an amount needs a value or a bound")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measured or counted quantity."""

    key: str
    mention: Mention
    unit_text: str
    """The unit in words: `m`, `percent`, `people`."""
    unit_code: str | None = None
    """UN/CEFACT Recommendation 20 common code: `MTR`, `KGM`, `P1` …"""
    value: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None

    def __post_init__(self) -> None:
        if self.value is None and self.minimum is None and self.maximum is None:
            raise ValueError("a quantity needs a value or a bound")


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity that the text gives as a feature of an entity: "50-meter-high minarets"."""

    subject: str
    """Key of the entity."""
    name: str
    """What is measured: `height`, `minarets`."""
    quantity: str
    """Key of the quantity."""


@dataclass(frozen=True, slots=True)
class Funding:
    """Who pays how much for what; becomes a `schema:MonetaryGrant`."""

    key: str
    amount: str
    """Key of the amount."""
    funded: str
    """Key of the event or entity that is paid for."""
    mentions: tuple[Mention, ...]
    funder: str | None = None
    """Key of the entity that pays, where the text says who."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks that somebody said."""

    key: str
    mentions: tuple[Mention, ...]
    """What stands between the outer marks; more than one where the quotation is interrupted or runs over paragraphs."""
    speaker: str | None = None
    """Key of the entity that speaks; None rather than a wrong one."""
    cue: Span | None = None
    """The reporting words: "stated"."""
    claim: str | None = None
    """Key of the indirect statement that the quotation is a fragment of."""


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


@dataclass(frozen=True, slots=True)
class Claim:
    """An indirect statement."""

    key: str
    mention: Mention
    """The exact span of what is said."""
    speaker: str | None
    """Key of the entity that says it."""
    reporting_verb: str
    """Lemma: `say`, `deny`, `according to`."""
    cue: Span
    polarity: Polarity = Polarity.POSITIVE
    """Negative where the verb denies what is said."""


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
    """Key of the entity (or of an event, for `OBJECT`)."""
    mention: Mention
    """The words that fill the role here."""


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
    main: bool = False
    """Whether it is what the article is about."""


class _WithMentions(Protocol):
    @property
    def mentions(self) -> tuple[Mention, ...]: ...


class _WithMention(Protocol):
    @property
    def mention(self) -> Mention: ...


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything found so far. Raises ValueError for a span outside of the text or a key that is not there."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    amounts: tuple[Amount, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    measures: tuple[Measure, ...] = ()
    fundings: tuple[Funding, ...] = ()

    def __post_init__(self) -> None:
        keys = [item.key for item in self._keyed()]
        if len(keys) != len(set(keys)):
            raise ValueError(f"keys are used twice: {sorted({key for key in keys if keys.count(key) > 1})}")
        known = set(keys)
        for key in self._references():
            if key not in known:
                raise ValueError(f"nothing has the key {key!r}")
        with_mentions: tuple[Entity | Event | Quotation, ...] = (*self.entities, *self.events, *self.quotations)
        for item in with_mentions:
            if not item.mentions:
                raise ValueError(f"{item.key!r} has no mention")
        for mention in self.all_mentions():
            if mention.span.end > len(self.article.text):
                raise ValueError(f"{mention.span} is outside of the text ({len(self.article.text)} code points)")

    def _keyed(self) -> Iterable[Entity | TimeExpression | Amount | Quantity | Quotation | Claim | Event | Funding]:
        yield from self.entities
        yield from self.times
        yield from self.amounts
        yield from self.quantities
        yield from self.quotations
        yield from self.claims
        yield from self.events
        yield from self.fundings

    def _references(self) -> Iterable[str]:
        for relation in self.relations:
            yield from (relation.subject, relation.object)
        yield from (attribute.subject for attribute in self.attributes)
        for measure in self.measures:
            yield from (measure.subject, measure.quantity)
        for funding in self.fundings:
            yield from (funding.amount, funding.funded, *filter(None, (funding.funder,)))
        for quotation in self.quotations:
            yield from filter(None, (quotation.speaker, quotation.claim))
        yield from (claim.speaker for claim in self.claims if claim.speaker)
        for event in self.events:
            yield from (role.filler for role in event.roles)
            yield from (*event.times, *event.amounts, *event.claims, *filter(None, (event.super_event,)))

    def all_mentions(self) -> Iterable[Mention]:
        """Every mention of every layer, layer by layer; the same span may come more than once."""
        several: tuple[_WithMentions, ...] = (*self.entities, *self.events, *self.quotations, *self.relations)
        for item in (*several, *self.attributes, *self.fundings):
            yield from item.mentions
        one: tuple[_WithMention, ...] = (*self.times, *self.amounts, *self.quantities, *self.claims)
        for single in one:
            yield single.mention
        for event in self.events:
            yield from (role.mention for role in event.roles)

    def adding(self, **layers: Iterable[Any]) -> Annotations:
        """A copy with more items: `annotations.adding(entities=[…], relations=[…])`."""
        return self.replacing(**{name: (*getattr(self, name), *items) for name, items in layers.items()})

    def replacing(self, **layers: Iterable[Any]) -> Annotations:
        """A copy in which whole layers are other ones."""
        changes: dict[str, Any] = {name: tuple(items) for name, items in layers.items()}
        return dataclasses.replace(self, **changes)

    def entity(self, key: str) -> Entity:
        """The entity with that key; raises KeyError."""
        for entity in self.entities:
            if entity.key == key:
                return entity
        raise KeyError(key)

    def entity_at(self, span: Span) -> Entity | None:
        """The entity whose mention overlaps the span; the longest mention wins, then the first."""
        best = max(
            (
                (len(m.span), -m.span.begin, i)
                for i, e in enumerate(self.entities)
                for m in e.mentions
                if m.span.overlaps(span)
            ),
            default=None,
        )
        return self.entities[best[2]] if best else None

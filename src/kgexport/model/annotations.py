"""Stand-off annotations: what was found in an article, each with the characters it was found in.

Keys (`Entity.key` …) are local names, unique over all layers of one `Annotations`; they never leave the process, since
`iri.py` mints IRIs from content. Relations and roles point to keys.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from kgexport.model.article import Article
from kgexport.model.entities import Attribute, Entity, Relation
from kgexport.model.events import Event
from kgexport.model.mention import Mention
from kgexport.model.span import Span
from kgexport.model.speech import Claim, Quotation
from kgexport.model.syntax import Sentence
from kgexport.model.values import Amount, Funding, Measure, Quantity, TimeExpression


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
    antecedents: tuple[tuple[int, int], ...] = ()
    """Where a pronoun begins that stands for somebody or something without a name, and where that noun begins."""

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
            yield from (*event.times, *event.amounts, *event.claims, *event.said, *filter(None, (event.super_event,)))

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

"""What rules look things up in: IRIs by key, entities by key, what stands inside a span; built once an article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property

from pyoxigraph import NamedNode

from kgexport.grouping import grouped
from kgexport.iri import Minter, slug
from kgexport.mapping.classes import AGENTS, FUNDABLE, MEASURABLE, Family, families
from kgexport.model import (
    Amount,
    Annotations,
    Attribute,
    Claim,
    Entity,
    Event,
    Funding,
    Measure,
    Mention,
    MentionKind,
    Quantity,
    Quotation,
    Relation,
    RoleName,
    Span,
)


class Context:
    """One article's annotations, with their names in the graph."""

    def __init__(self, annotations: Annotations, base: str, body: bool = True) -> None:
        self.annotations = annotations
        self.article = annotations.article
        self.with_body = body
        self.minter = Minter(annotations.article, base)
        self.entities = {entity.key: entity for entity in annotations.entities}
        self.events = {event.key: event for event in annotations.events}
        self.amounts = {amount.key: amount for amount in annotations.amounts}
        self.quantities = {quantity.key: quantity for quantity in annotations.quantities}
        said: tuple[Quotation | Claim, ...] = (*annotations.claims, *annotations.quotations)
        self.stated = {item.key: item for item in said}
        self.times = {time.key: time for time in annotations.times}
        self.iris = self._iris()

    def _iris(self) -> dict[str, NamedNode]:
        of = self.article.text
        notes = self.annotations
        unlinked = [e for e in notes.entities if e.identity is None]
        words = [(q.key, " ".join(m.span.of(of) for m in q.mentions), "") for q in notes.quotations]
        stated = [(c.key, " ".join(m.span.of(of) for m in c.mentions), c.cue.of(of)) for c in notes.claims]
        grants = [(f.key, " ".join(m.span.of(of) for m in f.mentions), self._sides(f)) for f in notes.fundings]
        return {
            **{e.key: self.minter.entity(e.identity.id) for e in notes.entities if e.identity},
            **self.minter.named("entity", ((e.key, e.name, self._surroundings(e)) for e in unlinked)),
            **self.minter.named("event", ((e.key, e.name, e.description.of(of)) for e in notes.events)),
            **self.minter.named("quote", words),
            **self.minter.named("claim", stated),
            **self.minter.named("grant", grants),
            **{a.key: self.minter.local(f"amount-{slug(_amount_name(a))}") for a in notes.amounts},
            **{q.key: self.minter.local(f"quantity-{slug(_quantity_name(q))}") for q in notes.quantities},
        }

    def _surroundings(self, entity: Entity) -> str:
        """Its main class and what stands around its first mention, in the same line: other lines may come and go."""
        span, text = entity.mentions[0].span, self.article.text
        before = text[max(0, span.begin - 40) : span.begin].rpartition("\n")[2]
        after = text[span.end : span.end + 40].partition("\n")[0]
        return f"{entity.types[0]} {before}{span.of(text)}{after}"

    def _sides(self, funding: Funding) -> str:
        """Who pays, and for what, by name."""
        named: dict[str, Entity | Event] = {**self.entities, **self.events}
        return " ".join(named[key].name for key in (funding.funder, funding.funded) if key)

    def iri(self, key: str) -> NamedNode:
        """The IRI of the entity, event, quotation, claim, amount or quantity with that key."""
        return self.iris[key]

    def property_iri(self, number: int) -> NamedNode:
        """The IRI of the feature that the measure with that number in its layer gives an entity."""
        measure = self.annotations.measures[number]
        quantity = self.quantities[measure.quantity]
        owner = self.entities[measure.subject].name
        return self.minter.local(f"property-{slug(f'{owner} {measure.name} {_quantity_name(quantity)}')}")

    def words(self, span: Span) -> str:
        """The text of a span, with line breaks as spaces."""
        return " ".join(span.of(self.article.text).split())

    @cached_property
    def acting(self) -> frozenset[str]:
        """Keys of the entities that act: agents, recipients, members, employers, speakers, funders."""
        roles = {RoleName.AGENT, RoleName.RECIPIENT, RoleName.PARTICIPANT}
        notes = self.annotations
        keys = {role.filler for event in notes.events for role in event.roles if role.name in roles}
        keys |= {relation.subject for relation in notes.relations if relation.predicate == "memberOf"}
        keys |= {r.object for r in notes.relations if r.predicate in ("worksFor", "affiliation")}
        said: tuple[Quotation | Claim, ...] = (*notes.quotations, *notes.claims)
        keys |= {item.speaker for item in said if item.speaker}
        return frozenset(keys | {funding.funder for funding in notes.fundings if funding.funder})

    def types(self, entity: Entity) -> tuple[str, ...]:
        """The classes of an entity; a country that acts is an organisation too."""
        if "Country" in entity.types and entity.key in self.acting and "Organization" not in entity.types:
            return (*entity.types, "Organization")
        return entity.types

    def families(self, key: str) -> frozenset[Family]:
        """The families of an entity or event."""
        return families(self.types(self.entities[key])) if key in self.entities else frozenset({Family.EVENT})

    def agent(self, key: str | None) -> NamedNode | None:
        """The IRI of an entity that can act in schema.org's terms (person or organisation), else None."""
        return self.iri(key) if key is not None and self.families(key) & AGENTS else None

    @cached_property
    def _positions(self) -> list[tuple[int, int, str]]:
        spans = [(m.span.begin, m.span.end, e.key) for e in self.annotations.entities for m in e.mentions]
        return sorted(spans)

    def entities_in(self, spans: Iterable[Span]) -> Iterator[Entity]:
        """The entities with a mention inside the spans, each once, in the order of the text."""
        seen = set()
        for span in spans:
            low, high = (bisect_left(self._positions, (place, 0, "")) for place in (span.begin, span.end))
            for _, end, key in self._positions[low:high]:
                if end <= span.end and key not in seen:
                    seen.add(key)
                    yield self.entities[key]

    @cached_property
    def measured(self) -> frozenset[str]:
        """Keys of the quantities that are a feature of some entity."""
        return frozenset(measure.quantity for _, measure in self.measures)

    @cached_property
    def events_of(self) -> dict[str, list[Event]]:
        """Key of a claim or quotation -> the events that are stated in it."""
        return grouped((claim, event) for event in self.annotations.events for claim in event.claims)

    @cached_property
    def quotations_of(self) -> dict[str, list[Quotation]]:
        """Claim key -> the quotations that are fragments of it."""
        return grouped((q.claim, q) for q in self.annotations.quotations if q.claim)

    @cached_property
    def attributes_of(self) -> dict[tuple[str, str], list[Attribute]]:
        """(Entity key, property) -> its attributes."""
        return grouped(((a.subject, a.predicate), a) for a in self.annotations.attributes)

    @cached_property
    def relations_of(self) -> dict[tuple[str, str], list[Relation]]:
        """(Subject key, property) -> its relations."""
        return grouped(((r.subject, r.predicate), r) for r in self.annotations.relations)

    @cached_property
    def measures_of(self) -> dict[str, list[tuple[int, Measure]]]:
        """Entity key -> its measures, with their number in the layer."""
        return grouped((measure.subject, (number, measure)) for number, measure in self.measures)

    @cached_property
    def measures(self) -> list[tuple[int, Measure]]:
        """The measures of what schema.org gives an additionalProperty, with their number in the layer."""
        numbered = enumerate(self.annotations.measures)
        return [(number, measure) for number, measure in numbered if self.families(measure.subject) & MEASURABLE]

    @cached_property
    def fundings_of(self) -> dict[str, list[Funding]]:
        """Key of what is paid for -> who pays."""
        return grouped((f.funded, f) for f in self.fundings)

    @cached_property
    def fundings(self) -> list[Funding]:
        """The fundings of what schema.org lets be funded."""
        return [funding for funding in self.annotations.fundings if self.families(funding.funded) & FUNDABLE]

    def cue_of(self, key: str) -> tuple[Mention, ...]:
        """The words that report a claim or quotation; none where it stands by itself."""
        cue = self.stated[key].cue
        return (Mention(cue, MentionKind.RELATION, "mapping/cue"),) if cue else ()

    def mentions_of(self, key: str) -> tuple[Mention, ...]:
        """Where an amount or a quantity stands."""
        item = self.amounts.get(key) or self.quantities[key]
        return (item.mention,)


def _bounds(value: Decimal | None, minimum: Decimal | None, maximum: Decimal | None) -> str:
    parts = (("", value), ("at least ", minimum), ("at most ", maximum))
    return " ".join(f"{label}{bound:f}" for label, bound in parts if bound is not None)


def _amount_name(amount: Amount) -> str:
    return f"{amount.currency} {_bounds(amount.value, amount.minimum, amount.maximum)}"


def _quantity_name(quantity: Quantity) -> str:
    return (
        f"{_bounds(quantity.value, quantity.minimum, quantity.maximum)} {quantity.unit_code or ''} {quantity.unit_text}"
    )

"""Amounts of money, quantities, measured features, and who pays for what."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kgexport.graph import Node
from kgexport.mapping import terms
from kgexport.mapping.context import Context
from kgexport.mapping.rule import Rule, ThingTable, Value
from kgexport.model import Amount, Funding, Measure, Quantity

Measured = tuple[int, Measure]


def _bound(name: str) -> Callable[[Amount | Quantity, Context], Iterator[Node]]:
    def values(item: Amount | Quantity, context: Context) -> Iterator[Node]:
        value = getattr(item, name)
        if value is not None:
            yield terms.number(value)

    return values


_BOUNDS: tuple[tuple[str, str], ...] = (("value", "value"), ("minValue", "minimum"), ("maxValue", "maximum"))


def _unit_code(quantity: Quantity, context: Context) -> Iterator[Node]:
    if quantity.unit_code:
        yield terms.text(quantity.unit_code)


QUANTITY_RULES: tuple[Rule[Quantity], ...] = (
    *(Rule[Quantity](term, _bound(field)) for term, field in _BOUNDS),
    Rule("unitCode", _unit_code),
    Rule("unitText", lambda q, c: [terms.text(q.unit_text)] if q.unit_text else []),
)

AMOUNT_TABLE: ThingTable[Amount] = ThingTable(
    layer=lambda context: context.annotations.amounts,
    subject=lambda amount, context: context.iri(amount.key),
    types=lambda amount, context: ["MonetaryAmount"],
    rules=(
        Rule("currency", lambda a, c: [terms.text(a.currency)]),
        *(Rule[Amount](term, _bound(field)) for term, field in _BOUNDS),
    ),
    mentions=lambda amount, context: (amount.mention,),
)


def _free(context: Context) -> list[Quantity]:
    """Quantities that are not only a feature of an entity."""
    notes = context.annotations
    counted = {key for event in notes.events for key in event.amounts}
    return [item for item in notes.quantities if item.key not in context.measured or item.key in counted]


QUANTITY_TABLE: ThingTable[Quantity] = ThingTable(
    layer=_free,
    subject=lambda quantity, context: context.iri(quantity.key),
    types=lambda quantity, context: ["QuantitativeValue"],
    rules=QUANTITY_RULES,
    mentions=lambda quantity, context: (quantity.mention,),
)


def _of_quantity(rule: Rule[Quantity]) -> Rule[Measured]:
    return Rule(rule.term, lambda m, c: rule.values(c.quantities[m[1].quantity], c), rule.namespace)


MEASURE_TABLE: ThingTable[Measured] = ThingTable(
    layer=lambda context: context.measures,
    subject=lambda measured, context: context.property_iri(measured[0]),
    types=lambda measured, context: ["PropertyValue"],
    rules=(
        Rule[Measured]("name", lambda m, c: [terms.text(m[1].name)]),
        *(_of_quantity(rule) for rule in QUANTITY_RULES),
    ),
    mentions=lambda measured, context: context.mentions_of(measured[1].quantity),
)


def _funder(funding: Funding, context: Context) -> Iterator[Value]:
    funder = context.agent(funding.funder)
    if funder is not None:
        yield Value(funder, funding.mentions)


FUNDING_TABLE: ThingTable[Funding] = ThingTable(
    layer=lambda context: context.fundings,
    subject=lambda funding, context: context.iri(funding.key),
    types=lambda funding, context: ["MonetaryGrant"],
    rules=(
        Rule("funder", _funder),
        Rule("amount", lambda f, c: [Value(c.iri(f.amount), c.mentions_of(f.amount))]),
        Rule("fundedItem", lambda f, c: [Value(c.iri(f.funded), f.mentions)]),
    ),
    mentions=lambda funding, context: funding.mentions,
)

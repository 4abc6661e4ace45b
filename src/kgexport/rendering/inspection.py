"""What was read and annotated, before any RDF: for finding out why the graph says what it says."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from kgexport.model import Amount, Annotations, Entity, Event, Mention, MentionKind, Quantity, Sentence, Span

_AROUND = 24
"""Characters of the text that are shown on either side of a mention."""


def as_data(annotations: Annotations) -> dict[str, Any]:
    """Everything but the tokens, as plain data for JSON; spans are `[begin, end]`."""
    data = {
        field.name: _plain(getattr(annotations, field.name))
        for field in dataclasses.fields(annotations)
        if field.name not in ("article", "sentences")
    }
    return {
        "article": _plain(annotations.article),
        "sentences": [_plain(s.span) for s in annotations.sentences],
        **data,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.begin, value.end]
    if isinstance(value, Decimal):
        return f"{value:f}"
    if dataclasses.is_dataclass(value) and not isinstance(value, (type, Sentence)):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def as_text(annotations: Annotations) -> str:
    """The same for a person: one section a layer, each thing with its words and the rule that found them."""
    sections = (
        ("blocks", _blocks(annotations)),
        ("entities", _entities(annotations)),
        ("relations", _relations(annotations)),
        ("events", _events(annotations)),
        ("quotations", _quotations(annotations)),
        ("claims", _claims(annotations)),
        ("values", _values(annotations)),
    )
    parts = []
    for title, lines in sections:
        listed = list(lines)
        parts.append(f"{title} ({sum(not line.startswith('   ') for line in listed)})")
        parts += [f"  {line}" for line in listed]
    return "\n".join(parts)


def _words(annotations: Annotations, span: Span, longest: int = 90) -> str:
    text = " ".join(span.of(annotations.article.text).split())
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _mention(annotations: Annotations, mention: Mention) -> str:
    """Where it is, its words in brackets with a few words of the text around them, how sure it is, and by what rule."""
    place = f"{mention.span.begin},{mention.span.end}"
    before, after = _around(annotations, mention.span)
    words = f"{before}[{_words(annotations, mention.span)}]{after}"
    return f"   {place:>11}  {words}   {mention.kind} {mention.confidence:.2f} by {mention.annotator}"


def _around(annotations: Annotations, span: Span) -> tuple[str, str]:
    """The words of the same line on both sides, whole ones, as many as there is room for."""
    text = annotations.article.text
    line = text.rfind("\n", max(0, span.begin - _AROUND), span.begin) + 1
    begin = max(line, span.begin - _AROUND)
    end = text.find("\n", span.end, span.end + _AROUND)
    left, right = text[begin : span.begin], text[span.end : end if end >= 0 else span.end + _AROUND]
    if begin > line:
        left = left[left.find(" ") + 1 :] if " " in left else ""
    if len(right) == _AROUND:
        right = right[: right.rfind(" ")] if " " in right else ""
    return left, right


def _blocks(annotations: Annotations) -> Iterator[str]:
    for block in annotations.article.blocks:
        yield f"{block.kind:<11}{block.span.begin},{block.span.end}  {_words(annotations, block.span, 70)}"


def _entities(annotations: Annotations) -> Iterator[str]:
    for entity in annotations.entities:
        others = f"  also: {'; '.join(entity.alternate_names)}" if entity.alternate_names else ""
        yield f"{entity.name}  [{', '.join(entity.types)}]  {_link(entity)}  {_reason(entity)}{others}"
        yield from (_mention(annotations, mention) for mention in entity.mentions)


def _link(entity: Entity) -> str:
    """Who or what it is, how sure that is, and which data say so."""
    who = entity.identity
    return f"{who.id} ({who.confidence:.2f}, {who.source})" if who else "no identity"


def _reason(entity: Entity) -> str:
    """The rule of its surest mention, which decided on what it is."""
    best = max(entity.mentions, key=lambda m: (m.kind is MentionKind.NAME, m.confidence, -m.span.begin))
    return f"by {best.annotator} ({best.confidence:.2f})"


def _names(annotations: Annotations) -> dict[str, str]:
    entities = {entity.key: entity.name for entity in annotations.entities}
    return entities | {event.key: event.name for event in annotations.events}


def _relations(annotations: Annotations) -> Iterator[str]:
    names = _names(annotations)
    for relation in annotations.relations:
        subject, value = (names[key] for key in (relation.subject, relation.object))
        yield f"{subject} — {relation.predicate} → {value}"
        yield from (_mention(annotations, mention) for mention in relation.mentions)
    for attribute in annotations.attributes:
        yield f"{names[attribute.subject]} — {attribute.predicate} → “{attribute.value}”"
        yield from (_mention(annotations, mention) for mention in attribute.mentions)
    yield from _features(annotations, names)


def _features(annotations: Annotations, names: dict[str, str]) -> Iterator[str]:
    """What is measured of things, and who pays for what."""
    quantities = {quantity.key: quantity for quantity in annotations.quantities}
    for measure in annotations.measures:
        quantity = quantities[measure.quantity]
        yield f"{names[measure.subject]} — {measure.name} → {_value(quantity)}"
        yield _mention(annotations, quantity.mention)
    amounts = {amount.key: amount for amount in annotations.amounts}
    for funding in annotations.fundings:
        payer = names[funding.funder] if funding.funder else "?"
        yield f"{payer} — funds → {names[funding.funded]}: {_value(amounts[funding.amount])}"
        yield from (_mention(annotations, mention) for mention in funding.mentions)


def _events(annotations: Annotations) -> Iterator[str]:
    names = _names(annotations)
    for event in annotations.events:
        yield f"{event.name}  [{event.type}]{'  MAIN' if event.main else ''}"
        yield f"   {_circumstances(event)}"
        yield from (f"   {role.name}: {names[role.filler]}  by {role.mention.annotator}" for role in event.roles)
        yield from (_mention(annotations, mention) for mention in event.mentions)


def _circumstances(event: Event) -> str:
    when = " to ".join(value.lexical for value in (event.start, event.end) if value)
    parts = (event.status.removesuffix("ActionStatus"), event.polarity, event.modality, when, *event.claims)
    return ", ".join(part for part in parts if part)


def _quotations(annotations: Annotations) -> Iterator[str]:
    names = _names(annotations)
    for quotation in annotations.quotations:
        yield f"{names[quotation.speaker] if quotation.speaker else '?'}:"
        yield from (_mention(annotations, mention) for mention in quotation.mentions)


def _claims(annotations: Annotations) -> Iterator[str]:
    names = _names(annotations)
    for claim in annotations.claims:
        speaker = names[claim.speaker] if claim.speaker else "?"
        yield f"{speaker} ({claim.reporting_verb}, {claim.polarity}):"
        yield _mention(annotations, claim.mention)


def _values(annotations: Annotations) -> Iterator[str]:
    for time in annotations.times:
        value = " to ".join(value.lexical for value in (time.value, time.end) if value) or "unresolved"
        yield f"time {value}"
        yield _mention(annotations, time.mention)
    values: tuple[Amount | Quantity, ...] = (*annotations.amounts, *annotations.quantities)
    for item in values:
        yield _value(item)
        yield _mention(annotations, item.mention)


def _value(item: Amount | Quantity) -> str:
    """A number or its bounds, and the unit."""
    unit = item.currency if isinstance(item, Amount) else item.unit_text
    bounds = (("", item.value), ("≥ ", item.minimum), ("≤ ", item.maximum))
    return f"{' '.join(f'{sign}{bound:f}' for sign, bound in bounds if bound is not None)} {unit}"

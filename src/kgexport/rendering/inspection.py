"""What was read and annotated, before any RDF: for finding out why the graph says what it says."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from kgexport.model import Amount, Annotations, Event, Mention, Quantity, Sentence, Span


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
    place = f"{mention.span.begin},{mention.span.end}"
    words = _words(annotations, mention.span)
    return f"   {place:>11}  “{words}” {mention.kind} {mention.confidence:.2f} by {mention.annotator}"


def _blocks(annotations: Annotations) -> Iterator[str]:
    for block in annotations.article.blocks:
        yield f"{block.kind:<11}{block.span.begin},{block.span.end}  {_words(annotations, block.span, 70)}"


def _entities(annotations: Annotations) -> Iterator[str]:
    for entity in annotations.entities:
        link = (
            f"{entity.identity.id} ({entity.identity.confidence:.2f}, {entity.identity.source})"
            if entity.identity
            else "–"
        )
        others = f"  also: {'; '.join(entity.alternate_names)}" if entity.alternate_names else ""
        yield f"{entity.name}  [{', '.join(entity.types)}]  {link}{others}"
        yield from (_mention(annotations, mention) for mention in entity.mentions)


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
        unit = getattr(item, "currency", None) or getattr(item, "unit_text", "")
        bounds = (("", item.value), ("≥ ", item.minimum), ("≤ ", item.maximum))
        yield f"{' '.join(f'{sign}{bound:f}' for sign, bound in bounds if bound is not None)} {unit}"
        yield _mention(annotations, item.mention)

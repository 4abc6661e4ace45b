"""Makes one entity of several and points every layer to it; knows no authority."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from kgexport.model import (
    Annotations,
    Attribute,
    Claim,
    Entity,
    Event,
    Funding,
    Measure,
    MentionKind,
    Quotation,
    Relation,
    Role,
)

Item = TypeVar("Item", Relation, Attribute)
Rename = Callable[[str], str]


def merge_entities(annotations: Annotations, groups: Iterable[Sequence[str]]) -> Annotations:
    """Merge each group of entity keys into its entity that comes first; groups that share a key are one group.

    Mentions and names are put together, the fullest name becomes the name, references in all layers follow. A relation
    between two of a group is dropped; equal relations, attributes and roles become one. An unknown key raises KeyError.
    """
    kept = _kept(annotations.entities, groups)
    if all(key == first for key, first in kept.items()):
        return annotations

    def rename(key: str) -> str:
        return kept.get(key, key)

    return annotations.replacing(
        entities=_entities(annotations.entities, kept),
        relations=_joined(_relations(annotations.relations, rename)),
        attributes=_joined(dataclasses.replace(a, subject=rename(a.subject)) for a in annotations.attributes),
        measures=dict.fromkeys(_measure(measure, rename) for measure in annotations.measures),
        fundings=(_funding(funding, rename) for funding in annotations.fundings),
        quotations=(_quotation(quotation, rename) for quotation in annotations.quotations),
        claims=(_claim(claim, rename) for claim in annotations.claims),
        events=(_event(event, rename) for event in annotations.events),
    )


def _kept(entities: Sequence[Entity], groups: Iterable[Sequence[str]]) -> dict[str, str]:
    """The key that each entity's key becomes: the first of its group."""
    order = {entity.key: i for i, entity in enumerate(entities)}
    leader = {entity.key: entity.key for entity in entities}

    def find(key: str) -> str:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for group in groups:
        roots = sorted({find(key) for key in group}, key=order.__getitem__)
        for root in roots[1:]:
            leader[root] = roots[0]
    return {key: find(key) for key in leader}


def _entities(entities: Sequence[Entity], kept: dict[str, str]) -> list[Entity]:
    members: dict[str, list[Entity]] = {}
    for entity in entities:
        members.setdefault(kept[entity.key], []).append(entity)
    return [group[0] if len(group) == 1 else _one(group) for group in members.values()]


def _one(group: Sequence[Entity]) -> Entity:
    """The first entity with everything of the others."""
    first, name = group[0], _fullest(group)
    names = [n for e in group for n in ((e.name,) if _is_named(e) else ()) + e.alternate_names]
    return dataclasses.replace(
        first,
        types=tuple(dict.fromkeys((*first.types, *(t for e in group[1:] for t in e.types[1:])))),
        name=name,
        alternate_names=tuple(n for n in dict.fromkeys(names) if n != name),
        mentions=tuple(sorted(dict.fromkeys(m for e in group for m in e.mentions))),
        identity=next((e.identity for e in group if e.identity), None),
    )


def _is_named(entity: Entity) -> bool:
    """Whether its name is a form of the text, not the label of a thing that the text names by an adjective alone."""
    return any(mention.kind is not MentionKind.ADJECTIVE for mention in entity.mentions)


def _fullest(group: Sequence[Entity]) -> str:
    """The longest name of those that the text has; one that is only capitals last."""
    named = [e.name for e in group if _is_named(e)] or [group[0].name]
    if all(_is_short(name) for name in named):
        named = [e.name for e in group]
    return max(named, key=lambda name: (not _is_short(name), len(name)))


def _is_short(name: str) -> bool:
    return len(name) <= 6 and name.replace(".", "").isupper()


def _relations(relations: Iterable[Relation], rename: Rename) -> Iterable[Relation]:
    for relation in relations:
        new = dataclasses.replace(relation, subject=rename(relation.subject), object=rename(relation.object))
        if new.subject != new.object or relation.subject == relation.object:
            yield new


def _joined(items: Iterable[Item]) -> list[Item]:
    """Items that say the same become one with the mentions of all."""
    said: dict[tuple[str, ...], list[Item]] = {}
    for item in items:
        key = (item.subject, item.predicate, item.object if isinstance(item, Relation) else item.value)
        said.setdefault(key, []).append(item)
    return [
        dataclasses.replace(same[0], mentions=tuple(dict.fromkeys(m for item in same for m in item.mentions)))
        for same in said.values()
    ]


def _measure(measure: Measure, rename: Rename) -> Measure:
    return dataclasses.replace(measure, subject=rename(measure.subject))


def _funding(funding: Funding, rename: Rename) -> Funding:
    funder = rename(funding.funder) if funding.funder else None
    return dataclasses.replace(funding, funded=rename(funding.funded), funder=funder)


def _quotation(quotation: Quotation, rename: Rename) -> Quotation:
    return dataclasses.replace(quotation, speaker=rename(quotation.speaker)) if quotation.speaker else quotation


def _claim(claim: Claim, rename: Rename) -> Claim:
    return dataclasses.replace(claim, speaker=rename(claim.speaker)) if claim.speaker else claim


def _event(event: Event, rename: Rename) -> Event:
    """Roles that name and fill the same at the same place become one."""
    roles = dict.fromkeys(Role(role.name, rename(role.filler), role.mention) for role in event.roles)
    return dataclasses.replace(event, roles=tuple(roles))

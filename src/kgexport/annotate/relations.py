"""Finds relations between entities, offices and measured features that the text states; leaves entities as they are."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kgexport.annotate.entities.found import Lookup
from kgexport.annotate.relating.appositions import appositions
from kgexport.annotate.relating.measures import measured
from kgexport.annotate.relating.membership import memberships
from kgexport.annotate.relating.offices import offices
from kgexport.annotate.relating.persons import personal
from kgexport.annotate.relating.phrases import phrases
from kgexport.annotate.relating.places import containment, size_of
from kgexport.annotate.relating.scene import Place, Scene, relation
from kgexport.annotate.relating.verbs import verb_relations
from kgexport.model import (
    Annotations,
    Attribute,
    BlockKind,
    Entity,
    Measure,
    Mention,
    MentionKind,
    Quantity,
    Relation,
    Span,
)

_EXACT = frozenset(("worksFor", "memberOf", "alumniOf"))
"""What a person is to a body, more exactly than affiliated."""


class RelationAnnotator:
    """Adds relations, attributes and measures; runs after entities and quantities."""

    def __init__(self, authority: Lookup | None = None) -> None:
        self._authority = authority

    def annotate(self, so_far: Annotations) -> Annotations:
        """Read every sentence; what is said twice becomes one relation with two mentions."""
        return _Reader(self._lookup(), so_far).read()

    def _lookup(self) -> Lookup:
        if self._authority is None:
            from kgexport.authority.embedded import load_embedded

            self._authority = load_embedded()
        return self._authority


class _Reader:
    """The relations of one article in the making."""

    def __init__(self, authority: Lookup, so_far: Annotations) -> None:
        self._authority = authority
        self._so_far = so_far
        self._begins = [s.span.begin for s in so_far.sentences]
        self._countries = {e.name: e for e in so_far.entities if e.types[0] == "Country"}
        self._by_iso: dict[str, Entity] | None = None

    def read(self) -> Annotations:
        """All relations, attributes and measures, each once."""
        mentions: dict[int, list[tuple[Entity, Mention]]] = defaultdict(list)
        for entity in self._so_far.entities:
            for mention in entity.mentions:
                mentions[self._sentence_of(mention.span)].append((entity, mention))
        quantities: dict[int, list[Quantity]] = defaultdict(list)
        for quantity in self._so_far.quantities:
            quantities[self._sentence_of(quantity.mention.span)].append(quantity)
        stated: list[Relation | Attribute] = []
        measures: list[Measure] = []
        for number, sentence in enumerate(self._so_far.sentences):
            if number in mentions and sentence.block is not BlockKind.HEADLINE:
                scene = Scene(sentence, mentions[number])
                stated += self._relations(scene)
                measures += measured(scene, quantities.get(number, []), self._so_far.article.text)
        relations = _without_vague(_once(item for item in stated if isinstance(item, Relation)))
        attributes = _once(item for item in stated if isinstance(item, Attribute))
        return self._so_far.adding(relations=relations, attributes=attributes, measures=dict.fromkeys(measures))

    def _sentence_of(self, span: Span) -> int:
        return bisect_right(self._begins, span.begin) - 1

    def _relations(self, scene: Scene) -> Iterator[Relation | Attribute]:
        yield from offices(scene, self._home)
        yield from appositions(scene)
        yield from memberships(scene)
        yield from containment(scene, self._readings)
        yield from personal(scene)
        yield from phrases(scene, self._readings)
        yield from verb_relations(scene, self._readings)
        yield from _bodies_of_lands(scene)

    def _readings(self, place: Place) -> frozenset[tuple[str, int]]:
        """What the authority knows of places of a name; a building or a stretch of land without one has its class."""
        names = sorted({place.entity.name, place.mention.span.of(self._so_far.article.text)})
        known = [c for name in names for c in self._authority.candidates(name) if c.country and size_of(c.types[0])]
        return frozenset((c.country, size_of(c.types[0])) for c in known if c.country)

    def _home(self, person: Place) -> Place | None:
        """The country that the authority gives for exactly this name, if the article speaks of it."""
        codes = {c.country for c in self._authority.candidates(person.entity.name) if c.types[0] == "Person"}
        if len(codes) != 1 or (code := codes.pop()) is None:
            return None
        country = self._by_code().get(code)
        return Place(country, country.mentions[0], 0, 0) if country is not None else None

    def _by_code(self) -> dict[str, Entity]:
        if self._by_iso is None:
            self._by_iso = {}
            for name, entity in self._countries.items():
                for candidate in self._authority.candidates(name)[:1]:
                    if candidate.country:
                        self._by_iso.setdefault(candidate.country, entity)
        return self._by_iso


def _bodies_of_lands(scene: Scene) -> Iterator[Relation]:
    """ "the Turkish Diyanet": a body named with the adjective of its country."""
    for left, right in zip(scene.places, scene.places[1:], strict=False):
        beside = left.mention.kind is MentionKind.ADJECTIVE and left.end == right.first and right.is_name
        if beside and right.kind == "ORG" and left.entity.types[0] == "Country":
            yield relation(right, "location", left, scene.span(left.first, right.end), "body-of-land", 0.6)


def _without_vague(items: list[Relation | Attribute]) -> list[Relation | Attribute]:
    """Without an affiliation between two things of which something more exact is said."""
    exact = {(i.subject, i.object) for i in items if isinstance(i, Relation) and i.predicate in _EXACT}
    return [
        i
        for i in items
        if not (isinstance(i, Relation) and i.predicate == "affiliation" and (i.subject, i.object) in exact)
    ]


def _once(items: Iterable[Relation | Attribute]) -> list[Relation | Attribute]:
    """What is said more than once brought together, with all its mentions; capitals of titles do not count."""
    said: dict[tuple[str, str, str], list[Relation | Attribute]] = {}
    for item in items:
        value = item.object if isinstance(item, Relation) else item.value.lower()
        said.setdefault((item.subject, item.predicate, value), []).append(item)
    return [
        replace(same[0], mentions=tuple(sorted({mention for item in same for mention in item.mentions})))
        for same in said.values()
    ]

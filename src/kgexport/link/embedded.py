"""Links entities by an authority of names, with the types and countries of the article; knows no data and no text.

Wrong links are worse than none: an entity stays unlinked where two things of its name are about as likely, where the
types clash, where only a surname is known, or where a town is small and nothing else in the article is of its country.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from kgexport.authority.base import Authority, Candidate
from kgexport.link.classes import agreement, family, is_a, refined
from kgexport.link.context import SMALL, Context
from kgexport.link.forms import comma_parts, name_forms, spellings
from kgexport.link.merge import merge_entities
from kgexport.model import Annotations, Entity, Identity, MentionKind

LEAST_SCORE = 0.72
"""Below it nothing is linked."""

_BY_NAME = frozenset(f"entities/{rule}" for rule in ("authority", "agreement", "model", "place-preposition"))
"""Rules that take a name for a city because there is one of that name, not because the text says so."""

LEAST_MARGIN = 0.08
"""How far the best candidate must be ahead of the second."""

MATCHED = {"name": 0.6, "alias": 0.57, "demonym": 0.57, "short": 0.2}
POPULARITY, TYPE, COUNTRY, REGION, UNSUPPORTED = 0.2, 0.12, 0.15, 0.15, 0.3
LARGE = 0.68
"""Cities less popular than this need something else of their country in the article if they have namesakes."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate with how likely it is meant."""

    score: float
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class AuthorityLinker:
    """Gives entities the identity of the one candidate of the authority that is clearly meant."""

    authority: Authority

    def link(self, annotations: Annotations) -> Annotations:
        """Link every entity that has no identity yet, then merge entities of one identity."""
        context = self.context(annotations)
        linked = [entity if entity.identity else self.link_entity(entity, context) for entity in annotations.entities]
        return merge_identities(annotations.replacing(entities=linked))

    def context(self, annotations: Annotations) -> Context:
        """Which countries and regions the article speaks of."""
        return Context.of((len(e.mentions), self._plain_candidates(e)) for e in annotations.entities)

    def _plain_candidates(self, entity: Entity) -> Sequence[Candidate]:
        """The candidates of the first form that has any of a fitting type."""
        for form in name_forms(entity):
            found = self._candidates(form, entity)
            if found:
                return found
        return ()

    def _candidates(self, form: str, entity: Entity) -> list[Candidate]:
        kind = family(entity.types[0])
        for spelling in spellings(form, kind):
            found = self._fitting(spelling, entity)
            if found:
                return found
        parts = comma_parts(form) if kind == "Place" else None
        return self._inside(*parts, entity) if parts else []

    def _fitting(self, form: str, entity: Entity) -> list[Candidate]:
        """Candidates of a fitting type; the abbreviation of a state ("Calif.") is as good as its name for a place."""
        found = [c for c in self.authority.candidates(form) if _fits(entity, c)]
        if form.endswith("."):
            return [dataclasses.replace(c, matched="alias") if c.types[0] == "AdministrativeArea" else c for c in found]
        return found

    def _inside(self, place: str, whole: str, entity: Entity) -> list[Candidate]:
        """Candidates of "Clearwater, Florida" that lie in what stands after the comma."""
        wholes = [c for c in self.authority.candidates(whole) if family(c.types[0]) == "Place"]
        wholes = [c for c in wholes if c.matched != "short" or whole.endswith(".")]
        countries = {c.country for c in wholes if c.types[0] == "Country"}
        regions = {c.region for c in wholes if c.region}
        found = [c for c in self._fitting(place, entity) if c.types[0] != "Country"]
        found = [c for c in found if c.country in countries or c.region in regions]
        return [dataclasses.replace(c, popularity=1.0, ambiguous=False) for c in found]

    def link_entity(self, entity: Entity, context: Context) -> Entity:
        """The entity with the identity that is clearly meant, if there is one; else perhaps with a wider class."""
        for form in name_forms(entity):
            found = self._candidates(form, entity)
            choice = self._choose(entity, found, context)
            if choice is not None:
                return _with_identity(entity, choice)
            if found:
                return _unsure(entity, found)
        return entity

    def _choose(self, entity: Entity, candidates: Sequence[Candidate], context: Context) -> Choice | None:
        """The best candidate, if it is good enough and far enough ahead."""
        candidates = _without_namesake_areas(entity, candidates, context)
        scored = [Choice(_score(entity, candidate, context), candidate) for candidate in candidates]
        ranked = sorted(scored, key=lambda choice: (-choice.score, choice.candidate.id))
        if not ranked or ranked[0].score < LEAST_SCORE:
            return None
        if len(ranked) > 1 and ranked[0].score - ranked[1].score < LEAST_MARGIN:
            return None
        return ranked[0]


def merge_identities(annotations: Annotations) -> Annotations:
    """Make one entity of those that have the same identity."""
    by_identity: dict[str, list[str]] = {}
    for entity in annotations.entities:
        if entity.identity:
            by_identity.setdefault(entity.identity.id, []).append(entity.key)
    return merge_entities(annotations, by_identity.values())


def _score(entity: Entity, candidate: Candidate, context: Context) -> float:
    """0 to about 1: how the form names it, how well known it is, types, and what else the article speaks of."""
    fit = 0.5 if agreement(entity.types[0], candidate.types[0]) == 0.5 and not candidate.stated else 1.0
    score = MATCHED[candidate.matched] + POPULARITY * candidate.popularity + TYPE * (2 * fit - 1)
    if candidate.types[0] == "Country" and candidate.matched != "short":
        score += 0.1
    if context.speaks_of(candidate):
        score += COUNTRY
    elif candidate.country and not context.is_empty and candidate.types[0] != "Country":
        score -= 0.05
    if context.speaks_of_region(candidate):
        score += REGION
    return score if _is_supported(candidate, context) else score - UNSUPPORTED


def _is_supported(candidate: Candidate, context: Context) -> bool:
    """Whether the article bears a candidate out that needs it: a small place, a name that many countries have."""
    kind = family(candidate.types[0])
    if kind == "Organization":
        return not candidate.ambiguous or context.speaks_of(candidate)
    if kind == "Place" and candidate.country and candidate.popularity < SMALL:
        return context.speaks_of_region(candidate) if candidate.region else context.speaks_of(candidate)
    if candidate.types[0] == "City" and candidate.ambiguous and candidate.popularity < LARGE:
        return context.speaks_of(candidate) or context.speaks_of_region(candidate)
    return not candidate.ambiguous or candidate.popularity >= SMALL or context.speaks_of(candidate)


def _without_namesake_areas(entity: Entity, candidates: Sequence[Candidate], context: Context) -> list[Candidate]:
    """Without the province that is called like its city: the bare name means the city, unless its region is a topic."""
    cities = [c for c in candidates if c.types[0] == "City"]
    if entity.types[0] == "AdministrativeArea":
        return list(candidates)
    return [
        c
        for c in candidates
        if c.types[0] != "AdministrativeArea" or context.speaks_of_region(c) or not _is_seat(cities, c)
    ]


def _is_seat(cities: Sequence[Candidate], area: Candidate) -> bool:
    """Whether one of the cities is the better known namesake of a region in its country, or about as well known."""
    return any(c.country == area.country and c.popularity >= min(SMALL, area.popularity - 0.05) for c in cities)


def _fits(entity: Entity, candidate: Candidate) -> bool:
    """Whether the classes go together. A country that the text names as such may be a region of that name."""
    main = entity.types[0]
    if main == "Country" and all(mention.kind is not MentionKind.ADJECTIVE for mention in entity.mentions):
        return candidate.types[0] in ("Country", "AdministrativeArea")
    return agreement(main, candidate.types[0]) is not None


def _unsure(entity: Entity, candidates: Sequence[Candidate]) -> Entity:
    """The entity, of no narrower class than all of its candidates: what may be a country or a state is an area."""
    kinds = {candidate.types[0] for candidate in candidates if candidate.matched != "short"}
    if entity.types[0] == "Country" and len(kinds) > 1:
        return dataclasses.replace(entity, types=("AdministrativeArea", *entity.types[1:]))
    by_name_alone = all(mention.annotator in _BY_NAME for mention in entity.mentions)
    if entity.types[0] == "City" and by_name_alone and (len(candidates) == 1 or kinds != {"City"}):
        return dataclasses.replace(entity, types=("Place", *entity.types[1:]))
    return entity


def _with_identity(entity: Entity, choice: Choice) -> Entity:
    candidate, types = choice.candidate, _types(entity, choice.candidate)
    is_place = any(family(name) == "Place" for name in types)  # only a place has coordinates in schema.org
    identity = Identity(
        id=candidate.id,
        same_as=candidate.same_as,
        source=candidate.source,
        confidence=round(min(choice.score, 0.99), 2),
        iso3166=candidate.iso3166,
        latitude=candidate.latitude if is_place else None,
        longitude=candidate.longitude if is_place else None,
    )
    return _in_its_case(dataclasses.replace(entity, identity=identity, types=types), candidate)


def _in_its_case(entity: Entity, candidate: Candidate) -> Entity:
    """A name that the text only shouts ("TOKYO" in a dateline) is called as the authority writes it."""
    if not entity.name.isupper() or candidate.name.isupper() or candidate.name.upper() != entity.name:
        return entity
    others = tuple(name for name in entity.alternate_names if name != candidate.name)
    return dataclasses.replace(entity, name=candidate.name, alternate_names=(entity.name, *others))


def _types(entity: Entity, candidate: Candidate) -> tuple[str, ...]:
    """What the user states wins, unless the text is narrower, or it is of another kind (a country that acts)."""
    main, other = entity.types[0], candidate.types[0]
    if candidate.stated and family(other) == family(main) and not is_a(main, other):
        return tuple(dict.fromkeys((*candidate.types, *entity.types[1:])))
    return refined(entity.types, candidate.types)

"""Links entities by an authority of names, with the types and countries of the article; knows no data and no text.

Wrong links are worse than none: an entity stays unlinked where two things of its name are about as likely, where the
types clash, where only a surname is known, or where a town is small and nothing else in the article is of its country.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from kgexport.authority.base import UNTYPED, Authority, Candidate
from kgexport.link.classes import agreement, family, is_a, refined
from kgexport.link.context import SMALL, Context
from kgexport.link.forms import comma_parts, name_forms, spellings
from kgexport.link.merge import merge_entities
from kgexport.link.scoring import LEAST_SCORE, confidence, is_ahead, score
from kgexport.link.surroundings import Seen, Surroundings
from kgexport.model import Annotations, Entity, Identity, MentionKind

_BY_NAME = frozenset(f"entities/{rule}" for rule in ("authority", "agreement", "model", "place-preposition"))
"""Rules that take a name for a city because there is one of that name, not because the text says so."""
_ABBREVIATED = "entities/state-abbreviation"
_RULED_OUT = {"AdministrativeArea": ("City", "Country"), "City": ("AdministrativeArea", "Country")}
"""Class that the words beside a name state -> classes that the thing is not of then."""


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
        seen = Surroundings(annotations)
        context = self.context(annotations, seen)
        linked = [e if e.identity else self.link_entity(e, context, seen.of(e)) for e in annotations.entities]
        return merge_identities(annotations.replacing(entities=linked))

    def context(self, annotations: Annotations, seen: Surroundings) -> Context:
        """Which countries and regions the article speaks of."""
        return Context.of((len(e.mentions), self._plain_candidates(e, seen.of(e))) for e in annotations.entities)

    def _plain_candidates(self, entity: Entity, seen: Seen) -> Sequence[Candidate]:
        """The candidates of the first form that has any of a fitting type."""
        return next((found for form in _forms(entity, seen) if (found := self._candidates(form, entity, seen))), ())

    def _candidates(self, form: str, entity: Entity, seen: Seen) -> list[Candidate]:
        """Who may be meant by a form, as far as the words beside it leave it open."""
        kind = family(entity.types[0])
        if seen.whole and kind == "Place":
            found = self._inside(form, seen.whole, entity)
            if found or (seen.whole_is_land and self.authority.candidates(seen.whole)):
                return found
        for spelling in spellings(form, kind):
            found = [c for c in self._fitting(spelling, entity) if _is_as_stated(c, seen)]
            if found:
                return self._around(self._of_owner(found, seen), seen)
        parts = comma_parts(form) if kind == "Place" else None
        return self._inside(*parts, entity) if parts else []

    def _of_owner(self, found: list[Candidate], seen: Seen) -> list[Candidate]:
        """Of bodies that many countries have, the one of the country that stands before the name."""
        if seen.owner is None:
            return found
        lands = {c.country for c in self.authority.candidates(seen.owner) if c.types[0] == "Country"}
        return [
            dataclasses.replace(c, ambiguous=False) if c.country in lands else c
            for c in found
            if c.country in lands or not c.ambiguous
        ]

    def _around(self, found: list[Candidate], seen: Seen) -> list[Candidate]:
        """Of several things the region in which the place before the comma lies."""
        areas = [c for c in found if c.types[0] == "AdministrativeArea" and c.region]
        if not areas or not seen.parts:
            return found
        regions = {c.region for part in seen.parts for c in self.authority.candidates(part)}
        return [c for c in areas if c.region in regions] or found

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
        around = {c.country for c in wholes if c.types[0] == "AdministrativeArea"}
        found = [c for c in self._fitting(place, entity) if c.types[0] != "Country"]
        found = [
            c for c in found if c.country in countries or c.region in regions or (not c.region and c.country in around)
        ]
        return [dataclasses.replace(c, popularity=1.0, ambiguous=False) for c in found]

    def link_entity(self, entity: Entity, context: Context, seen: Seen) -> Entity:
        """The entity with the identity that is clearly meant, if there is one; else perhaps with a wider class."""
        if entity.types[0] == "City" and (seen.plays or seen.is_kin):
            return entity  # the town or its team; a person called like it
        for form in _forms(entity, seen):
            found = self._candidates(form, entity, seen)
            choice = self._choose(entity, found, context, seen)
            if choice is not None:
                return entity if _stands_for_others(choice.candidate, seen) else _with_identity(entity, choice)
            if found:
                return _unsure(entity, found)
        if seen.whole_is_land and entity.types[0] == "Country":
            return dataclasses.replace(entity, types=("Place", *entity.types[1:]))  # Lebanon, Pennsylvania
        return entity

    def _choose(self, entity: Entity, candidates: Sequence[Candidate], context: Context, seen: Seen) -> Choice | None:
        """The best candidate, if it is good enough and far enough ahead."""
        candidates = _without_namesake_areas(entity, candidates, context)
        scored = [Choice(score(entity, candidate, context, seen), candidate) for candidate in candidates]
        ranked = sorted(scored, key=lambda choice: (-choice.score, choice.candidate.id))
        if not ranked or ranked[0].score < LEAST_SCORE:
            return None
        best, others = ranked[0], ranked[1:2]
        if any(not is_ahead(best.candidate, o.candidate, best.score - o.score, seen) for o in others):
            return None
        return best


def _forms(entity: Entity, seen: Seen) -> list[str]:
    """The forms to look up; of a party and of what is called with an article also those that spell it out."""
    forms = name_forms(entity)
    if seen.kind == "PoliticalParty":
        return [*(f"{form} Party" for form in forms), *forms]
    if seen.has_article and family(entity.types[0]) == "Organization":
        return [*forms, *(f"The {form}" for form in forms)]
    return forms


def _is_as_stated(candidate: Candidate, seen: Seen) -> bool:
    """Whether the words beside the name allow it: "Washington state" is no city, "the Amazon" no company."""
    main = candidate.types[0]
    if candidate.stated or main == UNTYPED:
        return True
    if seen.is_common:
        return False
    if seen.has_article and main == "Corporation" and " " not in candidate.name:
        return False
    return main not in _RULED_OUT.get(seen.kind or "", ())


def _stands_for_others(candidate: Candidate, seen: Seen) -> bool:
    """Whether the text spells the acronym out as another name: All People's Congress, not All Progressives Congress."""
    name = [word for word in candidate.name.split() if word[:1].isupper()]
    same_length = len(name) == len(seen.spelt_out)
    pairs = zip(name, seen.spelt_out, strict=False)
    return same_length and any(one[:4].lower() != other[:4].lower() for one, other in pairs)


def merge_identities(annotations: Annotations) -> Annotations:
    """Make one entity of those that have the same identity."""
    by_identity: dict[str, list[str]] = {}
    for entity in annotations.entities:
        if entity.identity:
            by_identity.setdefault(entity.identity.id, []).append(entity.key)
    return merge_entities(annotations, by_identity.values())


def _without_namesake_areas(entity: Entity, candidates: Sequence[Candidate], context: Context) -> list[Candidate]:
    """Without the province that is called like its city: the bare name means the city, unless its region is a topic."""
    cities = [c for c in candidates if c.types[0] == "City" and c.matched != "short"]
    if entity.types[0] == "AdministrativeArea":
        return list(candidates)
    return [
        c
        for c in candidates
        if c.types[0] != "AdministrativeArea" or context.speaks_of_region(c) or not _is_seat(cities, c)
    ]


def _is_seat(cities: Sequence[Candidate], area: Candidate) -> bool:
    """Whether one of the cities is the better known namesake of a region in its country, or about as well known.

    A town of GeoNames alone is hardly its seat: Okinawa is a prefecture first.
    """
    return any(
        c.country == area.country
        and c.popularity >= (SMALL if c.id.startswith("geonames-") else min(SMALL, area.popularity - 0.05))
        for c in cities
    )


def _fits(entity: Entity, candidate: Candidate) -> bool:
    """Whether the classes go together. A country that the text names as such may be a region of that name."""
    main = entity.types[0]
    if any(mention.annotator == _ABBREVIATED for mention in entity.mentions):
        return candidate.types[0] == "AdministrativeArea"  # "Ga." is no country
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
        confidence=confidence(choice.score, candidate),
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

"""How likely a candidate is meant, by its name, its class, how well known it is and what the article speaks of.

Knows candidates and what stands beside a name, but neither data nor text.
"""

from __future__ import annotations

from kgexport.authority.base import Candidate
from kgexport.link.classes import agreement, family, is_a
from kgexport.link.context import SMALL, Context
from kgexport.link.surroundings import Seen
from kgexport.model import Entity

LEAST_SCORE = 0.72
"""Below it nothing is linked."""
LEAST_MARGIN = 0.08
"""How far the best candidate must be ahead of the second."""
LARGE = 0.68
"""Cities less popular than this need something else of their country in the article if they have namesakes."""
NOTED = 0.5
"""Cities of the United States as popular as this, without namesakes, need only the country."""
WELL_KNOWN = 0.7
"""Persons as popular as this are meant by their full name alone."""

FAMILIAR = 0.6
"""Persons as popular as this are meant by a full name that nobody shares, whatever country the article is about; so are
regions whose name others bear."""
FAMED = 0.2
"""How much better known a person must be than a namesake who may be meant as well."""

CONFIDENCE = ((0.92, 0.98), (0.84, 0.96), (0.0, 0.93))
"""Least score, and the share of links that are right among those so scored, as measured on `tests/quality/linking.toml`
(1.00, 1.00 and .95 of 570) and rounded down: other news is harder."""
UNMEASURED = 0.9
"""The most for a source that was not measured: the user's files and Wikidata online."""

MATCHED = {"name": 0.6, "alias": 0.57, "demonym": 0.57, "short": 0.2}
POPULARITY, TYPE, COUNTRY, REGION, UNSUPPORTED = 0.2, 0.12, 0.15, 0.15, 0.3


def score(entity: Entity, candidate: Candidate, context: Context, seen: Seen) -> float:
    """0 to about 1: how the form names it, how well known it is, types, and what else the article speaks of."""
    fit = 0.5 if agreement(entity.types[0], candidate.types[0]) == 0.5 and not candidate.stated else 1.0
    found = MATCHED[_matched(entity, candidate, context)] + POPULARITY * candidate.popularity + TYPE * (2 * fit - 1)
    if candidate.types[0] == "Country" and candidate.matched != "short":
        found += 0.1
    if context.speaks_of(candidate):
        found += COUNTRY
    elif candidate.country and not context.is_empty and candidate.types[0] != "Country":
        found -= 0.05
    if context.speaks_of_region(candidate):
        found += REGION
    return found if is_supported(candidate, context, seen) else found - UNSUPPORTED


def confidence(found: float, candidate: Candidate) -> float:
    """How often a link of that score is right."""
    measured = next(share for least, share in CONFIDENCE if found >= least)
    return measured if candidate.source in ("authority", "geonames") else min(measured, UNMEASURED)


def _matched(entity: Entity, candidate: Candidate, context: Context) -> str:
    """How the form names it: of some kinds a short form is as good as another.

    "Labour" in an article about Britain is the party there; "Porto" is the club where the text speaks of a team.
    """
    if candidate.matched != "short":
        return candidate.matched
    is_party = candidate.types[0] == "PoliticalParty" and context.is_main(candidate)
    is_team = is_a(candidate.types[0], "SportsOrganization") and is_a(entity.types[0], "SportsOrganization")
    return "alias" if is_party or is_team else "short"


def is_supported(candidate: Candidate, context: Context, seen: Seen) -> bool:
    """Whether the article bears a candidate out that needs it: a small place, a name that many bear."""
    kind = family(candidate.types[0])
    if kind == "Organization":
        return not candidate.ambiguous or context.is_main(candidate)
    if kind == "Person":
        return _is_supported_person(candidate, context, seen)
    if kind == "Place" and candidate.country and candidate.popularity < SMALL:
        if context.speaks_of_region(candidate):
            return True
        near_enough = not candidate.region or (candidate.popularity >= NOTED and not candidate.ambiguous)
        return near_enough and context.speaks_of(candidate)
    if candidate.types[0] == "City" and candidate.ambiguous and candidate.popularity < LARGE:
        return context.speaks_of(candidate) or context.speaks_of_region(candidate)
    if candidate.types[0] == "AdministrativeArea" and candidate.ambiguous and candidate.popularity < FAMILIAR:
        return context.speaks_of(candidate)
    return not candidate.ambiguous or candidate.popularity >= SMALL or context.speaks_of(candidate)


def _is_supported_person(candidate: Candidate, context: Context, seen: Seen) -> bool:
    """Whether a namesake can be ruled out: who has another job, or a name that others bear too, is most likely one.

    Persons of the embedded authority who have a country hold or held an office there.
    """
    if candidate.stated or candidate.popularity >= WELL_KNOWN:
        return True
    at_home = candidate.country is None or context.speaks_of(candidate)
    if candidate.source != "authority":
        return not candidate.ambiguous or at_home
    if seen.has_other_job and candidate.country:
        return False
    if candidate.ambiguous:
        return at_home and seen.has_office
    return at_home or seen.has_office or seen.leads or candidate.popularity >= FAMILIAR


def is_ahead(first: Candidate, second: Candidate, distance: float, seen: Seen) -> bool:
    """Whether the best candidate is far enough ahead of the second; of persons alike, only an office or fame tells."""
    if family(first.types[0]) == family(second.types[0]) == "Person" and not seen.has_office:
        return first.popularity - second.popularity >= FAMED
    return distance >= LEAST_MARGIN

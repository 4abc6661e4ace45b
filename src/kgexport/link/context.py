"""Which countries and regions an article speaks of, as evidence for who else it means; knows candidates, not texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kgexport.authority.base import Candidate
from kgexport.link.classes import family

SMALL = 0.55
"""Places less popular than this are no evidence, and need some: something else of their country or region."""


@dataclass(frozen=True, slots=True)
class Context:
    """Weights by country (ISO 3166-1) and region (ISO 3166-2), and what each candidate adds by itself."""

    countries: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)
    own: Counter[str] = field(default_factory=Counter)
    """What the entity's own sole candidate added, by candidate id: nobody is evidence of oneself."""

    @classmethod
    def of(cls, found: Iterable[tuple[int, Sequence[Candidate]]]) -> Context:
        """From entities: how often each is mentioned, and its candidates, of which one must be clearly likeliest."""
        context = cls()
        for mentions, candidates in found:
            candidate = _evident(candidates)
            if candidate is not None and candidate.country:
                context._add(candidate, candidate.country, min(mentions, 5))
        return context

    def _add(self, candidate: Candidate, country: str, mentions: int) -> None:
        weight = mentions if candidate.types[0] == "Country" else 1
        if candidate.types[0] == "NewsMediaOrganization":
            return  # who reports is not what is reported on
        if family(candidate.types[0]) == "Place" and candidate.popularity < SMALL:
            return
        self.countries[country] += weight
        self.own[candidate.id] += weight
        if candidate.region:
            self.regions[candidate.region] += weight

    def speaks_of(self, candidate: Candidate) -> bool:
        """Whether something else in the article is of the candidate's country."""
        if candidate.country is None:
            return False
        return self.countries[candidate.country] - self.own[candidate.id] > 0

    def speaks_of_region(self, candidate: Candidate) -> bool:
        """Whether something else in the article is of the candidate's region."""
        return bool(candidate.region) and self.regions[candidate.region or ""] - self.own[candidate.id] > 0

    def is_main(self, candidate: Candidate) -> bool:
        """Whether the article speaks of no country more than of the candidate's, which something else in it is of."""
        if not self.speaks_of(candidate):
            return False
        return self.countries[candidate.country or ""] >= max(self.countries.values())

    @property
    def is_empty(self) -> bool:
        """Whether no country is known."""
        return not self.countries


def _evident(candidates: Sequence[Candidate]) -> Candidate | None:
    """The sole candidate, or a place far better known than its namesakes (Florida in Uruguay, London in Ontario)."""
    strong = sorted((c for c in candidates if c.matched != "short"), key=lambda c: -c.popularity)
    if len(strong) == 1:
        return None if strong[0].ambiguous and strong[0].popularity < SMALL else strong[0]
    if not strong or family(strong[0].types[0]) != "Place":
        return None
    ahead = strong[0].popularity - strong[1].popularity
    return strong[0] if ahead > (0.1 if strong[0].types[0] == "AdministrativeArea" else 0.2) else None

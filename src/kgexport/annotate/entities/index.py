"""Finds the entity at a place of the text in logarithmic time; knows no language."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from kgexport.model import Entity, Span


class EntityIndex:
    """Mentions of entities by place, entities by key; made once for a set of entities."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.by_key = {entity.key: entity for entity in entities}
        places = ((m.span, key) for key, entity in self.by_key.items() for m in entity.mentions)
        self._places = sorted(places, key=lambda place: (place[0].begin, -place[0].end, place[1]))
        self._begins = [span.begin for span, _ in self._places]
        self._longest = max((len(span) for span, _ in self._places), default=0)
        self._nominals: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.by_key.values():
            if entity.key.startswith("nominal:"):
                self._nominals[entity.key.rpartition("-")[2].removeprefix("nominal:")].append(entity)

    def all_at(self, span: Span) -> list[Entity]:
        """Every entity with a mention that overlaps the span, in order of the mentions."""
        found: list[Entity] = []
        at = bisect_right(self._begins, span.begin - self._longest)
        while at < len(self._places) and self._places[at][0].begin < span.end:
            if self._places[at][0].overlaps(span):
                found.append(self.by_key[self._places[at][1]])
            at += 1
        return found

    def at(self, span: Span) -> Entity | None:
        """The entity whose mention overlaps the span; the longest mention wins, then the first."""
        best: tuple[int, int, str] | None = None
        at = bisect_right(self._begins, span.begin - self._longest)
        while at < len(self._places) and self._places[at][0].begin < span.end:
            place, key = self._places[at]
            if place.overlaps(span) and (best is None or (-len(place), place.begin, key) < best):
                best = (-len(place), place.begin, key)
            at += 1
        return self.by_key[best[2]] if best else None

    def nominals_of(self, head: str) -> list[Entity]:
        """Entities made of noun phrases with that head (lemma)."""
        return self._nominals.get(head, [])

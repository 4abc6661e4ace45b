"""Says which places lie in which, as far as the installed authority knows; knows no event and no sentence."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kgexport.model import Entity

_REGION = "AdministrativeArea"
_KINDS = ("Country", _REGION, "City")


class Sorts:
    """What the entities of an article are, and where its places lie."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = {entity.key: entity for entity in entities}

    def get(self, key: str, default: str) -> str:
        """The first type of the entity with a key."""
        entity = self._entities.get(key)
        return entity.types[0] if entity else default

    def lies_in(self, inner: str, outer: str) -> bool:
        """Whether a place of the name with the first key is known in that with the second one."""
        small, big = self._entities.get(inner), self._entities.get(outer)
        if small is None or big is None or inner == outer:
            return False
        if big.types[0] == "Country":
            return not _countries(small).isdisjoint(_countries(big))
        if big.types[0] == _REGION and small.types[0] == "City":
            return not _regions(small).isdisjoint(_regions(big))
        return False

    def lies_outside(self, inner: str, outer: str) -> bool:
        """Whether every city of the name with the first key lies in another country than the second one."""
        small, big = self._entities.get(inner), self._entities.get(outer)
        if small is None or big is None or small.types[0] != "City" or big.types[0] != "Country":
            return False
        ours, theirs = _countries(small), _countries(big)
        return bool(ours and theirs) and ours.isdisjoint(theirs)

    def most_specific(self, keys: Iterable[str]) -> set[str]:
        """The places without those in which another one of them lies."""
        every = sorted(set(keys))
        return {outer for outer in every if not any(self.lies_in(inner, outer) for inner in every)}


def _countries(entity: Entity) -> set[str]:
    return {country for country, _ in _where(entity.name, entity.types[0]) if country}


def _regions(entity: Entity) -> set[str]:
    return {region for _, region in _where(entity.name, entity.types[0]) if region}


@cache
def _where(name: str, kind: str) -> frozenset[tuple[str | None, str | None]]:
    """Country and region of each place of that name and kind."""
    from kgexport.authority.embedded import load_embedded

    known = load_embedded().candidates(name) if kind in _KINDS else ()
    return frozenset((one.country, one.region) for one in known if one.types[0] == kind)

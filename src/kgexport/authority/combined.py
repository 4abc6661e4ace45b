"""Puts the user's own authorities before the embedded one; knows no file format and no article."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from kgexport.authority.base import UNTYPED, Authority, Candidate
from kgexport.authority.embedded import EmbeddedAuthority, load_embedded
from kgexport.errors import InputError
from kgexport.link.classes import family


class CombinedAuthority:
    """Looks names up in the user's authorities, in their order, and in the embedded one."""

    def __init__(self, own: Sequence[Authority], embedded: EmbeddedAuthority) -> None:
        self._own = tuple(own)
        self._embedded = embedded

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Everything known by that form, the user's first.

        What an earlier authority knows wins over the things of the same family (place, person, organisation …) that a
        later one knows by the same form; what it has of unknown class wins over all.
        """
        found: tuple[Candidate, ...] = ()
        for authority in (*self._own, self._embedded):
            later = authority.candidates(name)
            found = tuple(_completed(c, later) for c in found)
            families = {family(c.types[0]) for c in found}
            if UNTYPED not in families:
                found += tuple(c for c in later if family(c.types[0]) not in families)
        return found

    def typed(self) -> TypedNames:
        """What annotators are shown of it."""
        return TypedNames(self)

    def demonym(self, word: str) -> Candidate | None:
        """The country (or nation) of an adjective or noun of people, by the embedded authority."""
        return self._embedded.demonym(word)

    def country(self, iso2: str) -> Candidate | None:
        """The country or territory with that ISO 3166-1 alpha-2 code, by the embedded authority."""
        return self._embedded.country(iso2)


def _completed(candidate: Candidate, others: Sequence[Candidate]) -> Candidate:
    """With what another authority knows of the same thing and this one does not say."""
    for other in others:
        if other.id == candidate.id:
            return dataclasses.replace(
                candidate,
                types=other.types if candidate.types == (UNTYPED,) else candidate.types,
                same_as=tuple(dict.fromkeys((*candidate.same_as, *other.same_as))),
                country=candidate.country or other.country,
                latitude=other.latitude if candidate.latitude is None else candidate.latitude,
                longitude=other.longitude if candidate.longitude is None else candidate.longitude,
                region=candidate.region or other.region,
                iso3166=candidate.iso3166 or other.iso3166,
            )
    return candidate


class TypedNames:
    """What an annotator is shown of an authority: a name of unknown class says nothing of what the text speaks of."""

    def __init__(self, authority: CombinedAuthority) -> None:
        self._authority = authority

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Everything of a known class by that form."""
        return tuple(c for c in self._authority.candidates(name) if c.types[0] != UNTYPED)

    def demonym(self, word: str) -> Candidate | None:
        """As the authority has it."""
        return self._authority.demonym(word)

    def country(self, iso2: str) -> Candidate | None:
        """As the authority has it."""
        return self._authority.country(iso2)


def load_authorities(files: Sequence[str]) -> CombinedAuthority:
    """The authority of the user's files before the embedded one; a file is read again only when it has changed.

    Raises InputError, with file and line, for what cannot be used.
    """
    return _loaded(tuple((name, _stamp(Path(name))) for name in files))


def _stamp(path: Path) -> tuple[int, int]:
    try:
        state = path.stat()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}; check the path") from error
    return state.st_mtime_ns, state.st_size


@lru_cache(maxsize=4)
def _loaded(files: tuple[tuple[str, tuple[int, int]], ...]) -> CombinedAuthority:
    from kgexport.authority.file import load_file

    return CombinedAuthority([load_file(Path(name)) for name, _ in files], load_embedded())

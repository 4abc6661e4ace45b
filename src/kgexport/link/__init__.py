"""Who or what entities are: the linkers there are, by name."""

from __future__ import annotations

from collections.abc import Callable

from kgexport.errors import UnknownNameError
from kgexport.link.base import Linker, NoLinker
from kgexport.link.merge import merge_entities
from kgexport.model import Annotations


def _authority() -> Linker:
    from kgexport.authority.embedded import load_embedded
    from kgexport.link.embedded import AuthorityLinker

    return AuthorityLinker(load_embedded())


LINKERS: dict[str, Callable[[], Linker]] = {
    "authority": _authority,
    "none": NoLinker,
}
"""Name of a linker -> how to make it."""


def linker(name: str) -> Linker:
    """The linker of that name; raises UnknownNameError with the known ones."""
    if name not in LINKERS:
        raise UnknownNameError("linker", name, LINKERS)
    return LINKERS[name]()


def link(annotations: Annotations, name: str = "authority") -> Annotations:
    """Link the entities with the linker of that name; raises UnknownNameError with the known ones."""
    return linker(name).link(annotations)


__all__ = ["LINKERS", "Linker", "NoLinker", "link", "linker", "merge_entities"]

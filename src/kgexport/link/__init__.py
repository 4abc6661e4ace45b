"""Who or what entities are: the linkers there are, by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kgexport.errors import UnknownNameError
from kgexport.link.base import Linker, NoLinker
from kgexport.link.merge import merge_entities
from kgexport.model import Annotations

if TYPE_CHECKING:
    from kgexport.authority.base import Authority


def _authority(names: Authority | None, online: Authority | None) -> Linker:
    from kgexport.authority.embedded import load_embedded
    from kgexport.link.embedded import AuthorityLinker
    from kgexport.link.online import OnlineLinker

    local = AuthorityLinker(names or load_embedded())
    return OnlineLinker(local, online) if online else local


LINKERS: dict[str, Callable[[Authority | None, Authority | None], Linker]] = {
    "authority": _authority,
    "none": lambda names, online: NoLinker(),
}
"""Name of a linker -> how to make it of the names it looks up (none: the embedded ones), and of those online."""


def linker(name: str, names: Authority | None = None, online: Authority | None = None) -> Linker:
    """The linker of that name; raises UnknownNameError with the known ones."""
    if name not in LINKERS:
        raise UnknownNameError("linker", name, LINKERS)
    return LINKERS[name](names, online)


def link(
    annotations: Annotations, name: str = "authority", names: Authority | None = None, online: Authority | None = None
) -> Annotations:
    """Link the entities with the linker of that name; raises UnknownNameError with the known ones."""
    return linker(name, names, online).link(annotations)


__all__ = ["LINKERS", "Linker", "NoLinker", "link", "linker", "merge_entities"]

"""Finds the data that travels with the package (`ontology`, `shapes`, `recipes`), in a checkout or a wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kgexport.errors import InputError

_PACKAGE = Path(__file__).resolve().parent


@cache
def folder(name: str) -> Path:
    """The folder `ontology`, `shapes` or `recipes`: inside an installed wheel, else at the top of the checkout."""
    for root in (_PACKAGE / "_data", _PACKAGE.parent.parent):
        if (root / name).is_dir():
            return root / name
    raise InputError(f"the folder {name!r} of kgexport is missing; install the package again")


def path(name: str, *parts: str) -> Path:
    """A file below one of the folders, e.g. `path("ontology", "kgexport.ttl")`."""
    return folder(name).joinpath(*parts)

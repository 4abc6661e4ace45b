"""Finds the Oxigraph server that the extra `serve` brings; starts nothing."""

from __future__ import annotations

import os
import shutil
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from kgexport.errors import MissingExtraError

_NAMES = ("oxigraph", "oxigraph.exe")


def find_program() -> Path:
    """The program `oxigraph` of the installed package, else the one on the PATH (of the system, of a build).

    Raises MissingExtraError where there is neither.
    """
    found = _of_package() or _on_path()
    if found is None:
        raise MissingExtraError("kgexport serve", "kgexport[serve]")
    return found


def _of_package() -> Path | None:
    """Wheels carry it as a script, which pip puts where scripts go: beside this Python, or in the user's own folder."""
    try:
        files = distribution("oxigraph").files or ()
    except PackageNotFoundError:
        return None
    places = (Path(str(file.locate())) for file in files if file.name in _NAMES)
    return next((place.resolve() for place in places if os.access(place, os.X_OK)), None)


def _on_path() -> Path | None:
    found = shutil.which("oxigraph")
    return None if found is None else Path(found)

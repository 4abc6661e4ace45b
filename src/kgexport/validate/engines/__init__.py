"""The SHACL engines by name; each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module

from kgexport.errors import UnknownNameError
from kgexport.validate.engines.base import Engine

DEFAULT_ENGINE = "pyshacl"

ENGINES: dict[str, str] = {
    "pyshacl": "kgexport.validate.engines.pyshacl_engine:PyshaclEngine",
    "fast": "kgexport.validate.engines.fast_engine:FastEngine",
    "shacl": "kgexport.validate.engines.shacl_engine:ShaclEngine",
}
"""Name -> class. `pyshacl` is the reference; `fast` asks it only where a screen has doubts; `shacl` needs its extra."""


def make_engine(name: str = DEFAULT_ENGINE) -> Engine:
    """The engine of that name.

    Raises UnknownNameError, which lists the known names, and InputError, which says what to install, where the package
    of an extra is missing.
    """
    if name not in ENGINES:
        raise UnknownNameError("engine", name, ENGINES)
    module, _, attribute = ENGINES[name].partition(":")
    made: Engine = getattr(import_module(module), attribute)()
    return made


__all__ = ["DEFAULT_ENGINE", "ENGINES", "Engine", "make_engine"]

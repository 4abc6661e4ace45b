"""The errors that users see, and how they show names; knows no other module.

    KgexportError
    ├── InputError        wrong use or unreadable input            exit code 2
    │   └── UnknownNameError   a format, reader, model … that does not exist
    ├── MissingExtraError      an optional package is not installed    exit code 2
    └── OutsideError      the outside world failed (network, store)  exit code 3

Every message is one line: what, where, what to do. Data that does not conform is a `Report` (exit code 1), no error.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def shown(where: str) -> str:
    """A path or URL as messages print it: one line, without control characters."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in where)


class KgexportError(Exception):
    """Base of everything kgexport raises on purpose; `str(error)` is the one line for the user."""

    exit_code = 2


class InputError(KgexportError):
    """The input, an option or a file cannot be used."""


class UnknownNameError(InputError):
    """A name that is not in one of the tables; the message lists the known ones."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        near = difflib.get_close_matches(name, names, n=1)
        hint = f" (did you mean {near[0]}?)" if near else ""
        super().__init__(f"unknown {kind} {name!r}{hint}; known: {', '.join(names)}")


class MissingExtraError(KgexportError):
    """An optional package is needed."""

    def __init__(self, purpose: str, install: str) -> None:
        super().__init__(f"{purpose} needs a package that is not installed: pip install {install!r}")


class OutsideError(KgexportError):
    """The network, a server or a store failed; trying again later may help."""

    exit_code = 3

"""Finds pages in folders, and keeps a copy of a page before it is changed; knows nothing of what is in them."""

from __future__ import annotations

import os
from pathlib import Path

from kgexport.errors import InputError
from kgexport.export.writing import write_atomically

EXTENSIONS = frozenset({".html", ".htm", ".xhtml", ".xht"})


def pages_of(where: str) -> list[str]:
    """The pages of a folder and of all folders in it, in order; what is no folder is a page itself.

    Hidden files and folders are left out, and links to folders are not followed. Raises InputError for a folder
    without pages, and for an address, since nothing can be written to it.
    """
    if "://" in where and not Path(where).exists():
        raise InputError(f"{where} is an address, and embed changes files; give a path, or - for stdin")
    if where == "-" or not Path(where).is_dir():
        return [where]
    found = []
    for folder, folders, names in os.walk(where, onerror=_unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [str(Path(folder, name)) for name in names if _is_page(name)]
    if not found:
        raise InputError(f"{where} has no pages in it ({' '.join(sorted(EXTENSIONS))}); name the files")
    return sorted(found)


def keep_copy(path: Path, page: bytes) -> Path:
    """Write the page beside it as PAGE.bak, PAGE.bak.1, …; a copy that is there stays, and is enough if it is equal."""
    for number in range(1000):
        copy = path.with_name(f"{path.name}.bak{f'.{number}' if number else ''}")
        if not copy.exists():
            write_atomically(copy, page)
            return copy
        if copy.is_file() and copy.read_bytes() == page:
            return copy
    raise InputError(f"{path} has 1,000 copies already; clear them away")


def _is_page(name: str) -> bool:
    return not name.startswith(".") and Path(name).suffix.lower() in EXTENSIONS


def _unreadable(error: OSError) -> None:
    raise InputError(f"{error.filename} cannot be read ({error.strerror}); check its permissions") from error

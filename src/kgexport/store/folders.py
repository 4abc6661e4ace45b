"""The folder of a local store: what may be in it, who writes to it, what goes wrong with it; knows no graph."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kgexport.errors import InputError, OutsideError, shown
from kgexport.store.base import RefusedError

DATABASE = "CURRENT"
"""A file that every RocksDB folder has."""
_COLUMN = "id2str"
"""A column family that only Oxigraph's have."""
_FULL = (errno.ENOSPC, errno.EDQUOT)
_Done = TypeVar("_Done")


@dataclass(frozen=True, slots=True)
class Before:
    """What there was of a folder before a store was made in it."""

    folder: Path
    missing: tuple[Path, ...]
    """The folder and those above it that were not there, the innermost first."""
    is_store: bool

    @classmethod
    def of(cls, folder: Path) -> Before:
        """As it is now; the folder was checked."""
        missing = tuple(path for path in (folder, *folder.parents) if not path.exists())
        return cls(folder, missing, (folder / DATABASE).exists())

    def restore(self) -> None:
        """Remove a store that was not there, and the folders that were made for it and hold nothing else."""
        if self.is_store:
            return
        try:
            for path in self.folder.iterdir():
                path.unlink() if path.is_file() else shutil.rmtree(path)
            for path in self.missing:
                path.rmdir()
        except OSError:
            return  # an empty store that stays is harmless


def check_folder(folder: Path) -> None:
    """Whether the folder is a store or can become one; raises InputError where neither."""
    name = shown(str(folder))
    try:
        if not folder.exists():
            return
        if not folder.is_dir():
            raise InputError(f"{name}: is a file; name a folder for the store")
        if (folder / DATABASE).exists():
            options = [path.read_text("utf-8", "replace") for path in folder.glob("OPTIONS-*")]
            if options and not any(f'"{_COLUMN}"' in text for text in options):
                raise InputError(f"{name}: holds a database of another program; name another folder for the store")
        elif any(folder.iterdir()):
            raise InputError(f"{name}: holds other files and no store; name a new or an empty folder")
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: cannot be opened ({getattr(error, 'strerror', None) or error})") from error


def check_nobody_writes(folder: Path) -> None:
    """Raises RefusedError where another process does: reading meanwhile is undefined, says `Store.read_only`.

    RocksDB holds a record lock on the file LOCK. Where the system has none of these, or the folder is not ours to
    write, nothing can be told.
    """
    try:
        import fcntl
    except ImportError:
        return
    try:
        with (folder / "LOCK").open("r+b") as lock:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise _busy(folder) from error
    except OSError:
        return


def _busy(folder: Path) -> OutsideError:
    return RefusedError(f"{shown(str(folder))}: another process is writing to this store; try again when it is done")


def using(folder: Path, work: Callable[[], _Done]) -> _Done:
    """Do something with the database of a folder; what is wrong with it is raised in the user's words."""
    name = shown(str(folder))
    try:
        return work()
    except OSError as error:
        text = " ".join(str(error).split())
        if "lock" in text.lower():
            raise _busy(folder) from error
        if error.errno in _FULL or "no space left" in text.lower():
            raise RefusedError(f"{name}: no space left for the store; free some and run this again") from error
        if isinstance(error, FileNotFoundError) and folder.exists():
            raise InputError(f"{name}: a file of the store is missing; load the graphs into a new folder") from error
        reason = f"{name}: the store cannot be used ({text}); check the folder and its permissions"
        raise RefusedError(reason) from error
    except RuntimeError as error:
        text = " ".join(str(error).split())
        raise InputError(f"{name}: the store is broken ({text}); load the graphs into a new folder") from error

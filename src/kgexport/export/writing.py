"""Writes a file whole or not at all; knows nothing of what is in it."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from kgexport.errors import InputError

_REASONS: dict[int, str] = {
    errno.ENOENT: "its folder does not exist; make it first",
    errno.ENOTDIR: "a part of its path is not a folder",
    errno.EISDIR: "it is a folder; name a file",
    errno.EACCES: "no permission; choose another folder",
    errno.EPERM: "no permission; choose another folder",
    errno.EROFS: "the file system is read-only; choose another folder",
    errno.ENOSPC: "no space left; free some and try again",
    errno.EDQUOT: "the disk quota is used up; free some space and try again",
    errno.EFBIG: "the file would be larger than this system allows",
    errno.ENAMETOOLONG: "the name is too long",
}
"""What went wrong and what to do, in the user's words."""


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` in the file, which is the old one or the new one at every moment, never a part.

    A symbolic link is followed, the permissions of an old file are kept, and a device or pipe is written to directly.
    Raises InputError with one line where that is not possible; the old file, if any, is then as it was.
    """
    write_pieces_atomically(path, (data,))


def write_pieces_atomically(path: Path, pieces: Iterable[bytes]) -> None:
    """As `write_atomically`, with the data made while it is written; what making it raises leaves the old file."""
    try:
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                file.writelines(pieces)
        else:
            _replace(target, pieces)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__
        raise InputError(f"cannot write {path}: {reason}") from error


def _replace(target: Path, pieces: Iterable[bytes]) -> None:
    """Write a file beside the target (the same file system, so that renaming is one step) and give it the name."""
    beside = target.with_name(f".kgexport-{secrets.token_hex(8)}.tmp")
    try:
        with beside.open("xb") as file:
            file.writelines(pieces)
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)

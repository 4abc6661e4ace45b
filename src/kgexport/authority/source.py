"""Opens what an authority is built from, packed or not, and cuts it into lines in constant memory; reads no item."""

from __future__ import annotations

import bz2
import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any, cast

from kgexport.errors import InputError

LONGEST_LINE = 1 << 26
"""Bytes (64 MB); the longest entity of Wikidata has some four."""

_PACKED: dict[bytes, Callable[[IO[bytes]], Any]] = {
    b"\x1f\x8b": lambda file: gzip.GzipFile(fileobj=file),
    b"BZh": bz2.BZ2File,
}
"""First bytes of a packed file -> how to unpack it."""


_OTHERWISE_PACKED = {
    b"\xfd7zXZ": "xz -dc",
    b"\x28\xb5\x2f\xfd": "zstd -dc",
    b"PK\x03\x04": "unzip -p",
    b"7z\xbc\xaf": "7z x -so",
}
"""First bytes of a file that is packed otherwise -> what unpacks it into a pipe."""


@contextmanager
def open_packed(where: str) -> Iterator[io.BufferedReader]:
    """The unpacked bytes of a file or of stdin (`-`), packed by gzip, bzip2 or not at all.

    Raises InputError for what cannot be read, also later, while it is read.
    """
    try:
        with _opened(where) as file:
            start = file.peek(6)
            _refuse_otherwise_packed(where, start)
            unpack = next((unpack for first, unpack in _PACKED.items() if start.startswith(first)), None)
            if unpack is None:
                yield file
            else:
                with io.BufferedReader(unpack(file), 1 << 20) as unpacked:
                    yield unpacked
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise InputError(f"{where} is cut off or damaged ({error}); get it again") from error
    except OSError as error:
        raise InputError(f"{where} cannot be read: {error.strerror or error}; check the path") from error


def _refuse_otherwise_packed(where: str, start: bytes) -> None:
    """Raises InputError that says how to unpack the file."""
    unpack = next((unpack for first, unpack in _OTHERWISE_PACKED.items() if start.startswith(first)), None)
    if unpack is not None:
        raise InputError(
            f"{where} is packed in a way that is not read; use a pipe: {unpack} FILE | kgexport authority build -"
        )


@contextmanager
def _opened(where: str) -> Iterator[io.BufferedReader]:
    if where == "-":
        yield cast("io.BufferedReader", sys.stdin.buffer)
    else:
        with open(where, "rb") as file:  # noqa: PTH123 - a buffered reader, which can be looked ahead in
            yield file


def lines(stream: io.BufferedReader) -> Iterator[bytes]:
    """The lines without line ends; one that is longer than `LONGEST_LINE` is given cut off."""
    while line := stream.readline(LONGEST_LINE):
        whole = line
        while not line.endswith(b"\n") and (line := stream.readline(LONGEST_LINE)):
            continue
        yield whole.rstrip(b"\r\n")

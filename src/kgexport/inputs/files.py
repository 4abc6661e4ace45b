"""Opens files, folders, patterns and standard input as sources; parses nothing."""

from __future__ import annotations

import glob
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import Quad

from kgexport.errors import InputError
from kgexport.inputs.formats import by_extension, extensions, found_in_folders
from kgexport.inputs.reading import LARGEST, too_large, whole
from kgexport.inputs.source import Document, Source, failing, unreadable

STDIN_BASE = "file:///dev/stdin"
"""What relative IRIs of standard input resolve against: it has no address."""


def read_file(path: Path) -> Iterator[Quad]:
    """The quads of a file, of the format that its extension or its first bytes tell.

    Raises InputError with line and column where it cannot be parsed.
    """
    return iter(file_source(path))


def file_source(path: Path) -> Source:
    """A file as a source; it is opened when it is read."""
    name = _printable(path)

    def opened() -> Document:
        try:
            if path.stat().st_size > LARGEST and path.suffix != ".gz":
                raise too_large(name, LARGEST)
            stream: BinaryIO = path.open("rb")
            if not stream.seekable():  # a pipe, as in `kgexport validate <(…)`
                with stream:
                    stream = _read_pipe(stream, name)
        except (OSError, ValueError) as error:
            raise unreadable(name, error) from error
        return Document(name, stream, path, by_extension(path.name))

    return Source(name, opened)


def stdin_source(stream: BinaryIO | None = None) -> Source:
    """Standard input as a source, of the format that its first bytes tell; `stream` stands for it in tests."""

    def opened() -> Document:
        if stream is None and sys.stdin is None:
            raise InputError("-: stdin is closed; give a file or an http(s) URL")
        return Document("-", _read_pipe(stream or sys.stdin.buffer, "-"), STDIN_BASE)

    return Source("-", opened)


def _read_pipe(stream: BinaryIO, name: str) -> BinaryIO:
    return io.BytesIO(whole(stream, name, LARGEST))


def path_sources(argument: str) -> Iterator[Source]:
    """The sources of a path: the file, those of a folder, or those of a pattern that the shell left as it was."""
    path = Path(argument)
    name = _printable(path)
    if not argument:
        yield failing("", InputError("a graph has an empty name; give a path, an http(s) URL, or - for stdin"))
    elif os.path.isdir(argument):  # noqa: PTH112 - says no, where Path raises for what no path can hold
        yield from _of_folder(path, name)
    elif not os.path.lexists(argument) and glob.has_magic(argument):
        matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - the pattern is one of a shell
        for match in matches:
            yield from _of_folder(Path(match), match) if Path(match).is_dir() else (file_source(Path(match)),)
        if not matches:
            yield failing(name, InputError(f"{name}: no file matches this pattern; check the path"))
    else:
        yield file_source(path)


def _of_folder(folder: Path, name: str) -> Iterator[Source]:
    """Its files of known extensions and those of the folders in it, sorted; hidden ones are left out."""
    errors: list[OSError] = []
    found: list[Path] = []
    for place, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        found.extend(Path(place, each) for each in files if not each.startswith(".") and found_in_folders(each))
    for path in sorted(found):
        yield file_source(path)
    for error in errors:
        where = os.fsdecode(error.filename)
        yield failing(where, unreadable(where, error))
    if not found and not errors:
        yield failing(name, InputError(f"{name}: no graph in this folder; known extensions: {extensions()}"))


def _printable(path: Path) -> str:
    """The path as messages print it: one line of valid text."""
    text = os.fsencode(path).decode("utf-8", "replace")
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)

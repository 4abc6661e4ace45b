"""The resume file: what was loaded where, a line of JSON each, only ever added to; knows no network.

Before a graph is sent there is a line `begun`, afterwards one with `done` or `failed`. A process that is killed leaves
`begun` or half a line: either way the graph counts as not loaded, and loading it again does no harm.
"""

from __future__ import annotations

import json
import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from pyoxigraph import NamedNode

from kgexport.errors import InputError


class JournalError(InputError):
    """The resume file cannot be used: no graph is to be loaded without a note of it."""


_KEYS = ("graph", "store", "action", "outcome")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is done to one graph."""

    file: str
    graph: NamedNode
    action: str
    """`replace`, `append` or `delete`."""
    sha256: str
    """Of the bytes; empty for `delete`."""
    triples: int


class Journal:
    """What is known to be in one store; without a path it knows nothing and writes nothing."""

    def __init__(self, path: Path | None, store: str) -> None:
        """Read what is there. Raises JournalError for a file that cannot be read, or that is no resume file."""
        self._path, self._store = path, store
        self._lock = threading.Lock()
        self._held: dict[str, set[str]] = {}
        self._file: int | None = None
        if path is not None:
            self._read(path)
            self._file = self._opened(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    @property
    def writes(self) -> bool:
        """Whether there is a file."""
        return self._path is not None

    def forget(self) -> None:
        """Take nothing for done: the store is another than the one that was loaded, and empty."""
        self._held.clear()

    def has(self, entry: Entry) -> bool:
        """Whether this very thing was done, and nothing after it that could have changed it."""
        held = self._held.get(entry.graph.value)
        if held is None:
            return False
        if entry.action == "append":
            return entry.sha256 in held
        return held == ({entry.sha256} if entry.action == "replace" else set())

    def begun(self, entry: Entry) -> None:
        """It is about to be done."""
        self._write(entry, "begun")

    def done(self, entry: Entry) -> None:
        """It was done."""
        self._write(entry, "done")

    def failed(self, entry: Entry, reason: str) -> None:
        """It was not done, or not wholly."""
        self._write(entry, "failed", reason=reason)

    def _write(self, entry: Entry, outcome: str, **more: str) -> None:
        record = {
            "file": entry.file,
            "graph": entry.graph.value,
            "sha256": entry.sha256,
            "triples": entry.triples,
            "store": self._store,
            "action": entry.action,
            "outcome": outcome,
            **more,
        }
        with self._lock:
            self._note(record)
            if self._file is not None:
                self._add((json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace"))

    def _add(self, line: bytes) -> None:
        """One call a line, so that lines of several processes do not mix."""
        try:
            written = os.write(self._file if self._file is not None else -1, line)
        except OSError as error:
            raise _unwritable(self._path, error) from error
        if written < len(line):
            raise JournalError(
                f"{self._path}: the resume file cannot be written: no space left; free some, run it again"
            )

    def _note(self, record: dict[str, Any]) -> None:
        """Learn from a line what the graph holds: of a replaced graph only that, of one that is unsure nothing."""
        graph, action, outcome = record["graph"], record["action"], record["outcome"]
        if outcome == "done":
            kept = self._held.get(graph, set()) if action == "append" else set()
            self._held[graph] = kept | ({record["sha256"]} if action != "delete" else set())
        elif action != "append":
            self._held.pop(graph, None)

    def _read(self, path: Path) -> None:
        try:
            lines = path.read_bytes().split(b"\n")
        except FileNotFoundError:
            return
        except OSError as error:
            raise JournalError(f"{path}: the resume file cannot be read ({error.strerror}); choose another") from error
        known = [self._record(line, number, path) for number, line in enumerate(lines, 1) if line.strip()]
        for record in known:
            if record and record["store"] == self._store:
                self._note(record)
        if known and not any(known):
            raise JournalError(f"{path}: is no resume file; give another name with --resume")

    def _record(self, line: bytes, number: int, path: Path) -> dict[str, Any] | None:
        """A line; None for what a killed process left of one."""
        try:
            record = json.loads(line)
        except ValueError:
            return None
        if not isinstance(record, dict) or not all(isinstance(record.get(key), str) for key in (*_KEYS, "sha256")):
            raise JournalError(f"{path}:{number}: is no line of a resume file; give another name with --resume")
        return record

    def _opened(self, path: Path) -> int:
        """The file to add to; what a killed process left of a line is closed off."""
        try:
            file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
            size = os.fstat(file).st_size
            if size and os.pread(file, 1, size - 1) != b"\n":
                os.write(file, b"\n")
        except OSError as error:
            raise _unwritable(path, error) from error
        return file


def _unwritable(path: Path | None, error: OSError) -> JournalError:
    return JournalError(f"{path}: the resume file cannot be written ({error.strerror}); choose another with --resume")

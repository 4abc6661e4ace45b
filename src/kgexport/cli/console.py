"""What commands share: the only place that prints, and that turns errors into lines and exit codes.

Data goes to stdout, everything else to stderr.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

import typer

from kgexport.errors import InputError, KgexportError

INTERNAL_ERROR = 70
"""`EX_SOFTWARE` of sysexits.h."""


class LogFormat(StrEnum):
    """How messages on stderr are written."""

    TEXT = "text"
    JSON = "json"


class Messages:
    """Messages on stderr, for people or as one JSON object a line."""

    log_format = LogFormat.TEXT

    def error(self, text: str, **fields: Any) -> None:
        """One line that says what went wrong."""
        self._write("error", f"kgexport: {' '.join(text.split())}", {"message": text, **fields})

    def info(self, text: str, **fields: Any) -> None:
        """What was done."""
        self._write("info", text, fields or {"message": text})

    def _write(self, level: str, text: str, fields: dict[str, Any]) -> None:
        if self.log_format is LogFormat.JSON:
            text = json.dumps({"level": level, **fields}, ensure_ascii=False)
        print(text, file=sys.stderr)  # noqa: T201


messages = Messages()


def internal_error(error: Exception, source: str | None = None) -> int:
    """Say that the program is at fault, and where; the exit code."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(where.filename).name}:{where.lineno}"
    about = f"{source}: " if source else ""
    messages.error(f"{about}internal error in {place} ({type(error).__name__}: {error}); please report it")
    if os.environ.get("KGEXPORT_TRACEBACK"):
        traceback.print_exception(error)
    return INTERNAL_ERROR


@contextmanager
def reporting() -> Iterator[None]:
    """Turn an error that is meant for the user into its line and its exit code."""
    try:
        yield
    except KgexportError as error:
        messages.error(str(error))
        raise typer.Exit(error.exit_code) from error


def emit(data: bytes) -> None:
    """Write data to stdout; ends the process where its reader has gone, as in `kgexport … | head`."""
    if sys.stdout is None:
        raise InputError("stdout is closed; give a folder with --output")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python fails again when it closes stdout
        if isinstance(error, BrokenPipeError):
            sys.exit(0)
        raise InputError(f"cannot write to stdout ({error.strerror}); give a folder with --output") from error


def guarded(source: str, work: Callable[[str], int]) -> int:
    """Work on one source of several; whatever happens to it, the others are not lost. Its exit code."""
    try:
        return work(source)
    except KgexportError as error:
        messages.error(str(error), source=source)
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - the batch goes on; the code says that the error is ours
        return internal_error(error, source)


def progress(text: str) -> None:
    """One line that changes, on a terminal only."""
    if sys.stderr is not None and sys.stderr.isatty() and messages.log_format is LogFormat.TEXT:
        print(f"\r{text}", end="\r", file=sys.stderr, flush=True)  # noqa: T201

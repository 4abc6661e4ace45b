"""Keeps answers of the outside world on disk, one JSON file a request; knows neither network nor what is asked."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kgexport.errors import InputError
from kgexport.export.writing import write_atomically


def default_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """`$XDG_CACHE_HOME/kgexport`, else `~/.cache/kgexport` (XDG Base Directory Specification). Raises InputError."""
    base = environ.get("XDG_CACHE_HOME", "")
    try:
        return (Path(base) if base.startswith("/") else Path.home() / ".cache") / "kgexport"
    except RuntimeError as error:
        raise InputError("there is no home folder to keep answers in; set KGEXPORT_CACHE") from error


class DiskCache:
    """Answers by request. A file is written whole or not at all; one that cannot be read counts as not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, request: Mapping[str, str]) -> Any:
        """The answer that is kept for a request; None where there is none."""
        try:
            kept = json.loads(self._path(request).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return kept["answer"] if isinstance(kept, dict) and kept.get("request") == request else None

    def written(self, request: Mapping[str, str]) -> float:
        """When the answer to a request was written, in seconds since 1970; 0 where there is none."""
        try:
            return self._path(request).stat().st_mtime
        except OSError:
            return 0.0

    def put(self, request: Mapping[str, str], answer: Any) -> None:
        """Keep an answer. Raises InputError where the folder cannot be written to."""
        path = self._path(request)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(
                f"the cache {self._folder} cannot be made ({error.strerror}); set KGEXPORT_CACHE"
            ) from error
        text = json.dumps({"request": request, "answer": answer}, ensure_ascii=False, sort_keys=True)
        write_atomically(path, text.encode())

    def _path(self, request: Mapping[str, str]) -> Path:
        key = hashlib.sha256(json.dumps(request, sort_keys=True).encode()).hexdigest()
        return self._folder / key[:2] / f"{key[2:]}.json"

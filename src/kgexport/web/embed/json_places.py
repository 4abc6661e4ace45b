"""Finds objects in a JSON text together with the places they begin at; knows nothing of what they mean."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator, Mapping
from typing import Any

_SPACE = re.compile(r"[ \t\r\n]*")
_DEEPEST = 6
_DECODER = json.JSONDecoder(strict=False)


def objects(text: str, through: Container[str]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The objects at the top, in lists there, and below the members of these names; each with its `{`'s place.

    What stands before the first bracket (a comment mark of old pages) is skipped; broken JSON holds no objects.
    """
    begin = re.search(r"[\[{]", text)
    try:
        yield from _objects(text, begin.start(), through, 0) if begin else ()
    except (ValueError, RecursionError):
        return


def _objects(text: str, at: int, through: Container[str], depth: int) -> Iterator[tuple[int, Mapping[str, Any]]]:
    if depth > _DEEPEST or text[at] not in "[{":
        return
    value, _ = _DECODER.raw_decode(text, at)
    if isinstance(value, dict):
        yield at, value
        if any(name in through for name in value):
            inner = [place for name, place in _members(text, at) if name in through]
        else:
            inner = []
    else:
        inner = list(_elements(text, at))
    for place in inner:
        yield from _objects(text, place, through, depth + 1)


def _members(text: str, at: int) -> Iterator[tuple[str, int]]:
    """Names of an object with the places of their values; `at` is its bracket."""
    at = _after_space(text, at + 1)
    while text[at] != "}":
        name, at = _DECODER.raw_decode(text, at)
        at = _after_space(text, _after_space(text, at) + 1)
        yield name, at
        at = _next(text, at)


def _elements(text: str, at: int) -> Iterator[int]:
    at = _after_space(text, at + 1)
    while text[at] != "]":
        yield at
        at = _next(text, at)


def _next(text: str, at: int) -> int:
    """The place of what follows a value and its comma: the next one, or the closing bracket."""
    _, at = _DECODER.raw_decode(text, at)
    at = _after_space(text, at)
    return _after_space(text, at + 1) if text[at] == "," else at


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at

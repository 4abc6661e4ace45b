"""Lays out JSON to be read: small objects and lists on one line, all else broken; knows nothing of RDF.

No character is escaped that JSON allows as it is: such text must not be pasted into a `<script>` element, whose text
`</script>` would end; that is the business of the profile for web pages.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from json.encoder import encode_basestring

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]

WIDTH = 110
"""An object or list without objects or lists in it shares a line up to this many characters."""


def json_text(value: Json) -> str:
    """The value with two spaces of indentation and no line end after it; keys stay in their order."""
    return "".join(_pieces(value, "\n"))


def _pieces(value: Json, line: str) -> Iterator[str]:
    """`line` is the line end with the indentation of the value's own line."""
    if not isinstance(value, dict | list):
        yield _scalar(value)
        return
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    short = _one_line(value)
    if short is not None and len(line) + len(short) <= WIDTH:
        yield f"{opening}{short}{closing}"
        return
    inner = line + "  "
    for i, (label, item) in enumerate(_items(value)):
        yield f"{',' if i else opening}{inner}{label}"
        yield from _pieces(item, inner)
    yield line + closing


def _items(value: dict[str, Json] | list[Json]) -> Iterator[tuple[str, Json]]:
    if isinstance(value, dict):
        return ((f"{encode_basestring(key)}: ", item) for key, item in value.items())
    return (("", item) for item in value)


def _one_line(value: dict[str, Json] | list[Json]) -> str | None:
    """The inside on one line; None if there is an object or a list in it."""
    items = value.values() if isinstance(value, dict) else value
    if any(isinstance(item, dict | list) for item in items):
        return None
    return ", ".join(label + _scalar(item) for label, item in _items(value) if not isinstance(item, dict | list))


def _scalar(value: str | int | float | bool | None) -> str:
    return encode_basestring(value) if isinstance(value, str) else json.dumps(value, allow_nan=False)

"""Finds the article that a page describes in its JSON-LD, and reads it leniently; knows nothing of HTML."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_TYPES = ("Article", "BlogPosting", "LiveBlogPosting", "Posting", "Report")
_AROUND = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
_DEEPEST = 6
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
"""Control characters, and halves of surrogate pairs that a JSON escape can make and UTF-8 cannot hold."""

Node = Mapping[str, Any]


def article_node(scripts: Iterable[str]) -> Node:
    """The first article among some JSON-LD scripts; empty where there is none or none that can be read."""
    return next((node for script in scripts for node in _nodes(_load(script), 0) if _is_article(node)), {})


def strings(value: object) -> list[str]:
    """The text, `name` or `url` of a value or of each of a list, not empty, in order; character references decoded."""
    return _texts(value, ("name", "@value", "url", "@id"), 0)


def first(value: object) -> str | None:
    """The first of `strings`."""
    return next(iter(strings(value)), None)


def urls(value: object) -> list[str]:
    """The URLs of a value or of each of a list: a text, or the `url`, `contentUrl` or `@id` of an object."""
    return _texts(value, ("url", "contentUrl", "@id"), 0)


def _texts(value: object, names: tuple[str, ...], depth: int) -> list[str]:
    """The text of a value, of the first of an object's properties that says something, or of each of a list."""
    if isinstance(value, str):
        text = " ".join(_NO_TEXT.sub("", html.unescape(value)).split())
        return [text] if text else []
    if depth > _DEEPEST:
        return []
    if isinstance(value, Mapping):
        return _texts(next(filter(None, map(value.get, names)), None), names, depth + 1)
    return [text for one in value for text in _texts(one, names, depth + 1)][:100] if isinstance(value, list) else []


def _load(script: str) -> object:
    """What a script holds; nothing where it is broken, since pages are not to be refused for that."""
    try:
        return json.loads(script.strip().removeprefix("<!--").removesuffix("-->").strip(" ;\n\t"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object, depth: int) -> Iterator[Node]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, depth + 1)
    elif isinstance(value, Mapping):
        yield value
        for name in _AROUND:
            yield from _nodes(value.get(name), depth + 1)


def _is_article(node: Node) -> bool:
    types = node.get("@type")
    named = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.endswith(_TYPES) for name in named)

"""Reads JSON-LD whose context is schema.org's, or is written in it; never fetches a context, knows no HTML."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pyoxigraph import Quad

from kgexport.errors import InputError
from kgexport.inputs.formats import JSON_LD
from kgexport.inputs.reading import rdf_quads
from kgexport.vocabulary import SCHEMA

SCHEMA_CONTEXT = {"@vocab": SCHEMA.iri, "schema": SCHEMA.iri, "id": "@id", "type": "@type"}
"""What `https://schema.org` stands for as a context: the vocabulary and its short names for keywords."""

_SCHEMA = re.compile(r"(?:https?:)?//(?:www\.)?schema\.org(?:/|/docs/jsonldcontext\.json(?:ld)?)?#?", re.I)
_BARE = re.compile(r"(?:www\.)?schema\.org/?", re.I)
_USUAL = "https://schema.org"
_MOST_DIGITS = 300
_NOT_IN_IRIS = re.compile(r"[\x00-\x20<>\"{}|\\^`]")


def text_quads(
    text: str, name: str, base: str, notes: list[str], *, first_line: int = 1, page: bool = False
) -> Iterator[Quad]:
    """The quads of one document; `first_line` is where it begins in its file, `page` says that a page embeds it.

    Raises InputError for broken JSON (with line and column), for a context that is elsewhere,
    and where there is none.
    """
    place = f"{name}:{first_line}" if page else name
    try:
        tree = _loaded(text, name, place, first_line)
        if not _has_context(tree) and _needs_context(tree):
            raise InputError(f'{place}: JSON without "@context", so that its keys mean nothing; add "{_USUAL}"')
        body = _dumped(_Reading(place, notes, page).changed(tree))
    except RecursionError as error:
        raise InputError(f"{place}: not JSON-LD: it is nested too deeply") from error
    yield from rdf_quads(io.BytesIO(body), JSON_LD, place, base, rewritten=True)


def tree_quads(tree: Any, name: str, base: str) -> Iterator[Quad]:
    """The quads of expanded JSON-LD, blank nodes apart from those of other documents."""
    yield from rdf_quads(io.BytesIO(_dumped(tree)), JSON_LD, name, base, rewritten=True)


def _dumped(tree: Any) -> bytes:
    return json.dumps(tree, allow_nan=False).encode()


def _loaded(text: str, name: str, place: str, first_line: int) -> Any:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            key = Counter(key for key, _ in pairs).most_common(1)[0][0]
            raise InputError(f"{place}: an object of its JSON-LD has the key {key!r} twice; give both values as a list")
        return found

    def refuse(constant: str) -> Any:
        raise InputError(f"{place}: not JSON-LD: {constant} is no number of JSON")

    try:
        return json.loads(text, object_pairs_hook=unique, parse_constant=refuse, parse_float=_finite, parse_int=_whole)
    except json.JSONDecodeError as error:
        where = f"{name}:{first_line + error.lineno - 1}:{error.colno}"
        raise InputError(f"{where}: not JSON-LD: {error.msg[:1].lower()}{error.msg[1:]}{_advice(text)}") from error
    except ValueError as error:
        raise InputError(f"{place}: not JSON-LD: {error}") from error


def _finite(digits: str) -> float:
    value = float(digits)
    if value in (float("inf"), float("-inf")):
        raise ValueError(f"the number {digits[:20]} is too large")
    return value


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError(f"the number {digits[:20]}… has {len(digits)} digits")
    return int(digits)


def _advice(text: str) -> str:
    return "; its quotation marks are written as &quot;, which JSON does not know" if "&quot;" in text else ""


def _has_context(tree: Any) -> bool:
    if isinstance(tree, dict):
        return "@context" in tree or any(map(_has_context, tree.values()))
    return isinstance(tree, list) and any(map(_has_context, tree))


def _needs_context(tree: Any) -> bool:
    """Whether there is a key or a type that is not an IRI, nor a keyword."""
    if isinstance(tree, dict):
        named = [key for key in tree if not key.startswith("@")]
        types = tree.get("@type", [])
        named += [name for name in (types if isinstance(types, list) else [types]) if isinstance(name, str)]
        return any(":" not in name for name in named) or any(map(_needs_context, tree.values()))
    return isinstance(tree, list) and any(map(_needs_context, tree))


class _Reading:
    """Changes a document so that it can be parsed without the network and without a silent loss."""

    def __init__(self, name: str, notes: list[str], page: bool) -> None:
        self._name, self._notes, self._page = name, notes, page

    def changed(self, tree: Any) -> Any:
        """The same document with schema.org's context written in and with no character that an IRI cannot have.

        What is no IRI would be dropped without a word; percent-encoded, as browsers do it, it stays and is checked.
        """
        if isinstance(tree, list):
            return [self.changed(item) for item in tree]
        if not isinstance(tree, dict) or "@value" in tree:
            return tree
        return {
            self._encoded(key, "key"): self._context(value) if key == "@context" else self._value(key, value)
            for key, value in tree.items()
        }

    def _value(self, key: str, value: Any) -> Any:
        if key not in ("@id", "@type"):
            return self.changed(value)
        if isinstance(value, list):
            return [self._value(key, item) for item in value]
        return self._encoded(value.strip(), key) if isinstance(value, str) else self.changed(value)

    def _encoded(self, text: str, what: str) -> str:
        if not _NOT_IN_IRIS.search(text):
            return text
        self._notes.append(f"{what} {text!r} has a character that no IRI may have; it is read percent-encoded")
        return _NOT_IN_IRIS.sub(lambda found: f"%{ord(found[0]):02X}", text)

    def _context(self, context: Any) -> Any:
        if isinstance(context, list):
            return [self._context(item) for item in context]
        if isinstance(context, dict):
            imported = self._context(context["@import"]) if "@import" in context else {}
            return imported | {key: self._term(key, value) for key, value in context.items() if key != "@import"}
        if not isinstance(context, str) or _SCHEMA.fullmatch(context.strip()):
            return SCHEMA_CONTEXT if isinstance(context, str) else context
        if _BARE.fullmatch(context.strip()):
            raise InputError(f'{self._name}: the context {context!r} is no address; write "{_USUAL}"')
        raise InputError(
            f"{self._name}: its JSON-LD context {context!r} is elsewhere and is not fetched; write what it says "
            "into the document"
        )

    def _term(self, key: str, value: Any) -> Any:
        """One entry of a context; pages that say `https://schema.org` for `http://schema.org/` mean the same."""
        if key == "@vocab" and isinstance(value, str) and _SCHEMA.fullmatch(value.strip()):
            return SCHEMA.iri if self._page or not value.endswith("/") else value
        if isinstance(value, dict) and "@context" in value:
            return {**value, "@context": self._context(value["@context"])}
        return value

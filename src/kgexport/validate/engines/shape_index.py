"""Paths, names and messages of shapes, read from the triples of the shapes; knows no engine and no data.

A path is written as in SPARQL, its IRIs in angle brackets, and given as a list of alternatives: `["<a>", "^<b>"]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import pyoxigraph as ox

from kgexport.validate.engines.base import KEPT, ShapeSource
from kgexport.validate.facts import short
from kgexport.validate.report import Verdict
from kgexport.validate.shapes import SH_IRI, SHAPES_IRI

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_FIRST, _REST = ox.NamedNode(_RDF + "first"), ox.NamedNode(_RDF + "rest")
_PATH, _INVERSE, _ALTERNATIVE = (ox.NamedNode(SH_IRI + name) for name in ("path", "inversePath", "alternativePath"))
_REPEATED = {
    ox.NamedNode(SH_IRI + name): sign
    for name, sign in (("zeroOrMorePath", "*"), ("oneOrMorePath", "+"), ("zeroOrOnePath", "?"))
}
_MESSAGE = ox.NamedNode(SH_IRI + "message")
_ENGLISH = {None, "en"}
_IRI = re.compile(r"<([^>]*)>")


class ShapeIndex:
    """The path of each property shape, the name under which each shape is known, and what it says."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self._values: dict[tuple[object, ox.NamedNode], object] = {}
        self._parents: dict[object, object] = {}
        self._messages: dict[object, list[ox.Literal]] = {}
        for triple in triples:
            self._values.setdefault((triple.subject, triple.predicate), triple.object)
            if triple.predicate == _MESSAGE and isinstance(triple.object, ox.Literal):
                self._messages.setdefault(triple.subject, []).append(triple.object)
            if isinstance(triple.object, ox.BlankNode):
                self._parents.setdefault(triple.object, triple.subject)

    def of_shape(self, shape: object) -> list[str]:
        """The alternatives of the path of a property shape; none for a node shape."""
        path = self._values.get((shape, _PATH))
        return [] if path is None else self.alternatives(path)

    def alternatives(self, path: object) -> list[str]:
        """The alternatives of a path, in the order of the shapes graph."""
        if isinstance(path, ox.NamedNode):
            return [f"<{path.value}>"]
        if (path, _INVERSE) in self._values:
            return ["^" + step for step in self.alternatives(self._values[path, _INVERSE])]
        if (path, _ALTERNATIVE) in self._values:
            members = self._members(self._values[path, _ALTERNATIVE])
            return [step for member in members for step in self.alternatives(member)]
        for predicate, sign in _REPEATED.items():
            if (path, predicate) in self._values:
                return [_grouped(self.alternatives(self._values[path, predicate])) + sign]
        return ["/".join(_grouped(self.alternatives(member)) for member in self._members(path))]

    def name(self, shape: object) -> str:
        """What findings call a shape; for one without an IRI the nearest shape around it that has one."""
        while isinstance(shape, ox.BlankNode) and shape in self._parents:
            shape = self._parents[shape]
        return shape.value.removeprefix(SHAPES_IRI) if isinstance(shape, ox.NamedNode) else "_:"

    def message(self, shape: object, component: str) -> str:
        """What a shape says is wrong, in English where it says so in several languages; else what it asks for."""
        messages = sorted(self._messages.get(shape, ()), key=lambda text: (text.language not in _ENGLISH, text.value))
        return messages[0].value if messages else f"This breaks the rule of {short(component)}."

    def _members(self, head: object) -> list[object]:
        found: list[object] = []
        while (head, _FIRST) in self._values:
            found.append(self._values[head, _FIRST])
            head = self._values.get((head, _REST))
        return found


def _grouped(alternatives: list[str]) -> str:
    return alternatives[0] if len(alternatives) == 1 else f"({'|'.join(alternatives)})"


def plain(alternative: str) -> str | None:
    """The IRI of an alternative that is a single property followed forwards; None for any other."""
    match = _IRI.fullmatch(alternative)
    return match[1] if match else None


def readable(alternatives: Iterable[str]) -> str | None:
    """The short form for findings, `schema:agent|schema:participant`; None for no path."""
    return "|".join(map(_short_step, alternatives)) or None


@lru_cache(1024)
def _short_step(step: str) -> str:
    return _IRI.sub(lambda match: short(match[1]), step)


@lru_cache(KEPT)
def shape_index(shapes: ShapeSource, verdict: Verdict) -> ShapeIndex:
    """The paths and names of the shapes of one verdict."""
    return ShapeIndex(shapes(verdict))

"""The only place that runs the package `shacl`: a compiled engine, for a second opinion. Import it late.

Why this one: of `shacl` 0.3.4, `shacl-rust` 0.2.12 and `pyshifty` 0.5.1 (all young, permissive licences, one wheel for
every Python), the first and the last give what all cases of `tests/conformance/shacl` expect, the second fails four
(deactivated shapes, qualified counts, ranges over texts). Over the sample with its evidence the first takes 4 ms where
the second, which cannot keep compiled shapes, takes 140 and the third 240.

It is trusted with what those cases prove only (`proven.py`); shapes that use anything else go to pySHACL.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kgexport.errors import InputError
from kgexport.validate.engines.base import KEPT, Checked, ShapeSource
from kgexport.validate.engines.proven import Split, split
from kgexport.validate.engines.results import Result, finding
from kgexport.validate.engines.shape_index import ShapeIndex, plain, shape_index
from kgexport.validate.engines.targets import labels, targets
from kgexport.validate.engines.written import LABEL_PATH, LABEL_SHAPE, LABEL_SHAPE_NAME, written
from kgexport.validate.facts import Facts
from kgexport.validate.report import Severity, Verdict
from kgexport.validate.shapes import SH_IRI, shape_triples

if TYPE_CHECKING:
    from kgexport.validate.engines.pyshacl_engine import PyshaclEngine

_SEVERITIES = {"Violation": Severity.VIOLATION, "Warning": Severity.WARNING, "Info": Severity.INFO}
_NAMELESS = "urn:x-kgexport:shape:"
"""What the IRIs of shapes without an IRI begin with while the engine has them."""
_PATHS = ("alternativePath", "inversePath", "oneOrMorePath", "zeroOrMorePath", "zeroOrOnePath")
_BASE = "urn:x-kgexport:none"
"""No IRI that is written out is relative: the base is never used."""


class ShaclEngine:
    """The package `shacl` (Rust), checked against pySHACL by the tests and by `--compare`.

    Raises InputError where the package is not installed.
    """

    name = "shacl"

    def __init__(self, shapes: ShapeSource = shape_triples) -> None:
        _package()
        self._shapes = shapes

    def check(self, facts: Facts, verdict: Verdict) -> Checked:
        """Findings of all shapes of a verdict over the facts, and the nodes that they looked at."""
        compiled, parts = _compiled(self._shapes, verdict)
        if not parts.is_proven_for(facts):
            return self._reference().check(facts, verdict)
        seen = labels(targets(self._shapes, verdict).focus(facts))
        try:
            report = compiled.validate_text(written(facts), "turtle", _BASE)
        except ValueError as error:
            raise InputError(f'the engine "shacl" cannot read this graph: {error}; use the engine "pyshacl"') from error
        read = _Reader(shape_index(self._shapes, verdict), report.results)
        findings = [finding(facts, verdict, result) for result in read.results()]
        if parts.others:
            findings += self._reference().check_parts(facts, verdict, parts.others)
        return findings, seen

    def _reference(self) -> PyshaclEngine:
        from kgexport.validate.engines.pyshacl_engine import PyshaclEngine

        return PyshaclEngine(self._shapes)


def _package() -> Any:
    try:
        import shacl
    except ImportError as error:
        raise InputError(
            'the engine "shacl" needs the package shacl; install it with: pip install "kgexport[shacl]"'
        ) from error
    return shacl


@lru_cache(KEPT)
def _compiled(shapes: ShapeSource, verdict: Verdict) -> tuple[Any, Split]:
    """The compiled shapes, and what is left to pySHACL."""
    parts = split(shapes(verdict))
    text = ox.serialize((*_named(parts.trusted), *LABEL_SHAPE), format=ox.RdfFormat.N_TRIPLES)
    assert text is not None  # which it is where no file is named
    return _package().Shapes.from_text(text.decode(), "nt", _BASE), parts


def _named(triples: tuple[ox.Triple, ...]) -> list[ox.Triple]:
    """The shapes with an IRI for every shape without one: the engine would rename it."""
    paths = {ox.NamedNode(SH_IRI + name) for name in _PATHS}
    nameless: dict[object, Any] = {
        triple.subject: ox.NamedNode(_NAMELESS + triple.subject.value)
        for triple in triples
        if isinstance(triple.subject, ox.BlankNode)
        and triple.predicate.value.startswith(SH_IRI)
        and triple.predicate not in paths
    }
    return [
        ox.Triple(
            nameless.get(triple.subject, triple.subject), triple.predicate, nameless.get(triple.object, triple.object)
        )
        for triple in triples
    ]


class _Reader:
    """The results of one report; blank nodes get back the labels that they have in the facts."""

    def __init__(self, index: ShapeIndex, results: list[Any]) -> None:
        self._index = index
        self._results = [result for result in results if result.path != LABEL_PATH]
        named = [result for result in results if result.path == LABEL_PATH and result.source_shape == LABEL_SHAPE_NAME]
        self._blank = {result.focus_node: ox.BlankNode(result.value_plain) for result in named}

    def results(self) -> Iterator[Result]:
        """Each result, in terms of pyoxigraph."""
        for result in self._results:
            shape = _term(result.source_shape)
            if isinstance(shape, ox.NamedNode) and shape.value.startswith(_NAMELESS):
                shape = ox.BlankNode(shape.value.removeprefix(_NAMELESS))
            steps = [result.path] if result.path else []
            if steps and plain(result.path) is None:
                steps = self._index.of_shape(shape)
            yield Result(
                focus=self._node(result.focus_node),
                path=steps,
                value=self._node(result.value),
                severity=_SEVERITIES[result.severity],
                message=self._index.message(shape, result.component_iri),
                shape=self._index.name(shape),
            )

    def _node(self, text: str | None) -> object:
        return self._blank.get(text) or _term(text)


@lru_cache(4096)
def _term(text: str | None) -> object:
    """A term in the syntax of N-Triples, as the engine gives it; None for None."""
    if text is None:
        return None
    quads = ox.parse(f"<urn:a> <urn:b> {text} .", format=ox.RdfFormat.N_TRIPLES)
    return next(iter(quads)).object

"""The triples of the shapes in `shapes/`, by verdict, read once a process; knows no engine and no data."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kgexport import resources
from kgexport.errors import InputError
from kgexport.validate.report import Verdict
from kgexport.vocabulary import RDFS

SHAPES_IRI = "https://w3id.org/kgexport/shapes#"
SH_IRI = "http://www.w3.org/ns/shacl#"

_FOR_READERS = frozenset(
    {SH_IRI + "description", RDFS.iri + "seeAlso", RDFS.iri + "label", RDFS.iri + "comment"}
    | {SHAPES_IRI + name for name in ("good", "bad")}
)


def shape_files(verdict: Verdict) -> list[Path]:
    """The Turtle files of one verdict's shapes, in the order of their names; schema.org's rules are no shapes."""
    return sorted((resources.folder("shapes") / verdict).glob("*.ttl"))


@cache
def shape_triples(verdict: Verdict) -> tuple[ox.Triple, ...]:
    """The triples of the shapes of one verdict; raises InputError for a broken file."""
    found: list[ox.Triple] = []
    for path in shape_files(verdict):
        try:
            found.extend(quad.triple for quad in ox.parse(path=path, rename_blank_nodes=True))
        except SyntaxError as error:
            raise InputError(f"{path.name}: {error.msg}; install the package again") from error
    return tuple(found)


@cache
def constraint_triples(verdict: Verdict) -> tuple[ox.Triple, ...]:
    """The same without what only people read (reasons, sources, examples): a third less for an engine to load."""
    return tuple(triple for triple in shape_triples(verdict) if triple.predicate.value not in _FOR_READERS)

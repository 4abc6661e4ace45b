"""Terms of pyoxigraph as terms of rdflib and back; lexical forms stay as they are written."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pyoxigraph as ox
import rdflib

from kgexport.errors import InputError


def add_triples(graph: rdflib.Graph, triples: Iterable[ox.Triple]) -> None:
    """Put the triples into the graph; raises InputError for a quoted triple."""
    terms: dict[object, rdflib.IdentifiedNode | rdflib.Literal] = {}

    def known(term: object) -> rdflib.IdentifiedNode | rdflib.Literal:
        found = terms.get(term)
        if found is None:
            found = terms[term] = to_rdflib(term)
        return found

    with _quiet_literals():
        for triple in triples:
            graph.add((known(triple.subject), known(triple.predicate), known(triple.object)))


def to_rdflib(term: object) -> rdflib.IdentifiedNode | rdflib.Literal:
    """An rdflib term, a literal in exactly the same lexical form (rdflib would turn `Z` into `+00:00`)."""
    match term:
        case ox.NamedNode():
            return rdflib.URIRef(term.value)
        case ox.BlankNode():
            return rdflib.BNode(term.value)
        case ox.Literal():
            datatype = None if term.language else rdflib.URIRef(term.datatype.value)
            return rdflib.Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
    raise InputError(f"a graph of the profile has no quoted triples: {term}")


def from_rdflib(term: object) -> ox.NamedNode | ox.Literal | ox.BlankNode | None:
    """The pyoxigraph term; None for None."""
    match term:
        case rdflib.URIRef():
            return ox.NamedNode(str(term))
        case rdflib.Literal() if term.language:
            return ox.Literal(str(term), language=term.language)
        case rdflib.Literal():
            return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype)) if term.datatype else None)
        case rdflib.BNode():
            return ox.BlankNode(str(term))
    return None


@contextmanager
def _quiet_literals() -> Iterator[None]:
    """While terms are made, rdflib does not log the traceback of an ill-typed literal: a finding will name it."""

    def is_about_something_else(record: logging.LogRecord) -> bool:
        return not record.getMessage().startswith("Failed to convert Literal")

    logger = logging.getLogger("rdflib.term")
    logger.addFilter(is_about_something_else)
    try:
        yield
    finally:
        logger.removeFilter(is_about_something_else)

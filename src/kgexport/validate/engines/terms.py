"""Terms of pyoxigraph as terms of rdflib and back; lexical forms stay as they are written."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import pyoxigraph as ox
import rdflib

from kgexport.errors import InputError
from kgexport.validate.engines.lexical import is_written_wrongly


class _IllTyped(rdflib.Literal):
    """A literal that by its datatype has no value; rdflib is not asked to read one, which it may warn about."""

    __slots__ = ()

    @classmethod
    def of(cls, text: str, datatype: rdflib.URIRef) -> _IllTyped:
        """The literal of that text and datatype."""
        made = cls(text)
        made._datatype = datatype
        return made

    @property
    def value(self) -> None:
        """No value."""
        return

    @property
    def ill_typed(self) -> bool:
        """As `rdflib.Literal.ill_typed`."""
        return True


def add_triples(graph: rdflib.Graph, triples: Iterable[ox.Triple]) -> dict[Any, Any]:
    """Put the triples into the graph, and say which term became which; raises InputError for a quoted triple."""
    terms: dict[Any, Any] = {}

    def known(term: object) -> Any:
        found = terms.get(term)
        if found is None:
            found = terms[term] = to_rdflib(term)
        return found

    with quiet_literals():
        for triple in triples:
            graph.add((known(triple.subject), known(triple.predicate), known(triple.object)))
    return terms


def to_rdflib(term: object) -> rdflib.IdentifiedNode | rdflib.Literal:
    """An rdflib term, a literal in exactly the same lexical form (rdflib would turn `Z` into `+00:00`)."""
    match term:
        case ox.NamedNode():
            return _iri(term.value)
        case ox.BlankNode():
            return rdflib.BNode(term.value)
        case ox.Literal():
            if term.language:
                return rdflib.Literal(term.value, lang=term.language)
            datatype = _datatype(term.datatype.value)
            if is_written_wrongly(term.value, term.datatype.value):
                return _IllTyped.of(term.value, datatype)
            return rdflib.Literal(term.value, datatype=datatype, normalize=False)
    raise InputError(f"a graph of the profile has no quoted triples: {term}")


def _iri(text: str) -> rdflib.URIRef:
    """The IRI without rdflib's check of its characters: a term of pyoxigraph has been checked."""
    return str.__new__(rdflib.URIRef, text)


_datatype = lru_cache(256)(_iri)
"""The IRIs of datatypes, which are few."""


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
def quiet_literals() -> Iterator[None]:
    """While terms are made, rdflib does not log the traceback of an ill-typed literal: a finding will name it."""

    def is_about_something_else(record: logging.LogRecord) -> bool:
        return not record.getMessage().startswith("Failed to convert Literal")

    logger = logging.getLogger("rdflib.term")
    logger.addFilter(is_about_something_else)
    try:
        yield
    finally:
        logger.removeFilter(is_about_something_else)

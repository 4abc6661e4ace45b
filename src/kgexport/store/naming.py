"""Which named graph the triples of an article belong in, and which IRIs may be sent to a store; knows no store."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import BlankNode, NamedNode, Triple

from kgexport.errors import InputError
from kgexport.vocabulary import RDF

EVIDENCE = "#evidence"
"""What the name of a graph of evidence ends with, after the document's IRI."""

_ARTICLE_CLASSES = frozenset(NamedNode(f"{scheme}://schema.org/NewsArticle") for scheme in ("http", "https"))
_TYPE = NamedNode(RDF["type"].value)
_STRICT = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20\x7f<>\"{}|\\^`]+")


def checked_iri(text: str) -> NamedNode:
    """An absolute IRI that can stand in a URL and between angle brackets of SPARQL as it is; raises InputError.

    The characters are those of IRIREF in the SPARQL 1.1 grammar (rule 139); RFC 3987 is checked on top.
    """
    if not _STRICT.fullmatch(text):
        raise InputError(f"{text!r} is no absolute IRI, so no graph can have that name")
    try:
        return NamedNode(text)
    except ValueError as error:
        raise InputError(f"{text!r} is no IRI ({error}), so no graph can have that name") from error


def is_evidence(name: NamedNode) -> bool:
    """Whether a graph is one of evidence, by its name."""
    return name.value.endswith(EVIDENCE)


def evidence_of(name: NamedNode) -> NamedNode | None:
    """The name of the graph of evidence that belongs to an article's; None for what is no name of a document."""
    return None if "#" in name.value else NamedNode(name.value + EVIDENCE)


def document_of(triples: Iterable[Triple], where: str) -> NamedNode:
    """The document's IRI: that of the one NewsArticle, without its fragment.

    Raises InputError, which names `where`, if there is no such article, or more than one.
    """
    found = {t.subject for t in triples if t.predicate == _TYPE and t.object in _ARTICLE_CLASSES}
    if any(isinstance(subject, BlankNode) for subject in found):
        raise InputError(f"{where}: its schema:NewsArticle has no IRI; name the graph with --graph IRI")
    documents = sorted({subject.value.partition("#")[0] for subject in found if isinstance(subject, NamedNode)})
    if not documents:
        raise InputError(f"{where}: no schema:NewsArticle in it tells the name of the graph; name it with --graph IRI")
    if len(documents) > 1:
        raise InputError(
            f"{where}: {len(documents)} articles in one graph ({documents[0]}, {documents[1]} …); "
            "load them from files of their own, or from TriG or N-Quads"
        )
    return checked_iri(documents[0])

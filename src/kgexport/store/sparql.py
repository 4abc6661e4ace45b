"""SPARQL texts about one named graph, with nothing in them that could be read as something else; sends nothing."""

from __future__ import annotations

import re

from pyoxigraph import NamedNode

from kgexport.store.naming import EVIDENCE, checked_iri
from kgexport.vocabulary import NIF

UPDATE_TYPE = "application/sparql-update"

_ESCAPED_BACKSLASH = re.compile(rb"\\\\([uU])?|\\.", re.S)
_HARMLESS = {b"": rb"\\", b"u": rb"\\\u0075", b"U": rb"\\\u0055"}


def count_query(name: NamedNode) -> str:
    """A SELECT of the number of triples, `?n`."""
    return f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {_iri(name)} {{ ?s ?p ?o }} }}"


def read_query(name: NamedNode) -> str:
    """A CONSTRUCT of the graph."""
    return f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {_iri(name)} {{ ?s ?p ?o }} }}"


def evidence_query() -> str:
    """A SELECT of a row if any graph is one of evidence, by its name and what all of these have: the text.

    It is no ASK, since not every store answers one as the standard says.
    """
    kind = NIF["Context"].value
    named = f'FILTER(STRENDS(STR(?g), "{EVIDENCE}"))'
    return f"SELECT ?g WHERE {{ GRAPH ?g {{ ?text a <{kind}> }} {named} }} LIMIT 1"


def drop_update(name: NamedNode) -> bytes:
    """An update after which the graph is not there (SPARQL 1.1 Update, section 3.2.2)."""
    return f"DROP SILENT GRAPH {_iri(name)}".encode()


def insert_update(name: NamedNode, lines: bytes) -> bytes:
    """An update that adds triples, written as pyoxigraph writes N-Triples (SPARQL 1.1 Update, section 3.1.1)."""
    return f"INSERT DATA {{ GRAPH {_iri(name)} {{\n".encode() + _guarded(lines) + b"} }"


def replace_update(name: NamedNode, lines: bytes) -> bytes:
    """Both in one request, which a store should carry out as a whole or not at all (section 3)."""
    return drop_update(name) + b" ;\n" + insert_update(name, lines)


def _iri(name: NamedNode) -> str:
    return f"<{checked_iri(name.value).value}>"


def _guarded(lines: bytes) -> bytes:
    r"""The lines, with no escaped backslash before a `u`.

    SPARQL resolves `\u0022` before it reads the grammar (SPARQL 1.1 Query, section 19.2), and a processor that takes
    the end of `\\u0022` for that would end the literal there.
    """
    return _ESCAPED_BACKSLASH.sub(lambda m: _HARMLESS[m[1] or b""] if m[0].startswith(rb"\\") else m[0], lines)

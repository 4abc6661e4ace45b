"""The vocabulary where the user gives none: what pySHACL and rdflib carry of schema.org; imports neither of them."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, parse

from kgexport.errors import InputError
from kgexport.validate.spec.vocabulary import Property, Vocabulary, local_name
from kgexport.vocabulary import RDF, RDFS, SCHEMA, XSD

_SH = "http://www.w3.org/ns/shacl#"
_CLASS = NamedNode(RDFS.iri + "Class")
_DATA_TYPES = {
    XSD.iri + "string": "Text",
    XSD.iri + "float": "Number",
    XSD.iri + "integer": "Integer",
    XSD.iri + "boolean": "Boolean",
    XSD.iri + "date": "Date",
    XSD.iri + "dateTime": "DateTime",
    XSD.iri + "time": "Time",
    XSD.iri + "duration": "Duration",
}
"""The data types of the shapes, by what schema.org calls them."""
_WIDENED = {"founder": "Organization", "owns": "Thing"}
"""What properties that kgexport writes may lead to since then."""
_NAME = re.compile(r"^    (\w+): ", re.MULTILINE)
_HINT = "A newer release than the one that comes with pySHACL can be given with --vocabulary."

_READ = frozenset(
    {RDF[name].value for name in ("type", "first", "rest")}
    | {_SH + name for name in ("property", "path", "or", "class", "datatype", "nodeKind")}
    | {RDFS["subClassOf"].value, SCHEMA.iri + "supersededBy"}
)
"""The predicates that are read; the others hold most of the text."""

About = dict[str, list[NamedNode | BlankNode]]
Said = dict[object, About]


@cache
def bundled_vocabulary() -> Vocabulary:
    """schema.org of April 2021 (the shapes of datashapes.org), and the names that rdflib and kgexport know besides.

    Raises InputError where the installed packages do not have their files.
    """
    said = _said(_file("pyshacl", "assets", "schema.ttl"))
    terms = {name: found for node, found in said.items() if (name := local_name(node)) is not None}
    parents = {
        name: _names(found.get(RDFS["subClassOf"].value, []))
        for name, found in terms.items()
        if _CLASS in found.get(RDF["type"].value, [])
    }
    members = {name: kinds for name, found in terms.items() if (kinds := _member_of(found))}
    properties = _properties(said, {name: terms[name] for name in parents})
    superseded = {name: _names(found.get(SCHEMA.iri + "supersededBy", [])) for name, found in terms.items()}
    return Vocabulary(
        parents=parents,
        properties=properties,
        members=members,
        superseded={name: by for name, by in superseded.items() if by},
        others=(_rdflib_names() | SCHEMA.terms) - {*parents, *properties, *members},
        name="schema.org of 2021",
        hint=_HINT,
    )


def _file(package: str, *parts: str) -> Path:
    spec = find_spec(package)  # finds a package at the top without importing it
    for folder in spec.submodule_search_locations or [] if spec else []:
        path = Path(folder).joinpath(*parts)
        if path.is_file():
            return path
    raise InputError(f"{package} has no {'/'.join(parts)}: name a release of schema.org, or install {package} again")


def _rdflib_names() -> frozenset[str]:
    """The terms that rdflib's namespace lists, which are a little newer: a line each in its source."""
    return frozenset(_NAME.findall(_file("rdflib", "namespace", "_SDO.py").read_text(encoding="utf-8")))


def _said(path: Path) -> Said:
    found: Said = defaultdict(dict)
    for quad in parse(path=path):
        key, value = quad.predicate.value, quad.object
        if key in _READ and isinstance(value, NamedNode | BlankNode):
            found[quad.subject].setdefault(key, []).append(value)
    return found


def _names(nodes: list[NamedNode | BlankNode]) -> frozenset[str]:
    return frozenset(name for node in nodes if (name := local_name(node)) is not None)


def _member_of(found: About) -> frozenset[str]:
    """The types of a member of an enumeration; nothing for anything else. True and False are of a datatype of XML."""
    kinds = found.get(RDF["type"].value, [])
    return (_names(kinds) | {_DATA_TYPES[kind.value] for kind in kinds if kind.value in _DATA_TYPES}) - {"DataType"}


def _properties(said: Said, classes: dict[str, About]) -> dict[str, Property]:
    """Every property: its domain are the types whose shapes have it, its range what those shapes allow."""
    domain: dict[str, set[str]] = defaultdict(set)
    span: dict[str, set[str]] = defaultdict(set)
    for name, found in classes.items():
        for shape in found.get(_SH + "property", []):
            for prop in _names(said[shape].get(_SH + "path", [])):
                domain[prop].add(name)
                span[prop] |= _range(said, shape)
    for name, wider in _WIDENED.items():
        span[name].add(wider)
    return {name: Property(frozenset(domain[name]), frozenset(span[name])) for name in sorted(domain)}


def _range(said: Said, shape: object) -> set[str]:
    """What one shape allows, by itself or as one of the alternatives in its `sh:or`."""
    found = set(_names(said[shape].get(_SH + "class", [])))
    found |= {_DATA_TYPES[kind.value] for kind in said[shape].get(_SH + "datatype", []) if kind.value in _DATA_TYPES}
    found |= {"URL" for kind in said[shape].get(_SH + "nodeKind", []) if kind.value == _SH + "IRI"}
    for rest in said[shape].get(_SH + "or", []):
        cell: object = rest
        while first := said[cell].get(RDF["first"].value):
            found |= _range(said, first[0])
            cell = said[cell][RDF["rest"].value][0]
    return found

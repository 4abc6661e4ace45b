"""Reads the vocabulary from a file of a schema.org release (`schemaorg-current-https.nt` or alike); judges nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from kgexport.errors import InputError
from kgexport.validate.spec.vocabulary import Property, Vocabulary, local_name
from kgexport.vocabulary import RDF, RDFS

_SAID = {
    RDF["type"].value: "type",
    RDFS["subClassOf"].value: "subClassOf",
    **{
        f"{scheme}://schema.org/{name}": name
        for scheme in ("http", "https")
        for name in ("domainIncludes", "rangeIncludes", "supersededBy")
    },
}
_CLASS = RDFS.iri + "Class"
_PROPERTY = RDF.iri + "Property"
_EXTENSIONS = ("nt", "ttl", "jsonld", "nq", "rdf")


def read_release(path: Path) -> Vocabulary:
    """The vocabulary of a release in N-Triples, Turtle, JSON-LD, N-Quads or RDF/XML, with http:// or https:// terms.

    A file is read once, until it changes. Raises InputError where it cannot be read or is no release of schema.org.
    """
    try:
        stat = path.stat()
        return _read(path.resolve(), stat.st_mtime_ns, stat.st_size)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int, _size: int) -> Vocabulary:
    extension = path.suffix.lower().removeprefix(".")
    rdf_format = RdfFormat.from_extension(extension) if extension in _EXTENSIONS else None
    if rdf_format is None:
        known = ", ".join(f".{known}" for known in _EXTENSIONS)
        raise InputError(f"{path}: a release of schema.org has one of the extensions {known}")
    try:
        vocabulary = vocabulary_of(parse(path=path, format=rdf_format, base_iri=path.as_uri()))
    except SyntaxError as error:
        raise InputError(f"{path}: not {rdf_format.name}: {error.msg}") from error
    if not vocabulary.parents or not any(known.range for known in vocabulary.properties.values()):
        message = "no release of schema.org: it has no types, or no properties with rangeIncludes"
        raise InputError(f"{path}: {message}; take schemaorg-current-https.nt of a release")
    return vocabulary


def vocabulary_of(quads: Iterable[Quad]) -> Vocabulary:
    """The vocabulary that the triples of a release define; whatever else they say is left out."""
    said: dict[str, dict[str, set[str]]] = {key: defaultdict(set) for key in _SAID.values()}
    classes: set[str] = set()
    properties: set[str] = set()
    for quad in quads:
        key = _SAID.get(quad.predicate.value)
        name = local_name(quad.subject) if key else None
        if key is None or name is None:
            continue
        value = local_name(quad.object)
        if value is not None:
            said[key][name].add(value)
        elif key == "type" and quad.object.value == _CLASS:  # type: ignore[union-attr]
            classes.add(name)
        elif key == "type" and quad.object.value == _PROPERTY:  # type: ignore[union-attr]
            properties.add(name)
    domain, span = said["domainIncludes"], said["rangeIncludes"]
    members = {name: frozenset(kinds - {"DataType"}) for name, kinds in said["type"].items()}
    return Vocabulary(
        parents={name: frozenset(said["subClassOf"].get(name, ())) for name in sorted(classes)},
        properties={
            name: Property(frozenset(domain.get(name, ())), frozenset(span.get(name, ())))
            for name in sorted(properties)
        },
        members={name: kinds for name, kinds in sorted(members.items()) if kinds},
        superseded={name: frozenset(by) for name, by in sorted(said["supersededBy"].items())},
    )

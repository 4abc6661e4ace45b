#!/usr/bin/env python3
"""Holds kgexport against a release of schema.org: its ontology, shapes, tables and the graphs that it exports.

    python tools/schema_terms.py schemaorg-current-https.nt                   the project's own files
    python tools/schema_terms.py schemaorg-current-https.nt news.jsonl …      and the graph of every "text" in the files

Every term exists and is not replaced, every property is on a thing of its domain and leads to its range. Prints what is
wrong, a line each, and ends with exit code 1 if anything is.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Triple, parse

from kgexport import resources
from kgexport.pipeline import annotate_article, map_article, read_article
from kgexport.validate.facts import Facts
from kgexport.validate.spec import Property, Vocabulary, check_spec, load_vocabulary
from kgexport.validate.spec.vocabulary import term_name
from kgexport.vocabulary import KGX, RDF, SCHEMA

_SH = "http://www.w3.org/ns/shacl#"
_CLASS_COLUMNS = frozenset({"class", "parent", "type", "types"})
_PROPERTY_COLUMNS = frozenset({"predicate", "relation"})
_CLASS = re.compile(r"(?<![\w:])[A-Z][A-Za-z]+(?![\w:])")
_PROPERTY = re.compile(r"(?<![\w:])[a-z]+[A-Z][A-Za-z]+(?![\w:])")
_SPELT = re.compile(r"schema:([A-Za-z0-9]+)(?![\w*…-])")

Shapes = dict[object, dict[str, list[NamedNode | BlankNode]]]


def unknown_names(vocabulary: Vocabulary) -> Iterator[str]:
    """`file: name` for every name of schema.org in the project that the release does not have, or has replaced."""
    for where, name in (*_in_code(), *_in_triples(), *_in_tables()):
        if not vocabulary.is_term(name):
            yield f"{where}: schema.org has no {name}"
        elif name in vocabulary.superseded:
            yield f"{where}: schema.org has replaced {name}"


def _in_code() -> Iterator[tuple[str, str]]:
    for name in sorted(SCHEMA.terms):
        yield "vocabulary.py", name


def _in_triples() -> Iterator[tuple[str, str]]:
    for path in _files("ttl"):
        for quad in parse(path=path):
            for node in (quad.subject, quad.predicate, quad.object):
                name = term_name(node)
                if name is not None:
                    yield path.name, name


def _in_tables() -> Iterator[tuple[str, str]]:
    """The cells of columns that hold classes or properties, and what is written `schema:…` anywhere else."""
    for path in (*_files("tsv"), *_files("toml")):
        text = path.read_text(encoding="utf-8")
        yield from ((path.name, name) for name in _SPELT.findall(text))
        lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
        for at, column in enumerate(lines[0] if path.suffix == ".tsv" else ()):
            cells = "\n".join(line[at] for line in lines[1:] if at < len(line))
            if column in _CLASS_COLUMNS:
                yield from ((path.name, name) for name in sorted({*_CLASS.findall(cells)} - KGX.terms))
            if column in _PROPERTY_COLUMNS:
                yield from ((path.name, name) for name in sorted({*_PROPERTY.findall(cells)}))


def _files(extension: str) -> list[Path]:
    folders = ("ontology", "shapes")
    return sorted(path for name in folders for path in resources.folder(name).rglob(f"*.{extension}"))


def misplaced_in_shapes(vocabulary: Vocabulary) -> Iterator[str]:
    """`shape: what` for every property that a shape looks for on nothing of its domain, or leads out of its range."""
    shapes: Shapes = defaultdict(lambda: defaultdict(list))
    for path in _files("ttl"):
        for quad in parse(path=path, rename_blank_nodes=True):
            if not isinstance(quad.object, Literal | Triple):
                shapes[quad.subject][quad.predicate.value].append(quad.object)
    for shape, said in list(shapes.items()):
        targets = [name for node in said[_SH + "targetClass"] if (name := term_name(node)) is not None]
        targets += [name for prop in said[_SH + "property"] for name in _demanded_types(shapes, prop)]
        for prop in said[_SH + "property"]:
            for name in filter(None, map(term_name, shapes[prop][_SH + "path"])):
                known = vocabulary.properties.get(name, Property(frozenset(), frozenset()))
                if targets and not _fits(vocabulary, targets, known.domain):
                    yield f"{shape}: no class that it looks at has {name}"
                classes = [kind for node in shapes[prop][_SH + "class"] if (kind := term_name(node)) is not None]
                if classes and not _fits(vocabulary, classes, known.range):
                    yield f"{shape}: {name} does not lead to {', '.join(classes)}"


def _demanded_types(shapes: Shapes, prop: object) -> list[str]:
    """The types that a shape demands of what it looks at beside those that it looks for."""
    if RDF["type"] not in shapes[prop][_SH + "path"]:
        return []
    found = []
    for shape in (prop, *shapes[prop][_SH + "qualifiedValueShape"]):
        found += shapes[shape][_SH + "hasValue"]
        cell: object = next(iter(shapes[shape][_SH + "in"]), None)
        while shapes[cell][RDF["first"].value]:
            found += shapes[cell][RDF["first"].value]
            cell = shapes[cell][RDF["rest"].value][0]
    return [name for node in found if (name := term_name(node)) is not None]


def _fits(vocabulary: Vocabulary, names: list[str], allowed: frozenset[str]) -> bool:
    return any(not (vocabulary.above(name) or frozenset()).isdisjoint(allowed) for name in names)


def findings_of_text(text: str, release: Path) -> list[str]:
    """What the verdict `spec` finds in the graph, evidence included, of an article with this text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "article.txt")
        path.write_text(text, encoding="utf-8")
        graph = map_article(annotate_article(read_article(str(path))))
    findings, focus = check_spec(Facts((*graph.knowledge, *graph.evidence)), release)
    said = [f"{finding.shape}: {finding.thing}: {finding.property}: {finding.message}" for finding in findings]
    return said if focus else ["nothing of schema.org in the graph"]


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """Name and text of every row of a file of JSON Lines."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        yield f"{path.name}:{row.get('id', number)}", row["text"]


def main(release: str, *data: str) -> int:
    """The whole comparison; the exit code."""
    vocabulary = load_vocabulary(Path(release))
    wrong = [*unknown_names(vocabulary), *misplaced_in_shapes(vocabulary)]
    count = 0
    for path in map(Path, data):
        for name, text in texts(path):
            count += 1
            wrong += [f"{name}: {said}" for said in findings_of_text(text, Path(release))]
    print("\n".join([*wrong, f"{len(wrong)} findings; {count} graphs"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))

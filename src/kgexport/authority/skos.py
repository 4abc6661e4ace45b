"""Reads things with labels and identities from SKOS in Turtle; knows no article and fetches nothing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kgexport.authority.base import UNTYPED
from kgexport.authority.rows import Row, class_name, identifier, identity
from kgexport.errors import InputError
from kgexport.iri import digest, is_web_address, slug
from kgexport.link.classes import ancestry

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SAME = frozenset({_SKOS + "exactMatch", "http://www.w3.org/2002/07/owl#sameAs"})
_SCHEMA = re.compile(r"https?://schema\.org/(\w+)")
_BASE = "file:///authority/"
"""What relative IRIs are relative to: the same on every machine, and no web address."""
_QID = re.compile(r"Q[1-9]\d*")

Values = dict[str, list[NamedNode | Literal]]


def read_skos(path: Path, text: str) -> list[Row]:
    """A row for every subject with a `skos:prefLabel`. Raises InputError; a syntax error is named with its line."""
    things: dict[str, Values] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in parse(text, format=RdfFormat.TURTLE, base_iri=_BASE):
            if isinstance(quad.object, NamedNode | Literal):
                things[_subject(quad.subject)][quad.predicate.value].append(quad.object)
    except SyntaxError as error:
        raise InputError(f"{path}:{error.lineno or 1}: {' '.join(error.msg.split())}") from error
    labelled = {iri: values for iri, values in things.items() if _SKOS + "prefLabel" in values}
    identifiers = _identifiers(labelled)
    return [_row(path, iri, identifiers[iri], values) for iri, values in labelled.items()]


def _subject(node: object) -> str:
    return node.value if isinstance(node, NamedNode) else str(node)


def _identifiers(things: dict[str, Values]) -> dict[str, str]:
    """Of each thing its Wikidata identifier, else the last part of its IRI; where two share one, with a digest."""
    short = {iri: _identifier(iri, values) for iri, values in things.items()}
    counts = Counter(short.values())
    return {iri: name if counts[name] == 1 else f"{name}-{digest(iri)[:6]}" for iri, name in short.items()}


def _identifier(iri: str, values: Values) -> str:
    for address in (iri, *_identities(values)):
        found = identifier(address)
        if _QID.fullmatch(found):
            return found
    last = slug(re.split(r"[/#:]", iri.rstrip("/#"))[-1])
    return f"x-{last}" if re.fullmatch(r"q\d+", last) else last


def _row(path: Path, iri: str, name: str, values: Values) -> Row:
    labels = [*values[_SKOS + "prefLabel"], *values[_SKOS + "altLabel"], *values[_SKOS + "hiddenLabel"]]
    first = sorted((v for v in values[_SKOS + "prefLabel"] if isinstance(v, Literal)), key=_preference)
    if not first:
        raise InputError(f"{path}: the skos:prefLabel of {iri} is no text")
    forms = [_text(label) for label in labels if isinstance(label, Literal) and _preference(label)[0] < 3]
    label = _text(first[0])
    # The IRI of a concept identifies it; "urn:x" or "_:b1" would help nobody who follows it.
    same_as = [*_identities(values), *([iri] if is_web_address(iri) else [])]
    try:
        return Row(
            id=name,
            name=label,
            types=_types(values),
            aliases=tuple(form for form in dict.fromkeys(forms) if form and form != label),
            same_as=tuple(dict.fromkeys(map(identity, same_as))),
        )
    except InputError as error:
        error.args = (f"{path}: {iri}: {error}",)
        raise


def _text(label: Literal | NamedNode) -> str:
    return " ".join(label.value.split())


def _preference(label: Literal) -> tuple[int, str, str]:
    """English before what has no language, before others in the order of their codes."""
    language = (label.language or "").lower()
    rank = 0 if language == "en" else 1 if language.startswith("en-") else 2 if not language else 3
    return rank, language, label.value


def _identities(values: Values) -> list[str]:
    """What the thing is the same as; a close match is taken where nothing else is stated."""
    stated = [*_SAME, "http://schema.org/sameAs", "https://schema.org/sameAs"]
    same = sorted({node.value for predicate in stated for node in values.get(predicate, [])})
    return same or sorted({node.value for node in values.get(_SKOS + "closeMatch", [])})


def _types(values: Values) -> tuple[str, ...]:
    """The schema.org classes, the most specific first; a thing with none may be anything."""
    found = {class_name(v.value) for v in values.get(_RDF_TYPE, []) if _SCHEMA.fullmatch(v.value)}
    return tuple(sorted(found, key=lambda name: (-len(ancestry(name)), name))) or (UNTYPED,)

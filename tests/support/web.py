"""Reads the markup of a page as RDF, by the official context where it is at hand; knows nothing of how it was made."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kgexport.vocabulary import SCHEMA, XSD

OFFICIAL = Path(__file__).resolve().parents[2].parent / "shared" / "schemaorg" / "schemaorgcontext.jsonld"
"""The context behind `https://schema.org`, release 30.0; it is not part of the project."""

ADDRESS = "https://schema.org"
_FORMS = {
    "gYear": r"[0-9]{4}",
    "gYearMonth": r"[0-9]{4}-[0-9]{2}",
    "date": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "dateTime": r"[0-9]{4}-[0-9]{2}-[0-9]{2}T.*",
}


@cache
def official_context() -> dict[str, Any] | None:
    """The official context; None where it is not beside the checkout."""
    return json.loads(OFFICIAL.read_text(encoding="utf-8")) if OFFICIAL.is_file() else None


def small_context() -> dict[str, Any]:
    """What the official context says of the terms that kgexport writes; a test compares the two."""
    terms: dict[str, Any] = {"@vocab": SCHEMA.iri, "xsd": XSD.iri, "schema": SCHEMA.iri}
    for name in "image isBasedOn isPartOf logo mainEntityOfPage sameAs speakable url".split():
        terms[name] = {"@id": f"schema:{name}", "@type": "@id"}
    for name in "dateModified datePublished endDate startDate".split():
        terms[name] = {"@id": f"schema:{name}", "@type": "schema:Date"}
    return {"@context": terms}


def triples_by_pyld(data: dict[str, Any], context: dict[str, Any] | None = None) -> set[Triple]:
    """What PyLD reads; the official context, or what stands for it, is the only thing it may load."""
    from pyld import jsonld

    document = context or official_context() or small_context()

    def load(url: str, options: object) -> dict[str, Any]:
        assert url == ADDRESS, f"it wants to load {url}"
        return {"contextUrl": None, "documentUrl": url, "document": document}

    dataset = jsonld.to_rdf(data, {"documentLoader": load})
    assert set(dataset) <= {"@default"}
    return {
        Triple(*(_term(row[part]) for part in ("subject", "predicate", "object")))
        for row in dataset.get("@default", ())
    }


def _term(term: dict[str, str]) -> Any:
    if term["type"] == "blank node":
        return BlankNode()
    if term["type"] == "IRI":
        return NamedNode(term["value"])
    if term.get("language"):
        return Literal(term["value"], language=term["language"])
    return Literal(term["value"], datatype=NamedNode(term["datatype"]))


def with_xsd_dates(triples: set[Triple]) -> set[Triple]:
    """The same with `schema:Date`, which the official context makes of every date, as the datatype of its form."""
    return {Triple(item.subject, item.predicate, _dated(item.object)) for item in triples}


def _dated(value: Any) -> Any:
    if not isinstance(value, Literal) or value.datatype.value != SCHEMA.iri + "Date":
        return value
    (kind,) = [name for name, form in _FORMS.items() if re.fullmatch(form, value.value)]
    return Literal(value.value, datatype=XSD[kind])


def things(data: Any) -> Iterator[dict[str, Any]]:
    """Every object of the markup that is no value, the outermost first."""
    if isinstance(data, dict):
        if "@value" not in data:
            yield data
        data = [value for key, value in data.items() if key != "@context"]
    if isinstance(data, list):
        for item in data:
            yield from things(item)


def faults(data: dict[str, Any]) -> list[str]:
    """What no markup may have: things without a word, references to nowhere, things described twice."""
    described = [thing["@id"] for thing in things(data) if set(thing) - {"@id", "@context"}]
    referred = {thing["@id"] for thing in things(data) if set(thing) == {"@id"}}
    found = [f"twice: {each}" for each in sorted(set(described)) if described.count(each) > 1]
    found += [f"dangling: {each}" for each in sorted(referred - set(described))]
    found += [f"empty: {thing}" for thing in things(data) if set(thing) <= {"@id", "@type"} and set(thing) != {"@id"}]
    found += [f"without @id or @type: {thing}" for thing in things(data) if "@id" not in thing]
    return found + [f"without a type: {thing}" for thing in things(data) if len(thing) > 1 and "@type" not in thing]

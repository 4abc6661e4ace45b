"""The order in which a person wants to read a graph, as tables; knows the vocabulary, and no syntax.

`*` in a table stands for everything that is not listed.
"""

from __future__ import annotations

import re
from functools import cache

from kgexport.vocabulary import PREFIXES, RDF, SCHEMA

SUBJECTS: tuple[str, ...] = (
    "NewsArticle",
    "Event SportsEvent Festival",
    "Person",
    "*",  # organisations, countries, places, products, concepts
    "Quotation Claim",
    "MonetaryGrant MonetaryAmount",
    "QuantitativeValue PropertyValue",
    "GeoCoordinates",
    "WebSite",
    "rdf:Statement",
    "nif:Context",
    "nif:String",
)
"""Classes (of schema.org where no prefix is given); those of one line share a place."""

PROPERTIES: tuple[str, ...] = (
    "headline name alternateName additionalType jobTitle description abstract text",
    "kgx:reportingVerb kgx:polarity kgx:modality actionStatus",
    "dateline datePublished dateModified startDate endDate",
    "author creator director actor byArtist manufacturer spokenByCharacter publisher",
    "agent recipient object participant instrument location fromLocation toLocation result superEvent subEvent",
    "kgx:amount kgx:quantity kgx:statedIn funding funder fundedItem amount",
    "value minValue maxValue currency unitText unitCode",
    "nationality spouse parent children sibling birthPlace homeLocation alumniOf knows",
    "worksFor affiliation founder owns award",
    "memberOf member parentOrganization subOrganization containedInPlace geo latitude longitude identifier",
    "additionalProperty inLanguage keywords articleSection wordCount",
    "isPartOf appearance isBasedOn about mentions hasPart",
    "*",
    "url mainEntityOfPage image logo sameAs articleBody",
    "rdf:subject rdf:predicate rdf:object",
    "nif:referenceContext nif:beginIndex nif:endIndex nif:anchorOf nif:isString",
    "kgx:mentionKind kgx:timeValue kgx:timeEnd kgx:confidence kgx:annotator",
    "prov:wasDerivedFrom",
)
"""Properties, each in its own place; `rdf:type` stands before all."""

_PARTS = re.compile(r"([0-9]{1,18})")


def natural(text: str) -> tuple[tuple[str | int, ...], str]:
    """A sort key by which `char=9,12` comes before `char=10,12`."""
    parts = _PARTS.split(text)
    return tuple(int(part) if i % 2 else part for i, part in enumerate(parts)), text


class ReadingOrder:
    """Ranks classes and properties by the tables, for one way of writing schema.org's IRI."""

    def __init__(self, schema_iri: str = SCHEMA.iri) -> None:
        self._classes = _ranks(SUBJECTS, schema_iri)
        self._properties = _ranks(tuple(" ".join(PROPERTIES).split()), schema_iri)
        self._event = schema_iri + "Event"

    def subject(self, types: tuple[str, ...]) -> int:
        """The place of a thing of these classes: that of its first class that is listed."""
        other = self._classes["*"]
        return min((self._classes[iri] for iri in types if iri in self._classes), default=other)

    def predicate(self, iri: str) -> tuple[int, str]:
        """The place of a property; those that are not listed follow each other by IRI."""
        if iri == RDF["type"].value:
            return -1, iri
        return self._properties.get(iri, self._properties["*"]), iri

    def type(self, iri: str) -> tuple[bool, str]:
        """The place of a class among the classes of one thing: `schema:Event` first, the others by IRI."""
        return iri != self._event, iri


@cache
def _ranks(places: tuple[str, ...], schema_iri: str) -> dict[str, int]:
    return {_iri(name, schema_iri): rank for rank, names in enumerate(places) for name in names.split()}


def _iri(name: str, schema_iri: str) -> str:
    if name == "*":
        return name
    prefix, _, local = name.rpartition(":")
    return PREFIXES[prefix] + local if prefix else schema_iri + local

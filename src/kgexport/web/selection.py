"""Chooses what of an article's graph goes into its page, by tables; writes no JSON and counts no byte.

What is chosen is closed: every reference leads to a thing that is described, every thing is reached from the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kgexport.graph import Node
from kgexport.vocabulary import KGX, RDF, SCHEMA, XSD
from kgexport.web.attending import attendable
from kgexport.web.facts import ADDRESSES, DATES, REFERENCES, Facts, local

NOT_IN_PAGES: dict[str, str] = {
    "Claim": "search engines read claims with a ClaimReview only, and kgexport reviews none",
    "MonetaryAmount": "amounts have no name: in a list of what the article mentions they say nothing",
    "MonetaryGrant": "as amounts",
    "QuantitativeValue": "as amounts",
    "Thing": "what is nothing in particular is no topic",
}
"""Class -> why things of it (and of no other) are left out."""

ASKS_FOR: dict[str, str] = {
    **dict.fromkeys(("Product", "Vehicle", "Drug", "SoftwareApplication", "WebApplication"), "offers"),
    **dict.fromkeys(
        "BankOrCreditUnion FinancialService FireStation Hospital Hotel Library LocalBusiness PoliceStation Restaurant "
        "StadiumOrArena Store".split(),
        "address",
    ),
}
"""Class -> a property without which search engines report an error, wherever on the page a thing of the class stands.

Google Search Central: "Product snippet" requires offers, review or aggregateRating, "Software app" offers, "Local
business" an address. What an article only mentions has no offers: it is not given such a class.
"""

EVENTS = frozenset({"Event", "Festival", "SportsEvent"})
"""The classes of events: things of them are left out, but for the one that people can go to."""
_OFEVENTS = frozenset({"name", "description", "startDate", "endDate", "location"})
"""What is said of the event that people can go to; its actors are those of an action."""

_SAYS: dict[str, tuple[str, ...]] = {
    "NewsArticle": (),
    "Quotation": ("text",),
    "GeoCoordinates": ("latitude longitude",),
    "PropertyValue": ("name value", "name minValue", "name maxValue"),
    "SpeakableSpecification": ("cssSelector",),
    "PostalAddress": ("addressLocality", "addressCountry"),
}
"""Class -> the properties (all of one line) without which a thing of it is empty; all others need a name."""

_LEFT_OUT = frozenset(
    {
        "additionalType",  # the project's own types of events
        "appearance",
        "funding",
        "isPartOf",  # the other way round it is hasPart
        "subjectOf",
    }
)
_TEXTS = frozenset({XSD["string"].value, RDF.iri + "langString"})
_NUMBERS = {XSD["integer"].value: re.compile(r"[+-]?[0-9]+"), XSD["decimal"].value: re.compile(r"[+-]?[0-9]*\.?[0-9]+")}
_DAY = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_ZONE = r"(?:Z|[+-][0-9]{2}:[0-9]{2})?"
DATE_FORMS: dict[str, re.Pattern[str]] = {
    XSD["date"].value: re.compile(_DAY),
    XSD["dateTime"].value: re.compile(rf"{_DAY}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?{_ZONE}"),
}
"""The dates that search engines read: a day, or a time with or without its zone; a year alone would become a day."""


def selected(article: NamedNode, facts: Facts, page: NamedNode | None = None) -> tuple[Triple, ...]:
    """What goes into the page, before any budget; `page` is the only `mainEntityOfPage` where it is given."""
    event = attendable(article, facts)
    classes = {node: found for node in facts if (found := _classes(node, facts, event))}
    kept = [Triple(node, RDF["type"], SCHEMA[name]) for node, found in classes.items() for name in sorted(found)]
    for item in facts.triples:
        name = local(item.predicate)
        said = name in _OFEVENTS if item.subject == event else name not in _LEFT_OUT
        if item.subject in classes and name and said and _fits(name, item.object):
            kept.append(item)
    denied = {*_other_pages(article, facts, page), *_impossible_dates(article, facts)}
    return closed(article, _topics(article, facts, (item for item in kept if item not in denied)))


def _other_pages(article: NamedNode, facts: Facts, page: NamedNode | None) -> Iterator[Triple]:
    """Every `mainEntityOfPage` but the one that was asked for."""
    main = SCHEMA["mainEntityOfPage"]
    for node in facts.nodes(article, main) if page else ():
        if node != page:
            yield Triple(article, main, node)


def _impossible_dates(article: NamedNode, facts: Facts) -> Iterator[Triple]:
    """A change before the publication: search engines then believe neither of the two dates."""
    published, changed = (facts.values(article, SCHEMA[name]) for name in ("datePublished", "dateModified"))
    for change in changed:
        if any(change.value[:10] < date.value[:10] for date in published):
            yield Triple(article, SCHEMA["dateModified"], change)


def _classes(node: NamedNode, facts: Facts, event: NamedNode | None) -> set[str]:
    """The classes a thing is given; none for one that is left out."""
    types = facts.types(node)
    if node == event:
        return {"Event"}
    if types & EVENTS or KGX["Group"] in facts.values(node, RDF["type"]):
        return set()
    return {name for name in types if name not in NOT_IN_PAGES and _is_welcome(name, node, facts)}


def _is_welcome(name: str, node: NamedNode, facts: Facts) -> bool:
    """Whether a class can stand in a page: no action, and nothing that search engines would miss a property of."""
    asked = ASKS_FOR.get(name)
    return not name.endswith("Action") and (asked is None or (asked in SCHEMA and facts.has(node, asked)))


def _fits(name: str, value: object) -> bool:
    """Whether the value can stand in a page as a value of the property."""
    if isinstance(value, NamedNode):
        return value.value.startswith(("http://", "https://")) and name not in DATES
    if not isinstance(value, Literal) or not value.value.strip() or name in ADDRESSES | REFERENCES:
        return False
    datatype = value.datatype.value
    if name in DATES:
        form = DATE_FORMS.get(datatype)
        return form is not None and form.fullmatch(value.value) is not None
    number = _NUMBERS.get(datatype)
    return datatype in _TEXTS or (number is not None and number.fullmatch(value.value) is not None)


def _topics(article: NamedNode, facts: Facts, triples: Iterable[Triple]) -> list[Triple]:
    """Without the links to what is described and not named, and without those to mention what the article is about."""
    about, mentions = SCHEMA["about"], SCHEMA["mentions"]
    subjects = set(facts.nodes(article, about))
    kept = []
    for item in triples:
        is_topic = item.subject == article and item.predicate in (about, mentions)
        again = item.predicate == mentions and item.object in subjects
        if not is_topic or (not again and isinstance(item.object, NamedNode) and _is_named(item.object, facts)):
            kept.append(item)
    return kept


def _is_named(node: NamedNode, facts: Facts) -> bool:
    """Whether it has an identity, or a name that is no description: "interior ministry" says nothing to a stranger."""
    names = facts.texts(node, "name")
    return facts.has(node, "sameAs") or any(name != name.lower() or name == name.upper() for name in names)


def closed(article: NamedNode, triples: Iterable[Triple]) -> tuple[Triple, ...]:
    """Those of the triples that are about things reached from the article that say something; the rest would dangle."""
    triples = list(triples)
    while True:
        facts = Facts(triples)
        said = {node for node in facts if _says_something(node, facts)}
        whole = [item for item in triples if item.subject in said and (not is_reference(item) or item.object in said)]
        reached = _reached(article, whole)
        kept = [item for item in whole if item.subject in reached]
        if len(kept) == len(triples):
            return tuple(kept)
        triples = kept


def is_reference(triple: Triple) -> bool:
    """Whether it leads to another thing of the page, and not to an address or a class."""
    leads_on = isinstance(triple.object, NamedNode) and triple.predicate != RDF["type"]
    return leads_on and local(triple.predicate) not in ADDRESSES


def _says_something(node: NamedNode, facts: Facts) -> bool:
    types = facts.types(node)
    needed = {line for name in types for line in _SAYS.get(name, ("name",))}
    free = any(name in _SAYS and not _SAYS[name] for name in types)
    return bool(types) and (free or any(all(facts.has(node, name) for name in line.split()) for line in needed))


def _reached(article: NamedNode, triples: Iterable[Triple]) -> set[Node]:
    leads: dict[object, list[Node]] = {}
    for item in triples:
        if is_reference(item) and isinstance(item.object, NamedNode):
            leads.setdefault(item.subject, []).append(item.object)
    return set(_walk(article, leads))


def _walk(start: Node, leads: dict[object, list[Node]]) -> Iterator[Node]:
    seen, waiting = {start}, [start]
    while waiting:
        node = waiting.pop()
        yield node
        fresh = [each for each in leads.get(node, ()) if each not in seen]
        seen.update(fresh)
        waiting += fresh

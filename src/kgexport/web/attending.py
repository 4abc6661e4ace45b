"""Which event of an article, if any, people could still go to when it was published, and where that is.

Everything else that the news tell of is no event to a search engine, and marking it up as one counts as spam
(Google Search Central, "Event structured data", guidelines). So rather none than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kgexport.vocabulary import EVENT_TYPES_IRI, KGX, RDF, SCHEMA, XSD
from kgexport.web.facts import Facts

PUBLIC_TYPES = frozenset({"conference", "festival", "match", "performance"})
"""The types of `ontology/event-types.ttl` whose events are open to the public as a rule: people buy tickets for them.

A meeting, a visit, a ceremony, a funeral, a trial has guests; an election has voters; a demonstration has no seats.
"""
_AREAS = frozenset({"AdministrativeArea", "Continent", "Country", "Landform", "State", "BodyOfWater"})
"""What is too large to go to an event in."""
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T.*|Z|[+-][0-9]{2}:[0-9]{2})?", re.DOTALL)
_TO_COME = (("polarity", "positive"), ("modality", "planned"))
_DAYS = frozenset({XSD["date"], XSD["dateTime"]})


def attendable(article: NamedNode, facts: Facts) -> NamedNode | None:
    """The one event that is a main subject of the article, open to the public, announced for a day, at an address.

    Its name is printed in the article: one that was put together ("Conference by Anna Weiss in Berlin") is no title.

    None where there is none, or more than one: search engines take one event a page.
    """
    about = facts.nodes(article, SCHEMA["about"])
    found = [event for event in about if _is_public(event, facts) and _is_ahead(event, article, facts)]
    placed = [event for event in found if _has_title(event, article, facts) and _venue(event, facts)]
    return placed[0] if len(found) == len(placed) == 1 else None


def address_triples(article: NamedNode, facts: Facts) -> Iterator[Triple]:
    """The address of the place of the event, as far as the article says it: town and country; no street is made up."""
    event = attendable(article, facts)
    place = _venue(event, facts) if event else None
    if event is None or place is None or facts.has(place, "address"):
        return
    node = NamedNode(place.value + ("-address" if "#" in place.value else "#address"))
    yield Triple(place, SCHEMA["address"], node)
    yield Triple(node, RDF["type"], SCHEMA["PostalAddress"])
    for prop, name in _parts(place, facts).items():
        yield Triple(node, SCHEMA[prop], Literal(name))


def _is_public(event: NamedNode, facts: Facts) -> bool:
    """By type; told by the article itself and not by somebody in it."""
    kinds = {node.value.removeprefix(EVENT_TYPES_IRI) for node in facts.nodes(event, SCHEMA["additionalType"])}
    told = "Event" in facts.types(event) and not facts.values(event, KGX["statedIn"])
    return told and bool(kinds & PUBLIC_TYPES) and len(facts.texts(event, "name")) == 1


def _has_title(event: NamedNode, article: NamedNode, facts: Facts) -> bool:
    """Whether its name is a title, of two words or more with capitals, that stands in the text."""
    name = facts.texts(event, "name")[0]
    titles = [word for word in name.split() if word[:1].isupper()]
    printed = [text for prop in ("headline", "abstract", "articleBody") for text in facts.texts(article, prop)]
    return len(titles) > 1 and any(name in text for text in (*printed, *facts.texts(event, "description")))


def _is_ahead(event: NamedNode, article: NamedNode, facts: Facts) -> bool:
    """Whether it is announced, neither denied nor wished for, and not over on the day of publication."""
    for name, value in _TO_COME:
        if [node.value for node in facts.values(event, KGX[name])] != [value]:
            return False
    status = facts.values(event, SCHEMA["actionStatus"])
    starts, published = (_days(node, name, facts) for node, name in ((event, "startDate"), (article, "datePublished")))
    return (
        status == [SCHEMA["PotentialActionStatus"]] and len(starts) == len(published) == 1 and starts[0] >= published[0]
    )


def _days(node: NamedNode, name: str, facts: Facts) -> list[str]:
    """The days of a date; a month or a year alone is none."""
    values = facts.values(node, SCHEMA[name])
    typed = [value.value for value in values if isinstance(value, Literal) and value.datatype in _DAYS]
    return [match[1] for value in typed if (match := _DAY.fullmatch(value))]


def _venue(event: NamedNode, facts: Facts) -> NamedNode | None:
    """The only place of an event, if it has a name, is no whole region, and the article says what town it is in."""
    places = facts.nodes(event, SCHEMA["location"])
    if len(places) != 1 or not facts.types(places[0]) or facts.types(places[0]) & _AREAS:
        return None
    named = facts.texts(places[0], "name")
    fits = len(named) == 1 and named != facts.texts(event, "name")
    return places[0] if fits and _parts(places[0], facts).get("addressLocality") else None


def _parts(place: NamedNode, facts: Facts) -> dict[str, str]:
    """Town and country of a place: itself or what it lies in, as far as that is said."""
    parts: dict[str, str] = {}
    seen: set[NamedNode] = set()
    while place not in seen:
        seen.add(place)
        types, names = facts.types(place), facts.texts(place, "name")
        prop = "addressCountry" if "Country" in types else "addressLocality" if "City" in types else None
        if prop and names:
            parts.setdefault(prop, names[0])
        place = min(facts.nodes(place, SCHEMA["containedInPlace"]), key=str, default=place)
    return parts

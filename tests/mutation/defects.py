"""Defects of what a graph says, each against one of `promises.py`; a table of all of them at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from pyoxigraph import Literal, NamedNode

from kgexport.validate.facts import Facts
from kgexport.vocabulary import EVENT_TYPES_IRI, RDF, SCHEMA, WIKIDATA_ENTITY_IRI, XSD
from tests.mutation.edit import Edit, Find, Said, added, document, of_type, replaced, rows, term, typed
from tests.mutation.promises import (
    BAD_VALUES,
    CONTRADICTIONS,
    DATES,
    FUNCTIONAL,
    LINKS,
    NUMBERS,
    OTHER_CLASSES,
    REQUIRED,
    TEXTS,
    WRONG_KINDS,
)


def _names(line: str) -> list[str]:
    return line.split()


def drop_required(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A property that every thing of the class has is taken away."""
    for kind, line in REQUIRED.items():
        things = {*of_type(facts, kind)}
        for name in _names(line):
            count = Counter(triple.subject for _, triple in rows(facts, name))
            for _, triple in rows(facts, name):
                if triple.subject in things and count[triple.subject] == 1:
                    yield Edit("dropped", (triple,))


def drop_type(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A thing loses its only type, an event that of an event or of its action."""
    count = Counter(subject for subject, _ in facts.pairs(RDF["type"]))
    events = {*of_type(facts, "schema:Event")}
    for _, triple in rows(facts, "rdf:type"):
        if count[triple.subject] == 1 or triple.subject in events:
            yield Edit("dropped", (triple,))


def duplicate(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A second, different value beside the one that there may be."""
    for name in _names(FUNCTIONAL):
        values = {value for _, value in facts.pairs(term(name))}
        for _, triple in rows(facts, name):
            others = sorted(values - {triple.object}, key=str)
            value = chance.choice(others) if others else _alike(triple.object)
            yield added(triple.subject, name, value, "twice")


def _alike(value: object) -> NamedNode | Literal:
    if isinstance(value, Literal):
        text = value.value + ("1" if value.datatype in (XSD["integer"], XSD["decimal"]) else " and more")
        return Literal(text, datatype=value.datatype)
    assert isinstance(value, NamedNode)
    return NamedNode(value.value + "-2")


def wrong_datatype(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A number or a date as a text, a text as a number."""
    for _, triple in rows(facts, *_names(NUMBERS), *_names(DATES)):
        if isinstance(triple.object, Literal):
            yield replaced(triple, Literal(triple.object.value), "as text")
    for _, triple in rows(facts, *_names(TEXTS)):
        yield replaced(triple, typed("7", "xsd:integer"), "as number")


def language_tag(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A plain text with a language."""
    for _, triple in rows(facts, *_names(TEXTS)):
        if isinstance(triple.object, Literal):
            yield replaced(
                triple, Literal(triple.object.value, language=chance.choice(["en", "fr"])), "with a language"
            )


def bad_value(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A value that is not in the list, or an empty or padded text."""
    for name, values in BAD_VALUES.items():
        for _, triple in rows(facts, name):
            yield replaced(triple, Literal(chance.choice(values)), "bad value")
    for _, triple in rows(facts, "kgx:confidence"):
        yield replaced(triple, typed("1.5", "xsd:decimal"), "too sure")


def dangling(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A link to nothing, inside of the article, among the entities, or elsewhere."""
    ends = (
        document(facts) + "entity-nobody",
        "https://kgexport.example/entity/Q99999999",
        "https://news.example/nobody",
    )
    for _, triple in rows(facts, *_names(LINKS)):
        yield replaced(triple, NamedNode(chance.choice(ends)), "dangling")


def removed_thing(facts: Facts, chance: Random) -> Iterator[Edit]:
    """All that is said of a thing that others lead to is lost."""
    reached = {value for _, _, value in facts.rows()}
    for thing in sorted(facts.typed & reached, key=str):
        gone = tuple(Said(*row) for row in facts.rows() if row[0] == thing)
        yield Edit("removed", gone)


def literal_for_iri(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A text in the place of a node."""
    names = [
        *_names(LINKS),
        "schema:sameAs",
        "schema:additionalType",
        "schema:actionStatus",
        "rdf:predicate",
        "rdf:type",
    ]
    for _, triple in rows(facts, *names):
        if isinstance(triple.object, NamedNode):
            yield replaced(triple, Literal(facts.name(triple.object)), "text for IRI")


def iri_for_literal(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A node in the place of a text or a number."""
    things = sorted((thing for thing in facts.typed if isinstance(thing, NamedNode)), key=str)
    for _, triple in rows(facts, *_names(TEXTS), *_names(NUMBERS), *_names(DATES), "schema:latitude"):
        yield replaced(triple, chance.choice(things), "IRI for text")


def wrong_kind(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A property that leads to a thing of a class that it never leads to."""
    for name, kind in WRONG_KINDS.items():
        others = {*of_type(facts, "schema:Country", "schema:Organization")} if kind == "schema:City" else set()
        things = sorted({*of_type(facts, kind)} - others, key=str)
        for _, triple in rows(facts, name) if things else ():
            yield replaced(triple, chance.choice(things), "wrong kind")


def other_class(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A thing of another class than what is said of it needs."""
    for _, triple in rows(facts, "rdf:type"):
        for kind, other in OTHER_CLASSES.items():
            if triple.object == term(kind):
                yield replaced(triple, term(other), "other class")


def other_action(facts: Facts, chance: Random) -> Iterator[Edit]:
    """An event of another action than its type has."""
    for _, triple in rows(facts, "rdf:type"):
        if (
            isinstance(triple.object, NamedNode)
            and triple.object.value.endswith("Action")
            and len(triple.object.value) > 24
        ):
            name = chance.choice(["CookAction", "EatAction", "PaintAction"])
            yield replaced(triple, SCHEMA[name], "other action")


def backwards(facts: Facts, chance: Random) -> Iterator[Edit]:
    """An end before the start."""
    starts = {subject for subject, _ in facts.pairs(SCHEMA["startDate"])}
    for _, triple in rows(facts, "schema:startDate"):
        if isinstance(triple.object, Literal):
            earlier = f"{int(triple.object.value[:4]) - 1:04}"
            yield added(triple.subject, "schema:endDate", typed(earlier, "xsd:gYear"), "ends before it starts")
    for event in of_type(facts, "schema:Event"):
        if event not in starts:
            dates = ("startDate", typed("2024-05-09", "xsd:date")), ("endDate", typed("2024-05-02", "xsd:date"))
            new = tuple(Said(event, SCHEMA[name], value) for name, value in dates)
            yield Edit("ends before it starts", (), new)


def impossible_date(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A day that the calendar does not have."""
    wrong = (
        typed("2023-02-30", "xsd:date"),
        typed("2023-13", "xsd:gYearMonth"),
        typed("2023-05-02T25:00:00Z", "xsd:dateTime"),
    )
    for _, triple in rows(facts, *_names(DATES)):
        yield replaced(triple, chance.choice(wrong), "impossible date")
    for event in of_type(facts, "schema:Event"):
        if not facts.values(event, SCHEMA["startDate"]):
            yield added(event, "schema:startDate", chance.choice(wrong), "impossible date")


def contradiction(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A status against the modality, or a completed event that the text denies."""
    modalities = facts.by_subject(term("kgx:modality"))
    for _, triple in rows(facts, "schema:actionStatus"):
        for modality in modalities.get(triple.subject, []):
            for status in CONTRADICTIONS.get(modality.value, ()):
                yield replaced(triple, SCHEMA[status], "status against modality")
    for _, triple in rows(facts, "kgx:polarity"):
        completed = SCHEMA["CompletedActionStatus"] in facts.values(triple.subject, SCHEMA["actionStatus"])
        if completed and [m.value for m in modalities.get(triple.subject, [])] == ["asserted"]:
            yield replaced(triple, Literal("negative"), "denied and completed")


def identity(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A wrong, a second or a misspelt item of Wikidata."""
    for _, triple in rows(facts, "schema:sameAs"):
        if isinstance(triple.object, NamedNode) and triple.object.value.startswith(WIKIDATA_ENTITY_IRI):
            item = triple.object.value[len(WIKIDATA_ENTITY_IRI) :]
            yield added(triple.subject, "schema:sameAs", NamedNode(WIKIDATA_ENTITY_IRI + "Q42"), "two items")
            yield replaced(triple, NamedNode(WIKIDATA_ENTITY_IRI + item + "0"), "other item")
            yield replaced(triple, NamedNode("https://www.wikidata.org/wiki/" + item), "page of the item")


def event_type_elsewhere(facts: Facts, chance: Random) -> Iterator[Edit]:
    """An event type outside of the scheme."""
    for _, triple in rows(facts, "schema:additionalType"):
        yield replaced(triple, NamedNode(WIKIDATA_ENTITY_IRI + "Q49776"), "type elsewhere")
        yield replaced(triple, NamedNode(EVENT_TYPES_IRI + "picnic-on-the-moon"), "no such type")


DEFECTS: dict[str, Find] = {
    "required property dropped": drop_required,
    "type dropped": drop_type,
    "functional property twice": duplicate,
    "wrong datatype": wrong_datatype,
    "language tag": language_tag,
    "bad value": bad_value,
    "dangling link": dangling,
    "thing removed": removed_thing,
    "literal for IRI": literal_for_iri,
    "IRI for literal": iri_for_literal,
    "wrong kind of thing": wrong_kind,
    "other class": other_class,
    "other action": other_action,
    "end before start": backwards,
    "impossible date": impossible_date,
    "status against modality": contradiction,
    "identity": identity,
    "event type elsewhere": event_type_elsewhere,
}

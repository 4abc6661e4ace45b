"""Defects of how a graph hangs together and of its evidence: cycles, offsets, words, statements; a table at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from pyoxigraph import Literal, NamedNode

from kgexport.validate.facts import Facts, Subject
from kgexport.vocabulary import KGX, PROV, RDF, SCHEMA
from tests.mutation.edit import Edit, Find, Said, added, of_type, replaced, rows, term, typed


def cycle(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A place inside of itself, an event that is part of its own part."""
    for name in ("schema:superEvent", "schema:containedInPlace", "schema:parentOrganization"):
        for _, triple in rows(facts, name):
            if not isinstance(triple.object, Literal):
                yield added(triple.object, name, triple.subject, "cycle")
    for event in of_type(facts, "schema:Event"):
        yield added(event, "schema:superEvent", event, "cycle")
    places = [*of_type(facts, "schema:Country", "schema:City", "schema:Place")]
    for one in places:
        other = chance.choice(places)
        new = tuple(Said(a, SCHEMA["containedInPlace"], b) for a, b in ((one, other), (other, one)))
        yield Edit("cycle", (), new)


def coordinates(facts: Facts, chance: Random) -> Iterator[Edit]:
    """Coordinates that no place on Earth has."""
    for name, most in (("schema:latitude", 90), ("schema:longitude", 180)):
        for _, triple in rows(facts, name):
            for value in (most + 0.5, -most - 1, most * 10):
                yield replaced(triple, typed(str(value), "xsd:decimal"), "out of range")


def quotation(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A quotation with a word left out, put in or changed."""
    quotations = {*of_type(facts, "schema:Quotation")}
    for _, triple in rows(facts, "schema:text"):
        if triple.subject not in quotations or not isinstance(triple.object, Literal):
            continue
        words = triple.object.value.split()
        for at in range(len(words)):
            yield replaced(triple, Literal(" ".join((*words[:at], "zebra", *words[at + 1 :]))), "changed word")
            yield replaced(triple, Literal(" ".join((*words[:at], "not", *words[at:]))), "word put in")
        for at in range(1, len(words) - 1):
            yield replaced(triple, Literal(" ".join((*words[:at], *words[at + 1 :]))), "word left out")


def shifted(facts: Facts, chance: Random) -> Iterator[Edit]:
    """Offsets that are a few characters off, one of them or both."""
    ends = facts.by_subject(term("nif:endIndex"))
    for _, triple in rows(facts, "nif:beginIndex"):
        begin, by = int(triple.object.value), chance.choice([-2, -1, 1, 2])
        new = Said(triple.subject, triple.predicate, typed(str(max(0, begin + by)), "xsd:integer"))
        yield Edit(f"by {by}", (triple,), (new,))
        for end in ends.get(triple.subject, []):
            old = Said(triple.subject, term("nif:endIndex"), end)
            moved = Said(triple.subject, term("nif:endIndex"), typed(str(int(end.value) + by), "xsd:integer"))
            yield Edit(f"both by {by}", (triple, old), (new, moved))
            yield replaced(old, typed(str(10**9), "xsd:integer"), "outside of the text")
            yield replaced(old, triple.object, "no characters")


def anchors(facts: Facts, chance: Random) -> Iterator[Edit]:
    """Words of a mention that are not those of the text, and a text that has changed."""
    for _, triple in rows(facts, "nif:anchorOf"):
        text = triple.object.value
        at = chance.randrange(len(text))
        for new in (text[:at] + "~" + text[at + 1 :], text + " ", text.swapcase()):
            yield replaced(triple, Literal(new), "other words")
    for _, triple in rows(facts, "nif:isString"):
        text = triple.object.value
        for at in (0, 50, len(text) // 2):
            yield replaced(triple, Literal(text[:at] + "~" + text[at:]), "other text")


def evidence(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A thing loses its only mention, or a mention the only thing that was read from it."""
    used = Counter(mention for _, mention in facts.pairs(PROV["wasDerivedFrom"]))
    times = {mention for mention, kind in facts.pairs(KGX["mentionKind"]) if kind == Literal("time")}
    for _, triple in rows(facts, "prov:wasDerivedFrom"):
        alone = len(facts.values(triple.subject, PROV["wasDerivedFrom"])) == 1
        if alone or (used[triple.object] == 1 and triple.object not in times):
            yield Edit("no evidence", (triple,))


def statements(facts: Facts, chance: Random) -> Iterator[Edit]:
    """Evidence for something that the graph does not say: the triple is gone, or the statement is about another."""
    things: list[Subject] = sorted(facts.typed, key=str)
    for statement in of_type(facts, "rdf:Statement"):
        parts = [facts.values(statement, RDF[name])[0] for name in ("subject", "predicate", "object")]
        assert isinstance(parts[0], NamedNode)
        assert isinstance(parts[1], NamedNode)
        said = Said(parts[0], parts[1], parts[2])
        yield Edit("unsaid", (said,))
        for name, part in (("rdf:subject", parts[0]), ("rdf:object", parts[2])):
            other = chance.choice([thing for thing in things if isinstance(thing, NamedNode)])
            yield replaced(Said(statement, term(name), part), other, "about another")


def one_way(facts: Facts, chance: Random) -> Iterator[Edit]:
    """A whole that does not know its part, or a part that names another speaker than it does elsewhere."""
    quotations = {*of_type(facts, "schema:Quotation")}
    for _, triple in rows(facts, "schema:hasPart", "schema:isPartOf", "schema:creator", "schema:spokenByCharacter"):
        if triple.subject in quotations or triple.object in quotations:
            yield Edit("one way", (triple,))


TEXTUAL: dict[str, Find] = {
    "cycle": cycle,
    "coordinates out of range": coordinates,
    "quotation changed": quotation,
    "shifted offset": shifted,
    "changed anchor": anchors,
    "evidence removed": evidence,
    "statement of nothing": statements,
    "one way only": one_way,
}

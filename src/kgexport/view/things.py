"""The nodes of a graph as a page shows them: names, kinds, triples with links, places in the text; knows no HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pyoxigraph import Literal

from kgexport.export.descriptions import Description, describe
from kgexport.export.names import Names
from kgexport.graph import ArticleGraph, Node
from kgexport.view.kinds import BY_NAME, ENTITIES, Kind, kind_of
from kgexport.view.wording import moment, number
from kgexport.vocabulary import KGX, PROV, XSD

_SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_MENTION = re.compile(r"#char=([0-9]+),([0-9]+)$")
_TERMS = ("schema:", "type:", "kgx:")
"""Terms of vocabularies: names, and not pages that a reader wants to open."""
_MOMENTS = frozenset(XSD[name].value for name in ("date", "dateTime", "gYear", "gYearMonth"))


@dataclass(frozen=True, slots=True)
class Value:
    """An object of a triple."""

    text: str
    """What is read: the name of the node, or the literal."""
    thing: str | None = None
    """The id of the thing on the page, where it is one."""
    link: str | None = None
    """A web address outside of the page, to be opened by the reader only."""
    datatype: str = ""
    """Short name of the datatype, where it is not a plain string."""
    lexical: str = ""
    """The literal as it stands in the graph."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A property of a thing with its values."""

    name: str
    """Local name, `agent`."""
    short: str
    """With its prefix, `schema:agent`."""
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """A node of the graph of knowledge."""

    id: str
    """Its id on the page."""
    iri: str
    short: str
    """The IRI with a prefix where there is one."""
    name: str
    kind: Kind
    types: tuple[str, ...]
    """Local names of its classes."""
    facts: tuple[Fact, ...]
    places: tuple[tuple[int, int], ...]
    """Where the text speaks of it, as code point offsets; from the evidence."""

    def values(self, *names: str) -> tuple[Value, ...]:
        """The values of the properties of these local names, in the order of the names."""
        return tuple(value for name in names for fact in self.facts if fact.name == name for value in fact.values)

    def text(self, name: str) -> str | None:
        """The first value of a property, as it stands in the graph."""
        found = self.values(name)
        return (found[0].lexical or found[0].text) if found else None


class Things:
    """All nodes of an article's graph, in reading order, and by IRI and id."""

    def __init__(self, graph: ArticleGraph) -> None:
        self._graph = graph
        self._names = Names(graph, document_prefix="")
        described = describe(graph, graph.knowledge)
        self._ids = self._give_ids(described)
        self._labels: dict[str, str] = {}
        for description in sorted(described, key=_depth):
            self._labels[description.subject] = self._label(description)
        places = _places(graph)
        self.all = tuple(self._thing(each, places.get(each.subject, ())) for each in described)
        self.by_iri = {thing.iri: thing for thing in self.all}
        self.by_id = {thing.id: thing for thing in self.all}
        self.article = self.by_iri[graph.article.value]

    def of(self, *kinds: str) -> tuple[Thing, ...]:
        """The things of these kinds, in reading order."""
        return tuple(thing for thing in self.all if thing.kind.name in kinds)

    def _give_ids(self, described: tuple[Description, ...]) -> dict[str, str]:
        """`thing-Q222`, `thing-event-…`: the end of the IRI, so that links to a page stay; a number where it cannot."""
        ids: dict[str, str] = {}
        taken: set[str] = set()
        for place, subject in enumerate(each.subject for each in described):
            base = f"{self._graph.base}entity/"
            local = subject.removeprefix(base) if subject.startswith(base) else subject.rpartition("#")[2]
            local = local.replace("#", "-")
            name = f"thing-{local}" if _SAFE_ID.fullmatch(local) else f"thing-{place}"
            ids[subject] = name if name not in taken else f"{name}-node-{place}"
            taken.add(ids[subject])
        return ids

    def short(self, iri: str) -> str:
        """An IRI with its prefix, or whole."""
        parts = self._names.split(iri)
        return ":".join(parts) if parts else iri

    def _local(self, iri: str) -> str:
        schema = self._graph.schema_iri
        return iri.removeprefix(schema) if iri.startswith(schema) else iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :]

    def _thing(self, description: Description, places: tuple[tuple[int, int], ...]) -> Thing:
        types = tuple(self._local(iri) for iri in description.types)
        facts = tuple(
            Fact(self._local(iri), self.short(iri), tuple(map(self._value, nodes)))
            for iri, nodes in description.properties
        )
        subject = description.subject
        name, short = self._labels[subject], self.short(subject)
        kind = kind_of(types)
        if kind.name in ENTITIES and not places:  # an author, a logo: of the page, and not of the story
            kind = BY_NAME["other"]
        return Thing(self._ids[subject], subject, short, name, kind, types, facts, places)

    def _value(self, node: Node) -> Value:
        if isinstance(node, Literal):
            return self._literal(node)
        if node.value in self._ids:
            return Value(self._labels[node.value], thing=self._ids[node.value])
        short = self.short(node.value)
        leads_out = node.value.startswith(("http://", "https://")) and not short.startswith(_TERMS)
        return Value(short, link=node.value if leads_out else None)

    def _literal(self, node: Literal) -> Value:
        datatype = node.datatype.value
        short = "" if datatype == XSD["string"].value else self.short(datatype)
        shown = moment(node.value) if datatype in _MOMENTS else node.value
        if datatype == XSD["decimal"].value or datatype == XSD["integer"].value:
            shown = number(node.value)
        return Value(shown, datatype=short, lexical=node.value)

    def _label(self, description: Description) -> str:
        """What readers call a node: its name, else what it says, else what it amounts to, else its IRI."""
        found = {self._local(iri): nodes for iri, nodes in description.properties}
        for name in ("name", "headline", "text"):
            if (
                name in found
                and isinstance(found[name][0], Literal)
                and "PropertyValue" not in self._types(description)
            ):
                return " ".join(found[name][0].value.split())
        return self._amount(found) or self.short(description.subject)

    def _types(self, description: Description) -> frozenset[str]:
        return frozenset(map(self._local, description.types))

    def _amount(self, found: dict[str, tuple[Node, ...]]) -> str:
        def first(name: str) -> str:
            return found[name][0].value if name in found else ""

        if "amount" in found:  # a grant is called by its amount
            return "Grant of " + self._labels.get(first("amount"), self.short(first("amount")))
        if "latitude" in found:
            return f"{first('latitude')}°, {first('longitude')}°"
        bounds = (("", "value"), ("at least ", "minValue"), ("at most ", "maxValue"))
        size = " and ".join(before + number(first(name)) for before, name in bounds if name in found)
        words = (f"{first('name')}:" if first("name") else "", first("currency"), size, first("unitText"))
        return " ".join(word for word in words if word) if size else ""


def _depth(description: Description) -> int:
    """Grants last: they are called by their amounts."""
    return int(any(iri.endswith("MonetaryGrant") for iri in description.types))


def _places(graph: ArticleGraph) -> dict[str, tuple[tuple[int, int], ...]]:
    """Subject -> where it was read from, in the order of the text."""
    found: dict[str, set[tuple[int, int]]] = {}
    for triple in graph.evidence:
        match = _MENTION.search(str(triple.object)[1:-1]) if triple.predicate == PROV["wasDerivedFrom"] else None
        if match:
            found.setdefault(str(triple.subject)[1:-1], set()).add((int(match[1]), int(match[2])))
    return {subject: tuple(sorted(places)) for subject, places in found.items()}


def time_places(graph: ArticleGraph) -> tuple[tuple[int, int, str], ...]:
    """The time expressions of the text with what they resolve to, in the order of the text."""
    found = []
    for triple in graph.evidence:
        match = _MENTION.search(str(triple.subject)[1:-1]) if triple.predicate == KGX["timeValue"] else None
        if match and isinstance(triple.object, Literal):
            found.append((int(match[1]), int(match[2]), moment(triple.object.value)))
    return tuple(sorted(found))

"""What schema.org says of itself: types, properties with domain and range, members; reads no file, judges nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

SPELLINGS = ("http://schema.org/", "https://schema.org/")
"""The two namespaces of schema.org, which takes them for one."""
_TERM = re.compile(r"https?://schema\.org/([A-Za-z0-9]+)")
_ANNOTATION = re.compile(r"(.+)-(?:input|output)")


def local_name(node: object) -> str | None:
    """`author` for schema.org's IRI of it, in either spelling, also for a name that does not exist; else None."""
    if isinstance(node, NamedNode):
        for spelling in SPELLINGS:
            if node.value.startswith(spelling):
                return node.value[len(spelling) :]
    return None


def term_name(node: object) -> str | None:
    """The same for a value, where the address of a page of schema.org is no term."""
    match = _TERM.fullmatch(node.value) if isinstance(node, NamedNode) else None
    return match[1] if match else None


@dataclass(frozen=True, slots=True)
class Property:
    """Where a property may stand and what it may lead to; names of types and data types, any of which is enough."""

    domain: frozenset[str]
    range: frozenset[str]


@dataclass(frozen=True)
class Vocabulary:
    """Names without namespace. Immutable; `above` remembers what it found."""

    parents: Mapping[str, frozenset[str]]
    """Type -> its direct superclasses."""
    properties: Mapping[str, Property]
    members: Mapping[str, frozenset[str]]
    """Member of an enumeration -> its types."""
    superseded: Mapping[str, frozenset[str]]
    """Term -> what schema.org has in its place now."""
    others: frozenset[str] = frozenset()
    """Names that exist, of which no more is known: no finding can be made about their domain and range."""
    name: str = "schema.org"
    """Who says so, in messages: people must see where it is not the newest."""
    hint: str = ""
    """What to do about a name that is not found."""
    _above: dict[str, frozenset[str] | None] = field(default_factory=dict, repr=False, compare=False)

    def is_class(self, name: str) -> bool:
        """True for a type; a name of which no more is known is one if it begins like one."""
        return name in self.parents or (name in self.others and not name[:1].islower())

    def is_property(self, name: str) -> bool:
        """True for a property, and for one with the ending of an action's annotation (`query-input`)."""
        match = _ANNOTATION.fullmatch(name)
        plain = match[1] if match else name
        return plain in self.properties or (plain in self.others and plain[:1].islower())

    def is_term(self, name: str) -> bool:
        """True for a name of any kind."""
        return name in self.members or self.is_class(name) or self.is_property(name)

    def above(self, name: str) -> frozenset[str] | None:
        """A type with all its superclasses; None where the vocabulary does not know them."""
        if name not in self._above:
            found, todo = {name}, [name]
            while todo:
                new = self.parents.get(todo.pop(), frozenset()) - found
                found |= new
                todo += new
            self._above[name] = frozenset(found) if name in self.parents else None
        return self._above[name]

    def all_above(self, names: Iterable[str]) -> frozenset[str] | None:
        """The types together with all their superclasses; None for no type, or where one is not known."""
        found = [self.above(name) for name in names]
        known = [kinds for kinds in found if kinds is not None]
        return frozenset().union(*known) if known and len(known) == len(found) else None

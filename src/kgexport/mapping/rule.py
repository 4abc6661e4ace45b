"""What a rule and a table of rules are; the tables themselves stand in the files beside this one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pyoxigraph import NamedNode

from kgexport.graph import Node
from kgexport.mapping.context import Context
from kgexport.model import Mention
from kgexport.vocabulary import SCHEMA, Namespace

T = TypeVar("T")


@dataclass(frozen=True)
class Value:
    """One value of a property, with the words it was read from."""

    node: Node
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True)
class Rule(Generic[T]):
    """One property of one kind of thing."""

    term: str
    """Local name of the property."""
    values: Callable[[T, Context], Iterable[Value | Node | None]]
    """What it gives for a thing; None is nothing."""
    namespace: Namespace = SCHEMA
    """Where the property is defined."""


@dataclass(frozen=True)
class ThingTable(Generic[T]):
    """How one layer of annotations becomes nodes."""

    layer: Callable[[Context], Iterable[T]]
    """Its items."""
    subject: Callable[[T, Context], NamedNode]
    """The IRI of an item."""
    types: Callable[[T, Context], Iterable[str]]
    """The schema.org classes of an item."""
    rules: tuple[Rule[Any], ...]
    """Its properties."""
    mentions: Callable[[T, Context], Iterable[Mention]]
    """Where an item was read."""

"""Stretches of text that something was read from, and what sort of words they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kgexport.model.span import Span


class MentionKind(StrEnum):
    """What sort of words a mention is made of (`kgx:mentionKind`)."""

    NAME = "name"
    """A proper name: "Edi Rama", "Rama", "NATO"."""
    NOMINAL = "nominal"
    """A common noun phrase: "the mosque", "kamikaze drones", "the prime minister"."""
    PRONOUN = "pronoun"
    ADJECTIVE = "adjective"
    """An adjectival form of a name: "Turkish" for Turkey. Never a name of the entity."""
    TRIGGER = "trigger"
    """The words that tell of an event."""
    VALUE = "value"
    """An amount or a quantity."""
    TIME = "time"
    QUOTE = "quote"
    """What stands between quotation marks."""
    STATEMENT = "statement"
    """What somebody is said to have said."""
    RELATION = "relation"
    """The words that carry a relation or an attribute: "Prime Minister", "is a NATO member"."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span that something was read from."""

    span: Span
    kind: MentionKind
    annotator: str
    """Which annotator (and rule, after a slash) found it: `entities/title-name`."""
    confidence: float = 1.0
    """0 to 1: the annotator's own estimate."""

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence must be between 0 and 1, not {self.confidence}")

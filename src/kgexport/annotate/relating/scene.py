"""A sentence with its entities: what every reader of relations looks at; knows no particular relation."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kgexport.annotate.entities.index import EntityIndex
from kgexport.annotate.entities.lexicon import LANDS, coarse
from kgexport.model import Entity, Mention, MentionKind, Relation, Sentence, Span, Token
from kgexport.resources import path


@dataclass(frozen=True, slots=True)
class Wordlists:
    """The lists of relations.toml."""

    lists: Mapping[str, frozenset[str]]
    tables: Mapping[str, Mapping[str, str]]


_DEEPEST = 20
"""How far down a clause is followed to its first word."""


@cache
def raw_lists() -> Mapping[str, Any]:
    """relations.toml as it is."""
    return tomllib.loads(path("ontology", "language", "relations.toml").read_text(encoding="utf-8"))


@cache
def wordlists() -> Wordlists:
    """The lists that travel with the package."""
    raw = raw_lists()
    tables = {name: table for name, table in raw.items() if isinstance(table, dict) and name != "kinds"}
    return Wordlists({name: frozenset(words) for name, words in raw.items() if isinstance(words, list)}, tables)


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of an entity in a sentence, as tokens `first <= i < end`."""

    entity: Entity
    mention: Mention
    first: int
    end: int

    @property
    def is_name(self) -> bool:
        """Whether it is a name (and no adjective, pronoun or common noun)."""
        return self.mention.kind is MentionKind.NAME

    @property
    def kind(self) -> str:
        """PER, ORG, LOC …"""
        return coarse(self.entity.types[0])

    @property
    def is_land(self) -> bool:
        """Whether it is a country, region or town."""
        return self.entity.types[0] in LANDS


def _is_role(place: Place) -> bool:
    """Whether words are a person's role and no name: "the captain", which may be an occupation to be read."""
    return place.kind == "PER" and place.mention.kind is MentionKind.NOMINAL


class Scene:
    """A sentence and the mentions in it."""

    def __init__(self, sentence: Sentence, mentions: list[tuple[Entity, Mention]]) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.places: list[Place] = []
        self._forms = [token.form.lower() for token in sentence.tokens]
        self.positions: dict[str, list[int]] = {}
        for i, form in enumerate(self._forms):
            self.positions.setdefault(form, []).append(i)
        self._owner: dict[int, Place] = {}
        self._starting: dict[int, list[Place]] = {}
        for entity, mention in sorted(mentions, key=lambda pair: (pair[1].span.begin, -pair[1].span.end, pair[0].key)):
            covered = [t.i for t in sentence.tokens if t.span.overlaps(mention.span)]
            if covered:
                place = Place(entity, mention, covered[0], covered[-1] + 1)
                self.places.append(place)
                self._starting.setdefault(covered[0], []).append(place)
                for i in covered if not _is_role(place) else ():
                    self._owner.setdefault(i, place)

    def at(self, i: int) -> Place | None:
        """The mention that a token belongs to."""
        return self._owner.get(i)

    def starting(self, i: int) -> list[Place]:
        """The mentions that begin at a token, the longest first."""
        return self._starting.get(i, [])

    def before_comma(self, verb: Token) -> Place | None:
        """The name right before the comma that a clause follows: "X, founded by Y"."""
        first = self._leftmost(verb)
        found = self.at(first - 2) if self.form(first - 1) == "," else None
        return found if found is not None and found.is_name else None

    def _leftmost(self, token: Token) -> int:
        """Where the clause of a verb begins, by its first words only."""
        for _ in range(_DEEPEST):
            before = [child for child in self.sentence.children(token) if child.i < token.i]
            if not before:
                break
            token = before[0]
        return token.i

    def unknown_before_comma(self, verb: Token) -> bool:
        """Whether a name that is no known thing stands right before the comma that a clause follows."""
        first = self._leftmost(verb)
        beside = first > 1 and self.form(first - 1) == ","
        return beside and self.at(first - 2) is None and self.tokens[first - 2].pos == "PROPN"

    def form(self, i: int) -> str:
        """A token in lower case; empty outside of the sentence."""
        return self._forms[i] if 0 <= i < len(self._forms) else ""

    def span(self, first: int, end: int) -> Span:
        """The characters of some tokens."""
        return self.tokens[first].span.to(self.tokens[end - 1].span)

    def of_token(self, token: Token) -> Place | None:
        """The mention at a token, or at the name that the token heads."""
        found = self.at(token.i)
        if found is None:
            for child in self.sentence.children(token, "compound", "appos", "nmod"):
                found = found or (self.at(child.i) if child.pos == "PROPN" else None)
        return found

    def names_after(self, i: int) -> list[Place]:
        """The names of a list "X, Y and Z" that begins at a token."""
        found: list[Place] = []
        while (place := self.at(i)) is not None and place.is_name:
            found.append(place)
            i = place.end
            if self.form(i) == "," and self.form(i + 1) in ("and", "or"):
                i += 2
            elif self.form(i) in (",", "and", "or"):
                i += 1
            else:
                break
            i += self.form(i) == "the"
        return found


def relation(subject: Place, predicate: str, value: Place, span: Span, rule: str, confidence: float = 0.8) -> Relation:
    """A relation with the words that carry it."""
    mention = Mention(span, MentionKind.RELATION, f"relations/{rule}", confidence)
    return Relation(subject.entity.key, predicate, value.entity.key, (mention,))


def index_of(entities: tuple[Entity, ...]) -> EntityIndex:
    """An index of all mentions."""
    return EntityIndex(entities)

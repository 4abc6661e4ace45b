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


@cache
def wordlists() -> Wordlists:
    """The lists that travel with the package."""
    raw: dict[str, Any] = tomllib.loads(path("ontology", "language", "relations.toml").read_text(encoding="utf-8"))
    tables = {name: raw.pop(name) for name in ("family", "dimensions", "unit_dimensions")}
    return Wordlists({name: frozenset(words) for name, words in raw.items()}, tables)


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


class Scene:
    """A sentence and the mentions in it."""

    def __init__(self, sentence: Sentence, mentions: list[tuple[Entity, Mention]]) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.places: list[Place] = []
        self._owner: dict[int, Place] = {}
        for entity, mention in sorted(mentions, key=lambda pair: (pair[1].span.begin, -pair[1].span.end, pair[0].key)):
            covered = [t.i for t in sentence.tokens if t.span.overlaps(mention.span)]
            if covered:
                place = Place(entity, mention, covered[0], covered[-1] + 1)
                self.places.append(place)
                for i in covered:
                    self._owner.setdefault(i, place)

    def at(self, i: int) -> Place | None:
        """The mention that a token belongs to."""
        return self._owner.get(i)

    def form(self, i: int) -> str:
        """A token in lower case; empty outside of the sentence."""
        return self.tokens[i].form.lower() if 0 <= i < len(self.tokens) else ""

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

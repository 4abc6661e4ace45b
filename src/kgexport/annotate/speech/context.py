"""The article as the rules of speech look at it: tokens in a row, what is quoted, who is mentioned where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from kgexport.annotate.speech.marks import Quoted
from kgexport.annotate.speech.quoted import find_quoted
from kgexport.model import Annotations, Block, Entity, Mention, MentionKind, Sentence, Span, Token

_FEW = 50
"""Names looked at for those who could be meant as well."""


@dataclass(frozen=True, slots=True)
class Place:
    """A token in its sentence."""

    sentence: Sentence
    token: Token


class Context:
    """Look-ups by position, each prepared once."""

    def __init__(self, annotations: Annotations) -> None:
        self.annotations = annotations
        self.text = annotations.article.text
        self.entities = {entity.key: entity for entity in annotations.entities}
        self.quoted: list[Quoted] = find_quoted(annotations.article)
        self.places = [Place(s, t) for s in annotations.sentences for t in s.tokens]
        self._begins = [place.token.span.begin for place in self.places]
        self._sentence_begins = [sentence.span.begin for sentence in annotations.sentences]
        self._quote_begins = [quoted.begin for quoted in self.quoted]
        self._block_begins = [block.span.begin for block in annotations.article.blocks]

    @cached_property
    def dateline_end(self) -> int:
        """Where the dateline ends; 0 where there is none."""
        dateline = self.annotations.article.dateline
        return dateline.span.end if dateline else 0

    @cached_property
    def described(self) -> frozenset[int]:
        """Where pronouns begin that stand for somebody without a name."""
        return frozenset(pronoun for pronoun, _ in self.annotations.antecedents)

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before another in the same block."""
        i = bisect_left(self._sentence_begins, sentence.span.begin) - 1
        if i < 0 or self.annotations.sentences[i].span.begin < self.block_at(sentence.span.begin).span.begin:
            return None
        return self.annotations.sentences[i]

    def quoted_at(self, position: int) -> Quoted | None:
        """The quoted stretch (marks included) that holds a position."""
        i = bisect_right(self._quote_begins, position) - 1
        if i >= 0 and position < self.quoted[i].end:
            return self.quoted[i]
        return None

    def quoted_in(self, span: Span) -> list[Quoted]:
        """The quoted stretches that begin inside a span."""
        low, high = bisect_left(self._quote_begins, span.begin), bisect_left(self._quote_begins, span.end)
        return self.quoted[low:high]

    def is_quoted(self, token: Token) -> bool:
        """Whether a token stands inside quotation marks (or is one)."""
        return self.quoted_at(token.span.begin) is not None

    def block_at(self, position: int) -> Block:
        """The block that holds a position."""
        return self.annotations.article.blocks[bisect_right(self._block_begins, position) - 1]

    def block_before(self, block: Block) -> Block | None:
        """The block before another."""
        i = bisect_left(self._block_begins, block.span.begin)
        return self.annotations.article.blocks[i - 1] if i else None

    def after(self, position: int, end: int) -> Iterator[Place]:
        """Tokens that begin at or behind a position, as long as they begin before `end`."""
        for i in range(bisect_left(self._begins, position), len(self.places)):
            if self._begins[i] >= end:
                return
            yield self.places[i]

    def before(self, position: int, begin: int) -> Iterator[Place]:
        """Tokens before a position, backwards, as long as they begin at or behind `begin`."""
        for i in range(bisect_left(self._begins, position) - 1, -1, -1):
            if self._begins[i] < begin:
                return
            yield self.places[i]

    @cached_property
    def _mentions(self) -> dict[int, list[tuple[Mention, Entity]]]:
        """Begin of a token -> the entity mentions that cover it."""
        found: dict[int, list[tuple[Mention, Entity]]] = {}
        for entity in self.annotations.entities:
            for mention in entity.mentions:
                low = bisect_left(self._begins, mention.span.begin)
                for i in range(low, len(self._begins)):
                    if self._begins[i] >= mention.span.end:
                        break
                    found.setdefault(self._begins[i], []).append((mention, entity))
        return found

    def mentions_at(self, token: Token) -> list[tuple[Mention, Entity]]:
        """The mentions that cover a token, the longest first."""
        found = self._mentions.get(token.span.begin, [])
        return sorted(found, key=lambda pair: (-len(pair[0].span), pair[0], pair[1].key))

    @cached_property
    def _names(self) -> list[tuple[int, Entity]]:
        """Begins of the names, and of the pronouns that stand for them, outside of quotation marks, in order."""
        found = [
            (mention.span.begin, entity)
            for entity in self.annotations.entities
            for mention in entity.mentions
            if mention.kind in (MentionKind.NAME, MentionKind.PRONOUN) and self.quoted_at(mention.span.begin) is None
        ]
        return sorted(found, key=lambda pair: (pair[0], pair[1].key))

    def is_named_before(self, entity: Entity, position: int) -> bool:
        """Whether an entity is named before a position outside of quotation marks (or nowhere at all by a name)."""
        first = self._first_names.get(entity.key)
        return first is None or first < position

    @cached_property
    def _first_names(self) -> dict[str, int]:
        """Key -> begin of the first name outside of quotation marks; the end of the text where all names are quoted."""
        found: dict[str, int] = {}
        for entity in self.annotations.entities:
            names = [m.span.begin for m in entity.mentions if m.kind is MentionKind.NAME]
            if names:
                found[entity.key] = min((b for b in names if self.quoted_at(b) is None), default=len(self.text))
        return found

    def last_named(self, entity: Entity, position: int) -> int | None:
        """Where the last name of an entity before a position begins, outside of quotation marks."""
        begins = self._named_at.get(entity.key, [])
        place = bisect_left(begins, position) - 1
        return begins[place] if place >= 0 else None

    def sentence_begin(self, position: int) -> int:
        """Where the sentence that holds a position begins."""
        return self._sentence_begins[max(0, bisect_right(self._sentence_begins, position) - 1)]

    def sentences_between(self, first: int, second: int) -> int:
        """How many sentences one position is behind another."""
        return bisect_right(self._sentence_begins, second) - bisect_right(self._sentence_begins, first)

    def names_between(self, begin: int, end: int) -> list[Entity]:
        """The entities named between two positions, outside of quotation marks, in order; a few times at most."""
        low, high = (bisect_left(self._names, place, key=itemgetter(0)) for place in (begin, end))
        return [entity for _, entity in self._names[low : min(high, low + _FEW)]]

    @cached_property
    def _named_at(self) -> dict[str, list[int]]:
        """Key -> begins of its names outside of quotation marks, in order."""
        return {
            entity.key: sorted(
                mention.span.begin
                for mention in entity.mentions
                if mention.kind is MentionKind.NAME and self.quoted_at(mention.span.begin) is None
            )
            for entity in self.annotations.entities
        }

    def named_between(self, begin: int, end: int, wanted: Callable[[Entity], bool]) -> list[str]:
        """Keys of up to two entities that are named between two positions, the last first."""
        keys: list[str] = []
        for i in range(bisect_left(self._names, end, key=itemgetter(0)) - 1, -1, -1):
            position, entity = self._names[i]
            if position < begin or len(keys) > 1:
                break
            if wanted(entity) and entity.key not in keys:
                keys.append(entity.key)
        return keys

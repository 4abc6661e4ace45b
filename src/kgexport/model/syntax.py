"""Sentences and tokens with their dependencies (Universal POS, ClearNLP labels), free of any parser library."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgexport.model.article import BlockKind
from kgexport.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a sentence."""

    i: int
    """Position in its sentence."""
    span: Span
    """Where it stands in the canonical text."""
    text: str
    """As printed."""
    lemma: str
    """Base form, as the language model gives it (lower case but for proper nouns)."""
    pos: str
    """Universal part of speech: NOUN, PROPN, VERB …"""
    tag: str
    """Penn Treebank tag: VBD, NNP …"""
    dep: str
    """Dependency label to the head: nsubj, dobj, pobj …"""
    head: int
    """Position of the head in the sentence; its own position for the root."""
    label: str = ""
    """The language model's raw entity label (PERSON, GPE …) or the empty string; a hint, not a verdict."""
    starts_entity: bool = False
    """Whether the raw entity begins here."""
    recased: str = ""
    """What the word looks like with the case that a sentence gives it (headlines in title case); empty: as printed."""

    @property
    def form(self) -> str:
        """The word in the case that a sentence gives it: what rules about capitals have to look at."""
        return self.recased or self.text


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one block. Raises ValueError where heads leave the sentence."""

    span: Span
    """From the first to the last token, white space apart."""
    block: BlockKind
    """What the sentence stands in."""
    tokens: tuple[Token, ...]
    """At least one, in order."""
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in self.tokens]
        for position, token in enumerate(self.tokens):
            if token.i != position or not 0 <= token.head < len(self.tokens):
                raise ValueError(f"token {token.text!r} has position {token.i} and head {token.head}")
            if token.head != position:
                children[token.head].append(position)
        object.__setattr__(self, "_children", tuple(map(tuple, children)))

    @property
    def root(self) -> Token:
        """The token that is its own head."""
        return next(token for token in self.tokens if token.head == token.i)

    def head(self, token: Token) -> Token:
        """The token's head (itself for the root)."""
        return self.tokens[token.head]

    def children(self, token: Token, *deps: str) -> list[Token]:
        """Direct dependents in order; with labels given, only those."""
        positions, tokens = self._children[token.i], self.tokens
        if not positions:
            return []
        return [tokens[i] for i in positions if not deps or tokens[i].dep in deps]

    def subtree(self, token: Token) -> list[Token]:
        """The token and all below it, in order of the text."""
        reached, stack = {token.i}, [token.i]
        while stack:
            for child in self._children[stack.pop()]:
                if child not in reached:
                    reached.add(child)
                    stack.append(child)
        return [self.tokens[i] for i in sorted(reached)]

    def ancestors(self, token: Token) -> list[Token]:
        """Heads from the token's own up to the root, without the token."""
        chain: list[Token] = []
        while token.head != token.i and len(chain) <= len(self.tokens):
            token = self.tokens[token.head]
            chain.append(token)
        return chain

    def tokens_in(self, span: Span) -> list[Token]:
        """The tokens that overlap a span of the text."""
        return [token for token in self.tokens if token.span.overlaps(span)]

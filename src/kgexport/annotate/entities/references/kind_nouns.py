"""Puts "organization" of "the Acme organization" to Acme, where a noun only says what the name is; knows no events."""

from __future__ import annotations

import dataclasses
from collections import defaultdict

from kgexport.annotate.entities.index import EntityIndex
from kgexport.annotate.entities.lexicon import coarse
from kgexport.model import Annotations, Mention, MentionKind, Sentence, Token

_KINDS = frozenset("organization organisation company firm corporation movement".split())
_DEFINITE = frozenset(("the", "this"))
_CONFIDENCE = 0.7
_LONGEST = 10
"""Tokens of the name and the article."""


def add_kind_nouns(so_far: Annotations) -> Annotations:
    """The entities with a mention for each such noun that nothing is made of yet."""
    nouns = [(s, t) for s in so_far.sentences for t in s.tokens if t.tag == "NN" and t.lemma.lower() in _KINDS]
    if not nouns:
        return so_far
    index = EntityIndex(so_far.entities)
    added: dict[str, list[Mention]] = defaultdict(list)
    for sentence, noun in nouns:
        if key := _named_before(sentence, noun, index):
            added[key].append(Mention(noun.span, MentionKind.NOMINAL, "entities/kind-noun", _CONFIDENCE))
    entities = [
        dataclasses.replace(e, mentions=tuple(sorted((*e.mentions, *added[e.key])))) if e.key in added else e
        for e in so_far.entities
    ]
    return so_far.replacing(entities=entities)


def _named_before(sentence: Sentence, noun: Token, index: EntityIndex) -> str:
    """The key of the body whose name is all that stands between the article and the noun; empty for other phrases."""
    if noun.dep == "compound" or index.at(noun.span) or any(t.form == "of" for t in sentence.children(noun, "prep")):
        return ""
    named = index.at(sentence.tokens[noun.i - 1].span) if noun.i else None
    if named is None or coarse(named.types[0]) != "ORG":
        return ""
    name = next(
        (
            m
            for m in named.mentions
            if m.kind is MentionKind.NAME and m.span.end == sentence.tokens[noun.i - 1].span.end
        ),
        None,
    )
    if name is None:
        return ""
    before = [t for t in sentence.tokens[max(0, noun.i - _LONGEST) : noun.i] if t.span.end <= name.span.begin]
    return named.key if before and before[-1].form.lower() in _DEFINITE else ""

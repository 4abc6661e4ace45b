"""Tells by the words beside a work what kind it is: "the film X", "X, a novel by Y"; knows no other entity."""

from __future__ import annotations

import dataclasses

from kgexport.annotate.entities.index import EntityIndex
from kgexport.annotate.entities.lexicon import read_table
from kgexport.model import Annotations, BlockKind, Entity, MentionKind, Sentence, Token

_MARKS = frozenset(('"', "“", "”", "''", "``", "'", "‘", "’", ",", "("))


def add_kinds_of_works(so_far: Annotations) -> Annotations:
    """Works of no particular kind with the class that the noun beside them says; none where two nouns say two."""
    table = {row[0]: row[1] for row in read_table("work-nouns.tsv")}
    works = {e.key for e in so_far.entities if e.types == ("CreativeWork",) and _is_named(e)}
    if not works:
        return so_far
    index = EntityIndex(e for e in so_far.entities if e.key in works)
    said: dict[str, set[str]] = {}
    for sentence in so_far.sentences:
        for token in sentence.tokens:
            cls = table.get(token.lemma.lower())
            if cls is None or sentence.block is BlockKind.HEADLINE or token.tag != "NN":
                continue
            for beside in _named_beside(sentence, token):
                entity = index.at(beside.span)
                if entity is not None and not any(m.span.overlaps(token.span) for m in entity.mentions):
                    said.setdefault(entity.key, set()).add(cls)
    typed = {key: classes.pop() for key, classes in said.items() if len(classes) == 1}
    return so_far.replacing(
        entities=[dataclasses.replace(e, types=(typed[e.key],)) if e.key in typed else e for e in so_far.entities]
    )


def _is_named(entity: Entity) -> bool:
    return any(mention.kind is MentionKind.NAME for mention in entity.mentions)


def _named_beside(sentence: Sentence, noun: Token) -> list[Token]:
    """The word of a name right after a noun, or the one that the noun explains after a comma."""
    after = noun.i + 1
    while after < len(sentence.tokens) and after < noun.i + 3 and sentence.tokens[after].text in _MARKS - {",", "("}:
        after += 1
    found = [sentence.tokens[after]] if after < len(sentence.tokens) else []
    head = sentence.head(noun)
    before = sentence.subtree(noun)[0].i - 1
    if noun.dep in ("appos", "attr") and before >= 0 and (noun.dep == "attr" or sentence.tokens[before].text in _MARKS):
        found.append(_subject(sentence, head) if noun.dep == "attr" else head)
    return [token for token in found if token.i != noun.i]


def _subject(sentence: Sentence, verb: Token) -> Token:
    """The subject of "X is a film"; the verb itself where there is none, or where it is denied."""
    subjects = sentence.children(verb, "nsubj")
    plain = verb.lemma == "be" and not sentence.children(verb, "neg")
    return subjects[0] if subjects and plain else verb

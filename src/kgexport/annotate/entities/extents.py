"""Lets the mentions of names take in their articles, when all is annotated; finds no name and changes none.

The gold corpora of names (GUM, OntoNotes) mark "the Kremlin"; what the name is, and what links and roles are found by,
is "Kremlin".
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from kgexport.model import Annotations, Mention, MentionKind, Sentence, Span

_OUTSIDE = ("compound", "amod", "nmod")


def with_articles(annotations: Annotations) -> Annotations:
    """The same annotations; the mention of a name begins at its own article: "the UN", but "the [UN] envoy"."""
    wide = dict(_widened(annotations))

    def changed(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
        return tuple(
            dataclasses.replace(m, span=wide[m.span]) if m.kind is MentionKind.NAME and m.span in wide else m
            for m in mentions
        )

    return annotations.replacing(
        entities=(dataclasses.replace(e, mentions=changed(e.mentions)) for e in annotations.entities),
        relations=(dataclasses.replace(r, mentions=changed(r.mentions)) for r in annotations.relations),
        attributes=(dataclasses.replace(a, mentions=changed(a.mentions)) for a in annotations.attributes),
    )


def _widened(annotations: Annotations) -> Iterator[tuple[Span, Span]]:
    """The spans of names that have an article of their own, and the spans with it."""
    names = {m.span for e in annotations.entities for m in e.mentions if m.kind is MentionKind.NAME}
    by_end = {span.end: span for span in sorted(names, key=len)}
    for sentence in annotations.sentences:
        for token in sentence.tokens:
            span = by_end.get(token.span.end)
            article = _article(sentence, token.i, span) if span else None
            if span and article:
                yield span, article.to(span)


def _article(sentence: Sentence, last: int, name: Span) -> Span | None:
    """Where the article of a name stands that ends with the token `last`; None where it has none of its own."""
    first, end = last, sentence.tokens[last]
    while first and sentence.tokens[first].span.begin > name.begin:
        first -= 1
    if not first or sentence.tokens[first - 1].form.lower() != "the" or (end.head > last and end.dep in _OUTSIDE):
        return None
    return sentence.tokens[first - 1].span

"""Finds the lines of an article that only list other articles: sources, related news, categories; knows no event."""

from __future__ import annotations

import re

from kgexport.model import Annotations, BlockKind, Span

_HEADING = re.compile(
    r"(?:sources?|references|see also|further reading|(?:external|sister) links|"
    r"related (?:news|articles|stories|links))\W*",
    re.IGNORECASE,
)
_LISTED = re.compile(r"[^\"“”\n]{0,60}[\"“][^\"”\n]{8,200}[\"”]\s{0,3}[-–—.,]\s{0,3}[A-Z][^\n]{1,60}\b\d{4}\b\W{0,3}")
_CATEGORIES = re.compile(r"(?:categories|tags|keywords|filed under)\s?:", re.IGNORECASE)
_PARAGRAPHS = {BlockKind.PARAGRAPH, BlockKind.SOURCE}


def listing_lines(annotations: Annotations) -> tuple[Span, ...]:
    """The blocks that list other articles: all behind a heading such as "Sources", and lines of that form."""
    found: list[Span] = []
    listing = False
    text = annotations.article.text
    for block in annotations.article.blocks:
        if block.kind not in _PARAGRAPHS:
            continue
        words = block.span.of(text)
        heading = _HEADING.fullmatch(words)
        listed = _LISTED.fullmatch(words) or _CATEGORIES.match(words)
        # Behind the heading a paragraph of prose ends the list: a full stop, and no year.
        listing = bool(heading or listed) or (listing and not words.rstrip().endswith("."))
        if listing:
            found.append(block.span)
    return tuple(found)

"""Makes one name of "Beatrix "Trixie" Holloway" (and the nickname hers), and of "Erik" and "ten Hag" side by side."""

from __future__ import annotations

import itertools

from kgexport.annotate.entities.found import Found
from kgexport.annotate.entities.lexicon import coarse, fold
from kgexport.model import Sentence, Token

_QUOTES = frozenset(('"', "“", "”", "``", "''", "'", "‘", "’"))
_LONGEST = 3
_REACH = 6
"""Tokens from the given name to the surname at most."""


def with_nicknames(found: list[Found], sentences: tuple[Sentence, ...]) -> tuple[list[Found], dict[str, str]]:
    """The names with such ones fused, and nickname -> the key of the full name (both folded)."""
    kept: list[Found] = []
    nicknames: dict[str, str] = {}
    ordered = sorted(found, key=lambda f: f.span)
    at = 0
    while at < len(ordered):
        first = ordered[at]
        last = _surname(first, ordered[at + 1 : at + 3], sentences)
        if last is None:
            kept.append(first)
            at += 1
            continue
        nickname = _between(sentences[first.sentence].tokens[first.end : last.first])
        fused = _fused(first, last, sentences[first.sentence])
        if nickname:
            nicknames[fold(nickname)] = fused.key
        kept.append(fused)
        while at < len(ordered) and ordered[at].span.begin < last.span.end:
            at += 1
    return kept, nicknames


def _surname(first: Found, following: list[Found], sentences: tuple[Sentence, ...]) -> Found | None:
    """The name behind a nickname in quotation marks, or that begins with a particle right behind, of one person."""
    tokens = sentences[first.sentence].tokens
    for last in following:
        if last.sentence != first.sentence or last.first - first.end > _REACH:
            return None
        if last.first == first.end and last.text[:1].islower() and _may_be_person(first):
            return last
        if _between(tokens[first.end : last.first]) and len(last.words) == 1 and len(first.words) < _LONGEST:
            return last if _may_be_person(first) and not last.titles else None
    return None


def _between(tokens: tuple[Token, ...]) -> str:
    """The capitalised words between a pair of quotation marks; empty where there is anything else."""
    if not 3 <= len(tokens) <= _LONGEST + 2 or tokens[0].text not in _QUOTES or tokens[-1].text not in _QUOTES:
        return ""
    inner = [t.text for t in tokens[1:-1]]
    return " ".join(inner) if all(word[:1].isupper() for word in inner) else ""


def _may_be_person(found: Found) -> bool:
    total = sum(e.weight if coarse(e.cls) == "PER" else -e.weight for e in found.evidence if e.weight > 0)
    return total > 0


def _fused(first: Found, last: Found, sentence: Sentence) -> Found:
    tokens = sentence.tokens[first.first : last.end]
    span, printed = first.span.to(last.span), tokens[0].text
    for left, right in itertools.pairwise(tokens):
        printed += right.text if left.span.end == right.span.begin else f" {right.text}"
    made = Found(first.sentence, first.first, last.end, span, printed, first.titles, first.title_span)
    made.evidence = [*first.evidence, *last.evidence]
    made.key = f"{first.key} {last.key}"
    made.add("Person", 2.0, "nickname")
    return made

"""Finds turns of phrase that tell of no event though they hold a word that could; knows idioms.tsv and no grammar."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kgexport.annotate.events.lexicon import rows
from kgexport.model import Sentence, Token

_GAP = "*"
_WIDEST_GAP = 3
_REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"))


@dataclass(frozen=True, slots=True)
class _Idiom:
    words: tuple[frozenset[str], ...]


@cache
def _table() -> dict[str, tuple[_Idiom, ...]]:
    found: dict[str, list[_Idiom]] = {}
    for (phrase,) in rows("idioms.tsv", 1):
        idiom = _Idiom(tuple(frozenset(word.split("|")) for word in phrase.split()))
        for first in idiom.words[0]:
            found.setdefault(first, []).append(idiom)
    return {first: tuple(same) for first, same in found.items()}


def idiomatic(sentence: Sentence) -> frozenset[int]:
    """Positions of the tokens that belong to such a phrase."""
    covered: set[int] = set()
    for token in sentence.tokens:
        for form in sorted({token.lemma.lower(), token.text.lower()}):
            for idiom in _table().get(form, ()):
                covered.update(_matched(sentence, token, idiom))
    return frozenset(covered)


def _matched(sentence: Sentence, first: Token, idiom: _Idiom) -> list[int]:
    """The positions of the words of a phrase that begins at a token; none where it does not."""
    found, at, gap = [first.i], first.i + 1, 0
    for words in idiom.words[1:]:
        if _GAP in words:
            gap = _WIDEST_GAP
            continue
        window = sentence.tokens[at : at + 1 + gap]
        match = next((token for token in window if _is_one(token, words)), None)
        if match is None:
            return []
        found.append(match.i)
        at, gap = match.i + 1, 0
    return [] if _leads_to_date(sentence, at) or _is_clause(sentence, first, sentence.tokens[at - 1]) else found


def _is_clause(sentence: Sentence, first: Token, last: Token) -> bool:
    """Whether the last noun of a phrase is a verb here and the first its subject: "the strike forced X to close"."""
    subject = first.dep == "nsubj" and first.head == last.i and first.pos == "NOUN"
    return subject and last.tag in ("VBD", "VBZ") and bool(sentence.children(last, "dobj", "xcomp", "ccomp"))


def _leads_to_date(sentence: Sentence, at: int) -> bool:
    """Whether the words before a position are meant as they stand: "the festival runs through 11 June"."""
    behind = sentence.tokens[at : at + 1]
    return sentence.tokens[at - 1].text.lower() == "through" and any(token.label == "DATE" for token in behind)


def _is_one(token: Token, words: frozenset[str]) -> bool:
    text = token.text.lower()
    return text in words or token.lemma.lower() in words or ("oneself" in words and text in _REFLEXIVE)

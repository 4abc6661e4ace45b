"""Reads the name that a thing is given behind its noun: "a new service, too, called Skylark"; knows no entity."""

from __future__ import annotations

from kgexport.model import BlockKind, Sentence, Token

_NAMING = {"call", "title", "entitle", "name", "dub"}
_INSIDE = {"of", "the", "and", "in", "for", "on", "to", "a"}
_QUOTES = frozenset("\"“‘'`")
_BETWEEN = 4
"""How many words may stand between the noun and the participle: ", too,"."""
_LONGEST = 6


def given_name(sentence: Sentence, noun: Token) -> str:
    """The words of the name behind "called"; empty where there is none, and in a headline, where all have capitals."""
    called = None if sentence.block is BlockKind.HEADLINE else _participle(sentence, noun)
    if called is None:
        return ""
    words = list(sentence.tokens[called.i + 1 : called.i + 2 + _LONGEST])
    if words and words[0].text in _QUOTES:
        del words[0]
    end = 0
    for at, word in enumerate(words):
        if word.text[0].isupper() or (end and word.text.isdigit()):
            end = at + 1
        elif not end or word.text not in _INSIDE:
            break
    if not 0 < end <= _LONGEST:
        return ""
    return _printed(words[:end])


def _printed(words: list[Token]) -> str:
    """The words with a space where the text has one."""
    gaps = [" " if at and words[at - 1].span.end < word.span.begin else "" for at, word in enumerate(words)]
    return "".join(gap + word.text for gap, word in zip(gaps, words, strict=True))


def _participle(sentence: Sentence, noun: Token) -> Token | None:
    """The "called" that says how the noun is called: right behind it, or behind a comma and an adverb."""
    for word in sentence.tokens[noun.i + 1 : noun.i + 2 + _BETWEEN]:
        if word.tag == "VBN" and word.lemma.lower() in _NAMING:
            return word
        if word.pos not in ("ADV", "PUNCT"):
            return None
    return None

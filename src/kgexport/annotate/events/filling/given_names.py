"""Reads the name that a thing is given behind its noun: "a new service, too, called Skylark"; knows no entity."""

from __future__ import annotations

from kgexport.model import BlockKind, Sentence, Token

_NAMING = {"call", "title", "entitle", "name", "dub"}
_ALIAS = {"call", "name", "dub", "label", "nickname", "style", "christen"}
_KNOWING = {"know", "identify", "name"}
"""What somebody is by a name: "known as X", "identified as X"."""
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
    return printed_name(words[:end])


def alias_of(sentence: Sentence, noun: Token) -> list[Token]:
    """The words of the name by which somebody goes: "Kestrel" of "a hacker known as "Kestrel""; empty for none.

    Names with capitals only, and behind words that only say so with "as" not without it ("known for").
    """
    words = sentence.tokens[noun.i + 1 : noun.i + 3 + _LONGEST]
    if sentence.block is BlockKind.HEADLINE or not words or words[0].tag not in ("VBN", "VBD"):
        return []
    verb, rest = words[0].lemma.lower(), list(words[1:])
    if rest and rest[0].text.lower() in ("only", "simply"):
        del rest[0]
    led = bool(rest) and rest[0].text.lower() == "as"
    if verb not in (_KNOWING if led else _ALIAS):
        return []
    rest = rest[led:]
    quoted = bool(rest) and rest[0].text in _QUOTES
    name: list[Token] = []
    for word in rest[quoted:]:
        if word.text.lower() == "of" and not quoted:  # "named Player of the Year"
            return []
        if not (word.text[0].isupper() or (name and word.text.isdigit())):
            break
        name.append(word)
    return name if len(name) <= _LONGEST and all(word.tag in ("NNP", "NNPS", "CD") or quoted for word in name) else []


def is_alias(sentence: Sentence, verb: Token) -> bool:
    """Whether a participle only brings the name of somebody before it: "a man named Karl Holm" tells of no choice."""
    only_named = verb.tag in ("VBN", "VBD") and verb.dep == "acl" and verb.lemma.lower() in _ALIAS | {"know"}
    return only_named and verb.i > 0 and bool(alias_of(sentence, sentence.tokens[verb.i - 1]))


def printed_name(words: list[Token]) -> str:
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

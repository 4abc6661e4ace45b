"""Finds the titles of works that fill quotation marks: "The Reports on Ann and Lee"; knows no works and no types."""

from __future__ import annotations

from kgexport.model import BlockKind, Sentence, Token

_OPENING, _CLOSING = frozenset(('"', "“", "``", "‘")), frozenset(('"', "”", "''", "’"))
_SMALL = frozenset(
    "a an the of in on at to for from by with and or nor but as is vs into over "
    "de la le du des del den der von el".split()
)
_LONGEST = 9
_CALLED = frozenset(
    "slogan chant chanted chanting shout shouted banner banners sign signs placard placards poster nicknamed dubbed "
    "called words phrase motto message reading read saying said labelled labeled codenamed nickname word "
    "term so-called".split()
)
"""Words before quoted words in title case that are no title: "a banner reading "Justice For All"."""


def quoted_title(sentence: Sentence, i: int) -> int | None:
    """The end of the title that begins at token `i`, right behind an opening mark; None where there is none."""
    tokens = sentence.tokens
    if sentence.block is BlockKind.HEADLINE or i == 0 or tokens[i - 1].text not in _OPENING:
        return None
    end = next((j for j in range(i, min(len(tokens), i + _LONGEST + 2)) if _closes(tokens, j)), None)
    if end is None:
        return None
    words = tokens[i : end - (tokens[end - 1].text == ",")]
    if not 1 < len(words) <= _LONGEST or not _is_in_title_case(words) or _is_called(sentence, i - 1):
        return None
    return None if _is_inside_name(tokens, i - 1, end + 1) else i + len(words)


def _closes(tokens: tuple[Token, ...], j: int) -> bool:
    """Whether a closing mark stands there that is no apostrophe inside a word."""
    token = tokens[j]
    return token.text in _CLOSING and not (token.tag == "POS" and token.span.begin == tokens[j - 1].span.end)


def _is_in_title_case(words: tuple[Token, ...]) -> bool:
    """Whether all but small words have capitals of their own, and at least one of them small or none does not shout."""
    first, last = words[0], words[-1]
    if not first.text[0].isupper() or not last.text[0].isalnum() or any(t.recased for t in words):
        return False
    if any(t.text in ("!", "?", ".", ";", '"', "“") for t in words) or first.text in ("I", "We", "You"):
        return False
    content = [t for t in words if t.text[0].isalpha() and t.text.lower() not in _SMALL and t.tag != "POS"]
    shouted = all(t.text.isupper() for t in words if len(t.text) > 1)
    return bool(content) and all(t.text[0].isupper() for t in content) and not shouted


def _is_called(sentence: Sentence, mark: int) -> bool:
    """Whether it is a slogan or by-name by the words before it: a banner reading "…", the Pacific "Ring of Fire"."""
    beside = sentence.tokens[mark - 1] if mark else None
    if beside is not None and (beside.tag in ("NNP", "CD", "NNPS") or beside.pos == "NUM"):
        return True
    return any(t.form.lower() in _CALLED for t in sentence.tokens[max(0, mark - 3) : mark])


def _is_inside_name(tokens: tuple[Token, ...], mark: int, after: int) -> bool:
    """Whether it is a nickname between a given name and a surname."""
    before = tokens[mark - 1] if mark else None
    follows = tokens[after] if after < len(tokens) else None
    return bool(before and follows and before.tag == follows.tag == "NNP")

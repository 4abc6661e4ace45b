"""Finds phrases with "the" that say no more than a noun and its modifiers; resolves none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.model import Sentence, Span, Token

_ARTICLES = frozenset(("the", "this", "that"))
_AGE = re.compile(r"^(\d{1,3}) ?- ?year ?- ?old$")
_OURSELVES = frozenset("writer reporter correspondent author reviewer journalist columnist critic".split())
"""With "this" they mean who writes the article."""
_MARKS = frozenset('"“”')
_LONGEST = 9
_PLURALS = ("s", "sh", "ch", "ese")
"""Of "the British" nobody knows whether it is one."""
_OUTER = ("prep", "relcl", "acl", "appos")
_OUTSIDE = frozenset(("of", "for", "in", "at", "from", "with", "to", "behind", "on"))
_OF_VERBS = frozenset(
    "accuse suspect convict acquit clear rob strip deprive warn inform notify remind assure cure rid".split()
)
"""What these say "of" somebody is no part of the phrase: "accused the group of fraud"."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with "the": the words between article and noun, the noun, where it stands."""

    words: tuple[str, ...]
    noun: str
    age: str
    span: Span
    head: Token


def definite(sentence: Sentence, token: Token, text: str) -> Phrase | None:
    """The phrase with "the" around a singular noun that says no more by what follows it; None for any other."""
    office = token.pos == "PROPN" and token.tag == "NNP" and token.form.lower() in reference_words().lists["offices"]
    if token.pos != "NOUN" and token.form != "old" and not office:
        return None
    first = next(
        (t for t in reversed(sentence.tokens[max(0, token.i - _LONGEST) : token.i]) if t.form.lower() in _ARTICLES),
        None,
    )
    if first is None or token.dep in ("compound", "nmod", "amod", "attr", "oprd", "appos", "npadvmod"):
        return None
    if first.form.lower() == "this" and token.lemma in _OURSELVES:
        return None
    between = sentence.tokens[first.i + 1 : token.i]
    if any(not _may_stand_between(t) for t in between):
        return None
    following = sentence.tokens[token.i + 1 : token.i + 2]
    if (token.pos == "NOUN" and token.tag != "NN") or (following and following[0].pos == "PROPN"):
        return None
    if any(_says_more(sentence, token, child) for child in sentence.children(token)):
        return None
    span = first.span.to(token.span)
    own = " ".join(span.of(text).split())[len(first.text) + 1 :]
    age = _AGE.match(own)
    if age:
        return Phrase((), "", age[1], span, token)
    if token.pos != "NOUN" and not office:
        return None
    words = tuple(t.form for t in _unquoted(between) if t.pos != "PUNCT" and t.label != "NORP")
    years = re.match(r"(\d{1,3}) ?- ?year ?- ?old ", own)
    if years:
        words = tuple(t.form for t in between if t.pos == "ADJ" and t.form != "old" and t.label != "NORP")
    return Phrase(words, token.form.lower(), years[1] if years else "", span, token)


def _may_stand_between(token: Token) -> bool:
    """Whether a word may stand between article and noun, "disbarred" among them."""
    if token.form == ",":
        return False
    participle = token.tag == "VBN" and token.dep == "amod"
    return participle or token.pos in ("ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "ADV")


def demonym_phrase(sentence: Sentence, token: Token) -> Phrase | None:
    """ "the German" as somebody: an adjective of a land with "the" before it and no noun behind it."""
    if token.i == 0 or token.dep not in ("nsubj", "nsubjpass", "dobj", "dative") or token.form.endswith(_PLURALS):
        return None
    article = sentence.tokens[token.i - 1]
    if article.form.lower() != "the" or sentence.children(token, "conj", "prep", "relcl", "appos", "poss"):
        return None
    return Phrase((), "", "", article.span.to(token.span), token)


def _unquoted(tokens: Iterable[Token]) -> Iterable[Token]:
    """Without the title of a work in quotation marks: "the "300" star"."""
    quoted = False
    for token in tokens:
        if token.text in _MARKS:
            quoted = not quoted
        elif not quoted:
            yield token


def _says_more(sentence: Sentence, token: Token, child: Token) -> bool:
    """Whether what follows tells which one is meant: "the president of the club", "the man who fell"."""
    if child.i < token.i:
        return child.dep == "poss"
    if child.dep == "prep":
        of_verb = child.form.lower() == "of" and token.dep == "dobj" and sentence.head(token).lemma.lower() in _OF_VERBS
        return child.i == token.i + 1 and child.form.lower() in _OUTSIDE and not of_verb
    comma = sentence.tokens[token.i + 1].text == ","
    if child.dep == "appos":
        return not child.text.isdigit() and child.pos == "PROPN"
    return child.dep in _OUTER and not comma

"""Hangs "by" on the work that somebody made where the parser hung it on an active verb; knows no parser.

"The museum bought a portrait by Jan Steen": who buys stands before the verb, so "by" says who made what is bought.
"And sacked manager Lee": no manager is called sacked behind "and" and a verb of the past, so it is the next verb.
"""

from __future__ import annotations

import dataclasses

from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.language.trees import attach, below
from kgexport.model import Token

_ACTIVE = ("VBD", "VBZ", "VBP", "VB", "VBG")
_WORKS = frozenset(
    "portrait painting sculpture statue drawing print sketch mural fresco canvas watercolour watercolor play poem "
    "ballet drama comedy thriller biopic track tune chair dress design".split()
)
_WIDEST = 12


def with_makers(tokens: list[Token]) -> None:
    """Mend in place "by" behind the object of an active verb, and participles that are the second verb."""
    for token in list(tokens):
        if token.text.lower() == "by" and token.dep in ("prep", "agent"):
            _hang_on_object(tokens, token)
        elif token.dep == "amod" and token.text.endswith("ed") and (base := _base(token)):
            _join_verb(tokens, token, base)


def _hang_on_object(tokens: list[Token], by: Token) -> None:
    verb = tokens[by.head]
    objects = [t for t in tokens[verb.i + 1 : by.i] if t.head == verb.i and t.dep == "dobj"]
    names = [t for t in tokens[by.i + 1 : by.i + _WIDEST] if t.head == by.i and t.dep == "pobj"]
    if verb.pos != "VERB" or verb.tag not in _ACTIVE or not objects or not names or not _is_work(objects[-1]):
        return
    before = tokens[max(0, verb.i - 2 * _WIDEST) : verb.i]
    passive = any(t.head == verb.i and t.dep in ("auxpass", "nsubjpass") for t in before)
    active = any(t.head == verb.i and t.dep == "nsubj" for t in before)
    close = below(tokens, objects[-1].i)[-1] == by.i - 1
    if active and not passive and close and names[0].pos == "PROPN" and names[0].label in ("PERSON", "ORG"):
        attach(tokens, by.i, objects[-1].i, "prep")


def _is_work(noun: Token) -> bool:
    """Whether somebody has made what a noun names: "portrait", "novel"."""
    return noun.lemma.lower() in _WORKS | lexicon().classes["work"]


def _base(token: Token) -> str:
    """The verb of a participle, also where the model took that for an adjective; "" where no event has it."""
    text = token.text.lower()
    return next((base for base in (text[:-2], text[:-1], text[:-3]) if base in lexicon().verbs), "")


def _join_verb(tokens: list[Token], participle: Token, base: str) -> None:
    noun = tokens[participle.head]
    noun = tokens[noun.head] if noun.dep in ("compound", "nmod") else noun
    if participle.i < 2 or noun.dep != "conj" or noun.i < participle.i or noun.pos != "PROPN":
        return
    first = tokens[noun.head]
    verb = tokens[first.head]
    title = tokens[participle.i + 1]
    joined = tokens[participle.i - 1].text.lower() == "and" and tokens[participle.i - 1].head == first.i
    told = verb.pos == "VERB" and verb.tag in ("VBD", "VBN") and first.dep == "dobj" and title.tag == "NN"
    if not joined or not told or title.dep not in ("compound", "nmod") or title.i > noun.i:
        return
    tokens[participle.i] = dataclasses.replace(participle, tag="VBD", pos="VERB", dep="conj", head=verb.i, lemma=base)
    attach(tokens, noun.i, participle.i, "dobj")
    attach(tokens, participle.i - 1, verb.i, "cc")
    for other in tokens[noun.i + 1 :]:
        if other.head == verb.i and other.dep == "prep":
            attach(tokens, other.i, participle.i, "prep")

"""Finds who an article brings in without a name first: "A husband who … . John Doe, 63, …"; resolves nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kgexport.annotate.entities.references.definites import is_person_word
from kgexport.annotate.entities.references.descriptions import Description
from kgexport.annotate.entities.references.genders import of_noun
from kgexport.annotate.entities.references.parts import parts_of
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.annotate.entities.spotting.named_places import Place
from kgexport.model import BlockKind, Sentence, Span, Token

_LEAD = 3
"""Sentences at the beginning, headlines among them, in which somebody is brought in without an age."""
_REACH = 4
"""Sentences after that in which the name has to come."""
_ROLES = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "agent"))
_YEARS = re.compile(r"(\d{1,3}) ?- ?year ?- ?old")
_NEW = frozenset(("a", "an"))


@dataclass(frozen=True, slots=True)
class Known:
    """What the whole article says of its persons."""

    described: Mapping[str, Description]
    kin: Mapping[str, frozenset[str]]
    """Key of a person -> "husband", "daughter" …"""
    genders: Mapping[str, str]
    first: Mapping[str, int]
    """Key of a person -> number of the sentence that names it first."""
    lands: Mapping[str, str]
    """Key of a person -> key of the land or place it is said to be of."""


def introductions(
    sentences: tuple[Sentence, ...], names: list[list[Place]], known: Known
) -> Iterator[tuple[str, Span]]:
    """Key and words of everybody who is brought in by what only one person of the article is called, or is as old."""
    counted = Counter(
        t.lemma.lower()
        for s in sentences
        if s.block is not BlockKind.HEADLINE
        for t in s.tokens
        if t.dep in _ROLES and _is_new(s, t)
    )
    for number, sentence in enumerate(sentences):
        taken = {i for first, end, _, _ in names[number] for i in range(first, end)}
        for token in sentence.tokens:
            if token.i in taken or not _brings_in(sentence, token, number, counted):
                continue
            if any(t.i in taken for t in sentence.children(token, "appos", "poss")):
                continue  # somebody with a name
            key = _meant(sentence, token, number, known)
            first = sentence.subtree(token)[0]
            within = {land for begin, _, land, _ in names[number] if first.i <= begin < token.i}
            said = [t for t in sentence.tokens[first.i : token.i] if t.i not in taken]
            if key is None or (key in known.lands and any(_is_other(known.described[key], t) for t in said)):
                continue
            if within <= {known.lands.get(key, land) for land in within}:
                yield key, first.span.to(token.span)


def _is_other(described: Description, token: Token) -> bool:
    """Whether a noun with a capital before an office may be another land than the person's: "Pak foreign minister"."""
    name = token.pos in ("PROPN", "NOUN") and token.text[0].isupper()
    return name and token.form.lower() not in described.words


def _brings_in(sentence: Sentence, token: Token, number: int, counted: Counter[str]) -> bool:
    """Whether a phrase brings in a person: "a teacher", in headlines without article, if it is the only one."""
    lemma = token.lemma.lower()
    headline = sentence.block is BlockKind.HEADLINE
    singular = token.tag == "NN" or (headline and token.tag == "NNP")  # headlines write nouns large
    if not singular or token.dep not in _ROLES or not is_person_word(lemma):
        return False
    aged = bool(_years(sentence, token))
    if not aged and (number > _LEAD or counted[lemma] > 1):
        return False
    return _is_new(sentence, token) or (headline and not sentence.children(token, "det", "poss", "nummod"))


def _is_new(sentence: Sentence, token: Token) -> bool:
    return token.tag == "NN" and any(t.form.lower() in _NEW for t in sentence.children(token, "det"))


def _years(sentence: Sentence, token: Token) -> str:
    """The age in the words of the phrase before its noun: "a 40-year-old woman"; empty where none is told."""
    said = "".join(t.text for t in sentence.subtree(token) if t.i < token.i)
    found = _YEARS.search(said)
    return found[1] if found else ""


def _of_the_part(sentence: Sentence, token: Token, near: list[str], known: Known) -> str | None:
    """Of "a man has denied arson": the only one named soon after who is accused as well; likewise who was harmed."""
    parts = parts_of(sentence, token, sentence.block is BlockKind.HEADLINE)
    if len(parts) != 1:
        return None
    alike = [k for k, told in known.described.items() if k in known.first and parts <= told.parts]
    return alike[0] if len(alike) == 1 and alike[0] in near and known.described[alike[0]].age else None


def _meant(sentence: Sentence, token: Token, number: int, known: Known) -> str | None:
    """The only person that fits: by age, else by what nobody else is called."""
    lemma = token.lemma.lower()
    years = _years(sentence, token)
    near = [k for k, first in known.first.items() if number < first <= number + _REACH]
    gender = of_noun(lemma)
    near = [k for k in near if not gender or known.genders.get(k, "") in ("", gender)]
    if years:
        aged = [k for k in near if known.described[k].age == years]
        return aged[0] if len(aged) == 1 else None
    if lemma in reference_words().lists["plain_persons"]:
        return _of_the_part(sentence, token, near, known)
    called = [k for k in known.first if lemma in known.described[k].nouns or lemma in known.kin.get(k, ())]
    return called[0] if len(called) == 1 and called[0] in near else None

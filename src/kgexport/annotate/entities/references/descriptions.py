"""Collects what the text calls each person and body: offices, occupations, age; judges no reference."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kgexport.annotate.entities.lexicon import Lexicon, coarse, lexicon
from kgexport.annotate.entities.references.grammar import SUBJECTS, named_by, top
from kgexport.annotate.entities.references.parts import parts_of
from kgexport.annotate.entities.references.phrases import forms_of_noun
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.model import BlockKind, Sentence, Token

_AGE = re.compile(r"\d{1,3}")
_YEARS = re.compile(r"(\d{1,3})-year-old")
_AGED = re.compile(r",an?(\d{1,3})-year-old")
_TAKING_OFFICE = frozenset(("elect", "appoint", "name", "become", "nominate", "swear", "install", "crown"))
_BEFORE = 8
"""Tokens before a name in which its description stands."""


@dataclass(slots=True)
class Description:
    """What one entity is called besides its names."""

    nouns: set[str] = field(default_factory=set)
    """Head nouns: minister, director, wife."""
    words: set[str] = field(default_factory=set)
    """The modifiers and nouns of all phrases: foreign, minister, scottish."""
    whose: set[str] = field(default_factory=set)
    """The words of names behind its descriptions: austria of "a former minister of Austria"."""
    incoming: set[str] = field(default_factory=set)
    """The offices that it has just taken: no "former" one."""
    age: str = ""
    parts: frozenset[str] = frozenset()
    """What part a person has in the story: "accused", "harmed", "dead"."""

    def add(self, phrase: Iterable[str]) -> None:
        """Note a phrase, the head last."""
        words = [word.lower() for word in phrase if word]
        if words:
            self.nouns.add(words[-1])
            self.words.update(words)


def describe(
    description: Description, sentence: Sentence, first: int, end: int, person: bool, called: str = ""
) -> None:
    """Read what stands around a name at tokens `first <= i < end`: before it, in apposition, behind "is", the age.

    `called`: the class of what was taken for a name by the noun behind it, "the Nemo database".
    """
    head = next((t for t in sentence.tokens[first:end] if not first <= t.head < end or t.head == t.i), None)
    head = head or sentence.tokens[end - 1]
    description.add(_title_before(sentence, first))
    for child in () if _is_role_played(sentence, head) else sentence.children(head, "appos"):
        description.add(_phrase(sentence, child))
        description.whose.update(_names_behind(sentence, child))
    above = sentence.head(head)
    noun = named_by(sentence, head, person)
    if (
        noun is not None
        and is_kind_of(noun, person)
        and (head.dep == "appos" or reference_words().bodies.get(noun.lemma))
    ):
        description.add(_phrase(sentence, noun))
    if head.dep in SUBJECTS and above.lemma in ("be", "become"):
        for child in sentence.children(above, "attr"):
            description.add(_phrase(sentence, child))
    for noun in _offices(sentence, head, above):
        description.add(_phrase(sentence, noun))
        if above.lemma in _TAKING_OFFICE:
            description.incoming.add(noun.form.lower())
    if person:
        description.parts |= parts_of(sentence, top(sentence, head), sentence.block is BlockKind.HEADLINE)
    if not person and (noun := follower(sentence, first, end)) is not None:
        description.words.add(noun.lemma.lower())
        if noun.tag == "NN" and called and is_class_of(noun, called):
            description.nouns.add(noun.lemma.lower())
    description.age = description.age or _age(sentence, first, end)


def _is_role_played(sentence: Sentence, head: Token) -> bool:
    """Whether a name is what somebody is named as: "named as the new Doctor Who, the 12th actor …" tells of her."""
    as_ = sentence.head(head)
    parts = (head, *sentence.children(head, "compound"))
    role = head.dep == "pobj" and any(
        sentence.children(part, "det") for part in parts
    )  # not "identified as Jane Doe, a teacher"
    return role and as_.form.lower() == "as" and sentence.head(as_).pos == "VERB"


def follower(sentence: Sentence, first: int, end: int) -> Token | None:
    """The noun that a body's name stands right before: "observers" of "Carter Center observers"."""
    head = next((t for t in sentence.tokens[first:end] if not first <= t.head < end), sentence.tokens[end - 1])
    after = sentence.tokens[end : end + 1]
    beside = bool(after) and after[0].pos == "NOUN" and head.dep in ("compound", "nmod") and head.head == after[0].i
    return after[0] if beside else None


def is_class_of(noun: Token, cls: str) -> bool:
    """Whether a noun names a class: "party" a PoliticalParty, "database" any Product, "website" no Organization."""
    if cls == "Person":
        return is_kind_of(noun, True)
    own = lexicon().heads.get(noun.lemma.lower(), "")
    if coarse(cls) in ("PROD", "WORK"):
        return coarse(own) == coarse(cls)
    return cls in reference_words().bodies.get(noun.lemma.lower(), ()) or (own == cls and cls != "Organization")


def _offices(sentence: Sentence, head: Token, verb: Token) -> list[Token]:
    """What somebody is elected or resigns as: "was elected mayor", "resigned as coach"."""
    if head.dep not in SUBJECTS or not reference_words().has("office_verbs", verb.lemma.lower()):
        return []
    found = sentence.children(verb, "oprd", "attr")
    if head.dep == "nsubjpass":
        found += sentence.children(verb, "dobj")
    for preposition in sentence.children(verb, "prep"):
        if preposition.form.lower() == "as":
            found += sentence.children(preposition, "pobj")
    return [noun for noun in found if is_kind_of(noun, True)]


def is_kind_of(noun: Token, person: bool) -> bool:
    """Whether a common noun stands for a person (or, if so asked, for something else)."""
    return (forms_of_noun(noun)[1] == "person") is person


def _title_before(sentence: Sentence, first: int) -> list[str]:
    """The nouns and adjectives right before a name that end in a noun for a person: "Scottish director"."""
    words: Lexicon = lexicon()
    taken: list[str] = []
    for token in reversed(sentence.tokens[max(0, first - _BEFORE) : first]):
        if not (token.pos in ("NOUN", "ADJ", "PROPN") or token.form == "-"):
            break
        if not taken and token.lemma.lower() not in words.roles and words.heads.get(token.lemma.lower()) is None:
            break
        taken.append(token.form)
    return taken[::-1]


def _phrase(sentence: Sentence, head: Token) -> list[str]:
    """A noun with the modifiers before it."""
    if head.pos not in ("NOUN", "PROPN"):
        return []
    before = [t.form for t in sentence.children(head, "amod", "compound", "nmod") if t.i < head.i]
    return [*before, head.form if head.tag != "NNS" else head.lemma]


def _names_behind(sentence: Sentence, noun: Token) -> list[str]:
    """The words of the names behind "of" in a description: "a former minister of Austria"."""
    return [
        t.form.lower()
        for preposition in sentence.children(noun, "prep")
        for t in sentence.subtree(preposition)
        if t.pos == "PROPN" and preposition.form.lower() == "of"
    ]


def _age(sentence: Sentence, first: int, end: int) -> str:
    tokens = sentence.tokens[end : end + 3]
    if len(tokens) > 1 and tokens[0].text in (",", "(") and _AGE.fullmatch(tokens[1].text):
        closed = len(tokens) < 3 or tokens[2].text in (",", ")", ".", ";")
        return tokens[1].text if closed else ""
    before = "".join(t.text for t in sentence.tokens[max(0, first - _BEFORE) : first])
    behind = "".join(t.text for t in sentence.tokens[end : end + _BEFORE])
    found = _YEARS.search(before) or _AGED.match(behind)  # "X, a 58-year-old engineer"
    return found[1] if found else ""

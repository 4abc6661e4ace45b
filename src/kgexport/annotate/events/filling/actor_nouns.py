"""Says what a common noun of people or bodies stands for (actors.tsv, and the nouns of persons); knows no phrase."""

from __future__ import annotations

import re
from functools import cache

from kgexport.annotate.entities.concrete import is_person_noun
from kgexport.annotate.events.lexicon import rows
from kgexport.annotate.values.tables import rows as table
from kgexport.model import Sentence, Token

_ENDINGS = ("ologist", "ographer", "iatrist", "opath", "goer", "crat", "keeper", "fighter", "owner", "holder", "seeker")
_SHORTEST = 6
_LISTS = ("vague", "deciding", "shared", "loose", "speaking", "publishing", "standing", "called")
"""Rows of actors.tsv that say more of nouns whose class another row gives."""


def actor_class(head: Token) -> str:
    """A class of actors.tsv or `Person`; empty for what does not act."""
    noun, plain = head.lemma.lower(), head.form.lower()
    known = _classes().get(plain) or _classes().get(noun)
    if known == "lands":
        return "either" if head.tag in ("NNS", "NNPS") else ""
    if known == "needy":
        return "Group" if head.tag == "NNS" else ""
    if noun == "force" and head.tag in ("NN", "NNP"):  # "the air force"
        return "Organization"
    if known:
        return "" if known == "none" else known
    return "Person" if is_person_noun(noun) or _is_agent_noun(noun) else ""


def is_needy(head: Token) -> bool:
    """Whether an adjective stands for people: "the wounded", "the elderly"."""
    return head.tag == "NNS" and _classes().get(head.form.lower()) == "needy"


def _is_agent_noun(noun: str) -> bool:
    """Whether an ending says that a noun is of those who do something: "moviegoer", "toxicologist"."""
    return noun.isalpha() and len(noun) > _SHORTEST and noun.endswith(_ENDINGS)


def is_vague(head: Token) -> bool:
    """Whether the noun alone may mean a thing as well, or nobody: "figure", "unit"."""
    return _is_in(head, "vague")


def is_deciding(head: Token) -> bool:
    """Whether a vague noun is somebody where it does something on purpose: "the board approved"."""
    return _is_in(head, "deciding")


def is_shared(head: Token) -> bool:
    """Whether the noun alone means other people each time: "officials", "people"."""
    return _is_in(head, "shared")


def _is_in(head: Token, name: str) -> bool:
    noun, plain = head.lemma.lower(), head.form.lower()
    if plain != noun and plain in _classes():  # "authorities" is a body, "authority" anything
        return False
    return noun in _vague(name)


def is_called(sentence: Sentence, head: Token) -> bool:
    """Whether a name before the noun is that of the body itself: "the Xinhua news agency", "the Hamas group"."""
    if head.lemma.lower() == "agency":
        return any(t.lemma.lower() == "news" for t in sentence.children(head, "compound"))
    return head.tag == "NN" and head.lemma.lower() in _vague("called")


def stands_for_land(head: Token) -> bool:
    """Whether a land or body itself acts where such a noun does: "Turkish troops", "Peru's government"."""
    if head.lemma.lower() == "force" and head.tag in ("NN", "NNP"):  # "the Indonesian air force" is a body
        return False
    return head.lemma.lower() in _vague("standing") or not actor_class(head)


def may_act(head: Token) -> bool:
    """Whether any list of actors.tsv has the noun: then it is no mere thing where it does something."""
    return bool(actor_class(head)) or not _listed().isdisjoint((head.lemma.lower(), head.form.lower()))


def loose_words() -> frozenset[str]:
    """Words before a noun that do not say who is meant: "several", "other", "nearly"."""
    return _vague("loose")


def speaking_nouns() -> frozenset[str]:
    """Nouns that are somebody only where they speak: "a source said", "the festival website says"."""
    return _vague("speaking") | _vague("publishing")


def speaking_class(head: Token) -> str:
    """The class of a noun that is somebody only where it speaks."""
    return "Organization" if _is_in(head, "publishing") else "Person"


@cache
def _classes() -> dict[str, str]:
    """Noun -> its class, the lists of vague nouns apart."""
    found: dict[str, str] = {}
    for name, words in rows("actors.tsv", 2):
        if name not in _LISTS:
            for word in words.split(","):
                found.setdefault(word.strip(), name)
    return found


@cache
def _listed() -> frozenset[str]:
    told = (words for row, words in rows("actors.tsv", 2) if row not in ("loose", "publishing"))
    return frozenset(word.strip() for words in told for word in words.split(","))


@cache
def _vague(name: str) -> frozenset[str]:
    return frozenset(word.strip() for row, words in rows("actors.tsv", 2) if row == name for word in words.split(","))


def slug_of(name: str) -> str:
    """The words of a name for a key; small numbers are spelt out, so that "6 people" are the "six people"."""
    words = re.sub(r"[^a-z0-9]+", " ", name.casefold()).split()
    return "-".join(map(in_letters, words)) or "x"


def in_letters(word: str) -> str:
    """A number below twenty as a word, any other word as it is."""
    return _small_numbers().get(word, word)


@cache
def _small_numbers() -> dict[str, str]:
    known = table("number-words.tsv")
    return {row["value"]: row["word"] for row in known if row["kind"] in ("digit", "teen")}

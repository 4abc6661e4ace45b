"""Says what a common noun of people or bodies stands for (actors.tsv, and the nouns of persons); knows no phrase."""

from __future__ import annotations

from functools import cache

from kgexport.annotate.entities.concrete import is_person_noun
from kgexport.annotate.events.lexicon import rows
from kgexport.model import Token


def actor_class(head: Token) -> str:
    """A class of actors.tsv or `Person`; empty for what does not act."""
    noun, plain = head.lemma.lower(), head.form.lower()
    known = _classes().get(plain) or _classes().get(noun)
    if known:
        return "" if known == "none" else known
    return "Person" if is_person_noun(noun) else ""


def is_vague(head: Token, many: bool) -> bool:
    """Whether the noun alone means nobody in particular: "officials"; `many`: it stands in the plural."""
    noun, plain = head.lemma.lower(), head.form.lower()
    if plain != noun and plain in _classes():  # "authorities" is a body, "authority" anything
        return False
    return noun in _vague("vague") or (many and noun in _vague("vague-many"))


def loose_words() -> frozenset[str]:
    """Words before a noun that do not say who is meant: "several", "other", "nearly"."""
    return _vague("loose")


def speaking_nouns() -> frozenset[str]:
    """Nouns that mean nobody in particular, but somebody where they speak: "officials said"."""
    return _vague("speaking")


@cache
def _classes() -> dict[str, str]:
    """Noun -> its class, the lists of vague nouns apart."""
    found: dict[str, str] = {}
    for name, words in rows("actors.tsv", 2):
        if not name.startswith(("vague", "loose", "speaking")):
            for word in words.split(","):
                found.setdefault(word.strip(), name)
    return found


@cache
def _vague(name: str) -> frozenset[str]:
    return frozenset(word.strip() for row, words in rows("actors.tsv", 2) if row == name for word in words.split(","))

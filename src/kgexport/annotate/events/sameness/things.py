"""Compares the words for the things that play a role: "a secret file" - "the file", "Orbis" - "Orbis Media"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.sameness.identity import identity
from kgexport.model import Role, RoleName

_BODIES = {"government", "cabinet", "administration", "coalition", "parliament", "assembly", "legislature", "congress"}
"""Nouns of bodies that are a name and a description at once."""
_NUMBER = re.compile(r"\d")


def is_known_thing(role: Role, others: Iterable[Role]) -> bool:
    """Whether a thing without a name is what another sentence spoke of: "a secret file" - "the 40-page file"."""
    if not is_called_by_noun(role.filler):
        return False
    known = [other.filler for other in others if is_called_by_noun(other.filler)]
    return any(identity().are_alike(noun_of(key), noun_of(role.filler)) for key in known)


def is_called_by_noun(key: str) -> bool:
    """Whether a filler has no name, or one that is a common noun: "the Cabinet of Ministers" - "the new government"."""
    return key.startswith("nominal:") or (key.startswith("entity:") and "-of-" in key and noun_of(key) in _BODIES)


def is_named_in_full(role: Role, others: Iterable[Role]) -> bool:
    """Whether another sentence has a longer name for what is hit: "Orbis" after "Orbis Media"."""
    return any(_is_longer(other, role) for other in others)


def shorter_names(role: Role, others: Iterable[Role]) -> list[Role]:
    """The roles whose fillers another sentence names by fewer words."""
    return [other for other in others if _is_longer(role, other)]


def barer(role: Role, others: Iterable[Role]) -> list[Role]:
    """The roles whose things are told without number or by their noun alone: "houses", where one has "800 homes"."""
    alike = [other for other in others if is_known_thing(role, [other])]
    if _NUMBER.search(role.filler):
        return [other for other in alike if not _NUMBER.search(other.filler)]
    return [other for other in alike if "-" in role.filler and "-" not in other.filler]


def _is_longer(one: Role, other: Role) -> bool:
    named = one.filler.startswith("entity:") and other.filler.startswith("entity:")
    return one.name is RoleName.OBJECT and named and _words_of(other.filler) < _words_of(one.filler)


def _words_of(key: str) -> set[str]:
    return set(key.partition(":")[2].split("-"))


def noun_of(key: str) -> str:
    """The noun of a filler without a name, in the singular: "file" of `nominal:secret-files-of-the-army`."""
    words, _, rest = re.sub(r"-\d+$", "", key).partition("-of-")
    noun = re.split("[:-]", words)[-1]
    if rest and not lexicon().classes["quantity"].isdisjoint((noun, noun.removesuffix("s"))):  # "hundreds of homes"
        noun = rest.rpartition("-")[2]
    return noun.removesuffix("s")

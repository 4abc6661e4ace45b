"""Works out who is whose son, mother or parent from what the text says of the two; reads no text itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kgexport.annotate.entities.references.genders import of_noun
from kgexport.annotate.entities.references.reference_words import reference_words

_PARENT, _CHILD = "parent", "child"
_BY_GENDER = {
    _CHILD: {"m": ("son", "boy"), "f": ("daughter", "girl"), "": ()},
    _PARENT: {"m": ("father", "dad"), "f": ("mother", "mum", "mom"), "": ()},
    "sibling": {"m": ("brother",), "f": ("sister",), "": ()},
}
_BACK = {_CHILD: _PARENT, _PARENT: _CHILD, "sibling": "sibling"}


@dataclass(slots=True)
class Family:
    """Who the text says is what to whom. `gender`: of the key of a person m or f, empty where nothing tells."""

    gender: Callable[[str], str]
    _said: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    """Key of a person and a noun -> those who are said to be that."""
    _implied: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    """The same, for what follows: the father of her whose son he is said to have."""

    def add(self, whose: str, noun: str, key: str) -> None:
        """Note that somebody is a `noun` of somebody: "wife", "son"."""
        _put(self._said[whose, noun], key)
        if back := reference_words().spouses.get(noun):
            _put(self._said[key, back], whose)
        kind = _kind(noun)
        if kind:
            self._imply(whose, kind, key, of_noun(noun) or self.gender(key))
            self._imply(key, _BACK[kind], whose, self.gender(whose))

    def _imply(self, whose: str, kind: str, key: str, gender: str) -> None:
        for noun in (kind, *_BY_GENDER[kind][gender]):
            _put(self._implied[whose, noun], key)

    def known(self, whose: str, noun: str) -> list[str]:
        """Who is a `noun` of somebody: as the text says, else as follows from it."""
        return self._said.get((whose, noun)) or self._implied.get((whose, noun), [])

    def roles(self) -> Iterator[tuple[str, str]]:
        """Everybody who is said to be something of another, with the noun."""
        for (_, noun), keys in self._said.items():
            yield from ((key, noun) for key in keys)

    def parents(self, child: str = "") -> tuple[str, str] | None:
        """The two parents of somebody, or the only couple of parents that the text tells of; None where not two."""
        children = [child] if child else sorted({whose for whose, noun in self._implied if noun == _PARENT})
        couples = {frozenset(self._both(one)) for one in children}
        pair = couples.pop() if len(couples) == 1 else frozenset()
        return tuple(sorted(pair)) if len(pair) == 2 else None  # type: ignore[return-value]

    def _both(self, child: str) -> list[str]:
        """The parents of a child; where one is told, and a husband or wife, that one as well."""
        found = list(self._implied.get((child, _PARENT), ()))
        if len(found) == 1:
            for noun in ("wife", "husband"):
                for spouse in self._said.get((found[0], noun), ()):
                    _put(found, spouse)
        return found


def _put(keys: list[str], key: str) -> None:
    if key not in keys:
        keys.append(key)


def _kind(noun: str) -> str:
    """parent, child or sibling for a noun of the family; empty for any other."""
    for kind, by_gender in _BY_GENDER.items():
        if noun == kind or any(noun in nouns for nouns in by_gender.values()):
            return kind
    return ""

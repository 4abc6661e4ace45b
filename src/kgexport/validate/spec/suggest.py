"""Which name was meant, and lists of names in a sentence; knows no graph."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from kgexport.validate.spec.vocabulary import Vocabulary

_NEAR_ENOUGH = 0.75
_LONGEST_NAME = 60
_MOST_SEARCHES = 200
_MOST_NAMES = 4


class Suggester:
    """Looks for the nearest name of a kind; after 200 different unknown names it only looks for other capitals.

    A search goes through the whole vocabulary: a graph of nothing but mistakes must not take hours.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._lowered: dict[str, dict[str, str]] = {}
        self._found: dict[tuple[str, str], str | None] = {}

    def near(self, name: str, kind: str) -> str | None:
        """The name meant by `name`; `kind` is `type`, `property` or `value` (a member or a type)."""
        key = (name, kind)
        if key not in self._found:
            self._found[key] = self._search(name.lower(), self._names(kind))
        return self._found[key]

    def _search(self, name: str, names: dict[str, str]) -> str | None:
        if name in names or len(name) > _LONGEST_NAME or len(self._found) >= _MOST_SEARCHES:
            return names.get(name)
        near = difflib.get_close_matches(name, names, n=3, cutoff=_NEAR_ENOUGH)
        alike = [other for other in near if other[:1] == name[:1]]  # the first letter is seldom the wrong one
        return names[(alike or near)[0]] if near else None

    def _names(self, kind: str) -> dict[str, str]:
        if kind not in self._lowered:
            vocabulary = self._vocabulary
            names = {*vocabulary.parents, *vocabulary.properties, *vocabulary.members, *vocabulary.others}
            fits = {"type": vocabulary.is_class, "property": vocabulary.is_property}.get(kind)
            kept = sorted(name for name in names if (fits(name) if fits else not name[:1].islower()))
            self._lowered[kind] = {name.lower(): name for name in kept}
        return self._lowered[kind]


def either(names: Iterable[str]) -> str:
    """`Organization or Person`; of many the first four, `… or another of 12`."""
    known = sorted(names)
    if len(known) > _MOST_NAMES + 1:
        return f"{', '.join(known[:_MOST_NAMES])} or another of {len(known)}"
    return f"{', '.join(known[:-1])} or {known[-1]}" if len(known) > 1 else "".join(known)


def a(name: str) -> str:
    """The name with its article: `a Person`, `an Event`."""
    return f"{'an' if name[:1] in 'AEIO' else 'a'} {name}"

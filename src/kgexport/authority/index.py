"""Finds what stands under a form of a name, as a reader would take it; knows neither data nor candidates."""

from __future__ import annotations

from typing import TypeVar

from kgexport.authority.folding import fold, plain, readings

T = TypeVar("T")


def keys(name: str) -> tuple[str, ...]:
    """What a name is stored under: folded, and without diacritics."""
    if name.isascii() and "St" not in name and "`" not in name and "  " not in name and ". " not in name:
        return (name.strip(),)
    folded = fold(name)
    bare = plain(folded)
    return (folded,) if bare == folded else (folded, bare)


class NameIndex(dict[str, list[T]]):
    """Keys of names -> what they mean.

    A form is found as it is written, in this order: folded (white space, apostrophes, dashes, "St." for "Saint"),
    without its article or possessive, without diacritics, and, where all its letters are capitals and it has four or
    more, without regard to case. Nothing else is case-insensitive: "turkey" is a bird.
    """

    _capitals: dict[str, list[T]] | None = None

    def add(self, name: str, item: T) -> None:
        """Store something under a name."""
        for key in keys(name):
            self.setdefault(key, []).append(item)

    def find(self, name: str) -> list[T]:
        """What is stored under the form, by the first rule that finds anything."""
        forms = readings(name)
        for form in forms:
            found = self.get(form) or self.get(plain(form))
            if found:
                return found
        for form in forms:
            if form.isupper() and sum(c.isalpha() for c in form) > 3:
                found = self._in_capitals().get(plain(form))
                if found:
                    return found
        return []

    def _in_capitals(self) -> dict[str, list[T]]:
        if self._capitals is None:
            self._capitals = {}
            for form, items in self.items():
                if not form.isupper() and form.isascii():
                    self._capitals.setdefault(form.upper(), []).extend(items)
        return self._capitals

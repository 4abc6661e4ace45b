"""Keeps who and what the text has spoken of lately, named or not, and how prominent each is; resolves nothing.

Prominence is counted as Lappin and Leass (1994) do: a weight for the grammatical role of each mention and for being in
the sentence at hand, halved from one sentence to the next. What has faded is dropped, so that the work a pronoun
takes does not grow with the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kgexport.model import Token

RECENT = 100.0
_FADED = 12.0
_MOST = 80
"""Referents that are kept at a time, the most prominent ones."""


@dataclass(slots=True, eq=False)
class Referent:
    """Somebody or something that the text speaks of."""

    forms: set[str]
    """The pronouns it agrees with: he, she, it, they."""
    key: str = ""
    """Key of the entity; empty for what has no name."""
    sort: str = "thing"
    """person, body, land, place or thing."""
    doubt: float = 1.0
    """Below 1 where it may be no such thing: a single strange word that was taken for a person."""
    head: str = ""
    """The noun, for what has no name."""
    members: tuple[Referent, ...] = ()
    """Of "A and B" the two."""
    kept: float = 0.0
    """Prominence from earlier sentences."""
    ranks: dict[int, int] = field(default_factory=dict)
    """Weights of the mentions in the sentence at hand, by token."""
    names: set[int] = field(default_factory=set)
    """Tokens of the sentence at hand at which it is named."""
    seen: int = 0
    """Number of the last sentence that mentions it."""
    last: int = 0
    """Weight of its last mention."""
    was_subject: bool = False
    """Whether its last mention was a subject."""
    begin: int = 0
    """Offset of its first mention."""
    quoted: bool = False
    """Whether only quoted words have mentioned it."""
    last_form: str = ""
    """The last word for it, in lower case."""
    accused: bool = False
    """Whether its last mention said what it is accused of."""
    harmed: bool = False
    """Whether its last mention said that it was killed or hurt: "the death of X"."""
    inside: int = -1
    """Where the quotation begins that mentioned it last; -1 outside of any."""

    def prominence(self, before: int | None = None) -> float:
        """The weight now; `before`: as far as mentions before this token of the sentence make it."""
        here = [weight for i, weight in self.ranks.items() if before is None or i < before]
        return self.kept + (RECENT + max(here) if here else 0.0)

    def are_persons(self) -> bool:
        """Whether it is "A and B", persons with names both."""
        return bool(self.members) and all(m.key and m.sort == "person" for m in self.members)

    def here(self, before: int) -> bool:
        """Whether the sentence at hand mentions it before a token."""
        return any(i < before for i in self.ranks)


class Discourse:
    """The referents that are still spoken of."""

    def __init__(self) -> None:
        self._active: list[Referent] = []
        self._by_key: dict[str, Referent] = {}
        self.number = 0

    def __iter__(self) -> Iterator[Referent]:
        return iter(self._active)

    def entity(self, key: str, forms: Iterable[str], sort: str) -> Referent:
        """The referent of an entity."""
        if key not in self._by_key:
            self._by_key[key] = Referent(set(forms), key, sort)
        return self._by_key[key]

    def mention(self, referent: Referent, token: Token, weight: int, subject: bool, quoted: bool = False) -> None:
        """Note that a token of the sentence at hand stands for a referent."""
        if referent not in self._active:
            self._active.append(referent)
            referent.begin = referent.begin or token.span.begin
            referent.quoted = quoted
        referent.quoted = referent.quoted and quoted
        referent.ranks[token.i] = weight
        referent.seen, referent.was_subject, referent.last = self.number, subject, weight
        referent.last_form = token.form.lower()

    def next_sentence(self) -> None:
        """Let everything fade by half."""
        for referent in self._active:
            referent.kept = referent.prominence() / 2
            referent.ranks.clear()
            referent.names.clear()
        alive = [r for r in self._active if r.kept >= _FADED]
        if len(alive) > _MOST:
            alive = sorted(alive, key=lambda r: (-r.kept, r.begin))[:_MOST]
        for gone in self._active:
            gone.kept = gone.kept if gone.kept >= _FADED else 0.0
        self._active = alive
        self.number += 1

    def clear(self) -> None:
        """Forget what was spoken of (behind a headline); entities stay known."""
        for referent in self._active:
            referent.kept = 0.0
            referent.ranks.clear()
            referent.names.clear()
        self._active = []

"""Loads identity.tsv: which words may tell of one happening; knows nothing of sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import rows


@dataclass(frozen=True, slots=True)
class Identity:
    """The table."""

    kinds: dict[str, str]
    """Type -> the name of the types that may tell of the same happening; absent: only the type itself."""
    back: dict[str, tuple[str, ...]]
    """Noun -> the types that "the NOUN" may go back to besides its own, the likeliest first."""
    alike: dict[str, frozenset[str]]
    """Noun -> nouns of the same meaning, itself among them; absent: only the noun itself."""
    stages: tuple[frozenset[str], ...]
    """Words for steps, a set for each step."""
    lists: dict[str, frozenset[str]]
    """The other rows by their name."""

    def kind(self, event_type: str) -> str:
        """What types that may tell of one happening have in common."""
        return self.kinds.get(event_type, event_type)

    def are_alike(self, one: str, other: str) -> bool:
        """Whether two nouns in their base form may stand for the same people or things."""
        return one == other or other in self.alike.get(one, ())

    def are_stages(self, ours: set[str], theirs: str) -> bool:
        """Whether a word, in its base form, tells of another step than the others: "ship" after "unveil"."""
        step = next((words for words in self.stages if theirs in words), None)
        if step is None or ours & step:
            return False
        return any(ours & words for words in self.stages)

    def is_of(self, rule: str, event_type: str) -> bool:
        """Whether a row names a type or its group."""
        return not self.lists[rule].isdisjoint((event_type, group_of(event_type)))


@cache
def identity() -> Identity:
    """The table; raises InputError where a row cannot be read."""
    kinds: dict[str, str] = {}
    back: dict[str, list[str]] = {}
    lists: dict[str, frozenset[str]] = {}
    alike: dict[str, frozenset[str]] = {}
    stages: list[frozenset[str]] = []
    for rule, nouns, words in rows("identity.tsv", 3):
        types = words.split(",")
        values = frozenset(types)
        if rule == "same":
            # A type may stand in several rows: those are one sort.
            known = {kinds[name] for name in values if name in kinds}
            members = values | {name for name, kind in kinds.items() if kind in known}
            kinds.update(dict.fromkeys(members, min(members)))
        elif rule == "alike":
            alike.update({word: alike.get(word, frozenset()) | values for word in types})
        elif rule == "stage":
            stages.append(values)
        elif rule == "back":
            for noun in nouns.split(","):
                back.setdefault(noun, []).extend(types)
        else:
            lists[rule] = values
    return Identity(
        kinds, {noun: tuple(dict.fromkeys(types)) for noun, types in back.items()}, alike, tuple(stages), lists
    )

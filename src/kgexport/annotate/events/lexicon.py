"""Loads the tables of words and frames under `ontology/events/`; knows nothing of sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kgexport import resources
from kgexport.errors import InputError
from kgexport.model import RoleName

OPEN_CLASSES = frozenset(("person", "org", "place", "actor", "animate", "group", "any", "thing", "none", "yes"))
"""Classes that do not single out what is meant."""

_WORDS = ("lexicon.tsv", "everyday.tsv")
"""The tables of words; rows of the first win where both fit."""
_WORD = re.compile(r"-|[^\s-]+")


@dataclass(frozen=True, slots=True)
class Need:
    """A constraint on what stands in a slot."""

    slot: str
    classes: tuple[str, ...]
    """Names of classes; one of them has to hold."""
    words: frozenset[str]
    """Lemmas or forms that hold as well."""
    negated: bool = False
    """Whether none may hold instead."""

    @property
    def closed(self) -> bool:
        """Whether it asks for words of a certain meaning, and not for any person, body, place or thing."""
        return not self.negated and (bool(self.words) or not OPEN_CLASSES.issuperset(self.classes))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of the lexicon for one of its words."""

    words: tuple[str, ...]
    """Base forms in the order of the text, without the "be" of passives."""
    verb: bool
    type: str
    frame: str
    needs: tuple[Need, ...]
    row: int
    """Its place in its table: earlier rows win."""
    passive: bool = False
    """Whether it is a passive or an adjective ("be sworn in")."""

    everyday: bool = False
    """Whether it is of the table of everyday happenings."""

    @property
    def rank(self) -> tuple[int, bool, int, int]:
        """What wins sorts first: more words, the special before the everyday, needs that say more, an earlier row."""
        return -len(self.words), self.everyday, -sum(4 if need.closed else 1 for need in self.needs), self.row

    def needs_args(self) -> bool:
        """Whether a bare noun without any role is not an event."""
        return any(need.slot == "args" for need in self.needs)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the sentence that may fill a role."""

    name: str
    actors_only: bool
    """Whether only a person, body or place may fill it."""


Frame = tuple[tuple[RoleName, tuple[Slot, ...]], ...]


@dataclass(frozen=True, slots=True)
class Support:
    """A verb that carries a noun which tells of an event."""

    words: tuple[str, ...]
    noun: str
    """Where the noun stands: `object`, `subject` or a preposition."""
    subject: str
    """What the verb's subject is to the event: `subject`, `undergoer`, `participant` or `none`."""
    effect: str


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that says whether what it governs took place."""

    words: tuple[str, ...]
    effect: str
    control: str


@dataclass(frozen=True)
class Lexicon:
    """All tables, indexed by first word."""

    verbs: dict[str, tuple[Pattern, ...]]
    nouns: dict[str, tuple[Pattern, ...]]
    frames: dict[str, Frame]
    support: dict[str, tuple[Support, ...]]
    governors: dict[tuple[str, str], Governor]
    """By part of speech (v, a, n, p) and words joined by spaces."""
    classes: dict[str, frozenset[str]]
    """Class of word classes -> words."""
    classes_of: dict[str, frozenset[str]]
    """Word -> its classes."""


@cache
def lexicon() -> Lexicon:
    """The tables; raises InputError where a row cannot be read."""
    frames = {name: _frame(name, roles) for name, roles in _rows("frames.tsv", 2)}
    patterns = list(_patterns(frames))
    classes = {name: frozenset(words.split("|")) for name, words in _rows("word-classes.tsv", 2)}
    classes_of: dict[str, set[str]] = defaultdict(set)
    for name, words in classes.items():
        for word in words:
            classes_of[word].add(name)
    return Lexicon(
        verbs=_indexed(p for p in patterns if p.verb),
        nouns=_indexed(p for p in patterns if not p.verb),
        frames=frames,
        support=_support(),
        governors=_governors(),
        classes=classes,
        classes_of={word: frozenset(names) for word, names in classes_of.items()},
    )


def rows(name: str, columns: int) -> list[list[str]]:
    """The rows of a table of `ontology/events/`, without comments and the head; raises InputError for a broken row."""
    return list(_rows(name, columns))


def _rows(name: str, columns: int) -> Iterator[list[str]]:
    path = resources.path("ontology", "events", name)
    head = True
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if head:
            head = False
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > columns or len(cells) < columns - 1:
            raise InputError(f"{path}, line {number}: {len(cells)} columns instead of {columns}")
        yield cells + [""] * (columns - len(cells))


def _alternatives(words: str) -> list[str]:
    return [alternative.strip() for alternative in words.split(",") if alternative.strip()]


def _patterns(frames: dict[str, Frame]) -> Iterator[Pattern]:
    for name in _WORDS:
        for row, (words, pos, type_name, frame, needs) in enumerate(_rows(name, 5)):
            if frame not in frames:
                raise InputError(f"ontology/events/{name}: no frame {frame!r} in frames.tsv")
            parsed = tuple(_need(need) for need in needs.split())
            for alternative in _alternatives(words):
                tokens = tuple(_WORD.findall(alternative))
                passive = pos == "v" and tokens[0] == "be"
                everyday = name == _WORDS[1]
                yield Pattern(tokens[passive:], pos == "v", type_name, frame, parsed, row, passive, everyday)


def _need(text: str) -> Need:
    slot, _, value = text.partition(":")
    negated, value = value.startswith("!"), value.removeprefix("!")
    classes, words = [], set[str]()
    for part in value.split("/"):
        if part.startswith("="):
            words.update(part[1:].split(","))
        else:
            classes.append(part)
    return Need(slot, tuple(classes), frozenset(words), negated)


def _frame(name: str, roles: str) -> Frame:
    try:
        parts = [role.split("=") for role in roles.split()]
        return tuple(
            (RoleName(role), tuple(Slot(s.strip("[]"), s.startswith("[")) for s in slots.split(",")))
            for role, slots in parts
        )
    except ValueError as error:
        raise InputError(f"ontology/events/frames.tsv: frame {name!r}: {error}") from error


def _indexed(patterns: Iterator[Pattern]) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, list[Pattern]] = defaultdict(list)
    for pattern in patterns:
        found[pattern.words[0]].append(pattern)
    return {word: tuple(sorted(same, key=lambda p: p.rank)) for word, same in found.items()}


def _support() -> dict[str, tuple[Support, ...]]:
    found: dict[str, list[Support]] = defaultdict(list)
    for words, noun, subject, effect in _rows("support.tsv", 4):
        for alternative in _alternatives(words):
            tokens = tuple(alternative.split())
            found[tokens[0]].append(Support(tokens, noun, subject, effect))
    return {word: tuple(sorted(same, key=lambda s: -len(s.words))) for word, same in found.items()}


def _governors() -> dict[tuple[str, str], Governor]:
    found: dict[tuple[str, str], Governor] = {}
    for words, pos, effect, control in _rows("modality.tsv", 4):
        for alternative in _alternatives(words):
            found.setdefault((pos, alternative), Governor(tuple(alternative.split()), effect, control))
    return found
